import pytest

from tests.services.kit import Seat, Town


@pytest.fixture
def town() -> Town:
    return Town()


@pytest.fixture
async def seat(town: Town) -> Seat:
    council, secretary = await town.council(-100, "Integrationsrådet", "1")
    return Seat(council, secretary, await town.joined(secretary, "2"))
