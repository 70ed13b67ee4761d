"""A crowd at one tenant while its disk is busy."""

import asyncio
import shutil
import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from council.records import Chat, Record
from storage.tinydb_store import TinyStore
from tests.storage.kit import FaultyFiles, Held, SlowFiles, chat, held, notice, put

Tasks = list[asyncio.Task[None]]
BEFORE: Held = {"chats": [chat("1"), chat("2")]}
NOTICES: list[Record] = [notice(str(number)) for number in range(20)]
APPEND, ANEW = ["write", "fsync"], ["write", "fsync", "replace", "fsync"]


class BusyFiles(SlowFiles, FaultyFiles):
    """A disk that is busy until it is let go, and may fail then, or have a mistake in its program."""

    def __init__(self) -> None:
        SlowFiles.__init__(self)
        FaultyFiles.__init__(self)
        self.cut = threading.Event()
        self.mistaken = False

    def truncate(self, descriptor: int, size: int) -> None:
        super().truncate(descriptor, size)
        self.cut.set()

    def _raise(self, only: type[BaseException] | None = None) -> None:
        if self._failing and self.mistaken:
            raise ZeroDivisionError
        super()._raise(only)


async def turns() -> None:
    """Let everybody go as far as they come."""
    for _ in range(5):
        await asyncio.sleep(0)


@asynccontextmanager
async def busy(store: TinyStore, files: BusyFiles) -> AsyncIterator[Tasks]:
    """The disk is busy with the first of these tasks (a third chat); it is let go at the end."""
    with files.stuck():
        tasks = [asyncio.create_task(put(store, "t1", chat("3")))]
        await asyncio.to_thread(files.reached.wait)
        yield tasks
        await turns()
        assert not any(task.done() for task in tasks)


async def endings(tasks: Tasks) -> list[str]:
    ended = await asyncio.gather(*tasks, return_exceptions=True)
    return [type(error).__name__ if error else "saved" for error in ended]


def put_notices(store: TinyStore) -> Tasks:
    return [asyncio.create_task(put(store, "t1", record)) for record in NOTICES]


async def clear(store: TinyStore) -> None:
    async with store.transaction("t1") as tx:
        for record in await tx.find(Chat):
            tx.delete(Chat, record.id)


async def on_disk(path: Path) -> Held:
    """What of t1 a process would find that started now, here on a copy."""
    copy = path.with_name("copy")
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(path, copy)
    async with TinyStore.open(copy) as store:
        return await held(store, "t1")
