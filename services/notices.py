"""The ledger of what the bot says unasked: what waits to be said, and what became of it."""

from dataclasses import replace

from council.records import Notice
from services.desk import Desk

MOST_TRIES = 10
"""How often a notice is tried before it is put aside as failed."""


class Notices:
    """The use cases about notices; they are written by the use cases that cause them."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    async def councils(self) -> list[str]:
        """Every tenant that may have notices waiting."""
        return await self._desk.store.tenants()

    async def waiting(self, council_id: str) -> list[Notice]:
        """What is to be said now in one council, oldest first."""
        now = self._desk.clock.now()
        async with self._desk.store.transaction(council_id) as tx:
            waiting = await tx.find(Notice, state="waiting")
        return [notice for notice in waiting if notice.not_before is None or notice.not_before <= now]

    async def sent(self, council_id: str, notice: Notice) -> None:
        """Telegram has taken it."""
        await self._keep(council_id, replace(notice, state="sent", sent=self._desk.clock.now()))

    async def failed(self, council_id: str, notice: Notice, *, for_good: bool) -> None:
        """It did not go out; unless for good or too often, it waits for the next try."""
        tries = notice.tries + 1
        over = for_good or tries >= MOST_TRIES
        await self._keep(council_id, replace(notice, tries=tries, state="failed" if over else "waiting"))

    async def _keep(self, council_id: str, notice: Notice) -> None:
        async with self._desk.store.transaction(council_id) as tx:
            if (
                await tx.get(Notice, notice.id) is not None
            ):  # who it tells of may have been forgotten meanwhile
                tx.put(notice)
