"""From what is written to when that is: the years and months that were left out, and the calendar."""

import itertools
from calendar import monthrange
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from council.when import When
from plans.atoms import Atom, Context
from plans.lexicon import LAST
from plans.notations import Unit

_LEAP_CYCLE = 9  # a 29 February comes back within eight years, but for 2100
_PARTS_OF_MONTH = {1: (1, 10), 2: (11, 20), 3: (21, 31)}
_PARTS_OF_YEAR = {1: (1, 2), 2: (6, 7), 3: (11, 12)}
_NEXT = 2  # the place of "næste" in the table "coming"
_FAR = 9  # months between a row and a date under it, from which the date is in the year beside


def place(atom: Atom, year: int) -> When | None:
    """When an atom is in this year; None if there is no such day, week or part."""
    reading = _PLACES.get(atom.unit)
    try:
        return reading(atom, year) if reading else None
    except (ValueError, OverflowError):
        return None


def _day(atom: Atom, year: int) -> When:
    return When.on(date(year, atom.month or 0, atom.number or 0))


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


def _nth_weekday(atom: Atom, year: int) -> When:
    return When.on(nth_weekday(year, atom.month or 0, atom.nth or 0, atom.weekday or 0))


def nth_weekday(year: int, month: int, nth: int, weekday: int) -> date:
    """The n-th Monday (1) … Sunday (7) of a month; -1 is the last.

    Raises:
        ValueError: when the month has no fifth one.
    """
    if nth == LAST:
        last = date(year, month, monthrange(year, month)[1])
        return last - timedelta(days=(last.isoweekday() - weekday) % 7)
    first = date(year, month, 1)
    return first.replace(day=1 + (weekday - first.isoweekday()) % 7 + 7 * (nth - 1))


_PLACES: dict[Unit, Callable[[Atom, int], When]] = {
    Unit.DAY: _day,
    Unit.WEEK: lambda atom, year: When.week(year, atom.number or 0),
    Unit.MONTH: lambda atom, year: When.month(year, atom.month or 0),
    Unit.PART_OF_MONTH: _part_of_month,
    Unit.PART_OF_YEAR: _part_of_year,
    Unit.QUARTER: lambda atom, year: When.quarter(year, atom.nth or 0),
    Unit.HALF: _half,
    Unit.SEASON: lambda atom, year: When.season(year, atom.number or 0),
    Unit.NTH_WEEKDAY: _nth_weekday,
}


def from_today(atom: Atom, today: date) -> When | None:
    """When a word that counts from today means: "i morgen", "torsdag", "næste torsdag", "næste uge".

    "Næste torsdag" is the Thursday of next week, as most Danes have it.
    """
    monday = today - timedelta(days=today.weekday())
    later = atom.part == _NEXT
    match atom.unit:
        case Unit.RELATIVE:
            return When.on(today + timedelta(days=(atom.number or 1) - 1))
        case Unit.COMING if later:
            return When.on(monday + timedelta(days=6 + (atom.weekday or 1)))
        case Unit.COMING:
            return When.on(today + timedelta(days=((atom.weekday or 1) - today.isoweekday()) % 7))
        case Unit.COMING_WEEK:
            start = monday + timedelta(days=7 if later else 0)
            return When.week(*start.isocalendar()[:2])
        case _:
            return None


def complete(atoms: tuple[Atom, ...]) -> tuple[Atom, ...]:
    """Numbers get the month (or the week) and all get the year that is said once for them.

    "28. maj, 27. august og 17. december 2026", "2.-4. maj", "uge 34 til 50": what is said last holds for
    those before it; if nothing comes after, what was said before.
    """
    backwards = tuple(reversed(tuple(itertools.accumulate(reversed(atoms), _take_over))))
    return tuple(itertools.accumulate(backwards, _take_over))


def _take_over(known: Atom, atom: Atom) -> Atom:
    """`atom` with what its neighbour `known` says and it does not."""
    if atom.unit is Unit.NUMBER and known.unit is Unit.WEEK:
        return replace(atom, unit=Unit.WEEK)
    if atom.unit is Unit.NUMBER and known.month and known.unit in {Unit.DAY, Unit.NTH_WEEKDAY}:
        return replace(atom, unit=Unit.DAY, month=known.month)
    return atom


def with_years(atoms: tuple[Atom, ...], rising: tuple[bool, ...], context: Context) -> tuple[Atom, ...]:
    """Every atom with its year, where one can be known.

    `rising` says of each pair of neighbours whether the second is later: "december-januar" turns the year.
    """
    dated = list(atoms)
    said = [at for at, atom in enumerate(atoms) if atom.year is not None]
    if not said:
        dated[0] = replace(dated[0], year=_base_year(atoms, context, turns=any(rising)))
    for at in range(said[-1] - 1 if said else -1, -1, -1):
        if dated[at].year is None:
            dated[at] = _beside(dated[at], dated[at + 1], earlier=rising[at])
    for at in range(1, len(dated)):
        if dated[at].year is None:
            dated[at] = _beside(dated[at], dated[at - 1], later=rising[at - 1])
    return tuple(dated)


def _beside(atom: Atom, other: Atom, *, earlier: bool = False, later: bool = False) -> Atom:
    if other.year is None:
        return atom
    here, there = place(atom, other.year), place(other, other.year)
    if here and there:
        before = earlier and here.first > there.first
        after = later and here.first < there.first
        return replace(atom, year=other.year - before + after)
    return replace(atom, year=other.year)


def _base_year(atoms: tuple[Atom, ...], context: Context, *, turns: bool) -> int | None:
    if context.today:
        return next_year(atoms if turns else atoms[:1], context.today)
    if context.year is None:
        return None
    if context.turn:
        return context.year + _after_turn(atoms[0], context.year, context.turn)
    if context.month is None:
        return context.year
    if atoms[0].unit is Unit.SEASON:
        season = place(atoms[0], context.year)
        return context.year + bool(season and season.last < date(context.year, context.month, 1))
    month = atoms[0].month
    if month is None:
        return context.year
    return context.year + (context.month - month >= _FAR) - (month - context.month >= _FAR)


def _after_turn(atom: Atom, year: int, turn: int) -> bool:
    """Whether it is in the second year of a season that begins with the month `turn`."""
    there = place(atom, year)
    return there is not None and there.last < date(year, turn, 1)


def next_year(atoms: tuple[Atom, ...], today: date) -> int | None:
    """The year of the next time that it can be: not over on this day."""
    final = atoms[-1] if len(atoms) > 1 else atoms[0]
    for year in range(today.year, today.year + _LEAP_CYCLE):
        there = place(final, year)
        if there and there.last >= today:
            start = place(atoms[0], year)
            return year - (start is not None and start.first > there.first)
    return None
