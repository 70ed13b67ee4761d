import asyncio
import logging
import os
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.cli import clock_of
from bot.clock import SystemClock
from bot.settings import Settings, SettingsError
from bot.trialclock import TrialClock

MACHINE = datetime(2026, 1, 5, 11, 0, tzinfo=UTC)
SECOND = timedelta(seconds=1)


class FakedMachine:
    """It sleeps no longer than it is told to, and somebody may do something meanwhile."""

    def __init__(self) -> None:
        self.time = MACHINE
        self.meanwhile: Callable[[], None] = lambda: None

    def now(self) -> datetime:
        return self.time

    async def until(self, instant: datetime) -> None:
        raise AssertionError(instant)  # the trial clock looks at its file instead

    async def sleep(self, seconds: float) -> None:
        assert 0 < seconds <= 0.3
        self.time += timedelta(seconds=seconds)
        self.meanwhile()


@pytest.fixture
def machine() -> FakedMachine:
    return FakedMachine()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "clock"


def write(file: Path, text: str, at: datetime | None = None) -> None:
    """As if the machine had written it at that time."""
    file.write_text(text)
    if at is not None:
        os.utime(file, (at.timestamp(), at.timestamp()))


def test_time_runs_from_the_moment_the_file_was_written(machine: FakedMachine, file: Path) -> None:
    write(file, "2027-09-01T08:00+02:00\n", MACHINE - 10 * SECOND)
    clock = TrialClock(file, machine)
    assert clock.now() == datetime(2027, 9, 1, 6, 0, 10, tzinfo=UTC)
    assert clock.now().tzinfo is UTC
    machine.time += 5 * SECOND
    assert clock.now() == datetime(2027, 9, 1, 6, 0, 15, tzinfo=UTC)


def test_it_is_turned_by_writing_again(machine: FakedMachine, file: Path) -> None:
    write(file, "2027-09-01T08:00Z", MACHINE)
    clock = TrialClock(file, machine)
    clock.now()
    machine.time += 60 * SECOND
    write(file, "2027-10-01T08:00Z", machine.time)
    assert clock.now() == datetime(2027, 10, 1, 8, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    "text",
    ["", "tomorrow", "2027-10-01T08:00", "2027-10-01", "2027-10-01T08:00Z\nx", "9999-12-31T23:00-02:00"],
)
def test_what_is_not_understood_changes_nothing_and_is_said_once(
    machine: FakedMachine, file: Path, caplog: pytest.LogCaptureFixture, text: str
) -> None:
    write(file, "2027-09-01T08:00Z", MACHINE)
    clock = TrialClock(file, machine)
    write(file, text, MACHINE + SECOND)
    machine.time += 2 * SECOND
    for _ in range(3):
        assert clock.now() == datetime(2027, 9, 1, 8, 0, 2, tzinfo=UTC)
    assert [record.levelno for record in caplog.records] == [logging.WARNING]
    write(file, "2027-11-01T08:00Z", machine.time)
    assert clock.now() == datetime(2027, 11, 1, 8, 0, tzinfo=UTC)


def test_a_file_that_is_gone_for_a_while(
    machine: FakedMachine, file: Path, caplog: pytest.LogCaptureFixture
) -> None:
    write(file, "2027-09-01T08:00Z", MACHINE)
    clock = TrialClock(file, machine)
    file.unlink()
    assert clock.now() == datetime(2027, 9, 1, 8, 0, tzinfo=UTC)
    file.write_bytes(b"\xff\xfe")
    assert clock.now() == datetime(2027, 9, 1, 8, 0, tzinfo=UTC)
    assert len(caplog.records) == 2


async def test_waiting_notices_that_the_clock_was_turned(machine: FakedMachine, file: Path) -> None:
    write(file, "2027-09-01T08:00Z", MACHINE)
    clock = TrialClock(file, machine, machine.sleep)
    in_a_month = datetime(2027, 10, 1, 8, 0, tzinfo=UTC)
    machine.meanwhile = lambda: write(file, "2027-10-01T08:00Z", machine.time)
    await clock.until(in_a_month)
    assert machine.time - MACHINE < 0.3 * SECOND
    assert clock.now() >= in_a_month


async def test_waiting_ends_when_it_is_time(machine: FakedMachine, file: Path) -> None:
    write(file, "2027-09-01T08:00Z", MACHINE)
    clock = TrialClock(file, machine, machine.sleep)
    soon = clock.now() + 1.6 * SECOND
    await clock.until(soon)
    assert soon <= clock.now() < soon + 0.01 * SECOND


async def test_with_the_real_clock(file: Path) -> None:
    write(file, "2027-09-01T08:00Z")
    clock = TrialClock(file, SystemClock())
    waiting = asyncio.create_task(clock.until(datetime(2027, 10, 1, 8, 0, tzinfo=UTC)))
    await asyncio.sleep(0)
    write(file, "2027-10-01T08:00Z")
    async with asyncio.timeout(2):
        await waiting


def test_which_clock_the_settings_ask_for(file: Path, caplog: pytest.LogCaptureFixture) -> None:
    assert isinstance(clock_of(Settings("1:x")), SystemClock)
    with pytest.raises(SettingsError, match=r"SAMSPIL_CLOCK_FILE .*No such file"):
        clock_of(Settings("1:x", clock_file=file))
    file.write_text("soon")
    with pytest.raises(SettingsError, match="SAMSPIL_CLOCK_FILE"):
        clock_of(Settings("1:x", clock_file=file))
    assert caplog.records == []
    file.write_text("2027-10-01T08:00Z")
    assert isinstance(clock_of(Settings("1:x", clock_file=file)), TrialClock)
    assert "TRIAL CLOCK" in caplog.text
