"""The alarm clock: what happens by itself at set times (UTC, so that no night has the hour twice)."""

from collections.abc import Awaitable, Callable
from datetime import UTC

from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.cron import CronTrigger
from apscheduler.triggers.interval import IntervalTrigger

Job = Callable[[], Awaitable[None]]


class Alarm:
    """Rings for housekeeping. A late alarm still rings, several missed ones ring once.

    `housekeep` comes after `backup`: what it erases, it erases in tonight's copies too.
    """

    def __init__(self, *, backup: Job, heartbeat: Job, housekeep: Job) -> None:
        self._scheduler = AsyncIOScheduler(
            timezone=UTC, job_defaults={"misfire_grace_time": None, "coalesce": True, "max_instances": 1}
        )
        self._scheduler.add_job(backup, CronTrigger(hour=2, minute=40, timezone=UTC), id="backup")
        self._scheduler.add_job(housekeep, CronTrigger(hour=3, minute=10, timezone=UTC), id="housekeep")
        self._scheduler.add_job(heartbeat, IntervalTrigger(minutes=1, timezone=UTC), id="heartbeat")

    def start(self) -> None:
        """Wind it up, within a running event loop."""
        self._scheduler.start()

    def stop(self) -> None:
        """Stop it; what is ringing is not waited for."""
        self._scheduler.shutdown(wait=False)
