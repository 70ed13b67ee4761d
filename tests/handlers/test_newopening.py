"""`/opening`: places from one line, step by step, from an entry's page, in the group."""

from datetime import UTC, datetime

import pytest

from council.openings import Opening, OpeningState, Unit
from playground import Post
from tests.handlers.kit import House
from tests.handlers.opened import another_council


async def openings(house: House) -> list[Opening]:
    async with house.store.transaction(house.council.id) as tx:
        return await tx.find(Opening)


async def only(house: House) -> Opening:
    [opening] = await openings(house)
    return opening


@pytest.mark.parametrize(
    ("line", "title", "edtf", "place", "capacity"),
    [
        ("/opening Opstilling lørdag 18/9 kl. 8-11, 6 personer", "Opstilling",
         "2027-09-18T08:00/2027-09-18T11:00", "", 6),
        ("/plads opstilling 18. september kl. 8-11 på VUC, 6 pladser", "Opstilling",
         "2027-09-18T08:00/2027-09-18T11:00", "VUC", 6),
        ("/opening setting up, 18 September at 8–11, 6 people", "Setting up",
         "2027-09-18T08:00/2027-09-18T11:00", "", 6),
        ("/OPENING Ambassadører, 15 personer", "Ambassadører", "XXXX", "", 15),
    ],
)  # fmt: skip
async def test_one_line(house: House, line: str, title: str, edtf: str, place: str, capacity: int) -> None:
    shown = await house.says(house.sanne, line)
    assert title in shown.text
    assert f"Room for {capacity} people" in shown.text
    assert "Nobody can sign up yet" in shown.text
    assert await openings(house) == []
    await house.taps(house.sanne, shown, "Yes, open it")
    made = await only(house)
    assert (made.title, made.when.edtf, made.place, made.capacity) == (title, edtf, place, capacity)
    assert (made.state, made.created_by) == (OpeningState.OPEN, str(house.sanne.id))
    assert "t.me/samspil_bot?start=o_" in shown.text


async def test_what_counts_and_how_long_and_whom_to_ask(house: House) -> None:
    line = "/opening Madboder 2/10 kl. 10-16, 15 lande, mindst 8, ca. 6 timer, spørg Guli"
    shown = await house.says(house.sanne, line)
    assert "15 countries" in shown.text
    await house.taps(house.sanne, shown, "Yes, open it")
    made = await only(house)
    assert (made.unit, made.minimum, made.contact) == (Unit.COUNTRY, 8, "Guli")
    assert "6 timer" in made.effort


async def test_under_its_activity(house: House) -> None:
    await house.with_plan()
    shown = await house.says(house.sanne, "/opening Kulturdag: opstilling 25/9 kl. 8-11, 6 personer")
    await house.taps(house.sanne, shown, "Yes, open it")
    assert "Kulturdag: Opstilling" in shown.text
    assert (await only(house)).activity_id


async def test_step_by_step(house: House) -> None:
    asked = await house.says(house.sanne, "/opening")
    assert "What do you need people for?" in asked.text
    asked = await house.says(house.sanne, "  Setting   <up> ")
    assert "When is it?" in asked.text
    asked = await house.says(house.sanne, "18 September at 8-11")
    assert "Where is it?" in asked.text
    asked = await house.says(house.sanne, "The library")
    assert "How many places" in asked.text
    await house.taps(house.sanne, asked, "6")
    assert asked.text.splitlines()[:4] == [
        "Setting <up>", "📅 Saturday 18 September at 08:00–11:00", "📍 The library", "Room for 6 people"
    ]  # fmt: skip
    await house.taps(house.sanne, asked, "Yes, open it")
    assert (await only(house)).title == "Setting <up>"


async def test_all_that_may_be_left_open(house: House) -> None:
    await house.says(house.sanne, "/opening")
    asked = await house.says(house.sanne, "Ambassadors")
    await house.taps(house.sanne, asked, "It has no date", "No place yet", "As many as want to")
    assert "Room for everybody who wants to" in asked.text
    await house.taps(house.sanne, asked, "Yes, open it")
    made = await only(house)
    assert (made.when.edtf, made.place, made.capacity) == ("XXXX", "", None)


