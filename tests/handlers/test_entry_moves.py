"""What happens to an entry of the plan happens to its openings, and people hear of it once."""

import pytest

from council.openings import OpeningState
from playground import Person, Post
from tests.handlers.kit import House
from tests.handlers.opened import GRACE, Opened, told


@pytest.fixture
async def page(house: House) -> Post:
    """The page of an entry."""
    return await house.add("Fest 3. juni kl. 17-19 på VUC")


@pytest.fixture
async def made(house: House, page: Post) -> Opened:
    """Places for it, at the same time."""
    return await places(house, page, "Kaffe")


async def places(house: House, page: Post, line: str) -> Opened:
    entry = await house.entry(house.council, "Fest")
    await house.forges(house.sanne, page, f"op:{house.council.id}:{entry.id}")
    asked = await house.says(house.sanne, line)
    await house.taps(house.sanne, asked, "4", "Yes, open it")
    [link] = [word for word in asked.text.split() if "t.me/" in word]
    return Opened(house, asked, link)


@pytest.fixture
async def mai(made: Opened) -> Person:
    """She has one of the places."""
    mai = made.somebody("Mai")
    await made.joins(mai)
    return mai


async def shown(house: House) -> Post:
    """The page of the entry, anew."""
    return await house.says(house.sanne, "/entry fest")


async def moves(house: House, text: str) -> Post:
    page = await shown(house)
    await house.taps(house.sanne, page, "Change it", "Time")
    asked = await house.says(house.sanne, text)
    await house.taps(house.sanne, asked, "Yes, that is the time")
    await house.turn(GRACE)
    return asked


async def test_another_time(house: House, made: Opened, mai: Person) -> None:
    await moves(house, "10. juni kl. 18-20")
    assert (await made.opening()).when.edtf == "2027-06-10T18:00/2027-06-10T20:00"
    assert told(mai)[-1] == "Fest: Kaffe is moved"
    assert "Thursday 10 June at 18:00–20:00" in mai.chat.last_message.text
    assert await made.notices(mai) == ["moved"]


async def test_hours_of_their_own_move_along(house: House, page: Post, made: Opened, mai: Person) -> None:
    await made.changes("Time", "2. juni kl. 15-17")
    await made.later()
    await moves(house, "10. juni kl. 17-19")
    assert (await made.opening()).when.edtf == "2027-06-09T15:00/2027-06-09T17:00"
    assert await made.notices(mai) == ["moved", "moved"]
    assert page.id


async def test_another_place(house: House, made: Opened, mai: Person) -> None:
    await house.taps(house.sanne, await shown(house), "Change it", "Place")
    await house.says(house.sanne, "The library")
    await made.later()
    assert (await made.opening()).place == "The library"
    assert "📍 VUC → The library" in mai.chat.last_message.text
    assert await made.notices(mai) == ["moved"]


async def test_another_title_or_note_disturbs_nobody(house: House, made: Opened, mai: Person) -> None:
    for field, text in (("Title", "Fest for all"), ("Note", "Bring a chair")):
        await house.taps(house.sanne, await shown(house), "Change it", field)
        await house.says(house.sanne, text)
    assert await made.notices(mai) == []


async def test_the_same_time_in_other_words_disturbs_nobody(house: House, made: Opened, mai: Person) -> None:
    await moves(house, "3 June 2027 at 17-19")
    assert await made.notices(mai) == []


async def test_cancelled_and_put_back(house: House, made: Opened, mai: Person) -> None:
    await house.taps(house.sanne, await shown(house), "Change it", "State", "Cancelled")
    await made.later()
    assert (await made.opening()).state is OpeningState.CANCELLED
    assert told(mai)[-1] == "Fest: Kaffe is cancelled"
    await house.taps(house.sanne, await shown(house), "Change it", "Undo the last change")
    await made.later()
    assert (await made.opening()).state is OpeningState.OPEN
    assert told(mai)[-1] == "Fest: Kaffe takes place"
    assert await made.notices(mai) == ["cancelled", "reopened"]
    assert await made.states(mai) == ["confirmed"]


async def test_taken_off_the_plan(house: House, made: Opened, mai: Person) -> None:
    await house.taps(house.sanne, await shown(house), "Change it", "Take it off the plan", "Yes, take it off")
    assert (await made.opening()).state is OpeningState.CANCELLED
    assert await made.notices(mai) == ["cancelled"]


async def test_a_move_that_is_undone(house: House, made: Opened, mai: Person) -> None:
    before = await made.opening()
    await moves(house, "10. juni kl. 18-20")
    await house.taps(house.sanne, await shown(house), "Change it", "Undo the last change")
    await made.later()
    after = await made.opening()
    assert (after.when.edtf, after.place) == (before.when.edtf, before.place)
    assert await made.notices(mai) == ["moved", "moved"]
    assert "Thursday 10 June at 18:00–20:00 → " in mai.chat.last_message.text


async def test_a_cancelling_that_is_undone_at_once_nobody_hears_of(
    house: House, made: Opened, mai: Person
) -> None:
    await house.taps(house.sanne, await shown(house), "Change it", "State", "Cancelled")
    await house.taps(house.sanne, await shown(house), "Change it", "Undo the last change")
    await made.later()
    assert (await made.opening()).state is OpeningState.OPEN
    assert await made.notices(mai) == []


async def test_each_of_several_and_the_cards_follow(
    house: House, page: Post, made: Opened, mai: Person
) -> None:
    other = await places(house, page, "Lights")
    await other.joins(mai)
    await house.taps(mai, mai.chat.last_message, "Yes, both")
    card = await made.card()
    await moves(house, "10. juni kl. 18-20")
    assert sorted(told(mai)[-2:]) == ["Fest: Kaffe is moved", "Fest: Lights is moved"]
    assert "Thursday 10 June at 18:00–20:00" in card.text


async def test_what_is_not_of_the_entry_stays(house: House, made: Opened, mai: Person) -> None:
    asked = await house.says(house.sanne, "/opening Andet 3. juni kl. 17-19 på VUC, 4 personer")
    await house.taps(house.sanne, asked, "Yes, open it")
    [link] = [word for word in asked.text.split() if "t.me/" in word]
    other = Opened(house, asked, link)
    oki = other.somebody("Oki")
    await other.joins(oki)
    await moves(house, "10. juni kl. 18-20")
    assert (await other.opening()).when.edtf == "2027-06-03T17:00/2027-06-03T19:00"
    assert await other.notices(oki) == []
    assert await made.notices(mai) == ["moved"]


async def test_those_who_wait_hear_of_it_too(house: House, made: Opened) -> None:
    people = made.people(5)
    for who in people:
        await made.joins(who)
    await moves(house, "10. juni kl. 18-20")
    for who in people:
        assert await made.notices(who) == ["moved"]
