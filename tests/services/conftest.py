from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from storage.tinydb_store import TinyStore
from tests.services.corps import Corps, a_corps
from tests.services.kit import Seat, Town
from tests.services.lasting import Lasting


@pytest.fixture
def town() -> Town:
    return Town()


@pytest.fixture
async def seat(town: Town) -> Seat:
    council, secretary = await town.council(-100, "Integrationsrådet", "1")
    return Seat(council, secretary, await town.joined(secretary, "2"))


@pytest.fixture(params=["memory", "tinydb"])
async def corps(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Corps]:
    """A council that needs people, on each store."""
    if request.param == "memory":
        yield await a_corps(Town())
        return
    async with TinyStore.open(tmp_path) as store:
        yield await a_corps(Town(store))


@pytest.fixture
async def lasting(tmp_path: Path) -> AsyncIterator[Lasting]:
    async with TinyStore.open(tmp_path / "data") as store:
        corps = await a_corps(Town(store))
        yield Lasting(**vars(corps), folder=tmp_path / "data")
