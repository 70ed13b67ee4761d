"""`/openings`, `/mine`, helping at short notice, and last year's openings again."""

from datetime import timedelta

import pytest

from council.openings import Opening, Standby
from playground import Person
from tests.handlers.kit import House
from tests.handlers.opened import Opened, another_council, opened


@pytest.fixture
async def made(house: House) -> Opened:
    """Two places in September."""
    return await opened(house)


async def openings(house: House) -> list[Opening]:
    async with house.store.transaction(house.council.id) as tx:
        return await tx.find(Opening)


async def test_the_list_has_the_next_first(house: House, made: Opened) -> None:
    await opened(house, "Kaffe 3. juni kl. 10-12, 5 personer")
    await opened(house, "Ambassadører, 15 personer")
    await made.joins(house.bo)
    shown = await house.says(house.bo, "/openings")
    assert [line for line in shown.text.splitlines() if line[:1].isdigit()] == [
        "1. Kaffe · Thursday 3 June at 10:00–12:00 · 0 of 5 people – 5 to go",
        "2. Opstilling · Saturday 25 September at 08:00–11:00 · 1 of 2 people – 1 to go · ✅ you are in",
        "3. Ambassadører · 0 of 15 people – 15 to go",
    ]
    await house.taps(house.bo, shown, "1")
    assert "Will you take part?" in shown.text


async def test_those_who_run_them_come_to_their_page(house: House, made: Opened) -> None:
    shown = await house.says(house.sanne, "/openings")
    await house.taps(house.sanne, shown, "1")
    assert made.link in shown.text


async def test_in_the_group_buttons_lead_into_private(house: House, made: Opened) -> None:
    shown = await house.says(house.bo, "/pladser", house.group)
    assert shown.button("1").url == made.link


async def test_what_was_and_what_was_cancelled(house: House, made: Opened) -> None:
    await opened(house, "Kaffe 3. marts kl. 10-12, 5 personer")
    await made.runs("Change it", "Pause, close, cancel", "Cancel it, and tell everybody")
    await house.turn(timedelta(days=5))
    shown = await house.says(house.bo, "/openings")
    assert "Nothing right now" in shown.text
    await house.taps(house.bo, shown, "What was")
    assert "Kaffe" in shown.text
    assert "Opstilling" in shown.text
    assert "cancelled" in shown.text
    await house.taps(house.bo, shown, "What is open now")
    assert "Nothing right now" in shown.text


async def test_many_in_pages(house: House) -> None:
    for number in range(12):
        await opened(house, f"Vagt{number} {number + 1}. juni kl. 10, 5 personer")
    shown = await house.says(house.bo, "/openings")
    assert "10. Vagt9" in shown.text
    assert "Vagt10" not in shown.text
    await house.taps(house.bo, shown, "Later ▸")
    assert "12. Vagt11" in shown.text
    await house.taps(house.bo, shown, "◂ Earlier")
    assert "1. Vagt0" in shown.text


async def test_what_is_only_for_the_council_volunteers_do_not_see(house: House, made: Opened) -> None:
    mai = made.somebody()
    await made.joins(mai)
    inner = await opened(house, "Bestyrelsesmiddag 3. juni kl. 18, 5 personer")
    await inner.runs("Change it", "Who may sign up", "Only people on the council")
    assert "Bestyrelsesmiddag" in (await house.says(house.bo, "/openings")).text
    assert "Bestyrelsesmiddag" not in (await house.says(mai, "/openings")).text


async def test_strangers_and_other_councils_see_nothing(house: House, made: Opened) -> None:
    await another_council(house)
    assert "Opstilling" not in (await house.says(house.rikke, "/openings")).text
    assert "Opstilling" not in (await house.says(made.somebody(), "/openings")).text


async def test_mine_has_everything_the_next_first_and_leads_there(house: House, made: Opened) -> None:
    other = await opened(house, "Kaffe 3. juni kl. 10-12, 1 person")
    mai, oki = made.people(2)
    await other.joins(oki)
    for each in (made, other):
        await each.joins(mai)
    shown = await house.says(mai, "/mine")
    assert [line for line in shown.text.splitlines() if line[:1].isdigit()] == [
        "1. Kaffe · Thursday 3 June at 10:00–12:00 · ⏳ number 1 on the waiting list",
        "2. Opstilling · Saturday 25 September at 08:00–11:00 · ✅ you are in",
    ]
    await house.taps(mai, shown, "2", "I can't after all", "Give up my place")
    assert await made.states(mai) == ["withdrawn"]
    assert "Opstilling" not in (await house.says(mai, "/mine")).text


