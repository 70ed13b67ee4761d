from typing import Any

import pytest

from council.notice import Notice
from council.records import COMMONS, Chat, Council, Membership, Person, Role
from council.refusals import NotAllowed, NothingUnderstood, NotOnCouncil, NotSetUp, TooLong, WhichCouncil
from services.desk import Actor
from tests.services.kit import START, Seat, Town


async def test_setting_up_makes_a_council_with_its_secretary(town: Town) -> None:
    ane = await town.person("1", "Ane")
    council, new = await town.house.councils.set_up(-100, "  Rådet for\nintegration ", ane)
    assert new
    assert council == Council("id1", "Rådet for integration", -100)
    assert await town.all(Membership, "id1") == [Membership("1", "Ane", Role.SECRETARY)]
    assert await town.all(Chat) == [Chat("-100", "id1")]
    assert [person.councils for person in await town.all(Person)] == [("id1",)]
    assert await town.house.councils.of_chat(-100) == council


async def test_setting_up_twice_leaves_it_as_it_is(town: Town, seat: Seat) -> None:
    somebody = await town.person("3")
    council, new = await town.house.councils.set_up(-100, "Et andet navn", somebody)
    assert (council, new) == (seat.council, False)
    assert await town.roles(council.id) == {"1": Role.SECRETARY, "2": Role.MEMBER}
    assert await town.house.people.person("3") is None


async def test_a_setup_that_was_stopped_after_binding_the_chat_is_finished_by_the_next(town: Town) -> None:
    ane = await town.person("1", "Ane")
    async with town.store.transaction(COMMONS) as tx:
        tx.put(Chat("-100", "half"))
    with pytest.raises(NotSetUp):
        await town.house.councils.of_chat(-100)
    council, new = await town.house.councils.set_up(-100, "Rådet", ane)
    assert (council.id, new) == ("half", True)
    assert await town.house.councils.of_chat(-100) == council


async def test_a_setup_that_was_stopped_before_the_person_knew_is_finished_by_the_next(town: Town) -> None:
    ane = await town.person("1", "Ane")
    async with town.store.transaction(COMMONS) as tx:
        tx.put(Chat("-100", "half"))
    async with town.store.transaction("half") as tx:
        tx.put(Council("half", "Rådet", -100))
        tx.put(Membership("1", "Ane", Role.SECRETARY))
    council, new = await town.house.councils.set_up(-100, "Rådet", ane)
    assert (council.id, new) == ("half", False)
    assert await town.house.councils.of_person((await town.all(Person))[0]) == [council]


async def test_a_council_needs_a_name_and_gets_no_endless_one(town: Town) -> None:
    ane = await town.person("1")
    with pytest.raises(NothingUnderstood):
        await town.house.councils.set_up(-100, " \n", ane)
    assert await town.all(Chat) == []
    council, _ = await town.house.councils.set_up(-100, "R" * 500, ane)
    assert council.name == "R" * 100


async def test_groups_that_are_no_council(town: Town) -> None:
    with pytest.raises(NotSetUp):
        await town.house.councils.of_chat(-100)


@pytest.mark.parametrize("made_up", ["nope", "", "../x", "COMMONS", "commons", "a" * 65, "å"])
async def test_ids_that_somebody_made_up(town: Town, made_up: str) -> None:
    with pytest.raises(NotSetUp):
        await town.house.councils.council(made_up)


# --- settings ----------------------------------------------------------------------------------------


async def test_changing_settings_keeps_the_others(town: Town, seat: Seat) -> None:
    councils = town.house.councils
    await councils.change(seat.secretary, language="en")
    await councils.change(seat.secretary, zone="America/Nuuk")
    changed = await councils.change(seat.secretary, name=" Udvalget ")
    assert changed == Council(seat.council.id, "Udvalget", -100, "en", "America/Nuuk")
    assert await councils.of_chat(-100) == changed


@pytest.mark.parametrize(
    "zone", ["Europe/Hjørring", "Europe", "../etc/passwd", "/etc/localtime", "a\0b", "x" * 300]
)
async def test_zones_that_are_none(town: Town, seat: Seat, zone: str) -> None:
    with pytest.raises(NothingUnderstood):
        await town.house.councils.change(seat.secretary, zone=zone)
    assert await town.house.councils.of_chat(-100) == seat.council


async def test_when_it_is_late_to_withdraw_and_when_answers_go(town: Town, seat: Seat) -> None:
    changed = await town.house.councils.change(seat.secretary, late_hours=168)
    changed = await town.house.councils.change(seat.secretary, answers_days=30)
    assert (changed.late_hours, changed.answers_days) == (168, 30)
    assert await town.house.councils.change(seat.secretary) == changed


