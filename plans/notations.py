"""How single dates are written: one row, one notation. A new notation is a row here and a line in a test.

In a row's pattern a blank is a gap of up to three white-space characters or none, `{role}` a word of that
role in any of the languages (`plans.languages`), and `<part>` one of `PARTS`, a piece whose value is kept.
Everything else is a regular expression; use bounded repetitions only, so that reading stays linear.
Of the rows that match at a place the longest wins, then the earlier one.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from plans.lexicon import lexicon


class Unit(StrEnum):
    """What a notation names."""

    DAY = "day"
    NUMBER = "number"
    WEEK = "week"
    MONTH = "month"
    PART_OF_MONTH = "part of month"
    PART_OF_YEAR = "part of year"
    QUARTER = "quarter"
    HALF = "half"
    SEASON = "season"
    NTH_WEEKDAY = "nth weekday"
    RELATIVE = "relative"
    COMING = "coming"
    COMING_WEEK = "coming week"


@dataclass(frozen=True, slots=True)
class Notation:
    """One way to write a date. A `weak` one counts only in company (`2.` in "2.-4. maj").

    A `chat` one counts from today and is read only where somebody speaks now.
    """

    example: str
    unit: Unit
    pattern: str
    weak: bool = False
    chat: bool = False


# `%(role)s` stands for the words of a role.
PARTS = {
    "day": r"(?P<day>0?[1-9]|[12]\d|3[01])(?!\d)",
    "no_day": r"(?P<day>3[2-9]|[4-9]\d)(?!\d)",
    "number": r"(?P<day>0?[1-9]|[1-4]\d|5[0-3])(?!\d)",
    "mon": r"(?P<mon>0?[1-9]|1[0-2])(?!\d)",
    "month": r"(?:(?P<month>%(month)s)(?![^\W\d])\.?)",
    "full": r"(?:(?P<month>%(full month)s)(?![^\W\d]))",
    "weekday": r"(?:(?P<weekday>%(weekday)s)(?![^\W\d])\.?)",
    "full_weekday": r"(?:(?P<weekday>%(full weekday)s)(?!\w))",
    "year": r"(?P<year>(?:19|20)\d\d|['’]\d\d)(?!\d)",
    "yy": r"(?P<year>(?:19|20)\d\d|\d\d)(?!\d)",
    "yyyy": r"(?P<year>(?:19|20)\d\d)",
    "week": r"(?P<week>0?[1-9]|[1-4]\d|5[0-3])(?!\d)",
    "nth": r"(?:(?P<nth>[1-5](?:\.|st|nd|rd|th|:[ae])?|%(nth)s)(?!\w))",
    "n": r"(?P<nth>[1-4])",
    "ord": r"(?P<ordinal>\.|(?:st|nd|rd|th|:[ae])(?!\w))",
    "part": r"(?:(?P<part>%(part)s)(?!\w))",
    "season": r"(?:(?P<season>%(season)s)(?!\w))",
    "relative": r"(?:(?P<relative>%(relative)s)(?!\w))",
    "coming": r"(?:(?P<coming>%(coming)s)(?!\w))",
    "open": r"(?P<open>x{1,4}|\?{1,3}|_{2,4})\.?",
}
ENDS_CLAUSE = r"(?=\s{0,3}(?:$|[,;)?]|\b(?:{clock})\b))"
DAY_NAMED = r"(?:<weekday>,? )?(?:{the} )?"

NOTATIONS = (
    Notation(
        "lørdag den 18. september 2021", Unit.DAY, DAY_NAMED + "<day><ord>? {of}? <month>(?:,? <year>)?"
    ),
    Notation("den 32. maj 2027", Unit.DAY, DAY_NAMED + "<no_day><ord> {of}? <month>(?:,? <year>)?"),
    Notation("22. september 24", Unit.DAY, DAY_NAMED + r"<day><ord>? <month>\s<yy>" + ENDS_CLAUSE),
    Notation("September 18, 2021", Unit.DAY, r"(?:<weekday>,? )?<month>\s<day><ord>?(?:,? <year>)?"),
    Notation("18/9", Unit.DAY, DAY_NAMED + r"<day>/<mon>(?!\s?/)"),
    Notation("18/9-21", Unit.DAY, DAY_NAMED + r"<day>/<mon>(?:[/.]|\s?[-–]\s?)<yy>(?!\s?[./:]\s?\d)"),
    Notation("18/9 21", Unit.DAY, DAY_NAMED + r"<day>/<mon>\s<yy>" + ENDS_CLAUSE),
    Notation("17.5.21", Unit.DAY, DAY_NAMED + r"<day>\.\s?<mon>\.\s?<yy>"),
    Notation("07-06-2018", Unit.DAY, DAY_NAMED + r"<day>-<mon>-<yyyy>"),
    Notation("2021-09-18", Unit.DAY, r"<yyyy>-<mon>-<day>"),
    Notation("25.2", Unit.DAY, DAY_NAMED + r"<day>\.<mon>", weak=True),
    Notation("torsdag d. 6.", Unit.NUMBER, DAY_NAMED + r"<number><ord>?(?: {of}? <yyyy>)?", weak=True),
    Notation("den xx september", Unit.MONTH, DAY_NAMED + r"<open> <full> <year>?"),
    Notation("xx/5", Unit.MONTH, DAY_NAMED + r"<open>/<mon>(?:-<yy>)?"),
    Notation("1. lørdag i oktober 2021", Unit.NTH_WEEKDAY, "(?:{the} )?<nth> <weekday> {of} <month> <year>?"),
    Notation("uge 34", Unit.WEEK, r"(?:{week}|v\.?) <week>(?:,? {of}? <year>)?"),
    Notation("2021-W34", Unit.WEEK, r"<yyyy>-?W<week>"),
    Notation("september 2021", Unit.MONTH, "<full> <year>?"),
    Notation("sept. 2021", Unit.MONTH, "<month> <year>"),
    Notation("okt.", Unit.MONTH, "<month>", weak=True),
    Notation("primo juni", Unit.PART_OF_MONTH, "<part> <month> <year>?"),
    Notation("primo 2021", Unit.PART_OF_YEAR, "<part> <yyyy>"),
    Notation("3. kvartal 2021", Unit.QUARTER, "(?:{the} )?<nth> {quarter}(?: {of}? <year>)?"),
    Notation("Q3 2021", Unit.QUARTER, r"Q<n>(?:[ -]?<year>)?"),
    Notation("1. halvår 2024", Unit.HALF, "(?:{the} )?<nth> {half}(?: {of}? <year>)?"),
    Notation("efteråret 2021", Unit.SEASON, "(?:{the} )?<season>(?: {of}? <year>)?"),
    Notation("i morgen", Unit.RELATIVE, "<relative>", chat=True),
    Notation("næste torsdag", Unit.COMING, "(?:<coming> )?<full_weekday>", chat=True),
    Notation("næste uge", Unit.COMING_WEEK, "<coming> {week}", chat=True),
)

# A number inside a case number (15.40.00-A00), a paragraph (§ 18) or a longer number is no date.
_STARTS = r"(?<![\w§])(?<!\d[.,:/])(?<!§\s)"
# Nor is the beginning of a compound: "1. maj-festen", but "maj-juni".
_ENDS = (
    r"(?!\w)(?![.,:/]\d)(?!-[a-z]\d)(?!-\d{1,2}-)"
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


@lru_cache(maxsize=32)
def _compiled(codes: tuple[str, ...]) -> tuple[tuple[Notation, re.Pattern[str]], ...]:
    return tuple(
        (row, re.compile(_STARTS + spell_out(row.pattern + _ENDS, codes), re.IGNORECASE)) for row in NOTATIONS
    )


def find_notations(text: str, codes: tuple[str, ...], *, chat: bool) -> Iterator[Found]:
    """Everything in the text that is written like a date, without overlaps, in order."""
    matches = [
        (match.start(), -match.end(), at, row, match)
        for at, (row, pattern) in enumerate(_compiled(codes))
        if chat or not row.chat
        for match in pattern.finditer(text)
        if match.end() > match.start()
    ]
    free_from = 0
    for start, minus_end, _, row, match in sorted(matches, key=lambda each: each[:3]):
        if start >= free_from:
            free_from = -minus_end
            kept = {name: value for name, value in match.groupdict().items() if value is not None}
            yield Found(row, start, -minus_end, kept)
