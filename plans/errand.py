"""What a process is told that reads a document, and what it answers, line by line of JSON.

Down goes one line, the task, then the bytes of the document. Up come the pages as they are read, then the
reading in pieces, each small, so that taking one in never holds up those who wait for others; at last the
reading without what came before, or the reason why there is none.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

import msgspec

from council.records import ReadEntry, Reading, Source
from plans.limits import Limits
from plans.unreadable import Reason, UnreadableDocument

_AT_ONCE = 40  # entries or sources in one line


@dataclass(frozen=True, slots=True)
class Task:
    """What the worker is told."""

    name: str
    limits: Limits
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Said:
    """One line of what it says. The last one has a `reading` or says why it was `refused`.

    `work` is how many pages the document is as much work as.
    """

    page: int = 0
    pages: int = 0
    work: int = 0
    entries: tuple[ReadEntry, ...] = ()
    unplaced: tuple[Source, ...] = ()
    reading: Reading | None = None
    refused: Reason | None = None


def told(reading: Reading) -> Iterator[Said]:
    """A reading in pieces, in their order."""
    for first in range(0, len(reading.entries), _AT_ONCE):
        yield Said(entries=reading.entries[first : first + _AT_ONCE])
    for first in range(0, len(reading.unplaced), _AT_ONCE):
        yield Said(unplaced=reading.unplaced[first : first + _AT_ONCE])
    yield Said(reading=replace(reading, entries=(), unplaced=()))


def put_together(pieces: Iterable[Said]) -> Reading:
    """The reading that came in these pieces.

    Raises:
        UnreadableDocument: with the reason that was said; DAMAGED if none was, nor a reading.
    """
    every = list(pieces)
    last = every[-1] if every else Said()
    if last.reading is None:
        raise UnreadableDocument(last.refused or Reason.DAMAGED)
    return replace(
        last.reading,
        entries=tuple(entry for piece in every for entry in piece.entries),
        unplaced=tuple(source for piece in every for source in piece.unplaced),
    )


def written(said: Said | Task) -> bytes:
    """One line."""
    return msgspec.json.encode(said) + b"\n"


def heard(line: bytes | bytearray) -> Said:
    """What a line says.

    Raises:
        UnreadableDocument: DAMAGED, if it is none of ours.
    """
    try:
        return msgspec.json.decode(line, type=Said)
    except msgspec.MsgspecError as error:
        raise UnreadableDocument(Reason.DAMAGED) from error
