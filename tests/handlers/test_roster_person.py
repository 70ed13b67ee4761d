"""One of those on a roster: what is seen of them, and every button."""

import pytest

from council.openings import Question, SignUpState
from council.records import Role
from services.people import People
from tests.handlers.kit import House
from tests.handlers.places import OPENING, Places, labels

OTHER = "ambassador234567"
S = SignUpState


@pytest.fixture
async def places(house: House) -> Places:
    places = Places(house)
    await places.open(activity_id=await places.activity(), questions=(Question("q1", "What do you bring?"),))
    return places


async def test_a_person_with_answers(places: Places) -> None:
    house = places.house
    await places.joins(house.bo, answers=(("q1", "<i>cake</i>"),))
    post = await places.page_of("Bo Bak")
    assert post.text.splitlines() == [
        "Bo Bak",
        "Putting up tables · Saturday 25 September at 08:00–11:00",
        "",
        "✅ Has a place.",
        "Signed up Mon 1 Mar at 12:00.",
        "",
        "What do you bring? <i>cake</i>",
    ]
    assert labels(post) == ["One guest more", "Take off the list", "◂ Everybody"]


async def test_a_phone_number_is_on_their_own_page_only(places: Places) -> None:
    await places.enters("Fatima", phone="12 34 56 78", agreed="at the market")
    assert "12 34 56 78" not in (await places.roster()).text
    post = await places.page_of("Fatima")
    assert "Phone: 12 34 56 78 (only those who run this see it)" in post.text
    assert "Agreed: at the market" in post.text
    assert "Has no Telegram, so please call with news." in post.text


async def test_guests(places: Places) -> None:
    house = places.house
    await places.joins(house.bo, guests=4)
    post = await places.page_of("Bo Bak")
    await places.tap(post, "One guest more")
    assert post.text.startswith("Bo Bak + 5")
    answer = await places.tap(post, "One guest more")
    assert answer.text == "There is room for 5 guests at most."
    await places.tap(post, "One guest fewer")
    assert (await places.signups())["Bo Bak"].guests == 4


async def test_taking_somebody_off_asks_first_and_tells_them(places: Places) -> None:
    house = places.house
    await places.joins(house.bo, guests=5)
    await places.joins(house.olga)
    house.bo.chat.read_all()
    post = await places.page_of("Bo Bak")
    await places.tap(post, "Take off the list")
    assert "Take Bo Bak off the list?\nI tell them, kindly." in post.text
    await places.tap(post, "No, keep Bo Bak")
    assert "Has a place" in post.text
    await places.tap(post, "Take off the list", "Yes, take off the list")
    assert "Was taken off." in post.text
    assert "You are no longer on the list" in (await house.bo.chat.next_message()).text
    assert (await places.signups())["Olga Ohm"].state is S.OFFERED


async def test_yes_and_no_to_those_who_ask(places: Places, house: House) -> None:
    await places.open("Choir", OTHER, confirm_each=True)
    await places.joins(house.bo, OTHER)
    await places.joins(house.olga, OTHER)
    house.bo.chat.read_all()
    post = await house.says(house.sanne, "/roster choir")
    assert "Asked for a place: 2\nBo Bak\nOlga Ohm" in post.text
    await places.tap(post, "Bo Bak", "Yes, confirm")
    assert "✅ Has a place." in post.text
    await places.tap(post, "◂ Everybody", "Olga Ohm", "No, not this time")
    states = {name: signup.state for name, signup in (await places.signups(OTHER)).items()}
    assert states == {"Bo Bak": S.CONFIRMED, "Olga Ohm": S.REMOVED}
    assert "The coordinator has said yes" in (await house.bo.chat.next_message()).text


async def test_a_second_tap_says_nothing_twice(places: Places, house: House) -> None:
    await places.open("Choir", OTHER, confirm_each=True)
    await places.joins(house.bo, OTHER)
    house.bo.chat.read_all()
    post = await house.says(house.sanne, "/roster choir")
    await places.tap(post, "Bo Bak")
    yes = f"rd:{house.council.id}:{OTHER}-{house.bo.id}:yes"
    for _ in range(3):
        await house.forges(house.sanne, post, yes)
    await house.bo.chat.next_message()
    assert house.bo.chat.read_all() == []


async def test_moving(places: Places, house: House) -> None:
    await places.open("Ambassadors", OTHER, activity_id="aktiv234", capacity=1)
    await places.joins(house.bo, answers=(("q1", "cake"),))
    await places.joins(house.olga)
    house.bo.chat.read_all()
    post = await places.page_of("Bo Bak")
    await places.tap(post, "Move to something else")
    assert "Where do you want to move Bo Bak?" in post.text
    assert "The answers to the questions here do not come along." in post.text
    await places.tap(post, "Ambassadors")
    assert post.text.startswith("Bo Bak\nAmbassadors")
    assert "Has a place" in post.text
    assert "The coordinator has moved you here" in (await house.bo.chat.next_message()).text
    assert list(await places.signups()) == ["Olga Ohm"]
    post = await places.page_of("Olga Ohm")
    answer = await places.tap(post, "Move to something else", "Ambassadors")
    assert "There is no free place left for that." in (answer.text or "")
    assert list(await places.signups()) == ["Olga Ohm"]


