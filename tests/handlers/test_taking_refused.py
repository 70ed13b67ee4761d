"""When the link leads to no place: closed, over, for others, made up."""

from datetime import timedelta

import pytest

from council.openings import OpeningState
from playground import Person
from tests.handlers.kit import House
from tests.handlers.opened import Opened, opened, told


@pytest.fixture
async def tables(house: House) -> Opened:
    """Two places in September, and nobody yet."""
    return await opened(house)


@pytest.fixture
def mai(tables: Opened) -> Person:
    """Somebody whom the bot has never met."""
    return tables.somebody("Mai")


@pytest.mark.parametrize(
    ("state", "why"), [("paused", "Paused"), ("closed", "Closed"), ("cancelled", "does not take place")]
)
async def test_when_nobody_can_sign_up_the_link_says_why(
    house: House, tables: Opened, mai: Person, state: str, why: str
) -> None:
    before = await tables.arrives(mai)
    await house.forges(house.sanne, tables.page, f"ov:{tables.council}:{tables.id}:state:{state}")
    assert (await tables.opening()).state is OpeningState(state)
    page = await tables.arrives(mai)
    assert why in page.text
    assert page.rows == []  # what else there is, the council shows to those who belong to it
    answer = await house.taps(mai, before, "Yes, I'll take part")
    assert answer.is_alert
    assert await tables.states(mai) == [""]


async def test_what_is_over_takes_nobody(house: House, mai: Person) -> None:
    soon = await opened(house, "Vagt 2. marts kl. 10-12, 2 personer")
    before = await soon.arrives(mai)
    await house.turn(timedelta(days=2))
    answer = await house.taps(mai, before, 0)
    assert answer.is_alert
    assert "over" in answer.text
    assert "Nobody can sign up for this any more" in (await soon.arrives(mai)).text


async def test_only_for_the_council(house: House, tables: Opened, mai: Person) -> None:
    page = await tables.arrives(mai)
    await tables.runs("Change it", "Who may sign up", "Only people on the council")
    answer = await house.taps(mai, page, 0)
    assert answer.is_alert
    assert "people on the council" in answer.text
    refused = await tables.arrives(mai)
    assert "Opstilling" not in refused.text
    await tables.joins(house.bo)
    assert await tables.states(mai, house.bo) == ["", "confirmed"]


async def test_each_one_is_confirmed(house: House, tables: Opened, mai: Person) -> None:
    await tables.runs("Change it", "Who may sign up", "I confirm each one")
    said = len(house.sanne.chat.spoken)
    page = await tables.arrives(mai)
    assert "The coordinator answers you" in page.text
    await house.taps(mai, page, "Yes, I'd like to")
    assert "You have asked for a place" in page.text
    assert await tables.states(mai) == ["requested"]
    assert told(house.sanne)[said:] == ["Somebody asks for a place"]
    await house.taps(mai, page, "I've changed my mind")
    assert await tables.states(mai) == ["withdrawn"]


@pytest.mark.parametrize(
    "payload",
    ["o", "o_", "o_x_y", "o_{council}", "o_{council}_x", "o_{council}_{opening}_x", "o_commons_{opening}",
     "r_{council}_{opening}", "r_x_y", "r_{council}_", "o_x_{opening}"],
)  # fmt: skip
async def test_links_that_were_made_up(tables: Opened, mai: Person, payload: str) -> None:
    made_up = payload.format(council=tables.council, opening=tables.id)
    answer = await tables.house.says(mai, f"/start {made_up}")
    assert "not there any more" in answer.text
    assert "Opstilling" not in answer.text
    assert len(mai.chat.spoken) == 1
