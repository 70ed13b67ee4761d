"""Running an opening: changing what it says, moving, pausing, closing, cancelling, its questions."""

from datetime import UTC, datetime

import pytest

from council.openings import OpeningState, Unit
from playground import Person
from tests.handlers.kit import House
from tests.handlers.opened import Opened, another_council, opened, told


@pytest.fixture
async def made(house: House) -> Opened:
    """Two places in September."""
    return await opened(house)


@pytest.fixture
async def mai(made: Opened) -> Person:
    """She has one of the places."""
    mai = made.somebody("Mai")
    await made.joins(mai)
    return mai


@pytest.mark.parametrize(
    ("field", "text", "name", "value", "shown"),
    [
        ("Title", " Packing   <up> ", "title", "Packing <up>", "Packing <up>"),
        ("Place", "The  square", "place", "The square", "📍 The square"),
        (
            "Time",
            "2 October at 9-12",
            "when",
            "2027-10-02T09:00/2027-10-02T12:00",
            "2 October at 09:00–12:00",
        ),
        ("Number of places", "12", "capacity", 12, "0 of 12 people"),
        ("Goal", "15", "target", 15, "0 of 15 people"),
        ("At least", "3", "minimum", 3, "At least 3 people"),
        ("How long", "about 4 hours", "effort", "about 4 hours", "How long: about 4 hours"),
        ("Good to know", "Bring\ngloves", "note", "Bring\ngloves", "gloves"),
        ("Whom to ask", "Guli, 12 34 56 78", "contact", "Guli, 12 34 56 78", "Ask Guli"),
        ("Closes", "15 September at 12", "closes", datetime(2027, 9, 15, 10, tzinfo=UTC), "15 Sep"),
        ("Closes", "15 September", "closes", datetime(2027, 9, 15, 21, 59, tzinfo=UTC), "23:59"),
    ],
)
async def test_every_field(made: Opened, field: str, text: str, name: str, value: object, shown: str) -> None:
    page = await made.changes(field, text)
    opening = await made.opening()
    kept = opening.when.edtf if name == "when" else getattr(opening, name)
    assert kept == value
    assert shown in page.text
    page.button("Change it")


@pytest.mark.parametrize(
    ("field", "text", "button", "name", "value"),
    [
        ("Time", "2 October", "It has no date", "when", "XXXX"),
        ("Place", "VUC", "No place yet", "place", ""),
        ("Number of places", "9", "As many as want to", "capacity", None),
        ("Goal", "9", "No goal", "target", None),
        ("At least", "9", "No minimum", "minimum", 0),
        ("How long", "4 hours", "Leave it empty", "effort", ""),
        ("Good to know", "gloves", "Leave it empty", "note", ""),
        ("Whom to ask", "Guli", "Leave it empty", "contact", ""),
        ("Closes", "15 September", "No deadline", "closes", None),
    ],
)
async def test_what_may_be_empty(
    made: Opened, field: str, text: str, button: str, name: str, value: object
) -> None:
    await made.changes(field, text)
    await made.runs("Change it", field, button)
    opening = await made.opening()
    assert (opening.when.edtf if name == "when" else getattr(opening, name)) == value


@pytest.mark.parametrize(
    ("field", "text", "why"),
    [
        ("Title", "x" * 121, "longer than 120"),
        ("Place", "x" * 201, "longer than 200"),
        ("How long", "x" * 101, "longer than 100"),
        ("Good to know", "x" * 1001, "longer than 1000"),
        ("Time", "whenever", "no date"),
        ("Closes", "whenever", "no date"),
        ("Number of places", "many", "whole number"),
        ("Number of places", "0", ""),
        ("Goal", "1000000", ""),
        ("At least", "-1", ""),
    ],
)
async def test_what_is_not_taken_changes_nothing(
    house: House, made: Opened, field: str, text: str, why: str
) -> None:
    before = await made.opening()
    answer = await made.changes(field, text)
    assert why in answer.text
    assert "Something went wrong" not in answer.text
    assert await made.opening() == before
    await house.says(house.sanne, "/cancel")


