"""From what is said of a rule to its first day and the rule of RFC 5545, with the days it leaves out.

UNTIL is the end that the text states: the day, or the last day of the month or week; without one the last
day of the year, the season or the month that the text is about. Days inside that are left out are EXDATEs.
Months that are not next to each other are a BYMONTH, which says the same shorter.
"""

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from council.recurrence import Recurrence, occurrences
from council.when import When
from plans.atoms import Context
from plans.lexicon import LAST
from plans.recurring_words import Cycle
from plans.weekdays import nth_weekday

_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_WEEK = timedelta(days=7)
_DAY = timedelta(days=1)
_EVERY_OTHER = 2
_LONGEST = timedelta(days=366 * 4)  # no plan goes on for longer
_QUARTERS = (1, 4, 7, 10)

Span = tuple[date, date]


@dataclass(frozen=True, slots=True)
class Bounds:
    """What a text says of when a rule holds.

    `start` is known to the day if `exact`; `windows` are times in which it holds ("i marts og april"), all
    of them whole months if `by_month`. `left_out` are spans, `months_out` and `weeks_out` those of every
    year; `odd` tells of which weeks; `times` is how often in all (0: not said).
    """

    start: date | None = None
    exact: bool = False
    end: date | None = None
    windows: tuple[Span, ...] = ()
    by_month: bool = False
    left_out: tuple[Span, ...] = ()
    months_out: frozenset[int] = frozenset()
    weeks_out: frozenset[int] = frozenset()
    holidays: frozenset[date] = frozenset()
    odd: bool | None = None
    times: int = 0

    @property
    def stated(self) -> bool:
        """Whether the text itself says when it holds."""
        return bool(self.start or self.end or self.windows or self.odd is not None)


def anchored(cycle: Cycle, bounds: Bounds) -> bool:
    """Whether it can be known on which days it falls: "hver anden tirsdag" alone is on either half."""
    if cycle.dayless:
        return cycle.unit == "week" and bounds.start is not None and bounds.exact
    if cycle.interval == 1 or bounds.odd is not None:
        return True
    return bounds.start is not None and (bounds.exact or cycle.unit == "month")


def placed(cycle: Cycle, bounds: Bounds, context: Context) -> tuple[date, Recurrence] | None:
    """The first day and the rule; None where no day fits, or nothing says the year."""
    span = _span(bounds, context)
    if span is None:
        return None
    start, end = span
    if cycle.dayless:
        cycle = Cycle(cycle.unit, cycle.interval, (start.isoweekday(),))
    first = next((day for day in _walk(start, end) if _fits(cycle, day)), None)
    if first is None:
        return None
    months = _months(bounds)
    rule = ";".join([_frequency(cycle, bounds), *_by(cycle, months)])
    every = _days(rule, first, end)
    kept = [day for day in every if _held(day, bounds)]
    if bounds.odd is not None:
        rule, first, every, kept = _by_weeks(rule, first, every, kept)
    if bounds.times and len(kept) > bounds.times:
        kept = kept[: bounds.times]
        end = kept[-1]
    if not kept:
        return None
    left_out = tuple(day for day in every if kept[0] < day <= end and day not in set(kept))
    return kept[0], Recurrence(f"{rule};UNTIL={end:%Y%m%d}", left_out)


def _by_weeks(
    rule: str, first: date, every: list[date], kept: list[date]
) -> tuple[str, date, list[date], list[date]]:
    """Odd or even weeks as every other week, where that is the same.

    It is not over New Year behind a week 53, when two odd weeks follow each other.
    """
    if not kept:
        return rule, first, every, kept
    other = rule.replace("FREQ=WEEKLY", f"FREQ=WEEKLY;INTERVAL={_EVERY_OTHER}")
    stepped = _days(other, kept[0], every[-1])
    if set(kept) <= set(stepped):
        return other, kept[0], stepped, kept
    return rule, first, every, kept


def _days(rule: str, first: date, end: date) -> list[date]:
    return [when.first for when in occurrences(When.on(first), Recurrence(rule), end)]


