"""Whether two titles mean one thing: years, prefixes, order and endings of words put aside."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache

from council.activities import canonical

SAME, VERY, ALIKE, WITHIN = 1.0, 0.9, 0.8, 0.65
"""Likeness: the same words; small edits, or the activity in front added or dropped; most words shared; one
title whole within the other."""

_PART = 4  # letters at the beginning and at the end that two words share: "infomøde", "informationsmøde"
_NAMING = 8  # letters of a title that says enough by itself
_STEM = 5  # letters that begin two compounds: "sommerfest", "sommerafslutning"
_WORD_EDIT, _TITLE_EDIT = 0.8, 0.92
_YEARS = range(20, 41)  # two digits that are a year where nothing says the year
_SEPARATOR = re.compile(r"\s*(?::\s|\s[-–]\s)\s*")
_LAST_YEAR = 9998


@dataclass(frozen=True, slots=True)
class Name:
    """A title, ready to be compared.

    `full` are its words without the year; `front` is the activity it is printed under or behind, `bare`
    what is left without it; `words` are the telling ones of `bare`, `numbers` all of its numbers.
    """

    full: str
    bare: str
    front: str
    words: frozenset[str]
    numbers: frozenset[str]


@lru_cache(maxsize=8192)
def name_of(title: str, activity: str, year: int) -> Name:
    """The name of an entry that is in this year (of `When.first`: 9999 when nothing is known)."""
    front, rest = _parted(title, activity)
    full, bare = _tokens(title, year), _tokens(rest, year)
    telling = [word for word in bare if len(word) >= _PART and not word.isdecimal()]
    return Name(
        full=" ".join(full),
        bare=" ".join(bare),
        front=" ".join(_tokens(activity or front, year)),
        words=frozenset(telling or bare),
        numbers=frozenset(word for word in bare if word.isdecimal()),
    )


def elsewhere(one: Name, other: Name) -> bool:
    """Whether the two stand under different activities."""
    return bool(one.front and other.front) and not words_alike(one.front, other.front)


def likeness(one: Name, other: Name) -> float:
    """From 0 (nothing in common) to 1 (the same title); different numbers are different things."""
    if one.full == other.full:
        return SAME
    if elsewhere(one, other) or one.numbers != other.numbers:
        return 0.0
    if _very(one, other):
        return VERY
    mine = sum(any(words_alike(word, their) for their in other.words) for word in one.words)
    theirs = sum(any(words_alike(word, my) for my in one.words) for word in other.words)
    if _within(one, other) or _within(other, one):
        return max(WITHIN, min(ALIKE, (mine + theirs) / max(1, len(one.words) + len(other.words))))
    return min(ALIKE, (mine + theirs) / max(1, len(one.words) + len(other.words)))


def _within(one: Name, other: Name) -> bool:
    """Whether all of a title that names something is in the other: "Havnedag", "Stor havnedag"."""
    whole = f" {other.bare} "
    return len(one.bare) >= _NAMING and f" {one.bare} " in whole and len(other.words) <= len(one.words) + 1


def kin(one: Name, other: Name) -> bool:
    """Whether they share a word, or what a compound begins with: "Sommerfest", "Sommerafslutning"."""
    return any(words_alike(my, their) or _stem(my, their) for my in one.words for their in other.words)


@lru_cache(maxsize=65536)
def words_alike(one: str, other: str) -> bool:
    """Whether two words differ in their ending, a letter, or the middle of a compound only."""
    if one == other:
        return True
    if one.isdecimal() or other.isdecimal() or min(len(one), len(other)) < _PART:
        return False
    if one.startswith(other) or other.startswith(one):
        return abs(len(one) - len(other)) <= _PART
    if one[:_PART] == other[:_PART] and one[-_PART:] == other[-_PART:]:
        return True
    return SequenceMatcher(None, one, other, autojunk=False).ratio() >= _WORD_EDIT


def _very(one: Name, other: Name) -> bool:
    if one.bare in {other.bare, other.full} or other.bare == one.full or one.words == other.words:
        return True
    if len(one.words) != len(other.words):
        return False
    near = SequenceMatcher(None, one.bare, other.bare, autojunk=False)
    return near.real_quick_ratio() >= _TITLE_EDIT and near.ratio() >= _TITLE_EDIT


def _stem(one: str, other: str) -> bool:
    return one[:_STEM] == other[:_STEM] and min(len(one), len(other)) > _STEM


def _parted(title: str, activity: str) -> tuple[str, str]:
    """What stands in front ("Kulturdag 21 - Opstart"), or is the activity's name, and what it is about."""
    parts = _SEPARATOR.split(title, maxsplit=1)
    if len(parts) > 1 and all(part.strip() for part in parts):
        return canonical(parts[0]), parts[1]
    name = canonical(activity)
    rest = title[len(name) :]
    behind = name and title.casefold().startswith(name.casefold()) and not rest[:1].isalnum()
    if behind and rest.strip("0123456789'’ "):
        return name, rest
    return "", title


def _tokens(text: str, year: int) -> list[str]:
    words: list[str] = re.findall(r"\w+", text.casefold())
    return [word for word in words if not _is_year(word, year)] or words


def _is_year(word: str, year: int) -> bool:
    if not word.isdecimal():
        return False
    if len(word) == len("2021"):
        return word.startswith(("19", "20"))
    if len(word) != len("21"):
        return False
    return int(word) in _YEARS if year > _LAST_YEAR else abs(int(word) - year % 100) <= 1
