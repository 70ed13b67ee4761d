"""From an update to the feature that answers it: once, in order, and whatever is sent."""

import pytest

from council.records import Draft
from handlers.feature import Command, Feature, all_features, on
from handlers.router import Router
from handlers.views.navigation import ShowPlan
from playground import Post
from tests.handlers.kit import PLAN, House
from texts.tongue import N_


async def test_an_unknown_command_is_answered_in_private(house: House) -> None:
    assert "/foo" in (await house.says(house.bo, "/foo bar")).text
    assert "/help" in house.bo.chat.last_message.text


async def test_in_the_group_only_when_it_is_meant(house: House) -> None:
    said = len(house.group.spoken)
    await house.says(house.bo, "/foo", house.group)
    assert len(house.group.spoken) == said
    assert "/help" in (await house.says(house.bo, "/foo@samspil_bot", house.group)).text


async def test_commands_for_another_bot_are_not_ours(house: House) -> None:
    house.group.promote(by=house.sanne)  # an administrator sees everything
    said = len(house.group.spoken)
    await house.says(house.bo, "/plan@other_bot", house.group)
    assert len(house.group.spoken) == said


@pytest.mark.parametrize("text", ["see /plan", "http://x.dk/plan", "plan", "/ plan", "//plan"])
async def test_a_command_stands_at_the_beginning(house: House, text: str) -> None:
    house.group.promote(by=house.sanne)
    said = len(house.group.spoken)
    await house.says(house.bo, text, house.group)
    assert len(house.group.spoken) == said


async def test_a_refusal_leads_on_to_the_plan(house: House) -> None:
    await house.with_plan()
    for room in (house.bo.chat, house.group):
        no = await house.says(house.bo, "/people", room)
        assert no.rows == [["See the plan"]]
        await house.taps(house.bo, no, "See the plan")
        assert "Kulturdag" in no.text


async def test_a_refusal_where_there_is_no_council_leads_nowhere(town: House) -> None:
    anna = town.tg.person("Anna", language="en")
    group = town.tg.group("Rådet", admins=[anna])
    for room in (anna.chat, group):
        no = await town.says(anna, "/people", room)
        assert no.text
        assert no.rows == []


GARBAGE = [
    "",
    ":",
    "p",
    "p:",
    "zz:1",
    "p:%s",
    "x" * 64,
    "🎉",
    "p:a:b:c:d:e",
    "e:../x:y",
    "\u202e",
    "it::",
    "p:" + "é" * 20,
]


async def test_old_and_made_up_buttons_get_a_reason(house: House) -> None:
    before = await house.everything()
    for who, post in (
        (house.bo, await house.says(house.bo, "/start")),
        (house.olga, await house.says(house.olga, "/start", house.group)),
        (house.rikke, await house.says(house.rikke, "/start")),
    ):
        shown = post.html
        for data in GARBAGE:
            answer = await house.forges(who, post, data)
            assert answer.is_alert, data
            assert answer.text, data
        assert post.html == shown
    assert await house.everything() == before


async def test_a_tap_under_a_message_that_is_gone(house: House) -> None:
    post = await house.says(house.bo, "/plan")
    del house.bo.chat.place.messages[post.id]
    said = len(house.bo.chat.spoken)
    await house.forges(house.bo, post, f"p:{house.council.id}:2027-06:3::0")
    assert len(house.bo.chat.spoken) == said + 1


async def test_a_tap_too_old_to_be_answered(house: House) -> None:
    await house.with_plan()
    post = await house.says(house.bo, "/plan")
    tapped = house.bo.forges_tap(post, f"p:{house.council.id}:2027-06:3::0")
    tapped.expire()
    await house.idle()
    assert "June" in post.text


async def test_edited_messages_change_nothing(house: House) -> None:
    said = await house.sanne.says("/new Fest 3. juni")
    await house.idle()
    spoken = len(house.sanne.chat.spoken)
    await house.sanne.edits(said, "/new Another 4. juni")
    await house.idle()
    assert len(house.sanne.chat.spoken) == spoken
    await house.says(house.sanne, "/new")
    answer = await house.sanne.says("Party")
    await house.idle()
    await house.sanne.edits(answer, "Another party")
    await house.idle()
    assert "When is it?" in house.sanne.chat.last_message.text


