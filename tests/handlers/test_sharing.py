"""Spreading the word: the card in the group, the poster, one's own link."""

from datetime import timedelta
from io import BytesIO

import pytest
import zxingcpp
from PIL import Image

from council.openings import Card, Referral, SignUp, SignUpState
from council.places import recount
from playground import Person
from tests.handlers.kit import NOON, House
from tests.handlers.opened import Opened, another_council, opened


@pytest.fixture
async def made(house: House) -> Opened:
    """Two places in September."""
    return await opened(house)


async def cards(made: Opened) -> list[Card]:
    async with made.house.store.transaction(made.council) as tx:
        return await tx.find(Card)


async def own_link(made: Opened, who: Person) -> str:
    """The link of somebody on the council."""
    await made.arrives(who)
    await made.house.forges(who, who.chat.last_message, f"oS:{made.council}:{made.id}:link")
    [link] = [word for word in who.chat.last_message.text.split() if "t.me/" in word]
    return link


async def test_the_ways(house: House, made: Opened) -> None:
    page = await made.runs("Spread the word")
    assert made.link in page.text
    page.button("Card in another chat")
    await house.taps(house.sanne, page, "◂ Back")
    page.button("Spread the word")


async def test_the_card_says_at_any_time_what_is_true(made: Opened) -> None:
    card = await made.card()
    assert "0 of 2 people – 2 to go" in card.text
    assert card.rows == [["I'd like to help"]]
    assert card.button(0).url == made.link
    one, two, three = made.people(3)
    await made.joins(one)
    assert "1 of 2 people – 1 to go" in card.text
    for who in (two, three):
        await made.joins(who)
    assert "2 of 2 people – all found" in card.text
    assert "1 is waiting." in card.text
    await made.changes("Place", "The square")
    assert "📍 The square" in card.text
    await made.runs("Change it", "Pause, close, cancel", "Close: take nobody new")
    assert "Closed" in card.text
    assert card.rows == []
    assert len(await cards(made)) == 1


async def test_what_does_not_change_it_does_not_touch_it(house: House, made: Opened) -> None:
    card = await made.card()
    edits = len(card.history)
    await made.changes("At least", "1")
    await house.says(house.bo, "/mine")
    await made.arrives(made.somebody())
    assert len(card.history) == edits


NAMES = ["🎉" * 64, "👩‍👩‍👧‍👦" * 9, "محمد \u202e", "<script>alert(1)</script>", "x" * 64]


@pytest.mark.parametrize("name", NAMES, ids=["emoji", "joined emoji", "right to left", "script", "long"])
async def test_a_card_with_three_hundred_names(made: Opened, name: str) -> None:
    card = await made.card()
    await made.changes("Number of places", "400")
    people = [
        SignUp(f"{made.id}-{n}", made.id, str(n), name, SignUpState.CONFIRMED, n, NOON, shown=True)
        for n in range(1, 301)
    ]
    async with made.house.store.transaction(made.council) as tx:
        for signup in people:
            tx.put(signup)
        tx.put(recount(people, made.id))
    await made.joins(made.somebody())
    assert "301 of 400 people – 99 to go" in card.text
    assert card.text.splitlines()[-1].startswith("With ")
    assert "271 people more" in card.text
    shown = await made.house.says(made.house.sanne, f"/start o_{made.council}_{made.id}")
    assert "301 of 400" in shown.text


async def test_several_cards_are_all_kept(made: Opened) -> None:
    first, second = await made.card(), await made.card()
    assert first.id != second.id
    await made.joins(made.somebody())
    for card in (first, second):
        assert "1 of 2 people – 1 to go" in card.text


async def test_a_card_that_was_deleted_is_forgotten(house: House, made: Opened) -> None:
    card, other = await made.card(), await made.card()
    await house.sanne.deletes(card)
    await made.joins(made.somebody())
    assert "1 of 2 people – 1 to go" in other.text
    assert [known.message_id for known in await cards(made)] == [other.id]


