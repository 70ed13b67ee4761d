"""How long to wait while the server cannot be reached, and saying so once."""

import datetime as dt
import logging

from telegram.error import RetryAfter, TelegramError

_LOG = logging.getLogger(__name__)
_FIRST = 0.5


class Outage:
    """Failures in a row: each waits twice as long as the one before, up to `longest` seconds."""

    def __init__(self, longest: float) -> None:
        self._longest = longest
        self._tries = 0

    def failed(self, error: TelegramError) -> float:
        """Another try failed; returns the seconds to wait before the next."""
        if self._tries == 0:
            _LOG.warning("no updates from the server, trying on: %s", error)
        wait = min(_FIRST * 2.0 ** min(self._tries, 30), self._longest)
        self._tries += 1
        if isinstance(error, RetryAfter) and isinstance(error.retry_after, dt.timedelta):
            return max(wait, error.retry_after.total_seconds())
        return wait

    def over(self) -> None:
        """A try succeeded."""
        if self._tries:
            _LOG.info("updates from the server again, after %d failed tries", self._tries)
            self._tries = 0
