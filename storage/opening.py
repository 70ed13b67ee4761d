"""Where the files of a data folder are, and opening one of them."""

import errno
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from council.ports import StoreDamaged, StoreError
from council.records import COMMONS
from storage.backups import newest_good
from storage.database import TenantDB
from storage.files import Files, reported, write_whole
from storage.frames import Broken
from storage.migrations import Migration, Newer, current


@dataclass(frozen=True, slots=True)
class Folder:
    """A data folder: `commons.json`, `councils/<tenant>.json`, `backups/<tenant>/<date>.json`."""

    root: Path

    @property
    def councils(self) -> Path:
        """The files of all tenants but the commons."""
        return self.root / "councils"

    def file(self, tenant: str) -> Path:
        """Where this tenant is kept."""
        return (self.root if tenant == COMMONS else self.councils) / f"{tenant}.json"

    def backups(self, tenant: str) -> Path:
        """Where its dated copies are."""
        return self.root / "backups" / tenant

    def leftovers(self, tenant: str) -> list[Path]:
        """This tenant's files of earlier versions, and half-written ones of its file and its copies."""
        beside = self.file(tenant).parent
        earlier, half_written = beside.glob(f"{tenant}.v[0-9]*.json"), beside.glob(f"{tenant}.*.new")
        return sorted([*earlier, *half_written, *self.backups(tenant).glob("*.new")])

    def tenants(self) -> list[str]:
        """Who has a file. Other names (a kept old version, a half-written one) have a second dot."""
        names = [path.stem for path in self.councils.glob("*.json") if "." not in path.stem]
        return sorted([*names, COMMONS] if self.file(COMMONS).exists() else names)


def open_tenant(folder: Folder, tenant: str, files: Files, migrations: Sequence[Migration]) -> TenantDB:
    """The tenant's records, brought to today's version.

    Raises:
        StoreDamaged: the file is not what was written; it stays as it is.
        StoreFull: there is no room to bring it to today's version.
        StoreError: it cannot be read, or is of a later version.
    """
    db = TenantDB(folder.file(tenant), files, migrations)
    try:
        db.load()
    except Broken as error:
        raise _damaged(folder, tenant, migrations, str(error)) from error
    except Newer as error:
        raise StoreError(f"{db.journal.path} is newer than this program: {error}. Update it.") from error
    except OSError as error:
        if error.errno == errno.EIO:
            raise _damaged(folder, tenant, migrations, "the disk cannot read it") from error
        raise StoreError(f"{db.journal.path} cannot be read: {error.strerror}") from error
    _bring_up_to_date(db, files, migrations)
    return db


def _bring_up_to_date(db: TenantDB, files: Files, migrations: Sequence[Migration]) -> None:
    path, found = db.journal.path, db.journal.version
    if found in {None, current(migrations)}:
        return
    try:
        with reported(path):
            write_whole(files, path.with_name(f"{path.stem}.v{found}.json"), path.read_bytes())
            db.compact()
    except BaseException:
        db.close()
        raise


def _damaged(folder: Folder, tenant: str, migrations: Sequence[Migration], why: str) -> StoreDamaged:
    good = newest_good(folder.backups(tenant), migrations)
    advice = f"The newest good backup is {good}" if good else "There is no good backup"
    return StoreDamaged(f"{folder.file(tenant)} is damaged: {why}. It is left as it is. {advice}.")
