"""When something is, as precisely as is known, and not more precisely than that.

A `When` *is* its ISO 8601-2 / EDTF level 1 text (`2021-09-18`, `2021-06?`, `2021-09/2021-10`), so what
is stored, exported and compared is one and the same thing. Times of day are the council's wall-clock
times: "18 September at 17" stays 17 when the clocks change.

Beyond level 1: `2021-W34` is an ISO week (ISO 8601-1), `2021-33` … `2021-36` are the quarters of
level 2, `XXXX` is "no idea". `?` means tentative, `~` about, `%` both; they stand behind every date
of the expression.
"""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from functools import lru_cache
from typing import Self


class Precision(StrEnum):
    """How much of the time is known; `INSTANT` has a time of day, `RANGE` is any other span."""

    INSTANT = "instant"
    DATE = "date"
    WEEK = "week"
    MONTH = "month"
    MONTHS = "months"
    QUARTER = "quarter"
    SEASON = "season"
    YEAR = "year"
    RANGE = "range"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Span:
    """What an expression covers: first and last day (both inclusive), and the times if known."""

    precision: Precision
    first: date
    last: date
    clock: time | None = None
    until: datetime | None = None


UNKNOWN = "XXXX"
_FOREVER = Span(Precision.UNKNOWN, date.max, date.max)
_MARKS = {(False, False): "", (True, False): "?", (False, True): "~", (True, True): "%"}
_SEASON_STARTS = {21: 3, 22: 6, 23: 9, 24: 12}
_QUARTER_STARTS = {33: 1, 34: 4, 35: 7, 36: 10}


@dataclass(frozen=True, slots=True)
class When:
    """A time, a span or the lack of one. `words` keeps how the source put it ("primo juni").

    Raises:
        ValueError: when `edtf` is not an expression that this module knows.
    """

    edtf: str = UNKNOWN
    words: str = ""

    def __post_init__(self) -> None:
        _span(self.edtf)

    @classmethod
    def on(cls, day: date, **marks: bool) -> Self:
        """A day without a time of day."""
        return cls(day.isoformat()).marked(**marks)

    @classmethod
    def at(cls, start: datetime, until: datetime | None = None, **marks: bool) -> Self:
        """A wall-clock time (naive), perhaps with an end."""
        text = _minute(start) if until is None else f"{_minute(start)}/{_minute(until)}"
        return cls(text).marked(**marks)

    @classmethod
    def week(cls, year: int, number: int, **marks: bool) -> Self:
        """An ISO week: `year` is the ISO year, which can differ from the calendar's."""
        return cls(f"{year:04}-W{number:02}").marked(**marks)

    @classmethod
    def month(cls, year: int, number: int, **marks: bool) -> Self:
        """A calendar month."""
        return cls(f"{year:04}-{number:02}").marked(**marks)

    @classmethod
    def between(cls, first: str | date, last: str | date, **marks: bool) -> Self:
        """From the start of one date, month or week to the end of another, both inclusive."""
        return cls(f"{first}/{last}").marked(**marks)

    @classmethod
    def quarter(cls, year: int, number: int, **marks: bool) -> Self:
        """A quarter of a year, 1 to 4."""
        return cls(f"{year:04}-{32 + number}").marked(**marks)

    @classmethod
    def season(cls, year: int, number: int, **marks: bool) -> Self:
        """Spring 1, summer 2, autumn 3, winter 4 (the winter that begins in December of `year`)."""
        return cls(f"{year:04}-{20 + number}").marked(**marks)

    @classmethod
    def year(cls, year: int, **marks: bool) -> Self:
        """A calendar year."""
        return cls(f"{year:04}").marked(**marks)

    @classmethod
    def unknown(cls, words: str = "", *, uncertain: bool = False) -> Self:
        """Nothing is known but perhaps the words used."""
        return cls(UNKNOWN + ("?" if uncertain else ""), words)

    def marked(self, *, uncertain: bool = False, approximate: bool = False) -> Self:
        """The same time with these marks instead of the ones it has."""
        mark = _MARKS[uncertain, approximate]
        bare = self.edtf.translate({ord(c): None for c in "?~%"})
        return type(self)("/".join(part + mark for part in bare.split("/")), self.words)

    def said(self, words: str) -> Self:
        """The same time with the words of its source."""
        return type(self)(self.edtf, words)

    @property
    def span(self) -> Span:
        """What it covers; an unknown time lies after every other."""
        return _span(self.edtf)

    @property
    def precision(self) -> Precision:
        """How much is known."""
        return self.span.precision

    @property
    def first(self) -> date:
        """The first day it may be on."""
        return self.span.first

    @property
    def last(self) -> date:
        """The last day it may be on, inclusive."""
        return self.span.last

    @property
    def clock(self) -> time | None:
        """The time of day it starts, if known."""
        return self.span.clock

    @property
    def until(self) -> datetime | None:
        """The wall-clock moment it ends, if known."""
        return self.span.until

    @property
    def start(self) -> datetime | None:
        """The wall-clock moment it starts, if known."""
        return datetime.combine(self.first, self.clock) if self.clock else None

    @property
    def uncertain(self) -> bool:
        """Whether it is tentative."""
        return self.edtf.endswith(("?", "%"))

    @property
    def approximate(self) -> bool:
        """Whether it is only about then."""
        return self.edtf.endswith(("~", "%"))

    @property
    def known(self) -> bool:
        """Whether days are known: a date, a time of day, or a span from a day or week to another."""
        if self.precision is Precision.RANGE:
            return all(len(part.rstrip("?~%")) >= len("2021-W34") for part in self.edtf.split("/"))
        return self.precision in {Precision.INSTANT, Precision.DATE}

    @property
    def order(self) -> tuple[int, int, bool, date, time]:
        """Sorts as people list things: month by month, in each what has a day (or week) first."""
        vague = not self.known and self.precision is not Precision.WEEK
        return (self.first.year, self.first.month, vague, self.first, self.clock or time.min)


