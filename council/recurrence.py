"""What comes back: a rule of RFC 5545 (section 3.3.10) with the days that are left out."""

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from council.when import Precision, When

_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_BY_DAY = re.compile(r"([+-]?[1-5])?(MO|TU|WE|TH|FR|SA|SU)")
_KNOWN = {"FREQ", "INTERVAL", "UNTIL", "COUNT", "BYDAY", "BYMONTH", "BYMONTHDAY", "BYSETPOS", "WKST"}
_FREQUENCIES = {"DAILY", "WEEKLY", "MONTHLY", "YEARLY"}
_WEEK = 7
_MOST_DAYS = 366 * 30  # that are looked at


@dataclass(frozen=True, slots=True)
class Recurrence:
    """A rule such as "FREQ=MONTHLY;BYDAY=1TU;UNTIL=20270430"; its first occurrence is the entry's own time.

    UNTIL is a day without a time of day, inclusive. `exdates` are days that the rule gives and the plan
    leaves out.
    """

    rrule: str
    exdates: tuple[date, ...] = ()


def occurrences(first: When, rule: Recurrence, until: date, at_most: int = 1000) -> tuple[When, ...]:
    """The times that a rule gives up to a day (inclusive), in order; the first of them is `first` itself.

    Each has the time of day and the marks of `first`. Of a time that is no day, and of a rule that is
    not understood (hourly, in weeks of the year, malformed), it is `first` alone.
    """
    if first.precision not in {Precision.DATE, Precision.INSTANT}:
        return (first,)
    try:
        every = _Every.of(rule.rrule, first.first)
    except ValueError:
        return (first,)
    left_out = set(rule.exdates)
    found: list[When] = []
    for day in every.days(until):
        if len(found) >= at_most or day > until:
            break
        if day not in left_out:
            found.append(_moved(first, day))
    return tuple(found)


def _moved(when: When, day: date) -> When:
    """The same time on another day."""
    shift = day - when.first
    if when.start is None:
        return When.on(day).said(when.words).marked(uncertain=when.uncertain, approximate=when.approximate)
    until = when.until + shift if when.until else None
    marks = {"uncertain": when.uncertain, "approximate": when.approximate}
    return When.at(when.start + shift, until).said(when.words).marked(**marks)


@dataclass(frozen=True, slots=True)
class _Every:
    """A rule taken apart. `weekdays` are pairs of an ordinal (0: every one) and 0 for Monday … 6."""

    first: date
    frequency: str
    interval: int = 1
    until: date = date.max
    count: int = 0
    weekdays: tuple[tuple[int, int], ...] = ()
    months: tuple[int, ...] = ()
    month_days: tuple[int, ...] = ()
    places: tuple[int, ...] = ()

    @classmethod
    def of(cls, rrule: str, first: date) -> "_Every":
        """Read a rule.

        Raises:
            ValueError: when there is something in it that this does not know.
        """
        parts = dict(_pair(part) for part in rrule.upper().split(";") if part)
        frequency = parts.get("FREQ", "")
        if frequency not in _FREQUENCIES or not parts.keys() <= _KNOWN or parts.get("WKST", "MO") != "MO":
            raise ValueError(f"not a rule that is known here: {rrule!r}")
        weekdays = tuple(_weekday(text) for text in parts.get("BYDAY", "").split(",") if text)
        months, month_days = _numbers(parts.get("BYMONTH")), _numbers(parts.get("BYMONTHDAY"))
        if frequency == "YEARLY" and weekdays and not months:
            raise ValueError(f"weekdays of a whole year are not known here: {rrule!r}")
        if not (weekdays or month_days):
            weekdays, month_days = _own(frequency, first)
        return cls(
            first,
            frequency,
            max(1, int(parts.get("INTERVAL", "1"))),
            date.fromisoformat(parts["UNTIL"][:8]) if "UNTIL" in parts else date.max,
            int(parts.get("COUNT", "0")),
            weekdays,
            months or ((first.month,) if frequency == "YEARLY" else ()),
            month_days,
            _numbers(parts.get("BYSETPOS")),
        )

    def days(self, until: date) -> Iterator[date]:
        """Its days, the first one first even if the rule does not give it (section 3.8.5.3)."""
        yield self.first
        count = 1
        last = min(
            until, self.until, self.first + timedelta(days=min(_MOST_DAYS, (date.max - self.first).days))
        )
        for shift in range(1, (last - self.first).days + 1):
            if self.count and count >= self.count:
                return
            day = self.first + timedelta(days=shift)
            if self._falls_on(day):
                count += 1
                yield day

    def _falls_on(self, day: date) -> bool:
        return self._steps(day) % self.interval == 0 and self._fits(day) and self._placed(day)

    def _steps(self, day: date) -> int:
        """How many periods of the rule lie between its first day and this one."""
        match self.frequency:
            case "DAILY":
                return (day - self.first).days
            case "WEEKLY":
                return ((day - self.first).days + self.first.weekday()) // _WEEK
            case "MONTHLY":
                return (day.year - self.first.year) * 12 + day.month - self.first.month
            case _:
                return day.year - self.first.year

    def _fits(self, day: date) -> bool:
        return (
            (not self.months or day.month in self.months)
            and (not self.weekdays or any(_is(day, *each) for each in self.weekdays))
            and (not self.month_days or not {day.day, day.day - _length(day) - 1}.isdisjoint(self.month_days))
        )

    def _placed(self, day: date) -> bool:
        """Whether it is at one of the places that count among the days of its month."""
        if not self.places:
            return True
        month = [each for each in _month_of(day) if self._fits(each)]
        at = month.index(day)
        return not {at + 1, at - len(month)}.isdisjoint(self.places)


def _pair(part: str) -> tuple[str, str]:
    name, _, value = part.partition("=")
    return name, value


def _numbers(text: str | None) -> tuple[int, ...]:
    return tuple(int(each) for each in text.split(",")) if text else ()


def _weekday(text: str) -> tuple[int, int]:
    match = _BY_DAY.fullmatch(text)
    if match is None:
        raise ValueError(f"not a weekday: {text!r}")
    return int(match[1] or 0), _DAYS.index(match[2])


def _own(frequency: str, first: date) -> tuple[tuple[tuple[int, int], ...], tuple[int, ...]]:
    """What a rule without days comes back on: the weekday or the day of the month of its first one."""
    if frequency == "DAILY":
        return (), ()
    return (((0, first.weekday()),), ()) if frequency == "WEEKLY" else ((), (first.day,))


def _is(day: date, nth: int, weekday: int) -> bool:
    """Whether a day is this weekday, or the n-th of it in its month, from the end if n is negative."""
    if day.weekday() != weekday:
        return False
    from_start, from_end = (day.day - 1) // _WEEK + 1, -((_length(day) - day.day) // _WEEK + 1)
    return nth in {0, from_start, from_end}


def _length(day: date) -> int:
    return monthrange(day.year, day.month)[1]


def _month_of(day: date) -> list[date]:
    return [day.replace(day=number) for number in range(1, _length(day) + 1)]
