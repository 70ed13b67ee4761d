from datetime import date

import pytest

from council.records import Activity, Change, Kind, PlanEntry, Printed, Role, Status
from council.refusals import NoSuchEntry, NotAllowed, NothingToUndo, NothingUnderstood, OutOfDate, TooLong
from council.when import When
from services.desk import Actor
from tests.services.kit import START, Seat, Town


async def test_adding_puts_it_on_the_plan_with_its_activity(town: Town, seat: Seat) -> None:
    printed = Printed("Fest", When("2021-09"), Kind.MEETING, Status.WAITING, "Kulturdag 21", "VUC", "Bo")
    page = await town.house.plans.add(seat.secretary, printed, entry_id="fest")
    assert page.entry == PlanEntry(
        "fest",
        "Fest",
        When("2021-09"),
        START,
        START,
        Kind.MEETING,
        Status.WAITING,
        page.entry.activity_id,
        "VUC",
        "Bo",
    )
    assert page.plan.entries == [page.entry]
    assert page.plan.activity_name(page.entry) == "Kulturdag"
    assert page.viewer is not None
    assert page.viewer.id == "1"


async def test_the_same_id_again_adds_nothing(town: Town, seat: Seat) -> None:
    first = await town.added(seat.secretary, "Fest", activity="Kulturdag")
    again = await town.house.plans.add(seat.secretary, Printed("Andet", When()), entry_id="fest")
    assert again == first
    assert [change.fields for change in again.history] == [("added",)]


async def test_a_known_activity_is_not_made_again(town: Town, seat: Seat) -> None:
    first = await town.added(seat.secretary, "A", activity="Kulturdag")
    second = await town.added(seat.secretary, "B", activity="kulturdag 2022")
    assert first.entry.activity_id == second.entry.activity_id
    assert len(await town.all(Activity, seat.council.id)) == 1


async def test_the_history_tells_who_did_what_as_what(town: Town, seat: Seat) -> None:
    plans = town.house.plans
    await town.added(seat.secretary, "Fest")
    await town.house.people.set_role(seat.secretary, "2", Role.CHAIR)
    town.clock.turn(hours=1)
    page = await plans.amend(seat.member, "fest", when=When("2021-10-02"), place="VUC")
    told = [(c.by, c.by_name, c.by_role, c.fields, c.undoes) for c in page.history]
    assert told == [
        ("1", "Person 1", Role.SECRETARY, ("added",), ""),
        ("2", "Person 2", Role.CHAIR, ("when", "place"), ""),
    ]
    added, moved = page.history
    assert (added.before, moved.before) == (None, added.after)
    assert moved.after == page.entry
    assert (moved.at - added.at).total_seconds() == 3600
    assert (page.entry.was, page.entry.revision) == (When("2021-09-18"), 1)


async def test_the_same_again_leaves_no_trace_in_the_history(town: Town, seat: Seat) -> None:
    first = await town.added(seat.secretary, "Fest")
    town.clock.turn(hours=1)
    assert await town.house.plans.amend(seat.secretary, "fest", title="Fest", place="") == first


async def test_taking_back_step_by_step(town: Town, seat: Seat) -> None:
    plans = town.house.plans
    await town.added(seat.secretary, "Fest")
    await plans.amend(seat.secretary, "fest", title="Gilde")
    page = await plans.amend(seat.secretary, "fest", place="VUC")
    added, title, place = page.history
    with pytest.raises(OutOfDate):
        await plans.undo(seat.secretary, "fest", title.id)
    page = await plans.undo(seat.secretary, "fest", place.id)
    assert (page.entry.title, page.entry.place) == ("Gilde", "")
    assert (page.history[-1].undoes, page.history[-1].fields) == (place.id, ("place",))
    with pytest.raises(OutOfDate):
        await plans.undo(seat.secretary, "fest", place.id)
    page = await plans.undo(seat.secretary, "fest", title.id)
    assert page.entry.title == "Fest"
    page = await plans.undo(seat.secretary, "fest", added.id)
    assert page.entry.removed
    assert page.plan.entries == []
    with pytest.raises(NothingToUndo):
        await plans.undo(seat.secretary, "fest", added.id)
    assert len((await plans.entry(seat.secretary, "fest")).history) == 6


async def test_what_is_not_there(town: Town, seat: Seat) -> None:
    plans = town.house.plans
    with pytest.raises(NoSuchEntry):
        await plans.entry(seat.secretary, "nothing")
    with pytest.raises(NoSuchEntry):
        await plans.amend(seat.secretary, "nothing", title="A")
    with pytest.raises(NoSuchEntry):
        await plans.undo(seat.secretary, "nothing", "c")
    with pytest.raises(NoSuchEntry):
        await plans.assign(seat.secretary, "nothing", "Kulturdag")
    assert await town.all(Activity, seat.council.id) == []


