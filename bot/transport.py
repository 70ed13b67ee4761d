"""Requests to the Bot API over aiohttp.

PTB's stock transport (httpx on httpcore) searches its pool anew for every waiting request; with
256 requests under way it is slower than with one. aiohttp's pool is not.
"""

import io
from http import HTTPStatus
from typing import Any

import aiohttp
from telegram._utils.defaultvalue import DefaultValue
from telegram._utils.types import ODVInput
from telegram.error import TelegramError
from telegram.request import BaseRequest, RequestData
from yarl import URL

from bot.failures import (
    BROKEN_CONNECTION,
    FileTooLargeError,
    UnreadableAnswerError,
    answer_failure,
    connection_failure,
    file_failure,
    read_json,
)

# What Telegram's own servers let a bot download; nothing else they answer comes near it.
MOST_BYTES = 20 * 1024 * 1024

_FORM = {"Content-Type": "application/x-www-form-urlencoded"}
_NOT_GIVEN = BaseRequest.DEFAULT_NONE


class AiohttpRequest(BaseRequest):
    """PTB's request interface over one `aiohttp.ClientSession`.

    Raises only what `bot.failures` and PTB name; no error, nor anything an error refers to,
    contains the URL, since the URL contains the bot's token.
    """

    __slots__ = ("_connections", "_most_bytes", "_proxy", "_session", "_timeouts", "_upload")

    def __init__(
        self,
        *,
        connections: int = 256,
        connect_timeout: float = 5.0,
        read_timeout: float = 10.0,
        write_timeout: float = 10.0,
        pool_timeout: float = 30.0,
        transfer_timeout: float = 120.0,
        most_bytes: int = MOST_BYTES,
        proxy: str | None = None,
    ) -> None:
        """All times in seconds.

        Args:
            connections: How many requests may be under way at once; more wait their turn.
            connect_timeout: For connecting.
            read_timeout: For the server's silence.
            write_timeout: For sending what is not a file.
            pool_timeout: For a free place among `connections`.
            transfer_timeout: For a whole upload or download.
            most_bytes: The largest answer or file that is read.
            proxy: URL of an HTTP proxy.
        """
        self._connections = connections
        self._timeouts = (connect_timeout, read_timeout, write_timeout, pool_timeout)
        self._upload = transfer_timeout
        self._most_bytes = most_bytes
        self._proxy = proxy
        self._session: aiohttp.ClientSession | None = None

    @property
    def read_timeout(self) -> float:
        """Seconds of silence allowed when a call says nothing else."""
        return self._timeouts[1]

    async def initialize(self) -> None:
        """Open the session; again is harmless."""
        if self._session is None:
            self._session = aiohttp.ClientSession(
                connector=aiohttp.TCPConnector(limit=self._connections, ttl_dns_cache=300),
                cookie_jar=aiohttp.DummyCookieJar(),
                headers={"User-Agent": self.USER_AGENT},
                proxy=self._proxy,
            )

    async def shutdown(self) -> None:
        """Close the session; again is harmless."""
        if self._session is not None:
            await self._session.close()
            self._session = None

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, Any]:
        """The answer as a dictionary with a "result".

        Raises:
            UnreadableAnswerError: If it is none. (PTB would raise its most general error, which
                nobody retries, and log the body.)
        """
        answer = read_json(payload)
        if answer is None or "result" not in answer:
            raise UnreadableAnswerError("The server's answer is not one of the Bot API")
        return answer

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: ODVInput[float] = _NOT_GIVEN,
        write_timeout: ODVInput[float] = _NOT_GIVEN,
        connect_timeout: ODVInput[float] = _NOT_GIVEN,
        pool_timeout: ODVInput[float] = _NOT_GIVEN,
    ) -> tuple[int, bytes]:
        """One request, see `BaseRequest.do_request`. A "GET" is the download of a file."""
        given = (connect_timeout, read_timeout, write_timeout, pool_timeout)
        transfer = method == "GET" or (request_data is not None and request_data.contains_files)
        within = self._timeout(given, transfer=transfer)
        return await self._exchange(url, method, request_data, within, self._most_bytes)

    async def download(self, url: str, most: int) -> bytes:
        """The file at `url`, at most `most` bytes of it ever in memory.

        Raises:
            FileTooLargeError: If there is more, whatever the server promised.
        """
        within = self._timeout((_NOT_GIVEN,) * 4, transfer=True)
        _, body = await self._exchange(url, "GET", None, within, most)
        return body

    def _timeout(self, given: tuple[ODVInput[float], ...], *, transfer: bool) -> aiohttp.ClientTimeout:
        connect, read, write, pool = (
            usual if isinstance(wish, DefaultValue) else wish
            for wish, usual in zip(given, self._timeouts, strict=True)
        )
        if transfer:
            write = self._upload if write is None else max(write, self._upload)
        return aiohttp.ClientTimeout(
            total=_sum(connect, read, write, pool),
            connect=_sum(connect, pool),
            sock_connect=connect,
            # aiohttp starts this one before an upload has left: then only the total holds.
            sock_read=None if transfer else read,
        )

    async def _exchange(
        self,
        url: str,
        method: str,
        request_data: RequestData | None,
        within: aiohttp.ClientTimeout,
        most: int,
    ) -> tuple[int, bytes]:
        try:
            status, body = await self._send(url, method, request_data, within, most)
        except BROKEN_CONNECTION as error:
            failure: TelegramError = connection_failure(error)
        else:
            if HTTPStatus.OK <= status < HTTPStatus.MULTIPLE_CHOICES:
                return status, body
            failure = file_failure(status) if method == "GET" else answer_failure(status, body)
        # Raised out here so that not even __context__ leads to the URL.
        raise failure

    async def _send(
        self,
        url: str,
        method: str,
        request_data: RequestData | None,
        within: aiohttp.ClientTimeout,
        most: int,
    ) -> tuple[int, bytes]:
        if self._session is None:
            raise RuntimeError("AiohttpRequest is used before initialize() or after shutdown()")
        async with self._session.request(
            method, url, timeout=within, allow_redirects=False, **_body(request_data)
        ) as response:
            return response.status, await _read(response, most)