def _span(bounds: Bounds, context: Context) -> Span | None:
    """From when to when the rule holds."""
    lows, highs = [low for low, _ in bounds.windows], [high for _, high in bounds.windows]
    known = bounds.start or (min(lows) if lows else None)
    around = _around(known or bounds.end, context)
    if around is None:
        return None
    start = known or around[0]
    end = bounds.end or (max(highs) if highs and max(highs) >= start else around[1])
    if end < start:
        end = _next_year(end)
    return (start, min(end, start + _LONGEST)) if start <= end else None


def _around(day: date | None, context: Context) -> Span | None:
    """The year, season or month that the text is about; the calendar year of a day outside of it."""
    span = _about(context)
    if day is None or (span and span[0] <= day <= span[1]):
        return span
    return date(day.year, 1, 1), date(day.year, 12, 31)


def _about(context: Context) -> Span | None:
    year = context.year
    if year is None:
        return None
    if context.month:
        return _month(year, context.month)
    if context.turn > 1:
        return date(year, context.turn, 1), date(year + 1, context.turn, 1) - _DAY
    return date(year, 1, 1), date(year, 12, 31)


def _month(year: int, month: int) -> Span:
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])


def _next_year(day: date) -> date:
    try:
        return day.replace(year=day.year + 1)
    except ValueError:  # 29 February
        return day.replace(year=day.year + 1, day=28)


def _walk(start: date, end: date) -> Iterator[date]:
    return (start + timedelta(days=shift) for shift in range((end - start).days + 1))


def _fits(cycle: Cycle, day: date) -> bool:
    """Whether a day is one on which the rule could begin."""
    if cycle.quarterly and day.month not in _QUARTERS:
        return False
    if cycle.month_days:
        return day.day in cycle.month_days
    if cycle.unit == "day":
        return True
    if cycle.together:
        return day in {_nth_workday(day, nth) for nth in cycle.nths}
    if day.isoweekday() not in cycle.weekdays:
        return False
    return cycle.unit == "week" or any(_is_nth(day, nth) for nth in cycle.nths)


def _is_nth(day: date, nth: int) -> bool:
    try:
        return nth_weekday(day.year, day.month, nth, day.isoweekday()) == day
    except ValueError:
        return False


def _nth_workday(day: date, nth: int) -> date | None:
    workdays = [each for each in _walk(*_month(day.year, day.month)) if each.isoweekday() in range(1, 6)]
    at = nth if nth == LAST else nth - 1
    return workdays[at] if at < len(workdays) else None


def _held(day: date, bounds: Bounds) -> bool:
    inside = not bounds.windows or any(low <= day <= high for low, high in bounds.windows)
    out = any(low <= day <= high for low, high in bounds.left_out) or day in bounds.holidays
    week = day.isocalendar().week
    parity = bounds.odd is None or bool(week % 2) == bounds.odd
    return (
        inside and parity and not out and day.month not in bounds.months_out and week not in bounds.weeks_out
    )


def _months(bounds: Bounds) -> tuple[int, ...]:
    """The months that are named one by one, if there are gaps between them."""
    if not bounds.by_month or len(bounds.windows) == 1:
        return ()
    return tuple(sorted({day.month for low, high in bounds.windows for day in _walk(low, high)}))


def _frequency(cycle: Cycle, bounds: Bounds) -> str:
    interval = 1 if bounds.odd is not None else cycle.interval
    step = f";INTERVAL={interval}" if interval > 1 else ""
    return {"day": "FREQ=DAILY", "week": "FREQ=WEEKLY", "month": "FREQ=MONTHLY"}[cycle.unit] + step


def _by(cycle: Cycle, months: tuple[int, ...]) -> list[str]:
    parts = []
    if cycle.quarterly:
        months = _QUARTERS
    if months:
        parts.append("BYMONTH=" + ",".join(map(str, months)))
    if cycle.month_days:
        parts.append("BYMONTHDAY=" + ",".join(map(str, cycle.month_days)))
    if cycle.weekdays:
        nths = cycle.nths if cycle.unit == "month" and not cycle.together else ()
        days = [f"{nth}{_DAYS[day - 1]}" for nth in nths for day in cycle.weekdays]
        parts.append("BYDAY=" + ",".join(days or [_DAYS[day - 1] for day in cycle.weekdays]))
    if cycle.together:
        parts.append("BYSETPOS=" + ",".join(map(str, cycle.nths)))
    return parts
