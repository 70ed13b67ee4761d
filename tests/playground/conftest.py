from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from typing import Any

import pytest
from telegram import Update
from telegram.ext import Application, ApplicationBuilder, ExtBot
from telegram.request import HTTPXRequest

from playground import LoopbackTelegram

App = Application[Any, Any, Any, Any, Any, Any]
Client = ExtBot[None]
Running = Callable[[App], AbstractAsyncContextManager[App]]


@pytest.fixture
async def tg() -> AsyncIterator[LoopbackTelegram]:
    async with LoopbackTelegram() as server:
        yield server


@pytest.fixture
async def bot(tg: LoopbackTelegram) -> AsyncIterator[Client]:
    """The library's own client, before any application."""
    client: Client = ExtBot(
        tg.token,
        base_url=tg.base_url,
        base_file_url=tg.base_file_url,
        request=HTTPXRequest(httpx_kwargs={"trust_env": False}),
        get_updates_request=HTTPXRequest(httpx_kwargs={"trust_env": False}),
    )
    async with client:
        yield client


@pytest.fixture
def app(tg: LoopbackTelegram) -> App:
    """An application without handlers."""
    return ApplicationBuilder().token(tg.token).base_url(tg.base_url).base_file_url(tg.base_file_url).build()


@pytest.fixture
def running() -> Running:
    """Polls as `run_polling` does, within a test."""

    @asynccontextmanager
    async def run(app: App) -> AsyncIterator[App]:
        async with app:
            await app.start()
            assert app.updater is not None
            await app.updater.start_polling(allowed_updates=Update.ALL_TYPES)
            try:
                yield app
            finally:
                await app.updater.stop()
                await app.stop()

    return run


@pytest.fixture
def refused() -> Callable[[Awaitable[object]], Awaitable[str]]:
    """The description of the error that a call ends with."""

    async def description(call: Awaitable[object]) -> str:
        with pytest.raises(Exception) as caught:  # noqa: PT011 - the caller looks at it
            await call
        return f"{type(caught.value).__name__}: {caught.value}"

    return description