async def test_mine_over_several_councils(house: House, made: Opened) -> None:
    await another_council(house)
    page = await house.says(house.rikke, "/opening Fest 3. juni kl. 10-12, 2 people")
    await house.taps(house.rikke, page, "Yes, open it")
    [link] = [word for word in page.text.split() if "t.me/" in word]
    mai = made.somebody()
    await made.joins(mai)
    await made.joins(mai, link)
    text = (await house.says(mai, "/mine")).text
    assert "Fest" in text
    assert "Opstilling" in text


async def test_mine_is_nothing_for_groups_and_strangers(house: House, made: Opened) -> None:
    await made.joins(house.bo)
    refused = await house.says(house.bo, "/mine", house.group)
    assert "Opstilling" not in refused.text
    assert "Nothing right now" in (await house.says(house.rikke, "/mine")).text


async def test_helping_at_short_notice(house: House, made: Opened) -> None:
    shown = await house.says(house.bo, "/mine")
    await house.taps(house.bo, shown, "I help at short notice")
    async with house.store.transaction(made.council) as tx:
        assert await tx.find(Standby) == [Standby(str(house.bo.id))]
    answer = await house.forges(house.rikke, await house.says(house.rikke, "/mine"), f"ob:{made.council}:1")
    assert answer.is_alert
    await house.taps(house.bo, shown, "Don't ask me at short notice")
    async with house.store.transaction(made.council) as tx:
        assert await tx.find(Standby) == []


@pytest.fixture
async def last_year(house: House) -> Person:
    """Two openings of this year's Culture Day, on which Bo is; and next year's has none yet."""
    page = await house.add("Kulturdag: Festen 25. september kl. 11-16 på Torvet")
    await house.add("Kulturdag: Gensyn 23. september 2028 kl. 12-17 på VUC")
    entry = await house.entry(house.council, "Kulturdag: Festen")
    for line in ("Opstilling 24. september kl. 16-18", "Boder"):
        await house.forges(house.sanne, page, f"op:{house.council.id}:{entry.id}")
        asked = await house.says(house.sanne, line)
        await house.taps(house.sanne, asked, "4", "Yes, open it")
    for opening in await openings(house):
        await house.says(house.bo, f"/start o_{house.council.id}_{opening.id}")
        await house.taps(house.bo, house.bo.chat.last_message, 0)
    return house.sanne


async def test_last_years_openings_again(house: House, last_year: Person) -> None:
    page = await house.says(last_year, "/entry gensyn")
    await house.taps(last_year, page, "Copy last year's")
    assert "2 openings" in page.rows[0][0]
    source = page.button(0).callback_data or ""
    await house.taps(last_year, page, 0)
    assert "2 openings are copied" in page.text
    await house.forges(last_year, page, source)
    assert "All of them are here already" in page.text
    entry = await house.entry(house.council, "Kulturdag: Gensyn")
    copies = [opening for opening in await openings(house) if opening.entry_id == entry.id]
    assert sorted((copy.title, copy.when.edtf, copy.place) for copy in copies) == [
        ("Boder", "2028-09-23T12:00/2028-09-23T17:00", "VUC"),
        ("Opstilling", "2028-09-22T16:00/2028-09-22T18:00", "VUC"),
    ]
    shown = await house.says(house.bo, "/entry gensyn")
    assert "Boder: 0 of 4 people – 4 to go" in shown.text


async def test_nothing_earlier_to_copy(house: House, last_year: Person) -> None:
    page = await house.says(last_year, "/entry festen")
    entry = await house.entry(house.council, "Kulturdag: Festen")
    await house.forges(last_year, page, f"oC:{house.council.id}:{entry.id}:")
    assert "no places before" in page.text


async def test_who_may_copy(house: House, last_year: Person) -> None:
    old = await house.entry(house.council, "Kulturdag: Festen")
    new = await house.entry(house.council, "Kulturdag: Gensyn")
    await another_council(house)
    before = await openings(house)
    for who in (house.bo, house.rikke):
        for source in (old.id, "", "x"):
            post = await house.says(who, "/mine")
            answer = await house.forges(who, post, f"oC:{house.council.id}:{new.id}:{source}")
            assert answer.is_alert
    assert await openings(house) == before
    assert last_year is house.sanne
