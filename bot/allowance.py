"""How often one chat may be spoken to. Times are seconds of one monotonic clock."""

from collections import deque
from dataclasses import dataclass
from typing import Protocol


class Allowance(Protocol):
    """What a lane must know of its chat."""

    def ready_at(self) -> float:
        """When the next message may go."""

    def take(self, now: float) -> None:
        """One message goes now."""

    def drain(self, until: float) -> None:
        """Allow one message at `until`, and no burst after it."""

    def full_at(self) -> float:
        """When everything that was taken has come back."""


@dataclass(slots=True)
class Bucket:
    """A few at once, then one every `every` seconds."""

    burst: int
    every: float
    _full_at: float = float("-inf")

    def ready_at(self) -> float:
        """See `Allowance`."""
        return self._full_at - (self.burst - 1) * self.every

    def take(self, now: float) -> None:
        """See `Allowance`."""
        self._full_at = max(now, self._full_at) + self.every

    def drain(self, until: float) -> None:
        """See `Allowance`."""
        self._full_at = until + (self.burst - 1) * self.every

    def full_at(self) -> float:
        """See `Allowance`."""
        return self._full_at


class Window:
    """At most `most` in any `span` seconds, at whatever moments within."""

    __slots__ = ("_span", "_taken")

    def __init__(self, most: int, span: float) -> None:
        self._span = span
        self._taken: deque[float] = deque(maxlen=most)

    def ready_at(self) -> float:
        """See `Allowance`."""
        if len(self._taken) == self._taken.maxlen:
            return self._taken[0] + self._span
        return float("-inf")

    def take(self, now: float) -> None:
        """See `Allowance`."""
        self._taken.append(now)

    def drain(self, until: float) -> None:
        """See `Allowance`."""
        most = self._taken.maxlen or 1
        start, step = until - self._span, self._span / most
        self._taken.extend(start + n * step for n in range(most))

    def full_at(self) -> float:
        """See `Allowance`."""
        return self._taken[-1] + self._span if self._taken else float("-inf")
