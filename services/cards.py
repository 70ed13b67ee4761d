"""Cards: openings shown in chats, which chats those are, and what they say there now."""

from dataclasses import replace

from council.openings import Card, Opening
from council.records import Council
from services.boards import OpeningPage, page_in
from services.desk import Desk

_MOST_CARDS = 100
"""Of one opening that are kept current."""


class Cards:
    """The use cases about cards."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    async def posted(self, council_id: str, card: Card) -> None:
        """A card stands in a chat now; the same again changes nothing."""
        async with self._desk.store.transaction(council_id) as tx:
            if await tx.get(Opening, card.opening_id) is None or await tx.get(Card, card.id) is not None:
                return
            if await tx.count(Card, opening_id=card.opening_id) < _MOST_CARDS:
                tx.put(card)

    async def of(self, council_id: str, opening_id: str) -> tuple[OpeningPage | None, list[Card]]:
        """An opening as everybody sees it, and its cards."""
        async with self._desk.store.transaction(council_id) as tx:
            cards = await tx.find(Card, opening_id=opening_id)
            page = await page_in(tx, self._desk, council_id, opening_id, "") if cards else None
            return page, cards

    async def all(self, council_id: str) -> list[str]:
        """The ids of all openings that stand on a card."""
        async with self._desk.store.transaction(council_id) as tx:
            if await tx.get(Council, council_id) is None:
                return []
            return sorted({card.opening_id for card in await tx.find(Card)})

    async def says(self, council_id: str, card: Card, shown: str) -> None:
        """A card says this now (a digest)."""
        async with self._desk.store.transaction(council_id) as tx:
            known = await tx.get(Card, card.id)
            if known is not None and known.shown != shown:
                tx.put(replace(known, shown=shown))

    async def gone(self, council_id: str, card: Card) -> None:
        """The message was deleted, or the chat cannot be reached any more."""
        async with self._desk.store.transaction(council_id) as tx:
            tx.delete(Card, card.id)
