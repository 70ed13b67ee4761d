"""Time that stands still until told to move, and a Bot API small enough to misbehave on demand."""

import asyncio
import heapq
import itertools
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any

import pytest
from aiohttp import web

TOKEN = "123456789:AAsecretsecretsecretsecretsecret_-x"


class StillTime:
    """A clock and its sleep; both only move with `advance`."""

    def __init__(self) -> None:
        self.now = 0.0
        self._sleepers: list[tuple[float, int, asyncio.Future[None]]] = []
        self._number = itertools.count()

    def clock(self) -> float:
        return self.now

    async def sleep(self, seconds: float) -> None:
        waker = asyncio.get_running_loop().create_future()
        heapq.heappush(self._sleepers, (self.now + seconds, next(self._number), waker))
        await waker

    async def settle(self) -> None:
        """Let everything happen that can happen without time passing."""
        for _ in range(30):
            await asyncio.sleep(0)

    async def advance(self, seconds: float) -> None:
        end = self.now + seconds
        await self.settle()
        while self._sleepers and self._sleepers[0][0] <= end:
            self.now, _, waker = heapq.heappop(self._sleepers)
            if not waker.done():
                waker.set_result(None)
                await self.settle()
        self.now = end


@pytest.fixture
def still() -> StillTime:
    return StillTime()


Answer = Callable[[web.Request], Awaitable[web.StreamResponse]]


class SmallApi:
    """Answers every method with its name unless told otherwise, and remembers what it was sent."""

    def __init__(self) -> None:
        self.root = ""
        self.token = TOKEN
        self.calls: list[tuple[str, dict[str, Any]]] = []
        self.answers: dict[str, Answer] = {}
        self.updates: list[dict[str, Any]] = []

    async def answer(self, request: web.Request) -> web.StreamResponse:
        method = request.path.rpartition("/")[2]
        self.calls.append((method, await _parameters(request)))
        if method in self.answers:
            return await self.answers[method](request)
        return web.json_response({"ok": True, "result": self._result(method)})

    def refuse(self, method: str, status: int, description: str, **parameters: int) -> None:
        answer = {"ok": False, "description": description, "parameters": parameters}
        self.say(method, status, json.dumps(answer).encode())

    def say(self, method: str, status: int, body: bytes) -> None:
        async def answer(_: web.Request) -> web.Response:
            return web.Response(status=status, body=body, content_type="application/json")

        self.answers[method] = answer

    def _result(self, method: str) -> object:
        me = {"id": 1, "is_bot": True, "first_name": "Samspil", "username": "samspil_bot"}
        message = {"message_id": 1, "date": 0, "chat": {"id": 7, "type": "private"}}
        named = {"getMe": me, "sendMessage": message, "sendDocument": message}
        if method == "getUpdates":
            offset = int(self.calls[-1][1].get("offset") or 0)
            self.updates = [each for each in self.updates if each["update_id"] >= offset]
            return self.updates[:100]
        return named.get(method, True)


async def _parameters(request: web.Request) -> dict[str, Any]:
    return {name: _part(value) for name, value in (await request.post()).items()}


def _part(value: str | bytes | bytearray | web.FileField) -> object:
    """A text, or of a file what is left of it after the request: name, type, content."""
    if isinstance(value, web.FileField):
        return value.filename, value.content_type, value.file.read()
    return value


@pytest.fixture
async def api() -> AsyncIterator[SmallApi]:
    small = SmallApi()
    application = web.Application(client_max_size=64 * 1024 * 1024)
    application.router.add_route("*", "/{path:.*}", small.answer)
    runner = web.AppRunner(application, access_log=None, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    small.root = f"http://127.0.0.1:{runner.addresses[0][1]}"
    yield small
    await runner.cleanup()
