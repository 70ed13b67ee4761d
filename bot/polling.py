"""Fetches updates so that none is lost: each is confirmed only after it was handled.

PTB's own poller confirms a batch as soon as it has it; a process killed in that moment has lost
it for good. Here a killed process gets everything again that it had not finished. The price is
that handlers must bear to see an update a second time.

One exception: an update that takes longer than `grace` seconds is confirmed although it is still
in work, because Telegram delivers at most a hundred beyond the first unconfirmed one. A process
killed from then until it is done loses that one. Whatever must survive even so belongs into the
store first thing (a document being read for half a minute: its file id).
"""

import asyncio
import contextlib
import functools
import logging
import time
from collections.abc import Awaitable, Callable, Coroutine, Sequence
from typing import Any, Protocol, TypeVar

from telegram import Update
from telegram.error import BadRequest, Conflict, InvalidToken, TelegramError
from telegram.ext import BaseUpdateProcessor

from bot.client import Client
from bot.failures import TokenRejectedError
from bot.outage import Outage
from bot.received import Received
from bot.updates import update_of

# The most that Telegram delivers in one answer.
BATCH = 100

_LOG = logging.getLogger(__name__)
_FATAL = (InvalidToken, TokenRejectedError)
# Another poller may only be the process before this one, which is just ending.
_MOST_CONFLICTS = 5
# While something unfinished keeps us from waiting at the server, we look there for news: after
# this many seconds, then at double the time, up to the second of these.
_LOOK, _LONGEST_LOOK = 0.1, 0.5
_LONGEST_OUTAGE_WAIT = 30.0
_CANCEL_WITHIN = 1.0

_T = TypeVar("_T")


class Dispatcher(Protocol):
    """What the poller needs of `telegram.ext.Application`."""

    @property
    def update_processor(self) -> BaseUpdateProcessor:
        """Decides when an update is handled."""

    def process_update(self, update: object) -> Coroutine[Any, Any, None]:
        """Run the handlers, and the error handlers if those fail."""

    def create_task(
        self, coroutine: Coroutine[Any, Any, None], update: object, *, name: str
    ) -> asyncio.Task[None]:
        """Run something in the background whose errors reach the error handlers."""


