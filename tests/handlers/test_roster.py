"""`/roster`: who signed up, and what those who run the opening do about it."""

import csv
import io

import pytest
from openpyxl import load_workbook

from council.openings import Question, SignUpState, Unit
from council.records import Role
from council.when import When
from playground import Person, Post
from playground.state import Answer
from services.people import People
from tests.handlers.kit import House
from tests.handlers.places import OPENING, Places

RUNNERS_ONLY = "The secretary, the chairs and the coordinators look after places"
OTHER = "ambassador234567"
S = SignUpState


@pytest.fixture
async def places(house: House) -> Places:
    places = Places(house)
    await places.open(activity_id=await places.activity(), questions=(Question("q1", "What do you bring?"),))
    return places


async def roster(places: Places, who: Person | None = None) -> Post:
    return await places.house.says(who or places.house.sanne, "/roster tables")


async def page_of(places: Places, name: str) -> Post:
    post = await roster(places)
    await places.house.taps(places.house.sanne, post, name)
    return post


async def tap(places: Places, post: Post, *which: str) -> Answer:
    return await places.house.taps(places.house.sanne, post, *which)


def labels(post: Post) -> list[str]:
    return [button.text for button in post.buttons]


async def told(who: Person, times: int = 1) -> list[str]:
    """What the bot said to somebody unasked."""
    return [(await who.chat.next_message()).text for _ in range(times)]


# Which one.


async def test_the_only_one_is_shown_at_once(places: Places) -> None:
    await places.joins(places.house.bo)
    post = await places.house.says(places.house.sanne, "/roster")
    assert post.text.splitlines()[:3] == [
        "Putting up tables",
        "📅 Saturday 25 September at 08:00–11:00",
        "1 of 6 people – 5 to go",
    ]
    assert "Have a place: 1\nBo Bak" in post.text


async def test_several_to_choose_from(places: Places) -> None:
    await places.open("Ambassadors", OTHER, when=When("XXXX"), capacity=None, target=15, unit=Unit.COUNTRY)
    post = await places.house.says(places.house.sanne, "/tilmeldte")
    assert "Ambassadors, no date yet: 0 of 15 countries – 15 to go" in post.text
    assert labels(post) == ["Putting up tables", "Ambassadors"]
    await tap(places, post, "Ambassadors")
    assert "Nobody is on the list yet." in post.text


async def test_by_words_behind_the_command(places: Places) -> None:
    await places.open("Ambassadors", OTHER)
    assert "Ambassadors" in (await places.house.says(places.house.sanne, "/roster AMBASS")).text
    unknown = await places.house.says(places.house.sanne, "/roster <b>flags")
    assert "No places here are called “<b>flags”." in unknown.text
    assert len(unknown.buttons) == 2


async def test_many_to_choose_from_come_in_pages(places: Places) -> None:
    for number in range(20):
        await places.open(f"Shift {number:02}", f"shift{number:011}")
    post = await places.house.says(places.house.sanne, "/roster")
    seen = labels(post)
    while "More ↓" in labels(post):
        await tap(places, post, "More ↓")
        seen += labels(post)
    assert len({label for label in seen if label.startswith(("Shift", "Putting"))}) == 21
    await tap(places, post, "↑ Previous page")


async def test_what_is_over_comes_last(places: Places) -> None:
    await places.open("Clearing up", OTHER, when=When("2027-12-01"))
    places.past()
    post = await places.house.says(places.house.sanne, "/roster")
    assert labels(post) == ["Clearing up", "Putting up tables"]


async def test_none_yet(house: House) -> None:
    assert "There are no places yet." in (await house.says(house.sanne, "/roster")).text


# For whom.


async def test_members_and_volunteers_see_no_names(places: Places) -> None:
    house = places.house
    await places.joins(house.olga)
    for who in (house.bo, house.olga):
        post = await house.says(who, "/roster")
        assert "Olga" not in post.text
    assert RUNNERS_ONLY in (await house.says(house.bo, "/roster")).text


async def test_never_in_the_group(places: Places) -> None:
    house = places.house
    post = await house.says(house.sanne, "/roster", house.group)
    assert "in our private chat" in post.text
    for data in (f"ro:{house.council.id}:{OPENING}:0", f"rc:{house.council.id}:0"):
        answer = await house.forges(house.sanne, post, data)
        assert "in our private chat" in (answer.text or "")
    assert post.history == []


