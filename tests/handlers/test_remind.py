"""`/remind` and `/remindme`: a reminder of one's own choice, in one line or step by step, and its arrival."""

from datetime import timedelta

import pytest

from council.reminding import CustomReminder
from council.when import When
from playground import Person, Post, Room
from services.people import People
from tests.handlers.kit import House
from tests.handlers.opened import another_council, opened
from tests.handlers.places import OPENING, Places, labels

MINUTES = timedelta(minutes=1)
SOON = "Infomøde 1. marts kl. 12.12-13"  # twelve minutes ahead
MEETING = "Rådsmøde 8. marts kl. 17"


async def customs(house: House) -> list[CustomReminder]:
    async with house.store.transaction(house.council.id) as tx:
        return await tx.find(CustomReminder)


async def kept(house: House) -> list[tuple[str, str]]:
    return [(each.distance, each.to) for each in await customs(house)]


def reminded(room: Room) -> list[str]:
    """The second and third lines of the reminders that arrived there."""
    found = [post.text.splitlines() for post in room.spoken]
    return [" ".join(lines[1:3]) for lines in found if lines[0] == "A reminder"]


async def key_of(house: House, title: str) -> str:
    return f"e-{(await house.entry(house.council, title)).id}"


async def coordinates(house: House, who: Person, activity: str) -> None:
    places = Places(house)
    await People(places.desk).set_coordinating(places.sanne, str(who.id), activity, on=True)


# From the line to its arrival.


async def test_ten_minutes_before_it_arrives(house: House) -> None:
    await house.add(SOON)
    post = await house.says(house.bo, "/remindme infomøde 10 minutter før")
    assert "you, 10 minutes before: Mon 1 Mar at 12:02" in post.text
    await house.turn(1 * MINUTES)
    assert reminded(house.bo.chat) == []
    await house.turn(1 * MINUTES)
    assert reminded(house.bo.chat) == ["Infomøde 📅 today, Monday 1 March at 12:12–13:00"]
    await house.turn(5 * MINUTES)
    assert len(reminded(house.bo.chat)) == 1


async def test_moved_it_arrives_again(house: House) -> None:
    page = await house.add(SOON)
    await house.says(house.bo, "/mindmig infomøde 10 minutter før")
    await house.turn(2 * MINUTES)
    await house.taps(house.sanne, page, "Change it", "Time")
    moving = await house.says(house.sanne, "kl. 12.30-13")
    await house.taps(house.sanne, moving, "Yes, that is the time")
    await house.turn(17 * MINUTES)
    assert len(reminded(house.bo.chat)) == 1
    await house.turn(1 * MINUTES)
    assert reminded(house.bo.chat)[1:] == ["Infomøde 📅 today, Monday 1 March at 12:30–13:00"]


async def test_cancelled_it_does_not(house: House) -> None:
    page = await house.add(SOON)
    await house.says(house.bo, "/remindme infomøde 10 minutter før")
    await house.taps(house.sanne, page, "Change it", "Cancel the event")
    await house.turn(5 * MINUTES)
    assert reminded(house.bo.chat) == []


async def test_forgotten_it_does_not(house: House) -> None:
    await house.add(SOON)
    post = await house.says(house.bo, "/remindme infomøde 10 minutter før")
    await house.taps(house.bo, post, "Not any more: you, 10 minutes before")
    assert "you, 10 minutes" not in post.text
    await house.turn(5 * MINUTES)
    assert reminded(house.bo.chat) == []


async def test_to_the_group_from_the_group(house: House) -> None:
    await house.add(SOON)
    post = await house.says(house.sanne, "/remind infomøde 10 min before", house.group)
    assert "I remind you all 10 minutes before: Mon 1 Mar at 12:02." in post.text
    assert labels(post) == ["More in private"]
    await house.turn(2 * MINUTES)
    assert reminded(house.group) == ["Infomøde 📅 today, Monday 1 March at 12:12–13:00"]


async def test_to_those_who_are_signed_up(house: House) -> None:
    made = await opened(house, "Opstilling 1/3 kl. 14-15, 3 personer")
    guests = made.people(2)
    for who in guests:
        await made.joins(who)
    post = await house.says(house.sanne, "/remind opstilling 1 hour before")
    assert "Who shall be reminded?" in post.text
    await house.taps(house.sanne, post, "Those who are signed up")
    assert "those who are signed up, 1 hour before: Mon 1 Mar at 13:00" in post.text
    await house.turn(61 * MINUTES)
    for who in guests:
        assert reminded(who.chat) == ["Opstilling 📅 today, Monday 1 March at 14:00–15:00"]
    assert reminded(house.sanne.chat) == []


# Step by step.


