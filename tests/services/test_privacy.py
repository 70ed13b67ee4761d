"""What is stored about a person, and forgetting it."""

import json

from council.due import GROUP
from council.notice import Notice
from council.records import Change, Membership, Person, Role
from council.signups import Arriving
from council.when import When
from tests.services.corps import LAND, Corps, S
from tests.services.kit import Town


async def test_everything_is_told_and_can_be_read_by_programs() -> None:
    town = Town()
    council, ane = await town.council(-1, "Rådet", "1")
    await town.added(ane, "Fest", activity="Kulturdag")
    activity = (await town.house.activities.listed(ane)).pages[0].activity.id
    await town.coordinator(ane, "2", activity)
    data = await town.house.privacy.stored_about("2")
    [told] = data.councils
    assert (told.council, told.coordinates, told.only_secretary) == ("Rådet", ("Kulturdag",), False)
    assert told.membership == Membership("2", "Person 2", Role.VOLUNTEER, (activity,))
    assert json.loads(data.as_json())["person"]["id"] == "2"
    [own] = (await town.house.privacy.stored_about("1")).councils
    assert own.only_secretary
    assert [change.entry_id for change in own.changes] == ["fest"]
    assert council.name == "Rådet"


async def test_of_a_stranger_there_is_nothing() -> None:
    data = await Town().house.privacy.stored_about("9")
    assert data.person is None
    assert data.councils == ()
    assert data.forms == ()


async def test_forgotten_everywhere_and_what_was_done_stays() -> None:
    town = Town()
    council, ane = await town.council(-1, "Rådet", "1")
    bo = await town.joined(ane, "2", Role.DEPUTY_CHAIR)
    await town.added(bo, "Fest")
    await town.house.plans.amend(ane, "fest", when=When("2021-10-02"))
    await town.house.drafts.begin("2:2", "new", "title", council.id)
    await town.house.councils.thrown_out(-1)
    await town.house.privacy.forget("2")
    assert [person.id for person in await town.all(Person)] == ["1"]
    assert await town.house.drafts.open("2:2") is None
    assert await town.roles(council.id) == {"1": Role.SECRETARY}
    changes = await town.all(Change, council.id)
    assert [(change.by, change.by_name, change.by_role) for change in changes] == [
        ("", "", Role.DEPUTY_CHAIR),
        ("1", "Person 1", Role.SECRETARY),
    ]
    told = [(notice.kind, notice.person_id) for notice in await town.all(Notice, council.id)]
    assert told == [("changed", GROUP), ("thrown_out", "1")]


async def test_also_in_councils_that_were_left() -> None:
    town = Town()
    council, ane = await town.council(-1, "Rådet", "1")
    bo = await town.joined(ane, "2", Role.DEPUTY_CHAIR)
    await town.added(bo, "Fest")
    await town.house.people.remove(ane, "2")
    assert (await town.house.privacy.stored_about("2")).councils[0].changes
    await town.house.privacy.forget("2")
    assert [change.by for change in await town.all(Change, council.id)] == [""]


async def test_coming_back_to_a_council_it_is_not_counted_twice() -> None:
    town = Town()
    _, ane = await town.council(-1, "Rådet", "1")
    await town.joined(ane, "2")
    await town.house.people.remove(ane, "2")
    await town.joined(ane, "2")
    assert len((await town.house.privacy.stored_about("2")).councils) == 1


async def test_a_council_without_a_secretary_gets_one_again() -> None:
    town = Town()
    council, _ = await town.council(-1, "Rådet", "1")
    await town.house.privacy.forget("1")
    assert not await town.house.councils.has_secretary(council.id)
    again, took_office = await town.house.councils.set_up(-1, "Andet navn", await town.person("3"))
    assert (again, took_office) == (council, True)
    assert await town.roles(council.id) == {"3": Role.SECRETARY}


async def test_everything_about_places_is_told_in_every_council(corps: Corps) -> None:
    opening = await corps.opened(capacity=2, questions=(LAND,), with_children=False)
    other = await corps.opened("Opvask", by=corps.coordinator, capacity=1)
    await corps.takes("3", opening, answers=(("land", "Chile"),))
    await corps.brings("3", opening, 1)
    await corps.crowd(other, "10", "3")
    three = await corps.who("3")
    link = await corps.town.house.links.own("3", corps.council.id, opening.id)
    await corps.town.house.cover.stand_by(three, corps.council.id, ready=True)
    await corps.town.house.rosters.enter(corps.coordinator, other.id, Arriving("peru", "Peru"))
    await corps.leaves("10", other)
    [told] = (await corps.town.house.privacy.stored_about("3")).councils
    assert [(own.title, own.signup.state, own.signup.guests, own.answers) for own in told.signups] == [
        ("Opstilling", S.CONFIRMED, 1, (("Hvilket land?", "Chile"),)),
        ("Opvask", S.OFFERED, 0, ()),
    ]
    assert [claim.id for claim in told.claims] == [f"{opening.id}:land:chile"]
    assert [(own.title, own.referral) for own in told.links] == [("Opstilling", link)]
    assert [each.id for each in told.opened] == [other.id]
    assert (told.standby, told.entered, told.certified) == (True, 1, 0)
    assert [notice.kind for notice in told.notices] == ["offered"]
    data = (await corps.town.house.privacy.stored_about("3")).as_json()
    assert json.loads(data)["councils"][0]["signups"][0]["answers"] == [["Hvilket land?", "Chile"]]
    assert b"Peru" not in data  # others are theirs
    assert b"Frivillig 10" not in data


async def test_what_others_were_told_of_somebody_is_told_without_whom(corps: Corps) -> None:
    opening = await corps.opened(confirm_each=True, with_children=True)
    await corps.takes("10", opening)
    signup = f"{opening.id}-10"
    await corps.town.house.rosters.certify(corps.secretary, opening.id, signup, seen=True)
    [told] = (await corps.town.house.privacy.stored_about("10")).councils
    to_whom = [(notice.kind, notice.person_id) for notice in await corps.notices()]
    assert to_whom == [("requested", "3"), ("requested", "1")]  # children take part: the secretary too
    assert [mention.kind for mention in told.mentions] == ["requested", "requested"]
    assert told.signups[0].signup.certificate is not None
    [own] = (await corps.town.house.privacy.stored_about("1")).councils
    assert (own.certified, own.mentions) == (1, ())