async def test_moving_it_asks_those_who_are_signed_up(house: House, made: Opened, mai: Person) -> None:
    await made.changes("Time", "2 October at 9-12")
    assert await made.notices(mai) == ["moved"]
    assert len(mai.chat.spoken) == 1
    await made.later()
    asked = mai.chat.last_message
    assert asked.text.startswith("Opstilling is moved")
    assert "Saturday 25 September" in asked.text
    assert "Saturday 2 October at 09:00–12:00" in asked.text
    assert "Can you still come?" in asked.text
    assert "whether you are coming" in (await made.arrives(mai)).text
    await house.taps(mai, asked, "Yes, I'm coming")
    assert "You are in" in asked.text
    signup = await made.signup(mai)
    assert signup is not None
    assert signup.still == "yes"


async def test_who_cannot_after_it_was_moved(house: House, made: Opened, mai: Person) -> None:
    await made.changes("Place", "The square")
    await made.later()
    asked = mai.chat.last_message
    assert "📍 – → The square" in asked.text
    await house.taps(mai, asked, "No, find somebody else")
    signup = await made.signup(mai)
    assert signup is not None
    assert (signup.state, signup.seeking) == ("confirmed", True)
    await house.taps(mai, asked, "I can't after all", "Give up my place")
    assert await made.states(mai) == ["withdrawn"]


async def test_who_does_not_know_yet(house: House, made: Opened, mai: Person) -> None:
    await made.changes("Time", "2 October at 9-12")
    assert await made.notices(mai) == ["moved"]
    assert len(mai.chat.spoken) == 1
    await made.later()
    asked = mai.chat.last_message
    await house.taps(mai, asked, "I don't know yet")
    assert "whether you are coming" in asked.text
    assert await made.states(mai) == ["confirmed"]


async def test_the_same_time_again_disturbs_nobody(made: Opened, mai: Person) -> None:
    await made.changes("Time", "25 September at 8-11")
    assert await made.notices(mai) == []
    await made.changes("Title", "Tables")
    await made.changes("Good to know", "Gloves")
    assert await made.notices(mai) == []


async def test_fewer_places_than_are_taken_throw_nobody_out(made: Opened, mai: Person) -> None:
    other = made.somebody("Oki")
    await made.joins(other)
    answer = await made.changes("Number of places", "1")
    assert "nobody is thrown out" in answer.text
    assert (await made.opening()).capacity == 2
    await made.leaves(other)
    await made.changes("Number of places", "1")
    assert (await made.opening()).capacity == 1
    assert await made.states(mai) == ["confirmed"]


@pytest.mark.parametrize(
    ("button", "state"),
    [("Pause: take nobody", OpeningState.PAUSED), ("Close: take nobody", OpeningState.CLOSED)],
)
async def test_pausing_and_closing_disturb_nobody(
    made: Opened, mai: Person, button: str, state: OpeningState
) -> None:
    await made.runs("Change it", "Pause, close, cancel", button)
    assert (await made.opening()).state is state
    assert "You are in" in (await made.arrives(mai)).text
    await made.runs("Change it", "Pause, close, cancel", "Open it again")
    assert (await made.opening()).state is OpeningState.OPEN
    assert await made.notices(mai) == []


async def test_cancelling_asks_first_and_tells_everybody_once(
    house: House, made: Opened, mai: Person
) -> None:
    oki, eva = made.people(2)
    for who in (oki, eva):
        await made.joins(who)
    page = await made.runs("Change it", "Pause, close, cancel", "Cancel it, and tell everybody")
    assert "3 are told." in page.text
    assert page.rows[0] == ["◂ No, back"]
    assert (await made.opening()).state is OpeningState.OPEN
    sure = page.button("Yes, cancel it").callback_data or ""
    await house.taps(house.sanne, page, "Yes, cancel it")
    await house.forges(house.sanne, page, sure)
    await made.later()
    assert (await made.opening()).state is OpeningState.CANCELLED
    for who in (mai, oki, eva):
        assert told(who)[-1] == "Opstilling is cancelled"
        assert await made.notices(who) == ["cancelled"]
    assert "You were signed up" in (await made.arrives(mai)).text


