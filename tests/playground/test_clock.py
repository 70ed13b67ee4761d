import asyncio
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from playground.clock import TurnableClock

START = datetime(2027, 8, 2, 8, 30, tzinfo=UTC)
HOUR = timedelta(hours=1)
HOURS = st.integers(0, 60)


async def breathe() -> None:
    """Let everybody run who was woken."""
    for _ in range(3):
        await asyncio.sleep(0)


@given(st.lists(HOURS, max_size=20), st.lists(HOURS, max_size=20))
def test_everybody_is_woken_when_it_is_time_and_nobody_before(waits: list[int], turns: list[int]) -> None:
    asyncio.run(everybody_is_woken(waits, turns))


async def everybody_is_woken(waits: list[int], turns: list[int]) -> None:
    clock = TurnableClock(START)
    waiting = {asyncio.create_task(clock.until(START + hours * HOUR)): hours for hours in waits}
    await breathe()
    passed = 0
    for hours in turns:
        clock.turn(hours * HOUR)
        passed += hours
        await breathe()
        assert all(task.done() == (due <= passed) for task, due in waiting.items())
    clock.turn(60 * HOUR)
    if waiting:
        await asyncio.wait(waiting)


async def test_who_gives_up_waiting_leaves_the_others_waiting() -> None:
    clock = TurnableClock(START)
    first, second = (asyncio.create_task(clock.until(START + HOUR)) for _ in range(2))
    await breathe()
    first.cancel()
    clock.turn(HOUR)
    with pytest.raises(asyncio.CancelledError):
        await first
    await second
    clock.turn(HOUR)


async def test_given_up_in_the_moment_it_is_woken() -> None:
    clock = TurnableClock(START)
    waiting = asyncio.create_task(clock.until(START + HOUR))
    await breathe()
    clock.turn(HOUR)
    waiting.cancel()
    clock.turn(HOUR)
    with pytest.raises(asyncio.CancelledError):
        await waiting


async def test_what_has_been_is_not_waited_for() -> None:
    clock = TurnableClock(START)
    await clock.until(START)
    with pytest.raises(ValueError, match="backwards"):
        clock.turn(-HOUR)
