from dataclasses import replace

import pytest

from council.permissions import Right
from council.records import Membership, Person, Role
from council.refusals import LastSecretary, NoSuchActivity, NoSuchPerson, NotAllowed, NotSetUp
from services.desk import Actor
from tests.services.kit import Seat, Town


async def test_nothing_is_stored_of_people_who_only_look(town: Town) -> None:
    ane = Person("1", "Ane", "ane", "da")
    assert await town.house.people.meet(ane, privately=False) == ane
    assert await town.house.people.meet(ane, privately=True) == replace(ane, reachable=True)
    await town.house.people.unreachable("1")
    assert await town.house.people.person("1") is None
    assert await town.store.tenants() == []


async def test_meeting_somebody_keeps_what_they_chose_and_learns_what_telegram_says(town: Town) -> None:
    people = town.house.people
    first = await people.set_language(Person("1", "Ane", "ane", "da"), "en")
    assert first == Person("1", "Ane", "ane", "da", language="en")
    again = await people.meet(Person("1", "Ane Holm"), privately=True)
    assert again == Person("1", "Ane Holm", "", "da", language="en", reachable=True)
    assert await people.meet(Person("1", "Ane Holm"), privately=False) == again
    assert await people.person("1") == again
    assert (await people.set_language(first, "")).name == "Ane Holm"


async def test_unreachable_ends_when_they_write_in_private_again(town: Town, seat: Seat) -> None:
    ane = await town.house.people.person("1")
    assert ane is not None
    assert ane.reachable
    assert seat.council.id in ane.councils
    await town.house.people.unreachable("1")
    assert await town.house.people.person("1") == replace(ane, reachable=False, blocked=True)
    await town.house.people.meet(Person("1", ane.name), privately=False)
    assert await town.house.people.person("1") == replace(ane, reachable=False, blocked=True)
    assert await town.person("1", ane.name) == ane


# --- joining -----------------------------------------------------------------------------------------


async def test_joining_makes_a_member_who_belongs(town: Town, seat: Seat) -> None:
    assert await town.house.people.member(seat.member) == Membership("2", "Person 2", Role.MEMBER)
    person = await town.house.people.person("2")
    assert person is not None
    assert person.councils == (seat.council.id,)


async def test_joining_again_takes_no_role_away(town: Town, seat: Seat) -> None:
    bo = await town.person("2")
    for role in (Role.CHAIR, Role.DEPUTY_CHAIR, Role.DEPUTY, Role.MEMBER):
        await town.house.people.set_role(seat.secretary, "2", role)
        assert (await town.house.people.join(bo, seat.council.id)).role is role
    ane = await town.person("1")
    assert (await town.house.people.join(ane, seat.council.id)).role is Role.SECRETARY
    person = await town.house.people.person("2")
    assert person is not None
    assert person.councils == (seat.council.id,)


async def test_a_volunteer_who_joins_becomes_a_member_and_goes_on_coordinating(
    town: Town, seat: Seat
) -> None:
    activity = (await town.added(seat.secretary, "Dag", activity="Kulturdag")).entry.activity_id
    await town.coordinator(seat.secretary, "3", activity)
    assert await town.house.people.join(Person("3", "Cæ"), seat.council.id) == Membership(
        "3", "Cæ", Role.MEMBER, (activity,)
    )


async def test_nobody_joins_a_council_that_is_none(town: Town) -> None:
    with pytest.raises(NotSetUp):
        await town.house.people.join(Person("1", "Ane"), "nothing")
    assert await town.house.people.person("1") is None


# --- roles -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("role", [Role.CHAIR, Role.DEPUTY_CHAIR])
async def test_there_is_one_chair_and_one_deputy_chair(town: Town, seat: Seat, role: Role) -> None:
    await town.joined(seat.secretary, "3")
    assert await town.house.people.set_role(seat.secretary, "2", role) is None
    former = await town.house.people.set_role(seat.secretary, "3", role)
    assert former is not None
    assert (former.id, former.role) == ("2", role)
    assert await town.roles(seat.council.id) == {"1": Role.SECRETARY, "2": Role.MEMBER, "3": role}
    assert await town.house.people.set_role(seat.secretary, "3", role) is None
    assert (await town.roles(seat.council.id))["3"] is role


