"""Waiting in line for Telegram: one lane per chat, one turnstile for all of them.

A turn costs O(log n) with n chats waiting. Nothing is saved up while nobody speaks beyond what a
chat's `Allowance` says, and lanes of silent chats are forgotten.
"""

import asyncio
import datetime as dt
import enum
import heapq
import itertools
from collections import deque
from collections.abc import Awaitable, Callable, Hashable
from dataclasses import dataclass, field

from bot.allowance import Allowance
from bot.failures import FloodWaitError


class Priority(enum.IntEnum):
    """Who goes first when all want to speak. Truthy on purpose: PTB drops falsy arguments."""

    ANSWER = 1
    NOTICE = 2


@dataclass(slots=True, eq=False)
class _Lane:
    """Those who wait to speak in one chat.

    `standing` says where the lane itself waits: ready with its most urgent waiter, or (None)
    nowhere; `due` is its valid entry among the lanes that are not ready yet.
    """

    allowance: Allowance
    paused_until: float = float("-inf")
    standing: Priority | None = None
    due: float | None = None
    waiting: dict[Priority, deque[asyncio.Future[None]]] = field(
        default_factory=lambda: {each: deque() for each in Priority}
    )

    def ready_at(self) -> float:
        return max(self.allowance.ready_at(), self.paused_until)

    def most_urgent(self) -> Priority | None:
        """The class of the first who still waits; forgets those who have given up."""
        for priority, line in self.waiting.items():
            while line and line[0].done():
                line.popleft()
            if line:
                return priority
        return None

    def idle(self, now: float) -> bool:
        return self.allowance.full_at() <= now and self.paused_until <= now and self.most_urgent() is None


