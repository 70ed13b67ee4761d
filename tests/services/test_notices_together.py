"""What one person hears in one message, and that they hear of a change before they are reminded of it."""

from dataclasses import replace
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from council.due import GROUP
from council.notice import Notice
from council.openings import OpeningState
from council.records import PlanEntry, Printed, Status
from council.reminding import CustomReminder
from council.taking_back import GRACE
from council.when import When
from tests.services.corps import Corps
from tests.services.kit import START

OLD, NEW = "2021-09-19T12:00/2021-09-19T14:00", "2021-09-17T10:00/2021-09-17T12:00"
BEFORE, REMINDED = (
    "2021-09-16T09:58",
    "2021-09-16T10:00",
)  # two minutes later it is the day before the new one


def local(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo("Europe/Copenhagen")).astimezone(START.tzinfo)


async def rings(corps: Corps, at: str) -> None:
    """It is then, and what is due is written."""
    corps.town.clock.time = local(at)
    await corps.town.house.clockwork.ring(corps.council.id, anew=True)


async def heard(corps: Corps, at: str = "") -> list[list[str]]:
    """What is said then to the group and to 10 and on, message by message; it is sent."""
    if at:
        await rings(corps, at)
    notices, said = corps.town.house.notices, []
    for message in await notices.ready(corps.council.id):
        await notices.sent(corps.council.id, message)
        if message[0].person_id in {GROUP, "10", "11"}:
            said.append([f"{each.kind} {each.person_id}" for each in message])
    return said


async def put(corps: Corps, *records: Any) -> None:
    async with corps.town.store.transaction(corps.council.id) as tx:
        for record in records:
            tx.put(record)


# Tasks.


async def test_all_that_somebody_looks_after_is_one_message(corps: Corps) -> None:
    """On 1 July there is something of each kind for the secretary; the bot was off for days."""
    await corps.opened("Bage", activity="", when=When("2021-07-22T12:00"), capacity=4)
    soon = await corps.opened("Synge", activity="", when=When("2021-07-02T12:00"), capacity=5)
    await corps.opened("Kulturdag", when=When("2021-07-22T12:00"), capacity=4)  # the coordinator's
    await corps.takes("10", soon)
    await corps.town.added(corps.secretary, "Udflugt", "2021-07-22?")
    waiting = (await corps.town.added(corps.secretary, "Fest", "2021-08-20")).entry
    await put(corps, replace(waiting, status=Status.WAITING, waiting_for="Biblioteket"))
    await rings(corps, "2021-06-11T12:00")
    corps.town.clock.time = local("2021-07-01T18:00")
    await corps.town.house.clockwork.ring(corps.council.id)
    messages = [
        message
        for message in await corps.town.house.notices.ready(corps.council.id)
        if message[0].person_id in {"1", "3"}
    ]
    told = {message[0].person_id: sorted(each.kind for each in message) for message in messages}
    assert len(messages) == 2
    assert told == {"1": ["missing", "missing", "stalled", "unanswered", "undated"], "3": ["missing"]}


# A change first.


async def moved(corps: Corps, **fields: Any) -> None:
    """10 takes part; two minutes before they would be reminded, it is moved."""
    opening = await corps.opened(when=When(OLD), capacity=5, **fields)
    await corps.takes("10", opening)
    await rings(corps, "2021-09-16T09:57")
    await corps.said()
    corps.town.clock.time = local(BEFORE)
    await corps.town.house.openings.move(corps.coordinator, opening.id, when=When(NEW))


async def test_they_hear_of_a_change_before_they_are_reminded_of_it(corps: Corps) -> None:
    await moved(corps)
    assert await heard(corps, "2021-09-16T09:59") == []
    assert await heard(corps, REMINDED) == [["moved 10"], ["remind 10"]]
    assert await heard(corps, "2021-09-16T10:03") == []  # the grace is over: it was told
    assert await heard(corps, "2021-09-16T10:10") == []


async def test_what_was_told_early_is_told_again_when_it_is_taken_back(corps: Corps) -> None:
    await moved(corps)
    await heard(corps, REMINDED)
    [opening] = [notice.fact("opening") for notice in await corps.notices("moved")]
    await corps.town.house.openings.move(corps.coordinator, opening, when=When(OLD))
    assert await heard(corps) == []
    assert await heard(corps, "2021-09-16T10:05") == [["moved 10"]]


