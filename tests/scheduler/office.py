"""Delivery as the bot runs it, over a store in which three people are known."""

import asyncio
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager, suppress
from datetime import timedelta
from typing import Any

from council.notice import Notice
from council.records import COMMONS, Person
from playground.clock import TurnableClock
from scheduler.delivery import Delivery
from services.clockwork import Clockwork
from services.desk import Desk
from services.notices import Notices
from services.people import People
from tests.scheduler.kit import (
    NOW,
    FakeNotifier,
    FaultyStore,
    council,
    notices,
    settle,
)

HOUR = timedelta(hours=1)


class Office:
    """Delivery over a store in which people 1 to 3 are known."""

    def __init__(self) -> None:
        self.store = FaultyStore()
        self.clock = TurnableClock(NOW)
        self.notifier = FakeNotifier()
        self.delivery = self.restarted()

    def restarted(self) -> Delivery:
        desk = Desk(self.store, self.clock, lambda: "unused")
        return Delivery(Notices(desk), Clockwork(desk), People(desk), self.notifier, self.clock, haste=0)

    async def write(self, council_id: str, person_ids: Iterable[str], **more: Any) -> None:
        async with self.store.transaction(council_id) as tx:
            tx.put(council(council_id))
            for notice in notices(person_ids, council_id, **more):
                tx.put(notice)

    async def deliver(self, council_id: str, delivery: Delivery | None = None) -> None:
        """What is due in a council, until all of it has gone out or failed."""
        await (delivery or self.delivery).deliver(council_id)
        await settle()

    async def states(self, council_id: str) -> dict[str, tuple[str, int]]:
        async with self.store.transaction(council_id) as tx:
            return {notice.id: (notice.state, notice.tries) for notice in await tx.find(Notice)}

    async def person(self, person_id: str) -> Person | None:
        async with self.store.transaction(COMMONS) as tx:
            return await tx.get(Person, person_id)

    @asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        """As the bot runs it."""
        task = asyncio.create_task(self.delivery.run())
        await settle()
        try:
            yield
            assert not task.done()
        finally:
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task
        assert not [left for left in asyncio.all_tasks() if left.get_name().startswith("deliver")]

    async def turn(self, by: timedelta) -> None:
        self.clock.turn(by)
        await settle()
