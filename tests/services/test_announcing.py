"""What the group hears of changed entries: firm ones only, five minutes later, by day, in one message."""

from datetime import UTC, datetime
from typing import Any

import pytest

from council.due import GROUP
from council.notice import Notice
from council.records import Kind, ReadEntry, Status
from council.taking_back import GRACE
from council.when import When
from tests.services.group import (
    DAY,
    LATER,
    MONTH,
    NEXT,
    PAST,
    TENTATIVE,
    after_grace,
    amend,
    heard,
    plan,
    written,
)
from tests.services.kit import START, Seat, Town, line, reading


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