async def test_a_change_alone_waits_out_its_grace(corps: Corps) -> None:
    """11 takes part as well and is reminded of nothing; what 10 hears is no reason to hurry."""
    opening = await corps.opened(when=When(OLD), capacity=5)
    other = await corps.opened("Synge", when=When("2021-09-17T09:58"), capacity=5)
    await corps.crowd(opening, "10", "11")
    await corps.takes("10", other)
    await rings(corps, "2021-09-16T09:57")
    await corps.said()
    corps.town.clock.time = local("2021-09-16T09:58")
    await corps.town.house.openings.move(corps.coordinator, opening.id, when=When("2021-09-26T12:00"))
    assert await heard(corps, BEFORE) == [["remind 10"]]  # of the other one
    assert await heard(corps, "2021-09-16T10:02") == []
    assert await heard(corps, "2021-09-16T10:03") == [["moved 10"], ["moved 11"]]


def reminder(opening: str, at: datetime, **fields: Any) -> Notice:
    facts = (("subject", f"s-{opening}-10"),)
    return Notice("remind:10", "remind", "10", facts, START, instant=at, useful=at, **fields)


@pytest.mark.parametrize("how", ["moved", "cancelled", "on its way", "late"])
async def test_a_reminder_that_is_not_said_hurries_nothing(corps: Corps, how: str) -> None:
    opening = await corps.opened(when=When(OLD), capacity=5)
    await corps.takes("10", opening)
    openings, notices, council = corps.town.house.openings, corps.town.house.notices, corps.council.id
    late = local(OLD[:16]) if how != "late" else START
    await put(corps, replace(reminder(opening.id, local(OLD[:16])), useful=late))
    if how == "cancelled":
        await openings.set_state(corps.coordinator, opening.id, OpeningState.CANCELLED)
    else:
        elsewhere: dict[str, Any] = {"when": When(NEW)} if how == "moved" else {"place": "Torvet"}
        await openings.move(corps.coordinator, opening.id, **elsewhere)
    assert await notices.ready(council, {"remind:10"} if how == "on its way" else ()) == []
    corps.town.clock.turn(seconds=GRACE.total_seconds())
    kind = "cancelled" if how == "cancelled" else "moved"
    said = await notices.ready(council, {"remind:10"})
    assert [[(each.kind, each.person_id) for each in message] for message in said] == [[(kind, "10")]]


async def test_after_a_night_too_the_change_is_first(corps: Corps) -> None:
    """The reminder was written before the change; in the morning both are due."""
    opening = await corps.opened(when=When(OLD), capacity=5)
    await corps.takes("10", opening)
    morning = local("2021-06-11T08:00")
    await put(corps, reminder(opening.id, local(OLD[:16]), not_before=morning))
    await corps.town.house.openings.move(corps.coordinator, opening.id, place="Torvet")
    corps.town.clock.time = morning
    assert await heard(corps) == [["moved 10"], ["remind 10"]]


async def test_what_one_asked_for_waits_for_no_change_either(corps: Corps) -> None:
    opening = await corps.opened(when=When(OLD), capacity=5)
    await corps.takes("10", opening)
    await put(corps, CustomReminder("c", f"o-{opening.id}", "60m", "10", "10", START))
    await rings(corps, "2021-09-16T09:57")
    await corps.said()
    corps.town.clock.time = local(BEFORE)
    await corps.town.house.openings.move(corps.coordinator, opening.id, when=When("2021-09-16T11:00"))
    said = await heard(corps, REMINDED)
    assert said[0] == ["moved 10"]
    assert "custom 10" in said[1]


async def test_the_group_hears_of_the_change_first(corps: Corps) -> None:
    plans, secretary = corps.town.house.plans, corps.secretary
    await plans.add(secretary, Printed("Fest", When(OLD)), entry_id="fest")
    await plans.add(secretary, Printed("Basar", When(OLD)), entry_id="basar")
    await rings(corps, "2021-09-16T09:57")
    await corps.said()
    corps.town.clock.time = local(BEFORE)
    await plans.amend(secretary, "fest", when=When(NEW))
    await plans.amend(secretary, "basar", when=When("2021-11-25T17:00"))
    assert await heard(corps, REMINDED) == [["changed group"], ["group group"]]
    entries = {entry.id: entry.title for entry in await corps.town.all(PlanEntry, corps.council.id)}
    [first] = [each for each in await corps.notices("changed") if each.state == "sent"]
    assert entries[first.fact("entry")] == "Fest"
    assert await heard(corps, "2021-09-16T10:03") == [["changed group"]]  # of the other one
