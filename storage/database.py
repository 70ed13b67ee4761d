"""One tenant as a TinyDB database: its tables hold the records, its storage the file."""

import logging
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from functools import partial
from operator import attrgetter
from pathlib import Path
from typing import Any, NoReturn, cast

import msgspec
from tinydb import TinyDB
from tinydb.storages import Storage
from tinydb.table import Table

from council.records import Record
from storage.codec import decode
from storage.files import Files, reported
from storage.frames import Broken
from storage.journal import JournalStorage
from storage.migrations import Migration
from storage.rows import Row, Rows
from storage.tables import BY_TABLE, TABLES, Kept
from storage.transaction import Shelves, Was, take_back

# The rows of each table that has any, as they were at one moment, in no order.
Moment = dict[str, list[Row]]
_log = logging.getLogger(__name__)


class RecordTable(Table):
    """A table of records in memory. TinyDB's own questions (`search`, `all`, `len`) go through it all."""

    document_id_class: Any = str  # TinyDB says int; ids here are texts, and stay so

    def __init__(self, storage: Storage, name: str) -> None:
        super().__init__(storage, name, cache_size=0)
        self.rows = Rows(BY_TABLE[name].indexed)

    def records(self) -> dict[str, Record]:
        """All records by id, in order of first putting."""
        return _by_id(self.rows.all())

    def _read_table(self) -> dict[str, Mapping[str, Any]]:
        """Documents made for the asker: nobody gets hold of what is kept."""
        return {key: msgspec.to_builtins(record) for key, record in self.records().items()}

    def _update_table(self, updater: Callable[[dict[int, Mapping[str, Any]]], None]) -> NoReturn:
        raise TypeError(f"the table {self.name} is changed in transactions alone, not by {updater}")


class TenantDB(TinyDB):
    """The records of one tenant, and the file that they are safe in. Not for two threads at once."""

    table_class: type[Table] = RecordTable

    def __init__(self, path: Path, files: Files, migrations: Sequence[Migration]) -> None:
        super().__init__(path, files, migrations, storage=JournalStorage)
        self.kept: dict[type[Record], Rows] = {kept.kind: self._table(kept).rows for kept in TABLES}

    @property
    def journal(self) -> JournalStorage:
        """The file."""
        return cast("JournalStorage", self.storage)

    def load(self) -> None:
        """Read the file into the tables.

        Raises:
            Broken: it is not what was written.
            Newer: it is of a later version.
            OSError: it cannot be read.
        """
        for table, documents in (self.journal.read_raw() or {}).items():
            if table not in BY_TABLE:
                raise Broken(f"its table {table!r} is unknown")
            for key, document in documents.items():
                self._take(BY_TABLE[table], key, document)

    def saving(self, lines: bytes, was: Sequence[Was]) -> Callable[[], None]:
        """The work of making these lines durable; a thread can do it while the records change on.

        They have been taken already, and nothing else that is not saved: `was` is what was there before.

        Raises (the work):
            StoreFull, StoreError: they are not durable.
        """
        before = self._before(was) if self.journal.doubtful else None
        tidy = self.journal.due(len(lines)) or not any(self.kept.values())
        return partial(self._save, lines, before, _moment(self.kept) if tidy else None)

    def compact(self) -> None:
        """Write the file anew, as a snapshot.

        Raises:
            OSError: it could not; the file holds what it held.
        """
        self.journal.write(_contents(_moment(self.kept)))

    def snapshot(self) -> bytes:
        """A file that holds what this one holds."""
        return self.journal.snapshot(_contents(_moment(self.kept)))

    def replace(self, after: Shelves) -> None:
        """Make these records durable in the place of all others, then take them; the file knows no others.

        Raises:
            OSError: it could not; the records are those that they were.
        """
        there = any(after.values()) or self.journal.path.exists()
        if there:
            self._write_instead(after)
        self.hold(after)
        if there and not any(after.values()):
            self._tidy({})

    def hold(self, records: Shelves) -> None:
        """Have these records in memory, instead of all others."""
        for kept in TABLES:
            self.kept[kept.kind] = self._table(kept).rows = records[kept.kind]

    def _write_instead(self, after: Shelves) -> None:
        try:
            self.journal.write(_contents(_moment(after)))
        except OSError:
            if self.journal.doubtful:  # it has taken its place, but perhaps not for good: put the old back
                with suppress(OSError):
                    self.compact()
            raise

    def _table(self, kept: Kept) -> RecordTable:
        return cast("RecordTable", self.table(kept.table))

    def _take(self, kept: Kept, key: str, document: msgspec.Raw) -> None:
        try:
            record = decode(kept.kind, document)
        except ValueError as error:
            raise Broken(f"{key!r} in its table {kept.table!r} cannot be read: {error}") from error
        if record.id != key:
            raise Broken(f"{key!r} in its table {kept.table!r} has another id")
        self.kept[kept.kind].put(record)

    def _before(self, was: Sequence[Was]) -> Moment:
        again = take_back(was)
        moment = _moment(self.kept)
        take_back(again)
        return moment

    def _save(self, lines: bytes, before: Moment | None, after: Moment | None) -> None:
        with reported(self.journal.path):
            if before is not None:
                self.journal.write(_contents(before))
            self.journal.append(lines)
        if after is not None:
            self._tidy(after)

    def _tidy(self, after: Moment) -> None:
        """Who holds nothing has no file; a long one is written anew. The lines are safe whatever fails."""
        try:
            if after:
                self.journal.write(_contents(after))
            else:
                self.journal.remove()
        except OSError as error:
            _log.warning("%s could not be tidied: %s", self.journal.path, error.strerror)
            self.journal.put_off()


def _moment(records: Shelves) -> Moment:
    """All rows as they are now, taken in one quick step."""
    return {kept.table: rows.unsorted() for kept in TABLES if (rows := records[kept.kind])}


def _contents(moment: Moment) -> dict[str, dict[str, Record]]:
    """What a file of these records holds, {table: {id: record}}, in order of first putting."""
    return {table: _by_id(sorted(rows, key=attrgetter("place"))) for table, rows in moment.items()}


def _by_id(rows: Iterable[Row]) -> dict[str, Record]:
    return {row.record.id: row.record for row in rows}
