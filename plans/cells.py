"""What a cell of a spreadsheet shows, in words that the date grammar reads without a doubt.

A cell holds a moment and a format that shows a part of it. Only what is shown is read: "marts 2027" is the
first of March to the spreadsheet, and nobody has said so.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from plans.languages import LANGUAGES

_HIDDEN = re.compile(r'general|"[^"]{0,200}"|\\.|_.|\*.|\[(?!h{1,2}\]|m{1,2}\]|s{1,2}\])[^\]]{0,60}\]')
_TOKEN = re.compile(r"y+|m+|d+|h+|s+", re.IGNORECASE)
_SHORT_DAY = 2  # "d" and "dd" show the day, "ddd" and "dddd" that of the week
_WORDS = LANGUAGES["da"].numbered


@dataclass(frozen=True, slots=True)
class Shown:
    """Which parts of a moment a format shows."""

    year: bool = False
    month: bool = False
    day: bool = False
    weekday: bool = False
    clock: bool = False


def shown_by(number_format: str) -> Shown:
    """What a number format shows; one without any such part shows a whole date."""
    tokens = list(_tokens(number_format))
    if not tokens:
        return Shown(year=True, month=True, day=True)
    return Shown(
        year=any(token[0] == "y" for token in tokens),
        month="month" in tokens,
        day=any(token[0] == "d" and len(token) <= _SHORT_DAY for token in tokens),
        weekday=any(token[0] == "d" and len(token) > _SHORT_DAY for token in tokens),
        clock=any(token[0] == "h" for token in tokens),
    )


def _tokens(number_format: str) -> Iterator[str]:
    """The parts of a format; an "m" beside hours or seconds is minutes, any other the "month"."""
    found = [each.lower() for each in _TOKEN.findall(_HIDDEN.sub(" ", number_format.partition(";")[0]))]
    for at, token in enumerate(found):
        before, after = found[at - 1][0] if at else "", found[at + 1][0] if at + 1 < len(found) else ""
        if token[0] == "m" and before != "h" and after != "s":
            yield "month"
        else:
            yield token


def text_of(value: object, number_format: str = "General", *, years: bool = True) -> str:
    """The text of a value: "2027-03-04 kl. 17:00", "4. marts" where no year is shown, "kl. 17:00", "12,5".

    With `years` the year of a date is told also where it is not shown.
    """
    if isinstance(value, datetime):
        return _moment(value, shown_by(number_format), years=years)
    if isinstance(value, date):
        return _moment(datetime.combine(value, time()), shown_by(number_format), years=years)
    if isinstance(value, time):
        return f"kl. {value:%H:%M}"
    if isinstance(value, timedelta):
        minutes = int(value.total_seconds()) // 60
        return f"{minutes // 60}:{minutes % 60:02}"
    if isinstance(value, bool):
        return "x" if value else ""
    return _number(value) if isinstance(value, float) else str(value if value is not None else "")


def _number(value: float) -> str:
    """With a comma, since "25.2" is a date."""
    return str(int(value)) if value.is_integer() else f"{value:.10g}".replace(".", ",")


def _moment(value: datetime, shown: Shown, *, years: bool) -> str:
    clock = f"kl. {value:%H:%M}" if shown.clock and (value.time() != time() or not shown.month) else ""
    return " ".join(filter(None, (_day(value, shown, years=years), clock)))


def _day(value: datetime, shown: Shown, *, years: bool) -> str:
    month = _WORDS["month"][value.month - 1].split("|")[0]
    if shown.day and shown.month:
        dated = shown.year or years
        return value.date().isoformat() if dated else f"{value.day}. {month}"
    if shown.month:
        return f"{month} {value.year}" if shown.year else month
    if shown.day:
        return f"{value.day}."
    if shown.weekday:
        return _WORDS["weekday"][value.isoweekday() - 1].split("|")[0]
    return str(value.year) if shown.year else ""
