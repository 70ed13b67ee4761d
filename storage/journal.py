"""The file of one tenant: a snapshot, and after it a line for every transaction since.

It is a TinyDB storage whose `write` replaces the file in one step, and which can also `append`. It keeps no
records; those are in the tables (`storage.database`).
"""

import logging
import os
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from tinydb.storages import Storage

from storage.contents import Raws, contents, documents, snapshot, version_of
from storage.files import Files, beside, discard, sync_folder, write_all, write_beside
from storage.frames import split
from storage.migrations import Documents, Migration, current

_log = logging.getLogger(__name__)
_LEAST = 256 * 1024


class JournalStorage(Storage):
    """Bytes on a disk that can fail at any call; after each failure the last good state is what counts."""

    def __init__(self, path: Path, files: Files, migrations: Sequence[Migration]) -> None:
        self.path = path
        self._files = files
        self.migrations = migrations
        self._descriptor: int | None = None
        self._measure(0, 0)
        self.version: int | None = None
        self.doubtful = False

    def read(self) -> Documents | None:
        """All documents as of the last whole line, {table: {id: document}}, or None when there is no file.

        Raises:
            Broken: the file is not what was written.
            Newer: it is of a later version.
            OSError: it cannot be read.
        """
        return documents(tables) if (tables := self.read_raw()) is not None else None

    def read_raw(self) -> Raws | None:
        """The same, each document still as its JSON; raises the same."""
        try:
            data = self.path.read_bytes()
        except FileNotFoundError:
            return None
        frames = split(data)
        if torn := len(data) - frames.whole:
            _log.warning("%s ends in %d bytes of an unfinished transaction: left out", self.path, torn)
        self._measure(frames.first, frames.whole)
        self.version = version_of(frames)
        return contents(frames, self.migrations)

    def write(self, data: Mapping[str, Mapping[str, Any]]) -> None:
        """Replace the file by a snapshot of these tables, {table: {id: record or document}}.

        Raises:
            OSError: it could not. The file still holds what it held.
        """
        self._replace(self.snapshot(data), b"")

    def append(self, lines: bytes) -> None:
        """Add transactions, durably, each a line; who is killed meanwhile leaves the first few of them.

        Raises:
            OSError: it could not, and the file is as before or `doubtful`.
        """
        if not self._size:
            self._create(lines)
        else:
            self._add(self._opened(), lines)

    def remove(self) -> None:
        """Take the file away: the tenant holds nothing more."""
        self.close()
        self._measure(0, 0)
        self._files.unlink(self.path)
        sync_folder(self._files, self.path.parent)

    def due(self, more: int) -> bool:
        """Whether, with so many bytes more, transactions outweigh the snapshot enough to write it anew."""
        return self._size + more > self._compact_at

    def put_off(self) -> None:
        """Let it grow on for a while: writing a snapshot did not work, and must not be tried every time."""
        self._compact_at = self._size + _LEAST

    def close(self) -> None:
        """Close the file; it is opened again when it is needed."""
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None

    def _opened(self) -> int:
        if self._descriptor is None:
            descriptor = os.open(self.path, os.O_RDWR | os.O_APPEND | os.O_CLOEXEC)
            try:
                self._files.truncate(descriptor, self._size)  # the torn tail that was left out in reading
            except BaseException:
                os.close(descriptor)
                raise
            self._descriptor = descriptor
        return self._descriptor

    def _add(self, descriptor: int, lines: bytes) -> None:
        try:
            write_all(self._files, descriptor, lines)
        except BaseException:
            self._cut(descriptor)
            raise
        try:
            self._files.fsync(descriptor)
        except BaseException:
            self._cut(descriptor)
            # The kernel may have dropped the pages that it could not write and call the next fsync a
            # success: only a file written anew can be trusted.
            self.doubtful = True
            raise
        self._size += len(lines)

    def _cut(self, descriptor: int) -> None:
        """Undo a part of what was to be written, so that the next line does not stand behind it."""
        try:
            self._files.truncate(descriptor, self._size)
        except OSError:
            self.doubtful = True

    def _create(self, lines: bytes) -> None:
        try:
            self._replace(self.snapshot({}), lines)
        except BaseException:
            if self._size:  # it has taken its place, but perhaps not for good
                with suppress(OSError):
                    self.remove()
                self.doubtful = False
            raise

    def _replace(self, snapshot: bytes, lines: bytes) -> None:
        descriptor = write_beside(self._files, self.path, snapshot + lines)
        try:
            self._files.replace(beside(self.path), self.path)
        except BaseException:
            discard(self._files, beside(self.path), descriptor)
            raise
        self.close()
        self._descriptor = descriptor
        self._measure(len(snapshot), len(snapshot) + len(lines))
        self.doubtful = True
        sync_folder(self._files, self.path.parent)
        self.doubtful = False

    def _measure(self, snapshot: int, whole: int) -> None:
        self._size = whole
        self._compact_at = snapshot + max(_LEAST, 2 * snapshot)

    def snapshot(self, tables: Mapping[str, Mapping[str, Any]]) -> bytes:
        """The first line of a file that holds these tables; alone, it is a file."""
        return snapshot(tables, current(self.migrations))