async def test_a_council_keeps_a_secretary(town: Town, seat: Seat) -> None:
    people = town.house.people
    for role in set(Role) - {Role.SECRETARY}:
        with pytest.raises(LastSecretary):
            await people.set_role(seat.secretary, "1", role)
    with pytest.raises(LastSecretary):
        await people.remove(seat.secretary, "1")
    await people.set_role(seat.secretary, "1", Role.SECRETARY)
    await people.set_role(seat.secretary, "2", Role.SECRETARY)
    await people.set_role(seat.secretary, "1", Role.CHAIR)
    assert await town.roles(seat.council.id) == {"1": Role.CHAIR, "2": Role.SECRETARY}


async def test_of_two_secretaries_one_may_leave(town: Town, seat: Seat) -> None:
    await town.house.people.set_role(seat.secretary, "2", Role.SECRETARY)
    await town.house.people.remove(seat.secretary, "1")
    with pytest.raises(LastSecretary):
        await town.house.people.remove(seat.member, "2")


async def test_who_is_removed_belongs_no_more(town: Town, seat: Seat) -> None:
    await town.house.people.choose_council(seat.member)
    removed = await town.house.people.remove(seat.secretary, "2")
    assert removed.name == "Person 2"
    person = await town.house.people.person("2")
    assert person is not None
    assert (person.councils, person.council_id) == ((), "")
    assert await town.house.people.member(seat.member) is None
    with pytest.raises(NoSuchPerson):
        await town.house.people.remove(seat.secretary, "2")


async def test_only_those_who_may_manage_people(town: Town, seat: Seat) -> None:
    await town.joined(seat.secretary, "3", Role.DEPUTY_CHAIR)
    activity = (await town.added(seat.secretary, "Dag", activity="Kulturdag")).entry.activity_id
    coordinator = await town.coordinator(seat.secretary, "4", activity)
    before = await town.roles(seat.council.id)
    for actor in (seat.member, Actor("3", seat.council.id), coordinator, Actor("9", seat.council.id)):
        with pytest.raises(NotAllowed) as refusal:
            await town.house.people.set_role(actor, actor.person_id, Role.SECRETARY)
        assert refusal.value.right == Right.MANAGE_PEOPLE
        with pytest.raises(NotAllowed):
            await town.house.people.remove(actor, "2")
        with pytest.raises(NotAllowed):
            await town.house.people.roster(actor)
        with pytest.raises(NotAllowed):
            await town.house.people.set_coordinating(actor, actor.person_id, activity, on=True)
    assert await town.roles(seat.council.id) == before


async def test_the_roster_goes_by_role_and_name(town: Town, seat: Seat) -> None:
    await town.joined(seat.secretary, "4", Role.VOLUNTEER)
    await town.joined(seat.secretary, "5", Role.CHAIR)
    await town.joined(seat.secretary, "3")
    roster = await town.house.people.roster(seat.secretary)
    assert [member.id for member in roster.members] == ["5", "1", "2", "3", "4"]
    assert roster.council_name == "Integrationsrådet"
    assert roster.member("3").role is Role.MEMBER
    with pytest.raises(NoSuchPerson):
        roster.member("9")


async def test_coordinating_begins_once_and_ends(town: Town, seat: Seat) -> None:
    people = town.house.people
    culture = (await town.added(seat.secretary, "Dag", activity="Kulturdag")).entry.activity_id
    models = (await town.added(seat.secretary, "Tur", activity="Rollemodeller")).entry.activity_id
    for activity in (culture, models, culture):
        await people.set_coordinating(seat.secretary, "2", activity, on=True)
    member = await people.member(seat.member)
    assert member is not None
    assert sorted(member.coordinates) == sorted([culture, models])
    for _ in range(2):
        await people.set_coordinating(seat.secretary, "2", culture, on=False)
    member = await people.member(seat.member)
    assert member is not None
    assert member.coordinates == (models,)
    with pytest.raises(NoSuchActivity):
        await people.set_coordinating(seat.secretary, "2", "nothing", on=True)
    with pytest.raises(NoSuchPerson):
        await people.set_coordinating(seat.secretary, "9", culture, on=True)
