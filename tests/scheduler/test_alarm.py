import asyncio
from datetime import UTC, datetime, timedelta

from apscheduler.job import Job

from scheduler.alarm import Alarm


class Rung:
    """Counts how often each alarm rang."""

    def __init__(self) -> None:
        self.rang: list[str] = []
        self.again = asyncio.Event()

    async def backup(self) -> None:
        self.rang.append("backup")
        self.again.set()

    async def heartbeat(self) -> None:
        self.rang.append("heartbeat")
        self.again.set()

    async def housekeep(self) -> None:
        self.rang.append("housekeep")
        self.again.set()


def jobs(alarm: Alarm) -> dict[str, Job]:
    return {job.id: job for job in alarm._scheduler.get_jobs()}


def alarm_of(rung: Rung) -> Alarm:
    return Alarm(backup=rung.backup, heartbeat=rung.heartbeat, housekeep=rung.housekeep)


async def test_a_late_alarm_still_rings_and_several_missed_ones_once() -> None:
    rung = Rung()
    alarm = alarm_of(rung)
    alarm.start()
    try:
        assert set(jobs(alarm)) == {"backup", "housekeep", "heartbeat"}
        for job in jobs(alarm).values():
            assert (job.misfire_grace_time, job.coalesce, job.max_instances) == (None, True, 1)
    finally:
        alarm.stop()
    assert rung.rang == []


async def test_after_a_long_sleep_each_rings_once() -> None:
    rung = Rung()
    alarm = alarm_of(rung)
    alarm.start()
    try:
        long_ago = datetime.now(UTC) - timedelta(days=3)
        for job in jobs(alarm).values():
            job.modify(next_run_time=long_ago)
        while len(rung.rang) < 3:
            rung.again.clear()
            await asyncio.wait_for(rung.again.wait(), 5)
        for _ in range(20):
            await asyncio.sleep(0)
        assert sorted(rung.rang) == ["backup", "heartbeat", "housekeep"]
        assert all(job.next_run_time > datetime.now(UTC) for job in jobs(alarm).values())
    finally:
        alarm.stop()


async def test_the_backup_is_made_once_a_night_also_when_the_clocks_change() -> None:
    rung = Rung()
    alarm = alarm_of(rung)
    trigger = jobs(alarm)["backup"].trigger
    before = datetime(2021, 10, 30, 0, 0, tzinfo=UTC)
    times = [before]
    for _ in range(3):
        times.append(trigger.get_next_fire_time(None, times[-1] + timedelta(seconds=1)))
    assert [time.isoformat() for time in times[1:]] == [
        "2021-10-30T02:40:00+00:00",
        "2021-10-31T02:40:00+00:00",
        "2021-11-01T02:40:00+00:00",
    ]


async def test_the_heart_beats_every_minute() -> None:
    rung = Rung()
    assert jobs(alarm_of(rung))["heartbeat"].trigger.interval == timedelta(minutes=1)


async def test_what_is_erased_is_erased_after_the_backup_and_so_from_it() -> None:
    rung = Rung()
    ringing = jobs(alarm_of(rung))
    evening = datetime(2021, 10, 30, 20, tzinfo=UTC)
    backup = ringing["backup"].trigger.get_next_fire_time(None, evening)
    assert (
        backup < ringing["housekeep"].trigger.get_next_fire_time(None, evening) < backup + timedelta(hours=1)
    )