async def test_every_update_twice(house: House) -> None:
    house.tg.faults.duplicates()
    await house.with_plan()
    await house.add("Fest 3. juni kl. 18")
    page = await house.says(house.sanne, "/entry fest")
    await house.taps(house.sanne, page, "Change it", "Title")
    await house.says(house.sanne, "Summer party")
    entries = await house.entries(house.council)
    assert len(entries) == 11
    assert [entry.revision for entry in entries if entry.title == "Summer party"] == [0]


async def test_a_repeated_command_is_answered_once(house: House) -> None:
    said = await house.bo.says("/plan")
    await house.idle()
    spoken = len(house.bo.chat.spoken)
    assert said.update_id is not None
    house.tg.repeats(said.update_id)
    await house.idle()
    assert len(house.bo.chat.spoken) == spoken


async def test_a_double_tap_counts_once(house: House) -> None:
    page = await house.add("Fest 3. juni")
    await house.taps(house.sanne, page, "Change it")
    for _ in range(2):
        await house.sanne.taps(page, "Cancel the event")
    await house.idle()
    [entry] = await house.entries(house.council)
    assert entry.revision == 1
    post = await house.says(house.sanne, "/entry fest")
    await house.taps(house.sanne, post, "History")
    assert sum("cancelled it" in line for line in post.text.splitlines()) == 1


async def test_other_chats_go_on_while_one_is_slow(house: House) -> None:
    await house.sanne.sends_file("plan.txt", PLAN.encode())
    said = len(house.bo.chat.spoken)
    await house.bo.says("/plan")
    await house.tg.until(lambda: len(house.bo.chat.spoken) > said)
    await house.idle()


async def test_one_persons_messages_are_answered_in_their_order(house: House) -> None:
    await house.with_plan()
    house.bo.chat.read_all()
    house.tg.faults.delay(0.05, "sendMessage", times=1)
    for text in ("/plan", "/next", "/activities", "/help", "/council"):
        await house.bo.says(text)
    await house.idle()
    said = [post.text for post in house.bo.chat.read_all()]
    firsts = ("Integration Council ·", "What comes next", "Activities of", "What I can do", "We are talking")
    assert [text.startswith(first) for text, first in zip(said, firsts, strict=True)] == [True] * 5


async def test_a_hundred_people_at_once(house: House) -> None:
    await house.with_plan()
    people = [house.tg.person(f"P{n}", language="da" if n % 2 else "en") for n in range(100)]
    house.group.add(*people)
    card = await house.says(house.sanne, "/start", house.group)
    for person in people:
        await person.taps(card, 0)
    await house.idle()
    for person in people:
        await person.says("/plan")
    await house.idle()
    posts: list[Post] = [person.chat.last_message for person in people]
    assert all("Kulturdag" in post.text for post in posts)


async def test_a_form_that_no_feature_has_any_more(house: House) -> None:
    # A draft of an earlier version of the bot, whose feature is gone.
    async with house.store.transaction("commons") as tx:
        tx.put(Draft(f"{house.bo.id}:{house.bo.id}", "t0ken", "gone", "x", house.council.id))
    said = len(house.bo.chat.spoken)
    await house.says(house.bo, "hello")
    assert "/help" in house.bo.chat.last_message.text
    assert len(house.bo.chat.spoken) == said + 1


async def test_a_process_that_died_before_it_confirmed_does_nothing_twice(lasting: House) -> None:
    post = await lasting.says(lasting.sanne, "/new Fest 3. juni")
    tapped = await lasting.sanne.taps(post, "Yes, save it")
    await lasting.idle()
    page = await lasting.says(lasting.sanne, "/entry fest")
    await lasting.taps(lasting.sanne, page, "Change it", "Title")
    said = await lasting.sanne.says("Summer party")
    await lasting.idle()
    await lasting.stop()
    assert tapped.update_id is not None
    assert said.update_id is not None
    lasting.tg.repeats(tapped.update_id)
    lasting.tg.repeats(said.update_id)
    await lasting.start()
    [entry] = await lasting.entries(lasting.council)
    assert entry.title == "Summer party"


def test_two_features_cannot_claim_the_same() -> None:
    async def run(*_: object) -> None: ...

    first = Feature(N_("Help"), 1, commands=(Command("x", "y", N_("Help"), run),), taps=(on(ShowPlan, run),))
    same_name = Feature(N_("Help"), 2, commands=(Command("z", "x", N_("Help"), run),))
    same_tap = Feature(N_("Help"), 3, taps=(on(ShowPlan, run),))
    for other in (same_name, same_tap):
        with pytest.raises(ValueError, match="two"):
            Router([first, other])
    assert Router(all_features()).features == all_features()
