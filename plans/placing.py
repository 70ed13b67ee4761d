"""When a date as written is, in a year that is known: what each kind of it means in the calendar."""

from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta

from council.when import When
from plans.atoms import Atom
from plans.feasts import feast
from plans.lexicon import LAST
from plans.notations import Unit
from plans.weekdays import SATURDAY, SUNDAY, nth_weekday

_PARTS_OF_MONTH = {1: (1, 10), 2: (11, 20), 3: (21, 31)}
_PARTS_OF_YEAR = {1: (1, 2), 2: (6, 7), 3: (11, 12)}
_TEN_DAYS = 10


def place(atom: Atom, year: int) -> When | None:
    """When an atom is in this year; None if there is no such day, week or part."""
    reading = _PLACES.get(atom.unit)
    try:
        return reading(atom, year) if reading else None
    except (ValueError, OverflowError):
        return None


def _day(atom: Atom, year: int) -> When:
    month = atom.month or 0
    number = monthrange(year, month)[1] if atom.number == LAST and month else atom.number
    return When.on(date(year, month, number or 0))


def _part_of_month(atom: Atom, year: int) -> When:
    """Days 1-10, 11-20, 21-last: the commonest reading; accounts mean the first and the last day."""
    month = atom.month or 0
    first, last = _PARTS_OF_MONTH[atom.part or 0]
    return When.between(date(year, month, first), date(year, month, min(last, monthrange(year, month)[1])))


def _part_of_year(atom: Atom, year: int) -> When:
    first, last = _PARTS_OF_YEAR[atom.part or 0]
    return When.between(f"{year}-{first:02}", f"{year}-{last:02}", approximate=True)


def _half(atom: Atom, year: int) -> When:
    first = {1: 1, 2: 7}.get(atom.nth or 0, 0)
    return When.between(f"{year}-{first:02}", f"{year}-{first + 5:02}")


def _half_of_month(atom: Atom, year: int) -> When:
    month = atom.month or 0
    first, last = {1: (1, 15), 2: (16, monthrange(year, month)[1])}.get(atom.nth or 0, (0, 0))
    return When.between(date(year, month, first), date(year, month, last))


def _turn(atom: Atom, year: int) -> When:
    """The last ten days of one month and the first ten of the next."""
    month, then = atom.month or 0, atom.until or 0
    first = date(year, month, monthrange(year, month)[1] - _TEN_DAYS + 1)
    return When.between(first, date(year + (then < month), then, _TEN_DAYS), approximate=True)


def _nth_weekday(atom: Atom, year: int) -> When:
    return When.on(nth_weekday(year, atom.month or 0, atom.nth or 0, atom.weekday or 0))


def _nth_weekend(atom: Atom, year: int) -> When:
    """Saturday and Sunday, both in that month."""
    sunday = nth_weekday(year, atom.month or 0, atom.nth or 0, SUNDAY)
    if sunday.day == 1:
        sunday += timedelta(days=7 if atom.nth != LAST else -7)
    return When.between(sunday - timedelta(days=1), sunday)


def _week(atom: Atom, year: int) -> When:
    first = When.week(year, atom.number or 0)
    if atom.until is None:
        return first
    return When.between(first.edtf, When.week(year + (atom.until < (atom.number or 0)), atom.until).edtf)


def _weekday_of_week(atom: Atom, year: int) -> When:
    first, until = atom.weekday or 0, atom.until or 0
    day = date.fromisocalendar(year, atom.number or 0, first)
    return When.between(day, day + timedelta(days=until - first)) if until > first else When.on(day)


def _weekend_of_week(atom: Atom, year: int) -> When:
    saturday = date.fromisocalendar(year, atom.number or 0, SATURDAY)
    return When.between(saturday, saturday + timedelta(days=1))


def _days_of_week(atom: Atom, year: int) -> When:
    """The first or the last few days of an ISO week."""
    monday, days = date.fromisocalendar(year, atom.number or 0, 1), (atom.until or 1) - 1
    if atom.nth == LAST:
        return When.between(monday + timedelta(days=6 - days), monday + timedelta(days=6))
    if atom.nth != 1:
        raise ValueError("only the first and the last days of a week are known")
    return When.between(monday, monday + timedelta(days=days))


def _week_of(atom: Atom, year: int) -> When:
    return When.week(*date(year, atom.month or 0, atom.number or 0).isocalendar()[:2])


_PLACES: dict[Unit, Callable[[Atom, int], When]] = {
    Unit.DAY: _day,
    Unit.WEEK: _week,
    Unit.MONTH: lambda atom, year: When.month(year, atom.month or 0),
    Unit.PART_OF_MONTH: _part_of_month,
    Unit.PART_OF_YEAR: _part_of_year,
    Unit.QUARTER: lambda atom, year: When.quarter(year, atom.nth or 0),
    Unit.HALF: _half,
    Unit.SEASON: lambda atom, year: When.season(year, atom.number or 0),
    Unit.NTH_WEEKDAY: _nth_weekday,
    Unit.NTH_WEEKEND: _nth_weekend,
    Unit.HALF_OF_MONTH: _half_of_month,
    Unit.TURN: _turn,
    Unit.WEEKDAY_OF_WEEK: _weekday_of_week,
    Unit.WEEKEND_OF_WEEK: _weekend_of_week,
    Unit.DAYS_OF_WEEK: _days_of_week,
    Unit.WEEK_OF: _week_of,
    Unit.FEAST: lambda atom, year: feast(atom.number or 0, year),
}
