"""Rules as what they mean for the people who come: one entry for each time, with a life of its own."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from council.records import ReadEntry, Reading
from council.recurrence import occurrences
from council.sides import undated

AT_MOST = 60
"""Times that are taken over of one rule: a weekly one for a good year."""


@dataclass(frozen=True, slots=True)
class Single:
    """One time of a line: the first is the line as it was read, `rule` and all; others have no rule.

    `key` stays the same as long as the line does; `place` is the line's in the reading, from 0.
    """

    key: str
    place: int
    read: ReadEntry


def singles(reading: Reading) -> tuple[Single, ...]:
    """Every line, those that come back once for each of their times, in the order of the document.

    A time of which the document says something of its own ("Sprogcafé 5 May: cancelled") is that line's.
    """
    stated = {(_title(each), each.printed.when.first) for each in reading.entries if each.rule is None}
    return tuple(
        single
        for place, read in enumerate(reading.entries)
        for single in _singles(place, read, reading)
        if read.rule is None or (_title(read), single.read.printed.when.first) not in stated
    )


def expanded(reading: Reading) -> Reading:
    """The reading with a line for each time; the same when nothing in it comes back."""
    return replace(reading, entries=tuple(replace(single.read, rule=None) for single in singles(reading)))


def cut_short(reading: Reading) -> tuple[ReadEntry, ...]:
    """The lines whose rules give more than `AT_MOST` times, of which only the first ones are taken over."""
    return tuple(
        read
        for read in reading.entries
        if read.rule is not None
        and len(occurrences(read.printed.when, read.rule, _end(read, reading), AT_MOST + 1)) > AT_MOST
    )


def _singles(place: int, read: ReadEntry, reading: Reading) -> Iterator[Single]:
    if read.rule is None:
        yield Single(f"n{place}", place, read)
        return
    for number, when in enumerate(occurrences(read.printed.when, read.rule, _end(read, reading), AT_MOST)):
        again = replace(read, printed=replace(read.printed, when=when), rule=None, doubts=())
        # The first one is the line itself, with its rule and what is to be asked about it.
        yield Single(f"n{place}.{number}", place, again if number else read)


def _end(read: ReadEntry, reading: Reading) -> date:
    """Up to when a rule counts that does not say: to the last day of the plan around it, or of its year."""
    rule = read.rule.rrule if read.rule else ""
    if "UNTIL=" in rule or "COUNT=" in rule:
        return date.max
    others = [each.printed.when for each in reading.entries if each.rule is None]
    first = read.printed.when.first
    last = max((when.last for when in others if not undated(when)), default=first)
    return last if last > first else date(first.year, 12, 31)


def _title(read: ReadEntry) -> str:
    return " ".join(read.printed.title.casefold().split())
