"""Taking part: from the link to a place, and out again."""

import pytest

from council.records import Person as Known
from council.records import Role
from playground import Person
from tests.handlers.kit import House
from tests.handlers.opened import Opened, another_council, opened, told
from texts.tongue import tongue


@pytest.fixture
async def tables(house: House) -> Opened:
    """Two places in September, and nobody yet."""
    return await opened(house)


@pytest.fixture
def mai(tables: Opened) -> Person:
    """Somebody whom the bot has never met."""
    return tables.somebody("Mai")


async def test_the_link_says_what_when_where_how_long_and_whom_to_ask(house: House, mai: Person) -> None:
    line = "Bageri: uddele brød 18/9 kl. 8-11 på VUC, 6 personer, ca. 3 timer, spørg Guli"
    page = await (await opened(house, line)).arrives(mai)
    for fact in ("Bageri", "Saturday 18 September at 08:00–11:00", "📍 VUC", "0 of 6 people", "Guli"):
        assert fact in page.text
    assert page.rows[0] == ["Yes, I'll take part", "Not this time"]


async def test_the_first_time_it_says_in_two_sentences_what_is_stored(tables: Opened, mai: Person) -> None:
    page = await tables.joins(mai)
    [hello] = [line for line in page.history[0].splitlines() if "/privacy" in line]
    assert hello.count(". ") == 1
    again = await tables.arrives(mai)
    assert "/privacy" not in again.text


async def test_who_says_yes_is_in(house: House, tables: Opened, mai: Person) -> None:
    page = await tables.joins(mai)
    assert "You are in" in page.text
    assert "1 of 2 people – 1 to go" in page.text
    assert await tables.states(mai) == ["confirmed"]
    assert await house.role(house.council, mai) is Role.VOLUNTEER
    assert len(mai.chat.spoken) == 1


async def test_a_member_stays_a_member(house: House, tables: Opened) -> None:
    await tables.joins(house.bo)
    assert await house.role(house.council, house.bo) is Role.MEMBER


async def test_in_their_own_language(tables: Opened) -> None:
    t = tongue("da")
    page = await tables.joins(tables.house.tg.person("Ea", language="da"))
    assert t.plain("✅ You are in. Thank you.") in page.text
    page.button(t.plain("I can't after all"))


async def test_no_is_fine_and_can_be_thought_over(house: House, tables: Opened, mai: Person) -> None:
    page = await tables.arrives(mai)
    await house.taps(mai, page, "Not this time")
    assert "Thank you for looking" in page.text
    assert await tables.states(mai) == [""]
    await house.taps(mai, page, "I'd like to after all", "Yes, I'll take part")
    assert await tables.states(mai) == ["confirmed"]


async def test_twice_is_once(house: House, tables: Opened, mai: Person) -> None:
    page = await tables.arrives(mai)
    take = page.button(0).callback_data or ""
    house.tg.faults.duplicates(times=None)
    mai.forges_tap(page, take)
    await mai.taps(page, 0)
    await house.idle()
    await house.forges(mai, page, take)
    assert (await tables.tally()).taken == 1
    assert len(mai.chat.spoken) == 1
    assert "You are in" in page.text


async def test_two_taps_for_the_last_place(house: House) -> None:
    seat = await opened(house, "Vagt 25. september kl. 8, 1 person")
    one, other = seat.people(2)
    pages = [await seat.arrives(who) for who in (one, other)]
    for who, page in zip((one, other), pages, strict=True):
        await who.taps(page, "Yes, I'll take part")
    await house.idle()
    states = await seat.states(one, other)
    assert sorted(states) == ["confirmed", "waiting"]
    for state, page in zip(states, pages, strict=True):
        assert ("You are in" if state == "confirmed" else "number 1 on the waiting list") in page.text


async def test_many_at_once(house: House) -> None:
    crew = await opened(house, "Vagt 25. september kl. 8, 20 personer")
    people = crew.people(60)
    pages = [await crew.arrives(who) for who in people]
    card = await crew.card()
    edits = house.tg.calls("editMessageText")
    for who, page in zip(people, pages, strict=True):
        await who.taps(page, 0)
    await house.idle()
    states = await crew.states(*people)
    assert states == ["confirmed"] * 20 + ["waiting"] * 40
    for number, page in enumerate(pages, 1):
        assert ("You are in" if number <= 20 else f"number {number - 20} on the waiting list") in page.text
    assert "20 of 20 people – all found" in card.text
    assert "40 are waiting." in card.text
    assert house.tg.calls("editMessageText") - edits <= 2 * len(people)


async def test_giving_the_place_up(house: House, tables: Opened, mai: Person) -> None:
    page = await tables.joins(mai)
    await house.taps(mai, page, "I can't after all")
    assert "That happens" in page.text
    assert await tables.states(mai) == ["confirmed"]
    await house.taps(mai, page, "I'll come after all", "I can't after all", "Give up my place")
    assert "Thank you for telling me" in page.text
    assert await tables.states(mai) == ["withdrawn"]
    assert await tables.notices(house.sanne) == []
    await house.taps(mai, page, "I'd like to after all", "Yes, I'll take part")
    assert await tables.states(mai) == ["confirmed"]


