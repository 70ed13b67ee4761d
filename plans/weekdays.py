"""Weekdays by the calendar: 1 for Monday … 7 for Sunday."""

from calendar import monthrange
from datetime import date, timedelta

SATURDAY, SUNDAY = 6, 7
_WEEK = 7


def nth_weekday(year: int, month: int, nth: int, weekday: int) -> date:
    """The n-th such weekday of a month; -1 is the last, -2 the one before it.

    Raises:
        ValueError: when the month has no fifth one.
    """
    if nth < 0:
        last = date(year, month, monthrange(year, month)[1])
        return last - timedelta(days=(last.isoweekday() - weekday) % _WEEK - _WEEK * (nth + 1))
    return weekday_from(date(year, month, 1), weekday).replace(
        day=1 + (weekday - date(year, month, 1).isoweekday()) % _WEEK + _WEEK * (nth - 1)
    )


def weekday_from(day: date, weekday: int) -> date:
    """The first such weekday from a day on."""
    return day + timedelta(days=(weekday - day.isoweekday()) % _WEEK)
