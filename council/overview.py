"""Choosing what of the plan is shown: months, what comes next, one activity."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from council.records import Kind, PlanEntry, Status
from council.when import Precision

MONTHS_SHOWN = 3


@dataclass(frozen=True, slots=True, order=True)
class Month:
    """A calendar month."""

    year: int
    number: int

    @classmethod
    def of(cls, day: date) -> "Month":
        """The month of a day."""
        return cls(day.year, day.month)

    def plus(self, months: int) -> "Month":
        """So many months later (or earlier)."""
        count = self.year * 12 + self.number - 1 + months
        return Month(count // 12, count % 12 + 1)


def on_plan(entries: Iterable[PlanEntry]) -> list[PlanEntry]:
    """What is on the plan, in the order of time, within one time in the order of the document."""
    return sorted((e for e in entries if not e.removed), key=lambda e: (e.when.order, e.place_in_plan, e.id))


def within(entries: Sequence[PlanEntry], first: Month, months: int) -> list[PlanEntry]:
    """Those that may be on a day of these months; what has no time at all is not."""
    end = first.plus(months)
    return [
        entry
        for entry in entries
        if entry.when.precision is not Precision.UNKNOWN
        and Month.of(entry.when.last) >= first
        and Month.of(entry.when.first) < end
    ]


def without_time(entries: Sequence[PlanEntry]) -> list[PlanEntry]:
    """Those of which nothing is known about the time."""
    return [entry for entry in entries if entry.when.precision is Precision.UNKNOWN]


def by_month(entries: Sequence[PlanEntry], first: Month) -> list[tuple[Month, list[PlanEntry]]]:
    """The entries under the month they begin in, or `first` when they began before it."""
    grouped: dict[Month, list[PlanEntry]] = {}
    for entry in entries:
        grouped.setdefault(max(Month.of(entry.when.first), first), []).append(entry)
    return sorted(grouped.items())


def nearest_month(entries: Sequence[PlanEntry], wanted: Month) -> Month | None:
    """Where to look when the wanted months are empty: the next one with entries, else the last ones."""
    dated = [Month.of(e.when.first) for e in entries if e.when.precision is not Precision.UNKNOWN]
    if not dated:
        return None
    later = [month for month in dated if month >= wanted]
    return min(later) if later else max(min(dated), max(dated).plus(1 - MONTHS_SHOWN))


def coming(entries: Sequence[PlanEntry], today: date, most: int) -> list[PlanEntry]:
    """What comes first from today on: neither over, cancelled, done nor a recess; vague times included."""
    ahead = [
        entry
        for entry in on_plan(entries)
        if entry.when.last >= today
        and entry.when.precision is not Precision.UNKNOWN
        and entry.status not in {Status.CANCELLED, Status.DONE}
        and entry.kind is not Kind.RECESS
    ]
    return ahead[:most]


def found(entries: Sequence[PlanEntry], text: str) -> list[PlanEntry]:
    """Those whose title has all the words of `text`, in their order."""
    words = text.casefold().split()
    return [entry for entry in entries if all(word in entry.title.casefold() for word in words)]
