from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.clock import LONGEST_SLEEP, SystemClock

START = datetime(2027, 8, 2, 8, 30, tzinfo=UTC)


class FakedMachine(SystemClock):
    """Its time passes by sleeping, and now and then by more or less than that (seconds)."""

    def __init__(self, surprises: list[float]) -> None:
        super().__init__(self.slept)
        self.time = START
        self.surprises = surprises
        self.sleeps: list[float] = []

    def now(self) -> datetime:
        return self.time

    async def slept(self, seconds: float) -> None:
        self.sleeps.append(seconds)
        self.time += timedelta(seconds=seconds + (self.surprises.pop() if self.surprises else 0))


SURPRISES = st.lists(st.floats(-3600, 86400), max_size=5)


@given(st.floats(-100, 3600), SURPRISES)
async def test_it_ends_when_it_is_time_however_the_machine_slept(wait: float, surprises: list[float]) -> None:
    machine = FakedMachine(surprises)
    instant = START + timedelta(seconds=wait)
    await machine.until(instant)
    assert machine.time >= instant
    assert all(0 < seconds <= LONGEST_SLEEP for seconds in machine.sleeps)
    assert not machine.sleeps or wait > 0


async def test_a_machine_that_was_suspended_is_noticed_at_the_next_step() -> None:
    machine = FakedMachine([86400.0])
    await machine.until(START + timedelta(hours=2))
    assert machine.sleeps == [LONGEST_SLEEP]


async def test_the_real_clock() -> None:
    clock = SystemClock()
    instant = clock.now() + timedelta(milliseconds=20)
    await clock.until(instant)
    assert clock.now() >= instant
