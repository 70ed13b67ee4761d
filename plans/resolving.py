"""From what is written to when that is: the years and months that were left out, and the calendar."""

import itertools
from dataclasses import replace
from datetime import date, timedelta

from council.when import When
from plans.atoms import Atom, Context
from plans.notations import Unit
from plans.placing import place

_LEAP_CYCLE = 9  # a 29 February comes back within eight years, but for 2100
_NEXT = 2  # the place of "næste" in the table "coming"
_FAR = 9  # months between a row and a date under it, from which the date is in the year beside


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
    if atom.unit is Unit.NUMBER and known.unit in {Unit.QUARTER, Unit.HALF}:
        return replace(atom, unit=known.unit, nth=atom.number)
    if atom.unit is Unit.PART_OF_MONTH and atom.month is None and known.unit is Unit.PART_OF_MONTH:
        return replace(atom, month=known.month)
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
        year = context.year + _after_turn(atoms[0], context.year, context.turn)
        return _fitting(atoms[0], year, (context.year, context.year + 1))
    beside = (context.year + 1, context.year - 1) if context.guessed else ()
    away = _months_away(atoms[0], context.year, context.month) if context.month else 0
    return _fitting(atoms[0], context.year + away, beside)


def _fitting(atom: Atom, year: int, others: tuple[int, ...]) -> int:
    """The year in which the weekday of a date is right, if it is not in the first one."""
    if atom.unit is not Unit.DAY or atom.weekday is None:
        return year
    return next((each for each in (year, *others) if _is_weekday(atom, each)), year)


def _is_weekday(atom: Atom, year: int) -> bool:
    there = place(atom, year)
    return there is not None and there.first.isoweekday() == atom.weekday


def _months_away(atom: Atom, year: int, under: int) -> int:
    """By how many years it is beside that of the month under whose name it stands."""
    if atom.unit is Unit.SEASON:
        season = place(atom, year)
        return bool(season and season.last < date(year, under, 1))
    month = atom.month or under
    return (under - month >= _FAR) - (month - under >= _FAR)


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
