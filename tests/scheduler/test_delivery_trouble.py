"""What delivery does when the store cannot be read or written for a while, and when something is a bug."""

import asyncio
import logging
from datetime import datetime, timedelta
from typing import Any

import pytest

from council.ports import StoreFull
from council.records import COMMONS
from tests.scheduler.kit import settle
from tests.scheduler.office import Office

MINUTE = timedelta(minutes=1)
FULL = StoreFull("no room")


async def test_a_council_in_trouble_is_looked_at_again_by_itself(office: Office) -> None:
    await office.write("c", "1")
    async with office.running():
        office.store.broken = {"c": FULL}
        office.delivery.wake("c")
        await settle()
        await office.turn(MINUTE)
        assert office.notifier.ids() == []
        office.store.broken = {}
        await office.turn(MINUTE)
        assert office.notifier.ids() == ["cn1"]


async def test_what_was_sent_but_could_not_be_recorded_is_recorded_later_and_not_sent_again(
    office: Office,
) -> None:
    await office.write("c", "1")
    async with office.running():
        office.store.full_at_recording = FULL
        office.delivery.wake("c")
        await settle()
        for _ in range(5):
            await office.turn(MINUTE)
            office.delivery.wake("c")
            await settle()
        assert office.delivery.backlog == 1
        office.store.full_at_recording = None
        await office.turn(MINUTE)
        assert office.notifier.ids() == ["cn1"]
        assert await office.states("c") == {"cn1": ("sent", 0)}
        assert office.delivery.backlog == 0


async def test_when_it_is_not_known_who_somebody_is_it_is_tried_again(office: Office) -> None:
    await office.write("c", "1")
    async with office.running():
        office.store.broken = {COMMONS: FULL}
        office.delivery.wake("c")
        await settle()
        assert office.notifier.ids() == []
        office.store.broken = {}
        await office.turn(MINUTE)
        assert office.notifier.ids() == ["cn1"]


async def test_a_bug_in_one_councils_planning_is_said_and_tried_again(
    office: Office, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    await office.write("a", "1")
    await office.write("b", "2")
    ring = office.delivery._clockwork.ring

    async def broken(council_id: str, **how: Any) -> datetime | None:
        if council_id == "a":
            raise OverflowError
        return await ring(council_id, **how)

    monkeypatch.setattr(office.delivery._clockwork, "ring", broken)
    async with office.running():
        await office.delivery.begin()
        await settle()
        assert office.notifier.ids() == ["bn2"]
        [error] = [record for record in caplog.records if record.levelno >= logging.ERROR]
        assert "council a" in error.getMessage()
        monkeypatch.undo()
        await office.turn(MINUTE)
        while tasks := list(office.delivery._tasks.values()):  # it plans beside the event loop
            await asyncio.wait(tasks)
            await settle()
        assert office.notifier.ids() == ["bn2", "an1"]
