"""Changing an entry in private: every field by a button and, where needed, a typed answer."""

import pytest

from council.records import Activity, Kind, PlanEntry, Status
from playground import Post
from tests.handlers.kit import House

FEST = "Kulturdag: Fest 3. juni kl. 17-19 på VUC"


@pytest.fixture
async def page(house: House) -> Post:
    """The page of one entry in the secretary's chat."""
    return await house.add(FEST)


async def only(house: House) -> PlanEntry:
    [entry] = await house.entries(house.council)
    return entry


async def typed(house: House, page: Post, button: str, text: str) -> Post:
    await house.taps(house.sanne, page, "Change it", button)
    return await house.says(house.sanne, text)


async def test_the_title(house: House, page: Post) -> None:
    page = await typed(house, page, "Title", "  A <new>   title & more ")
    assert (await only(house)).title == "A <new> title & more"
    assert "A <new> title & more" in page.text
    page.button("Change it")


async def test_the_place_and_no_place(house: House, page: Post) -> None:
    page = await typed(house, page, "Place", "The old library")
    assert (await only(house)).place == "The old library"
    await house.taps(house.sanne, page, "Change it", "Place", "Nothing any more")
    assert (await only(house)).place == ""
    assert "📍" not in page.text


async def test_who_is_responsible(house: House, page: Post) -> None:
    page = await typed(house, page, "Responsible", "The  culture group")
    assert "Responsible: The culture group" in page.text
    assert "changed who is responsible" in page.text
    await house.taps(house.sanne, page, "Change it", "Responsible", "Nothing any more")
    assert (await only(house)).responsible == ""
    assert "Responsible:" not in page.text


async def test_the_note(house: House, page: Post) -> None:
    page = await typed(house, page, "Note", "Bring <cake> & tea")
    assert "Bring <cake> & tea" in page.text
    await house.taps(house.sanne, page, "Change it", "Note", "Nothing any more")
    assert (await only(house)).note == ""


async def test_the_activity_by_name_by_button_and_none(house: House, page: Post) -> None:
    page = await typed(house, page, "Activity", "Sprogcafé")
    assert "Part of: Sprogcafé" in page.text
    await house.taps(house.sanne, page, "Change it", "Activity", "Kulturdag")
    assert "Part of: Kulturdag" in page.text
    await house.taps(house.sanne, page, "Change it", "Activity", "None")
    assert (await only(house)).activity_id == ""


async def test_an_activity_of_the_same_name_is_not_made_twice(house: House, page: Post) -> None:
    await typed(house, page, "Activity", "KULTURDAG")
    async with house.store.transaction(house.council.id) as tx:
        assert len(await tx.find(Activity)) == 1


async def test_the_kind(house: House, page: Post) -> None:
    await house.taps(house.sanne, page, "Change it", "What it is", "Hearing")
    assert (await only(house)).kind is Kind.HEARING
    assert "What it is: hearing" in page.text


@pytest.mark.parametrize(
    ("button", "state", "told"),
    [
        ("❓ Tentative", (Status.PLANNED, True), "❓ Kulturdag: Fest"),
        ("It is certain", (Status.PLANNED, False), "Kulturdag: Fest"),
        ("✅ Done", (Status.DONE, False), "✅ Kulturdag: Fest"),
        ("Cancelled", (Status.CANCELLED, False), "Kulturdag: Fest (cancelled)"),
    ],
)
async def test_the_state(
    house: House, page: Post, button: str, state: tuple[Status, bool], told: str
) -> None:
    await house.taps(house.sanne, page, "Change it", "State", button)
    entry = await only(house)
    assert (entry.status, entry.when.uncertain) == state
    assert told in page.text


async def test_waiting_for_somebody(house: House, page: Post) -> None:
    await house.taps(house.sanne, page, "Change it", "State", "⏳ Waiting for somebody")
    page = await house.says(house.sanne, "the library")
    assert "⏳ Kulturdag: Fest (waiting for the library)" in page.text
    await house.taps(house.sanne, page, "Change it", "State", "It is certain")
    entry = await only(house)
    assert (entry.status, entry.waiting_for) == (Status.PLANNED, "")


async def test_cancelling_and_uncancelling(house: House, page: Post) -> None:
    await house.taps(house.sanne, page, "Change it", "Cancel the event")
    assert (await only(house)).status is Status.CANCELLED
    assert "(cancelled)" in (await house.says(house.bo, "/plan 2027")).text
    await house.taps(house.sanne, page, "Change it", "It takes place after all")
    assert (await only(house)).status is Status.PLANNED


async def test_deleting_asks_first_and_can_be_taken_back(house: House, page: Post) -> None:
    await house.taps(house.sanne, page, "Change it", "Take it off the plan")
    assert page.rows[0] == ["No, keep it"]
    await house.taps(house.sanne, page, "No, keep it", "Take it off the plan", "Yes, take it off")
    assert await house.entries(house.council) == []
    assert "no longer on the plan" in page.text
    assert page.rows == [["Put it back on the plan"], ["◂ The plan"]]
    await house.taps(house.sanne, page, "Put it back on the plan")
    assert (await only(house)).title == "Kulturdag: Fest"