@pytest.mark.parametrize(
    ("name", "limit"), [("title", 300), ("place", 200), ("waiting_for", 200), ("note", 1000)]
)
async def test_texts_have_their_limits(town: Town, seat: Seat, name: str, limit: int) -> None:
    await town.added(seat.secretary, "Fest")
    page = await town.house.plans.amend(seat.secretary, "fest", **{name: "x" * limit})
    with pytest.raises(TooLong) as refusal:
        await town.house.plans.amend(seat.secretary, "fest", **{name: "x" * (limit + 1)})
    assert refusal.value.limit == limit
    assert (await town.house.plans.entry(seat.secretary, "fest")).entry == page.entry


@pytest.mark.parametrize(
    "printed",
    [
        Printed("x" * 301, When()),
        Printed("Fest", When(), place="x" * 201),
        Printed("Fest", When(), waiting_for="x" * 201),
        Printed("Fest", When(), activity="x" * 301),
    ],
)
async def test_what_is_added_has_the_same_limits(town: Town, seat: Seat, printed: Printed) -> None:
    with pytest.raises(TooLong):
        await town.house.plans.add(seat.secretary, printed, entry_id="fest")
    assert (await town.house.plans.plan(seat.council.id)).entries == []


async def test_an_entry_has_a_title(town: Town, seat: Seat) -> None:
    await town.added(seat.secretary, "Fest")
    with pytest.raises(NothingUnderstood):
        await town.house.plans.amend(seat.secretary, "fest", title=" \n")
    with pytest.raises(NothingUnderstood):
        await town.house.plans.add(seat.secretary, Printed(" ", When()), entry_id="other")


async def test_today_is_the_councils_day(town: Town, seat: Seat) -> None:
    town.clock.turn(hours=14.5)  # 22:30 in UTC is past midnight in Denmark
    assert (await town.house.plans.plan(seat.council.id)).today == date(2021, 6, 11)
    await town.house.councils.change(seat.secretary, zone="America/Nuuk")
    assert (await town.house.plans.plan(seat.council.id)).today == date(2021, 6, 10)


# --- rights ------------------------------------------------------------------------------------------


async def test_members_see_and_do_not_edit(town: Town, seat: Seat) -> None:
    page = await town.added(seat.secretary, "Fest")
    plans = town.house.plans
    for actor in (seat.member, Actor("9", seat.council.id)):
        with pytest.raises(NotAllowed):
            await plans.may_add(actor)
        with pytest.raises(NotAllowed):
            await town.added(actor, "Mit")
        with pytest.raises(NotAllowed):
            await plans.amend(actor, "fest", title="Mit")
        with pytest.raises(NotAllowed):
            await plans.assign(actor, "fest", "Mit")
        with pytest.raises(NotAllowed):
            await plans.undo(actor, "fest", page.history[0].id)
    assert (await plans.entry(seat.member, "fest")).entry == page.entry
    assert len(await town.all(Change, seat.council.id)) == 1


async def test_a_coordinator_edits_their_own_activity_alone(town: Town, seat: Seat) -> None:
    own = (await town.added(seat.secretary, "Fest", activity="Kulturdag")).entry
    await town.added(seat.secretary, "Tur", activity="Rollemodeller")
    await town.added(seat.secretary, "Møde")
    actor = await town.coordinator(seat.secretary, "3", own.activity_id)
    plans = town.house.plans
    await plans.may_add(actor)
    page = await town.added(actor, "Kage", activity="kulturdag 21")
    assert page.history[0].by_role is Role.VOLUNTEER
    page = await plans.amend(actor, "fest", place="VUC")
    assert (await plans.undo(actor, "fest", page.history[-1].id)).entry.place == ""
    for foreign in ("tur", "møde"):
        with pytest.raises(NotAllowed):
            await plans.amend(actor, foreign, place="VUC")
    for activity in ("", "Rollemodeller", "Noget nyt"):
        with pytest.raises(NotAllowed):
            await town.added(actor, "Mere", activity=activity)
        with pytest.raises(NotAllowed):
            await plans.assign(actor, "fest", activity)
    assert len(await town.all(Activity, seat.council.id)) == 2


# --- under an activity -------------------------------------------------------------------------------


async def test_putting_under_an_activity_makes_it_and_can_be_taken_back(town: Town, seat: Seat) -> None:
    plans = town.house.plans
    await town.added(seat.secretary, "Fest")
    page = await plans.assign(seat.secretary, "fest", "Kulturdag 2021")
    assert page.plan.activity_name(page.entry) == "Kulturdag"
    assert page.history[-1].fields == ("activity_id",)
    assert (await plans.assign(seat.secretary, "fest", "KULTURDAG")).entry == page.entry
    page = await plans.assign(seat.secretary, "fest", "")
    assert page.plan.activity_name(page.entry) == ""
    page = await plans.undo(seat.secretary, "fest", page.history[-1].id)
    assert page.plan.activity_name(page.entry) == "Kulturdag"
    with pytest.raises(TooLong):
        await plans.assign(seat.secretary, "fest", "x" * 301)
