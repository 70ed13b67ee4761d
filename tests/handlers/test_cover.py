"""Find someone for me: the place is kept until somebody else takes it."""

from datetime import timedelta

import pytest

from playground import Person
from tests.handlers.kit import House
from tests.handlers.opened import Opened, opened, told

HELP = "Can you help out?"


@pytest.fixture
async def made(house: House) -> Opened:
    """One place in September."""
    return await opened(house, "Vagt 25. september kl. 8-11, 1 person")


@pytest.fixture
async def mai(made: Opened) -> Person:
    """She has the place."""
    mai = made.somebody("Mai")
    await made.joins(mai)
    return mai


async def seeks(made: Opened, who: Person) -> str:
    """They look for somebody; what they are told in the box."""
    page = await made.arrives(who)
    answer = await made.house.taps(who, page, "I can't after all", "Find someone for me")
    assert answer.is_alert
    return answer.text


async def ready(made: Opened, who: Person) -> None:
    """They say that they help at short notice."""
    mine = await made.house.says(who, "/mine")
    answer = await made.house.taps(who, mine, "I help at short notice")
    assert answer.is_alert
    mine.button("Don't ask me at short notice")


async def test_those_who_wait_are_asked_and_the_first_gets_it(
    house: House, made: Opened, mai: Person
) -> None:
    one, two = made.people(2)
    for who in (one, two):
        await made.joins(who)
    assert await seeks(made, mai) == "I have asked 2 people."
    assert "looking for somebody" in mai.chat.last_message.text
    assert (told(one)[-1], told(two)[-1]) == (HELP, HELP)
    assert await made.states(mai, one, two) == ["confirmed", "waiting", "waiting"]
    asked = two.chat.last_message
    await house.taps(two, asked, "Yes, I take it")
    assert "You are in" in asked.text
    assert await made.states(mai, one, two) == ["withdrawn", "waiting", "confirmed"]
    assert told(mai)[-1] == "I found somebody for you"
    answer = await house.taps(one, one.chat.last_message, "Yes, I take it")
    assert answer.is_alert
    assert await made.states(one, two) == ["waiting", "confirmed"]


async def test_two_say_yes_at_the_same_time(house: House, made: Opened, mai: Person) -> None:
    people = made.people(6)
    for who in people:
        await made.joins(who)
    await seeks(made, mai)
    for who in people:
        await who.taps(who.chat.last_message, "Yes, I take it")
    await house.idle()
    assert sorted(await made.states(*people)) == ["confirmed"] + ["waiting"] * 5
    assert (await made.notices(mai)).count("covered") == 1


async def test_the_same_yes_twice(house: House, made: Opened, mai: Person) -> None:
    one = made.somebody("One")
    await made.joins(one)
    await seeks(made, mai)
    asked = one.chat.last_message
    yes = asked.button("Yes, I take it").callback_data or ""
    await house.taps(one, asked, "Yes, I take it")
    await house.forges(one, asked, yes)
    assert "You are in" in asked.text
    assert (await made.notices(mai)) == ["covered"]


async def test_those_who_help_at_short_notice_are_asked_too(house: House, made: Opened, mai: Person) -> None:
    await ready(made, house.bo)
    assert await seeks(made, mai) == "I have asked 1 person."
    asked = house.bo.chat.last_message
    assert asked.text.startswith(HELP)
    await house.taps(house.bo, asked, "Tell me more")
    assert "All places are taken" in asked.text


async def test_whoever_takes_over_need_not_be_known(house: House, made: Opened, mai: Person) -> None:
    await ready(made, house.bo)
    await seeks(made, mai)
    await house.taps(house.bo, house.bo.chat.last_message, "Yes, I take it")
    assert await made.states(mai, house.bo) == ["withdrawn", "confirmed"]


async def test_who_helps_no_longer_is_not_asked(house: House, made: Opened, mai: Person) -> None:
    await ready(made, house.bo)
    mine = await house.says(house.bo, "/mine")
    await house.taps(house.bo, mine, "Don't ask me at short notice")
    assert (
        await seeks(made, mai)
        == "Nobody is waiting right now. Your place is offered to the next who opens the link."
    )
    assert HELP not in told(house.bo)


async def test_who_has_a_place_of_their_own_is_not_asked(house: House, made: Opened, mai: Person) -> None:
    await ready(made, mai)
    assert "Nobody is waiting" in await seeks(made, mai)
    assert HELP not in told(mai)
    assert HELP not in told(house.sanne)


async def test_coming_after_all(house: House, made: Opened, mai: Person) -> None:
    one = made.somebody("One")
    await made.joins(one)
    await seeks(made, mai)
    await house.taps(mai, mai.chat.last_message, "I can come after all")
    assert "You are in" in mai.chat.last_message.text
    answer = await house.taps(one, one.chat.last_message, "Yes, I take it")
    assert answer.is_alert
    assert await made.states(mai, one) == ["confirmed", "waiting"]


async def test_giving_up_while_somebody_is_looked_for(house: House, made: Opened, mai: Person) -> None:
    one = made.somebody("One")
    await made.joins(one)
    await seeks(made, mai)
    asked = one.chat.last_message
    await house.taps(mai, mai.chat.last_message, "I can't after all", "Give up my place")
    assert await made.states(mai, one) == ["withdrawn", "offered"]
    await house.taps(one, asked, "Yes, I take it")
    assert (await made.tally()).taken <= 1


async def test_nobody_is_asked_for_cover_at_night(house: House, made: Opened, mai: Person) -> None:
    one = made.somebody("One")
    await made.joins(one)
    await house.turn(house.until(22))
    await seeks(made, mai)
    assert HELP not in told(one)
    await house.turn(timedelta(hours=9))
    assert told(one).count(HELP) == 1


async def test_after_a_restart_the_yes_still_counts(lasting: House) -> None:
    made = await opened(lasting, "Vagt 25. september kl. 8-11, 1 person")
    mai, one = made.people(2)
    for who in (mai, one):
        await made.joins(who)
    await seeks(made, mai)
    await lasting.stop()
    await lasting.start()
    await lasting.taps(one, one.chat.last_message, "Yes, I take it")
    assert await made.states(mai, one) == ["withdrawn", "confirmed"]
    assert told(mai)[-1] == "I found somebody for you"


async def test_a_sign_up_that_was_made_up(house: House, made: Opened, mai: Person) -> None:
    page = await made.arrives(made.somebody("Eve"))
    eve = house.tg.person("Eve", language="en")
    await made.arrives(eve)
    for key in (f"{made.id}-{mai.id}", f"{made.id}-1", "x", ""):
        answer = await house.forges(eve, eve.chat.last_message, f"oy:{made.council}:{key}")
        assert answer.is_alert
    assert await made.states(mai, eve) == ["confirmed", ""]
    page.button(0)
