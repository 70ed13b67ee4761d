"""Finds what is written like a date: the rows of `notations` as regular expressions over a text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from plans.lexicon import first_words, lexicon
from plans.notations import NOTATIONS, PARTS, Notation

# A number inside a case number (15.40.00-A00), a paragraph (§ 18) or a longer number is no date.
_STARTS = r"(?<![\w§])(?<!\d[.,:/])(?<!§\s)"
# Nor is the beginning of a compound: "1. maj-festen", but "maj-juni".
_STREET = "lane|street|road|avenue|close|drive|gade|vej|allé|gata|gate|vei|vägen"
_ENDS = (
    rf"(?!\s(?:{_STREET})(?!\w))"
    r"(?!\w)(?![.,:/]\d)(?!@\w)(?!-[a-z]\d)(?!-\d{1,2}-)(?!-\d{3}(?!\d))"
    r"(?!-(?!{month}|{season}|{weekday}|{part}|{the}|{to}|{week})[^\W\d_])"
)


@dataclass(frozen=True, slots=True)
class Found:
    """A place in a text that one of the notations fits, with the pieces that it keeps."""

    notation: Notation
    start: int
    end: int
    parts: dict[str, str]


def spell_out(pattern: str, codes: tuple[str, ...]) -> str:
    """A row's pattern as a regular expression."""
    words = lexicon(codes)
    flexible = pattern.replace(" ", r"\s{0,3}")
    worded = re.sub(r"\{([a-z]+)\}", lambda role: words.word(role[1]), flexible)
    return re.sub(r"<([a-z_]+)>", lambda part: f"(?:{PARTS[part[1]] % words.patterns})", worded)


# The role of words that a text must have one of for a part to fit, "" for a digit.
_NEEDS = {
    **dict.fromkeys(("day", "no_day", "number", "mon", "week", "n", "yyyy", "yy", "last_week"), ""),
    **dict.fromkeys(("month", "full", "last_month", "quarter_month"), "month"),
    **dict.fromkeys(("weekday", "full_weekday"), "weekday"),
    **{role: role for role in ("part", "season", "feast", "relative")},
}
_ROLES = tuple(sorted({role for role in _NEEDS.values() if role}))
_GROUP = re.compile(r"\((?P<sign>\?<?[:!=])?(?P<inside>[^()]*)\)(?P<may>\?)?|<[a-z_]+>\?")


def _needed(pattern: str) -> frozenset[str]:
    """What a text must have for a row to fit at all; most rows are not tried on most texts."""
    while (without := _GROUP.sub(_always, pattern)) != pattern:
        pattern = without
    return frozenset(_NEEDS[part] for part in re.findall(r"<([a-z_]+)>", pattern) if part in _NEEDS)


def _always(group: re.Match[str]) -> str:
    """What of a group must be there: nothing of an optional or a choice, and of what only looks."""
    if group["may"] or group["inside"] is None or "|" in group["inside"] or group["sign"] not in {None, "?:"}:
        return ""
    return group["inside"]


@lru_cache(maxsize=32)
def _compiled(codes: tuple[str, ...]) -> tuple[tuple[Notation, re.Pattern[str], frozenset[str]], ...]:
    return tuple(
        (
            row,
            re.compile(_STARTS + spell_out(row.pattern + _ENDS, codes), re.IGNORECASE),
            _needed(row.pattern),
        )
        for row in NOTATIONS
    )


_KNOWN = 4096  # texts: every layout asks about the same ones
_WORD = re.compile(r"[^\W\d_]+")


def _has(text: str, codes: tuple[str, ...]) -> frozenset[str]:
    """The roles of the words in a text that rows can need, and "" if there is a digit."""
    roles = first_words(codes, _ROLES)
    words = set(_WORD.findall(text.casefold()))
    digit = {""} if any(letter.isdigit() for letter in text) else set[str]()
    return frozenset(digit | {role for role, firsts in roles if not firsts.isdisjoint(words)})


@lru_cache(maxsize=_KNOWN)
def find_notations(text: str, codes: tuple[str, ...], *, chat: bool) -> tuple[Found, ...]:
    """Everything in the text that is written like a date, without overlaps, in order."""
    return tuple(_found(text, codes, chat=chat))


def _found(text: str, codes: tuple[str, ...], *, chat: bool) -> Iterator[Found]:
    has = _has(text, codes)
    matches = [
        (match.start(), -match.end(), at, row, match)
        for at, (row, pattern, needed) in enumerate(_compiled(codes))
        if (chat or not row.chat) and needed <= has
        for match in pattern.finditer(text)
        if match.end() > match.start()
    ]
    free_from = 0
    for start, minus_end, _, row, match in sorted(matches, key=lambda each: each[:3]):
        if start >= free_from:
            free_from = -minus_end
            kept = {name: value for name, value in match.groupdict().items() if value is not None}
            yield Found(row, start, -minus_end, kept)
