"""`/reminders`: how I am reminded, how the group is; and "it is still open"."""

from datetime import timedelta

import pytest

from council.openings import Opening
from council.reminding import ReminderRule, Wishes
from playground import Person, Post
from services.people import People
from tests.handlers.kit import House
from tests.handlers.opened import another_council, opened
from tests.handlers.places import Places, labels


async def wishes(house: House, who: Person) -> Wishes | None:
    async with house.store.transaction(house.council.id) as tx:
        return await tx.get(Wishes, str(who.id))


async def rule(house: House, scope: str) -> tuple[str, ...] | None:
    async with house.store.transaction(house.council.id) as tx:
        found = await tx.get(ReminderRule, scope)
    return found.distances if found else None


def heard(who: Person, since: int = 0) -> list[str]:
    """The first lines of what the bot said to somebody, from the so manieth message on."""
    return [post.text.splitlines()[0] for post in who.chat.spoken][since:]


async def rules_of(house: House, *buttons: str) -> Post:
    post = await house.says(house.sanne, "/reminders")
    await house.taps(house.sanne, post, "The group's reminders", *buttons)
    return post


async def test_as_usual(house: House) -> None:
    post = await house.says(house.bo, "/reminders")
    assert post.text.splitlines() == [
        "Your reminders",
        "I remind you of what you signed up for: 1 week before, the day before and 2 hours before.",
        "From 21:00 to 08:00 I wait with them, unless you would miss it.",
        "",
        "What suits you best?",
    ]
    assert labels(post) == [
        "● 1 week before", "3 days before", "● The day before", "● 2 hours before", "30 minutes before",
        "Never", "Quiet 20–8", "● Quiet 21–8", "Quiet 22–7", "No quiet hours",
    ]  # fmt: skip


async def test_my_own_choice(house: House) -> None:
    post = await house.says(house.bo, "/paamindelser")
    await house.taps(house.bo, post, "● 1 week before", "30 minutes before", "Quiet 22–7")
    assert "the day before, 2 hours before and 30 minutes before." in post.text
    assert "From 22:00 to 07:00" in post.text
    assert await wishes(house, house.bo) == Wishes(str(house.bo.id), ("1d", "120m", "30m"), "22-7")


async def test_never_and_again(house: House) -> None:
    post = await house.says(house.bo, "/reminders")
    await house.taps(house.bo, post, "Never", "No quiet hours")
    assert post.text.splitlines() == [
        "Your reminders",
        "I do not remind you of what you signed up for.",
        "",
        "What suits you best?",
    ]
    assert {"● Never", "● No quiet hours"} <= set(labels(post))
    await house.taps(house.bo, post, "3 days before")
    assert "Reminders come at any hour." in post.text
    assert "Never" in labels(post)
    assert await wishes(house, house.bo) == Wishes(str(house.bo.id), ("3d",), "")


async def test_the_same_tap_twice_is_once(house: House) -> None:
    post = await house.says(house.bo, "/reminders")
    for _ in range(2):
        await house.forges(house.bo, post, "mw:3d:1")
    assert "● 3 days before" in labels(post)
    for _ in range(2):
        await house.forges(house.bo, post, "mw:3d:0")
    assert "3 days before" in labels(post)


@pytest.mark.parametrize("data", ["mw:999d:1", "mw:x:1", "mq:25-8", "mq:x", "mq:", "mw:7d_25.00:1"])
async def test_what_is_no_choice(house: House, data: str) -> None:
    post = await house.says(house.bo, "/reminders")
    assert (await house.forges(house.bo, post, data)).is_alert
    assert await wishes(house, house.bo) is None


async def test_whoever_belongs_nowhere_has_none(house: House) -> None:
    post = await house.says(house.rikke, "/reminders")
    assert "You are not on a council here yet." in post.text
    for data in ("mw:3d:1", "mq:22-7", "mr"):
        assert (await house.forges(house.rikke, post, data)).is_alert


