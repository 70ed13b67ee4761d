"""The one place that asks what time it is."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime

LONGEST_SLEEP = 30.0  # seconds; a machine that was suspended, or whose clock was set, is noticed by then


class SystemClock:
    """The machine's clock."""

    def __init__(self, sleep: Callable[[float], Awaitable[object]] = asyncio.sleep) -> None:
        self._sleep = sleep

    def now(self) -> datetime:
        """Aware, in UTC."""
        return datetime.now(UTC)

    async def until(self, instant: datetime) -> None:
        """Return when it is this instant or later."""
        while (left := (instant - self.now()).total_seconds()) > 0:
            await self._sleep(min(left, LONGEST_SLEEP))
