"""A clock that is turned by hand, so that next month can be looked at today."""

from datetime import UTC, datetime, timedelta


class TurnableClock:
    """Stands still at an aware instant until it is turned."""

    def __init__(self, start: datetime) -> None:
        self._now = start.astimezone(UTC)

    def now(self) -> datetime:
        """Aware, in UTC."""
        return self._now

    def unix(self) -> int:
        """The same in seconds since 1970, as the loopback server dates its messages."""
        return int(self._now.timestamp())

    def turn(self, by: timedelta) -> None:
        """Let time pass.

        Raises:
            ValueError: backwards.
        """
        if by < timedelta(0):
            raise ValueError("time does not run backwards")
        self._now += by
