"""Openings: who may make and change them, and that nobody loses a place by it."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from council.openings import Asking, Claim, Opening, OpeningState, Question, Tally
from council.refusals import (
    CapacityTooLow,
    NoSuchEntry,
    NoSuchOpening,
    NotAllowed,
    NotANumber,
    NothingUnderstood,
    Sensitive,
    TooLong,
    TooMany,
)
from council.when import When
from services.desk import Actor
from services.openings import Openings
from tests.services.corps import DAY, LAND, Corps, S, a_stranger, another_council
from tests.services.kit import START

NEXT = When("2021-10-02T08:00/2021-10-02T11:00")
Attempt = Callable[[Openings, Actor, str], Awaitable[object]]
ATTEMPTS: list[Attempt] = [
    lambda openings, me, key: openings.run_page(me, key),
    lambda openings, me, key: openings.change(me, key, title="Mit"),
    lambda openings, me, key: openings.ask(me, key, LAND),
    lambda openings, me, key: openings.ask_no_more(me, key, "land"),
    lambda openings, me, key: openings.resize(me, key, 9),
    lambda openings, me, key: openings.move(me, key, when=NEXT),
    lambda openings, me, key: openings.set_state(me, key, OpeningState.CANCELLED),
]


@pytest.mark.parametrize("attempt", ATTEMPTS)
async def test_only_who_runs_it_changes_it(corps: Corps, attempt: Attempt) -> None:
    opening, openings = await corps.opened(), corps.town.house.openings
    await corps.takes("10", opening)
    stranger, outsider = await a_stranger(corps), await another_council(corps)
    for actor in (corps.member, stranger, Actor("10", corps.council.id), Actor("9", corps.council.id)):
        with pytest.raises(NotAllowed):
            await attempt(openings, actor, opening.id)
    with pytest.raises(NoSuchOpening):
        await attempt(openings, outsider, opening.id)
    assert await corps.now(opening) == opening
    assert await corps.notices() == []
    await attempt(openings, corps.coordinator, opening.id)


async def test_who_may_open_places(corps: Corps) -> None:
    openings, stranger = corps.town.house.openings, await a_stranger(corps)
    for actor in (corps.secretary, corps.coordinator):
        await openings.may_open(actor)
        await openings.may_open(actor, corps.activity)
    await openings.may_open(stranger)
    for actor, activity in ((stranger, corps.activity), (corps.member, ""), (Actor("9", "id1"), "")):
        with pytest.raises(NotAllowed):
            await openings.may_open(actor, activity)
    with pytest.raises(NotAllowed):
        await corps.opened(by=stranger)
    with pytest.raises(NotAllowed):
        await corps.opened(by=corps.member)
    assert await corps.town.all(Opening, corps.council.id) == []


async def test_who_coordinates_one_activity_opens_for_that_one(corps: Corps) -> None:
    opening = await corps.opened(by=corps.coordinator, activity="")
    assert (opening.activity_id, opening.created_by) == (corps.activity, "3")


async def test_the_secretary_can_name_an_activity_that_is_new(corps: Corps) -> None:
    opening = await corps.opened(activity="Rollemodeller")
    page = await corps.town.house.openings.page("", corps.council.id, opening.id)
    assert page.activity == "Rollemodeller"


async def test_opening_twice_opens_once(corps: Corps) -> None:
    given = Opening("samekey", "Opstilling", START, capacity=2)
    openings = corps.town.house.openings
    pages = await asyncio.gather(*(openings.open(corps.secretary, given, "Kulturdag") for _ in range(2)))
    assert pages[0] == pages[1]
    assert len(await corps.town.all(Opening, corps.council.id)) == 1
    assert await corps.town.all(Tally, corps.council.id) == [Tally("samekey")]


async def test_under_an_entry_it_has_its_time_place_and_activity(corps: Corps) -> None:
    await corps.town.house.plans.amend(corps.secretary, "kulturdag", place="Torvet")
    opening = await corps.opened(activity="", entry_id="kulturdag", when=When())
    assert (opening.when.edtf, opening.place, opening.activity_id) == ("2021-09-18", "Torvet", corps.activity)
    own = await corps.opened(activity="", entry_id="kulturdag", place="VUC")
    assert (own.when, own.place) == (DAY, "VUC")
    listed = await corps.town.house.openings.of_entry(corps.secretary, "kulturdag")
    assert [line.opening.id for line in listed] == [opening.id, own.id]
    with pytest.raises(NoSuchEntry):
        await corps.opened(activity="", entry_id="nothing")


@pytest.mark.parametrize(
    ("fields", "refusal"),
    [
        ({"title": " "}, NothingUnderstood),
        ({"title": "x" * 121}, TooLong),
        ({"note": "x" * 1001}, TooLong),
        ({"capacity": 0}, NotANumber),
        ({"target": 10**9}, NotANumber),
        ({"minimum": -1}, NotANumber),
    ],
)
async def test_what_cannot_be_kept(corps: Corps, fields: dict[str, Any], refusal: type[Exception]) -> None:
    opening = await corps.opened()
    with pytest.raises(refusal):
        await corps.opened(**fields)
    with pytest.raises(refusal):
        await corps.town.house.openings.change(corps.secretary, opening.id, **fields)
    assert await corps.town.all(Opening, corps.council.id) == [opening]


async def test_fewer_places_throw_nobody_out_more_are_offered(corps: Corps) -> None:
    opening, openings = await corps.opened(capacity=2), corps.town.house.openings
    await corps.crowd(opening, "10", "11", "12", "13")
    with pytest.raises(CapacityTooLow) as refused:
        await openings.resize(corps.coordinator, opening.id, 1)
    assert refused.value.least == 2
    for _ in range(2):
        await openings.resize(corps.coordinator, opening.id, 3)
    assert list((await corps.states(opening)).values()) == [S.CONFIRMED, S.CONFIRMED, S.OFFERED, S.WAITING]
    assert await corps.told() == {("offered", "12"): 1}
    await openings.resize(corps.coordinator, opening.id, None)
    assert (await corps.states(opening))["13"] is S.OFFERED
    assert await corps.told() == {("offered", "12"): 1, ("offered", "13"): 1}


async def test_questions(corps: Corps) -> None:
    opening, openings = await corps.opened(capacity=5), corps.town.house.openings
    for number in range(5):
        await openings.ask(corps.coordinator, opening.id, Question(f"q{number}", "Hvad?"))
    page = await openings.ask(corps.coordinator, opening.id, Question("q4", "Hvor mange?", Asking.NUMBER))
    assert [question.text for question in page.opening.questions] == ["Hvad?"] * 4 + ["Hvor mange?"]
    with pytest.raises(TooMany):
        await openings.ask(corps.coordinator, opening.id, LAND)
    await openings.ask_no_more(corps.coordinator, opening.id, "q4")
    with pytest.raises(Sensitive):
        await openings.ask(corps.coordinator, opening.id, Question("q9", "Hvilken religion?"))


async def test_a_question_that_goes_takes_its_answers_and_claims_along(corps: Corps) -> None:
    opening, openings = await corps.opened(capacity=5, questions=(LAND,)), corps.town.house.openings
    await corps.takes("10", opening, answers=(("land", "Chile"),))
    await openings.ask_no_more(corps.coordinator, opening.id, "land")
    ten = await corps.of(opening, "10")
    assert ten is not None
    assert ten.answers == ()
    assert await corps.town.all(Claim, corps.council.id) == []
    await openings.ask(corps.coordinator, opening.id, LAND)
    await corps.takes("11", opening, answers=(("land", "Chile"),))


async def test_lists_the_next_first_and_what_is_over_apart(corps: Corps) -> None:
    openings = corps.town.house.openings
    late, soon = await corps.opened("Sent"), await corps.opened("Snart", when=When("2021-06-12"))
    undated = await corps.opened("Altid", when=When())
    off = await corps.opened("Aflyst")
    await openings.set_state(corps.secretary, off.id, OpeningState.CANCELLED)
    await corps.takes("10", late)
    listed = await openings.listed(Actor("10", corps.council.id))
    assert [line.opening.id for line in listed.lines] == [soon.id, late.id, undated.id]
    assert [line.mine is not None for line in listed.lines] == [False, True, False]
    assert not listed.runs
    corps.town.clock.turn(days=5)
    past = await openings.listed(corps.secretary, past=True)
    assert [line.opening.id for line in past.lines] == [soon.id, off.id]
    assert past.runs
    outsider = await another_council(corps)
    assert (await openings.listed(outsider)).lines == ()


async def test_last_years_openings_are_copied_once_with_their_times_moved_along(corps: Corps) -> None:
    await corps.town.added(corps.secretary, "Kulturdag22", "2022-09-17", "Kulturdag")
    opening = await corps.opened(activity="", entry_id="kulturdag", questions=(LAND,), contact="Mads")
    await corps.opened("Dagen", activity="", entry_id="kulturdag", when=When())
    await corps.takes("10", opening, answers=(("land", "Chile"),))
    openings = corps.town.house.openings
    [(entry, count)] = await openings.copies_of(corps.coordinator, "kulturdag22")
    assert (entry.id, count) == ("kulturdag", 2)
    assert await openings.copy(corps.coordinator, "kulturdag", "kulturdag22") == 2
    assert await openings.copy(corps.coordinator, "kulturdag", "kulturdag22") == 0
    copies = await openings.of_entry(corps.coordinator, "kulturdag22")
    assert [(line.opening.title, line.opening.when.edtf) for line in copies] == [
        ("Opstilling", "2022-09-17T08:00/2022-09-17T11:00"),
        ("Dagen", "2022-09-17"),
    ]
    first = copies[0].opening
    assert (first.questions, first.contact, first.created_by) == ((LAND,), "Mads", "3")
    assert copies[0].tally == Tally(first.id)
    assert await openings.copies_of(corps.coordinator, "kulturdag") == []
    stranger = await a_stranger(corps)
    for actor in (stranger, corps.member):
        with pytest.raises(NotAllowed):
            await openings.copy(actor, "kulturdag", "kulturdag22")