async def test_in_two_councils(house: House) -> None:
    await another_council(house)
    house.group.add(house.rikke)
    card = await house.says(house.sanne, "/start", house.group)
    await house.taps(house.rikke, card, "I'm on the council")
    post = await house.says(house.rikke, "/reminders")
    assert "The group's reminders" in labels(post)
    await house.taps(house.rikke, post, "3 days before")
    assert (await wishes(house, house.rikke) or Wishes()).distances == ("7d", "1d", "120m", "3d")


async def test_reminders_come_as_wished(house: House) -> None:
    made = await opened(house)  # Saturday 25 September at 8
    guests = made.people(2)
    for who in guests:
        await made.joins(who)
    post = await house.says(guests[1], "/reminders")
    await house.taps(guests[1], post, "Never")
    before = [len(who.chat.spoken) for who in guests]
    await house.turn(timedelta(days=201))
    assert heard(guests[0], before[0]) == ["Opstilling"]
    assert heard(guests[1], before[1]) == []


async def test_the_group_in_words(house: House) -> None:
    post = await house.says(house.bo, "/reminders", house.group)
    assert post.text.splitlines() == [
        "How the group is reminded",
        "Meetings: 2 weeks before, 1 week before and the day before",
        "Events: 2 weeks before, 1 week before and the day before",
        "Hearings: 2 weeks before, 1 week before and the day before",
        "Deadlines: 1 week before and the day before",
        "Tasks: not at all",
        "Recesses: not at all",
        "Elections: 2 weeks before, 1 week before and the day before",
        "",
        "The weekly overview: every Monday at 09:00.",
    ]
    await house.bo.follows(post.button("My own reminders").url or "")
    assert "Your reminders" in (await house.last(house.bo.chat)).text


async def test_a_kind(house: House) -> None:
    post = await rules_of(house, "Meetings", "3 days before", "● 2 weeks before")
    assert "The group is reminded 1 week before, 3 days before and the day before." in post.text
    assert await rule(house, "meeting") == ("7d", "1d", "3d")
    await house.taps(house.sanne, post, "Not at all")
    assert "The group is not reminded." in post.text
    await house.taps(house.sanne, post, "As usual")
    assert await rule(house, "meeting") is None
    await house.taps(house.sanne, post, "◂ Back")
    assert "Meetings: 2 weeks before" in post.text


async def test_the_weekly_overview(house: House) -> None:
    post = await rules_of(house, "The weekly overview")
    assert "● Mon" in labels(post)
    await house.taps(house.sanne, post, "Fri", "15:00")
    assert "every Friday at 15:00" in post.text
    assert (await house.refresh()).digest == "5@15:00"
    await house.taps(house.sanne, post, "No weekly overview")
    assert "There is no weekly overview." in post.text
    assert (await house.refresh()).digest == ""
    await house.taps(house.sanne, post, "Tue")
    assert (await house.refresh()).digest == "2@09:00"


@pytest.mark.parametrize(
    "data",
    ["mx:{0}:8:9", "mx:{0}:1:30", "mx:{0}:1:-1", "mk:{0}:x:7d:1", "mk:{0}:e-x:7d:1", "mk:{0}:a-x:7d:1"],
)
async def test_rules_that_are_none(house: House, data: str) -> None:
    post = await rules_of(house)
    assert (await house.forges(house.sanne, post, data.format(house.council.id))).is_alert
    assert (await house.refresh()).digest == "1@09:00"


async def test_members_change_nothing_of_the_group(house: House) -> None:
    await house.with_plan()
    post = await house.says(house.bo, "/reminders")
    entry = await house.entry(house.council, "Kulturdag - Afholdes")
    council = house.council.id
    assert "The group's reminders" not in labels(post)
    for data in (
        f"mx:{council}:2:9",
        f"mk:{council}:meeting:3d:1",
        f"mk:{council}:e-{entry.id}:3d:1",
        f"mk:{council}:a-{entry.activity_id}:3d:1",
    ):
        assert (await house.forges(house.bo, post, data)).is_alert
    assert await rule(house, "meeting") is None
    await house.forges(house.bo, post, f"mg:{council}:")
    assert labels(post) == ["◂ Your own reminders"]


