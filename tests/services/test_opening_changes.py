"""Openings that are moved, cancelled and back: what people hear of it, once, five minutes later."""

from collections import Counter
from dataclasses import replace
from datetime import timedelta

import pytest

from council.due import GROUP
from council.notice import Notice
from council.openings import OpeningState
from council.records import Status
from council.refusals import NotAllowed
from council.taking_back import GRACE
from council.when import When
from tests.services.corps import DAY, Corps, S, a_stranger

NEXT = When("2021-10-02T08:00/2021-10-02T11:00")
LATER = When("2021-10-09T08:00/2021-10-09T11:00")
AT_ONCE = When("2021-06-10T10:10")
"""So soon that nobody can be asked any more whether they come."""

CANCELLED, OPEN = OpeningState.CANCELLED, OpeningState.OPEN
ALMOST = GRACE - timedelta(seconds=1)
OFFS: list[dict[str, object]] = [{"status": Status.CANCELLED}, {"removed": True}]


def facts(notice: Notice) -> list[str]:
    return [notice.fact(name) for name in ("was", "when", "was_place", "place")]


async def later(corps: Corps) -> Counter[tuple[str, str]]:
    """What is said when the grace is over, and nothing before it."""
    corps.town.clock.turn(seconds=ALMOST.total_seconds())
    assert await corps.said() == {}
    corps.town.clock.turn(seconds=1)
    said = await corps.said()
    assert await corps.said() == {}
    return said


async def test_a_move_is_told_to_each_once_with_what_was(corps: Corps) -> None:
    opening, openings = await corps.opened(place="VUC"), corps.town.house.openings
    await corps.crowd(opening, "10", "11", "12")
    await corps.leaves("12", opening)
    for _ in range(2):
        await openings.move(corps.coordinator, opening.id, when=NEXT, place="Torvet")
    assert await corps.told() == {("moved", "10"): 1, ("moved", "11"): 1}
    assert facts((await corps.notices())[0]) == [DAY.edtf, NEXT.edtf, "VUC", "Torvet"]
    ten = await corps.of(opening, "10")
    assert ten is not None
    assert (ten.state, ten.still) == (S.CONFIRMED, "asked")
    assert await later(corps) == {("moved", "10"): 1, ("moved", "11"): 1}


async def test_moved_on_at_once_it_is_told_from_the_first_to_the_last(corps: Corps) -> None:
    opening, openings = await corps.opened(place="VUC"), corps.town.house.openings
    await corps.takes("10", opening)
    await openings.move(corps.coordinator, opening.id, when=NEXT)
    corps.town.clock.turn(seconds=ALMOST.total_seconds())
    await openings.move(corps.coordinator, opening.id, when=LATER, place="Torvet")
    [notice] = await corps.notices()
    assert facts(notice) == [DAY.edtf, LATER.edtf, "VUC", "Torvet"]
    assert await later(corps) == {("moved", "10"): 1}


async def test_moved_there_and_back_at_once_nobody_hears_or_is_asked(corps: Corps) -> None:
    opening, openings = await corps.opened(capacity=2), corps.town.house.openings
    await corps.crowd(opening, "10", "11", "12")
    for when in (NEXT, LATER, DAY):
        await openings.move(corps.coordinator, opening.id, when=when)
    assert await corps.notices() == []
    ten = await corps.of(opening, "10")
    assert ten is not None
    assert ten.still == ""
    await corps.tally(opening)


async def test_who_signed_up_in_between_hears_of_the_way_back(corps: Corps) -> None:
    """They said yes to the new time."""
    opening, openings = await corps.opened(capacity=5), corps.town.house.openings
    await corps.takes("10", opening)
    await openings.move(corps.coordinator, opening.id, when=NEXT)
    await corps.takes("11", opening)
    await openings.move(corps.coordinator, opening.id, when=DAY)
    [notice] = await corps.notices("moved")
    assert (notice.person_id, facts(notice)[:2]) == ("11", [NEXT.edtf, DAY.edtf])
    assert await later(corps) == {("moved", "11"): 1}


async def test_once_it_is_told_the_way_back_is_told_too(corps: Corps) -> None:
    opening, openings = await corps.opened(), corps.town.house.openings
    await corps.takes("10", opening)
    for when in (NEXT, DAY):
        await openings.move(corps.coordinator, opening.id, when=when)
        assert await later(corps) == {("moved", "10"): 1}
    assert [facts(notice)[:2] for notice in await corps.notices()] == [
        [DAY.edtf, NEXT.edtf],
        [NEXT.edtf, DAY.edtf],
    ]