async def test_step_by_step(house: House) -> None:
    await house.with_plan()
    post = await house.says(house.sanne, "/remind")
    assert "What shall I remind of?" in post.text
    assert "/remind council meeting 1 week before at 9" in post.text
    assert "Opstart" not in post.text
    await house.taps(house.sanne, post, "1")
    assert labels(post) == [
        "10 minutes before",
        "1 hour before",
        "The day before",
        "1 week before",
        "◂ Back to it",
    ]
    await house.taps(house.sanne, post, "The day before", "The group")
    assert await kept(house) == [("1d", "group")]
    assert "• the group, the day before: Sun 11 Apr at 16:30" in post.text
    await house.taps(house.sanne, post, "◂ Back to it")
    assert "📍 rådhuset" in post.text


async def test_members_are_not_asked_whom(house: House) -> None:
    await house.with_plan()
    post = await house.says(house.bo, "/remind afholdes 1 uge før kl. 9")
    assert "you, 1 week before at 09:00: Sat 18 Sept at 09:00" in post.text
    assert await kept(house) == [("7d@09:00", str(house.bo.id))]


async def test_help_for_oneself(house: House) -> None:
    await house.with_plan()
    post = await house.says(house.bo, "/remindme")
    assert "/remindme council meeting 1 hour before" in post.text
    await house.taps(house.bo, post, "2", "1 week before")
    assert await kept(house) == [("7d", str(house.bo.id))]


async def test_nothing_lies_ahead(house: House) -> None:
    for text in ("/remind", "/remindme 1 day before"):
        post = await house.says(house.bo, text)
        assert "Nothing lies ahead that I know the time of." in post.text
    post = await house.says(house.bo, "/remindme <b> 1 day before")
    assert "Nothing that lies ahead is called “<b>”." in post.text


async def test_several_are_offered_with_the_distance(house: House) -> None:
    await house.with_plan()
    post = await house.says(house.bo, "/remindme 2 dage før rådsmøde")
    assert post.rows[0] == ["1", "2"]
    await house.taps(house.bo, post, "2")
    assert "you, 2 days before: Sat 12 Jun at 16:30" in post.text


async def test_the_one_that_is_called_just_so(house: House) -> None:
    for line in ("Fest 3. juni kl. 17", "Festudvalg 4. juni kl. 17"):
        await house.add(line)
    post = await house.says(house.bo, "/remindme fest 1 time før")
    assert "Thu 3 Jun at 16:00" in post.text


async def test_a_distance_alone_asks_of_what(house: House) -> None:
    await house.with_plan()
    post = await house.says(house.bo, "/remindme dagen før kl. 18")
    await house.taps(house.bo, post, "1")
    assert await kept(house) == [("1d@18:00", str(house.bo.id))]


async def test_from_the_page_of_an_entry(house: House) -> None:
    await house.with_plan()
    page = await house.says(house.sanne, "/entry afholdes")
    await house.taps(house.sanne, page, "Remind me", "1 hour before")
    assert await kept(house) == [("60m", str(house.sanne.id))]
    await house.taps(house.sanne, page, "◂ Back to it", "Change it", "Reminders", "One more reminder")
    await house.taps(house.sanne, page, "1 week before", "The group")
    assert len(await customs(house)) == 2


async def test_from_the_page_of_an_opening(house: House) -> None:
    made = await opened(house)
    guest = made.somebody()
    page = await made.arrives(guest)
    assert "Remind me" not in labels(page)
    await house.taps(guest, page, 0, "Remind me", "1 week before")
    assert await kept(house) == [("7d", str(guest.id))]
    assert "you, 1 week before: Sat 18 Sept at 08:00" in page.text
    await house.taps(guest, page, "Not any more: you, 1 week before", "◂ Back to it")
    assert "✅ You are in. Thank you." in page.text


async def test_without_a_time_of_day_there_are_no_minutes(house: House) -> None:
    await house.add("Fest 3. juni")
    post = await house.says(house.bo, "/remindme fest")
    assert labels(post) == ["The day before", "1 week before", "◂ Back to it"]
    no = await house.says(house.bo, "/remindme fest 10 minutes before")
    assert "That moment has passed, or I don't know yet when it is." in no.text


async def test_without_a_date(house: House) -> None:
    await house.with_plan()
    post = await house.says(house.bo, "/remindme udflugt")
    assert "As soon as it has a date, you can have a reminder." in post.text
    no = await house.says(house.bo, "/remindme udflugt 1 day before")
    assert "I don't know yet when it is" in no.text


async def test_too_late(house: House) -> None:
    await house.add(SOON)
    no = await house.says(house.sanne, "/remind infomøde 1 hour before")
    assert "That moment has passed" in no.text
    post = await house.says(house.sanne, "/remind infomøde")
    assert labels(post) == ["10 minutes before", "◂ Back to it"]
    await house.turn(5 * MINUTES)
    assert (await house.taps(house.sanne, post, "10 minutes before")).is_alert
    assert await customs(house) == []
    await house.forges(house.sanne, post, f"ms:{house.council.id}:{await key_of(house, 'Infomøde')}:")
    assert "It is too close for another reminder." in post.text


async def test_twice_is_once(house: House) -> None:
    await house.add(MEETING)
    for _ in range(2):
        await house.says(house.bo, "/remindme rådsmøde 1 day before")
    assert len(await customs(house)) == 1


