import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from itertools import pairwise

import pytest

from council.openings import Card, Opening, Tally
from council.ports import NotCarried, StoreFull, Unreachable
from council.records import COMMONS
from playground.clock import TurnableClock
from scheduler.cardkeeper import CardKeeper
from services.boards import OpeningPage
from services.cards import Cards
from services.desk import Desk
from tests.scheduler.kit import NOW, FaultyStore, StillTime, council, settle


@dataclass
class FakePainter:
    """Remembers which card said what when; fails for cards as it was told."""

    time: StillTime
    painted: list[tuple[float, str, str]] = field(default_factory=list)
    failing: dict[str, Exception] = field(default_factory=dict)

    def digest(self, page: OpeningPage) -> str:
        return f"{page.opening.title} {page.tally.taken}"

    async def paint(self, card: Card, page: OpeningPage) -> None:
        if card.id in self.failing:
            raise self.failing[card.id]
        self.painted.append((self.time.now, card.id, self.digest(page)))


class Wall:
    """Councils with openings on cards, and the one who keeps them."""

    def __init__(self) -> None:
        self.store = FaultyStore()
        self.time = StillTime()
        self.painter = FakePainter(self.time)
        self.cards = Cards(Desk(self.store, TurnableClock(NOW), lambda: "unused"))
        self.keeper = self.restarted()

    def restarted(self, haste: float = 1.0) -> CardKeeper:
        return CardKeeper(self.cards, self.store.tenants, self.painter, haste=haste, sleep=self.time.sleep)

    async def opens(self, key: str, *cards: str, council_id: str = "c") -> None:
        async with self.store.transaction(council_id) as tx:
            tx.put(council(council_id))
            tx.put(Opening(key, key.upper(), NOW))
            tx.put(Tally(key))
        for card in cards:
            await self.cards.posted(council_id, Card(card, key, -1, 1))

    async def takes(self, key: str, taken: int, council_id: str = "c") -> None:
        """So many places are taken, and the keeper hears of it."""
        async with self.store.transaction(council_id) as tx:
            tx.put(Tally(key, taken=taken))
        self.keeper.touch(council_id, key)

    async def known(self, key: str, council_id: str = "c") -> list[tuple[str, str]]:
        """The cards that are known of an opening, and what they say."""
        async with self.store.transaction(council_id) as tx:
            return [(card.id, card.shown) for card in await tx.find(Card, opening_id=key)]


@pytest.fixture
async def wall() -> AsyncIterator[Wall]:
    made = Wall()
    yield made
    await made.keeper.stop()
    assert not [task for task in asyncio.all_tasks() if task.get_name().startswith("card")]


async def test_those_who_come_together_are_one_edit(wall: Wall) -> None:
    await wall.opens("o", "k")
    for taken in range(1, 51):
        await wall.takes("o", taken)
        await wall.time.advance(0.01)
    await wall.time.advance(60)
    assert wall.painter.painted == [(1.0, "k", "O 50")]
    assert await wall.known("o") == [("k", "O 50")]


async def test_the_last_state_always_arrives_and_edits_keep_their_distance(wall: Wall) -> None:
    await wall.opens("o", "k")
    for taken in range(1, 301):
        await wall.takes("o", taken)
        await wall.time.advance(0.1)
    await wall.time.advance(60)
    at = [when for when, _, _ in wall.painter.painted]
    assert min(later - earlier for earlier, later in pairwise(at)) >= 6
    assert len(at) <= 6
    assert wall.painter.painted[-1][2] == "O 300"


async def test_what_changes_while_a_card_is_changed_is_not_lost(wall: Wall) -> None:
    await wall.opens("o", "k")
    await wall.takes("o", 1)
    await wall.time.advance(2)
    await wall.takes("o", 2)
    await wall.time.advance(4)
    assert [said for _, _, said in wall.painter.painted] == ["O 1"]
    await wall.time.advance(10)
    assert [said for _, _, said in wall.painter.painted] == ["O 1", "O 2"]


async def test_a_card_that_says_it_already_is_left_alone(wall: Wall) -> None:
    await wall.opens("o", "k")
    await wall.takes("o", 1)
    await wall.time.advance(20)
    await wall.takes("o", 1)
    await wall.time.advance(20)
    assert len(wall.painter.painted) == 1


async def test_an_opening_without_cards_costs_nothing(wall: Wall) -> None:
    await wall.opens("o")
    await wall.takes("o", 1)
    wall.keeper.touch("c", "nosuchone")
    await wall.time.advance(20)
    assert wall.painter.painted == []


async def test_all_cards_of_an_opening_are_changed_and_no_others(wall: Wall) -> None:
    await wall.opens("o", "k", "l")
    await wall.opens("p", "m")
    await wall.takes("o", 1)
    await wall.time.advance(20)
    assert [(card, said) for _, card, said in wall.painter.painted] == [("k", "O 1"), ("l", "O 1")]


async def test_a_card_that_was_deleted_is_forgotten(wall: Wall) -> None:
    await wall.opens("o", "k", "l")
    wall.painter.failing = {"k": Unreachable()}
    await wall.takes("o", 1)
    await wall.time.advance(20)
    assert await wall.known("o") == [("l", "O 1")]


async def test_what_did_not_work_is_tried_again_later_alone(wall: Wall) -> None:
    await wall.opens("o", "k", "l")
    wall.painter.failing = {"k": NotCarried("TimedOut")}
    await wall.takes("o", 1)
    await wall.time.advance(30)
    assert await wall.known("o") == [("k", ""), ("l", "O 1")]
    wall.painter.failing = {}
    await wall.time.advance(60)
    assert [(card, said) for _, card, said in wall.painter.painted] == [("l", "O 1"), ("k", "O 1")]


async def test_trouble_with_the_store_is_said_and_gone_through_again(
    wall: Wall, caplog: pytest.LogCaptureFixture
) -> None:
    await wall.opens("o", "k")
    await wall.opens("p", "m", council_id="d")
    await wall.takes("o", 1)
    await wall.takes("p", 1, council_id="d")
    wall.store.broken = {"c": StoreFull("no room")}
    await wall.time.advance(20)
    assert [card for _, card, _ in wall.painter.painted] == ["m"]
    assert "cards of council c wait: no room" in caplog.text
    wall.store.broken = {}
    await wall.time.advance(60)
    assert [card for _, card, _ in wall.painter.painted] == ["m", "k"]


async def test_after_a_restart_cards_say_what_is_true(wall: Wall) -> None:
    await wall.opens("o", "k")
    await wall.opens("p", "m", council_id="d")
    async with wall.store.transaction(COMMONS) as tx:
        tx.put(Card("x", "o"))
    await wall.takes("o", 1)
    await settle()
    await wall.keeper.stop()
    assert wall.painter.painted == []
    wall.keeper = wall.restarted()
    await wall.keeper.touch_all()
    await wall.time.advance(20)
    assert sorted((card, said) for _, card, said in wall.painter.painted) == [("k", "O 1"), ("m", "P 0")]
    await wall.keeper.touch_all()
    await wall.time.advance(20)
    assert len(wall.painter.painted) == 2


async def test_without_limits_nothing_waits(wall: Wall) -> None:
    wall.keeper = wall.restarted(haste=0)
    await wall.opens("o", "k")
    await wall.takes("o", 1)
    await wall.time.advance(0)
    assert wall.painter.painted == [(0, "k", "O 1")]
