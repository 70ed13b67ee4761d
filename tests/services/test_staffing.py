"""Need against have, and that the sums add up."""

import pytest

from council.openings import OpeningState
from council.refusals import NotAllowed
from council.when import When
from services.desk import Actor
from tests.services.corps import Corps, a_stranger, another_council


async def test_what_is_wanted_there_and_missing(corps: Corps) -> None:
    boder = await corps.opened("Boder", capacity=6, minimum=2, when=When("2021-06-24T10:00"))
    lande = await corps.opened("Lande", capacity=None, target=15, when=When("2021-09"))
    corpset = await corps.opened("Ambassadører", capacity=None, when=When())
    await corps.crowd(boder, "10")
    await corps.crowd(lande, "10", "11", "12")
    await corps.crowd(corpset, "10")
    staffing = await corps.town.house.staffing.staffing(corps.secretary)
    assert [(line.opening.title, line.tally.taken, line.missing, line.weeks) for line in staffing.lines] == [
        ("Boder", 1, 5, 2),
        ("Lande", 3, 12, 11),
        ("Ambassadører", 1, None, None),
    ]
    assert [line.below_minimum for line in staffing.lines] == [True, False, False]
    assert staffing.missing == 17
    assert sum(line.tally.taken for line in staffing.lines) == 5


async def test_more_than_wanted_is_nothing_missing(corps: Corps) -> None:
    opening = await corps.opened(capacity=None, target=1)
    await corps.crowd(opening, "10", "11")
    staffing = await corps.town.house.staffing.staffing(corps.secretary)
    assert (staffing.lines[0].missing, staffing.missing) == (0, 0)


async def test_what_is_over_or_cancelled_needs_nobody(corps: Corps) -> None:
    await corps.opened("Forbi", when=When("2021-06-11"))
    off, coming = await corps.opened("Aflyst"), await corps.opened("Kommer")
    await corps.town.house.openings.set_state(corps.secretary, off.id, OpeningState.CANCELLED)
    corps.town.clock.turn(days=5)
    staffing = await corps.town.house.staffing.staffing(corps.secretary)
    assert [line.opening.id for line in staffing.lines] == [coming.id]


async def test_each_sees_what_they_run(corps: Corps) -> None:
    stranger, outsider = await a_stranger(corps), await another_council(corps)
    ours = await corps.opened("Boder")
    theirs = await corps.opened("Kaffe", by=stranger, activity="Sprogcafé")
    staffings = corps.town.house.staffing
    for actor, seen in (
        (corps.coordinator, {ours.id}),
        (stranger, {theirs.id}),
        (corps.secretary, {ours.id, theirs.id}),
        (outsider, set()),
    ):
        assert {line.opening.id for line in (await staffings.staffing(actor)).lines} == seen
    await corps.takes("10", ours)
    for actor in (corps.member, Actor("10", corps.council.id), Actor("9", corps.council.id)):
        with pytest.raises(NotAllowed):
            await staffings.staffing(actor)
