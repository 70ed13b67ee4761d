"""What arrives unasked: all that somebody looks after in one list, and who cannot be reached."""

from datetime import timedelta

import pytest

from council.when import When
from playground import Person, Post
from tests.handlers.kit import House
from tests.handlers.opened import opened
from tests.handlers.places import OPENING, Places, labels

TILL_SEPTEMBER = timedelta(days=187)
"""From noon on 1 March to 4 September, three weeks before the openings."""


async def tasks(house: House) -> Post:
    """Two openings without people: the one message in which Sanne hears of both."""
    places = Places(house)
    await places.open()
    await places.open("Washing up", "washingup2345678", when=When("2027-09-25T14:00"))
    await house.turn(TILL_SEPTEMBER)
    [post] = [post for post in house.sanne.chat.spoken if post.text.startswith("This needs a look")]
    return post


def heard(who: Person, first_line: str) -> list[str]:
    return [post.text for post in who.chat.spoken if post.text.splitlines()[0] == first_line]


async def test_tasks_are_one_list_and_each_opens_below_it(house: House) -> None:
    post = await tasks(house)
    assert [line[:2] for line in post.text.splitlines()[2:]] == ["1.", "2."]
    assert labels(post) == ["1. Putting up tables", "2. Washing up"]
    before, count = post.text, len(house.sanne.chat.spoken)
    for number, title in ((0, "Putting up tables"), (1, "Washing up")):
        await house.taps(house.sanne, post, number)
        page = await house.last(house.sanne.chat)
        assert title in page.text
        assert "Change it" in labels(page)  # the page of those who run it
    assert post.text == before
    assert len(house.sanne.chat.spoken) == count + 2


async def test_an_entry_opens_below_the_list_too(house: House) -> None:
    post = await tasks(house)
    await house.add("Fest 20. september kl. 17")
    entry = await house.entry(house.council, "Fest")
    before = post.text
    assert not (await house.forges(house.sanne, post, f"ml:{house.council.id}:e:{entry.id}")).is_alert
    assert (await house.last(house.sanne.chat)).text.startswith("Fest")
    assert post.text == before


async def test_who_does_not_run_it_sees_the_opening_alone(house: House) -> None:
    await tasks(house)
    post = await house.says(house.bo, "/reminders")
    assert (await house.forges(house.bo, post, f"ml:{house.council.id}:r:{OPENING}")).is_alert
    assert (await house.last(house.bo.chat)).text == post.text
    await house.forges(house.bo, post, f"ml:{house.council.id}:o:{OPENING}")
    page = await house.last(house.bo.chat)
    assert "Putting up tables" in page.text
    assert "Change it" not in labels(page)


@pytest.mark.parametrize("data", ["ml:{0}:e:x", "ml:{0}:r:x", "ml:{0}:o:x", "ml:x:e:x", "ml:x:o:x", "ml::"])
async def test_buttons_that_lead_nowhere(house: House, data: str) -> None:
    post = await house.says(house.sanne, "/reminders")
    count = len(house.sanne.chat.spoken)
    assert (await house.forges(house.sanne, post, data.format(house.council.id))).is_alert
    assert len(house.sanne.chat.spoken) == count


async def test_neither_strangers_nor_groups(house: House) -> None:
    await house.add("Fest 20. september kl. 17")
    entry = await house.entry(house.council, "Fest")
    await Places(house).open()
    council = house.council.id
    stranger = await house.says(house.rikke, "/reminders")
    for data in (f"ml:{council}:e:{entry.id}", f"ml:{council}:r:{OPENING}"):
        assert (await house.forges(house.rikke, stranger, data)).is_alert
    shared = await house.says(house.sanne, "/reminders", house.group)
    for what, key in (("e", entry.id), ("r", OPENING), ("o", OPENING)):
        assert (await house.forges(house.sanne, shared, f"ml:{council}:{what}:{key}")).is_alert


async def test_who_cannot_be_reached_is_told_to_who_runs_it_once(house: House) -> None:
    made = await opened(house)  # Saturday 25 September at 8
    gone, there = made.people(2)
    for who in (gone, there):
        await made.joins(who)
    gone.blocks_bot()
    await house.turn(timedelta(days=201))  # a week before it
    [told] = heard(house.sanne, "Somebody cannot be reached")
    assert "I cannot write to Guest1: they have blocked me or left Telegram." in told
    assert "Opstilling" in told
    await house.turn(timedelta(days=6))  # the day before
    assert len(heard(house.sanne, "Somebody cannot be reached")) == 1
    assert heard(there, "Somebody cannot be reached") == []
    page = next(post for post in house.sanne.chat.spoken if post.text == told)
    await house.taps(house.sanne, page, "See who is signed up")
    assert "Guest1" in page.text
