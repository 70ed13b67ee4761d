"""What is written to the ledger and said, when plans, people and hours change in between."""

from dataclasses import replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from council.notice import Notice
from council.openings import Opening, SignUp, SignUpState
from council.records import Council, Kind, Membership, PlanEntry, Record, Role, Status
from council.reminding import Horizon, Wishes
from council.when import When
from tests.services.kit import START, Town

ZONE = ZoneInfo("Europe/Copenhagen")


def local(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=ZONE).astimezone(START.tzinfo)


class Hall:
    """A council that has been planned for; person 10 takes part in what is opened."""

    def __init__(self) -> None:
        self.town = Town()
        self.clock = self.town.clock

    async def put(self, *records: Record) -> None:
        async with self.town.store.transaction("c") as tx:
            for record in records:
                tx.put(record)

    async def ring(self, at: str = "", *, changed: bool = False) -> list[list[str]]:
        """The messages that are ready then, each as its notices; they are sent. (Not: who is silent.)"""
        self.clock.time = local(at) if at else self.clock.time
        house, since = self.town.house, self.clock.time if changed else None
        await house.clockwork.ring("c", anew=changed, since=since)
        messages = await house.notices.ready("c")
        for message in messages:
            await house.notices.sent("c", message)
        return [[_said(each) for each in message] for message in messages if message[0].kind != "unanswered"]

    async def states(self) -> list[str]:
        async with self.town.store.transaction("c") as tx:
            return [
                f"{each.fact('distance')} {each.state} {each.reason}".strip()
                for each in await tx.find(Notice)
                if each.kind != "unanswered"
            ]


@pytest.fixture
async def hall() -> Hall:
    hall = Hall()
    await hall.put(Council("c", "Rådet", -1, digest=""), Membership("s", "Sanne", Role.SECRETARY))
    await hall.ring("2021-09-01T12:00", changed=True)
    return hall


def _said(notice: Notice) -> str:
    return f"{notice.kind} {notice.person_id} {notice.fact('distance')}".strip()


def takes(opening_id: str, when: str) -> tuple[Opening, SignUp]:
    opening = Opening(opening_id, opening_id, START, when=When(when))
    return opening, SignUp(f"{opening_id}-10", opening_id, "10", "Ane", SignUpState.CONFIRMED, 1, START)


def event(when: str) -> PlanEntry:
    return PlanEntry("e", "Kulturdag", When(when), START, START, Kind.EVENT)


async def test_who_signs_up_today_is_not_reminded_as_of_yesterday(hall: Hall) -> None:
    await hall.put(*takes("a", "2021-09-18T17:00"))
    assert await hall.ring("2021-09-12T12:00", changed=True) == []
    assert await hall.ring("2021-09-17T17:00") == [["remind 10 1d"]]


async def test_what_fell_due_while_the_bot_was_down_is_said_when_it_is_of_use(hall: Hall) -> None:
    await hall.put(*takes("a", "2021-09-18T17:00"))
    await hall.ring("2021-09-02T12:00", changed=True)
    hall.clock.time = local("2021-09-17T20:00")
    await hall.town.house.clockwork.ring("c", anew=True)  # after a start nobody knows what was changed
    assert await hall.ring() == [["remind 10 1d"]]
    assert await hall.states() == ["7d skipped late", "1d sent"]


async def test_a_reminder_at_night_comes_in_the_morning_with_what_is_due_just_after(hall: Hall) -> None:
    await hall.put(
        *takes("a", "2021-09-18T23:00"), *takes("b", "2021-09-19T08:10"), *takes("c", "2021-09-19T08:16")
    )
    await hall.put(Wishes("10", ("1d",)))
    await hall.ring("2021-09-02T12:00", changed=True)
    assert await hall.ring("2021-09-17T23:00") == []
    assert await hall.ring("2021-09-18T08:00") == [["remind 10 1d", "remind 10 1d"]]
    assert await hall.ring("2021-09-18T08:10") == []
    assert await hall.ring("2021-09-18T08:16") == [["remind 10 1d"]]


