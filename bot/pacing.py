"""Keeps the bot within Telegram's limits, and decides what may be sent again.

The limits (core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this): about 30
messages a second in all, one a second in a chat with short bursts tolerated, 20 a minute in a
group. What counts is messages: answers to button presses, look-ups and the like go at once, and
so do edits in a private chat as far as that chat is concerned.
"""

import asyncio
import datetime as dt
import itertools
import time
from collections.abc import Awaitable, Callable, Coroutine, Hashable
from http import HTTPStatus
from typing import Any

from telegram._utils.types import JSONDict
from telegram.error import BadRequest, NetworkError, RetryAfter, TelegramError
from telegram.ext import BaseRateLimiter

from bot.allowance import Allowance, Bucket, Window
from bot.failures import NotSentError, ServerTroubleError
from bot.lanes import Priority, Turnstile

PER_SECOND = 30.0

# A little more than 1/30 s, so that rounding never puts a 31st message into a second.
_SPARE = 1.001
# Telegram counts its `retry_after` in whole seconds of its own clock.
_MARGIN = 0.1
_FIRST_BACKOFF = 0.5

_Answer = bool | JSONDict | list[JSONDict]


class Pacer(BaseRateLimiter[Priority]):
    """PTB's rate limiter: `rate_limit_args=Priority.NOTICE` marks what nobody is waiting for.

    Notices go only when no answer wants to; while answers alone fill the limit, notices wait.
    """

    def __init__(
        self,
        *,
        per_second: float | None = PER_SECOND,
        per_chat: bool = True,
        retries: int = 4,
        patience: float = 90.0,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        """Make a pacer for one bot.

        Args:
            per_second: Messages in all chats together; None for a server without that limit.
            per_chat: Whether single chats have their limits, too.
            retries: How often one request is repeated at most.
            patience: Seconds. A longer `retry_after` is raised rather than waited for.
            clock: Monotonic seconds.
            sleep: Goes with `clock`.
        """
        spacing = _SPARE / per_second if per_second else 0.0
        self._turnstile = Turnstile(spacing, patience, clock, sleep)
        self._per_chat = per_chat
        self._retries = retries
        self._patience = patience
        self._sleep = sleep

    async def initialize(self) -> None:
        """Nothing to do."""

    async def shutdown(self) -> None:
        """Send home whoever still waits for a turn."""
        self._turnstile.close()

    async def process_request(
        self,
        callback: Callable[..., Coroutine[Any, Any, _Answer]],
        args: Any,  # noqa: ANN401 - the signature is PTB's
        kwargs: dict[str, Any],
        endpoint: str,
        data: dict[str, Any],
        rate_limit_args: Priority | None,
    ) -> _Answer:
        """Call `callback` when its turn has come, again where that is safe; see `BaseRateLimiter`.

        Raises:
            TelegramError: What the last try raised.
        """
        lane = _lane_of(endpoint, data)
        if lane is not None and not self._per_chat:
            lane = ("free", lane[1])
        for attempt in itertools.count():
            if lane is not None:
                urgency = rate_limit_args or Priority.ANSWER
                await self._turnstile.turn(lane, urgency, _allowance(lane), again=attempt > 0)
            try:
                return await callback(*args, **kwargs)
            except TelegramError as error:
                if attempt >= self._retries or not _may_repeat(error, endpoint):
                    raise
                await self._recover(error, lane, attempt)
        raise AssertionError  # count() has no end

    async def _recover(self, error: TelegramError, lane: Hashable, attempt: int) -> None:
        """Wait until it makes sense to try again; raise `error` if that is too far away."""
        if not isinstance(error, RetryAfter):
            await self._sleep(_FIRST_BACKOFF * 2**attempt)
            return
        seconds = _seconds(error) + _MARGIN
        if lane is not None:
            self._turnstile.pause(_chat_of(lane), seconds)
        if seconds > self._patience:
            raise error
        if lane is None:
            await self._sleep(seconds)


_Lane = tuple[str, int | str | None]


def _lane_of(endpoint: str, data: dict[str, Any]) -> _Lane | None:
    """The lane in which a request waits: its kind and its chat. None for what does not wait."""
    says = endpoint.startswith(("send", "copy", "forward")) and endpoint != "sendChatAction"
    edits = endpoint.startswith("edit")
    if not (says or edits):
        return None
    chat = _whole(data.get("chat_id"))
    if chat is None:
        return ("free", None)
    if isinstance(chat, str) or chat < 0:
        return ("group", chat)
    return ("private" if says else "free", chat)


def _whole(chat: object) -> int | str | None:
    """A chat's id as a number even if it was given as text; names of channels stay text."""
    if isinstance(chat, int) or chat is None:
        return chat
    text = str(chat)
    return int(text) if text.lstrip("-").isdecimal() else text


def _allowance(lane: _Lane) -> Callable[[], Allowance]:
    match lane[0]:
        case "group":
            return lambda: Window(most=20, span=60.0)
        case "private":
            return lambda: Bucket(burst=3, every=1.0)
    return lambda: Bucket(burst=1, every=0.0)


def _chat_of(lane: Hashable) -> Hashable | None:
    """The lane to pause, or None when no chat is known: then all of them are."""
    return None if lane == ("free", None) else lane


def _seconds(error: RetryAfter) -> float:
    wait = error.retry_after
    return wait.total_seconds() if isinstance(wait, dt.timedelta) else float(wait)


def _may_repeat(error: TelegramError, endpoint: str) -> bool:
    """Whether sending the same again can do no harm.

    A request that timed out, or whose connection broke, may have been carried out: a message
    sent again would be there twice, while an edit made again changes nothing. A 504 is a time-out
    reported by a server on the way; other 5xx are refusals.
    """
    if isinstance(error, RetryAfter | NotSentError):
        return True
    if isinstance(error, ServerTroubleError) and error.status != HTTPStatus.GATEWAY_TIMEOUT:
        return True
    harmless = endpoint.startswith(("get", "set", "edit", "answer", "delete", "pin", "unpin"))
    broken = isinstance(error, NetworkError) and not isinstance(error, BadRequest)
    return harmless and broken