async def test_what_the_first_answer_says_is_not_asked_again(house: House) -> None:
    await house.says(house.sanne, "/opening")
    asked = await house.says(house.sanne, "Opstilling 18/9 kl. 8-11, 6 personer")
    assert "Where is it?" in asked.text
    await house.taps(house.sanne, asked, "No place yet")
    assert "Room for 6 people" in asked.text


@pytest.mark.parametrize(
    ("button", "text", "line"),
    [
        ("Another title", "Packing up", "Packing up"),
        ("Another time", "2 October at 16", "📅 Saturday 2 October at 16:00"),
        ("Another place", "The square", "📍 The square"),
        ("Another number", "12", "Room for 12 people"),
    ],
)
async def test_mending_one_answer(house: House, button: str, text: str, line: str) -> None:
    shown = await house.says(house.sanne, "/opening Opstilling 18/9 kl. 8-11, 6 personer")
    await house.taps(house.sanne, shown, button)
    shown = await house.says(house.sanne, text)
    assert line in shown.text.splitlines()
    await house.taps(house.sanne, shown, "Yes, open it")
    assert len(await openings(house)) == 1


@pytest.mark.parametrize(
    ("step", "text", "why"),
    [(1, "whenever", "no date"), (3, "many", "whole number"), (3, "0", ""), (3, "9" * 9, ""), (3, "-4", "")],
)
async def test_what_is_not_understood_is_asked_again(house: House, step: int, text: str, why: str) -> None:
    await house.says(house.sanne, "/opening")
    for answer in ("Setting up", "18 September", "The library")[:step]:
        await house.says(house.sanne, answer)
    refused = await house.says(house.sanne, text)
    assert why in refused.text
    assert "Something went wrong" not in refused.text
    assert await openings(house) == []
    again = await house.says(house.sanne, ["18 September", "", "6"][step - 1])
    assert "Something went wrong" not in again.text


async def test_a_title_that_is_too_long(house: House) -> None:
    shown = await house.says(house.sanne, f"/opening {'x' * 400}, 6 personer")
    if "open it" in str(shown.rows):
        answer = await house.taps(house.sanne, shown, "Yes, open it")
        assert answer.is_alert
        assert "longer than 120" in answer.text
    assert await openings(house) == []


async def test_leaving_the_form(house: House) -> None:
    shown = await house.says(house.sanne, "/opening Opstilling 18/9 kl. 8-11, 6 personer")
    yes = shown.button("Yes, open it").callback_data or ""
    await house.taps(house.sanne, shown, "No, leave it")
    assert (await house.forges(house.sanne, shown, yes)).is_alert
    assert await openings(house) == []


async def test_the_same_yes_twice_is_one_opening(house: House) -> None:
    shown = await house.says(house.sanne, "/opening Opstilling 18/9 kl. 8-11, 6 personer")
    yes = shown.button("Yes, open it").callback_data or ""
    for _ in range(3):
        house.sanne.forges_tap(shown, yes)
    await house.idle()
    assert len(await openings(house)) == 1


async def test_the_form_lives_through_a_restart(lasting: House) -> None:
    await lasting.says(lasting.sanne, "/opening")
    await lasting.says(lasting.sanne, "Setting up")
    await lasting.stop()
    await lasting.start()
    asked = await lasting.says(lasting.sanne, "18 September at 8")
    assert "Where is it?" in asked.text


async def in_group(house: House, line: str) -> Post:
    return await house.says(house.sanne, line, house.group)


async def test_in_the_group_it_becomes_the_card(house: House) -> None:
    shown = await in_group(house, "/opening Opstilling 18/9 kl. 8-11, 6 personer")
    await house.taps(house.sanne, shown, "Yes, open it")
    assert "0 of 6 people – 6 to go" in shown.text
    assert shown.rows == [["I'd like to help"]]
    await house.olga.follows(shown.button(0).url)
    page = await house.last(house.olga.chat)
    await house.taps(house.olga, page, 0)
    assert "1 of 6 people – 5 to go" in shown.text


async def test_in_the_group_questions_are_answered_by_replying(house: House) -> None:
    asked = await in_group(house, "/opening")
    assert "Answer this message." in asked.text
    await house.says(house.sanne, "not meant for the bot", house.group)
    asked = await house.says(house.sanne, "Setting up", house.group, reply_to=asked)
    assert "When is it?" in asked.text


