"""The default store: one process, one data folder, one file for every tenant."""

import os
from collections import OrderedDict
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import asynccontextmanager, contextmanager
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path
from typing import Self

from council.ports import StoreError, Transaction
from storage.backups import back_up
from storage.changing import Rule, changed
from storage.database import TenantDB
from storage.files import Files, make_folder, reported, sweep
from storage.lock import lock_folder
from storage.migrations import MIGRATIONS, Migration
from storage.opening import Folder, open_tenant
from storage.rewriting import rewrite_copies
from storage.tenant import Tenant
from storage.threads import Threads
from storage.transaction import Staged
from storage.turns import checked

_THREADS = 8


class TinyStore:
    """A `council.ports.Store` on TinyDB. At most `room` tenants that nobody is using are kept in memory."""

    def __init__(
        self, folder: Folder, lock: int, *, room: int, files: Files, migrations: Sequence[Migration]
    ) -> None:
        self._folder = folder
        self._lock: int | None = lock
        self._room = room
        self._files = files
        self._migrations = migrations
        self._tenants: OrderedDict[str, Tenant] = OrderedDict()
        self._threads = Threads(_THREADS)

    @classmethod
    def open(
        cls,
        path: Path | str,
        *,
        room: int = 64,
        files: Files | None = None,
        migrations: Sequence[Migration] = MIGRATIONS,
    ) -> Self:
        """Take a data folder, made if it is not there; `async with` gives it back at the end.

        Raises:
            StoreInUse: another process works on it.
            StoreFull, StoreError: it cannot be made.
        """
        folder = Folder(Path(path))
        with reported(folder.root):
            make_folder(folder.root)
            make_folder(folder.councils)
            lock = lock_folder(folder.root)
            sweep(folder.root)
            sweep(folder.councils)
        return cls(folder, lock, room=room, files=files or Files(), migrations=migrations)

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.close()

    @asynccontextmanager
    async def transaction(self, tenant: str) -> AsyncIterator[Transaction]:
        """All or nothing, durable when the block ends; an exception inside it leaves no trace.

        It sees what earlier ones have done before that is saved, and ends (or lets its exception out) when
        it is. Who is cancelled while it is being saved gets the cancellation when it is saved or has failed.

        Raises:
            StoreDamaged: the tenant's file cannot be read; it is left as it is.
            StoreFull: there is no room, for this transaction or for what it has seen of others; the state
                before them is kept.
            StoreError: the file is of a later version, or the system refuses.
            ValueError: this is no id of a tenant.
        """
        with self._used(checked(tenant)) as mine:
            async with mine.at_work():
                work = Staged((await self._opened(tenant, mine)).kept)
                try:
                    yield work
                finally:
                    work.end()
                if work.steps:
                    mine.take(work.steps)

    async def rewrite(self, tenant: str, change: Rule) -> None:
        """Put every record of the tenant through `change` (None drops it), in every copy that is kept.

        Its file and its backups are written anew, its files of earlier versions and damaged backups are
        deleted. `change` runs in a thread. Who is cancelled meanwhile gets the cancellation at the end.

        Raises:
            StoreDamaged, StoreFull, StoreError: as a transaction, or for a backup; the current state is as
                before, some backups may be rewritten. Doing it again finishes it.
            TypeError, ValueError: what it made cannot be kept (see `storage.changing.changed`).
            ValueError: this is no id of a tenant.
        """
        with self._used(checked(tenant)) as mine:
            async with mine.alone():
                db = await self._opened(tenant, mine)
                await self._threads.run(partial(self._rewrite, tenant, mine, db, change))

    async def tenants(self) -> list[str]:
        """The ids of all tenants that hold anything, sorted."""
        self._check_open()
        return await self._threads.run(self._folder.tenants)

    async def backup(self, now: datetime, keep: int = 7) -> dict[str, StoreError]:
        """Write today's copy of every tenant, each as of one moment, and drop all but the newest `keep`.

        Returns:
            What went wrong, by tenant: the copies of those stay as they are. Empty when all is well.
        """
        if keep < 1:
            raise ValueError("at least one copy must be kept")
        day, problems = now.astimezone(UTC).date(), {}
        for tenant in await self.tenants():
            try:
                await self._back_up(tenant, day, keep)
            except StoreError as error:
                problems[tenant] = error
        return problems

    async def close(self) -> None:
        """Let what is under way end, then give the folder back. Closing twice does nothing."""
        if self._lock is None:
            return
        lock, self._lock = self._lock, None
        for mine in list(self._tenants.values()):
            async with mine.alone():
                mine.close()
        self._threads.close()
        os.close(lock)

    @contextmanager
    def _used(self, tenant: str) -> Iterator[Tenant]:
        if tenant not in self._tenants:
            self._tenants[tenant] = Tenant(self._threads)
        mine = self._tenants[tenant]
        mine.users += 1
        try:
            yield mine
        finally:
            mine.users -= 1
            self._tenants.move_to_end(tenant)
            self._make_room()

    def _make_room(self) -> None:
        while len(self._tenants) > self._room:
            unused = next((name for name, mine in self._tenants.items() if not mine.users), None)
            if unused is None:
                return
            self._tenants.pop(unused).close()

    async def _opened(self, tenant: str, mine: Tenant) -> TenantDB:
        self._check_open()
        if mine.db is None:
            await self._threads.run(partial(self._open, tenant, mine))
        assert mine.db is not None
        return mine.db

    def _open(self, tenant: str, mine: Tenant) -> None:
        mine.db = open_tenant(self._folder, tenant, self._files, self._migrations)

    def _rewrite(self, tenant: str, mine: Tenant, db: TenantDB, change: Rule) -> None:
        after = changed(db.kept, change)  # before anything is touched: it may be refused
        rewrite_copies(self._folder, tenant, change, self._migrations, self._files)
        mine.guarded(db, partial(db.replace, after))

    async def _back_up(self, tenant: str, day: date, keep: int) -> None:
        with self._used(tenant) as mine:
            async with mine.alone():
                db = await self._opened(tenant, mine)
                copies = self._folder.backups(tenant)
                await self._threads.run(partial(back_up, db, copies, day, keep, self._files))

    def _check_open(self) -> None:
        if self._lock is None:
            raise StoreError("The store is closed.")
