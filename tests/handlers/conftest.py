"""The real bot on the loopback Bot API, and what holds for every conversation."""

import logging
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from storage.memory import MemoryStore
from storage.tinydb_store import TinyStore
from tests.handlers.kit import House, Remembering, a_town, hurried


@pytest.fixture(autouse=True)
def _in_haste(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.app.Pacer", hurried)
    monkeypatch.setattr("bot.app.PlanReader", Remembering)


@pytest.fixture
def troubled() -> list[str]:
    """A test that asks for trouble puts here what it asks for: then errors in the log are no surprise."""
    return []


class Errors(logging.Handler):
    """Keeps what is logged as an error."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.told: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.told.append(record.getMessage())


@pytest.fixture
def errors() -> Iterator[list[str]]:
    """The errors that are logged during a test; `caplog` forgets them between its phases."""
    kept = Errors()
    logging.getLogger().addHandler(kept)
    yield kept.told
    logging.getLogger().removeHandler(kept)


@pytest.fixture
async def town(
    troubled: list[str], errors: list[str], caplog: pytest.LogCaptureFixture
) -> AsyncIterator[House]:
    """A running bot and nobody yet. Afterwards: every tap answered once, nothing in the log of errors."""
    caplog.set_level(logging.INFO)
    async with a_town(MemoryStore()) as made:
        yield made
        await made.idle()
        if not troubled:
            assert made.tg.calls("answerCallbackQuery") == len(made.tg.world.taps)
            assert errors == []


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
