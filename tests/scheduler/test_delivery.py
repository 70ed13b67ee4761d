import asyncio
import logging
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager, suppress

import pytest

from council.ports import StoreDamaged, StoreFull, Transaction
from council.records import COMMONS, Notice, Person
from scheduler.delivery import Delivery
from services.desk import Desk
from services.notices import MOST_TRIES, Notices
from services.people import People
from storage.memory import MemoryStore
from tests.scheduler.kit import BLOCKED, BUSY, NOW, FakeClock, FakeNotifier, notices


class Killed(BaseException):
    """The process is no more."""


class FaultyStore(MemoryStore):
    """Some tenants cannot be opened; recording that something was sent can be the end."""

    def __init__(self) -> None:
        super().__init__()
        self.broken: dict[str, Exception] = {}
        self.killed_at_recording = ""

    @asynccontextmanager
    async def transaction(self, tenant: str) -> AsyncIterator[Transaction]:
        if tenant in self.broken:
            raise self.broken[tenant]
        async with super().transaction(tenant) as tx:
            yield tx
            recorded = await tx.get(Notice, self.killed_at_recording)
            if recorded is not None and recorded.state == "sent":
                raise Killed


class Office:
    """Delivery over a store in which people 1 to 3 are known."""

    def __init__(self) -> None:
        self.store = FaultyStore()
        self.notifier = FakeNotifier()
        self.delivery = self.restarted()

    def restarted(self) -> Delivery:
        desk = Desk(self.store, FakeClock(), lambda: "unused")
        return Delivery(Notices(desk), People(desk), self.notifier)

    async def write(self, council_id: str, person_ids: Iterable[str]) -> None:
        async with self.store.transaction(council_id) as tx:
            for notice in notices(person_ids, council_id):
                tx.put(notice)

    async def states(self, council_id: str) -> dict[str, tuple[str, int]]:
        async with self.store.transaction(council_id) as tx:
            return {notice.id: (notice.state, notice.tries) for notice in await tx.find(Notice)}

    async def person(self, person_id: str) -> Person | None:
        async with self.store.transaction(COMMONS) as tx:
            return await tx.get(Person, person_id)

    async def run_until_idle(self) -> None:
        running = asyncio.create_task(self.delivery.run())
        for _ in range(200):
            await asyncio.sleep(0)
        assert not running.done()
        assert self.delivery._woken.empty()
        running.cancel()
        with suppress(asyncio.CancelledError):
            await running


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
    await office.delivery.deliver("c")
    await office.delivery.deliver("c")
    assert office.notifier.carried == [("cn1", "da"), ("cn2", "da"), ("cn3", "en"), ("cn9", "en")]
    assert await office.states("c") == dict.fromkeys(["cn1", "cn2", "cn3", "cn9"], ("sent", 0))
    async with office.store.transaction("c") as tx:
        assert {notice.sent for notice in await tx.find(Notice)} == {NOW}


async def test_who_is_unreachable_is_marked_and_not_tried_again(office: Office) -> None:
    await office.write("c", "19")
    office.notifier.failing = {"1": BLOCKED, "9": BLOCKED}
    await office.delivery.deliver("c")
    assert await office.states("c") == {"cn1": ("failed", 1), "cn9": ("failed", 1)}
    marked = await office.person("1")
    assert marked is not None
    assert not marked.reachable
    assert await office.person("9") is None
    office.notifier.failing = {}
    await office.delivery.deliver("c")
    assert office.notifier.carried == []


async def test_what_did_not_go_out_waits_while_the_others_go(office: Office) -> None:
    await office.write("c", "123")
    office.notifier.failing = {"2": BUSY}
    await office.delivery.deliver("c")
    assert office.notifier.keys() == ["cn1", "cn3"]
    assert (await office.states("c"))["cn2"] == ("waiting", 1)
    office.notifier.failing = {}
    await office.delivery.deliver("c")
    assert office.notifier.keys() == ["cn1", "cn3", "cn2"]
    assert (await office.states("c"))["cn2"] == ("sent", 1)


@pytest.mark.parametrize("trouble", [BUSY, KeyError("kind")])
async def test_what_never_goes_out_is_put_aside(
    office: Office, trouble: Exception, caplog: pytest.LogCaptureFixture
) -> None:
    await office.write("c", "12")
    office.notifier.failing = {"1": trouble}
    for _ in range(MOST_TRIES + 3):
        await office.delivery.deliver("c")
    assert await office.states("c") == {"cn1": ("failed", MOST_TRIES), "cn2": ("sent", 0)}
    marked = await office.person("1")
    assert marked is not None
    assert marked.reachable
    assert len([record for record in caplog.records if record.levelno >= logging.WARNING]) == MOST_TRIES
    assert "Rådet" not in caplog.text


async def test_killed_between_sending_and_recording_repeats_that_one_alone(office: Office) -> None:
    await office.write("c", "123")
    office.store.killed_at_recording = "cn2"
    with pytest.raises(Killed):
        await office.delivery.deliver("c")
    assert office.notifier.keys() == ["cn1", "cn2"]
    office.store.killed_at_recording = ""
    delivery = office.restarted()
    await delivery.wake_all()
    await delivery.deliver("c")
    await delivery.deliver("c")
    assert office.notifier.keys() == ["cn1", "cn2", "cn2", "cn3"]


async def test_waking_delivers_the_council_that_was_named(office: Office) -> None:
    await office.write("a", "1")
    await office.write("b", "1")
    office.delivery.wake("b")
    await office.run_until_idle()
    assert office.notifier.keys() == ["bn1"]


async def test_waking_all_delivers_every_council_and_leaves_the_commons_alone(office: Office) -> None:
    await office.write("a", "1")
    await office.write("b", "2")
    await office.write(COMMONS, "3")
    await office.delivery.wake_all()
    await office.delivery.wake_all()
    await office.run_until_idle()
    assert office.notifier.keys() == ["an1", "bn2"]


@pytest.mark.parametrize("trouble", [StoreDamaged("a.db, see backup"), StoreFull("no room")])
async def test_trouble_with_one_council_does_not_stop_the_others(
    office: Office, trouble: Exception, caplog: pytest.LogCaptureFixture
) -> None:
    for council_id in "abc":
        await office.write(council_id, "1")
        office.delivery.wake(council_id)
    office.store.broken = {"b": trouble}
    await office.run_until_idle()
    assert office.notifier.keys() == ["an1", "cn1"]
    assert f"notices of council b wait: {trouble}" in caplog.text
    office.store.broken = {}
    office.delivery.wake("b")
    await office.run_until_idle()
    assert office.notifier.keys() == ["an1", "cn1", "bn1"]


async def test_a_bug_in_one_notice_does_not_stop_the_others(office: Office) -> None:
    await office.write("a", "12")
    await office.write("b", "2")
    office.notifier.failing = {"1": KeyError("kind")}
    await office.delivery.wake_all()
    await office.run_until_idle()
    assert office.notifier.keys() == ["an2", "bn2"]


async def test_stopping_in_the_middle_keeps_what_was_not_sent(office: Office) -> None:
    await office.write("c", "12")
    office.notifier.failing = {"2": asyncio.CancelledError()}
    with pytest.raises(asyncio.CancelledError):
        await office.delivery.deliver("c")
    assert await office.states("c") == {"cn1": ("sent", 0), "cn2": ("waiting", 0)}
