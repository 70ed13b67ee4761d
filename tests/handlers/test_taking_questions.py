"""The questions of an opening, asked one at a time on the way to a place."""

import pytest

from council.openings import Claim
from playground import Person, Post
from tests.handlers.kit import House
from tests.handlers.opened import Opened, opened
from texts.tongue import tongue

SHIFT = "Which shift? morning / noon / evening"
MANY = "How many cakes do you bring?"


@pytest.fixture
async def asking(house: House) -> Opened:
    """Asks for a shift, which must be said, for a number of cakes, and for a text."""
    made = await opened(house, "Café 25. september kl. 8-11, 6 personer")
    await made.asks(SHIFT, "must be answered")
    await made.asks(MANY)
    await made.asks("What can you sing?")
    return made


@pytest.fixture
def mai(asking: Opened) -> Person:
    """Somebody whom the bot has never met."""
    return asking.somebody("Mai")


async def answers(asking: Opened, who: Person) -> dict[str, str]:
    """What they answered, by the question."""
    signup, opening = await asking.signup(who), await asking.opening()
    assert signup is not None
    return {question.text: signup.answer(question.id) for question in opening.questions}


async def begins(asking: Opened, who: Person) -> Post:
    page = await asking.arrives(who)
    await asking.house.taps(who, page, "Yes, I'll take part")
    return page


async def test_one_question_at_a_time(house: House, asking: Opened, mai: Person) -> None:
    page = await begins(asking, mai)
    assert "Question 1 of 3" in page.text
    assert page.rows == [["morning", "noon"], ["evening"], ["No, leave it"]]
    assert await asking.states(mai) == [""]
    await house.taps(mai, page, "noon")
    assert "Question 2 of 3" in page.text
    assert "Write a number" in page.text
    page = await house.says(mai, " 4 ")
    assert "Question 3 of 3" in page.text
    assert await asking.states(mai) == [""]
    page = await house.says(mai, "  Songs of   <home>  ")
    assert "You are in" in page.text
    assert await asking.states(mai) == ["confirmed"]
    assert list((await answers(asking, mai)).values()) == ["noon", "4", "Songs of <home>"]


async def test_what_may_be_skipped_is_skipped_with_a_button(
    house: House, asking: Opened, mai: Person
) -> None:
    page = await begins(asking, mai)
    assert "Skip this question" not in [button.text for button in page.buttons]
    await house.taps(mai, page, "evening", "Skip this question", "Skip this question")
    assert await asking.states(mai) == ["confirmed"]
    assert list((await answers(asking, mai)).values()) == ["evening", "", ""]


async def test_a_choice_may_be_typed_as_well(house: House, asking: Opened, mai: Person) -> None:
    await begins(asking, mai)
    page = await house.says(mai, "EVENING")
    assert "Question 2 of 3" in page.text


@pytest.mark.parametrize(
    ("before", "text", "why"),
    [
        ([], "midnight", "not one of the answers"),
        (["noon"], "many", "not a number"),
        (["noon"], "-3", "not a number"),
        (["noon"], "1" * 7, "not a number"),
        (["noon", "Skip this question"], "x" * 301, "longer than 300"),
    ],
)
async def test_what_is_no_answer_is_said_and_asked_again(
    house: House, asking: Opened, mai: Person, before: list[str], text: str, why: str
) -> None:
    page = await begins(asking, mai)
    await house.taps(mai, page, *before)
    answer = await house.says(mai, text)
    assert why in answer.text
    assert await asking.states(mai) == [""]
    await house.taps(mai, page, *(["noon", "Skip this question", "Skip this question"][len(before) :]))
    assert await asking.states(mai) == ["confirmed"]


async def test_leaving_the_questions_leaves_nothing(house: House, asking: Opened, mai: Person) -> None:
    page = await begins(asking, mai)
    await house.taps(mai, page, "noon", "No, leave it")
    assert await asking.states(mai) == [""]
    later = await house.says(mai, "4")
    assert "Question" not in later.text
    assert (await asking.tally()).taken == 0


async def test_questions_go_on_after_a_restart(lasting: House) -> None:
    asking = await opened(lasting)
    await asking.asks(SHIFT)
    await asking.asks("What can you sing?")
    mai = asking.somebody("Mai")
    page = await begins(asking, mai)
    await lasting.taps(mai, page, "noon")
    await lasting.stop()
    await lasting.start()
    page = await lasting.says(mai, "Everything")
    assert "You are in" in page.text
    assert list((await answers(asking, mai)).values()) == ["noon", "Everything"]


async def test_an_old_button_does_not_answer_the_next_question(
    house: House, asking: Opened, mai: Person
) -> None:
    page = await begins(asking, mai)
    old = page.button("noon").callback_data or ""
    await house.taps(mai, page, "morning")
    answer = await house.forges(mai, page, old)
    assert answer.is_alert
    assert "Question 2 of 3" in page.text
    await house.taps(mai, page, "Skip this question", "Skip this question")
    assert (await answers(asking, mai))["Which shift?"] == "morning"


