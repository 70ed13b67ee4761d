"""Keeping cards current: many changes are one edit, and the last state always arrives."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from typing import Protocol

from council.openings import Card
from council.ports import NotCarried, StoreError, Unreachable
from council.records import COMMONS
from services.boards import OpeningPage
from services.cards import Cards

log = logging.getLogger(__name__)

_SETTLING = 1.0
"""Seconds after a change before a card is edited: those who come together are one edit."""
_SPACING = 6.0
"""Seconds between edits of one opening's cards: half of what a group allows is left for answers."""
_LATER = 60.0
"""Seconds after which an edit that did not work is tried again."""


class Painter(Protocol):
    """Who changes a card in its chat."""

    def digest(self, page: OpeningPage) -> str:
        """A short name of what the card is to say."""
        ...

    async def paint(self, card: Card, page: OpeningPage) -> None:
        """Make it say it.

        Raises:
            Unreachable: the message or the chat is gone.
            NotCarried: it did not work this time.
        """
        ...


class CardKeeper:
    """Edits the cards of an opening when it is touched. Each opening has one task at a time, "card …"."""

    def __init__(
        self,
        cards: Cards,
        tenants: Callable[[], Awaitable[list[str]]],
        painter: Painter,
        *,
        haste: float = 1.0,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        """`haste` divides all waiting; 0 is none (for a server without limits)."""
        self._cards = cards
        self._tenants = tenants
        self._painter = painter
        self._pace = 1 / haste if haste else 0.0
        self._sleep = sleep
        self._tasks: dict[tuple[str, str], asyncio.Task[None]] = {}
        self._again: set[tuple[str, str]] = set()

    def touch(self, council_id: str, opening_id: str) -> None:
        """Something about this opening is different."""
        key = (council_id, opening_id)
        if key in self._tasks:
            self._again.add(key)
            return
        task = asyncio.create_task(self._keep(key), name=f"card {opening_id}")
        self._tasks[key] = task
        task.add_done_callback(lambda _: self._tasks.pop(key, None))

    async def touch_all(self) -> None:
        """Look at every card: after a start, for what was not said before the end."""
        for council_id in await self._tenants():
            if council_id != COMMONS:
                for opening_id in await self._cards.all(council_id):
                    self.touch(council_id, opening_id)

    async def stop(self) -> None:
        """Leave it; what was not said is said after the next start."""
        under_way = list(self._tasks.values())
        for task in under_way:
            task.cancel()
        await asyncio.gather(*under_way, return_exceptions=True)

    async def _keep(self, key: tuple[str, str]) -> None:
        done = False
        while not done:
            await self._sleep(_SETTLING * self._pace)
            self._again.discard(key)
            try:
                done = await self._edit(*key)
            except StoreError as trouble:
                log.error("cards of council %s wait: %s", key[0], trouble)  # noqa: TRY400  # says all
            await self._sleep((_SPACING if done else _LATER) * self._pace)
            done = done and key not in self._again

    async def _edit(self, council_id: str, opening_id: str) -> bool:
        """Edit what says something else; returns whether all is said."""
        page, cards = await self._cards.of(council_id, opening_id)
        if page is None:
            return True
        digest, done = self._painter.digest(page), True
        for card in cards:
            if card.shown != digest:
                done = await self._paint(council_id, card, page, digest) and done
        return done

    async def _paint(self, council_id: str, card: Card, page: OpeningPage, digest: str) -> bool:
        try:
            await self._painter.paint(card, page)
        except Unreachable:
            await self._cards.gone(council_id, card)
        except NotCarried as reason:
            log.warning("a card of council %s was not changed: %s", council_id, reason)
            return False
        else:
            await self._cards.says(council_id, card, digest)
        return True
