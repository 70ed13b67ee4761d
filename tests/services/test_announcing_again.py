"""Entries that change more than once: within the grace it is one change or none, after it each is told."""

from typing import Any

import pytest

from council.records import Status
from tests.services.group import DAY, LATER, MONTH, NEXT, TENTATIVE, after_grace, amend, heard, plan, written
from tests.services.kit import Seat, Town

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
