"""The questions that reading raises, in plain English."""

from datetime import date

from council.when import When
from plans.languages import LANGUAGES


def day_in_words(day: date) -> str:
    """A date as people write it: 18 September 2021."""
    return f"{day.day} {_name('month', day.month)} {day.year}"


def weekday_differs(day: date, said: int) -> str:
    """The text names another weekday than the date has."""
    real, other = _name("weekday", day.isoweekday()), _name("weekday", said)
    return f"{day_in_words(day)} is a {real}, not a {other}. Which is right?"


def no_such_day(words: str) -> str:
    """31 June."""
    return f"There is no such day: {words}. When is it?"


def no_year(words: str) -> str:
    """Neither the text nor what is around it says the year."""
    return f"Which year is meant: {words}?"


def rule_differs(rule: When, day: date) -> str:
    """The date in brackets is not the one that the rule gives."""
    return f"The words mean {day_in_words(rule.first)}, the date is {day_in_words(day)}. Which is right?"


def one_of(days: tuple[When, ...]) -> str:
    """One of several dates, not yet decided."""
    return f"It is one of: {', '.join(in_words(day) for day in days)}. Which one?"


def another_month(when: When, month: int) -> str:
    """A date under the name of another month."""
    return f"{in_words(when)} stands under {_name('month', month)}. Which is right?"


def in_words(when: When) -> str:
    """A time for a question: as a date if it is one, else as the text put it."""
    return day_in_words(when.first) if when.first == when.last else when.words or when.edtf


def _name(role: str, number: int) -> str:
    return LANGUAGES["en"].numbered[role][number - 1].split("|")[0].capitalize()