def _minute(moment: datetime) -> str:
    return moment.replace(tzinfo=None).isoformat(timespec="minutes")


@lru_cache(maxsize=4096)
def _span(edtf: str) -> Span:
    parts = edtf.split("/")
    bare = [part.rstrip("?~%") for part in parts]
    marks = {part[len(core) :] for part, core in zip(parts, bare, strict=True)}
    if len(marks) > 1 or not marks <= set(_MARKS.values()):  # `uncertain` is said of the whole, not of a half
        raise _unknown(edtf)
    if bare == [UNKNOWN]:
        return _FOREVER
    match [_single(part, edtf) for part in bare]:
        case [only]:
            return only
        case [first, last]:
            return _interval(first, last, edtf)
    raise _unknown(edtf)


def _interval(first: Span, last: Span, edtf: str) -> Span:
    starts, ends = first.precision, last.precision
    if Precision.INSTANT in {starts, ends}:
        opening, closing = first.clock, last.clock
        if opening is None or closing is None:
            raise _unknown(edtf)
        until = datetime.combine(last.first, closing)
        if until < datetime.combine(first.first, opening):
            raise _unknown(edtf)
        return Span(Precision.INSTANT, first.first, last.last, opening, until)
    if first.first > last.last:
        raise _unknown(edtf)
    months = starts is ends is Precision.MONTH
    return Span(Precision.MONTHS if months else Precision.RANGE, first.first, last.last)


def _single(text: str, edtf: str) -> Span:
    try:
        return _parse(text)
    except (ValueError, OverflowError) as error:  # OverflowError: the last week of 9999
        raise _unknown(edtf) from error


def _parse(text: str) -> Span:
    if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}", text):
        moment = datetime.fromisoformat(text)
        return Span(Precision.INSTANT, moment.date(), moment.date(), moment.time())
    if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
        day = date.fromisoformat(text)
        return Span(Precision.DATE, day, day)
    if week := re.fullmatch(r"([0-9]{4})-W([0-9]{2})", text):
        monday = date.fromisocalendar(int(week[1]), int(week[2]), 1)
        return Span(Precision.WEEK, monday, monday + timedelta(days=6))
    if part := re.fullmatch(r"([0-9]{4})-([0-9]{2})", text):
        return _part_of_year(int(part[1]), int(part[2]))
    if re.fullmatch(r"[0-9]{4}", text):
        return Span(Precision.YEAR, date(int(text), 1, 1), date(int(text), 12, 31))
    raise _unknown(text)


def _part_of_year(year: int, number: int) -> Span:
    if number in _SEASON_STARTS:
        return Span(Precision.SEASON, *_months(year, _SEASON_STARTS[number], 3))
    if number in _QUARTER_STARTS:
        return Span(Precision.QUARTER, *_months(year, _QUARTER_STARTS[number], 3))
    return Span(Precision.MONTH, *_months(year, number, 1))


def _months(year: int, month: int, count: int) -> tuple[date, date]:
    final = month + count - 1
    last_year, last_month = year + (final - 1) // 12, (final - 1) % 12 + 1
    last = date(last_year, last_month, monthrange(last_year, last_month)[1])
    return date(year, month, 1), last


def _unknown(edtf: str) -> ValueError:
    return ValueError(f"not a time that is known here: {edtf!r}")
