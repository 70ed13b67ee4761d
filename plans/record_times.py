"""When a row of a table is: its columns of dates, weeks, months, days and hours as one time."""

import re
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import lru_cache

from council.when import Precision, When
from plans.atoms import Context
from plans.clocks import find_clocks
from plans.doubting import rule_differs
from plans.items import Item, read_item
from plans.lexicon import ALL_LANGUAGES, lexicon
from plans.markers import ANY_TIME, Marker, marker
from plans.phrases import Phrase, phrases
from plans.record_columns import Use
from plans.table_cells import (
    has_words,
    hours_in,
    nothing,
    plain_time,
    weekday_of,
    with_month,
)
from plans.table_shapes import Line

_YEAR = re.compile(r"(?:19|20)\d\d")
_WIDE = {Precision.WEEK, Precision.MONTH, Precision.MONTHS, Precision.QUARTER, Precision.SEASON}
_ANY = Context(year=2000)
_BRACKET = re.compile(r"\s?\((?P<said>[^()]{2,100})\)?")
_HOURS_AT_END = re.compile(
    r"(?<=[^\W\d_]),?\s{1,3}(?P<hours>\d{1,2}(?:[.:]\d\d)?\s?[-–]\s?\d{1,2}(?:[.:]\d\d)?|\d{1,2}[.:]\d\d)$"
)
_NEAR = 2

_FAR = 100  # days behind a meeting from which a deadline is in the year before


@dataclass(slots=True)
class Record:
    """One row with the texts of its columns; what goes on in the lines below is put behind them."""

    line: Line
    texts: dict[Use, str]
    due: list[tuple[str, str]] = field(default_factory=list)
    rows: set[int] = field(default_factory=set)
    month: Marker | None = None

    def text(self, use: Use) -> str:
        """What stands in the column with this use; "" for "-"."""
        text = self.texts.get(use, "")
        return "" if nothing(text) else text


def core_of(record: Record) -> str:
    """The time of a row as a plan says it in one line: "torsdag 4. marts kl. 17.00-19.00"."""
    text = record.text(Use.WHEN)
    if record.month:
        text = with_month(plain_time(record.text(Use.DAY)), record.month.words.split()[0])
        text = text or record.month.words
    text = plain_time(text)
    if until := record.text(Use.UNTIL):
        text = f"{text} - {plain_time(until)}"
    hours = hours_in(record.text(Use.HOURS))
    if hours and record.text(Use.END):
        hours = f"{hours}-{hours_in(record.text(Use.END)).removeprefix('kl. ')}"
    return f"{text} {hours}".strip()


def without_remark(core: str) -> tuple[str, str]:
    """A time without what is said of it in brackets behind: "15. juni (utsatt frist fra 1. juni)"."""
    match = _BRACKET.search(core)
    if match is None or not has_words(match["said"]) or not phrases(core[: match.start()], _ANY):
        return core, ""
    return f"{core[: match.start()]} {core[match.end() :]}".strip(), match["said"]


def hours_at_end(title: str) -> str:
    """The hours that end a title without a word for them: "Julemarked 11-15", "samling 11.00"."""
    match = _HOURS_AT_END.search(title)
    if match is None or find_clocks(title[: match.start()], ALL_LANGUAGES):
        return ""
    return hours_in(match["hours"])


def times_in(text: str, context: Context) -> tuple[Phrase, ...]:
    """The times in a text; from a month to a day ("april - 15. maj") is one."""
    found = phrases(text, context)
    span = re.match(r"(?P<month>[^\W\d_]{3,12}\.?(?:\s\d{4})?)\s?[-–]\s?(?=\d)", text)
    first = marker(span["month"]) if span and found and found[-1].start > 0 else None
    if first is None or not found[-1].when.known or len(found) > _NEAR:
        return found
    last = found[-1].when
    year = first.year or last.last.year - (first.month > last.last.month)
    when = When.between(date(year, first.month, 1), last.last).said(text)
    return (replace(found[-1], when=when, spans=((0, found[-1].end),), words=text),)


def before(context: Context, day: date | None, text: str) -> Context:
    """What is known of the year of a deadline: it is the last such day before the meeting."""
    if day is None:
        return context
    there = times_in(plain_time(text), replace(context, year=day.year, turn=0, today=None))
    late = (
        bool(there)
        and there[0].when.known
        and there[0].when.first > day
        and (there[0].when.first - day).days > _FAR
    )
    return replace(context, year=day.year - late, turn=0)


def within(title: str, found: tuple[Phrase, ...], context: Context) -> Item | None:
    """The item whose text says the day in the week or month of its row: "torsdag kl. 17" beside "Uge 26"."""
    if len(found) != 1 or found[0].when.precision not in _WIDE:
        return None
    when = found[0].when
    if when.precision is Precision.WEEK:
        title = _weekdays().sub(lambda match: f"{match[0]} {_day_of(when, match[0])}", title)
    item = read_item(title, replace(context, month=when.first.month, turn=0))
    if not item.whens or not all(each.known for each in item.whens):
        return None
    if all(when.first <= each.first and each.last <= when.last for each in item.whens):
        return item
    said = len(item.whens) == 1 and (item.doubts or _YEAR.search(item.whens[0].words))
    return replace(item, doubts=item.doubts or (rule_differs(when, item.whens[0], title),)) if said else None


def _day_of(week: When, weekday: str) -> str:
    day = week.first + timedelta(days=(weekday_of(weekday) or 1) - 1)
    return f"{day.day}/{day.month}-{day.year}"


@lru_cache(maxsize=1)
def _weekdays() -> re.Pattern[str]:
    """A weekday without a date behind it."""
    words = lexicon(ALL_LANGUAGES)
    the = words.patterns["the"]
    return re.compile(
        rf"(?<!\w)(?:{words.patterns['full weekday']})(?!\w)(?!,?\s?(?:(?:{the})\.?\s)?\d)", re.IGNORECASE
    )


def vague(text: str, context: Context) -> When:
    """The time of a marker, or none with the words that stand there."""
    found = marker(text)
    known = found and found.month != ANY_TIME
    return found.when(context.year) if found and known else When.unknown(text)
