"""A transaction as every adapter that keeps its records in memory offers it.

What is put is staged; the adapter takes the steps when the block has ended well.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from heapq import merge
from itertools import islice
from operator import attrgetter
from typing import TypeVar, cast

from council.records import Record
from storage.codec import encode
from storage.rows import Row, Rows, has
from storage.tables import TABLES, Kept, kept_as

R = TypeVar("R", bound=Record)
Shelves = Mapping[type[Record], Rows]
_PLACE = attrgetter("place")


@dataclass(frozen=True, slots=True)
class Put:
    """A record to keep, and its JSON."""

    kept: Kept
    record: Record
    encoded: bytes


@dataclass(frozen=True, slots=True)
class Delete:
    """An id to keep no record of."""

    kept: Kept
    key: str


Step = Put | Delete
# A table, an id in it, and the row that was there.
Was = tuple[Rows, str, Row | None]


def shelves() -> dict[type[Record], Rows]:
    """Room for every kind of record, with nothing in it."""
    return {kept.kind: Rows(kept.indexed) for kept in TABLES}


def apply(steps: Sequence[Step], kept: Shelves) -> list[Was]:
    """Take these steps, in their order; returns what was there before each."""
    return [_apply(step, kept[step.kept.kind]) for step in steps]


def take_back(was: Sequence[Was]) -> list[Was]:
    """Have again what was there, the last first; returns what was there before that."""
    return [(rows, key, rows.keep(key, row)) for rows, key, row in reversed(was)]


def _apply(step: Step, rows: Rows) -> Was:
    if isinstance(step, Put):
        key, was = step.record.id, rows.get(step.record.id)
        rows.put(step.record)
    else:
        key, was = step.key, rows.get(step.key)
        rows.delete(key)
    return rows, key, was


class Staged:
    """A `council.ports.Transaction` over records in memory that nobody changes meanwhile."""

    def __init__(self, kept: Shelves) -> None:
        self._kept = kept
        self._own: dict[type[Record], dict[str, Row | None]] = {}
        self._ended = False
        self.steps: list[Step] = []

    async def get(self, kind: type[R], key: str) -> R | None:
        """The record of this kind with this id, or None."""
        row = self._row(kind, key)
        return None if row is None else cast("R", row.record)

    async def find(self, kind: type[R], *, at_most: int | None = None, **equal: str) -> list[R]:
        """The records of this kind whose indexed fields have these values, in order of first putting.

        Raises:
            TypeError: a field is not indexed.
            ValueError: a value is "", or `at_most` is negative.
        """
        own, rows = self._own_of(kind), self._kept[kind].matching(equal)
        if own:
            kept = (row for row in rows if row.record.id not in own)
            rows = merge(kept, sorted(_those(own, equal), key=_PLACE), key=_PLACE)
        return [cast("R", row.record) for row in islice(rows, at_most)]

    async def count(self, kind: type[R], **equal: str) -> int:
        """How many `find` would return without `at_most`; raises the same."""
        own, rows = self._own_of(kind), self._kept[kind]
        kept = rows.count(equal)
        replaced = {key: row for key in own if (row := rows.get(key))}
        return kept - len(_those(replaced, equal)) + len(_those(own, equal))

    async def rank(self, kind: type[R], key: str, **equal: str) -> int:
        """Where the record of this id stands in what `find` would return, from 1; 0 when it is not in it.

        Raises:
            TypeError: a field is not indexed, or it is not exactly one.
            ValueError: a value is "".
        """
        if len(equal) != 1:
            raise TypeError("a record has its rank by one field")
        row, own, rows = self._row(kind, key), self._own_of(kind), self._kept[kind]
        kept = rows.before(row.place if row else 0, equal)
        if row is None or not has(row.record, equal):
            return 0
        replaced = {other: old for other in own if (old := rows.get(other))}
        return 1 + kept - _earlier(replaced, equal, row.place) + _earlier(own, equal, row.place)

    def put(self, record: Record) -> None:
        """Keep this record, in the place of the one of its kind and id.

        Raises:
            TypeError: it is of no kind that is kept, or a value is not of its declared type.
            ValueError: a value cannot be written (see `storage.codec.encode`).
        """
        kind = type(record)
        old, rows = self._row(kind, record.id), self._kept[kind]
        encoded, record = encode(record)
        place = old.place if old else rows.next_place + len(self.steps)
        rows.check(record)
        self._own_of(kind)[record.id] = Row((place, record.id), record)
        self.steps.append(Put(kept_as(kind), record, encoded))

    def delete(self, kind: type[Record], key: str) -> None:
        """Keep no record of this kind and id; nothing happens when there is none."""
        if self._row(kind, key) is not None:
            self._own_of(kind)[key] = None
            self.steps.append(Delete(kept_as(kind), key))

    def end(self) -> None:
        """From now on every use is refused: what came too late would be lost without a word."""
        self._ended = True

    def _own_of(self, kind: type[Record]) -> dict[str, Row | None]:
        if self._ended:
            raise RuntimeError("this transaction has ended")
        kept_as(kind)
        return self._own.setdefault(kind, {})

    def _row(self, kind: type[Record], key: str) -> Row | None:
        own = self._own_of(kind)
        return own[key] if key in own else self._kept[kind].get(key)


def _those(rows: Mapping[str, Row | None], equal: Mapping[str, str]) -> list[Row]:
    return [row for row in rows.values() if row is not None and has(row.record, equal)]


def _earlier(rows: Mapping[str, Row | None], equal: Mapping[str, str], place: int) -> int:
    return sum(row.place < place for row in _those(rows, equal))