# In the group, and who may.


async def test_in_the_group_without_a_distance(house: House) -> None:
    await house.with_plan()
    for text in ("/remind", "/remind rådsmøde", "/remind 1 day before"):
        await house.says(house.sanne, text, house.group)
        assert "Write what it is about and how long before, in one line." in house.group.last_message.text
    post = house.group.last_message
    await house.sanne.follows(post.button("Choose in private").url or "")
    assert "What shall I remind of?" in (await house.last(house.sanne.chat)).text


async def test_several_in_the_group(house: House) -> None:
    await house.with_plan()
    post = await house.says(house.bo, "/remind rådsmøde 1 day before", house.group)
    assert (await house.taps(house.bo, post, "1")).is_alert
    await house.taps(house.sanne, post, "1")
    assert "I remind you all the day before: Sun 11 Apr at 16:30." in post.text
    assert await kept(house) == [("1d", "group")]


async def test_members_remind_nobody_else(house: House) -> None:
    await house.add(MEETING)
    no = await house.says(house.bo, "/remind rådsmøde 1 day before", house.group)
    assert "The secretary, the chairs and the coordinators change the plan." in no.text
    post = await house.says(house.bo, "/remindme rådsmøde")
    for to in ("group", "people", "x", str(house.sanne.id)):
        data = f"mt:{house.council.id}:{await key_of(house, 'Rådsmøde')}:1d:{to}"
        assert (await house.forges(house.bo, post, data)).is_alert
    assert await customs(house) == []


async def test_coordinators_for_what_is_theirs(house: House) -> None:
    await house.with_plan()
    entry = await house.entry(house.council, "Kulturdag - Afholdes")
    await coordinates(house, house.bo, entry.activity_id)
    post = await house.says(house.bo, "/remind afholdes 1 day before")
    await house.taps(house.bo, post, "The group")
    other = await house.says(house.bo, "/remind åbner 1 day before")
    assert "Who shall be reminded?" not in other.text
    assert await kept(house) == [("1d", "group")]


@pytest.mark.parametrize("where", ["private", "group"])
async def test_made_up_buttons(house: House, where: str) -> None:
    await house.add(MEETING)
    key, council = await key_of(house, "Rådsmøde"), house.council.id
    room = house.group if where == "group" else house.bo.chat
    post = await house.says(house.bo, "/reminders", room)
    made_up = [
        "mt:{0}:{1}:x:me",
        "mt:{0}:{1}:999d:me",
        "mt:{0}:e-x:1d:me",
        "mt:{0}:o-x:1d:me",
        "mt:{0}:x:1d:me",
    ]
    for data in (*made_up, "ms:{0}::", "ms:{0}:e-:", "ms:{0}:x-y:", "mt:x:{1}:1d:me", "mf:{0}:e-x:x:"):
        assert (await house.forges(house.bo, post, data.format(council, key))).is_alert, data
    assert await customs(house) == []


async def test_nobody_takes_away_what_is_anothers(house: House) -> None:
    await house.with_plan()
    mine: Post = await house.says(house.sanne, "/remind afholdes 1 day before")
    await house.taps(house.sanne, mine, "The group")
    [custom] = await customs(house)
    entry = await house.entry(house.council, "Sprogcafé - Åbner igen")
    await coordinates(house, house.bo, entry.activity_id)
    post = await house.says(house.bo, "/remindme åbner")
    page = await house.says(house.bo, "/remindme afholdes")
    assert not [label for label in labels(page) if label.startswith("Not any more")]
    council = house.council.id
    await house.forges(house.bo, post, f"mf:{council}:e-{entry.id}:{custom.id}:")
    await house.forges(house.bo, post, f"mf:{council}:{custom.subject}:{custom.id}:")
    assert await customs(house) == [custom]


async def test_another_council(house: House) -> None:
    await house.add(MEETING)
    await another_council(house)
    post = await house.says(house.rikke, "/remindme")
    data = f"mt:{house.council.id}:{await key_of(house, 'Rådsmøde')}:1d:me"
    assert (await house.forges(house.rikke, post, data)).is_alert


async def test_what_others_ask_for_themselves_is_theirs(house: House) -> None:
    await house.add(MEETING)
    await house.says(house.bo, "/remindme rådsmøde 1 day before")
    post = await house.says(house.sanne, "/remindme rådsmøde")
    assert "Reminders asked for" not in post.text


async def test_a_long_line(house: House) -> None:
    await house.with_plan()
    post = await house.says(house.bo, "/remindme " + "x" * 4000)
    assert "Nothing that lies ahead is called" in post.text


async def test_openings_by_their_title(house: House) -> None:
    await Places(house).open(when=When("2027-03-08T10:00"))
    post = await house.says(house.bo, "/remindme putting tables 1 hour before")
    assert "you, 1 hour before: Mon 8 Mar at 09:00" in post.text
    assert [each.subject for each in await customs(house)] == [f"o-{OPENING}"]
