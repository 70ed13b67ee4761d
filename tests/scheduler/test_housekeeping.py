import logging
from datetime import timedelta

import pytest

from council.ports import StoreDamaged
from council.when import When
from scheduler.housekeeping import Housekeeping
from services.clockwork import Clockwork
from tests.services.corps import LAND, Corps, a_corps, another_council
from tests.services.kit import START, Town


async def test_every_council_is_gone_through_and_the_commons_are_left_alone() -> None:
    corps = await a_corps(Town())
    await another_council(corps)
    opening = await corps.opened(when=When("2021-06-12"), questions=(LAND,))
    await corps.takes("10", opening, answers=(("land", "Chile"),))
    housekeeping = Housekeeping(corps.town.house.clockwork, corps.town.store.tenants)
    await housekeeping.run()
    assert await corps.answers(opening, "10") == (("land", "Chile"),)
    corps.town.clock.time = START + timedelta(days=100)
    for _ in range(2):
        await housekeeping.run()
        assert await corps.answers(opening, "10") == ()


class Troubled(Clockwork):
    """The file of one council cannot be read."""

    def __init__(self, corps: Corps) -> None:
        super().__init__(corps.town.desk)
        self.asked: list[str] = []

    async def erase_answers(self, council_id: str) -> int:
        self.asked.append(council_id)
        if len(self.asked) == 1:
            raise StoreDamaged("look at the disk")
        return await super().erase_answers(council_id)


async def test_trouble_with_one_council_does_not_stop_the_others(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)
    corps = await a_corps(Town())
    theirs = await another_council(corps)
    clockwork = Troubled(corps)
    await Housekeeping(clockwork, corps.town.store.tenants).run()
    assert sorted(clockwork.asked) == sorted([corps.council.id, theirs.council_id])
    [error] = [each for each in caplog.records if each.levelno == logging.ERROR]
    assert "look at the disk" in error.getMessage()
