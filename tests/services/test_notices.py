"""The ledger: what is to be said now, what becomes of it, and when it is tried again."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from council.due import GROUP
from council.notice import Notice
from council.records import COMMONS
from council.reminding import NextDue
from council.when import When
from services.notices import MOST_TRIES
from tests.services.corps import Corps
from tests.services.kit import START, Seat, Town

MINUTE = timedelta(minutes=1)
FACTS = (("council", "Rådet"),)
TASKS = ("missing", "unanswered", "undated", "stalled")


def said(key: str, kind: str = "thrown_out", to: str = "1", **fields: object) -> Notice:
    return replace(Notice(key, kind, to, FACTS, START), **fields)  # type: ignore[arg-type]  # mixed values


async def write(town: Town, seat: Seat, *notices: Notice) -> list[Notice]:
    async with town.store.transaction(seat.council.id) as tx:
        for notice in notices:
            tx.put(notice)
    return list(notices)


async def ready(town: Town, seat: Seat) -> list[list[str]]:
    """The ids of what is to be said now, message by message."""
    messages = await town.house.notices.ready(seat.council.id)
    return [[notice.id for notice in message] for message in messages]


async def kept(town: Town, seat: Seat) -> Notice:
    """The one notice as it is kept."""
    [notice] = await town.all(Notice, seat.council.id)
    return notice


async def test_what_waits_is_told_oldest_first_until_it_is_sent(town: Town, seat: Seat) -> None:
    first, second = await write(town, seat, said("b"), said("a"))
    notices = town.house.notices
    assert await notices.ready(seat.council.id) == [[first], [second]]
    town.clock.turn(minutes=1)
    await notices.sent(seat.council.id, [first])
    assert await notices.ready(seat.council.id) == [[second]]
    assert await town.all(Notice, seat.council.id) == [
        replace(first, state="sent", sent=town.clock.time),
        second,
    ]


async def test_what_is_on_its_way_does_not_go_again(town: Town, seat: Seat) -> None:
    first, second = await write(town, seat, said("a"), said("b"))
    notices = town.house.notices
    assert await notices.ready(seat.council.id, {first.id}) == [[second]]
    assert await notices.ready(seat.council.id, [first.id, second.id]) == []


async def test_what_is_for_later_waits_until_then(town: Town, seat: Seat) -> None:
    await write(town, seat, said("a", not_before=START + MINUTE))
    assert await ready(town, seat) == []
    town.clock.turn(seconds=59)
    assert await ready(town, seat) == []
    town.clock.turn(seconds=1)
    assert await ready(town, seat) == [["a"]]


# What goes wrong.


async def test_what_fails_is_tried_again_after_longer_and_longer(town: Town, seat: Seat) -> None:
    notices = town.house.notices
    (first,) = await write(town, seat, said("a"))
    waits: list[timedelta] = []
    for tries in range(MOST_TRIES - 1):
        [message] = await notices.ready(seat.council.id)
        again = await notices.failed(seat.council.id, message, "no answer", for_good=False)
        assert again is not None
        notice = replace(first, tries=tries + 1, reason="no answer", not_before=again)
        assert await kept(town, seat) == notice
        waits.append(again - town.clock.time)
        assert await _silent_until(town, seat, again)
    assert waits[:6] == [timedelta(seconds=10 * 2**tries) for tries in range(6)]
    assert set(waits[6:]) == {timedelta(minutes=10)}


async def _silent_until(town: Town, seat: Seat, again: datetime) -> bool:
    """Whether it does not go out before, and goes out then; it is then afterwards."""
    town.clock.time = again - timedelta(seconds=1)
    before = await ready(town, seat)
    town.clock.time = again
    return before == [] and await ready(town, seat) == [["a"]]


async def test_what_has_failed_too_often_is_put_aside(town: Town, seat: Seat) -> None:
    (last,) = await write(town, seat, said("a", tries=MOST_TRIES - 1))
    again = await town.house.notices.failed(seat.council.id, [last], "no answer", for_good=False)
    assert again is None
    assert await kept(town, seat) == replace(last, state="failed", tries=MOST_TRIES, reason="no answer")
    town.clock.turn(days=1)
    assert await ready(town, seat) == []


async def test_what_fails_for_good_is_not_tried_again(town: Town, seat: Seat) -> None:
    (notice,) = await write(town, seat, said("a"))
    again = await town.house.notices.failed(seat.council.id, [notice], "unreachable", for_good=True)
    assert again is None
    assert await kept(town, seat) == replace(notice, state="failed", tries=1, reason="unreachable")
    assert await ready(town, seat) == []


async def test_a_message_of_several_is_sent_or_fails_as_one(town: Town, seat: Seat) -> None:
    changed = [said(key, "changed", GROUP) for key in "ab"]
    await write(town, seat, *changed)
    notices = town.house.notices
    [message] = await notices.ready(seat.council.id)
    again = await notices.failed(seat.council.id, message, "no answer", for_good=False)
    assert again == START + timedelta(seconds=10)
    town.clock.time = again
    [message] = await notices.ready(seat.council.id)
    assert [notice.tries for notice in message] == [1, 1]
    await notices.sent(seat.council.id, message)
    assert {(notice.state, notice.sent) for notice in await town.all(Notice, seat.council.id)} == {
        ("sent", again)
    }


# What a coordinator cannot be told.


async def fail(corps: Corps, notice: Notice) -> None:
    """It cannot be said, ever."""
    await corps.town.house.notices.failed(corps.council.id, [notice], "unreachable", for_good=True)


async def test_what_a_coordinator_cannot_be_told_the_secretary_is_told_once(corps: Corps) -> None:
    opening = await corps.opened(confirm_each=True)
    await corps.takes("10", opening)
    [asked] = await corps.notices()
    assert (asked.kind, asked.person_id) == ("requested", "3")
    for _ in range(2):
        await fail(corps, asked)
    states = {notice.person_id: notice.state for notice in await corps.notices()}
    assert states == {"3": "failed", "1": "waiting"}
    [passed_on] = [notice for notice in await corps.notices() if notice.person_id == "1"]
    assert (passed_on.tries, passed_on.facts) == (0, asked.facts)
    await fail(corps, passed_on)
    assert len(await corps.notices()) == 2


async def test_what_waits_for_another_try_is_not_passed_on(corps: Corps) -> None:
    opening = await corps.opened(confirm_each=True)
    await corps.takes("10", opening)
    [asked] = await corps.notices()
    await corps.town.house.notices.failed(corps.council.id, [asked], "no answer", for_good=False)
    assert len(await corps.notices()) == 1


async def test_what_volunteers_cannot_be_told_stays_theirs(corps: Corps) -> None:
    opening = await corps.opened()
    await corps.crowd(opening, "10", "11")
    await corps.leaves("10", opening)
    [offered] = await corps.notices()
    await fail(corps, offered)
    assert [(each.person_id, each.state) for each in await corps.notices("offered")] == [("11", "failed")]
    assert await corps.told() == {("offered", "11"): 1, ("unreached", "3"): 1}


async def test_of_whom_was_forgotten_meanwhile_nothing_is_passed_on(corps: Corps) -> None:
    opening = await corps.opened(confirm_each=True)
    await corps.takes("10", opening)
    [asked] = await corps.notices()
    await corps.town.house.privacy.forget("10")
    await fail(corps, asked)
    assert await corps.notices() == []


async def test_what_is_passed_on_is_said_though_plans_are_made_anew(corps: Corps) -> None:
    await corps.opened(when=When("2021-07-02T12:00"), capacity=5)
    ring = corps.town.house.clockwork.ring
    await ring(corps.council.id, anew=True)
    corps.town.clock.time = datetime.fromisoformat("2021-06-11T08:30+00:00")  # 21 days before, at ten
    await ring(corps.council.id)
    [missing] = [notice for notice in await corps.notices("missing") if notice.state == "waiting"]
    assert missing.person_id == "3"
    await fail(corps, missing)
    await ring(corps.council.id, anew=True)
    messages = await corps.town.house.notices.ready(corps.council.id)
    assert [(notice.kind, notice.person_id) for [notice] in messages] == [("missing", "1")]


# What is of no use any more.


async def test_what_comes_too_late_is_put_aside(town: Town, seat: Seat) -> None:
    (notice,) = await write(town, seat, said("a", "changed", GROUP, useful=START + MINUTE))
    assert await ready(town, seat) == [["a"]]
    town.clock.turn(minutes=1)
    assert await ready(town, seat) == []
    assert await kept(town, seat) == replace(notice, state="skipped", reason="late")


async def test_a_reminder_of_what_was_moved_is_put_aside(corps: Corps) -> None:
    opening = await corps.opened()
    await corps.takes("10", opening)
    facts = (("subject", f"s-{opening.id}-10"),)
    at = datetime.fromisoformat("2021-09-18T06:00+00:00")
    reminder = Notice("remind:10", "remind", "10", facts, START, instant=at, useful=at)
    async with corps.town.store.transaction(corps.council.id) as tx:
        tx.put(reminder)
    notices = corps.town.house.notices
    [[current]] = await notices.ready(corps.council.id)
    assert current.fact("title") == "Opstilling"
    await corps.town.house.openings.move(corps.coordinator, opening.id, when=When("2021-09-19T08:00"))
    assert await notices.ready(corps.council.id) == []
    assert await corps.notices("remind") == [replace(reminder, state="skipped", reason="changed")]


# What is one message.


@pytest.mark.parametrize(
    ("notices", "messages"),
    [
        ([("remind", "1"), ("custom", "1")], [["0", "1"]]),
        ([("remind", "1"), ("remind", "2"), ("remind", "1")], [["0", "2"], ["1"]]),
        ([("changed", GROUP), ("group", GROUP), ("changed", GROUP)], [["0", "2"], ["1"]]),
        ([("custom", GROUP), ("custom", GROUP)], [["0"], ["1"]]),
        ([("moved", "1"), ("remind", "1"), ("moved", "1")], [["0"], ["1"], ["2"]]),
        ([(kind, "1") for kind in TASKS], [["0", "1", "2", "3"]]),
        ([("missing", "1"), ("remind", "1"), ("stalled", "1"), ("custom", "1")], [["0", "2"], ["1", "3"]]),
        ([("missing", "1"), ("undated", "2"), ("undated", "1")], [["0", "2"], ["1"]]),
        ([("missing", "1"), ("requested", "1"), ("unreached", "1")], [["0"], ["1"], ["2"]]),
    ],
)
async def test_what_is_said_together(
    town: Town,
    seat: Seat,
    monkeypatch: pytest.MonkeyPatch,
    notices: list[tuple[str, str]],
    messages: list[list[str]],
) -> None:
    async def as_it_is(_self: object, _council_id: str, notice: Notice) -> Notice:
        return notice

    monkeypatch.setattr("services.reminding.Reminding.current", as_it_is)
    await write(town, seat, *(said(str(number), kind, to) for number, (kind, to) in enumerate(notices)))
    assert await ready(town, seat) == messages


# Councils.


async def test_every_council_has_its_own(town: Town, seat: Seat) -> None:
    other, _ = await town.council(-200, "Byrådet", "5")
    await write(town, seat, said("a"))
    notices = town.house.notices
    assert await notices.ready(other.id) == []
    assert {seat.council.id, other.id} <= set(await notices.councils())
    assert COMMONS not in await notices.councils()


async def test_where_the_group_is(town: Town, seat: Seat) -> None:
    notices = town.house.notices
    assert await notices.chat_of(seat.council.id) == (-100, "da")
    await town.house.councils.migrated(-100, -1001)
    assert await notices.chat_of(seat.council.id) == (-1001, "da")
    assert await notices.chat_of("nothing") == (0, "")


async def test_when_something_is_due_next_is_kept_for_a_start(town: Town, seat: Seat) -> None:
    notices, council = town.house.notices, seat.council.id
    for at in (START, START + MINUTE, START + MINUTE):
        await notices.note_due(council, at)
        assert await notices.due_list() == [NextDue(council, at)]
    for _ in range(2):
        await notices.note_due(council, None)
        assert await notices.due_list() == []