async def test_cancelled_and_back_everyone_hears_once_each_time(corps: Corps) -> None:
    opening, openings = await corps.opened(), corps.town.house.openings
    await corps.crowd(opening, "10", "11", "12")
    await corps.leaves("10", opening)
    assert await corps.said() == {("offered", "11"): 1}
    for _ in range(2):
        await openings.set_state(corps.coordinator, opening.id, CANCELLED)
    assert await later(corps) == {("cancelled", "11"): 1, ("cancelled", "12"): 1}
    for _ in range(2):
        await openings.set_state(corps.coordinator, opening.id, OPEN)
    assert await corps.said() == {("offered", "11"): 1}
    assert await later(corps) == {("reopened", "11"): 1, ("reopened", "12"): 1}
    assert await corps.states(opening) == {"10": S.WITHDRAWN, "11": S.OFFERED, "12": S.WAITING}
    await corps.tally(opening)


async def test_cancelled_and_back_at_once_nobody_hears_and_offers_go_on(corps: Corps) -> None:
    opening, openings = await corps.opened(), corps.town.house.openings
    await corps.crowd(opening, "10", "11", "12")
    await corps.leaves("10", opening)
    for state in (CANCELLED, CANCELLED, OPEN, OPEN):
        await openings.set_state(corps.coordinator, opening.id, state)
    told = await corps.told()
    assert {kind for kind, _ in told} == {"offered"}
    assert await corps.states(opening) == {"10": S.WITHDRAWN, "11": S.OFFERED, "12": S.WAITING}
    assert (await corps.tally(opening)).held == 1


async def test_moved_to_at_once_and_back_who_is_offered_a_place_keeps_the_offer(corps: Corps) -> None:
    opening, openings = await corps.opened(), corps.town.house.openings
    await corps.crowd(opening, "10", "11")
    await corps.leaves("10", opening)
    await openings.move(corps.coordinator, opening.id, when=AT_ONCE)
    assert (await corps.states(opening))["11"] is S.WAITING
    await openings.move(corps.coordinator, opening.id, when=DAY)
    assert (await corps.states(opening))["11"] is S.OFFERED
    assert (await corps.tally(opening)).held == 1
    assert await corps.notices("moved") == []


async def test_moved_while_it_was_off_is_told_as_a_move_and_asked(corps: Corps) -> None:
    opening, openings = await corps.opened(), corps.town.house.openings
    await corps.takes("10", opening)
    await openings.set_state(corps.coordinator, opening.id, CANCELLED)
    await openings.move(corps.coordinator, opening.id, when=NEXT)
    await openings.set_state(corps.coordinator, opening.id, OPEN)
    [notice] = await corps.notices()
    assert (notice.kind, facts(notice)[:2]) == ("moved", [DAY.edtf, NEXT.edtf])
    ten = await corps.of(opening, "10")
    assert ten is not None
    assert ten.still == "asked"


async def test_moved_and_then_cancelled_says_what_was_known(corps: Corps) -> None:
    opening, openings = await corps.opened(place="VUC"), corps.town.house.openings
    await corps.takes("10", opening)
    await openings.move(corps.coordinator, opening.id, when=NEXT, place="Torvet")
    await openings.set_state(corps.coordinator, opening.id, CANCELLED)
    [notice] = await corps.notices()
    assert (notice.kind, notice.fact("when"), notice.fact("place")) == ("cancelled", DAY.edtf, "VUC")
    assert await later(corps) == {("cancelled", "10"): 1}


async def test_a_change_far_ahead_waits_for_the_morning(corps: Corps) -> None:
    opening, openings = await corps.opened(), corps.town.house.openings
    soon = await corps.opened("Boder", when=When("2021-06-11T12:00"))
    await corps.takes("10", opening)
    await corps.takes("11", soon)
    corps.town.clock.turn(hours=13)  # 23 in Copenhagen
    await openings.move(corps.coordinator, opening.id, when=NEXT)
    await openings.move(corps.coordinator, soon.id, when=When("2021-06-11T13:00"))
    assert await later(corps) == {("moved", "11"): 1}
    corps.town.clock.turn(hours=8, minutes=54)
    assert await corps.said() == {}
    corps.town.clock.turn(minutes=1)  # 8 in Copenhagen
    assert await corps.said() == {("moved", "10"): 1}


