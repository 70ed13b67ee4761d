"""Counting what was read, so that the numbers add up: every entry is counted in one place only."""

from collections import Counter
from collections.abc import Iterable
from enum import StrEnum

from council.records import Kind, Printed, Status
from council.when import When


class Sort(StrEnum):
    """What an entry is counted as; the first that fits, in this order."""

    RECESS = "recess"
    CANCELLED = "cancelled"
    WAITING = "waiting"
    TENTATIVE = "tentative"
    DATED = "dated"
    MONTH = "month"
    VAGUE = "vague"


def sort_of(printed: Printed) -> Sort:
    """The place in which an entry is counted."""
    if printed.kind is Kind.RECESS:
        return Sort.RECESS
    if printed.status is Status.CANCELLED:
        return Sort.CANCELLED
    if printed.status is Status.WAITING:
        return Sort.WAITING
    return Sort.TENTATIVE if printed.when.uncertain else _by_time(printed.when)


def tally(entries: Iterable[Printed]) -> Counter[Sort]:
    """How many there are of each sort."""
    return Counter(sort_of(printed) for printed in entries)


def _by_time(when: When) -> Sort:
    if when.known:
        return Sort.DATED
    return Sort.MONTH if when.precision == "month" else Sort.VAGUE