async def test_a_group_that_threw_the_bot_out_stops_nobody(house: House, made: Opened) -> None:
    await made.card()
    house.group.remove_bot(by=house.sanne)
    await house.idle()
    mai = made.somebody()
    await made.joins(mai)
    assert await made.states(mai) == ["confirmed"]
    assert await cards(made) == []


async def test_a_card_follows_after_a_restart(lasting: House) -> None:
    made = await opened(lasting)
    card = await made.card()
    page = await made.arrives(mai := made.somebody())
    lasting.tg.faults.server_error("editMessageText", times=None)
    await mai.taps(page, 0)
    await lasting.tg.until(lambda: lasting.tg.faults.hits.get("refuse"))
    await lasting.stop()
    lasting.tg.faults.clear()
    await lasting.start()
    assert "1 of 2 people – 1 to go" in card.text


async def test_a_card_speaks_the_language_of_the_group(house: House, made: Opened) -> None:
    await house.says(house.sanne, "/language da")
    await house.forges(house.sanne, made.page, f"oS:{made.council}:{made.id}:card")
    assert "0 of 2 people – 2 to go" in house.group.last_message.text


async def test_the_poster_leads_to_the_opening(house: House, made: Opened) -> None:
    await made.runs("Spread the word", "Poster to print", "Dansk + English")
    file = house.sanne.chat.last_message
    assert (file.file_name, "A5" in file.text) == ("poster.png", True)
    assert file.document is not None
    with Image.open(BytesIO(file.document)) as picture:
        assert (picture.format, picture.size) == ("PNG", (1748, 2480))
        [code] = zxingcpp.read_barcodes(picture.convert("L"))
    assert code.text == made.link
    mai = made.somebody()
    await made.joins(mai, code.text)
    assert await made.states(mai) == ["confirmed"]


async def test_my_own_link_counts_and_never_tells_whom(house: House, made: Opened) -> None:
    link = await own_link(made, house.bo)
    assert await own_link(made, house.bo) == link != made.link
    assert "never say who" in house.bo.chat.last_message.text
    one, two, three = made.people(3)
    for who in (one, two):
        await made.joins(who, link)
    await made.arrives(three, link)  # looks, and does not sign up
    await own_link(made, house.bo)
    assert "It has brought 2 people so far. Thank you." in house.bo.chat.last_message.text
    said = len(house.bo.chat.spoken)
    await house.turn(timedelta(hours=20))
    [thanks] = house.bo.chat.spoken[said:]
    assert "Your link has brought 2 people." in thanks.text
    for post in house.bo.chat.spoken:
        assert "Guest" not in post.text


async def test_my_own_link_counts_nobody_twice_nor_myself(house: House, made: Opened) -> None:
    link = await own_link(made, house.bo)
    one = made.somebody()
    for _ in range(2):
        await made.joins(one, link)
        await made.leaves(one)
    await made.joins(house.bo, link)
    async with house.store.transaction(made.council) as tx:
        assert [referral.brought for referral in await tx.find(Referral)] == [1]


async def test_a_link_also_counts_after_questions(house: House, made: Opened) -> None:
    await made.asks("What can you sing?")
    link = await own_link(made, house.bo)
    one = made.somebody()
    await made.joins(one, link)
    await house.says(one, "All")
    assert await made.states(one) == ["confirmed"]
    async with house.store.transaction(made.council) as tx:
        assert [referral.brought for referral in await tx.find(Referral)] == [1]


async def test_who_may_post_a_card(house: House, made: Opened) -> None:
    await another_council(house)
    mai = made.somebody()
    await made.joins(mai)
    said = len(house.group.spoken)
    for who in (house.bo, mai, house.rikke):
        page = await made.arrives(who)
        answer = await house.forges(who, page, f"oS:{made.council}:{made.id}:card")
        assert answer.is_alert
    assert len(house.group.spoken) == said
    assert await cards(made) == []
