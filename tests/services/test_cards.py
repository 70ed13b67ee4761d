"""Cards: which chats show an opening, and what they say there."""

from council.openings import Card
from tests.services.corps import Corps, another_council


async def test_a_card_is_kept_once_and_what_it_says(corps: Corps) -> None:
    opening, cards = await corps.opened(), corps.town.house.cards
    card = Card("-100:7", opening.id, -100, 7, "first")
    await cards.posted(corps.council.id, card)
    await cards.says(corps.council.id, card, "second")
    await cards.posted(corps.council.id, card)  # told twice: what it says by now stands
    page, [kept] = await cards.of(corps.council.id, opening.id)
    assert (kept.shown, kept.chat_id, kept.message_id) == ("second", -100, 7)
    assert page is not None
    assert (page.viewer, page.mine, page.runs) == (None, None, False)


async def test_a_card_that_is_gone_is_not_brought_back(corps: Corps) -> None:
    opening, cards = await corps.opened(), corps.town.house.cards
    card = Card("inline", opening.id)
    await cards.posted(corps.council.id, card)
    await cards.gone(corps.council.id, card)
    await cards.says(corps.council.id, card, "late")
    assert await cards.of(corps.council.id, opening.id) == (None, [])
    assert await cards.all(corps.council.id) == []


async def test_which_openings_stand_on_cards(corps: Corps) -> None:
    one, other, cards = await corps.opened(), await corps.opened("Opvask"), corps.town.house.cards
    await corps.opened("Uden")
    for number, opening in enumerate((one, other, one)):
        await cards.posted(corps.council.id, Card(f"-100:{number}", opening.id, -100, number))
    assert await cards.all(corps.council.id) == sorted([one.id, other.id])
    assert await cards.all("commons") == []


async def test_cards_of_openings_that_there_are_not(corps: Corps) -> None:
    theirs, opening, cards = await another_council(corps), await corps.opened(), corps.town.house.cards
    await cards.posted(theirs.council_id, Card("-200:1", opening.id, -200, 1))
    assert await cards.all(theirs.council_id) == []


async def test_no_more_cards_than_can_be_kept_current(corps: Corps) -> None:
    opening, cards = await corps.opened(), corps.town.house.cards
    for number in range(102):
        await cards.posted(corps.council.id, Card(f"inline{number}", opening.id))
    _, kept = await cards.of(corps.council.id, opening.id)
    assert len(kept) == 100
