"""What the group hears of changed entries: firm ones only, five minutes later, by day, in one message."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from council.due import GROUP
from council.records import Kind, Notice, Printed, ReadEntry, Status
from council.taking_back import GRACE
from council.when import When
from tests.services.kit import START, Seat, Town, line, reading

DAY, NEXT, LATER = "2021-09-18T17:00/2021-09-18T19:00", "2021-09-25T17:00/2021-09-25T19:00", "2021-10-02"
TENTATIVE, MONTH, PAST = "2021-10-02?", "2021-10", "2021-06-01"


async def plan(town: Town, seat: Seat, edtf: str = DAY, **fields: Any) -> str:
    """A meeting on the plan; its id."""
    await town.house.plans.add(seat.secretary, Printed("Fest", When(edtf), **fields), entry_id="fest")
    return "fest"


async def amend(town: Town, seat: Seat, edtf: str = "", **fields: Any) -> None:
    """Change it."""
    when = {"when": When(edtf)} if edtf else {}
    await town.house.plans.amend(seat.secretary, "fest", **when, **fields)


async def written(town: Town, seat: Seat) -> list[Notice]:
    return [n for n in await town.all(Notice, seat.council.id) if n.state == "waiting"]


async def heard(town: Town, seat: Seat) -> list[list[tuple[str, ...]]]:
    """What the group hears now, message by message, each with what happened, what was and what is."""
    notices = town.house.notices
    messages = await notices.ready(seat.council.id)
    for message in messages:
        assert {(notice.kind, notice.person_id) for notice in message} == {("changed", GROUP)}
        await notices.sent(seat.council.id, message)
    names = ("state", "was", "when", "was_place", "place")
    return [[tuple(notice.fact(name) for name in names) for notice in message] for message in messages]


async def after_grace(town: Town, seat: Seat) -> list[list[tuple[str, ...]]]:
    """The same once the grace is over; nothing is said before."""
    town.clock.turn(seconds=(GRACE - timedelta(seconds=1)).total_seconds())
    assert await heard(town, seat) == []
    town.clock.turn(seconds=1)
    return await heard(town, seat)


async def test_what_a_notice_of_the_group_holds(town: Town, seat: Seat) -> None:
    await plan(town, seat, activity="Kulturdag", place="VUC")
    await amend(town, seat, NEXT, place="Torvet")
    [notice] = await written(town, seat)
    assert (notice.id, notice.kind, notice.person_id) == ("changed:group:fest:1", "changed", GROUP)
    assert dict(notice.facts) == {
        "council": seat.council.id,
        "council_name": "Integrationsrådet",
        "zone": "Europe/Copenhagen",
        "entry": "fest",
        "title": "Fest",
        "activity": "Kulturdag",
        "when": NEXT,
        "words": "",
        "place": "Torvet",
        "was": DAY,
        "was_place": "VUC",
        "state": "moved",
    }
    assert (notice.created, notice.not_before) == (START, START + GRACE)
    assert notice.useful == datetime(2021, 9, 25, 17, tzinfo=UTC)


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"when": When(NEXT)}, ("moved", DAY, NEXT, "VUC", "VUC")),
        ({"when": When(TENTATIVE)}, ("moved", DAY, TENTATIVE, "VUC", "VUC")),
        ({"when": When(MONTH)}, ("moved", DAY, MONTH, "VUC", "VUC")),
        ({"when": When("XXXX")}, ("moved", DAY, "XXXX", "VUC", "VUC")),
        ({"place": "Torvet"}, ("moved", DAY, DAY, "VUC", "Torvet")),
        ({"place": ""}, ("moved", DAY, DAY, "VUC", "")),
        ({"status": Status.CANCELLED}, ("cancelled", DAY, DAY, "VUC", "VUC")),
        ({"removed": True}, ("cancelled", DAY, DAY, "VUC", "VUC")),
        ({"when": When(NEXT), "status": Status.CANCELLED}, ("cancelled", DAY, DAY, "VUC", "VUC")),
    ],
)
async def test_what_is_told(town: Town, seat: Seat, fields: dict[str, Any], told: tuple[str, ...]) -> None:
    await plan(town, seat, place="VUC")
    await amend(town, seat, **fields)
    assert await after_grace(town, seat) == [[told]]


@pytest.mark.parametrize(
    "fields",
    [
        {"title": "Stor fest"},
        {"note": "Tag kage med"},
        {"kind": Kind.MEETING},
        {"place": "Torvet"},  # where there was none yet
        {"status": Status.WAITING, "waiting_for": "Biblioteket"},
        {"status": Status.DONE},
        {"status": Status.DONE, "when": When(NEXT)},
        {"when": When(PAST)},
    ],
)
async def test_what_is_not_told(town: Town, seat: Seat, fields: dict[str, Any]) -> None:
    await plan(town, seat)
    await amend(town, seat, **fields)
    assert await written(town, seat) == []


@pytest.mark.parametrize("kind", Kind)
@pytest.mark.parametrize("fields", [{"when": When(NEXT)}, {"status": Status.CANCELLED}])
async def test_recesses_and_tasks_are_nobodys_news(
    town: Town, seat: Seat, kind: Kind, fields: dict[str, Any]
) -> None:
    await plan(town, seat, kind=kind)
    await amend(town, seat, **fields)
    told = await after_grace(town, seat)
    assert bool(told) == (kind not in {Kind.RECESS, Kind.TASK})


@pytest.mark.parametrize("edtf", [TENTATIVE, MONTH, "2021-10?", "XXXX", "2021-33"])
async def test_of_what_was_never_certain_nothing_is_told(town: Town, seat: Seat, edtf: str) -> None:
    await plan(town, seat, edtf, place="VUC")
    await amend(town, seat, "2021-11?", place="Torvet")
    await amend(town, seat, status=Status.CANCELLED)
    await amend(town, seat, status=Status.PLANNED)
    await amend(town, seat, NEXT)
    assert await written(town, seat) == []


async def test_what_is_over_is_not_told(town: Town, seat: Seat) -> None:
    await plan(town, seat, PAST)
    await amend(town, seat, "2021-06-02")
    await amend(town, seat, status=Status.CANCELLED)
    assert await written(town, seat) == []


async def test_a_change_that_nobody_hears_in_time_is_of_no_use(town: Town, seat: Seat) -> None:
    await plan(town, seat)
    await amend(town, seat, NEXT)
    town.clock.time = datetime(2021, 9, 25, 17, tzinfo=UTC)
    assert await heard(town, seat) == []
    [notice] = await town.all(Notice, seat.council.id)
    assert (notice.state, notice.reason) == ("skipped", "late")


# Within the grace.


@pytest.mark.parametrize("way", [NEXT, TENTATIVE, MONTH, "XXXX"])
async def test_there_and_back_is_told_to_nobody(town: Town, seat: Seat, way: str) -> None:
    await plan(town, seat)
    await amend(town, seat, way)
    await amend(town, seat, DAY)
    assert await written(town, seat) == []


@pytest.mark.parametrize("way", [NEXT, TENTATIVE, "XXXX"])
async def test_on_the_way_to_somewhere_else_only_that_is_told(town: Town, seat: Seat, way: str) -> None:
    await plan(town, seat, place="VUC")
    await amend(town, seat, way, place="")
    town.clock.turn(minutes=4)
    await amend(town, seat, LATER, place="Torvet")
    assert await after_grace(town, seat) == [[("moved", DAY, LATER, "VUC", "Torvet")]]


async def test_a_place_taken_away_and_given_back_is_told_to_nobody(town: Town, seat: Seat) -> None:
    await plan(town, seat, place="VUC")
    await amend(town, seat, place="")
    await amend(town, seat, place="VUC")
    assert await written(town, seat) == []


@pytest.mark.parametrize(
    ("off", "on"),
    [
        ({"status": Status.CANCELLED}, {"status": Status.PLANNED}),
        ({"removed": True}, {"removed": False}),
        ({"status": Status.CANCELLED}, {"status": Status.WAITING}),
    ],
)
async def test_cancelled_and_back_is_told_to_nobody(
    town: Town, seat: Seat, off: dict[str, Any], on: dict[str, Any]
) -> None:
    await plan(town, seat)
    await amend(town, seat, **off)
    await amend(town, seat, **on)
    assert await written(town, seat) == []


async def test_moved_while_it_was_off_is_told_as_a_move(town: Town, seat: Seat) -> None:
    await plan(town, seat)
    await amend(town, seat, status=Status.CANCELLED)
    await amend(town, seat, NEXT)
    await amend(town, seat, status=Status.PLANNED)
    assert await after_grace(town, seat) == [[("moved", DAY, NEXT, "", "")]]


async def test_moved_and_then_cancelled_says_what_was_known(town: Town, seat: Seat) -> None:
    await plan(town, seat, place="VUC")
    await amend(town, seat, NEXT, place="Torvet")
    await amend(town, seat, status=Status.CANCELLED)
    assert await after_grace(town, seat) == [[("cancelled", DAY, DAY, "VUC", "VUC")]]


async def test_what_else_is_changed_meanwhile_takes_nothing_away(town: Town, seat: Seat) -> None:
    await plan(town, seat)
    await amend(town, seat, NEXT)
    await amend(town, seat, title="Stor fest")
    [notice] = await written(town, seat)
    assert notice.fact("title") == "Stor fest"
    assert await after_grace(town, seat) == [[("moved", DAY, NEXT, "", "")]]


# After the grace.


async def test_once_it_is_told_each_change_is_told_on_its_own(town: Town, seat: Seat) -> None:
    await plan(town, seat)
    await amend(town, seat, NEXT)
    assert await after_grace(town, seat) == [[("moved", DAY, NEXT, "", "")]]
    await amend(town, seat, DAY)
    assert await after_grace(town, seat) == [[("moved", NEXT, DAY, "", "")]]
    await amend(town, seat, status=Status.CANCELLED)
    assert await after_grace(town, seat) == [[("cancelled", DAY, DAY, "", "")]]
    await amend(town, seat, NEXT)
    assert await written(town, seat) == []
    await amend(town, seat, status=Status.PLANNED)
    assert await after_grace(town, seat) == [[("reopened", NEXT, NEXT, "", "")]]


@pytest.mark.parametrize("minutes", [5, 7])
async def test_what_is_on_its_way_is_not_taken_back(town: Town, seat: Seat, minutes: int) -> None:
    """The grace is over, though the message is not out yet."""
    await plan(town, seat)
    await amend(town, seat, NEXT)
    town.clock.turn(minutes=minutes)
    await amend(town, seat, DAY)
    assert await heard(town, seat) == [[("moved", DAY, NEXT, "", "")]]
    assert await after_grace(town, seat) == [[("moved", NEXT, DAY, "", "")]]


# At night.


@pytest.mark.parametrize(
    ("at", "said"),
    [
        ("2021-06-10T18:00", "2021-06-10T18:05"),  # 20:00 in Copenhagen
        ("2021-06-10T18:54", "2021-06-10T18:59"),
        ("2021-06-10T18:56", "2021-06-11T06:00"),  # five minutes later it is night
        ("2021-06-10T22:30", "2021-06-11T06:00"),
        ("2021-06-11T05:57", "2021-06-11T06:02"),
        ("2021-06-11T06:00", "2021-06-11T06:05"),
    ],
)
async def test_the_group_is_not_woken(town: Town, seat: Seat, at: str, said: str) -> None:
    await plan(town, seat)
    town.clock.time = datetime.fromisoformat(f"{at}+00:00")
    await amend(town, seat, NEXT)
    [notice] = await written(town, seat)
    assert notice.not_before == datetime.fromisoformat(f"{said}+00:00")


async def test_taken_back_in_the_same_night_is_told_to_nobody(town: Town, seat: Seat) -> None:
    await plan(town, seat)
    town.clock.turn(hours=12)
    await amend(town, seat, NEXT)
    town.clock.turn(hours=8)
    await amend(town, seat, DAY)
    assert await written(town, seat) == []


# Several at once.


async def imported(town: Town, seat: Seat, *lines: ReadEntry) -> None:
    """The secretary takes over an edition."""
    importing = town.house.importing
    offer = await importing.propose(seat.secretary, reading(*lines))
    await importing.take_over(seat.secretary, offer.proposal.id)


async def test_an_edition_is_one_message_in_the_group(town: Town, seat: Seat) -> None:
    await imported(
        town,
        seat,
        line("Fest", DAY),
        line("Rådsmøde", NEXT, place="Rådhuset"),
        line("Høring", LATER),
        line("Udflugt", "2021-10"),
        line("Basar", "2021-11-20"),
    )
    assert await written(town, seat) == []  # what is new is not news of this kind
    await imported(
        town,
        seat,
        line("Fest", NEXT),
        line("Rådsmøde", NEXT, place="Torvet"),
        line("Udflugt", "2021-11"),
        line("Basar", "2021-11-20"),
        line("Julefrokost", "2021-12-11"),
    )
    [message] = await after_grace(town, seat)
    assert sorted(message) == [
        ("cancelled", LATER, LATER, "", ""),
        ("moved", DAY, NEXT, "", ""),
        ("moved", NEXT, NEXT, "Rådhuset", "Torvet"),
    ]


async def test_an_edition_that_is_taken_back_by_the_next_is_told_to_nobody(town: Town, seat: Seat) -> None:
    await imported(town, seat, line("Fest", DAY), line("Høring", LATER))
    await imported(town, seat, line("Fest", NEXT), line("Høring", "2021-10-09"))
    await imported(town, seat, line("Fest", DAY), line("Høring", LATER))
    assert await written(town, seat) == []


async def test_each_council_hears_of_its_own(town: Town, seat: Seat) -> None:
    other, _ = await town.council(-200, "Byrådet", "5")
    await plan(town, seat)
    await amend(town, seat, NEXT)
    assert await town.all(Notice, other.id) == []