def _sum(*seconds: float | None) -> float | None:
    known = [each for each in seconds if each is not None]
    return sum(known) if len(known) == len(seconds) else None


def _body(request_data: RequestData | None) -> dict[str, Any]:
    if request_data is None:
        return {}
    if request_data.contains_files:
        return {"data": _form(request_data)}
    # As a form, which every server that python-telegram-bot talks to understands; not all read JSON.
    # A URL's query is a form, and yarl writes it six times as fast as urllib.parse.
    form = URL.build(query=request_data.json_parameters).raw_query_string
    return {"data": form.encode(), "headers": _FORM}


def _form(request_data: RequestData) -> aiohttp.FormData:
    # Telegram takes a file's name as it stands; percent-encoded it would be shown that way.
    form = aiohttp.FormData(quote_fields=False, default_to_multipart=True)
    for name, value in request_data.json_parameters.items():
        form.add_field(name, value)
    for name, (filename, content, mimetype) in request_data.multipart_data.items():
        stream = io.BytesIO(content) if isinstance(content, bytes) else content
        form.add_field(name, stream, filename=_printable(filename), content_type=mimetype)
    return form


def _printable(filename: str) -> str:
    """`filename` without line breaks and the like, which would end the header it stands in."""
    return "".join(each if each.isprintable() else "_" for each in filename)


async def _read(response: aiohttp.ClientResponse, most: int) -> bytes:
    chunks: list[bytes] = []
    size = 0
    async for chunk in response.content.iter_any():
        size += len(chunk)
        if size > most:
            raise FileTooLargeError(f"More than {most} bytes")
        chunks.append(chunk)
    return b"".join(chunks)
