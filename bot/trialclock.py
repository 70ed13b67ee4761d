"""A clock for trying out: a file says what time it is, so that weeks can pass in a minute."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from council.ports import Clock

log = logging.getLogger(__name__)

_STEP = 0.25  # seconds until a file that was written anew is noticed
_MOST = 100  # bytes of the file that are looked at; an instant has fewer
_YEARS = range(1970, 3000)  # further off, ordinary arithmetic with dates stops working

Stamp = tuple[int, int]


class TrialClock:
    """It was the instant in the file when the file was last modified, and time runs on from there.

    The file holds one line, an ISO 8601 instant with its offset: `2027-09-01T08:00+02:00`. Whoever writes
    another one into it turns the clock, also back. What cannot be read leaves the clock as it was.

    Raises:
        OSError, ValueError: the file cannot be read at the start.
    """

    def __init__(
        self, file: Path, machine: Clock, sleep: Callable[[float], Awaitable[object]] = asyncio.sleep
    ) -> None:
        self._file = file
        self._machine = machine
        self._sleep = sleep
        self._trouble = ""
        self._seen, self._ahead = _read(file)

    def now(self) -> datetime:
        """Aware, in UTC."""
        self._look()
        return self._machine.now() + self._ahead

    async def until(self, instant: datetime) -> None:
        """Return when it is this instant or later; a turned clock is noticed within a quarter of a second."""
        while (left := (instant - self.now()).total_seconds()) > 0:
            await self._sleep(min(left, _STEP))

    def _look(self) -> None:
        """Take over what the file says now; say once what is wrong with it."""
        trouble = ""
        try:
            if _stamp(self._file) != self._seen:
                self._seen, self._ahead = _read(self._file)
                log.warning("trial clock: it is now %s", _short(self._machine.now() + self._ahead))
        except (OSError, ValueError) as error:
            trouble = str(error)
        if trouble and trouble != self._trouble:
            log.warning("trial clock: the file is not understood, time runs on as before: %s", trouble)
        self._trouble = trouble


def _read(file: Path) -> tuple[Stamp, timedelta]:
    """When the file was written, and how far its instant is ahead of that.

    Looked at before and after: an old date with a new content would be a leap of days.
    """
    before = _stamp(file)
    with file.open("rb") as opened:
        instant = _instant(opened.read(_MOST).decode())
    if _stamp(file) != before:
        return _read(file)
    return before, instant - datetime.fromtimestamp(before[0] / 1e9, UTC)


def _stamp(file: Path) -> Stamp:
    """Changes whenever the file is written."""
    stat = file.stat()
    return stat.st_mtime_ns, stat.st_size


def _short(instant: datetime) -> str:
    return instant.isoformat(timespec="seconds")


def _instant(line: str) -> datetime:
    instant = datetime.fromisoformat(line.strip())
    if instant.tzinfo is None:
        raise ValueError(f"{line.strip()!r} does not say its offset from UTC")
    if instant.year not in _YEARS:
        raise ValueError(f"{line.strip()!r} is too far off")
    return instant.astimezone(UTC)
