"""`/calendar`: the plan for everybody's own calendar, as an iCalendar file."""

from datetime import timedelta

import pytest
from icalendar import Calendar

from playground import Post
from tests.handlers.kit import House
from texts.tongue import tongue


def unfolded(post: Post) -> str:
    assert post.document is not None
    return post.document.decode().replace("\r\n ", "").replace("\\,", ",")


def summaries(post: Post) -> list[str]:
    assert post.document is not None
    return [str(event["SUMMARY"]) for event in Calendar.from_ical(post.document).walk("VEVENT")]


async def test_the_whole_plan(house: House) -> None:
    await house.with_plan()
    post = await house.says(house.bo, "/calendar")
    assert post.file_name == "Integration-Council.ics"
    assert "10 entries" in post.text
    assert "Kulturdag - Afholdes" in summaries(post)
    assert ["Kulturdag", "Sprogcafé"] in post.rows


async def test_twice_it_is_the_same_bytes(house: House) -> None:
    await house.with_plan()
    first = await house.says(house.bo, "/calendar")
    house.clock.turn(timedelta(days=3))
    second = await house.says(house.sanne, "/kalender")
    assert first.id != second.id
    assert first.document == second.document


async def test_after_a_change_it_is_another(house: House) -> None:
    await house.with_plan()
    first = await house.says(house.bo, "/calendar")
    page = await house.says(house.sanne, "/entry afholdes")
    await house.taps(house.sanne, page, "Change it", "Cancel the event")
    second = await house.says(house.bo, "/calendar")
    assert first.document != second.document
    assert "Cancelled: Kulturdag - Afholdes" in summaries(second)


async def test_one_activity(house: House) -> None:
    await house.with_plan()
    post = await house.says(house.bo, "/calendar")
    await house.taps(house.bo, post, "Kulturdag")
    file = house.bo.chat.last_message
    assert file.file_name == "Kulturdag-Integration-Council.ics"
    assert "2 entries" in file.text
    assert "Rådsmøde" not in unfolded(file)
    assert "Kulturdag - Afholdes" in summaries(await house.says(house.bo, "/calendar kulturdag"))


async def test_words_that_mean_no_activity(house: House) -> None:
    await house.with_plan()
    post = await house.says(house.bo, "/calendar xyzzy")
    assert "No activity is called “xyzzy”, so this is the whole plan" in post.text
    assert "Kulturdag - Afholdes" in summaries(post)


async def test_one_entry(house: House) -> None:
    await house.with_plan()
    page = await house.says(house.bo, "/entry afholdes")
    await house.taps(house.bo, page, "Calendar")
    file = house.bo.chat.last_message
    assert file.file_name == "Kulturdag-Afholdes.ics"
    assert summaries(file) == ["Kulturdag - Afholdes"]
    assert "LOCATION:Torvet" in unfolded(file)


async def test_an_empty_plan(house: House) -> None:
    post = await house.says(house.bo, "/calendar")
    assert "nothing for a calendar" in post.text
    assert post.document is None


async def test_the_button_of_a_plan_that_is_empty_meanwhile(house: House) -> None:
    page = await house.add("Fest 3. juni")
    post = await house.says(house.bo, "/plan")
    await house.taps(house.sanne, page, "Change it", "Take it off the plan", "Yes, take it off")
    answer = await house.taps(house.bo, post, "Calendar")
    assert house.bo.chat.last_message.document is None
    assert "nothing for a calendar" in answer.text


async def test_in_the_group_it_is_in_the_councils_language(house: House) -> None:
    await house.with_plan()
    english = await house.says(house.bo, "/calendar", house.group)
    card = await house.says(house.sanne, "/setup", house.group)
    await house.taps(house.sanne, card, "Tal dansk")
    danish = await house.says(house.bo, "/calendar", house.group)
    told = "Known by month only, no date yet:"
    assert told in unfolded(english)
    assert told not in unfolded(danish)
    assert tongue("da").plain(told) in unfolded(danish)
    assert told in unfolded(await house.says(house.bo, "/calendar"))


async def test_times_of_day_are_the_councils(house: House) -> None:
    await house.with_plan()
    assert "DTSTART;TZID=Europe/Copenhagen:20270925T110000" in unfolded(
        await house.says(house.bo, "/calendar")
    )


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("../../etc/passwd", "etc-passwd.ics"),
        ("<b>Fest</b> & mere: 100%?", "b-Fest-b-mere-100.ics"),
        ("🎉🎉🎉", "plan.ics"),
        ("اجتماع المجلس", "اجتماع-المجلس.ics"),
        ("Fællesspisning på Ærø", "Fællesspisning-på-Ærø.ics"),
        ("x" * 300, "x" * 60 + ".ics"),
    ],
)
async def test_file_names(house: House, title: str, name: str) -> None:
    page = await house.add("Noget 3. juni kl. 18")
    await house.taps(house.sanne, page, "Change it", "Title")
    page = await house.says(house.sanne, title)
    await house.taps(house.sanne, page, "Calendar")
    assert house.sanne.chat.last_message.file_name == name


async def test_people_without_a_council(house: House) -> None:
    assert "not on a council" in (await house.says(house.rikke, "/calendar")).text


async def test_a_tap_on_calendar_leaves_the_plan_standing(house: House) -> None:
    await house.with_plan()
    plan = await house.says(house.bo, "/plan")
    before = plan.html
    await house.taps(house.bo, plan, "Calendar")
    assert plan.html == before
