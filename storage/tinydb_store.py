"""The default store: one process, one data folder, one file for every tenant."""

import asyncio
import os
from collections import OrderedDict
from collections.abc import AsyncIterator, Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path
from typing import Self, TypeVar

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
from storage.transaction import Staged
from storage.turns import checked

T = TypeVar("T")
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
        self._threads = ThreadPoolExecutor(_THREADS, thread_name_prefix="store")

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

        Who is cancelled while it is being saved gets the cancellation when it is saved or has failed.

        Raises:
            StoreDamaged: the tenant's file cannot be read; it is left as it is.
            StoreFull: there is no room; the state before the transaction is kept.
            StoreError: the file is of a later version, or the system refuses.
            ValueError: this is no id of a tenant.
        """
        async with self._held(checked(tenant)) as mine:
            db = await self._opened(tenant, mine)
            work = Staged(db.kept)
            try:
                yield work
            finally:
                work.end()
            if work.steps:
                await self._in_thread(partial(mine.save, db, partial(db.commit, work.steps)))

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
        async with self._held(checked(tenant)) as mine:
            db = await self._opened(tenant, mine)
            await self._in_thread(partial(self._rewrite, tenant, mine, db, change))

    async def tenants(self) -> list[str]:
        """The ids of all tenants that hold anything, sorted."""
        self._check_open()
        return await self._in_thread(self._folder.tenants)

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
            async with mine.turn:
                mine.close()
        self._threads.shutdown()
        os.close(lock)

    @asynccontextmanager
    async def _held(self, tenant: str) -> AsyncIterator[Tenant]:
        if tenant not in self._tenants:
            self._tenants[tenant] = Tenant()
        mine = self._tenants[tenant]
        mine.users += 1
        try:
            async with mine.turn:
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
            await self._in_thread(partial(self._open, tenant, mine))
        assert mine.db is not None
        return mine.db

    def _open(self, tenant: str, mine: Tenant) -> None:
        mine.db = open_tenant(self._folder, tenant, self._files, self._migrations)

    def _rewrite(self, tenant: str, mine: Tenant, db: TenantDB, change: Rule) -> None:
        after = changed(db.kept, change)  # before anything is touched: it may be refused
        rewrite_copies(self._folder, tenant, change, self._migrations, self._files)
        mine.save(db, partial(db.replace, after))

    async def _back_up(self, tenant: str, day: date, keep: int) -> None:
        async with self._held(tenant) as mine:
            db = await self._opened(tenant, mine)
            copies = self._folder.backups(tenant)
            await self._in_thread(partial(back_up, db, copies, day, keep, self._files))

    def _check_open(self) -> None:
        if self._lock is None:
            raise StoreError("The store is closed.")

    async def _in_thread(self, work: Callable[[], T]) -> T:
        """Off the event loop; who is cancelled waits for its end, as nobody can stop it."""
        future = asyncio.get_running_loop().run_in_executor(self._threads, work)
        cancelled: asyncio.CancelledError | None = None
        while not future.done():
            try:
                await asyncio.wait([future])
            except asyncio.CancelledError as error:
                cancelled = error
        if cancelled:
            raise cancelled from future.exception()
        return future.result()