async def test_somebody_else_in_the_group_cannot_say_yes(house: House) -> None:
    shown = await in_group(house, "/opening Opstilling 18/9 kl. 8-11, 6 personer")
    for who in (house.bo, house.olga):
        answer = await house.taps(who, shown, "Yes, open it")
        assert answer.is_alert
    assert await openings(house) == []


async def test_who_may_not(house: House) -> None:
    for who in (house.bo, house.olga, house.rikke):
        for line in ("/opening", "/opening Opstilling 18/9 kl. 8-11, 6 personer"):
            refused = await house.says(who, line)
            assert not [text for row in refused.rows for text in row if text == "Yes, open it"]
    assert await openings(house) == []


async def test_a_coordinator_opens_for_their_own_activity_alone(house: House) -> None:
    await house.with_plan()
    people = await house.says(house.sanne, "/people")
    await house.taps(house.sanne, people, "Bo Bak", "Coordinator of …", "Kulturdag")
    shown = await house.says(house.bo, "/opening Opstilling 25/9 kl. 8-11, 6 personer")
    await house.taps(house.bo, shown, "Yes, open it")
    assert "Kulturdag: Opstilling" in shown.text
    shown.button("Change it")
    other = await house.says(house.bo, "/opening Sprogcafé: kaffe 25/9 kl. 8-11, 6 personer")
    answer = await house.taps(house.bo, other, "Yes, open it")
    assert answer.is_alert
    assert len(await openings(house)) == 1


async def test_from_the_page_of_an_entry(house: House) -> None:
    page = await house.add("Fest 3. juni kl. 17-19 på VUC")
    entry = await house.entry(house.council, "Fest")
    await house.taps(house.sanne, page, "Find people for it")
    assert "What do you need people for?" in page.text
    asked = await house.says(house.sanne, "Setting up")
    assert "How many places" in asked.text
    await house.taps(house.sanne, asked, "4", "Yes, open it")
    made = await only(house)
    assert (made.entry_id, made.when, made.place) == (entry.id, entry.when, "VUC")
    shown = await house.says(house.bo, "/entry fest")
    assert "Setting up: 0 of 4 people – 4 to go" in shown.text
    await house.taps(house.bo, shown, "Setting up")
    assert "Will you take part?" in shown.text


async def test_a_time_of_its_own_counts_more_than_that_of_the_entry(house: House) -> None:
    page = await house.add("Fest 3. juni kl. 17-19 på VUC")
    await house.taps(house.sanne, page, "Find people for it")
    asked = await house.says(house.sanne, "Setting up 2 June at 15-17")
    await house.taps(house.sanne, asked, "4")
    assert "Wednesday 2 June at 15:00–17:00" in asked.text
    await house.taps(house.sanne, asked, "Another title")
    asked = await house.says(house.sanne, "Chairs 1 June")
    await house.taps(house.sanne, asked, "Yes, open it")
    made = await only(house)
    assert (made.title, made.when.edtf) == ("Chairs", "2027-06-02T15:00/2027-06-02T17:00")


async def test_on_the_page_of_an_entry_only_those_who_may_open(house: House) -> None:
    await house.add("Fest 3. juni kl. 17-19 på VUC")
    entry = await house.entry(house.council, "Fest")
    page = await house.says(house.bo, "/entry fest")
    assert "Find people for it" not in [button.text for button in page.buttons]
    answer = await house.forges(house.bo, page, f"op:{house.council.id}:{entry.id}")
    assert answer.is_alert
    assert "coordinators" in answer.text


async def test_another_councils_secretary_opens_nothing_here(house: House) -> None:
    await house.add("Fest 3. juni kl. 17-19 på VUC")
    entry = await house.entry(house.council, "Fest")
    await another_council(house)
    hello = await house.says(house.rikke, "/start")
    answer = await house.forges(house.rikke, hello, f"op:{house.council.id}:{entry.id}")
    assert answer.is_alert
    assert await openings(house) == []


async def test_when_it_was_opened_is_the_clocks_time(house: House) -> None:
    shown = await house.says(house.sanne, "/opening Opstilling 18/9 kl. 8-11, 6 personer")
    await house.taps(house.sanne, shown, "Yes, open it")
    assert (await only(house)).created == datetime(2027, 3, 1, 11, tzinfo=UTC)
