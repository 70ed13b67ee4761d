"""What a reading still has to ask a person: the doubts of its entries, the lines that have no place.

What was answered is kept in the proposal, so that it survives a restart and counts once. The numbers of
entries, doubts and lines never change: a line that gets a place becomes an entry behind all others.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from council.doubts import Doubt, Sort
from council.occurrences import singles
from council.records import Printed, Proposal, ReadEntry, Reading, Source
from council.when import Precision, When

_A_YEAR = timedelta(days=366)


@dataclass(frozen=True, slots=True)
class Question:
    """One doubt about one entry; `entry` and `number` are their places in the reading (from 0)."""

    entry: int
    number: int
    read: ReadEntry
    doubt: Doubt

    @property
    def key(self) -> str:
        """Names it among what a proposal asks."""
        return f"q{self.entry}.{self.number}"


@dataclass(frozen=True, slots=True)
class Line:
    """A line that could not be placed; `number` is its place among them (from 0)."""

    number: int
    source: Source

    @property
    def key(self) -> str:
        """Names it among what a proposal asks."""
        return f"u{self.number}"


def questions(proposal: Proposal) -> tuple[Question, ...]:
    """What nobody has answered, in the order of the document."""
    return tuple(each for each in _questions(proposal.reading) if each.key not in proposal.answered)


def unplaced(proposal: Proposal) -> tuple[Line, ...]:
    """The lines that nobody has placed or dropped, in the order of the document."""
    lines = (Line(number, source) for number, source in enumerate(proposal.reading.unplaced))
    return tuple(line for line in lines if line.key not in proposal.answered)


def position(key: str) -> tuple[int, ...]:
    """Where the key of a question or a line stands among the others of its kind; "q" alone is in front."""
    return tuple(int(number) for number in re.findall("[0-9]+", key))


def left_alone(proposal: Proposal, question: Question) -> Proposal:
    """The entry stays as it was read."""
    return replace(proposal, answered=(*proposal.answered, question.key))


def answered(proposal: Proposal, question: Question, printed: Printed) -> Proposal:
    """The entry as somebody says that it is; other doubts about the same time are settled with it."""
    told = replace(question.read, printed=printed)
    others = [each for each in questions(proposal) if each.entry == question.entry]
    settled = [each.key for each in others if each.key != question.key and _settled(each, question, told)]
    return _with(proposal, question.entry, told, (question.key, *settled))


def placed(proposal: Proposal, line: Line, printed: Printed) -> Proposal:
    """A line that became an entry."""
    return _with(proposal, len(proposal.reading.entries), ReadEntry(printed, line.source), (line.key,))


def dropped(proposal: Proposal, line: Line) -> Proposal:
    """A line that is not for the plan."""
    return replace(proposal, answered=(*proposal.answered, line.key))


def as_read(proposal: Proposal) -> dict[str, Printed]:
    """What the document itself prints, whatever was answered, by the key of each time.

    Lines that somebody has placed are not in it.
    """
    return {single.key: single.read.printed for single in singles(proposal.as_read or proposal.reading)}


def year_is_missing(reading: Reading) -> bool:
    """Whether one answer helps them all: no entry knows its year, and that is what is asked."""
    asks = any(_asks_year(entry) for entry in reading.entries)
    dated = any(entry.printed.when.precision is not Precision.UNKNOWN for entry in reading.entries)
    return asks and not dated


def begins(reading: Reading) -> date | None:
    """The day from which on a date without a year is meant; None for what spans several years, or none.

    In a plan of one year that is New Year, in a season's plan the beginning of its first month.
    """
    times = [each.printed.when for each in reading.entries]
    days = [when.first for when in times if when.precision is not Precision.UNKNOWN]
    if not days or max(days) - min(days) > _A_YEAR:
        return None
    first = min(days).replace(day=1)
    return first.replace(month=1) if first.year == max(days).year else first


def _questions(reading: Reading) -> Iterator[Question]:
    for place, read in enumerate(reading.entries):
        for number, doubt in enumerate(read.doubts):
            if not _anothers(reading, read, doubt):
                yield Question(place, number, read, doubt)


def _anothers(reading: Reading, read: ReadEntry, doubt: Doubt) -> bool:
    """Whether the doubt is about another date of the same line: "27. juni og lørdag 4. juli"."""
    if doubt.sort is Sort.NO_YEAR or not doubt.readings or _about(doubt, read.printed.when):
        return False
    same_line = (each for each in reading.entries if each.source == read.source and each is not read)
    return any(doubt in each.doubts and _about(doubt, each.printed.when) for each in same_line)


def _about(doubt: Doubt, when: When) -> bool:
    return doubt.readings[0].first in {when.first, when.last}


def _settled(other: Question, question: Question, told: ReadEntry) -> bool:
    """Whether an answer leaves nothing to ask; the other end of a period is still asked about."""
    if not (other.doubt.readings and question.doubt.readings):
        return True
    other_end = other.doubt.readings[0].first != question.doubt.readings[0].first
    return not (other_end and _about(other.doubt, told.printed.when))


def _with(proposal: Proposal, place: int, read: ReadEntry, keys: tuple[str, ...]) -> Proposal:
    entries = list(proposal.reading.entries)
    entries[place : place + 1] = [read]
    return replace(
        proposal,
        reading=replace(proposal.reading, entries=tuple(entries)),
        as_read=proposal.as_read or proposal.reading,
        answered=(*proposal.answered, *keys),
    )


def _asks_year(entry: ReadEntry) -> bool:
    return any(doubt.sort is Sort.NO_YEAR for doubt in entry.doubts)