async def test_what_could_not_be_sent_by_day_waits_for_the_morning(hall: Hall) -> None:
    await hall.put(*takes("a", "2021-09-18T20:59"), Wishes("10", ("1d",)))
    await hall.ring("2021-09-02T12:00", changed=True)
    hall.clock.time = local("2021-09-17T20:59")
    await hall.town.house.clockwork.ring("c")  # and then it is stopped
    assert await hall.ring("2021-09-17T22:30") == []
    assert await hall.ring("2021-09-18T07:59") == []
    assert await hall.ring("2021-09-18T08:00") == [["remind 10 1d"]]


async def test_at_night_one_that_the_next_takes_the_place_of_wakes_nobody(hall: Hall) -> None:
    await hall.put(*takes("a", "2021-09-18T09:00"), Wishes("10", ("180m", "120m")))
    await hall.ring("2021-09-02T12:00", changed=True)
    assert await hall.ring("2021-09-18T06:00") == []
    assert await hall.ring("2021-09-18T07:00") == []
    assert await hall.ring("2021-09-18T08:00") == [["remind 10 120m"]]
    assert await hall.states() == ["180m skipped late", "120m sent"]


@pytest.mark.parametrize(
    "change",
    [
        (Wishes("10", ()),),
        (replace(takes("a", "2021-09-18T23:00")[1], state=SignUpState.WITHDRAWN),),
        takes("a", "2021-09-25T23:00"),
    ],
)
async def test_what_changes_over_night_is_not_said_in_the_morning(
    hall: Hall, change: tuple[Record, ...]
) -> None:
    await hall.put(*takes("a", "2021-09-18T23:00"))
    await hall.ring("2021-09-02T12:00", changed=True)
    assert await hall.ring("2021-09-17T23:00") == []
    await hall.put(*change)
    assert await hall.ring("2021-09-18T00:30", changed=True) == []
    assert await hall.ring("2021-09-18T08:00") == []


async def test_longer_quiet_hours_count_at_once(hall: Hall) -> None:
    await hall.put(*takes("a", "2021-09-18T23:00"))
    await hall.ring("2021-09-02T12:00", changed=True)
    await hall.ring("2021-09-17T23:00")
    await hall.put(Wishes("10", quiet="21-10"))
    await hall.ring("2021-09-18T00:30", changed=True)
    assert await hall.ring("2021-09-18T08:00") == []
    assert await hall.ring("2021-09-18T10:00") == [["remind 10 1d"]]


async def test_what_is_tentative_by_morning_or_falls_into_a_recess_is_not_posted(hall: Hall) -> None:
    await hall.put(event("2021-09-18T07:00"))
    await hall.ring("2021-09-02T12:00", changed=True)
    assert await hall.ring("2021-09-11T07:00") == []
    await hall.put(event("2021-09-18T07:00?"))
    assert await hall.ring("2021-09-11T08:00", changed=True) == []
    await hall.put(event("2021-09-18T07:00"))
    assert await hall.ring("2021-09-17T07:00", changed=True) == []
    recess = replace(event("2021-09-17"), id="away", kind=Kind.RECESS)
    await hall.put(recess)
    assert await hall.ring("2021-09-17T08:00", changed=True) == []
    await hall.put(replace(recess, status=Status.CANCELLED))
    assert await hall.ring("2021-09-17T08:05", changed=True) == []


async def test_without_anything_due_nothing_is_read(hall: Hall) -> None:
    before = hall.clock.time
    await hall.put(*takes("a", "2021-09-18T17:00"))
    await hall.ring("2021-09-02T12:00")
    async with hall.town.store.transaction("c") as tx:
        [horizon] = await tx.find(Horizon)
    assert horizon.until == before
    assert horizon.next is None


async def test_waiting_longer_brings_it_up_later(hall: Hall) -> None:
    waits = replace(event("2021-12-01"), status=Status.WAITING, changed=local("2021-09-02T08:00"))
    await hall.put(
        waits, replace(event("2021-12-01"), id="f", when=When("2021-10")), Wishes("s", quiet="9-11")
    )
    await hall.ring("2021-09-02T12:00", changed=True)
    assert await hall.ring("2021-09-10T10:00") == []
    assert await hall.ring("2021-09-10T11:00") == [["undated s"]]
    assert await hall.ring("2021-09-23T10:00") == []
    await hall.put(replace(waits, changed=local("2021-09-23T10:30")))
    assert await hall.ring("2021-09-23T11:00", changed=True) == []
    hall.clock.time += timedelta(days=1)
    assert await hall.ring() == []
