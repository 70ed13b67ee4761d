import asyncio
import logging
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager, suppress
from datetime import datetime, timedelta
from typing import Any

import pytest

from council.openings import Opening, SignUp, SignUpState, Tally
from council.ports import StoreDamaged, StoreFull
from council.records import COMMONS, Notice, Person
from playground.clock import TurnableClock
from scheduler.delivery import Delivery
from services.clockwork import Clockwork
from services.desk import Desk
from services.notices import MOST_TRIES, Notices
from services.people import People
from tests.scheduler.kit import (
    BLOCKED,
    BUSY,
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


@pytest.fixture
async def office() -> Office:
    office = Office()
    async with office.store.transaction(COMMONS) as tx:
        tx.put(Person("1", "Ane", language="da", telegram_language="en", reachable=True))
        tx.put(Person("2", "Bo", telegram_language="nb-NO", reachable=True))
        tx.put(Person("3", "Cæ", telegram_language="uk", reachable=True))
    return office


async def test_each_notice_is_sent_once_in_its_readers_language_and_recorded(office: Office) -> None:
    await office.write("c", "1239")
    await office.deliver("c")
    await office.deliver("c")
    assert office.notifier.carried == [("cn1", "da"), ("cn2", "da"), ("cn3", "en"), ("cn9", "en")]
    assert await office.states("c") == dict.fromkeys(["cn1", "cn2", "cn3", "cn9"], ("sent", 0))
    async with office.store.transaction("c") as tx:
        assert {notice.sent for notice in await tx.find(Notice)} == {NOW}


async def test_who_is_unreachable_is_marked_and_not_tried_again(office: Office) -> None:
    await office.write("c", "19")
    office.notifier.failing = {"1": BLOCKED, "9": BLOCKED}
    await office.deliver("c")
    assert await office.states("c") == {"cn1": ("failed", 1), "cn9": ("failed", 1)}
    marked = await office.person("1")
    assert marked is not None
    assert not marked.reachable
    assert await office.person("9") is None
    office.notifier.failing = {}
    await office.deliver("c")
    assert office.notifier.carried == []


async def test_what_did_not_go_out_waits_while_the_others_go(office: Office) -> None:
    await office.write("c", "123")
    office.notifier.failing = {"2": BUSY}
    await office.deliver("c")
    assert office.notifier.ids() == ["cn1", "cn3"]
    assert (await office.states("c"))["cn2"] == ("waiting", 1)
    office.notifier.failing = {}
    await office.deliver("c")
    assert office.notifier.ids() == ["cn1", "cn3"]
    office.clock.turn(timedelta(seconds=30))
    await office.deliver("c")
    assert office.notifier.ids() == ["cn1", "cn3", "cn2"]
    assert (await office.states("c"))["cn2"] == ("sent", 1)


@pytest.mark.parametrize("trouble", [BUSY, KeyError("kind")])
async def test_what_never_goes_out_is_put_aside(
    office: Office, trouble: Exception, caplog: pytest.LogCaptureFixture
) -> None:
    await office.write("c", "12")
    office.notifier.failing = {"1": trouble}
    for _ in range(MOST_TRIES + 3):
        await office.deliver("c")
        office.clock.turn(timedelta(minutes=10))
    assert await office.states("c") == {"cn1": ("failed", MOST_TRIES), "cn2": ("sent", 0)}
    marked = await office.person("1")
    assert marked is not None
    assert marked.reachable
    assert len([record for record in caplog.records if record.levelno >= logging.WARNING]) == MOST_TRIES
    assert "Rådet" not in caplog.text


async def test_killed_between_sending_and_recording_loses_nothing(office: Office) -> None:
    await office.write("c", "123")
    office.store.killed_at_recording = "cn2"
    await office.deliver("c")
    office.store.killed_at_recording = ""
    delivery = office.restarted()
    await office.deliver("c", delivery)
    await office.deliver("c", delivery)
    assert sorted(office.notifier.ids()) == ["cn1", "cn2", "cn2", "cn3"]
    assert set((await office.states("c")).values()) == {("sent", 0)}


async def test_waking_delivers_the_council_that_was_named(office: Office) -> None:
    await office.write("a", "1")
    await office.write("b", "1")
    async with office.running():
        office.delivery.wake("b")
        await settle()
        assert office.notifier.ids() == ["bn1"]


async def test_after_a_start_every_council_is_looked_at_and_leaves_the_commons_alone(office: Office) -> None:
    await office.write("a", "1")
    await office.write("b", "2")
    await office.write(COMMONS, "3")
    async with office.running():
        await office.delivery.begin()
        await office.delivery.begin()
        await settle()
        assert office.notifier.ids() == ["an1", "bn2"]


@pytest.mark.parametrize("trouble", [StoreDamaged("a.db, see backup"), StoreFull("no room")])
async def test_trouble_with_one_council_does_not_stop_the_others(
    office: Office, trouble: Exception, caplog: pytest.LogCaptureFixture
) -> None:
    async with office.running():
        for council_id in "abc":
            await office.write(council_id, "1")
            office.delivery.wake(council_id)
        office.store.broken = {"b": trouble}
        await settle()
        assert office.notifier.ids() == ["an1", "cn1"]
        assert f"notices of council b wait: {trouble}" in caplog.text
        office.store.broken = {}
        office.delivery.wake("b")
        await settle()
        assert office.notifier.ids() == ["an1", "cn1", "bn1"]


async def test_a_bug_in_one_notice_does_not_stop_the_others(office: Office) -> None:
    await office.write("a", "12")
    await office.write("b", "2")
    office.notifier.failing = {"1": KeyError("kind")}
    async with office.running():
        await office.delivery.begin()
        await settle()
        assert office.notifier.ids() == ["an2", "bn2"]


async def test_stopping_in_the_middle_keeps_what_was_not_sent(office: Office) -> None:
    await office.write("c", "12")
    office.notifier.held = asyncio.Event()
    async with office.running():
        office.delivery.wake("c")
        await settle()
        assert office.notifier.under_way == 2
    assert office.notifier.under_way == 0
    assert await office.states("c") == {"cn1": ("waiting", 0), "cn2": ("waiting", 0)}
    office.notifier.held = None
    await office.deliver("c", office.restarted())
    assert await office.states("c") == {"cn1": ("sent", 0), "cn2": ("sent", 0)}


async def test_many_are_on_their_way_at_once_but_not_all(office: Office) -> None:
    await office.write("a", [str(number) for number in range(10, 60)])
    await office.write("b", [str(number) for number in range(60, 110)])
    office.notifier.held = asyncio.Event()
    async with office.running():
        await office.delivery.begin()
        await settle()
        assert office.notifier.under_way == 24
        office.notifier.held.set()
        for _ in range(5):
            await settle()
    assert len(office.notifier.ids()) == len(set(office.notifier.ids())) == 100
    assert office.notifier.most == 24


async def test_a_council_that_waits_for_telegram_does_not_hold_up_another(office: Office) -> None:
    await office.write("a", "1")
    office.notifier.held = asyncio.Event()
    async with office.running():
        office.delivery.wake("a")
        await settle()
        office.notifier.held, held = None, office.notifier.held
        await office.write("b", "2")
        office.delivery.wake("b")
        await settle()
        assert office.notifier.ids() == ["bn2"]
        held.set()
        await settle()
        assert office.notifier.ids() == ["bn2", "an1"]


async def test_what_is_written_while_a_council_is_served_goes_out_too_and_nothing_twice(
    office: Office,
) -> None:
    await office.write("c", "1")
    office.notifier.held = asyncio.Event()
    async with office.running():
        office.delivery.wake("c")
        await settle()
        await office.write("c", "2")
        for _ in range(3):
            office.delivery.wake("c")
        await settle()
        assert office.notifier.under_way == 2
        office.notifier.held.set()
        await settle()
        assert office.notifier.ids() == ["cn1", "cn2"]


async def test_what_has_its_time_waits_for_it(office: Office) -> None:
    async with office.running():
        await office.write("a", "1", not_before=NOW + HOUR)
        await office.write("b", "2", not_before=NOW + 3 * HOUR)
        await office.write("c", "3")
        await office.delivery.begin()
        await settle()
        assert office.notifier.ids() == ["cn3"]
        await office.turn(timedelta(minutes=59))
        assert office.notifier.ids() == ["cn3"]
        await office.turn(timedelta(minutes=1))
        assert office.notifier.ids() == ["cn3", "an1"]
        await office.turn(5 * HOUR)
        assert office.notifier.ids() == ["cn3", "an1", "bn2"]


async def test_an_earlier_time_is_noticed_while_a_later_one_is_waited_for(office: Office) -> None:
    async with office.running():
        await office.write("a", "1", not_before=NOW + 9 * HOUR)
        office.delivery.wake("a")
        await settle()
        await office.write("b", "2", not_before=NOW + HOUR)
        office.delivery.wake("b")
        await settle()
        await office.turn(HOUR)
        assert office.notifier.ids() == ["bn2"]
        await office.turn(8 * HOUR)
        assert office.notifier.ids() == ["bn2", "an1"]


async def test_after_a_restart_what_lay_ahead_still_lies_ahead(office: Office) -> None:
    await office.write("a", "1", not_before=NOW + HOUR)
    async with office.running():
        await office.delivery.begin()
        await settle()
    office.delivery = office.restarted()
    async with office.running():
        await office.delivery.begin()
        await settle()
        assert office.notifier.ids() == []
        await office.turn(HOUR)
        assert office.notifier.ids() == ["an1"]


async def test_what_did_not_go_out_is_tried_again_by_itself(office: Office) -> None:
    await office.write("c", "1")
    office.notifier.failing = {"1": BUSY}
    async with office.running():
        office.delivery.wake("c")
        await settle()
        await office.turn(timedelta(seconds=30))
        assert await office.states("c") == {"cn1": ("waiting", 2)}
        office.notifier.failing = {}
        await office.turn(timedelta(seconds=59))
        assert office.notifier.ids() == []
        await office.turn(timedelta(seconds=1))
        assert office.notifier.ids() == ["cn1"]


async def offered(office: Office, until: datetime) -> None:
    """Somebody was asked, the next one waits."""
    async with office.store.transaction("c") as tx:
        tx.put(council("c"))
        tx.put(Opening("o", "Tables", NOW, capacity=1))
        asked = SignUp("o-1", "o", "1", "Ane", SignUpState.OFFERED, 1, NOW, offered_until=until)
        waits = SignUp("o-2", "o", "2", "Bo", SignUpState.WAITING, 2, NOW)
        tx.put(asked)
        tx.put(waits)
        tx.put(Tally("o").changed(None, asked).changed(None, waits))


async def test_an_offer_goes_on_when_its_time_is_up_and_both_hear_of_it(office: Office) -> None:
    await offered(office, NOW + HOUR)
    async with office.running():
        office.delivery.wake("c")
        await settle()
        assert office.notifier.ids() == []
        await office.turn(HOUR)
        kinds = sorted(key.split(":")[:2] for key in office.notifier.ids())
        assert kinds == [["offer_lapsed", "1"], ["offered", "2"]]


async def test_an_offer_that_ran_out_while_the_bot_was_down_goes_on_at_once(office: Office) -> None:
    await offered(office, NOW - HOUR)
    async with office.running():
        await office.delivery.begin()
        await settle()
        assert len(office.notifier.ids()) == 2


async def test_a_council_that_was_never_set_up_has_nothing_due(office: Office) -> None:
    async with office.store.transaction("c") as tx:
        tx.put(notices("1", "c")[0])
    await office.deliver("c")
    assert office.notifier.ids() == ["cn1"]