async def test_paused_and_closed_is_told_to_nobody(corps: Corps) -> None:
    opening, openings = await corps.opened(), corps.town.house.openings
    await corps.crowd(opening, "10", "11")
    for state in (OpeningState.PAUSED, OpeningState.CLOSED, OPEN):
        page = await openings.set_state(corps.coordinator, opening.id, state)
        assert page.opening.state is state
    assert await corps.notices() == []


# With the entry that they belong to.


async def test_openings_go_where_their_entry_goes_and_back(corps: Corps) -> None:
    opening = await corps.opened(activity="", entry_id="kulturdag")
    await corps.takes("10", opening)
    plans = corps.town.house.plans
    page = await plans.amend(corps.secretary, "kulturdag", when=When("2021-10-02"), place="Torvet")
    moved = await corps.now(opening)
    assert (moved.when, moved.place) == (NEXT, "Torvet")
    assert await later(corps) == {("moved", "10"): 1, ("changed", GROUP): 1}
    await plans.undo(corps.secretary, "kulturdag", page.history[-1].id)
    back = await corps.now(opening)
    assert (back.when, back.place) == (DAY, "")
    assert await later(corps) == {("moved", "10"): 1, ("changed", GROUP): 1}
    await plans.amend(corps.secretary, "kulturdag", note="Tag vand med")
    assert await later(corps) == {}


async def test_an_entry_that_goes_back_at_once_disturbs_nobody(corps: Corps) -> None:
    opening = await corps.opened(activity="", entry_id="kulturdag")
    await corps.takes("10", opening)
    plans = corps.town.house.plans
    page = await plans.amend(corps.secretary, "kulturdag", when=When("2021-10-02"), place="Torvet")
    await plans.undo(corps.secretary, "kulturdag", page.history[-1].id)
    assert (await corps.now(opening)).when == DAY
    assert await corps.notices() == []


@pytest.mark.parametrize("off", OFFS)
async def test_openings_are_cancelled_with_their_entry_and_come_back(
    corps: Corps, off: dict[str, object]
) -> None:
    opening = await corps.opened(activity="", entry_id="kulturdag")
    other = await corps.opened("Andet")
    await corps.takes("10", opening)
    plans = corps.town.house.plans
    page = await plans.amend(corps.secretary, "kulturdag", **off)
    assert (await corps.now(opening)).state is CANCELLED
    assert await later(corps) == {("cancelled", "10"): 1, ("changed", GROUP): 1}
    await plans.undo(corps.secretary, "kulturdag", page.history[-1].id)
    assert (await corps.now(opening)).state is OPEN
    assert await later(corps) == {("reopened", "10"): 1, ("changed", GROUP): 1}
    assert [notice.fact("state") for notice in await corps.notices("changed")] == ["cancelled", "reopened"]
    assert await corps.now(other) == other


@pytest.mark.parametrize("off", OFFS)
async def test_cancelled_with_their_entry_and_back_at_once_disturbs_nobody(
    corps: Corps, off: dict[str, object]
) -> None:
    opening = await corps.opened(activity="", entry_id="kulturdag")
    await corps.takes("10", opening)
    plans = corps.town.house.plans
    page = await plans.amend(corps.secretary, "kulturdag", **off)
    await plans.undo(corps.secretary, "kulturdag", page.history[-1].id)
    assert (await corps.now(opening)).state is OPEN
    assert await corps.notices() == []


@pytest.mark.parametrize("state", [OpeningState.PAUSED, OpeningState.CLOSED, CANCELLED])
async def test_they_come_back_as_they_were(corps: Corps, state: OpeningState) -> None:
    opening = await corps.opened(activity="", entry_id="kulturdag")
    await corps.town.house.openings.set_state(corps.coordinator, opening.id, state)
    plans = corps.town.house.plans
    await plans.amend(corps.secretary, "kulturdag", status=Status.CANCELLED)
    assert (await corps.now(opening)).state is CANCELLED
    await plans.amend(corps.secretary, "kulturdag", status=Status.PLANNED)
    back = await corps.now(opening)
    assert (back.state, back.resume) == (state, None)


async def test_an_entry_of_another_activity_takes_its_openings_along(corps: Corps) -> None:
    opening = await corps.opened(activity="", entry_id="kulturdag")
    stranger = await a_stranger(corps)
    await corps.town.house.plans.assign(corps.secretary, "kulturdag", "Sprogcafé")
    with pytest.raises(NotAllowed):
        await corps.town.house.openings.resize(corps.coordinator, opening.id, 2)
    await corps.town.house.openings.resize(stranger, opening.id, 2)
    assert replace(await corps.now(opening), activity_id=opening.activity_id) == replace(opening, capacity=2)
