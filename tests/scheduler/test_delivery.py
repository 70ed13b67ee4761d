import asyncio
import logging
from datetime import timedelta

import pytest

from council.notice import Notice
from council.ports import StoreDamaged, StoreFull
from council.records import COMMONS
from services.notices import MOST_TRIES
from tests.scheduler.kit import (
    BLOCKED,
    BUSY,
    NOW,
    settle,
)
from tests.scheduler.office import Office


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
    office.notifier.held = held = asyncio.Event()
    async with office.running():
        office.delivery.wake("a")
        await settle()
        office.notifier.held = None
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
