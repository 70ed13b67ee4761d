import asyncio
from datetime import UTC, datetime, timedelta

from apscheduler.job import Job

from scheduler.alarm import Alarm


class Rung:
    """Counts how often each alarm rang."""

    def __init__(self) -> None:
        self.rang: list[str] = []
        self.again = asyncio.Event()

    async def heart(self) -> None:
        self.rang.append("heart")
        self.again.set()

    async def night(self) -> None:
        self.rang.append("night")
        self.again.set()


def jobs(alarm: Alarm) -> list[Job]:
    return list(alarm._scheduler.get_jobs())


async def test_a_late_alarm_still_rings_and_several_missed_ones_once() -> None:
    rung = Rung()
    alarm = Alarm(rung.heart, rung.night)
    alarm.start()
    try:
        assert len(jobs(alarm)) == 2
        for job in jobs(alarm):
            assert (job.misfire_grace_time, job.coalesce, job.max_instances) == (None, True, 1)
    finally:
        alarm.stop()
    assert rung.rang == []


async def test_after_a_long_sleep_each_rings_once() -> None:
    rung = Rung()
    alarm = Alarm(rung.heart, rung.night)
    alarm.start()
    try:
        long_ago = datetime.now(UTC) - timedelta(days=3)
        for job in jobs(alarm):
            job.modify(next_run_time=long_ago)
        while len(rung.rang) < 2:
            rung.again.clear()
            await asyncio.wait_for(rung.again.wait(), 5)
        for _ in range(20):
            await asyncio.sleep(0)
        assert sorted(rung.rang) == ["heart", "night"]
        assert all(job.next_run_time > datetime.now(UTC) for job in jobs(alarm))
    finally:
        alarm.stop()


async def test_the_heart_beats_every_minute() -> None:
    for job in jobs(Alarm(Rung().heart)):
        assert job.trigger.interval == timedelta(minutes=1)
