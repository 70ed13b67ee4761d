"""Cards that nobody touches: what is over or closed says so when its time has come."""

from datetime import timedelta

from tests.handlers.kit import House
from tests.handlers.opened import opened


async def test_when_it_is_over_the_card_takes_nobody_any_more(house: House) -> None:
    made = await opened(house, "Opstilling 3 March at 8-11, 4 people")
    card = await made.card()
    assert card.rows == [["I'd like to help"]]
    assert "4 to go" in card.text
    await house.turn(timedelta(days=2))
    assert card.rows == []
    assert "to go" not in card.text
    assert "Nobody can sign up for this any more." in card.text


async def test_when_it_closes(house: House) -> None:
    made = await opened(house, "Opstilling 3 April at 8-11, 4 people")
    await made.changes("Closes", "5 March at 12")
    card = await made.card()
    assert card.rows == [["I'd like to help"]]
    await house.turn(timedelta(days=4))
    assert card.rows == []


async def test_a_date_on_a_card_stays_true(house: House) -> None:
    card = await (await opened(house, "Opstilling 2 March at 18-20, 4 people")).card()
    assert "tomorrow" not in card.text
    assert "Tuesday 2 March" in card.text