@pytest.mark.parametrize("setting", [{"late_hours": 47}, {"late_hours": -12}, {"answers_days": 10_000}])
async def test_numbers_that_are_not_to_choose_from(town: Town, seat: Seat, setting: dict[str, Any]) -> None:
    with pytest.raises(NothingUnderstood):
        await town.house.councils.change(seat.secretary, **setting)
    with pytest.raises(NotAllowed):
        await town.house.councils.change(seat.member, late_hours=24)
    assert await town.all(Council, seat.council.id) == [seat.council]


async def test_only_secretary_and_chair_change_settings(town: Town, seat: Seat) -> None:
    with pytest.raises(NotAllowed):
        await town.house.councils.change(seat.member, name="Mit råd")
    with pytest.raises(TooLong):
        await town.house.councils.change(seat.secretary, name="R" * 101)
    assert await town.house.councils.of_chat(-100) == seat.council


# --- which one is meant ------------------------------------------------------------------------------


async def test_in_private_the_only_council_is_meant_or_the_chosen_one(town: Town) -> None:
    one, actor = await town.council(-100, "Ældrerådet", "1")
    known = town.house.councils.meant_by
    assert await known(await town.person("1")) == one
    other, _ = await town.council(-200, "Byrådet", "1")
    with pytest.raises(WhichCouncil):
        await known(await town.person("1"))
    await town.house.people.choose_council(Actor("1", other.id))
    assert await known(await town.person("1")) == other
    assert await town.house.councils.of_person(await town.person("1")) == [other, one]
    with pytest.raises(NotOnCouncil):
        await known(await town.person("9"))
    assert actor.council_id == one.id


async def test_nobody_chooses_a_council_they_are_not_on(town: Town, seat: Seat) -> None:
    await town.person("9")
    for stranger in ("9", "unmet"):
        with pytest.raises(NotOnCouncil):
            await town.house.people.choose_council(Actor(stranger, seat.council.id))


# --- the group's fate --------------------------------------------------------------------------------


async def test_a_migrated_group_is_the_same_council_also_when_told_twice(town: Town, seat: Seat) -> None:
    for _ in range(2):
        await town.house.councils.migrated(-100, -100500)
        assert (await town.house.councils.of_chat(-100500)).chat_id == -100500
        with pytest.raises(NotSetUp):
            await town.house.councils.of_chat(-100)
    assert await town.all(Chat) == [Chat("-100500", seat.council.id)]


async def test_a_migration_that_was_stopped_halfway_is_finished_when_told_again(
    town: Town, seat: Seat
) -> None:
    async with town.store.transaction(COMMONS) as tx:
        tx.put(Chat("-100500", seat.council.id))
    await town.house.councils.migrated(-100, -100500)
    assert (await town.house.councils.of_chat(-100500)).chat_id == -100500
    assert await town.all(Chat) == [Chat("-100500", seat.council.id)]


async def test_a_group_that_is_no_council_migrates_without_a_trace(town: Town) -> None:
    await town.house.councils.migrated(-1, -2)
    assert await town.store.tenants() == []


async def test_thrown_out_tells_every_secretary_and_keeps_everything(town: Town, seat: Seat) -> None:
    await town.joined(seat.secretary, "3", Role.SECRETARY)
    await town.joined(seat.secretary, "4", Role.CHAIR)
    assert await town.house.councils.thrown_out(-100) == seat.council.id
    notices = await town.all(Notice, seat.council.id)
    assert [(n.kind, n.person_id, n.fact("council"), n.state, n.created) for n in notices] == [
        ("thrown_out", "1", "Integrationsrådet", "waiting", START),
        ("thrown_out", "3", "Integrationsrådet", "waiting", START),
    ]
    assert await town.house.councils.of_chat(-100) == seat.council


async def test_thrown_out_told_twice_is_said_once_and_again_the_next_time(town: Town, seat: Seat) -> None:
    await town.house.councils.thrown_out(-100)
    await town.house.councils.thrown_out(-100)
    assert len(await town.all(Notice, seat.council.id)) == 1
    town.clock.turn(days=1)
    await town.house.councils.thrown_out(-100)
    assert len(await town.all(Notice, seat.council.id)) == 2


async def test_thrown_out_of_a_group_that_is_no_council(town: Town) -> None:
    assert await town.house.councils.thrown_out(-1) == ""
