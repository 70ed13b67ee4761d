"""Days that are called by a name: when they are in a year. The words stand in the role "feast"."""

from collections.abc import Callable
from datetime import date, timedelta

from dateutil.easter import easter

from council.when import When
from plans.weekdays import SATURDAY, SUNDAY, nth_weekday, weekday_from

_Rule = Callable[[int], When]
_MONDAY, _FRIDAY = 1, 5


def feast(number: int, year: int) -> When:
    """The feast with this number in the tables of the languages (1 for the first).

    Raises:
        ValueError: when there is none with this number.
    """
    if not 1 <= number <= len(_RULES):
        raise ValueError(f"no feast has the number {number}")
    return _RULES[number - 1](year)


def _fixed(month: int, day: int) -> _Rule:
    return lambda year: When.on(date(year, month, day))


def _from_easter(days: int) -> _Rule:
    return lambda year: When.on(easter(year) + timedelta(days=days))


def _nth(nth: int, weekday: int, month: int) -> _Rule:
    return lambda year: When.on(nth_weekday(year, month, nth, weekday))


def _from(weekday: int, month: int, day: int) -> _Rule:
    """The first such weekday from a day on."""
    return lambda year: When.on(weekday_from(date(year, month, day), weekday))


_RULES: tuple[_Rule, ...] = (
    _fixed(1, 1),
    _fixed(1, 6),
    _from_easter(-49),  # fastelavn
    _from_easter(-48),
    _from_easter(-47),
    _from_easter(-46),
    _from_easter(-7),  # Palm Sunday
    _from_easter(-3),
    _from_easter(-2),
    _from_easter(-1),
    _from_easter(0),
    _from_easter(1),
    _from_easter(39),  # Ascension
    _from_easter(48),
    _from_easter(49),  # Whitsun
    _from_easter(50),
    _fixed(6, 5),  # the constitutions of Denmark and Norway, the national day of Sweden
    _fixed(5, 17),
    _fixed(6, 6),
    _fixed(4, 30),  # Walpurgis
    _fixed(6, 23),  # the eve of St John's
    _fixed(6, 24),
    _from(_FRIDAY, 6, 19),  # midsummer in Sweden
    _from(SATURDAY, 6, 20),
    _from(SATURDAY, 10, 31),  # All Saints' in Sweden
    _nth(1, SUNDAY, 11),  # and in Denmark and Norway
    _fixed(11, 10),  # the eve of Martinmas
    _fixed(12, 13),  # St Lucy's
    _fixed(12, 23),
    _fixed(12, 24),
    _fixed(12, 25),
    _fixed(12, 26),
    _fixed(12, 31),
    _from(SUNDAY, 11, 27),  # Advent
    _from(SUNDAY, 12, 4),
    _from(SUNDAY, 12, 11),
    _from(SUNDAY, 12, 18),
    _nth(2, SUNDAY, 11),  # Remembrance Sunday
    _nth(1, _MONDAY, 5),  # the bank holidays of England and Wales
    _nth(-1, _MONDAY, 5),
    _nth(-1, _MONDAY, 8),
    _fixed(10, 24),  # United Nations Day
    _fixed(10, 31),
    lambda year: When.between(date(year, 12, 27), date(year, 12, 30)),
    lambda year: When.between(date(year, 12, 22), date(year + 1, 1, 10), approximate=True),
    _fixed(2, 14),
)
