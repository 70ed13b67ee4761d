"""`/staffing`: need against have, for those who run openings, in words and as a picture."""

import io

import pytest
from PIL import Image

from council.openings import OpeningState, Unit
from council.when import When
from services.people import People
from tests.handlers.kit import House
from tests.handlers.places import OPENING, Places, labels

AMBASSADORS, CHOIR = "ambassador234567", "choir23456723456"


@pytest.fixture
async def places(house: House) -> Places:
    places = Places(house)
    await places.open(activity_id=await places.activity(), minimum=2)
    await places.open(
        "Ambassadors", AMBASSADORS, when=When("XXXX"), capacity=None, target=15, unit=Unit.COUNTRY, minimum=8
    )
    await places.joins(house.bo, guests=1)
    return places


@pytest.mark.usefixtures("places")
async def test_need_against_have(house: House) -> None:
    post = await house.says(house.sanne, "/staffing")
    assert post.text.splitlines() == [
        "Who is needed",
        "19 are still to be found, in 2 openings.",
        "Most urgent: Ambassadors.",
        "",
        "Kulturdag: Putting up tables: 2 of 6 people – 4 to go",
        "Saturday 25 September at 08:00–11:00 · 29 weeks left",
        "",
        "Ambassadors: 0 of 15 countries – 15 to go",
        "no date yet",
        "Below the minimum of 8.",
    ]
    assert labels(post) == ["Kulturdag: Putting up tables", "Ambassadors", "As a picture", "◂ All openings"]
    assert OPENING in (post.button("Putting up tables").callback_data or "")


async def test_those_who_ask_and_wait(places: Places, house: House) -> None:
    await places.open("Choir", CHOIR, confirm_each=True, when=When("2027-03-09"))
    await places.joins(house.olga, guests=4)
    await places.enters("Fatima", guests=3)
    for who in (house.olga, house.rikke):
        await places.joins(who, CHOIR)
    await places.change(CHOIR, state=OpeningState.PAUSED)
    post = await house.says(house.sanne, "/bemanding")
    assert "2 ask for a place." in post.text
    assert "1 waits." in post.text
    assert "Paused: nobody can sign up right now." in post.text
    assert "Tuesday 9 March · 8 days left" in post.text


async def test_today_and_tomorrow_need_no_counting(places: Places, house: House) -> None:
    await places.open("Choir", CHOIR, when=When("2027-03-02"))
    assert "tomorrow, Tuesday 2 March\n" in (await house.says(house.sanne, "/staffing")).text


async def test_everybody_is_found(house: House) -> None:
    places = Places(house)
    await places.open(capacity=1)
    await places.joins(house.bo)
    post = await house.says(house.sanne, "/staffing")
    assert "✅ Everybody is found." in post.text
    assert "Most urgent" not in post.text


async def test_nothing_is_open(house: House) -> None:
    post = await house.says(house.sanne, "/staffing")
    assert "No places are open right now." in post.text


async def test_what_is_over_or_cancelled_is_left_out(places: Places, house: House) -> None:
    await places.open("Choir", CHOIR, state=OpeningState.CANCELLED)
    assert "Choir" not in (await house.says(house.sanne, "/staffing")).text
    places.past()
    assert "Putting up" not in (await house.says(house.sanne, "/staffing")).text


@pytest.mark.usefixtures("places")
async def test_in_the_group_counts_and_no_names(house: House) -> None:
    post = await house.says(house.sanne, "/staffing", house.group)
    assert "2 of 6 people" in post.text
    assert "Bo" not in post.text
    assert labels(post) == ["As a picture", "More in private"]
    private = await house.sanne.follows(post.button("More in private").url)
    await house.idle()
    assert private is not None
    assert "Kulturdag: Putting up tables" in labels(house.sanne.chat.last_message)


@pytest.mark.parametrize("where", ["private", "group"])
@pytest.mark.usefixtures("places")
async def test_as_a_picture(house: House, where: str) -> None:
    room = house.group if where == "group" else house.sanne.chat
    post = await house.says(house.sanne, "/staffing", room)
    await house.taps(house.sanne, post, "As a picture")
    sent = await house.last(room)
    assert "19 are still to be found" in sent.text
    assert sent.photo is not None
    with Image.open(io.BytesIO(sent.photo)) as picture:
        assert (picture.format, picture.width) == ("PNG", 1080)


async def test_a_picture_of_nothing(places: Places, house: House) -> None:
    post = await house.says(house.sanne, "/staffing")
    for key in (OPENING, AMBASSADORS):
        await places.drop(key)
    await house.taps(house.sanne, post, "As a picture")
    assert (await house.last(house.sanne.chat)).photo is not None


@pytest.mark.usefixtures("places")
async def test_others_cannot_see_it(house: House) -> None:
    for room in (house.bo.chat, house.group):
        no = await house.says(house.bo, "/staffing", room)
        assert "The secretary, the chairs and the coordinators look after places" in no.text
    post = await house.says(house.sanne, "/staffing", house.group)
    answer = await house.taps(house.bo, post, "As a picture")
    assert "look after places" in (answer.text or "")
    assert (await house.last(house.group)).photo is None


async def test_a_coordinator_sees_their_own(places: Places, house: House) -> None:
    await People(places.desk).set_coordinating(places.sanne, str(house.bo.id), "aktiv234", on=True)
    post = await house.says(house.bo, "/staffing")
    assert "Putting up tables" in post.text
    assert "Ambassadors" not in post.text
    shown = f"sf:{house.council.id}"
    assert "Putting up tables" in (await house.says(house.bo, "/staffing")).text
    answer = await house.forges(house.bo, post, shown)
    assert not answer.text


async def test_sixty_openings(places: Places, house: House) -> None:
    for number in range(60):
        await places.open(
            f"{'🎉' * 64} {number}", f"shift{number:011}", when=When(f"2027-0{number % 6 + 4}-12")
        )
    post = await house.says(house.sanne, "/staffing")
    assert "… and 47 more" in post.text
    await house.taps(house.sanne, post, "As a picture")
    assert (await house.last(house.sanne.chat)).photo is not None