async def test_buttons_give_no_rights(places: Places) -> None:
    house = places.house
    await places.joins(house.olga)
    key, council = f"{OPENING}-{house.olga.id}", house.council.id
    post = await house.says(house.bo, "/plan")
    before = await places.of(house.olga)
    for data in (
        f"ro:{council}:{OPENING}:0",
        f"rp:{council}:{key}",
        f"rd:{council}:{key}:came",
        f"rx:{council}:{key}:1",
        f"rz:{council}:{key}:1",
        f"rg:{council}:{key}:3",
        f"rf:{council}:{OPENING}:csv",
        f"rw:{council}:{OPENING}",
        f"rt:{council}:{OPENING}:1",
        f"re:{council}:{OPENING}",
        f"wa:{council}:{OPENING}",
    ):
        answer = await house.forges(house.bo, post, data)
        assert RUNNERS_ONLY in (answer.text or ""), data
    assert await places.of(house.olga) == before
    assert post.history == []


async def test_a_coordinator_sees_their_own(places: Places) -> None:
    house = places.house
    await places.open("Ambassadors", OTHER)
    people = People(places.desk)
    await people.set_coordinating(places.sanne, str(house.bo.id), "aktiv234", on=True)
    await places.joins(house.olga)
    assert "Olga Ohm" in (await house.says(house.bo, "/roster")).text
    post = await house.says(house.bo, "/roster Ambassadors")
    assert labels(post) == ["Putting up tables"]
    answer = await house.forges(house.bo, post, f"ro:{house.council.id}:{OTHER}:0")
    assert RUNNERS_ONLY in (answer.text or "")


async def test_what_is_not_there(places: Places) -> None:
    house = places.house
    post, council = await roster(places), house.council.id
    for data, no in (
        (f"ro:{council}:gone:0", "These places are not there any more"),
        (f"rp:{council}:{OPENING}-1", "That sign-up is not there any more"),
        (f"rd:{council}:{OPENING}-1:yes", "That sign-up is not there any more"),
        (f"rd:{council}:{OPENING}-1:dance", "out of date"),
        (f"rf:{council}:{OPENING}:exe", "out of date"),
    ):
        assert no in ((await house.forges(house.sanne, post, data)).text or ""), data


# Everyone on it.


async def test_groups_with_what_has_to_be_known(places: Places) -> None:
    house = places.house
    await places.joins(house.bo)
    await places.enters("Denmark", unit=Unit.COUNTRY, guests=3)
    await places.joins(house.rikke, guests=1)
    await places.joins(house.olga)
    await places.enters("Fatima", phone="12 34 56 78")
    assert (await roster(places)).text.splitlines()[4:] == [
        "Have a place: 3",
        "Bo Bak",
        "Denmark + 3 – a country · no Telegram",
        "Olga Ohm",
        "",
        "On the waiting list: 2",
        "1. Rikke Ravn + 1",
        "2. Fatima – no Telegram",
        "",
        "Tap a name to see more.",
    ]


async def test_a_person_with_answers(places: Places) -> None:
    house = places.house
    await places.joins(house.bo, answers=(("q1", "<i>cake</i>"),))
    post = await page_of(places, "Bo Bak")
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
    assert "12 34 56 78" not in (await roster(places)).text
    post = await page_of(places, "Fatima")
    assert "Phone: 12 34 56 78 (only those who run this see it)" in post.text
    assert "Agreed: at the market" in post.text
    assert "Has no Telegram, so please call with news." in post.text


async def test_guests(places: Places) -> None:
    house = places.house
    await places.joins(house.bo, guests=4)
    post = await page_of(places, "Bo Bak")
    await tap(places, post, "One guest more")
    assert post.text.startswith("Bo Bak + 5")
    answer = await tap(places, post, "One guest more")
    assert answer.text == "There is room for 5 guests at most."
    await tap(places, post, "One guest fewer")
    assert (await places.signups())["Bo Bak"].guests == 4


async def test_taking_somebody_off_asks_first_and_tells_them(places: Places) -> None:
    house = places.house
    await places.joins(house.bo, guests=5)
    await places.joins(house.olga)
    house.bo.chat.read_all()
    post = await page_of(places, "Bo Bak")
    await tap(places, post, "Take off the list")
    assert "Take Bo Bak off the list?\nI tell them, kindly." in post.text
    await tap(places, post, "No, keep Bo Bak")
    assert "Has a place" in post.text
    await tap(places, post, "Take off the list", "Yes, take off the list")
    assert "Was taken off." in post.text
    assert "You are no longer on the list" in (await told(house.bo))[0]
    assert (await places.signups())["Olga Ohm"].state is S.OFFERED


