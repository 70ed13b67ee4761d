"""A carrier of notices that does as it is told, a store with trouble, and a settled council in it."""

import asyncio
from collections.abc import AsyncIterator, Iterable, Sequence
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from typing import Any

from council.notice import Notice
from council.ports import NotCarried, Transaction, Unreachable
from council.records import Council
from storage.memory import MemoryStore

NOW = datetime(2021, 6, 10, 8, 0, tzinfo=UTC)


class Killed(BaseException):
    """The process is no more."""


class FaultyStore(MemoryStore):
    """Some tenants cannot be opened; recording that something was sent can fail, or be the end."""

    def __init__(self) -> None:
        super().__init__()
        self.broken: dict[str, Exception] = {}
        self.killed_at_recording = ""
        self.full_at_recording: Exception | None = None

    @asynccontextmanager
    async def transaction(self, tenant: str) -> AsyncIterator[Transaction]:
        if tenant in self.broken:
            raise self.broken[tenant]
        async with super().transaction(tenant) as tx:
            yield tx
            if self.full_at_recording and await tx.find(Notice, state="sent"):
                raise self.full_at_recording
            recorded = await tx.get(Notice, self.killed_at_recording)
            if recorded is not None and recorded.state == "sent":
                raise Killed


class FakeNotifier:
    """Remembers what it carried, in which language; fails for what it was given for somebody.

    With `held`, everything waits on its way until it is set; `most` is how many were on their way at once.
    """

    def __init__(self) -> None:
        self.carried: list[tuple[str, str]] = []
        self.failing: dict[str, BaseException] = {}
        self.held: asyncio.Event | None = None
        self.under_way = self.most = 0

    async def carry(self, message: Sequence[Notice], chat_id: int, language: str) -> None:
        [notice] = message
        assert str(chat_id) == notice.person_id
        if notice.person_id in self.failing:
            raise self.failing[notice.person_id]
        self.under_way += 1
        self.most = max(self.most, self.under_way)
        try:
            if self.held is not None:
                await self.held.wait()
        finally:
            self.under_way -= 1
        self.carried.append((notice.id, language))

    def ids(self) -> list[str]:
        return [key for key, _ in self.carried]


def notices(person_ids: Iterable[str], council: str = "", **more: Any) -> list[Notice]:
    facts = (("council", "Rådet"),)
    return [Notice(f"{council}n{p}", "thrown_out", p, facts, NOW, **more) for p in person_ids]


def council(council_id: str) -> Council:
    return Council(council_id, "Rådet", -1)


async def settle() -> None:
    """Let every task go on until all wait."""
    for _ in range(200):
        await asyncio.sleep(0)


BLOCKED, BUSY = Unreachable(), NotCarried("TimedOut")


class StillTime:
    """Sleeps that end when `advance` says so."""

    def __init__(self) -> None:
        self.now = 0.0
        self._sleepers: list[tuple[float, asyncio.Future[None]]] = []

    async def sleep(self, seconds: float) -> None:
        waker: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._sleepers.append((self.now + seconds, waker))
        await waker

    async def advance(self, seconds: float) -> None:
        """Let so much time pass, and in it all that happens."""
        end = self.now + seconds
        await settle()
        while due := [sleeper for sleeper in self._sleepers if sleeper[0] <= end]:
            first = min(due, key=lambda sleeper: sleeper[0])
            self._sleepers.remove(first)
            self.now = first[0]
            if not first[1].done():
                first[1].set_result(None)
            await settle()
        self.now = end
