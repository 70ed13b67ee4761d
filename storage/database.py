"""One tenant as a TinyDB database: its tables hold the records, its storage the file."""

import logging
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, NoReturn, cast

import msgspec
from tinydb import TinyDB
from tinydb.storages import Storage
from tinydb.table import Table

from council.records import Record
from storage.codec import decode
from storage.files import Files
from storage.frames import Broken
from storage.journal import JournalStorage
from storage.migrations import Migration
from storage.rows import Rows
from storage.tables import BY_TABLE, TABLES, Kept
from storage.transaction import Shelves, Step, apply

_log = logging.getLogger(__name__)


class RecordTable(Table):
    """A table of records in memory. TinyDB's own questions (`search`, `all`, `len`) go through it all."""

    document_id_class: Any = str  # TinyDB says int; ids here are texts, and stay so

    def __init__(self, storage: Storage, name: str) -> None:
        super().__init__(storage, name, cache_size=0)
        self.rows = Rows(BY_TABLE[name].indexed)

    def records(self) -> dict[str, Record]:
        """All records by id, in order of first putting."""
        return _by_id(self.rows)

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

    def commit(self, steps: Sequence[Step]) -> None:
        """Make these steps durable, then take them.

        Raises:
            OSError: they are not durable, and not taken.
        """
        if self.journal.doubtful:
            self.compact()
        self.journal.append(steps)
        apply(steps, self.kept)
        self._tidy()

    def compact(self) -> None:
        """Write the file anew, as a snapshot.

        Raises:
            OSError: it could not; the file holds what it held.
        """
        self.journal.write(_contents(self.kept))

    def snapshot(self) -> bytes:
        """A file that holds what this one holds."""
        return self.journal.snapshot(_contents(self.kept))

    def replace(self, after: Shelves) -> None:
        """Make these records durable in the place of all others, then take them; the file knows no others.

        Raises:
            OSError: it could not; the records are those that they were.
        """
        if any(after.values()) or self.journal.path.exists():
            self._write_instead(after)
        self.hold(after)
        self._tidy()

    def hold(self, records: Shelves) -> None:
        """Have these records in memory, instead of all others."""
        for kept in TABLES:
            self.kept[kept.kind] = self._table(kept).rows = records[kept.kind]

    def _write_instead(self, after: Shelves) -> None:
        try:
            self.journal.write(_contents(after))
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

    def _tidy(self) -> None:
        """Who holds nothing has no file; a long one is written anew. The steps are safe whatever fails."""
        try:
            if not any(self.kept.values()):
                self.journal.remove()
            elif self.journal.grown:
                self.compact()
        except OSError as error:
            _log.warning("%s could not be tidied: %s", self.journal.path, error.strerror)
            self.journal.put_off()


def _contents(records: Shelves) -> dict[str, dict[str, Record]]:
    """What a file of these records holds, {table: {id: record}}."""
    return {kept.table: _by_id(records[kept.kind]) for kept in TABLES if records[kept.kind]}


def _by_id(rows: Rows) -> dict[str, Record]:
    return {row.record.id: row.record for row in rows.all()}
