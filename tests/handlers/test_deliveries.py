"""`/deliveries`: what went out, what waits, what failed and why, and whom to call."""

from datetime import timedelta
from typing import Any

import pytest

from council.notice import Notice
from handlers.notices import _VIEWS
from handlers.views.deliveries import KINDS, REASONS
from handlers.views.reminders import REMINDERS
from playground import Post
from tests.handlers.kit import NOON, House
from tests.handlers.opened import another_council, opened
from tests.handlers.places import Places, labels

LATE = "a reminder somebody asked for · Tables <b> – it would have come too late"


async def wrote(house: House, *notices: Notice) -> None:
    async with house.store.transaction(house.council.id) as tx:
        for notice in notices:
            tx.put(notice)


def notice(key: str, kind: str = "remind", to: str = "group", **more: Any) -> Notice:
    return Notice(key, kind, to, (("title", "Tables <b>"),), NOON, **more)


async def deliveries(house: House, *buttons: str) -> Post:
    post = await house.says(house.sanne, "/deliveries")
    await house.taps(house.sanne, post, *buttons)
    return post


def test_every_kind_has_words() -> None:
    assert set(KINDS) == set(_VIEWS) | set(REMINDERS)
    assert len(set(KINDS.values())) == len(KINDS)


async def test_nothing_yet(house: House) -> None:
    post = await house.says(house.sanne, "/beskeder")
    assert post.text.splitlines() == [
        "What I have said: Integration Council",
        "Sent: 0",
        "Waiting: 0",
        "Not delivered: 0",
        "Left out: 0",
        "",
        "✅ I can reach everybody.",
    ]
    assert labels(post) == []


async def test_what_became_of_each(house: House) -> None:
    later = NOON + timedelta(days=2)
    await wrote(
        house,
        notice("a", "group", state="sent", sent=NOON),
        notice("b", to=str(house.bo.id), not_before=later),
        notice("c", to=str(house.bo.id), state="failed", reason="unreachable"),
        notice("d", to="99", state="failed", reason="BadRequest"),
        notice("e", "custom", to=str(house.sanne.id), state="skipped", reason="late"),
    )
    post = await deliveries(house)
    assert post.text.splitlines()[1:5] == ["Sent: 1", "Waiting: 1", "Not delivered: 2", "Left out: 1"]
    said = {}
    for state in ("Sent", "Waiting", "Not delivered", "Left out"):
        await house.taps(house.sanne, post, state)
        said[state] = post.text.splitlines()[2:]
        await house.taps(house.sanne, post, "◂ Back")
    reminded = "a reminder of what they signed up for · Tables <b>"
    assert said == {
        "Sent": ["• Mon 1 Mar at 12:00 · the group · a reminder · Tables <b>"],
        "Waiting": [f"• Wed 3 Mar at 12:00 · Bo Bak · {reminded}"],
        "Not delivered": [
            f"• Mon 1 Mar at 12:00 · Bo Bak · {reminded} – I cannot write to them",
            f"• Mon 1 Mar at 12:00 · A volunteer · {reminded} – Telegram did not take it (BadRequest)",
        ],
        "Left out": [f"• Mon 1 Mar at 12:00 · Sanne Sand · {LATE}"],
    }


async def test_what_really_went_out(house: House) -> None:
    await house.add("Infomøde 1. marts kl. 12.12-13")
    await house.says(house.bo, "/remindme infomøde 10 minutes before")
    await house.turn(timedelta(minutes=2))
    post = await deliveries(house, "Sent")
    assert "Bo Bak · a reminder somebody asked for · Infomøde" in post.text


async def test_many_are_paged(house: House) -> None:
    await wrote(house, *(notice(f"n{n}", state="sent", sent=NOON + timedelta(minutes=n)) for n in range(45)))
    post = await deliveries(house, "Sent")
    assert post.text.splitlines()[:2] == ["Sent: 45", "These are the latest 30."]
    assert "12:44" in post.text
    assert labels(post) == ["Next ▸", "◂ Back"]
    await house.taps(house.sanne, post, "Next ▸", "Next ▸")
    assert "12:15" in post.text
    assert labels(post) == ["◂ Previous", "◂ Back"]


async def test_whom_to_call(house: House) -> None:
    places = Places(house)
    await places.open()
    await places.enters("Fatima", phone="12 34 56 78")
    await places.enters("Hodan")
    made = await opened(house, "Kor 3/4 kl. 10-11, 3 personer")
    guest = made.somebody("Mai")
    await made.joins(guest)
    guest.blocks_bot()
    post = await house.says(house.sanne, "/remind kor 1 hour before")
    await house.taps(house.sanne, post, "Those who are signed up")
    await house.turn(timedelta(days=32, hours=20))  # an hour before it
    post = await deliveries(house)
    assert "Not delivered: 0" not in post.text
    assert "I cannot reach 3 people." in post.text
    await house.taps(house.sanne, post, "Whom to call")
    assert "• Fatima, 12 34 56 78 (no Telegram)" in post.text
    assert "• Hodan, no number known (no Telegram)" in post.text
    assert "• Mai, no number known (I cannot write to them)" in post.text


async def test_it_is_for_secretary_and_chair(house: House) -> None:
    no = await house.says(house.bo, "/deliveries")
    assert "for the secretary and the chair" in no.text
    for data in (f"md:{house.council.id}::0", f"md:{house.council.id}:calls:0"):
        assert (await house.forges(house.bo, no, data)).is_alert
    await another_council(house)
    post = await house.says(house.rikke, "/deliveries")
    assert "Youth Council" in post.text
    assert (await house.forges(house.rikke, post, f"md:{house.council.id}:calls:0")).is_alert


async def test_not_in_the_group(house: House) -> None:
    no = await house.says(house.sanne, "/deliveries", house.group)
    assert "private chat" in no.text
    assert (await house.forges(house.sanne, no, f"md:{house.council.id}:calls:0")).is_alert


@pytest.mark.parametrize("data", ["md:{0}:x:0", "md:{0}:sent:-5", "md:{0}:calls:99", "md:x::0"])
async def test_made_up_buttons(house: House, data: str) -> None:
    post = await house.says(house.sanne, "/deliveries")
    await house.forges(house.sanne, post, data.format(house.council.id))
    assert "Something went wrong" not in (await house.last(house.sanne.chat)).text


def test_reasons_are_those_that_are_noted() -> None:
    assert {"unreachable", "late", "changed", "error"} <= set(REASONS)
