"""The bot as seen by the code: PTB's `ExtBot`, on our transport, discreet about its token."""

import logging
import urllib.parse
import urllib.request
from collections.abc import Sequence
from typing import Any, cast

from telegram.error import BadRequest
from telegram.ext import BaseRateLimiter, ExtBot

from bot.failures import FileTooLargeError, UnreadableAnswerError
from bot.lanes import Priority
from bot.transport import AiohttpRequest

TELEGRAM = "https://api.telegram.org"

_READ = ("message_id", "date", "chat")
_SHORT = frozenset({"sendMessage", "editMessageText"})
"""The calls that are made all the time."""

# Silence allowed beyond the time that the server was asked to hold a poll open, in seconds.
_POLL_SLACK = 10.0


def _without_debug() -> logging.Logger:
    """A logger for PTB's Bot that drops its debug lines: they hold URLs and people's texts."""
    logger = logging.getLogger("telegram.Client")
    logger.setLevel(logging.INFO)
    return logger


class Client(ExtBot[Priority]):
    """An `ExtBot` that can poll raw updates, download within bounds, and keep its token."""

    __slots__ = ()

    _LOGGER = _without_debug()

    def __repr__(self) -> str:
        return "Client[...]"

    async def _post(self, endpoint: str, data: dict[str, Any] | None = None, **options: Any) -> Any:  # noqa: ANN401  # as in PTB
        answer = await super()._post(endpoint, data, **options)
        if isinstance(answer, dict) and endpoint in _SHORT:
            # The bot's own message comes back whole. Nobody here reads more of it than which it is, and
            # objects for all of it cost as much as all else in sending it; of an edit, not even that.
            return True if endpoint.startswith("edit") else {name: answer.get(name) for name in _READ}
        return answer

    async def poll(
        self, offset: int | None, limit: int, hold: int, allowed_updates: Sequence[str]
    ) -> list[dict[str, Any]]:
        """Call getUpdates and give the answer as plain data.

        Plain, because a poller that gets the same update twice need not build objects for it,
        and because one update that PTB cannot read must not hide the ninety-nine beside it.

        Args:
            offset: The first update wanted; all before it are confirmed.
            limit: How many at most, 1–100.
            hold: Seconds that the server may wait for something to happen.
            allowed_updates: The kinds wanted, e.g. ["message", "callback_query"].

        Raises:
            UnreadableAnswerError: If the answer is something else.
        """
        data = {
            "offset": offset,
            "limit": limit,
            "timeout": hold,
            "allowed_updates": list(allowed_updates),
        }
        found = await self._post("getUpdates", data, read_timeout=hold + _POLL_SLACK)
        if not _are_updates(found):
            raise UnreadableAnswerError("The server's answer holds no updates")
        return cast("list[dict[str, Any]]", found)

    async def is_in_chat(self, chat_id: int, user_id: int) -> tuple[bool, bool]:
        """Whether somebody is in a group chat, and whether they administer it.

        Read from the plain answer: of a `ChatMember` PTB wants every right there is to be named, which
        not every server does.

        Raises:
            BadRequest: If the server knows no such chat or person.
        """
        member = await self._post("getChatMember", {"chat_id": chat_id, "user_id": user_id})
        status = member.get("status")
        administers = status in {"creator", "administrator"}
        return administers or status == "member" or (
            status == "restricted" and bool(member.get("is_member"))
        ), administers

    async def download(self, file_id: str, most: int) -> bytes:
        """The content of a file that was sent to the bot, at most `most` bytes.

        Raises:
            FileTooLargeError: If it is larger, or larger than Telegram hands out (20 MB).
            BadRequest: If the server no longer has it.
        """
        try:
            file = await self.get_file(file_id)
        except BadRequest as error:
            if "too big" in error.message.lower():
                raise FileTooLargeError("Larger than the server hands out") from None
            raise
        if (file.file_size or 0) > most:
            raise FileTooLargeError(f"More than {most} bytes")
        return await self._fetch(file.file_path or "", most)

    async def _fetch(self, url: str, most: int) -> bytes:
        request = self.request
        assert isinstance(request, AiohttpRequest)
        if not url.startswith(("http://", "https://")):
            raise BadRequest("The server does not hand out this file over the network")
        return await request.download(url, most)


def connect(
    token: str,
    *,
    root: str = TELEGRAM,
    pacer: BaseRateLimiter[Priority] | None = None,
    connections: int = 256,
) -> Client:
    """A client for the Bot API at `root`; nothing is sent before `initialize()`.

    Args:
        token: The bot's token.
        root: Where the Bot API is, e.g. "http://127.0.0.1:8081" for a local server.
        pacer: What keeps the bot within Telegram's limits.
        connections: How many requests may be under way at once.
    """
    root = root.rstrip("/")
    proxy = _proxy_for(root)
    return Client(
        token,
        base_url=f"{root}/bot",
        base_file_url=f"{root}/file/bot",
        request=AiohttpRequest(connections=connections, proxy=proxy),
        get_updates_request=AiohttpRequest(connections=1, proxy=proxy),
        rate_limiter=pacer,
    )


def _are_updates(found: object) -> bool:
    return isinstance(found, list) and all(
        isinstance(each, dict) and isinstance(each.get("update_id"), int) for each in found
    )


def _proxy_for(root: str) -> str | None:
    """The proxy that the environment (HTTPS_PROXY, NO_PROXY …) names for `root`, if any."""
    address = urllib.parse.urlsplit(root)
    if urllib.request.proxy_bypass(address.hostname or ""):
        return None
    return urllib.request.getproxies().get(address.scheme)