async def test_yes_and_no_to_those_who_ask(places: Places, house: House) -> None:
    await places.open("Choir", OTHER, confirm_each=True)
    await places.joins(house.bo, OTHER)
    await places.joins(house.olga, OTHER)
    house.bo.chat.read_all()
    post = await house.says(house.sanne, "/roster choir")
    assert "Asked for a place: 2\nBo Bak\nOlga Ohm" in post.text
    await tap(places, post, "Bo Bak", "Yes, confirm")
    assert "✅ Has a place." in post.text
    await tap(places, post, "◂ Everybody", "Olga Ohm", "No, not this time")
    states = {name: signup.state for name, signup in (await places.signups(OTHER)).items()}
    assert states == {"Bo Bak": S.CONFIRMED, "Olga Ohm": S.REMOVED}
    assert "The coordinator has said yes" in (await told(house.bo))[0]


async def test_a_second_tap_says_nothing_twice(places: Places, house: House) -> None:
    await places.open("Choir", OTHER, confirm_each=True)
    await places.joins(house.bo, OTHER)
    house.bo.chat.read_all()
    post = await house.says(house.sanne, "/roster choir")
    await tap(places, post, "Bo Bak")
    yes = f"rd:{house.council.id}:{OTHER}-{house.bo.id}:yes"
    for _ in range(3):
        await house.forges(house.sanne, post, yes)
    await told(house.bo)
    assert house.bo.chat.read_all() == []


async def test_moving(places: Places, house: House) -> None:
    await places.open("Ambassadors", OTHER, activity_id="aktiv234", capacity=1)
    await places.joins(house.bo, answers=(("q1", "cake"),))
    await places.joins(house.olga)
    house.bo.chat.read_all()
    post = await page_of(places, "Bo Bak")
    await tap(places, post, "Move to something else")
    assert "Where do you want to move Bo Bak?" in post.text
    assert "The answers to the questions here do not come along." in post.text
    await tap(places, post, "Ambassadors")
    assert post.text.startswith("Bo Bak\nAmbassadors")
    assert "Has a place" in post.text
    assert "The coordinator has moved you here" in (await told(house.bo))[0]
    assert list(await places.signups()) == ["Olga Ohm"]
    post = await page_of(places, "Olga Ohm")
    answer = await tap(places, post, "Move to something else", "Ambassadors")
    assert "There is no free place left for that." in (answer.text or "")
    assert list(await places.signups()) == ["Olga Ohm"]


async def test_moving_to_where_they_are_changes_nothing(places: Places, house: House) -> None:
    await places.joins(house.bo)
    post = await page_of(places, "Bo Bak")
    key = f"{OPENING}-{house.bo.id}"
    answer = await house.forges(house.sanne, post, f"rm:{house.council.id}:{key}:{OPENING}")
    assert "out of date" in (answer.text or "")
    assert list(await places.signups()) == ["Bo Bak"]


async def test_calling_those_without_telegram(places: Places, house: House) -> None:
    await places.joins(house.bo, guests=5)
    await places.enters("Fatima", phone="12 34 56 78")
    await places.enters("Hodan")
    await places.withdraws(house.bo)
    post = await page_of(places, "Fatima")
    assert "Was offered a place until" in post.text
    await tap(places, post, "They take the place")
    assert "Has a place" in post.text
    post = await page_of(places, "Hodan")
    await tap(places, post, "They don't")
    states = {name: signup.state for name, signup in (await places.signups()).items()}
    assert (states["Fatima"], states["Hodan"]) == (S.CONFIRMED, S.WITHDRAWN)


async def test_erasing_those_who_were_entered(places: Places, house: House) -> None:
    await places.enters("Fatima", phone="12 34 56 78")
    await places.joins(house.bo)
    post = await page_of(places, "Fatima")
    await tap(places, post, "Erase all of it", "No, keep Fatima", "Erase all of it", "Yes, erase")
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
    await tap(places, post, "Bo Bak")
    assert "the secretary has to see a certificate first" in post.text
    assert "Yes, confirm" not in labels(post)
    yes = f"rd:{house.council.id}:{OTHER}-{house.bo.id}:yes"
    answer = await house.forges(house.sanne, post, yes)
    assert "Please talk to the secretary" in (answer.text or "")
    await tap(places, post, "I have seen the certificate")
    assert "Certificate seen: today, Monday 1 March" in post.text
    await tap(places, post, "Yes, confirm")
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
    post = await roster(places)
    assert "All came" not in labels(post)
    await tap(places, post, "Bo Bak")
    assert "Came" not in labels(post)
    places.past()
    post = await page_of(places, "Bo Bak")
    assert labels(post)[:2] == ["Came", "Did not come"]
    await tap(places, post, "Did not come")
    assert "Did not come." in post.text
    assert labels(post)[:2] == ["Came", "Take that back"]
    await tap(places, post, "Take that back")
    await tap(places, post, "Came")
    assert "✅ Came." in post.text
    assert "Take off the list" not in labels(post)