async def test_it_takes_place_after_all(made: Opened, mai: Person) -> None:
    page = await made.runs("Change it", "Pause, close, cancel", "Cancel it, and tell everybody")
    await made.house.taps(made.house.sanne, page, "Yes, cancel it")
    await made.later()
    await made.runs("Change it", "Pause, close, cancel", "Open it again")
    await made.later()
    assert told(mai)[-1] == "Opstilling takes place"
    assert await made.notices(mai) == ["cancelled", "reopened"]
    assert await made.states(mai) == ["confirmed"]


async def test_what_is_taken_back_at_once_nobody_hears_of(made: Opened, mai: Person) -> None:
    await made.changes("Time", "2 October at 9-12")
    await made.changes("Time", "25 September at 8-11")
    page = await made.runs("Change it", "Pause, close, cancel", "Cancel it, and tell everybody")
    await made.house.taps(made.house.sanne, page, "Yes, cancel it")
    await made.runs("Change it", "Pause, close, cancel", "Open it again")
    await made.later()
    assert await made.notices(mai) == []
    assert "You are in" in (await made.arrives(mai)).text


async def test_cancelling_what_nobody_is_on_needs_no_second_word(made: Opened) -> None:
    await made.runs("Change it", "Pause, close, cancel", "Cancel it, and tell everybody")
    assert (await made.opening()).state is OpeningState.CANCELLED


async def test_who_may_sign_up_and_what_counts(made: Opened) -> None:
    page = await made.runs("Change it", "Who may sign up", "I confirm each one", "With children under 15")
    assert "You confirm each one." in page.text
    opening = await made.opening()
    assert (opening.confirm_each, opening.with_children) == (True, True)
    await made.house.taps(made.house.sanne, page, "Say yes to everyone", "No children under 15")
    opening = await made.opening()
    assert (opening.confirm_each, opening.with_children) == (False, False)
    await made.runs("Change it", "What counts", "stands")
    assert (await made.opening()).unit is Unit.STAND


async def test_who_may_not_run_it(house: House, made: Opened, mai: Person) -> None:
    await another_council(house)
    before = await made.opening()
    for who in (house.bo, mai, house.rikke):
        page = await made.arrives(who)
        assert "Run it" not in [button.text for button in page.buttons]
        for data in ("or:{}:{}", "oe:{}:{}:", "oe:{}:{}:title", "ov:{}:{}:state:cancelled",
                     "ov:{}:{}:state:sure", "ov:{}:{}:unit:stand", "oR:{}:{}:x:1:1",
                     "oQ:{}:{}:x", "oS:{}:{}:card"):  # fmt: skip
            answer = await house.forges(who, page, data.format(made.council, made.id))
            assert answer.is_alert
    assert await made.opening() == before
    assert await made.notices(mai) == []


async def test_who_ran_it_and_may_no_longer(house: House, made: Opened) -> None:
    people = await house.says(house.sanne, "/people")
    await house.taps(house.sanne, people, "Bo Bak", "Deputy chair")
    page = await made.arrives(house.bo)
    await house.taps(house.bo, page, "Run it", "Change it", "Title")
    await house.taps(house.sanne, people, "Member")
    answer = await house.says(house.bo, "Mine now")
    assert (await made.opening()).title == "Opstilling"
    assert "coordinators" in answer.text


async def test_a_forms_old_button_does_nothing(house: House, made: Opened) -> None:
    await made.changes("Place", "VUC")
    page = await made.runs("Change it", "Place")
    old = page.button("No place yet").callback_data or ""
    await house.says(house.sanne, "The square")
    assert (await house.forges(house.sanne, page, old)).is_alert
    assert (await made.opening()).place == "The square"


async def test_as_others_see_it_and_back(house: House, made: Opened) -> None:
    page = await made.runs("As others see it")
    assert "Will you take part?" in page.text
    await house.taps(house.sanne, page, "Run it", "◂ All openings")
    assert "Where people are needed" in page.text
