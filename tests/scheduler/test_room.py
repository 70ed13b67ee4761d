import asyncio
import random
from contextlib import suppress

import pytest

from scheduler.room import Room
from tests.scheduler.kit import settle


class Crowd:
    """People who want to be in a room, and who was let in, in order. They leave when they are told to."""

    def __init__(self, places: int) -> None:
        self.room = Room(places)
        self.entered: list[str] = []
        self.inside = self.most = 0
        self.tasks: dict[str, asyncio.Task[None]] = {}
        self._out: dict[str, asyncio.Event] = {}

    async def come(self, name: str, urgency: int = 0) -> None:
        self._out[name] = asyncio.Event()
        self.tasks[name] = asyncio.create_task(self._stay(name, urgency))
        await asyncio.sleep(0)

    async def leave(self, name: str) -> None:
        self._out[name].set()
        await settle()

    async def _stay(self, name: str, urgency: int) -> None:
        async with self.room.place(urgency):
            self.entered.append(name)
            self.inside += 1
            self.most = max(self.most, self.inside)
            try:
                await self._out[name].wait()
            finally:
                self.inside -= 1

    async def empty(self) -> None:
        for task in self.tasks.values():
            task.cancel()
        await asyncio.gather(*self.tasks.values(), return_exceptions=True)


async def test_who_is_more_urgent_goes_in_first_and_then_whoever_came_first() -> None:
    crowd = Crowd(1)
    for name, urgency in (("a", 0), ("digest", 2), ("remind", 1), ("moved", 0), ("remind too", 1)):
        await crowd.come(name, urgency)
    for name in ("a", "moved", "remind", "remind too"):
        await crowd.leave(name)
    assert crowd.entered == ["a", "moved", "remind", "remind too", "digest"]
    await crowd.leave("digest")
    assert all(task.done() for task in crowd.tasks.values())


async def test_nobody_overtakes_those_who_wait() -> None:
    crowd = Crowd(1)
    await crowd.come("a")
    await crowd.come("b", 1)
    crowd._out["a"].set()
    await crowd.come("c", 1)
    await settle()
    assert crowd.entered == ["a", "b"]
    await crowd.empty()


async def test_who_gives_up_waiting_takes_no_place() -> None:
    crowd = Crowd(1)
    for name in "abc":
        await crowd.come(name)
    crowd.tasks["b"].cancel()
    await settle()
    await crowd.leave("a")
    assert crowd.entered == ["a", "c"]
    await crowd.empty()


async def test_who_gives_up_when_a_place_was_just_given_hands_it_on() -> None:
    crowd = Crowd(1)
    for name in "abc":
        await crowd.come(name)
    crowd._out["a"].set()
    for _ in range(3):  # `a` leaves, `b` has the place but has not been there yet
        if crowd.tasks["a"].done():
            break
        await asyncio.sleep(0)
    crowd.tasks["b"].cancel()
    await settle()
    assert crowd.entered[-1] == "c"
    await crowd.empty()


async def test_an_exception_gives_the_place_back() -> None:
    room = Room(1)
    with pytest.raises(KeyError):
        async with room.place(0):
            raise KeyError
    async with asyncio.timeout(1), room.place(0):
        pass


@pytest.mark.parametrize("seed", range(4))
async def test_however_people_come_and_go_there_are_never_too_many_and_no_place_is_lost(seed: int) -> None:
    rng, crowd = random.Random(seed), Crowd(3)
    for number in range(200):
        await crowd.come(str(number), rng.randrange(3))
        if rng.random() < 0.6 and crowd.entered:
            crowd._out[rng.choice(crowd.entered)].set()
        if rng.random() < 0.3:
            crowd.tasks[rng.choice(list(crowd.tasks))].cancel()
        if rng.random() < 0.5:
            await asyncio.sleep(0)
    for event in crowd._out.values():
        event.set()
    for task in crowd.tasks.values():
        with suppress(asyncio.CancelledError):
            await task
    assert crowd.most == 3
    assert (crowd.room._free, crowd.room._waiting) == (3, [])
