"""`@bot words` in any chat: cards of openings, for those who belong to a council."""

import pytest

from council.openings import Card
from playground import Article, Person, Room
from tests.handlers.kit import House
from tests.handlers.opened import Opened, another_council, opened


@pytest.fixture
async def made(house: House) -> Opened:
    """Two places in September."""
    return await opened(house, "Kulturdag: opstilling lørdag 25/9 kl. 8-11, 2 personer")


async def finds(who: Person, words: str, room: Room | None = None) -> list[Article]:
    """What somebody is offered who types this behind the bot's name."""
    return list((await (await who.searches(words, room)).answered()).results)


@pytest.mark.parametrize("words", ["", "opst", "KULTUR", "opstilling kulturdag", "dag  opst"])
async def test_what_is_found(house: House, made: Opened, words: str) -> None:
    [found] = await finds(house.bo, words)
    assert found.title == "Opstilling"
    assert "Saturday 25 September" in found.description
    assert "0 of 2 people" in found.description
    assert made.link in [button.url for row in (found.keyboard.inline_keyboard if found.keyboard else [])
                         for button in row]  # fmt: skip


@pytest.mark.parametrize("words", ["nothing", "opstilling fest", "%", "x" * 256])
@pytest.mark.usefixtures("made")
async def test_nothing_is_found(house: House, words: str) -> None:
    search = await house.bo.searches(words)
    answer = await search.answered()
    assert answer.results == ()
    assert answer.button is not None
    page = await house.says(house.bo, f"/start {answer.button.start_parameter}")
    assert "Integration Council" in page.text


async def test_strangers_and_other_councils_find_nothing(house: House, made: Opened) -> None:
    await another_council(house)
    mai = made.somebody()
    await made.arrives(mai)  # she has looked, and not signed up
    for who in (house.rikke, house.olga, mai):
        assert await finds(who, "opst") == []


async def test_a_volunteer_finds_it(made: Opened) -> None:
    mai = made.somebody()
    await made.joins(mai)
    assert [found.title for found in await finds(mai, "opst")] == ["Opstilling"]


async def test_what_is_not_for_everybody_is_not_shown(house: House, made: Opened) -> None:
    await made.runs("Change it", "Who may sign up", "Only people on the council")
    for who in (house.bo, house.sanne):
        assert await finds(who, "opst") == []


@pytest.mark.parametrize("state", ["paused", "closed", "cancelled"])
async def test_what_takes_nobody_is_not_shown(house: House, made: Opened, state: str) -> None:
    await house.forges(house.sanne, made.page, f"ov:{made.council}:{made.id}:state:{state}")
    assert await finds(house.bo, "opst") == []


@pytest.mark.usefixtures("made")
async def test_an_answer_is_the_persons_own_and_soon_forgotten(house: House) -> None:
    answer = await (await house.bo.searches("opst")).answered()
    assert answer.is_personal
    assert answer.cache_time <= 10


async def test_a_card_in_another_chat_is_kept_current(house: House, made: Opened) -> None:
    friends = house.tg.between(house.bo, house.rikke)
    card = await house.bo.chooses(await house.bo.searches("opst", friends))
    await house.idle()
    assert card.is_via_bot
    assert "0 of 2 people – 2 to go" in card.text
    await house.rikke.follows(card.button("I'd like to help").url)
    page = await house.last(house.rikke.chat)
    await house.taps(house.rikke, page, 0)
    assert "1 of 2 people – 1 to go" in card.text
    await made.runs("Change it", "Pause, close, cancel", "Close: take nobody new")
    assert "Closed" in card.text


async def test_the_button_says_how_many_there_are_now(house: House, made: Opened) -> None:
    friends = house.tg.between(house.bo, house.rikke)
    house.tg.world.inline_feedback = False  # the operator has not turned it on: the card is not known yet
    card = await house.bo.chooses(await house.bo.searches("opst", friends))
    mai = made.somebody()
    await made.joins(mai)
    assert "0 of 2 people" in card.text
    answer = await house.taps(house.rikke, card, "How many are there now?")
    assert "1 of 2 people – 1 to go" in answer.text
    await made.leaves(mai)
    assert "0 of 2 people – 2 to go" in card.text
    async with house.store.transaction(made.council) as tx:
        assert [known.id for known in await tx.find(Card)] == [card.inline_id]


async def test_the_button_of_what_is_only_for_the_council_says_nothing(house: House, made: Opened) -> None:
    friends = house.tg.between(house.bo, house.rikke)
    card = await house.bo.chooses(await house.bo.searches("opst", friends))
    await house.idle()
    await made.runs("Change it", "Who may sign up", "Only people on the council")
    answer = await house.taps(house.rikke, card, "How many are there now?")
    assert answer.is_alert
    assert "people on the council" in answer.text


async def test_other_buttons_do_nothing_in_chats_the_bot_is_not_in(house: House, made: Opened) -> None:
    friends = house.tg.between(house.bo, house.rikke)
    card = await house.bo.chooses(await house.bo.searches("opst", friends))
    await house.idle()
    for data in (f"ot:{made.council}:{made.id}::0", f"oS:{made.council}:{made.id}:card", "mi", "p:x"):
        answer = await house.forges(house.bo, card, data)
        assert answer.is_alert
    assert (await made.tally()).taken == 0


@pytest.mark.usefixtures("made")
async def test_searching_too_slowly_is_no_trouble(house: House) -> None:
    search = await house.bo.searches("opst")
    search.expire()
    await house.idle()
    assert [found.title for found in await finds(house.bo, "ops")] == ["Opstilling"]
