"""A clock that is turned by hand, so that next month can be looked at today."""

import asyncio
from datetime import UTC, datetime, timedelta


class TurnableClock:
    """Stands still at an aware instant until it is turned."""

    def __init__(self, start: datetime) -> None:
        self._now = start.astimezone(UTC)
        self._waiting: dict[asyncio.Future[None], datetime] = {}

    def now(self) -> datetime:
        """Aware, in UTC."""
        return self._now

    def unix(self) -> int:
        """The same in seconds since 1970, as the loopback server dates its messages."""
        return int(self._now.timestamp())

    def turn(self, by: timedelta) -> None:
        """Let time pass, and wake who waited for what is now.

        Raises:
            ValueError: backwards.
        """
        if by < timedelta(0):
            raise ValueError("time does not run backwards")
        self._now += by
        for waiter, instant in self._waiting.items():
            if instant <= self._now and not waiter.done():
                waiter.set_result(None)

    async def until(self, instant: datetime) -> None:
        """Return when it is this instant or later; only turning the clock brings that about."""
        if instant <= self._now:
            return
        waiter = asyncio.get_running_loop().create_future()
        self._waiting[waiter] = instant
        try:
            await waiter
        finally:
            del self._waiting[waiter]
