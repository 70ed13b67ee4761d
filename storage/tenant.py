"""One tenant in the hands of a store: whose turn it is, its records, and what of them is not saved yet.

Transactions change the records in memory one after another, and are written together: those that come while
the disk is busy make the next batch. So each sees what earlier ones did before that is saved; therefore
none ends before all that it could see is saved, and what could not be is taken back with all that came after.
"""

from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from functools import partial

from council.ports import StoreError
from storage.batch import Batch
from storage.database import TenantDB
from storage.files import reported
from storage.threads import Threads
from storage.transaction import Step
from storage.turns import Turn


class Tenant:
    """`users` counts who has it or waits for it; `db` is None until it is first needed."""

    def __init__(self, threads: Threads) -> None:
        self._threads = threads
        self._turn = Turn()
        self._in_a_block = False
        self._gathering: Batch | None = None
        self._writing: Batch | None = None
        self._failure: BaseException | None = None
        self.users = 0
        self.db: TenantDB | None = None

    @asynccontextmanager
    async def at_work(self) -> AsyncIterator[None]:
        """The turn of a transaction. It ends when all that it saw is saved; so does what it raises.

        Raises:
            StoreFull, StoreError: that could not be saved.
        """
        seen: Batch | None = None
        try:
            async with self._turn:
                self._in_a_block = True
                try:
                    yield
                finally:
                    seen = self._newest
                    self._block_ended()
        except Exception:
            await _saved(seen)  # a refusal tells what it saw, too
            raise
        await _saved(seen)

    @asynccontextmanager
    async def alone(self) -> AsyncIterator[None]:
        """The turn of somebody who works on the file: nothing is being saved meanwhile."""
        async with self._turn:
            while batch := self._newest:
                await batch.ended()
            yield

    def take(self, steps: Sequence[Step]) -> None:
        """Take the steps of the transaction that is at work, and see to it that they get saved."""
        batch = self._gathering or Batch()
        batch.add(steps, self._opened.kept)
        self._gathering = batch
        if self._writing is None:
            self._write(batch)

    def guarded(self, db: TenantDB, work: Callable[[], None]) -> None:
        """Do this work on the records and their file, alone.

        Raises:
            StoreFull, StoreError: it could not; the records are as before.
        """
        try:
            with reported(db.journal.path):
                work()
        except StoreError:
            raise
        except BaseException:
            self.close()  # a fault of ours: memory may not be what is in the file, so read it again
            raise

    def close(self) -> None:
        """Put the records out of memory."""
        if self.db is not None:
            self.db.close()
            self.db = None

    @property
    def _newest(self) -> Batch | None:
        """When this is saved, everything is."""
        return self._gathering or self._writing

    @property
    def _opened(self) -> TenantDB:
        assert self.db is not None
        return self.db

    def _write(self, batch: Batch) -> None:
        self._writing, self._gathering = batch, None
        work = self._opened.saving(batch.lines, batch.was)
        self._threads.start(work, partial(self._written, batch))

    def _written(self, batch: Batch, failure: BaseException | None) -> None:
        if failure is not None:
            self._failure = failure
            if not self._in_a_block:
                self._give_up(failure)
            return
        self._writing = None
        batch.end(None)
        if self._gathering is not None:
            self._write(self._gathering)

    def _block_ended(self) -> None:
        self._in_a_block = False
        if self._failure is not None:  # it came when records must not change under somebody's eyes
            self._give_up(self._failure)

    def _give_up(self, failure: BaseException) -> None:
        """Nothing that is not saved counts any more."""
        unsaved = [batch for batch in (self._gathering, self._writing) if batch is not None]
        self._gathering = self._writing = self._failure = None
        for batch in unsaved:  # the last first
            batch.end(failure)
        if not isinstance(failure, StoreError):
            self.close()  # a fault of ours: see above


async def _saved(batch: Batch | None) -> None:
    if batch is not None:
        await batch.saved()
