"""Nothing of one council is reachable from another, whatever ids somebody knows."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

import pytest

from council.records import Council, Record, Role
from council.refusals import NoSuchActivity, NoSuchEntry, NoSuchPerson, NotAllowed, OutOfDate, Refusal
from council.when import When
from services.desk import Actor
from storage.tables import TABLES
from tests.services.kit import Seat, Town, line, reading
from tests.services.test_calendars import WORDS


@dataclass
class Ids:
    """What is known of the other council."""

    activity: str
    change: str
    proposal: str


@pytest.fixture
async def theirs(town: Town, seat: Seat) -> Ids:
    page = await town.added(seat.secretary, "Fest", activity="Kulturdag")
    offer = await town.house.importing.propose(seat.secretary, reading(line("Rådsmøde", "2021-01-20")))
    return Ids(page.entry.activity_id, page.history[0].id, offer.proposal.id)


@pytest.fixture
async def stranger(town: Town) -> Actor:
    """The secretary of another council, who has something of the same names."""
    _, actor = await town.council(-200, "Byrådet", "9")
    await town.added(actor, "Møde", activity="Rollemodeller")
    return actor


Attempt = Callable[[Town, Actor, Ids], Awaitable[object]]
ATTEMPTS: list[tuple[Attempt, type[Refusal]]] = [
    (lambda town, me, _: town.house.plans.entry(me, "fest"), NoSuchEntry),
    (lambda town, me, _: town.house.plans.amend(me, "fest", title="Mit"), NoSuchEntry),
    (lambda town, me, _: town.house.plans.assign(me, "fest", "Rollemodeller"), NoSuchEntry),
    (lambda town, me, ids: town.house.plans.undo(me, "fest", ids.change), NoSuchEntry),
    (lambda town, me, ids: town.house.plans.undo(me, "møde", ids.change), OutOfDate),
    (lambda town, me, ids: town.house.activities.rename(me, ids.activity, "Mit"), NoSuchActivity),
    (lambda town, me, ids: town.house.activities.describe(me, ids.activity, "Mit"), NoSuchActivity),
    (lambda town, me, ids: town.house.importing.offer(me, ids.proposal), OutOfDate),
    (lambda town, me, ids: town.house.importing.take_over(me, ids.proposal), OutOfDate),
    (lambda town, me, ids: town.house.importing.settle(me, ids.proposal, "n0", take=True), OutOfDate),
    (lambda town, me, ids: town.house.importing.cancel(me, ids.proposal), OutOfDate),
    (lambda town, me, _: town.house.people.set_role(me, "2", Role.SECRETARY), NoSuchPerson),
    (lambda town, me, _: town.house.people.remove(me, "2"), NoSuchPerson),
    (
        lambda town, me, ids: town.house.people.set_coordinating(me, "9", ids.activity, on=True),
        NoSuchActivity,
    ),
    (lambda town, me, _: town.house.calendars.file(me, WORDS, entry_id="fest"), NoSuchEntry),
    (lambda town, me, ids: town.house.calendars.file(me, WORDS, activity_id=ids.activity), NoSuchActivity),
]


async def everything(town: Town, council: Council) -> list[list[Record]]:
    return [await town.all(kept.kind, council.id) for kept in TABLES]


@pytest.mark.parametrize(("attempt", "refusal"), ATTEMPTS)
async def test_the_ids_of_another_council_open_nothing(
    town: Town, seat: Seat, theirs: Ids, stranger: Actor, attempt: Attempt, refusal: type[Refusal]
) -> None:
    before = await everything(town, seat.council)
    with pytest.raises(refusal):
        await attempt(town, stranger, theirs)
    assert await everything(town, seat.council) == before


CHANGES: list[Attempt] = [
    lambda town, me, _: town.added(me, "Mit"),
    lambda town, me, _: town.house.plans.amend(me, "fest", when=When("2021-10-02")),
    lambda town, me, _: town.house.plans.assign(me, "fest", "Mit"),
    lambda town, me, ids: town.house.plans.undo(me, "fest", ids.change),
    lambda town, me, ids: town.house.activities.rename(me, ids.activity, "Mit"),
    lambda town, me, ids: town.house.activities.describe(me, ids.activity, "Mit"),
    lambda town, me, ids: town.house.importing.take_over(me, ids.proposal),
    lambda town, me, ids: town.house.importing.cancel(me, ids.proposal),
    lambda town, me, _: town.house.people.roster(me),
    lambda town, me, _: town.house.people.set_role(me, "2", Role.SECRETARY),
    lambda town, me, _: town.house.people.remove(me, "2"),
    lambda town, me, _: town.house.councils.change(me, name="Mit"),
]


@pytest.mark.parametrize("attempt", CHANGES)
async def test_a_secretary_of_one_council_is_nobody_in_another(
    town: Town, seat: Seat, theirs: Ids, stranger: Actor, attempt: Attempt
) -> None:
    before = await everything(town, seat.council)
    with pytest.raises(NotAllowed):
        await attempt(town, Actor(stranger.person_id, seat.council.id), theirs)
    assert await everything(town, seat.council) == before


@pytest.mark.usefixtures("theirs")
async def test_everybody_sees_their_own(town: Town, seat: Seat, stranger: Actor) -> None:
    assert [e.id for e in (await town.house.plans.plan(stranger.council_id)).entries] == ["møde"]
    assert [e.id for e in (await town.house.plans.plan(seat.council.id)).entries] == ["fest"]
    own = await town.house.activities.listed(stranger)
    assert [page.activity.name for page in own.pages] == ["Rollemodeller"]
    assert (await town.house.people.roster(stranger)).member("9").role is Role.SECRETARY
    assert await town.house.people.member(Actor("9", seat.council.id)) is None


async def test_one_person_is_different_things_in_different_councils(town: Town, seat: Seat) -> None:
    other, secretary = await town.council(-200, "Byrådet", "2")
    await town.joined(secretary, "1", Role.VOLUNTEER)
    assert await town.roles(seat.council.id) == {"1": Role.SECRETARY, "2": Role.MEMBER}
    assert await town.roles(other.id) == {"2": Role.SECRETARY, "1": Role.VOLUNTEER}
    await town.house.people.remove(seat.secretary, "2")
    person = await town.house.people.person("2")
    assert person is not None
    assert person.councils == (other.id,)
    assert await town.roles(other.id) == {"2": Role.SECRETARY, "1": Role.VOLUNTEER}