async def test_another_councils_secretary(house: House) -> None:
    await another_council(house)
    post = await house.says(house.rikke, "/reminders")
    for data in (
        f"mg:{house.council.id}:",
        f"mk:{house.council.id}:meeting:3d:1",
        f"mx:{house.council.id}:2:9",
    ):
        assert (await house.forges(house.rikke, post, data)).is_alert


async def test_not_in_a_group(house: House) -> None:
    post = await house.says(house.sanne, "/reminders", house.group)
    for data in ("mr", "mw:3d:1", "mq:22-7", f"mg:{house.council.id}:", f"mx:{house.council.id}:2:9"):
        assert (await house.forges(house.sanne, post, data)).is_alert


async def test_of_an_entry(house: House) -> None:
    await house.with_plan()
    page = await house.says(house.sanne, "/entry afholdes")
    await house.taps(house.sanne, page, "Change it", "Reminders")
    assert "The group is reminded as usual: 2 weeks before, 1 week before and the day before." in page.text
    await house.taps(house.sanne, page, "3 days before")
    entry = await house.entry(house.council, "Kulturdag - Afholdes")
    assert await rule(house, f"e-{entry.id}") == ("14d", "7d", "1d", "3d")
    group = await house.says(house.bo, "/reminders", house.group)
    assert (
        "Kulturdag - Afholdes: 2 weeks before, 1 week before, 3 days before and the day before" in group.text
    )
    post = await rules_of(house, "Kulturdag - Afholdes")
    await house.taps(house.sanne, post, "As usual", "◂ Back to it")
    assert "📍 Torvet" in post.text


async def test_coordinators_set_their_own(house: House) -> None:
    places = Places(house)
    await house.with_plan()
    entry = await house.entry(house.council, "Kulturdag - Afholdes")
    activity, bo = entry.activity_id, str(house.bo.id)
    await People(places.desk).set_coordinating(places.sanne, bo, activity, on=True)
    page = await house.says(house.bo, "/activities")
    await house.taps(house.bo, page, "Kulturdag", "Reminders")
    assert "The group is reminded as usual." in page.text
    await house.taps(house.bo, page, "1 week before")
    assert await rule(house, f"a-{activity}") == ("7d",)
    await house.taps(house.bo, page, "◂ Back to it")
    assert "Coordinator: Bo Bak" in page.text
    answer = await house.forges(house.bo, page, f"mk:{house.council.id}:meeting:3d:1")
    assert answer.is_alert


async def test_it_is_still_open(house: House) -> None:
    await house.add("Netværksmøde? i juni")
    entry = await house.entry(house.council, "Netværksmøde")
    post = await house.says(house.sanne, "/reminders")
    await house.forges(house.sanne, post, f"mo:{house.council.id}:{entry.id}")
    assert post.text == "Netværksmøde\nAll right, it stays as it is."
    await house.taps(house.sanne, post, "Look at it")
    assert "in June" in post.text


async def test_asked_by_itself(house: House) -> None:
    await house.add("Netværksmøde? i juni")
    await house.turn(timedelta(days=71))  # 11 May
    [asked] = [post for post in house.sanne.chat.spoken if "has no certain date yet" in post.text]
    await house.taps(house.sanne, asked, "It is still open")
    assert "it stays as it is" in asked.text


async def test_a_removed_opening_has_no_reminders(house: House) -> None:
    made = await opened(house)
    await made.joins(house.bo)
    async with house.store.transaction(made.council) as tx:
        tx.delete(Opening, made.id)
    post = await house.says(house.bo, "/reminders")
    assert (await house.forges(house.bo, post, f"ms:{made.council}:o-{made.id}:me")).is_alert
