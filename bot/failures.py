"""What can go wrong between us and the Bot API, told apart by what a caller may do about it.

Python-telegram-bot knows only "network error" and "timed out". Whether a message may be sent
again depends on something finer: did the request leave the house? No text in here ever holds the
bot's token, which is part of every URL.
"""

import datetime as dt
import json
import re
from http import HTTPStatus
from typing import Any

import aiohttp
import msgspec
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)

# What a request of aiohttp raises when the network, and not our code, is at fault.
BROKEN_CONNECTION = (aiohttp.ClientError, TimeoutError, OSError)

_TOKEN = re.compile(r"\d+:[\w-]{6,}")


class NotSentError(NetworkError):
    """The request never reached the server: sending it again cannot say anything twice."""

    __slots__ = ()


class NotSentInTimeError(NotSentError, TimedOut):
    """No connection (or no free place in the pool) in time; nothing was sent."""

    __slots__ = ()


class ServerTroubleError(NetworkError):
    """The server answered with a 5xx status.

    Attributes:
        status: The HTTP status, 500–599.
    """

    __slots__ = ("status",)

    def __init__(self, status: int, message: str) -> None:
        super().__init__(message)
        self.status = status


class UnreadableAnswerError(NetworkError):
    """The server said 2xx, but not in the Bot API's words; the effect may have happened."""

    __slots__ = ()


class TokenRejectedError(TelegramError):
    """The server does not know this bot (401, or 404 for a malformed token).

    Not PTB's `InvalidToken`, whose text `Bot.initialize` rewrites to contain the token.
    """

    __slots__ = ()


class FileTooLargeError(TelegramError):
    """A download was cut off because it went on beyond what the caller allows."""

    __slots__ = ()


class FloodWaitError(RetryAfter):
    """`RetryAfter` whose `retry_after` is a `timedelta` whatever PTB_TIMEDELTA says."""

    __slots__ = ()

    @property
    def retry_after(self) -> dt.timedelta:
        """How long to wait."""
        return self._retry_after


_REFUSALS: dict[int, type[TelegramError]] = {
    HTTPStatus.BAD_REQUEST: BadRequest,
    HTTPStatus.UNAUTHORIZED: TokenRejectedError,
    HTTPStatus.FORBIDDEN: Forbidden,
    HTTPStatus.NOT_FOUND: TokenRejectedError,
    HTTPStatus.CONFLICT: Conflict,
}


def connection_failure(error: Exception) -> NetworkError:
    """The error for a request without an answer. Keeps the kind of `error`, never its text."""
    name = type(error).__name__
    if isinstance(error, aiohttp.ConnectionTimeoutError):
        return NotSentInTimeError(f"No connection in time ({name})")
    if isinstance(error, aiohttp.ClientConnectorError):
        return NotSentError(f"No connection ({name})")
    if isinstance(error, TimeoutError):
        return TimedOut(f"No answer in time ({name})")
    return NetworkError(f"The connection broke ({name})")


def read_json(body: bytes) -> dict[str, Any] | None:
    """The JSON object in `body`, or None if there is none."""
    try:
        answer = msgspec.json.decode(body)
    except (msgspec.DecodeError, RecursionError):
        answer = _read_leniently(body)
    return answer if isinstance(answer, dict) else None


def _read_leniently(body: bytes) -> object:
    """What the faster reader is too strict for: broken letters, halves of surrogate pairs."""
    try:
        return json.loads(body.decode("utf-8", "replace"))
    except (ValueError, RecursionError):
        return None


def answer_failure(status: int, body: bytes) -> TelegramError:
    """The error for an answer outside 2xx, told apart as core.telegram.org/bots/api documents."""
    answer = read_json(body)
    description = _description(status, answer)
    if status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        return ServerTroubleError(status, description)
    if answer is None:
        return NetworkError(description)
    return _refusal(status, description, answer.get("parameters") or {})


def file_failure(status: int) -> TelegramError:
    """The error for a file that was not handed out; here a 404 says nothing about the bot."""
    if status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        return ServerTroubleError(status, f"HTTP {status} instead of the file")
    return BadRequest(f"HTTP {status} instead of the file")


def _description(status: int, answer: dict[str, Any] | None) -> str:
    if answer is None:
        return f"HTTP {status} without a Bot API answer"
    return _TOKEN.sub("<token>", str(answer.get("description") or f"HTTP {status}"))


def _refusal(status: int, description: str, parameters: dict[str, Any]) -> TelegramError:
    if moved_to := parameters.get("migrate_to_chat_id"):
        return ChatMigrated(int(moved_to))
    if seconds := parameters.get("retry_after"):
        return FloodWaitError(dt.timedelta(seconds=float(seconds)))
    return _REFUSALS.get(status, NetworkError)(description)
