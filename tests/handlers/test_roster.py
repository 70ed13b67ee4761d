"""`/roster`: everyone who signed up, for those who run the opening and nobody else; and as a file."""

import csv
import io

import pytest
from openpyxl import load_workbook

from council.openings import Question, Unit
from council.when import When
from services.people import People
from tests.handlers.kit import House
from tests.handlers.places import OPENING, Places, labels

RUNNERS_ONLY = "The secretary, the chairs and the coordinators look after places"
OTHER = "ambassador234567"


@pytest.fixture
async def places(house: House) -> Places:
    places = Places(house)
    await places.open(activity_id=await places.activity(), questions=(Question("q1", "What do you bring?"),))
    return places


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
    assert labels(post) == ["Kulturdag: Putting up tables", "Ambassadors"]
    await places.tap(post, "Ambassadors")
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
        await places.tap(post, "More ↓")
        seen += labels(post)
    assert len({label for label in seen if label.startswith(("Shift", "Kulturdag: Putting"))}) == 21
    await places.tap(post, "↑ Previous page")


async def test_what_is_over_comes_last(places: Places) -> None:
    await places.open("Clearing up", OTHER, when=When("2027-12-01"))
    places.past()
    post = await places.house.says(places.house.sanne, "/roster")
    assert labels(post) == ["Clearing up", "Kulturdag: Putting up tables"]


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
    assert labels(post) == ["Kulturdag: Putting up tables"]
    answer = await house.forges(house.bo, post, f"ro:{house.council.id}:{OTHER}:0")
    assert RUNNERS_ONLY in (answer.text or "")


async def test_what_is_not_there(places: Places) -> None:
    house = places.house
    post, council = await places.roster(), house.council.id
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
    assert (await places.roster()).text.splitlines()[4:] == [
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


# As a file.


async def test_as_a_workbook(places: Places, house: House) -> None:
    await places.joins(house.bo, answers=(("q1", "=1+1"),), guests=1)
    await places.enters("=cmd|' /C calc'!A0", phone="+45 12 34 56 78", agreed="on the phone")
    await places.tap(await places.roster(), "Excel")
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
    await places.tap(await places.roster(), "CSV")
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
        await places.tap(post, "More ↓")
        pages += 1
    assert pages == 20
    assert "Page 20 of 20" in post.text
    await places.tap(post, labels(post)[0])
    assert "Waits as number" in post.text
    await places.tap(post, "◂ Everybody")
    assert "Page 20 of 20" in post.text
