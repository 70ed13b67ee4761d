"""The real bot on the loopback Bot API, and what holds for every conversation."""

import logging
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from storage.memory import MemoryStore
from storage.tinydb_store import TinyStore
from tests.handlers.kit import House, a_town, hurried


@pytest.fixture(autouse=True)
def _in_haste(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.app.Pacer", lambda **_: hurried())


@pytest.fixture
def troubled() -> list[str]:
    """A test that asks for trouble puts here what it asks for: then errors in the log are no surprise."""
    return []


@pytest.fixture
async def town(troubled: list[str], caplog: pytest.LogCaptureFixture) -> AsyncIterator[House]:
    """A running bot and nobody yet. Afterwards: every tap answered once, nothing in the log of errors."""
    caplog.set_level(logging.INFO)
    async with a_town(MemoryStore()) as made:
        yield made
        await made.idle()
        if not troubled:
            assert made.tg.calls("answerCallbackQuery") == len(made.tg.world.taps)
            assert [record.getMessage() for record in caplog.records if record.levelno >= logging.ERROR] == []


@pytest.fixture
async def house(town: House) -> House:
    """A council with its people."""
    await town.move_in()
    return town


@pytest.fixture
async def lasting(tmp_path: Path) -> AsyncIterator[House]:
    """A council whose bot can be stopped and started again on the same folder."""
    async with TinyStore.open(tmp_path) as store, a_town(store) as made:
        await made.move_in()
        yield made
