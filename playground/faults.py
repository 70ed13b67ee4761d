"""Trouble on request: what a test can make the server do wrong."""

from __future__ import annotations

from dataclasses import dataclass, field
from random import Random
from typing import Literal

Kind = Literal["refuse", "drop_before", "drop_after", "garbage", "delay", "duplicate"]


@dataclass(slots=True)
class Fault:
    """One rule.

    Attributes:
        kind: "refuse" (an error answer instead of the effect), "drop_before" and "drop_after"
            (the connection ends before or after the effect), "garbage" (effect, then a body
            that is no JSON), "delay" (answers ``seconds`` later), "duplicate" (``getUpdates``
            delivers each update twice).
        method: one method's name, or "*" for all but ``getUpdates``.
        times: how many calls it hits; ``None`` for all.
        probability: how likely a call is hit, 0 to 1.
        code: the status of "refuse".
        retry_after: seconds that a 429 asks to wait.
        seconds: the length of a "delay".
    """

    kind: Kind
    method: str = "*"
    times: int | None = 1
    probability: float = 1.0
    code: int = 500
    retry_after: int = 1
    seconds: float = 0.0

    def matches(self, method: str) -> bool:
        """Whether the rule is about this method."""
        if self.kind == "duplicate":
            return method == "getUpdates"
        return self.method == method or (self.method == "*" and method != "getUpdates")


@dataclass(slots=True)
class Faults:
    """The rules in force; ``hits`` counts, by kind, how often one struck."""

    random: Random = field(default_factory=lambda: Random(0))  # noqa: S311 - repeatable, not secret
    rules: list[Fault] = field(default_factory=list)
    hits: dict[str, int] = field(default_factory=dict)

    def add(self, fault: Fault) -> Fault:
        """Put a rule into force."""
        self.rules.append(fault)
        return fault

    def clear(self) -> None:
        """No more trouble."""
        self.rules.clear()

    def strike(self, method: str) -> list[Fault]:
        """The rules that hit this call; counts them down."""
        return [fault for fault in list(self.rules) if self._hits(fault, method)]

    def _hits(self, fault: Fault, method: str) -> bool:
        if not fault.matches(method):
            return False
        if fault.probability < 1.0 and self.random.random() >= fault.probability:
            return False
        if fault.times is not None:
            fault.times -= 1
            if fault.times <= 0:
                self.rules.remove(fault)
        self.hits[fault.kind] = self.hits.get(fault.kind, 0) + 1
        return True

    def too_many(self, method: str = "*", *, retry_after: int = 1, times: int | None = 1) -> Fault:
        """429 with ``retry_after`` seconds."""
        return self.add(Fault("refuse", method, times=times, code=429, retry_after=retry_after))

    def server_error(self, method: str = "*", *, code: int = 500, times: int | None = 1) -> Fault:
        """An answer 500 or 502; nothing has happened."""
        return self.add(Fault("refuse", method, times=times, code=code))

    def drop_before(self, method: str = "*", *, times: int | None = 1) -> Fault:
        """The connection breaks and nothing has happened."""
        return self.add(Fault("drop_before", method, times=times))

    def drop_after(self, method: str = "*", *, times: int | None = 1) -> Fault:
        """It has happened, but the answer is lost."""
        return self.add(Fault("drop_after", method, times=times))

    def garbage(self, method: str = "*", *, times: int | None = 1) -> Fault:
        """It has happened; the answer is 200 and no JSON."""
        return self.add(Fault("garbage", method, times=times))

    def delay(self, seconds: float, method: str = "*", *, times: int | None = None) -> Fault:
        """Every answer takes ``seconds`` longer."""
        return self.add(Fault("delay", method, times=times, seconds=seconds))

    def duplicates(self, *, probability: float = 1.0, times: int | None = None) -> Fault:
        """``getUpdates`` delivers the same updates twice in one answer."""
        return self.add(Fault("duplicate", times=times, probability=probability))
