"""The alarm clock: it rings every minute; what is due then, the data decide."""

from collections.abc import Awaitable, Callable
from datetime import UTC

from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.interval import IntervalTrigger

Job = Callable[[], Awaitable[object]]


class Alarm:
    """Rings every minute. A late alarm still rings, several missed ones ring once."""

    def __init__(self, *heartbeats: Job) -> None:
        self._scheduler = AsyncIOScheduler(
            timezone=UTC, job_defaults={"misfire_grace_time": None, "coalesce": True, "max_instances": 1}
        )
        for number, beat in enumerate(heartbeats):
            self._scheduler.add_job(beat, IntervalTrigger(minutes=1, timezone=UTC), id=f"beat {number}")

    def start(self) -> None:
        """Wind it up, within a running event loop."""
        self._scheduler.start()

    def stop(self) -> None:
        """Stop it; what is ringing is not waited for."""
        self._scheduler.shutdown(wait=False)
