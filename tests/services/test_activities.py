import pytest

from council.records import Activity, Membership, PlanEntry
from council.refusals import NoSuchActivity, NotAllowed, NothingUnderstood, TooLong
from services.desk import Actor
from tests.services.kit import Seat, Town


@pytest.fixture
async def culture(town: Town, seat: Seat) -> str:
    """An activity with two entries, one of them taken off the plan."""
    page = await town.added(seat.secretary, "Fest", activity="Kulturdag")
    await town.added(seat.secretary, "Kage", activity="Kulturdag")
    await town.house.plans.amend(seat.secretary, "kage", removed=True)
    return page.entry.activity_id


@pytest.fixture
async def models(town: Town, seat: Seat) -> str:
    return (await town.added(seat.secretary, "Tur", activity="Rollemodeller")).entry.activity_id


async def where(town: Town, seat: Seat) -> dict[str, str]:
    return {entry.id: entry.activity_id for entry in await town.all(PlanEntry, seat.council.id)}


async def test_the_list_counts_what_is_on_the_plan_and_knows_who_may_edit(
    town: Town, seat: Seat, culture: str, models: str
) -> None:
    coordinator = await town.coordinator(seat.secretary, "3", culture)
    listed = await town.house.activities.listed(coordinator)
    assert listed.council_name == "Integrationsrådet"
    assert [(p.activity.name, p.entries, p.editable) for p in listed.pages] == [
        ("Kulturdag", 1, True),
        ("Rollemodeller", 1, False),
    ]
    assert [member.id for member in listed.page(culture).coordinators] == ["3"]
    assert listed.page(models).coordinators == ()
    with pytest.raises(NoSuchActivity):
        listed.page("nothing")
    for actor, editable in (
        (seat.secretary, True),
        (seat.member, False),
        (Actor("9", seat.council.id), False),
    ):
        pages = (await town.house.activities.listed(actor)).pages
        assert {page.editable for page in pages} == {editable}


async def test_renaming_keeps_the_old_name_known(town: Town, seat: Seat, culture: str) -> None:
    activities = town.house.activities
    assert await activities.rename(seat.secretary, culture, "  Verdens\ndag ") == Activity(
        culture, "Verdens dag", ("Kulturdag",)
    )
    page = await town.added(seat.secretary, "Mere", activity="Kulturdag 22")
    assert page.entry.activity_id == culture
    assert (await activities.rename(seat.secretary, culture, "Kulturdag")).aliases == ("Verdens dag",)


async def test_renaming_to_a_name_that_is_taken_merges(
    town: Town, seat: Seat, culture: str, models: str
) -> None:
    await town.coordinator(seat.secretary, "3", culture)
    await town.coordinator(seat.secretary, "4", models)
    kept = await town.house.activities.rename(seat.secretary, culture, "rollemodeller 2021")
    assert kept == Activity(models, "Rollemodeller", ("Kulturdag",))
    assert await town.all(Activity, seat.council.id) == [kept]
    assert await where(town, seat) == {"fest": models, "kage": models, "tur": models}
    members = await town.all(Membership, seat.council.id)
    assert {m.id: m.coordinates for m in members if m.coordinates} == {"3": (models,), "4": (models,)}


async def test_merging_moves_entries_and_coordinators_once(
    town: Town, seat: Seat, culture: str, models: str
) -> None:
    actor = await town.coordinator(seat.secretary, "3", culture)
    await town.house.people.set_coordinating(seat.secretary, "3", models, on=True)
    kept = await town.house.activities.merge(actor, culture, models)
    assert kept == Activity(culture, "Kulturdag", ("Rollemodeller",))
    member = await town.house.people.member(actor)
    assert member is not None
    assert member.coordinates == (culture,)
    assert set((await where(town, seat)).values()) == {culture}
    with pytest.raises(NoSuchActivity):
        await town.house.activities.merge(seat.secretary, culture, models)
    with pytest.raises(NoSuchActivity):
        await town.house.activities.merge(seat.secretary, culture, culture)


async def test_a_change_from_before_a_merger_is_taken_back_into_what_is_left(
    town: Town, seat: Seat, culture: str, models: str
) -> None:
    plans = town.house.plans
    renamed = await plans.amend(seat.secretary, "tur", title="Udflugt")
    assigned = await plans.assign(seat.secretary, "fest", "Rollemodeller")
    await town.house.activities.merge(seat.secretary, culture, models)
    page = await plans.undo(seat.secretary, "tur", renamed.history[-1].id)
    assert (page.entry.title, page.plan.activity_name(page.entry)) == ("Tur", "Kulturdag")
    page = await plans.undo(seat.secretary, "fest", assigned.history[-1].id)
    assert page.plan.activity_name(page.entry) == "Kulturdag"


async def test_a_coordinator_edits_their_own_activity_alone(
    town: Town, seat: Seat, culture: str, models: str
) -> None:
    actor = await town.coordinator(seat.secretary, "3", culture)
    activities = town.house.activities
    assert (await activities.describe(actor, culture, " Om efteråret ")).description == "Om efteråret"
    assert (await activities.rename(actor, culture, "Verdensdag")).name == "Verdensdag"
    with pytest.raises(NotAllowed):
        await activities.describe(actor, models, "Mit")
    with pytest.raises(NotAllowed):
        await activities.rename(actor, models, "Mit")
    with pytest.raises(NotAllowed):
        await activities.rename(actor, culture, "Rollemodeller")
    for kept, other in ((culture, models), (models, culture)):
        with pytest.raises(NotAllowed):
            await activities.merge(actor, kept, other)
    assert len(await town.all(Activity, seat.council.id)) == 2


async def test_names_and_descriptions_have_limits(town: Town, seat: Seat, culture: str) -> None:
    activities = town.house.activities
    with pytest.raises(NothingUnderstood):
        await activities.rename(seat.secretary, culture, " \n ")
    with pytest.raises(TooLong):
        await activities.rename(seat.secretary, culture, "x" * 301)
    with pytest.raises(TooLong):
        await activities.describe(seat.secretary, culture, "x" * 1001)
    with pytest.raises(NoSuchActivity):
        await activities.rename(seat.secretary, "nothing", "A")
