from collections.abc import AsyncIterator

import pytest
from telegram.ext import ApplicationBuilder, ExtBot
from telegram.request import HTTPXRequest

from playground import Group, LoopbackTelegram, Person
from tests.playground.kit import PLAIN_HTTP, App, Client


def plain_http() -> HTTPXRequest:
    """A new transport for the library."""
    return HTTPXRequest(httpx_kwargs=PLAIN_HTTP)


@pytest.fixture
async def tg() -> AsyncIterator[LoopbackTelegram]:
    async with LoopbackTelegram() as server:
        yield server


@pytest.fixture
async def bot(tg: LoopbackTelegram) -> AsyncIterator[Client]:
    """The library's own client, without an application."""
    client: Client = ExtBot(
        tg.token,
        base_url=tg.base_url,
        base_file_url=tg.base_file_url,
        request=plain_http(),
        get_updates_request=plain_http(),
    )
    async with client:
        yield client


@pytest.fixture
def app(tg: LoopbackTelegram) -> App:
    """An application without handlers."""
    builder = ApplicationBuilder().token(tg.token)
    builder = builder.base_url(tg.base_url).base_file_url(tg.base_file_url)
    return builder.request(plain_http()).get_updates_request(plain_http()).build()


@pytest.fixture
def alice(tg: LoopbackTelegram) -> Person:
    return tg.person("Alice", language="da", username="alice", started=True)


@pytest.fixture
def council(tg: LoopbackTelegram, alice: Person) -> Group:
    return tg.group("Integrationsrådet", admins=[alice], members=[tg.person("Bent")])
