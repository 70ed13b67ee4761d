"""Entering somebody who has no Telegram: a person, a country, an association."""

import pytest

from council.openings import Question, SignUp, SignUpState, Unit
from council.records import Draft
from playground import Post
from tests.handlers.kit import House
from tests.handlers.places import Places

S = SignUpState


@pytest.fixture
async def places(house: House) -> Places:
    places = Places(house)
    await places.open(capacity=2, questions=(Question("q1", "What do you bring?", required=True),))
    return places


async def begun(places: Places) -> Post:
    house = places.house
    post = await house.says(house.sanne, "/roster")
    await house.taps(house.sanne, post, "Enter somebody")
    return post


async def filled(places: Places, name: str = "Fatima Nur") -> Post:
    """The form with everything left out that can be."""
    house = places.house
    await house.taps(house.sanne, await begun(places), "A person")
    post = await house.says(house.sanne, name)
    await house.taps(house.sanne, post, "Leave that open", "No phone number")
    return post


async def entered(places: Places) -> list[SignUp]:
    return list((await places.signups()).values())


async def test_step_by_step(places: Places, house: House) -> None:
    post = await begun(places)
    assert "Whom do you want to add?" in post.text
    assert post.rows == [["A person", "A country"], ["An association"], ["No, leave it"]]
    await house.taps(house.sanne, post, "An association")
    assert "What is the association called?" in post.text
    post = await house.says(house.sanne, "  Red   Barnet ")
    assert "How did Red Barnet agree?" in post.text
    post = await house.says(house.sanne, "mail of 3 May")
    assert "Only those who run this see it." in post.text
    post = await house.says(house.sanne, "12 34 56 78")
    assert post.text.splitlines() == [
        "Red Barnet",
        "An association, on Putting up tables",
        "Agreed: mail of 3 May",
        "Phone: 12 34 56 78 (only those who run this see it)",
        "",
        "Is that right? Nothing is saved yet.",
    ]
    assert await entered(places) == []
    await house.taps(house.sanne, post, "Yes, add them")
    assert "✅ Has a place." in post.text
    [signup] = await entered(places)
    assert (signup.name, signup.unit, signup.agreed) == ("Red Barnet", Unit.ASSOCIATION, "mail of 3 May")
    assert (signup.phone, signup.person_id, signup.entered_by) == ("12 34 56 78", "", str(house.sanne.id))


async def test_by_buttons_alone_but_for_the_name(places: Places, house: House) -> None:
    post = await begun(places)
    await house.taps(house.sanne, post, "A country")
    assert "Which country?" in post.text
    post = await house.says(house.sanne, "Somalia")
    await house.taps(house.sanne, post, "At the meeting", "No phone number", "Yes, add them")
    [signup] = await entered(places)
    assert (signup.unit, signup.agreed, signup.phone) == (Unit.COUNTRY, "at the meeting", "")


async def test_a_stand_where_stands_are_wanted(house: House) -> None:
    places = Places(house)
    await places.open(unit=Unit.STAND)
    post = await begun(places)
    await house.taps(house.sanne, post, "A stand")
    assert "What is the stand called?" in post.text


async def test_when_it_is_full_they_wait(places: Places, house: House) -> None:
    await places.joins(house.bo, guests=1, answers=(("q1", "cake"),))
    post = await filled(places)
    assert "All places are taken, so they come onto the waiting list." in post.text
    await house.taps(house.sanne, post, "Yes, add them")
    assert "⏳ Waits as number 1." in post.text


async def test_with_children_a_certificate_comes_first(house: House) -> None:
    places = Places(house)
    await places.open(with_children=True)
    post = await filled(places)
    assert "the secretary has to see a certificate first" in post.text
    await house.taps(house.sanne, post, "Yes, add them")
    assert "Asked for a place." in post.text
    [signup] = await entered(places)
    assert signup.state is S.REQUESTED


async def test_names_and_numbers_can_be_mended(places: Places, house: House) -> None:
    post = await filled(places, "Fatma")
    await house.taps(house.sanne, post, "Another name")
    post = await house.says(house.sanne, "Fatima")
    assert post.text.startswith("Fatima\n")
    await house.taps(house.sanne, post, "Another phone number")
    post = await house.says(house.sanne, "11 22 33 44")
    assert "Phone: 11 22 33 44" in post.text
    post = await house.says(house.sanne, "what now?")
    assert "Is that right? Nothing is saved yet." in post.text
    await house.taps(house.sanne, post, "Yes, add them")
    [signup] = await entered(places)
    assert (signup.name, signup.phone) == ("Fatima", "11 22 33 44")


@pytest.mark.parametrize(("step", "limit"), [("name", 100), ("agreed", 200), ("phone", 30)])
async def test_what_is_too_long_is_asked_again(places: Places, house: House, step: str, limit: int) -> None:
    post = await begun(places)
    await house.taps(house.sanne, post, "A person")
    if step != "name":
        post = await house.says(house.sanne, "Fatima")
    if step == "phone":
        await house.taps(house.sanne, post, "Leave that open")
    no = await house.says(house.sanne, "9" * (limit + 1))
    assert f"longer than {limit} characters" in no.text
    await house.says(house.sanne, "9" * limit)
    async with house.store.transaction("commons") as tx:
        [draft] = await tx.find(Draft)
    assert draft.answer(step) == "9" * limit


async def test_leaving_it(places: Places, house: House) -> None:
    post = await filled(places)
    await house.taps(house.sanne, post, "No, leave it")
    assert await entered(places) == []
    assert "Yes, add them" not in str(post.rows)


async def test_a_second_tap_enters_nobody(places: Places, house: House) -> None:
    post = await filled(places)
    data = post.button("Yes, add them").callback_data or ""
    await house.taps(house.sanne, post, "Yes, add them")
    answer = await house.forges(house.sanne, post, data)
    assert "out of date" in (answer.text or "")
    assert len(await entered(places)) == 1


async def test_buttons_of_an_earlier_question_change_nothing(places: Places, house: House) -> None:
    post = await begun(places)
    country = post.button("A country").callback_data or ""
    await house.taps(house.sanne, post, "A person")
    later = await house.says(house.sanne, "Fatima")
    await house.forges(house.sanne, later, country)
    assert "How did Fatima agree?" in later.text
    token = country.split(":")[1]
    for data in (f"ru:{token}:king", f"ra:{token}:smoke", f"rk:{token}:name", f"rs:{token}", f"ws:{token}"):
        assert "out of date" in ((await house.forges(house.sanne, later, data)).text or ""), data
    await house.forges(house.sanne, later, f"rq:{token}:name")
    assert "How did Fatima agree?" in later.text


@pytest.mark.usefixtures("places")
async def test_an_opening_that_is_gone(house: House) -> None:
    post = await house.says(house.sanne, "/roster")
    answer = await house.forges(house.sanne, post, f"re:{house.council.id}:gone")
    assert "not there any more" in (answer.text or "")


async def test_an_opening_that_went_meanwhile(places: Places, house: House) -> None:
    post = await filled(places)
    await places.drop()
    answer = await house.taps(house.sanne, post, "Yes, add them")
    assert "not there any more" in (answer.text or "")


async def test_the_form_outlives_a_restart(lasting: House) -> None:
    places = Places(lasting)
    await places.open()
    post = await begun(places)
    await lasting.taps(lasting.sanne, post, "A person")
    await lasting.stop()
    await lasting.start()
    assert "How did Fatima agree?" in (await lasting.says(lasting.sanne, "Fatima")).text