async def test_moving_to_where_they_are_changes_nothing(places: Places, house: House) -> None:
    await places.joins(house.bo)
    post = await places.page_of("Bo Bak")
    key = f"{OPENING}-{house.bo.id}"
    answer = await house.forges(house.sanne, post, f"rm:{house.council.id}:{key}:{OPENING}")
    assert "out of date" in (answer.text or "")
    assert list(await places.signups()) == ["Bo Bak"]


async def test_calling_those_without_telegram(places: Places, house: House) -> None:
    await places.joins(house.bo, guests=5)
    await places.enters("Fatima", phone="12 34 56 78")
    await places.enters("Hodan")
    await places.withdraws(house.bo)
    post = await places.page_of("Fatima")
    assert "Was offered a place until" in post.text
    await places.tap(post, "They take the place")
    assert "Has a place" in post.text
    post = await places.page_of("Hodan")
    await places.tap(post, "They don't")
    states = {name: signup.state for name, signup in (await places.signups()).items()}
    assert (states["Fatima"], states["Hodan"]) == (S.CONFIRMED, S.WITHDRAWN)


async def test_erasing_those_who_were_entered(places: Places, house: House) -> None:
    await places.enters("Fatima", phone="12 34 56 78")
    await places.joins(house.bo)
    post = await places.page_of("Fatima")
    await places.tap(post, "Erase all of it", "No, keep Fatima", "Erase all of it", "Yes, erase")
    assert "Fatima" not in post.text
    assert list(await places.signups()) == ["Bo Bak"]
    erase = f"rz:{house.council.id}:{OPENING}-{house.bo.id}:1"
    assert "out of date" in ((await house.forges(house.sanne, post, erase)).text or "")
    assert list(await places.signups()) == ["Bo Bak"]


# Work with children.


async def test_nobody_is_confirmed_before_a_certificate_was_seen(places: Places, house: House) -> None:
    await places.open("Games", OTHER, with_children=True)
    await places.joins(house.bo, OTHER)
    await places.joins(house.olga, OTHER)
    post = await house.says(house.sanne, "/roster games")
    assert "Bo Bak – certificate not seen" in post.text
    await places.tap(post, "Bo Bak")
    assert "the secretary has to see a certificate first" in post.text
    assert "Yes, confirm" not in labels(post)
    yes = f"rd:{house.council.id}:{OTHER}-{house.bo.id}:yes"
    answer = await house.forges(house.sanne, post, yes)
    assert "Please talk to the secretary" in (answer.text or "")
    await places.tap(post, "I have seen the certificate")
    assert "Certificate seen: today, Monday 1 March" in post.text
    await places.tap(post, "Yes, confirm")
    assert "Has a place" in post.text


async def test_only_the_secretary_notes_certificates(places: Places, house: House) -> None:
    await places.open("Games", OTHER, with_children=True)
    await places.joins(house.olga, OTHER)
    await People(places.desk).set_role(places.sanne, str(house.bo.id), Role.CHAIR)
    post = await house.says(house.bo, "/roster games")
    await house.taps(house.bo, post, "Olga Ohm")
    assert "I have seen the certificate" not in labels(post)
    seen = f"rd:{house.council.id}:{OTHER}-{house.olga.id}:seen"
    answer = await house.forges(house.bo, post, seen)
    assert "Only the secretary notes that a certificate was seen" in (answer.text or "")


# Afterwards.


async def test_who_came_is_asked_when_it_has_begun(places: Places, house: House) -> None:
    await places.joins(house.bo)
    post = await places.roster()
    assert "All came" not in labels(post)
    await places.tap(post, "Bo Bak")
    assert "Came" not in labels(post)
    places.past()
    post = await places.page_of("Bo Bak")
    assert labels(post)[:2] == ["Came", "Did not come"]
    await places.tap(post, "Did not come")
    assert "Did not come." in post.text
    assert labels(post)[:2] == ["Came", "Take that back"]
    await places.tap(post, "Take that back")
    await places.tap(post, "Came")
    assert "✅ Came." in post.text
    assert "Take off the list" not in labels(post)


async def test_all_came_and_are_thanked_once(places: Places, house: House) -> None:
    await places.joins(house.bo)
    await places.joins(house.olga)
    await places.enters("Fatima")
    places.past()
    house.bo.chat.read_all()
    post = await places.page_of("Olga Ohm")
    await places.tap(post, "Did not come", "◂ Everybody", "All came")
    states = {name: signup.state for name, signup in (await places.signups()).items()}
    assert states == {"Bo Bak": S.ATTENDED, "Olga Ohm": S.MISSED, "Fatima": S.ATTENDED}
    assert "All came" not in labels(post)
    await places.tap(post, "Thank those who came")
    assert "1 person who came gets a thank-you." in post.text
    await places.tap(post, "Not now", "Thank those who came")
    answer = await places.tap(post, "Yes, thank them")
    assert answer.text == "1 thank-you is on its way."
    assert "Thank those who came" not in labels(post)
    thanks = await house.bo.chat.next_message()
    assert thanks.text.startswith("Thank you for helping with Kulturdag: Putting up tables\n")
    again = await house.forges(house.sanne, post, f"rt:{house.council.id}:{OPENING}:1")
    assert again.text == "0 thank-yous are on their way."
    assert "Has been thanked." in (await places.page_of("Bo Bak")).text