class Poller:
    """Gets updates from the server and hands them to the application, at least once each.

    Between `Application.start` and `Application.stop`: `await run()` in a task, then `stop()`.
    Handlers must not be registered with `block=False`: an update counts as done when its
    handlers have returned.
    """

    def __init__(
        self,
        client: Client,
        application: Dispatcher,
        *,
        allowed_updates: Sequence[str],
        hold: int = 30,
        grace: float = 2.0,
        most_in_work: int = 1000,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        """All times in seconds.

        Args:
            client: Gets the updates.
            application: Handles them.
            allowed_updates: The kinds wanted, e.g. ["message", "callback_query"].
            hold: How long the server may keep a poll waiting for news.
            grace: How long an update may be in work before it is confirmed all the same.
            most_in_work: With so many in work no more are fetched.
            clock: Monotonic.
            sleep: Goes with `clock`.
        """
        self._client = client
        self._application = application
        self._allowed = tuple(allowed_updates)
        self._hold = hold
        self._grace = grace
        self._most_in_work = most_in_work
        self._clock = clock
        self._sleep = sleep
        self._received = Received()
        self._outage = Outage(_LONGEST_OUTAGE_WAIT)
        self._tasks: set[asyncio.Task[None]] = set()
        self._worthwhile = asyncio.Event()
        self._look = _LOOK
        self._more_waits = False
        self._stopping = False
        self._fetcher: asyncio.Task[None] | None = None

    async def run(self) -> None:
        """Poll until `stop()`; network trouble is waited out.

        Raises:
            Conflict: Another process polls for the same bot.
            TokenRejectedError: The server does not know the token.
        """
        if self._stopping:
            return
        self._fetcher = asyncio.create_task(self._fetch(), name="poller")
        try:
            await asyncio.wait({self._fetcher})
        finally:
            self._fetcher.cancel()
        if not self._fetcher.cancelled():
            self._fetcher.result()

    async def stop(self, within: float = 10.0) -> None:
        """Fetch nothing more, let what was received be answered, and confirm that.

        What is not done after `within` seconds is cancelled; unless it was confirmed before, the
        next process gets it again.
        """
        self._stopping = True
        fetched = await self._end_fetching()
        if self._tasks:
            await asyncio.wait(self._tasks, timeout=within)
        for late in self._tasks:
            late.cancel()
        if self._tasks:
            await asyncio.wait(self._tasks, timeout=_CANCEL_WITHIN)
        if fetched:
            await self._confirm_rest()

    async def _end_fetching(self) -> bool:
        """Whether fetching went on until now, and was not refused."""
        if self._fetcher is None:
            return False
        self._fetcher.cancel()
        await asyncio.wait({self._fetcher})
        return self._fetcher.cancelled()

    async def _confirm_rest(self) -> None:
        offset = self._received.offset(float("-inf"))
        if offset is None:
            return
        try:
            await self._client.poll(offset, 1, 0, self._allowed)
        except TelegramError as error:
            _LOG.warning("the last updates are not confirmed and will come again: %s", error)

    async def _fetch(self) -> None:
        await self._insist(self._drop_webhook)
        while True:
            await self._until_worthwhile()
            batch = await self._insist(self._poll)
            fresh = self._hand_over(batch)
            self._look = _LOOK if fresh else min(2 * self._look, _LONGEST_LOOK)

    async def _drop_webhook(self) -> None:
        """With a webhook set, the server would refuse to be polled.

        A server of another make may not know the method; polling then tells whether it lets us.
        """
        with contextlib.suppress(BadRequest, TokenRejectedError):
            await self._client.delete_webhook()

    async def _insist(self, call: Callable[[], Awaitable[_T]]) -> _T:
        """Call until it succeeds, or is refused for good."""
        conflicts = 0
        while True:
            try:
                answer = await call()
            except _FATAL:
                raise
            except TelegramError as error:
                conflicts += isinstance(error, Conflict)
                if conflicts > _MOST_CONFLICTS:
                    raise
                await self._sleep(self._outage.failed(error))
            else:
                self._outage.over()
                return answer

    async def _poll(self) -> list[dict[str, Any]]:
        expired = self._expired()
        offset = self._received.offset(expired)
        hold = self._hold if self._received.head(expired) is None else 0
        batch = await self._client.poll(offset, BATCH, hold, self._allowed)
        self._received.confirm(offset)
        self._more_waits = len(batch) >= BATCH
        return batch

    def _expired(self) -> float:
        """What was received before this need not be done to be confirmed."""
        return self._clock() - self._grace

    async def _until_worthwhile(self) -> None:
        """Return when a poll would bring something, or at least has not been tried for a while."""
        while not self._is_worthwhile():
            self._worthwhile.clear()
            if not await self._worthwhile_within(self._look) and self._has_room(1):
                return

    def _is_worthwhile(self) -> bool:
        """Whether a poll could wait at the server, or would bring many of those that wait there."""
        if self._received.in_work() >= self._most_in_work:
            return False
        if self._received.head(self._expired()) is None:
            return True
        return self._more_waits and self._has_room(BATCH // 2)

    def _has_room(self, least: int) -> bool:
        """Whether the server would deliver `least` or more beside those we have."""
        head = self._received.head(self._expired())
        again = 0 if head is None else self._received.since(head)
        return BATCH - again >= least and self._received.in_work() < self._most_in_work

    async def _worthwhile_within(self, seconds: float) -> bool:
        news = asyncio.create_task(self._worthwhile.wait())
        timer = asyncio.ensure_future(self._sleep(seconds))
        try:
            await asyncio.wait({news, timer}, return_when=asyncio.FIRST_COMPLETED)
        finally:
            news.cancel()
            timer.cancel()
        return self._worthwhile.is_set()

    def _hand_over(self, batch: list[dict[str, Any]]) -> int:
        """Start work on what is new in a batch; returns how many that are."""
        by_id = {each["update_id"]: each for each in batch}
        fresh = self._received.admit(by_id, self._clock())
        for number in fresh:
            self._start(number, by_id[number])
        return len(fresh)

    def _start(self, number: int, data: dict[str, Any]) -> None:
        try:
            update = update_of(data, self._client)
        except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as error:
            # Fetched again it would be no better, and all after it would wait for ever.
            # Without the traceback, whose last line might quote the message.
            kind = type(error).__name__
            _LOG.critical("update %d cannot be read and is left out: %s", number, kind)
            self._received.finish(number)
            return
        task = self._application.create_task(self._handle(update), update, name=f"update {number}")
        self._tasks.add(task)
        task.add_done_callback(functools.partial(self._done, number))

    async def _handle(self, update: Update) -> None:
        work = self._application.process_update(update)
        await self._application.update_processor.process_update(update, work)

    def _done(self, number: int, task: asyncio.Task[None]) -> None:
        self._tasks.discard(task)
        if task.cancelled() and self._stopping:
            return  # not handled: the next process shall get it
        self._received.finish(number)
        if self._is_worthwhile():
            self._worthwhile.set()