class Turnstile:
    """Lets callers through one by one: answers before notices, each chat within its allowance."""

    def __init__(
        self,
        spacing: float,
        patience: float,
        clock: Callable[[], float],
        sleep: Callable[[float], Awaitable[None]],
    ) -> None:
        """All times in seconds.

        Args:
            spacing: Least time between two turns in whatever chats; 0 for no such limit.
            patience: Pauses longer than this are not waited for but raised.
            clock: Monotonic.
            sleep: Goes with `clock`.
        """
        self._spacing = spacing
        self._patience = patience
        self._clock = clock
        self._sleep = sleep
        self._open_at = float("-inf")
        self._lanes: dict[Hashable, _Lane] = {}
        self._ready: dict[Priority, deque[_Lane]] = {each: deque() for each in Priority}
        self._later: list[tuple[float, int, _Lane]] = []
        self._number = itertools.count()
        self._alarm: asyncio.Task[None] | None = None
        self._alarm_at = float("inf")

    def __len__(self) -> int:
        """How many chats are remembered."""
        return len(self._lanes)

    async def turn(
        self,
        chat: Hashable,
        priority: Priority,
        new_allowance: Callable[[], Allowance],
        *,
        again: bool = False,
    ) -> None:
        """Return when it is the caller's turn to speak in `chat`.

        Args:
            chat: Names the lane.
            priority: Within the lane and among all of them.
            new_allowance: Makes the chat's allowance if it has none yet.
            again: The caller had its turn and was refused: it goes before those behind it.

        Raises:
            FloodWaitError: If the chat is paused for longer than is worth waiting.
        """
        now = self._clock()
        lane = self._lane(chat, new_allowance, now)
        self._refuse_if_long(max(lane.paused_until, self._open_at) - now)
        if self._free(lane, now):
            self._take(lane, now)
            return
        waiter = asyncio.get_running_loop().create_future()
        line = lane.waiting[priority]
        (line.appendleft if again else line.append)(waiter)
        self._stand(lane, now)
        self._set_alarm(now)
        await waiter

    def pause(self, chat: Hashable | None, seconds: float) -> None:
        """Let nobody speak in `chat` (None: anywhere) for a while, and nobody save up meanwhile."""
        until = self._clock() + seconds
        lane = self._lanes.get(chat) if chat is not None else None
        if lane is None:
            self._open_at = max(self._open_at, until)
        else:
            lane.paused_until = max(lane.paused_until, until)
            lane.allowance.drain(lane.paused_until)
        if seconds > self._patience:
            _send_home([lane] if lane else list(self._lanes.values()), seconds)

    def close(self) -> None:
        """Send home everyone who still waits."""
        if self._alarm is not None:
            self._alarm.cancel()
            self._alarm = None
        for lane in self._lanes.values():
            for waiter in itertools.chain.from_iterable(lane.waiting.values()):
                waiter.cancel()
        self._lanes.clear()
        self._later.clear()
        self._ready = {each: deque() for each in Priority}

    def _lane(self, chat: Hashable, new_allowance: Callable[[], Allowance], now: float) -> _Lane:
        lane = self._lanes.get(chat)
        if lane is None:
            self._forget_idle(now)
            lane = self._lanes[chat] = _Lane(new_allowance())
        return lane

    def _forget_idle(self, now: float) -> None:
        """Look at the two oldest lanes for each new one: the table shrinks faster than it grows."""
        for chat in list(itertools.islice(self._lanes, 2)):
            lane = self._lanes.pop(chat)
            if not lane.idle(now):
                self._lanes[chat] = lane

    def _refuse_if_long(self, seconds: float) -> None:
        if seconds > self._patience:
            raise FloodWaitError(dt.timedelta(seconds=seconds))

    def _free(self, lane: _Lane, now: float) -> bool:
        return (
            now >= self._open_at
            and now >= lane.ready_at()
            and lane.most_urgent() is None
            and not any(self._ready.values())
        )

    def _take(self, lane: _Lane, now: float) -> None:
        lane.allowance.take(now)
        self._open_at = now + self._spacing

    def _stand(self, lane: _Lane, now: float) -> None:
        """Put a lane where it belongs: with the ready ones, or with those that come later."""
        urgency = lane.most_urgent()
        if urgency is None:
            lane.standing = lane.due = None
        elif (due := lane.ready_at()) > now:
            lane.standing = None
            if lane.due is None:
                lane.due = due
                heapq.heappush(self._later, (due, next(self._number), lane))
        elif lane.standing is None or urgency < lane.standing:
            lane.standing, lane.due = urgency, None
            self._ready[urgency].append(lane)

    def _wake(self, now: float) -> None:
        """Move the lanes whose time has come to the ready ones."""
        while self._later and self._later[0][0] <= now:
            due, _, lane = heapq.heappop(self._later)
            if lane.due == due:
                lane.due = None
                self._stand(lane, now)

    def _next_lane(self, now: float) -> _Lane | None:
        """The ready lane that is first in line, taken out of it."""
        for priority, line in self._ready.items():
            while line:
                lane = line.popleft()
                if lane.standing is not priority:
                    continue  # it moved to a more urgent line, or its waiters gave up
                lane.standing = None
                if lane.most_urgent() is priority and lane.ready_at() <= now:
                    return lane
                self._stand(lane, now)
        return None

    def _serve(self) -> None:
        now = self._clock()
        self._wake(now)
        while now >= self._open_at and (lane := self._next_lane(now)):
            urgency = lane.most_urgent()
            assert urgency is not None
            lane.waiting[urgency].popleft().set_result(None)
            self._take(lane, now)
            self._stand(lane, now)
        self._set_alarm(now)

    def _set_alarm(self, now: float) -> None:
        if any(self._ready.values()):
            at = self._open_at
        elif self._later:
            at = max(self._later[0][0], self._open_at)
        else:
            return
        if self._alarm is not None:
            if self._alarm_at <= at:
                return
            self._alarm.cancel()
        self._alarm_at = at
        self._alarm = asyncio.create_task(self._ring(max(at - now, 0.0)))

    async def _ring(self, seconds: float) -> None:
        await self._sleep(seconds)
        self._alarm = None
        self._serve()


def _send_home(lanes: list[_Lane], seconds: float) -> None:
    """Refuse everyone in `lanes`; whoever keeps notices tries again when it makes sense."""
    for lane in lanes:
        for line in lane.waiting.values():
            for waiter in line:
                if not waiter.done():
                    waiter.set_exception(FloodWaitError(dt.timedelta(seconds=seconds)))
            line.clear()