async def test_a_late_no_reaches_the_coordinator_at_once(house: House, mai: Person) -> None:
    soon = await opened(house, "Vagt 3. marts kl. 10-12, 2 personer")
    said = len(house.sanne.chat.spoken)
    await soon.joins(mai)
    await soon.leaves(mai)
    [note] = house.sanne.chat.spoken[said:]
    assert "short notice" in note.text
    assert "Mai cannot come after all" in note.text
    assert "Vagt" in note.text
    assert await soon.states(mai) == ["withdrawn"]


async def test_the_calendar_file(house: House, tables: Opened, mai: Person) -> None:
    page = await tables.joins(mai)
    await house.taps(mai, page, "Add to calendar")
    file = mai.chat.last_message
    assert file.document is not None
    assert file.document.startswith(b"BEGIN:VCALENDAR")
    assert b"SUMMARY:Opstilling" in file.document
    assert b"20270925T080000" in file.document
    assert (file.file_name or "").endswith(".ics")


async def test_guests_take_places_as_well(house: House) -> None:
    crew = await opened(house, "Vagt 25. september kl. 8, 4 personer")
    mai, oki = crew.people(2)
    page = await crew.joins(mai)
    await house.taps(mai, page, "I bring somebody", "2")
    assert "with 2 guests" in page.text
    assert "3 of 4 people" in page.text
    other = await crew.joins(oki)
    answer = await house.taps(oki, other, "I bring somebody", "3")
    assert answer.is_alert
    assert "no free place" in answer.text
    await house.taps(mai, page, "I bring somebody", "Nobody, just me")
    assert (await crew.tally()).taken == 2
    await house.taps(oki, other, "2")
    assert (await crew.tally()).taken == 4


@pytest.mark.parametrize("guests", ["10", "999999999999999", "-7"])
async def test_no_made_up_number_of_guests(house: House, tables: Opened, mai: Person, guests: str) -> None:
    page = await tables.joins(mai)
    await house.forges(mai, page, f"og:{tables.council}:{tables.id}:{guests}")
    assert (await tables.tally()).taken == 1


async def test_two_things_at_the_same_time_are_their_choice(
    house: House, tables: Opened, mai: Person
) -> None:
    other = await opened(house, "Kaffe 25. september kl. 10-12, 2 personer")
    await tables.joins(mai)
    page = await other.joins(mai)
    assert "at the same time" in page.text
    assert "Opstilling" in page.text
    assert await other.states(mai) == [""]
    await house.taps(mai, page, "No, not this one")
    assert await other.states(mai) == [""]
    page = await other.joins(mai)
    await house.taps(mai, page, "Yes, both")
    assert await other.states(mai) == ["confirmed"]
    assert await tables.states(mai) == ["confirmed"]


async def test_after_each_other_is_no_clash(house: House, tables: Opened, mai: Person) -> None:
    other = await opened(house, "Kaffe 25. september kl. 11-12, 2 personer")
    await tables.joins(mai)
    await other.joins(mai)
    assert await other.states(mai) == ["confirmed"]


async def test_a_clash_with_another_council_is_seen(house: House, tables: Opened, mai: Person) -> None:
    await another_council(house)
    page = await house.says(house.rikke, "/opening Fest 25. september kl. 10-12, 2 people")
    await house.taps(house.rikke, page, "Yes, open it")
    [link] = [word for word in page.text.split() if "t.me/" in word]
    await tables.joins(mai)
    asked = await tables.joins(mai, link)
    assert "at the same time" in asked.text


async def test_the_first_name_stands_in_the_group_only_for_who_agreed(house: House, tables: Opened) -> None:
    card = await tables.card()
    mai = house.tg.person("Mai", last_name="Ly", language="en")
    page = await tables.joins(mai)
    assert "Mai" not in card.text
    await house.taps(mai, page, "Show my first name in the group")
    assert "With Mai" in card.text
    assert "Ly" not in card.text
    await house.taps(mai, page, "Hide my name in the group")
    assert "Mai" not in card.text
    await house.taps(mai, page, "Show my first name in the group")
    await tables.leaves(mai)
    assert "Mai" not in card.text


async def test_links_cannot_be_guessed_and_are_valid(house: House) -> None:
    links = [(await opened(house)).link for _ in range(3)]
    payloads = [link.partition("start=")[2] for link in links]
    assert len(set(payloads)) == 3
    for payload in payloads:
        assert len(payload) <= 64
        assert len(payload.split("_")[-1]) == 16
        assert payload.replace("_", "").isalnum()


async def test_who_has_blocked_the_bot_is_noted_and_others_hear_all(house: House, tables: Opened) -> None:
    one, two = tables.people(2)
    for who in (one, two):
        await tables.joins(who)
    one.blocks_bot()
    await tables.changes("Time", "2. oktober kl. 8-11")
    await tables.later()
    assert told(two)[-1] == "Opstilling is moved"
    async with house.store.transaction("commons") as tx:
        known = await tx.get(Known, str(one.id))
    assert known is not None
    assert not known.reachable
    assert await tables.states(one, two) == ["confirmed", "confirmed"]


async def test_who_has_a_place_keeps_it_over_a_restart(lasting: House) -> None:
    tables = await opened(lasting)
    mai, oki, eva = tables.people(3)
    for who in (mai, oki, eva):
        await tables.joins(who)
    card = await tables.card()
    await lasting.stop()
    await lasting.start()
    assert await tables.states(mai, oki, eva) == ["confirmed", "confirmed", "waiting"]
    await tables.leaves(mai)
    assert told(eva)[-1] == "A place is free for you"
    assert "1 of 2 people – 1 to go" in card.text
