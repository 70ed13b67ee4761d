"""Types and helpers that the tests of the playground share."""

from collections.abc import AsyncIterator, Awaitable
from contextlib import asynccontextmanager
from typing import Any

import httpx
import pytest
from telegram import Update
from telegram.error import TelegramError
from telegram.ext import Application, ExtBot

from playground import LoopbackTelegram

App = Application[Any, Any, Any, Any, Any, Any]
Client = ExtBot[None]

# No proxies from the environment, and no certificates, which take long to load.
PLAIN_HTTP: dict[str, Any] = {"trust_env": False, "verify": False}


def png(width: int, height: int) -> bytes:
    """A PNG as far as its measures; nobody in the playground looks at the rest."""
    measures = b"".join(number.to_bytes(4, "big") for number in (width, height))
    return b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR" + measures + b"\x08\0\0\0\0--x\r\n\r\n--"


@asynccontextmanager
async def running(app: App) -> AsyncIterator[App]:
    """Polls as `run_polling` does, within a test."""
    async with app:
        await app.start()
        assert app.updater is not None
        await app.updater.start_polling(allowed_updates=Update.ALL_TYPES)
        try:
            yield app
        finally:
            await app.updater.stop()
            await app.stop()


async def refusal(call: Awaitable[object]) -> str:
    """Kind and text of the error that the library raises for a call."""
    with pytest.raises(TelegramError) as caught:
        await call
    return f"{type(caught.value).__name__}: {caught.value}"


async def request(
    tg: LoopbackTelegram, method: str, token: str | None = None, **params: object
) -> tuple[int, dict[str, Any]]:
    """Status and body of a call, made without any Telegram library."""
    async with httpx.AsyncClient(**PLAIN_HTTP) as client:
        answer = await client.post(f"{tg.base_url}{token or tg.token}/{method}", json=params)
    return answer.status_code, answer.json()