async def test_deleting_offers_to_cancel_instead(house: House, page: Post) -> None:
    await house.taps(house.sanne, page, "Change it", "Take it off the plan", "Cancel the event instead")
    assert (await only(house)).status is Status.CANCELLED


async def test_undo_twice(house: House, page: Post) -> None:
    page = await typed(house, page, "Title", "Another title")
    await house.taps(house.sanne, page, "Change it")
    data = page.button("Undo the last change").callback_data
    assert data is not None
    await house.taps(house.sanne, page, "Undo the last change")
    assert (await only(house)).title == "Kulturdag: Fest"
    again = await house.forges(house.sanne, page, data)
    assert again.is_alert
    assert "out of date" in again.text
    assert (await only(house)).title == "Kulturdag: Fest"


async def test_two_taps_on_undo_at_once(house: House, page: Post) -> None:
    page = await typed(house, page, "Title", "Second")
    page = await typed(house, page, "Title", "Third")
    await house.taps(house.sanne, page, "Change it")
    for _ in range(2):
        await house.sanne.taps(page, "Undo the last change")
    await house.idle()
    assert (await only(house)).title == "Second"


async def test_undoing_step_by_step(house: House, page: Post) -> None:
    page = await typed(house, page, "Title", "Second")
    page = await typed(house, page, "Place", "The park")
    await house.taps(
        house.sanne, page, "Change it", "Undo the last change", "Change it", "Undo the last change"
    )
    entry = await only(house)
    assert (entry.title, entry.place) == ("Kulturdag: Fest", "VUC")
    await house.taps(house.sanne, page, "Change it")
    assert ["Undo the last change"] not in page.rows  # the adding is taken back by taking it off the plan


async def test_an_hour_typed_alone_keeps_the_day(house: House) -> None:
    await house.add("Fest 3 June 2027 at 17")
    page = await house.says(house.sanne, "/entry fest")
    await house.taps(house.sanne, page, "Change it", "Time")
    understood = await house.says(house.sanne, "kl. 12-18")
    await house.taps(house.sanne, understood, 0)
    assert (await house.entry(house.council, "Fest")).when.edtf == "2027-06-03T12:00/2027-06-03T18:00"


async def test_every_question_can_be_left(house: House, page: Post) -> None:
    before = await house.everything()
    for button in ("Title", "Time", "Place", "Activity", "Note"):
        await house.taps(house.sanne, page, "Change it", button, "No, leave it")
        assert "nothing was changed" in page.text
        await house.says(house.sanne, "Loose talk")
        page = await house.says(house.sanne, "/entry fest")
    assert await house.everything() == before


async def test_leaving_a_question_leads_back_to_the_entry(house: House, page: Post) -> None:
    for button in ("Title", "Time"):
        await house.taps(house.sanne, page, "Change it", button, "No, leave it")
        assert page.rows == [["◂ Back to it"]]
        await house.taps(house.sanne, page, "◂ Back to it")
        assert page.text.startswith("Kulturdag: Fest")
        page.button("Change it")


@pytest.mark.parametrize(
    ("button", "text"),
    [
        ("Title", "x" * 301),
        ("Title", "x" * 4096),
        ("Place", "y" * 201),
        ("Note", "z" * 1001),
        ("Note", "🎉" * 2000),
    ],
)
async def test_texts_that_are_too_long(house: House, page: Post, button: str, text: str) -> None:
    before = await house.everything()
    no = await typed(house, page, button, text)
    assert "characters" in no.text
    assert await house.everything() == before
    await house.says(house.sanne, "A better text")
    entry = await only(house)
    assert "A better text" in {entry.title, entry.place, entry.note}


@pytest.mark.parametrize("text", ["x" * 300, "🎉" * 64, "اجتماع" * 40, "<b>&" * 60])
async def test_long_texts_that_fit(house: House, page: Post, text: str) -> None:
    page = await typed(house, page, "Title", text)
    page = await typed(house, page, "Note", (text * 3)[:1000])
    page = await typed(house, page, "Place", text[:200])
    page = await typed(house, page, "Activity", text[:200])
    for button in ("History", "◂ Back", "Calendar", "Change it", "State", "◂ Back", "Take it off the plan"):
        await house.taps(house.sanne, page, button)


async def test_an_activity_with_4096_characters(house: House, page: Post) -> None:
    no = await typed(house, page, "Activity", "x" * 4096)
    assert "characters" in no.text


async def test_a_question_survives_a_restart(lasting: House) -> None:
    page = await lasting.add(FEST)
    await lasting.taps(lasting.sanne, page, "Change it", "Time")
    await lasting.stop()
    await lasting.start()
    asked = await lasting.says(lasting.sanne, "4. juni kl. 10")
    await lasting.stop()
    await lasting.start()
    await lasting.taps(lasting.sanne, asked, "Yes, that is the time")
    [entry] = await lasting.entries(lasting.council)
    assert entry.when.edtf == "2027-06-04T10:00"
