"""Dated copies of a tenant's file, each a file that can be copied back."""

import errno
import logging
import os
from collections.abc import Sequence
from contextlib import suppress
from datetime import date
from pathlib import Path

from council.ports import StoreDamaged, StoreError
from storage.changing import Rule, changed
from storage.database import TenantDB
from storage.files import Files, beside, make_folder, reported, sweep, sync_folder, take_place, write_beside
from storage.frames import Broken
from storage.migrations import Migration, Newer

_log = logging.getLogger(__name__)


def back_up(db: TenantDB, folder: Path, day: date, keep: int, files: Files) -> None:
    """Write a copy dated `day` (a later one of the same day takes its place), then drop all but `keep`.

    Raises:
        StoreDamaged: it was written and could not be read again.
        StoreError: it cannot be written. The earlier ones are all there.
    """
    copy = folder / f"{day.isoformat()}.json"
    with reported(copy):
        make_folder(folder)
        try:
            _write(copy, db.snapshot(), db.journal.migrations, files)
        finally:
            sweep(folder)  # also of one that was killed on another day
        for old in _dated(folder)[:-keep]:
            files.unlink(old)


def rewrite_backups(folder: Path, change: Rule, migrations: Sequence[Migration], files: Files) -> None:
    """Put every record in every copy through `change`; each becomes a file of today's version.

    A damaged copy is deleted, with a line in the log: nobody can say what is in it, nor take it out.

    Raises:
        StoreDamaged: one was written and could not be read again.
        StoreError: one cannot be read or written, or is of a later version. It is as it was.
    """
    for copy in _dated(folder):
        with reported(copy):
            _rewrite(copy, change, migrations, files)
    if folder.exists():
        with reported(folder):
            sync_folder(files, folder)  # also for what was done before by one who was stopped here


def newest_good(folder: Path, migrations: Sequence[Migration]) -> Path | None:
    """The newest copy that can be read."""
    return next((copy for copy in reversed(_dated(folder)) if _good(copy, migrations)), None)


def _rewrite(copy: Path, change: Rule, migrations: Sequence[Migration], files: Files) -> None:
    try:
        data = _as_changed(copy, change, migrations)
    except Broken:
        _log.warning("%s was damaged, could not be rewritten and has been deleted", copy)
        files.unlink(copy)
    else:
        if data != copy.read_bytes():
            _write(copy, data, migrations, files)


def _as_changed(copy: Path, change: Rule, migrations: Sequence[Migration]) -> bytes:
    db = TenantDB(copy, Files(), migrations)
    try:
        db.load()
    except Newer as error:
        raise StoreError(f"{copy} is newer than this program: {error}. Update it, or remove it.") from error
    except OSError as error:
        if error.errno == errno.EIO:
            raise Broken("the disk cannot read it") from error
        raise
    db.hold(changed(db.kept, change))
    return db.snapshot()


def _write(copy: Path, data: bytes, migrations: Sequence[Migration], files: Files) -> None:
    """Put a copy in its place that is known to be readable."""
    os.close(write_beside(files, copy, data))
    try:
        _check(beside(copy), migrations)
    except StoreDamaged:
        with suppress(OSError):
            files.unlink(beside(copy))
        raise
    take_place(files, copy)


def _dated(folder: Path) -> list[Path]:
    return sorted(folder.glob("????-??-??.json"))


def _check(copy: Path, migrations: Sequence[Migration]) -> None:
    try:
        TenantDB(copy, Files(), migrations).load()
    except Broken as error:
        raise StoreDamaged(f"{copy} was written and is not what was written: {error}") from error


def _good(copy: Path, migrations: Sequence[Migration]) -> bool:
    try:
        _check(copy, migrations)
    except (StoreDamaged, Newer, OSError):
        return False
    return True
