"""The questions that reading raises, each with the readings it proposes."""

from calendar import monthrange
from datetime import date, timedelta

from council.doubts import Doubt, Sort
from council.when import Precision, When

_HALF_A_WEEK = 3


def weekday_differs(when: When, said: int, words: str) -> Doubt:
    """The text names another weekday than the date has: the date, or the nearest such weekday."""
    day = when.first
    shift = (said - day.isoweekday() + _HALF_A_WEEK) % 7 - _HALF_A_WEEK
    return Doubt(Sort.WEEKDAY, words, (when, When.on(day + timedelta(days=shift))), said)


def no_such_day(year: int, month: int | None, words: str) -> Doubt:
    """31 June: the last day of the month, or the first of the next."""
    if month is None:
        return Doubt(Sort.NO_SUCH_DAY, words)
    last = date(year, month, monthrange(year, month)[1])
    return Doubt(Sort.NO_SUCH_DAY, words, (When.on(last), When.on(last + timedelta(days=1))))


def no_year(words: str) -> Doubt:
    """Neither the text nor what is around it says the year."""
    return Doubt(Sort.NO_YEAR, words)


def rule_differs(rule: When, day: When, words: str) -> Doubt:
    """The date in brackets is not the one that the rule gives."""
    return Doubt(Sort.RULE, words, (day, rule))


def misprinted(when: When, words: str) -> Doubt:
    """A figure of the day is printed as a letter: is it what it was taken for?"""
    return Doubt(Sort.MISPRINT, words, (when,))


def one_of(times: tuple[When, ...], words: str = "") -> Doubt:
    """One of several, not yet decided."""
    return Doubt(Sort.ONE_OF, words, times)


def elsewhere(when: When, day: When) -> Doubt:
    """The day that another place in the document gives."""
    return Doubt(Sort.ELSEWHERE, day.words, (when, day))


def another_month(when: When, month: int) -> Doubt:
    """A date under the name of another month: as printed, or the same day of that month."""
    there = _in_month(when, month)
    return Doubt(Sort.OTHER_MONTH, when.words, (when, there) if there else (when,), month)


def backwards(turned: When) -> Doubt:
    """A range that ends before it begins: the other way round."""
    return Doubt(Sort.BACKWARDS, turned.words, (turned,))


def _in_month(when: When, month: int) -> When | None:
    if when.precision is not Precision.DATE:
        return None
    try:
        return When.on(when.first.replace(month=month))
    except ValueError:
        return None
