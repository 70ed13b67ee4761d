"""What is done every night by the bot's own clock, and caught up with by a bot that was switched off."""

import logging
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, time, timedelta

from council.ports import Clock, StoreError
from services.clockwork import Clockwork

log = logging.getLogger(__name__)

HOUR = time(2, 40)
"""UTC, so that no night has the hour twice or not at all."""


class Nights:
    """Does a night's work once for each night, however many have passed since it was last done."""

    def __init__(self, clock: Clock, clockwork: Clockwork, *works: Callable[[], Awaitable[object]]) -> None:
        """`works` are done in this order: what is erased after the backup is erased in it, too."""
        self._clock = clock
        self._clockwork = clockwork
        self._works = works

    async def check(self) -> bool:
        """Do the work if a night has passed; returns whether it was done."""
        now = self._clock.now()
        last = await self._clockwork.last_night()
        if last is None:  # a new one: there is nothing to catch up with
            await self._clockwork.note_night(now)
        if last is None or last >= last_hour(now):
            return False
        for work in self._works:
            try:
                await work()
            except StoreError as trouble:
                log.error("not all of the night's work is done: %s", trouble)  # noqa: TRY400  # says all
        await self._clockwork.note_night(now)
        return True


def last_hour(now: datetime) -> datetime:
    """When the night's hour was last."""
    today = datetime.combine(now.astimezone(UTC).date(), HOUR, UTC)
    return today if today <= now else today - timedelta(days=1)
