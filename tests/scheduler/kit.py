"""A carrier of notices that does as it is told."""

import asyncio
from collections.abc import Iterable
from datetime import UTC, datetime

from council.ports import NotCarried, Unreachable
from council.records import Notice

NOW = datetime(2021, 6, 10, 8, 0, tzinfo=UTC)


class FakeClock:
    def now(self) -> datetime:
        return NOW

    async def until(self, instant: datetime) -> None:
        if instant > NOW:
            await asyncio.Event().wait()


class FakeNotifier:
    """Remembers what it carried, in which language; fails for what it was given for somebody."""

    def __init__(self) -> None:
        self.carried: list[tuple[str, str]] = []
        self.failing: dict[str, BaseException] = {}

    async def carry(self, notice: Notice, language: str) -> None:
        if notice.person_id in self.failing:
            raise self.failing[notice.person_id]
        self.carried.append((notice.id, language))

    def keys(self) -> list[str]:
        return [key for key, _ in self.carried]


def notices(person_ids: Iterable[str], council: str = "") -> list[Notice]:
    return [Notice(f"{council}n{p}", "thrown_out", p, (("council", "Rådet"),), NOW) for p in person_ids]


BLOCKED, BUSY = Unreachable(), NotCarried("TimedOut")
