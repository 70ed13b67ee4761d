"""A night's work is done once for each night, by the bot's own clock, and caught up with."""

from datetime import UTC, datetime, timedelta

from council.ports import StoreFull
from playground.clock import TurnableClock
from scheduler.nights import Nights, last_hour
from services.clockwork import Clockwork
from services.desk import Desk
from storage.memory import MemoryStore

EVENING = datetime(2027, 10, 30, 20, tzinfo=UTC)  # the clocks change in the night after


class Night:
    """A bot with two things to do at night."""

    def __init__(self) -> None:
        self.clock, self.store = TurnableClock(EVENING), MemoryStore()
        self.done: list[str] = []
        self.full = False

    def started(self) -> Nights:
        clockwork = Clockwork(Desk(self.store, self.clock, lambda: "unused"))
        return Nights(self.clock, clockwork, self.backup, self.erase)

    async def backup(self) -> None:
        self.done.append("backup")
        if self.full:
            raise StoreFull("no room")

    async def erase(self) -> None:
        self.done.append("erase")


async def test_once_a_night_in_this_order_also_when_the_clocks_change() -> None:
    night = Night()
    nights = night.started()
    await nights.check()
    for _ in range(48):
        night.clock.turn(timedelta(hours=1))
        await nights.check()
    assert night.done == ["backup", "erase", "backup", "erase"]


async def test_a_bot_that_was_off_at_night_does_it_at_the_next_start_once() -> None:
    night = Night()
    await night.started().check()
    night.clock.turn(timedelta(days=9))
    assert await night.started().check()
    assert not await night.started().check()
    assert night.done == ["backup", "erase"]


async def test_a_new_bot_has_nothing_to_catch_up_with() -> None:
    night = Night()
    assert not await night.started().check()
    assert night.done == []


async def test_trouble_with_one_work_does_not_stop_the_other() -> None:
    night = Night()
    await night.started().check()
    night.clock.turn(timedelta(days=1))
    night.full = True
    assert await night.started().check()
    assert night.done == ["backup", "erase"]


def test_the_hour_before_and_after_it() -> None:
    assert last_hour(datetime(2027, 3, 1, 2, 39, tzinfo=UTC)) == datetime(2027, 2, 28, 2, 40, tzinfo=UTC)
    assert last_hour(datetime(2027, 3, 1, 2, 40, tzinfo=UTC)) == datetime(2027, 3, 1, 2, 40, tzinfo=UTC)