async def test_all_came_and_are_thanked_once(places: Places, house: House) -> None:
    await places.joins(house.bo)
    await places.joins(house.olga)
    await places.enters("Fatima")
    places.past()
    house.bo.chat.read_all()
    post = await page_of(places, "Olga Ohm")
    await tap(places, post, "Did not come", "◂ Everybody", "All came")
    states = {name: signup.state for name, signup in (await places.signups()).items()}
    assert states == {"Bo Bak": S.ATTENDED, "Olga Ohm": S.MISSED, "Fatima": S.ATTENDED}
    assert "All came" not in labels(post)
    await tap(places, post, "Thank those who came")
    assert "1 person who came gets a thank-you." in post.text
    await tap(places, post, "Not now", "Thank those who came")
    answer = await tap(places, post, "Yes, thank them")
    assert answer.text == "1 thank-you is on its way."
    assert "Thank those who came" not in labels(post)
    assert "Thank you for helping with Putting up tables" in (await told(house.bo))[0]
    again = await house.forges(house.sanne, post, f"rt:{house.council.id}:{OPENING}:1")
    assert again.text == "0 thank-yous are on their way."
    assert "Has been thanked." in (await page_of(places, "Bo Bak")).text


# As a file.


async def test_as_a_workbook(places: Places, house: House) -> None:
    await places.joins(house.bo, answers=(("q1", "=1+1"),), guests=1)
    await places.enters("=cmd|' /C calc'!A0", phone="+45 12 34 56 78", agreed="on the phone")
    await tap(places, await roster(places), "Excel")
    sent = await house.last(house.sanne.chat)
    assert sent.file_name == "Putting-up-tables.xlsx"
    assert "2 names." in sent.text
    sheet = load_workbook(io.BytesIO(sent.document or b"")).active
    assert sheet is not None
    rows = [list(row) for row in sheet.iter_rows(values_only=True)]
    assert rows[0] == [
        *("Number", "Name", "What they are", "State", "Guests", "What do you bring?"),
        *("How they agreed", "Phone", "On the list since"),
    ]
    assert rows[1][:6] == [1, "Bo Bak", "a person", "Has a place", 1, "=1+1"]
    assert rows[2][1] == "=cmd|' /C calc'!A0"
    assert rows[2][6:] == ["on the phone", "+45 12 34 56 78", "2027-03-01 12:00"]
    assert {cell.data_type for row in sheet.iter_rows() for cell in row} <= {"s", "n"}


async def test_as_csv(places: Places, house: House) -> None:
    await places.joins(house.bo)
    await places.enters("@SUM(A1)")
    await tap(places, await roster(places), "CSV")
    sent = await house.last(house.sanne.chat)
    assert sent.file_name == "Putting-up-tables.csv"
    lines = list(csv.reader(io.StringIO((sent.document or b"").decode("utf-8-sig")), delimiter=";"))
    assert [line[1] for line in lines] == ["Name", "Bo Bak", "'@SUM(A1)"]
    assert lines[1][6] == "signed up in the chat"


# Very many, with every kind of name.

NASTY = (
    "👩‍👩‍👧‍👦" * 64,
    "🎉" * 64,
    "عبد الرحمن بن محمد " * 5,
    "<script>alert(1)</script>",
    "\u202eevil\u2066",
    "&amp;</b>",
    "Z̸̢̛" * 30,
    "x" * 100,
)


async def test_three_hundred_of_every_kind_of_name(places: Places, house: House) -> None:
    await places.open("Everyone", OTHER, capacity=150)
    for number in range(300):
        await places.enters(f"{NASTY[number % len(NASTY)][:90]} {number}", OTHER)
    post = await house.says(house.sanne, "/roster everyone")
    pages = 1
    while "More ↓" in labels(post):
        await tap(places, post, "More ↓")
        pages += 1
    assert pages == 20
    assert "Page 20 of 20" in post.text
    await tap(places, post, labels(post)[0])
    assert "Waits as number" in post.text
    await tap(places, post, "◂ Everybody")
    assert "Page 20 of 20" in post.text
