"""HTTP in front of the state: a raw ASGI endpoint, because this is the path that must be fast."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Awaitable, Callable, MutableMapping
from http import HTTPStatus

import msgspec

from playground.errors import ApiError, conflict, too_many_requests
from playground.faults import Fault, Faults
from playground.inbox import read_kinds
from playground.limits import Limits
from playground.methods import METHODS
from playground.requests import Call, read_call
from playground.state import World

Scope = MutableMapping[str, object]
Receive = Callable[[], Awaitable[MutableMapping[str, object]]]
Send = Callable[[MutableMapping[str, object]], Awaitable[None]]
Application = Callable[[Scope, Receive, Send], Awaitable[None]]

_JSON = (b"content-type", b"application/json")
_encode = msgspec.json.Encoder().encode
_LOWER = {name.lower(): name for name in (*METHODS, "getUpdates")}
_TOKEN_PARTS = 2


class DropError(Exception):
    """The connection is to end without an answer."""


class Endpoint:
    """The ASGI application: ``/bot<token>/<method>``, ``/file/bot<token>/<path>``, the rest.

    ``calls`` counts calls by method, ``done`` those that had an effect; ``busy`` are under way,
    polls excluded.
    """

    def __init__(self, world: World, faults: Faults, limits: Limits) -> None:
        self.world = world
        self.faults = faults
        self.limits = limits
        self.calls: Counter[str] = Counter()
        self.done: Counter[str] = Counter()
        self.busy = 0
        self.rest: Application | None = None
        self.drop: Callable[[object], None] = lambda _client: None
        self._methods = f"/bot{world.token}/"
        self._files = f"/file/bot{world.token}/"

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        path = str(scope["path"])
        if path.startswith(self._methods):
            await self._method(path[len(self._methods) :], scope, receive, send)
        elif path.startswith(self._files):
            await self._file(path[len(self._files) :], send)
        elif path.startswith(("/bot", "/file/bot")):
            await _answer(send, *_stranger(path))
        elif self.rest is not None:
            await self.rest(scope, receive, send)
        else:
            await _answer(send, 404, _refusal(ApiError(404, "Not Found")))

    async def _method(self, name: str, scope: Scope, receive: Receive, send: Send) -> None:
        body = await _body(receive)
        if name not in METHODS:
            name = _LOWER.get(name.lower(), "")
        try:
            status, answer = await self.answer(name, scope, body)
        except DropError:
            self.drop(scope.get("client"))
            await receive()
        else:
            await _answer(send, status, answer)

    async def answer(self, name: str, scope: Scope, body: bytes) -> tuple[int, bytes]:
        """Status and body for one call of a method.

        Raises:
            DropError: a fault wants the connection to end.
        """
        self.calls[name] += 1
        try:
            call = read_call(name, _query(scope), _content_type(scope), body)
            if name == "getUpdates":
                return 200, await self._updates(call)
            self.busy += 1
            try:
                return 200, await self._perform(call)
            finally:
                self.busy -= 1
                self.world.changed.notify()
        except ApiError as error:
            return error.code, _refusal(error)

    async def _perform(self, call: Call) -> bytes:
        """Do what a method says, with the trouble that was asked for."""
        method = METHODS.get(call.method)
        if method is None:
            raise ApiError(404, "Not Found: method not found")
        struck = self.faults.strike(call.method) if self.faults.rules else []
        await _before(struck)
        if self.limits.enforced:
            params = call.params
            self.limits.check(call.method, params.get("chat_id", ""), params.get("inline_message_id", ""))
        answer = b'{"ok":true,"result":%s}' % _encode(method(self.world, call))
        self.done[call.method] += 1
        return _after(struck, answer)

    async def _updates(self, call: Call) -> bytes:
        """``getUpdates``."""
        if self.world.webhook:
            raise conflict(
                "can't use getUpdates method while webhook is active; "
                "use deleteWebhook to delete the webhook first"
            )
        struck = self.faults.strike("getUpdates") if self.faults.rules else []
        await _before(struck)
        inbox = self.world.inbox
        inbox.ask_for(read_kinds(call.text("allowed_updates")))
        updates = await inbox.take(call.number("offset"), call.number("limit", 100), call.number("timeout"))
        if any(fault.kind == "duplicate" for fault in struck):
            updates = [update for update in updates for _ in range(2)]
        return _after(struck, b'{"ok":true,"result":[%s]}' % b",".join(updates))

    async def _file(self, path: str, send: Send) -> None:
        self.calls["file"] += 1
        stored = next((f for f in self.world.files.values() if f.path == path), None)
        if stored is None:
            await _answer(send, 404, _refusal(ApiError(404, "Not Found")))
        else:
            await _answer(send, 200, stored.data, (b"content-type", b"application/octet-stream"))


async def _before(struck: list[Fault]) -> None:
    """Faults that strike before anything has happened."""
    for fault in struck:
        if fault.kind == "delay":
            await asyncio.sleep(fault.seconds)
    for fault in struck:
        if fault.kind == "drop_before":
            raise DropError
        if fault.kind == "refuse":
            raise _refused(fault)


def _refused(fault: Fault) -> ApiError:
    if fault.code == HTTPStatus.TOO_MANY_REQUESTS:
        return too_many_requests(fault.retry_after)
    return ApiError(fault.code, HTTPStatus(fault.code).phrase)


def _after(struck: list[Fault], answer: bytes) -> bytes:
    """Faults that strike when it has happened."""
    for fault in struck:
        if fault.kind == "drop_after":
            raise DropError
        if fault.kind == "garbage":
            return b"<html><body>It works!</body></html>"
    return answer


def _refusal(error: ApiError) -> bytes:
    """The envelope of an error."""
    body: dict[str, object] = {
        "ok": False,
        "error_code": error.code,
        "description": error.description,
    }
    if error.parameters:
        body["parameters"] = error.parameters
    return _encode(body)


def _stranger(path: str) -> tuple[int, bytes]:
    """What Telegram tells somebody with another token: 401, or 404 if it isn't one at all."""
    token = path.partition("/bot")[2].partition("/")[0]
    number, _, secret = token.partition(":")
    if number.isdecimal() and secret:
        return 401, _refusal(ApiError(401, "Unauthorized"))
    return 404, _refusal(ApiError(404, "Not Found"))


def _query(scope: Scope) -> bytes:
    query = scope["query_string"]
    return query if isinstance(query, bytes) else b""


def _content_type(scope: Scope) -> bytes:
    headers = scope["headers"]
    assert isinstance(headers, list)
    return next((value for name, value in headers if name == b"content-type"), b"")


async def _body(receive: Receive) -> bytes:
    message = await receive()
    body = message.get("body", b"")
    assert isinstance(body, bytes)
    if not message.get("more_body"):
        return body
    parts = bytearray(body)
    while message.get("more_body"):
        message = await receive()
        part = message.get("body", b"")
        assert isinstance(part, bytes)
        parts += part
    return bytes(parts)


async def _answer(send: Send, status: int, body: bytes, kind: tuple[bytes, bytes] = _JSON) -> None:
    headers = [kind, (b"content-length", b"%d" % len(body))]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})
