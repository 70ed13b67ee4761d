"""Dated copies of a tenant's file, each a file that can be copied back."""

import os
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from council.ports import StoreDamaged
from storage.database import TenantDB
from storage.files import Files, beside, make_folder, reported, sweep, take_place, write_beside
from storage.frames import Broken
from storage.migrations import Migration, Newer


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
            os.close(write_beside(files, copy, db.snapshot()))
            _check(beside(copy), db.journal.migrations)
            take_place(files, copy)
        finally:
            sweep(folder)  # also of one that was killed on another day
        for old in _dated(folder)[:-keep]:
            files.unlink(old)


def newest_good(folder: Path, migrations: Sequence[Migration]) -> Path | None:
    """The newest copy that can be read."""
    return next((copy for copy in reversed(_dated(folder)) if _good(copy, migrations)), None)


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