async def test_somebody_elses_form_is_not_mine(house: House, asking: Opened, mai: Person) -> None:
    page = await begins(asking, mai)
    answer = await house.forges(house.bo, house.bo.chat.last_message, page.button("noon").callback_data or "")
    assert answer.is_alert
    assert "Question 1 of 3" in page.text
    assert await asking.states(mai, house.bo) == ["", ""]


async def test_my_answers_can_be_changed(house: House, asking: Opened, mai: Person) -> None:
    page = await begins(asking, mai)
    await house.taps(mai, page, "noon", "Skip this question", "Skip this question", "Change my answers")
    assert "Which shift? noon" in page.text
    await house.taps(mai, page, "Which shift?", "evening")
    assert "You are in" in page.text
    await house.taps(mai, page, "Change my answers", "How many cakes")
    page = await house.says(mai, "12")
    assert "You are in" in page.text
    await house.taps(mai, page, "Change my answers", "How many cakes", "Skip this question")
    assert list((await answers(asking, mai)).values()) == ["evening", "", ""]
    assert (await asking.tally()).taken == 1


async def test_answers_that_must_differ(house: House) -> None:
    stands = await opened(house, "Boder 2. oktober kl. 10, 10 lande")
    await stands.asks("Which country?", "must be answered", "no same answers")
    mai, oki = stands.people(2)
    await begins(stands, mai)
    await house.says(mai, "Syrien")
    await begins(stands, oki)
    refused = await house.says(oki, " SYRIEN ")
    assert "taken already" in refused.text
    assert await stands.states(mai, oki) == ["confirmed", ""]
    page = await house.says(oki, "Ukraine")
    assert await stands.states(oki) == ["confirmed"]
    await house.taps(oki, page, "Change my answers", "Which country")
    assert "taken already" in (await house.says(oki, "syrien")).text
    await stands.leaves(mai)
    page = await house.says(oki, "Syrien")
    assert "You are in" in page.text
    async with house.store.transaction(stands.council) as tx:
        assert [claim.id.rpartition(":")[2] for claim in await tx.find(Claim)] == ["syrien"]


async def test_two_give_the_same_answer_at_the_same_time(house: House) -> None:
    stands = await opened(house, "Boder 2. oktober kl. 10, 10 lande")
    await stands.asks("Which country?", "no same answers")
    people = stands.people(5)
    for who in people:
        await begins(stands, who)
    for who in people:
        await who.says("Syrien")
    await house.idle()
    assert sorted(await stands.states(*people)) == ["", "", "", "", "confirmed"]


async def test_when_the_last_place_goes_while_somebody_answers(house: House) -> None:
    seat = await opened(house, "Vagt 25. september kl. 8, 1 person")
    await seat.asks("What can you sing?")
    mai, oki = seat.people(2)
    await begins(seat, mai)
    await begins(seat, oki)
    await house.says(oki, "All")
    page = await house.says(mai, "Nothing")
    assert "number 1 on the waiting list" in page.text
    assert await seat.states(mai, oki) == ["waiting", "confirmed"]


async def test_a_question_that_is_dropped_while_somebody_answers(
    house: House, asking: Opened, mai: Person
) -> None:
    page = await begins(asking, mai)
    await asking.runs("Change it", "Questions", "1: drop it")
    answer = await house.taps(mai, page, "noon")
    assert answer.is_alert
    page = await begins(asking, mai)
    await house.taps(mai, page, "Skip this question", "Skip this question")
    assert await asking.states(mai) == ["confirmed"]


async def test_when_it_closes_while_somebody_answers(house: House, asking: Opened, mai: Person) -> None:
    page = await begins(asking, mai)
    await house.taps(mai, page, "noon", "Skip this question")
    await asking.runs("Change it", "Pause, close, cancel", "Close: take nobody new")
    answer = await house.says(mai, "All")
    assert "Nobody new can sign up" in answer.text
    assert await asking.states(mai) == [""]


async def test_a_clash_is_asked_about_before_the_questions(house: House, asking: Opened, mai: Person) -> None:
    other = await opened(house, "Kaffe 25. september kl. 10-12, 2 personer")
    await other.joins(mai)
    page = await begins(asking, mai)
    assert "at the same time" in page.text
    await house.taps(mai, page, "Yes, both")
    assert "Question 1 of 3" in page.text
    await house.taps(mai, page, "noon", "Skip this question", "Skip this question")
    assert await asking.states(mai) == ["confirmed"]


async def test_in_danish(house: House, asking: Opened) -> None:
    t, ea = tongue("da"), house.tg.person("Ea", language="da")
    page = await asking.arrives(ea)
    await house.taps(ea, page, 0)
    assert t("Question {number} of {all}", number=1, all=3).striptags() in page.text
    assert "morning" in page.rows[0]
