"""Misprints of scanned documents: l and 1, O and 0, rn and m, divided words.

Only what reads as a date, a time or a word of ours when it is repaired, and as none before, is touched;
"turnering" and "børn" stay. Repair comes before everything else looks at a text.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from plans.lexicon import lexicon

_LAST_DAY = 31
_DIGITS = str.maketrans("OoIl|", "00111")
_SUSPECT = re.compile(
    r"\d[OoIl|]|[OoIl|][\d/]|/[OIl|]|rn|(?<!\w)[Il|]{1,2}\.|[^\W\d_]-\s|[a-zæøåäö][I|01]|[I01|][a-zæøåäö]"
    r"|\d\.?\s[^\W\d_]{1,8}\s[^\W\d_]"
)
_WORD = re.compile(r"(?<![\w.@/-])[^\W_|]{3,40}(?![\w@/])")
_DIVIDED = re.compile(r"(?<![\w-])(?P<first>[^\W\d_]{2,24})-\s{1,3}(?P<rest>[a-zæøåäö]{2,24})(?!\w)")
_APART = re.compile(r"(?<=\d[.\s])\s?(?P<first>[^\W\d_]{1,8})\s(?P<rest>[a-zæøåäö]{1,8})(?!\w)")
_ROLES = (
    *("month", "weekday", "season", "part", "meeting", "deadline", "hearing", "recess", "plan", "election"),
    *("misread", "clock", "small", "week", "cancelled", "moved", "header", "responsible"),
)


@dataclass(frozen=True, slots=True)
class Repaired:
    """A text without misprints; `places` has for each letter, and for the end, where it was."""

    text: str
    places: tuple[int, ...] = ()

    def place(self, at: int) -> int:
        """Where in the old text that is."""
        return self.places[at] if self.places else at


def repaired(text: str, codes: tuple[str, ...]) -> Repaired:
    """The text as it was meant to be printed. Never raises."""
    if not _SUSPECT.search(text):
        return Repaired(text)
    result = Repaired(text)
    for step in (_words_in, _figures_in):
        changes = list(step(result.text, codes))
        if changes:
            result = _changed(result, changes)
    return result


@dataclass(frozen=True, slots=True)
class _Change:
    start: int
    end: int
    text: str


def _changed(before: Repaired, changes: list[_Change]) -> Repaired:
    parts: list[str] = []
    places: list[int] = []
    at = 0
    for change in sorted(changes, key=lambda each: (each.start, -each.end)):
        if change.start < at:
            continue
        parts += [before.text[at : change.start], change.text]
        places += [before.place(each) for each in range(at, change.start)]
        places += [before.place(change.start)] * len(change.text)
        at = change.end
    parts.append(before.text[at:])
    places += [before.place(each) for each in range(at, len(before.text) + 1)]
    return Repaired("".join(parts), tuple(places))


def _words_in(text: str, codes: tuple[str, ...]) -> Iterator[_Change]:
    for found in _DIVIDED.finditer(text):
        if joins(found["first"], found["rest"], codes):
            yield _Change(found.start(), found.end(), found["first"] + found["rest"])
    for found in _APART.finditer(text):
        whole = found["first"] + found["rest"]
        if lexicon(codes).number("month", whole) and not _known(found["first"], codes):
            yield _Change(found.start("first"), found.end(), whole)
    for found in _WORD.finditer(text):
        if word := _mended(found[0], codes):
            yield _Change(found.start(), found.end(), word)


def joins(first: str, rest: str, codes: tuple[str, ...]) -> bool:
    """Whether two halves make a word: "okto- ber", but not "maj- møde"."""
    words = lexicon(codes)
    alone = any(words.number(role, first) for role in ("month", "weekday"))
    return not alone and not words.finder("small").fullmatch(rest) and _known(first + rest, codes)


@lru_cache(maxsize=8192)
def _mended(word: str, codes: tuple[str, ...]) -> str:
    """The one word of ours that it can be a misprint of, "" if there is none."""
    if _known(word, codes):
        return ""
    plain = _BEGINS.sub("m", word)
    if plain != word:
        return plain
    tries = {word.replace(wrong, right) for wrong, right in (("rn", "m"), ("I", "l"), ("1", "l"), ("0", "o"))}
    tries |= {word.replace("rn", "m").translate(_LETTERS)}
    good = {each for each in tries - {word} if not any(map(str.isdigit, each)) and _known(each, codes)}
    return good.pop() if len(good) == 1 else ""


_BEGINS = re.compile(r"(?:^|(?<=[bdfghjklmnpstv]))rn(?=[aeiouyæøåäö])")
"""Where no word has "rn": in front, and behind a consonant ("rnolen", "Tilrnelding")."""
_LETTERS = str.maketrans("01", "ol")


@lru_cache(maxsize=8192)
def _known(word: str, codes: tuple[str, ...]) -> bool:
    return bool(_ours(codes).fullmatch(word))


@lru_cache(maxsize=32)
def _ours(codes: tuple[str, ...]) -> re.Pattern[str]:
    patterns = lexicon(codes).patterns
    return re.compile("|".join(f"(?:{patterns[role]})" for role in _ROLES), re.IGNORECASE)


def _figures_in(text: str, codes: tuple[str, ...]) -> Iterator[_Change]:
    for pattern, right in _figures(codes):
        for found in pattern.finditer(text):
            figures = found["all"].translate(_DIGITS)
            if figures != found["all"] and right(found):
                yield _Change(found.start("all"), found.end("all"), figures)


def _has_digit(found: re.Match[str]) -> bool:
    """At least one figure is one already; "lO/l" could be anything."""
    return any(letter.isdigit() for letter in found["all"])


def _is_day(found: re.Match[str]) -> bool:
    """A day, with a figure of it or a full stop: "l. maj", not "I may"."""
    day = found["all"].translate(_DIGITS)
    stop = found.string.startswith(".", found.end("all"))
    return 1 <= int(day) <= _LAST_DAY and (_has_digit(found) or stop)


@lru_cache(maxsize=32)
def _figures(codes: tuple[str, ...]) -> tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], bool]], ...]:
    words = lexicon(codes)
    month = rf"(?i:{words.patterns['month']})(?![^\W\d])"
    more = rf"\.\s?(?:[-–,+&]|{words.word('and')}|{words.word('to')})\s{{0,2}}[0-3OIl|][0-9OIl|]?\."
    two, any_two = r"[0-9OIl|]{2}", r"[01OIl|]?[0-9OIl|]"
    rows = (
        (rf"(?<![\w.,:/-])(?P<all>[0-3OIl|][0-9OIl|]?)(?=\.?(?::e)?\s{{0,3}}{month}|{more})", _is_day),
        (rf"(?<=[-–\s])(?P<all>[0-3OIl|][0-9OIl|]?)(?=\.\s{{0,3}}{month})", _is_day),
        (rf"(?<![\w./-])(?P<all>[0-3OIl|]?[0-9OIl|]/{any_two})(?![\w/])", _has_digit),
        (rf"(?<![\w./-])(?P<all>[0-3OIl|]?[0-9OIl|]\.\s?{any_two}\.\s?(?:2[0O])?{two})(?![\w.])", _has_digit),
        (r"(?<![\w./])(?P<all>[0-2OIl|]?[0-9OIl|][.:][0-5OIl|][0-9OIl|])(?![\w.])", _has_digit),
        (rf"(?i:{words.patterns['clock']})\.?\s{{0,2}}(?P<all>[0-2OIl|][0-9OIl|])(?!\w)", _has_digit),
        (rf"(?i:{words.patterns['week']})\.?\s{{1,2}}(?P<all>[0-5OIl|][0-9OIl|]?)(?!\w)", _has_digit),
        (rf"(?<!\w)(?P<all>2[0O]{two})(?!\w)", _has_digit),
    )
    return tuple((re.compile(f"(?:{pattern})"), right) for pattern, right in rows)
