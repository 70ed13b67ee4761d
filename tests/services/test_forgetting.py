"""Forgetting somebody who signed up: places go on, counts stay, nothing is left in any copy."""

from dataclasses import replace

import pytest

from council.notice import Notice
from council.openings import Card, Claim, Opening, Referral, SignUp, Standby
from council.records import Membership
from council.reminding import CustomReminder, Wishes
from council.signups import Arriving
from council.when import When
from services.desk import Actor
from storage.tables import TABLES
from storage.tinydb_store import TinyStore
from tests.services.corps import LAND, Corps, S
from tests.services.lasting import ANSWER, ASE, ID, NAME, PHONE, TRACES, Lasting, Stopped, Unsteady


async def test_places_go_on_to_the_next_who_is_told(corps: Corps) -> None:
    opening = await corps.opened()
    await corps.crowd(opening, "10", "11", "12")
    await corps.town.house.privacy.forget("10")
    assert await corps.states(opening) == {"11": S.OFFERED, "12": S.WAITING}
    assert await corps.told() == {("offered", "11"): 1}
    assert (await corps.tally(opening)).held == 1
    await corps.town.house.privacy.forget("10")
    assert await corps.told() == {("offered", "11"): 1}


async def test_an_offer_to_them_and_a_place_in_the_line_go_on_too(corps: Corps) -> None:
    opening = await corps.opened()
    await corps.crowd(opening, "10", "11", "12", "13")
    await corps.leaves("10", opening)
    await corps.town.house.privacy.forget("11")
    await corps.town.house.privacy.forget("13")
    assert await corps.states(opening) == {"10": S.WITHDRAWN, "12": S.OFFERED}
    assert await corps.told() == {("offered", "12"): 1}
    await corps.tally(opening)


async def test_at_short_notice_the_coordinator_hears_of_a_volunteer(corps: Corps) -> None:
    opening = await corps.opened(when=When("2021-06-11T12:00"))
    await corps.takes("10", opening)
    await corps.town.house.privacy.forget("10")
    [notice] = await corps.notices()
    assert (notice.kind, notice.person_id, notice.about) == ("late_withdrawal", "3", "")
    assert (notice.fact("name"), notice.fact("title")) == ("", "Opstilling")


async def test_a_late_withdrawal_that_was_not_said_yet_is_said_without_the_name(corps: Corps) -> None:
    opening = await corps.opened(when=When("2021-06-11T12:00"))
    await corps.takes("10", opening)
    await corps.leaves("10", opening)
    for _ in range(2):
        await corps.town.house.privacy.forget("10")
        [notice] = await corps.notices()
        assert (notice.kind, notice.state, notice.fact("name")) == ("late_withdrawal", "waiting", "")
        assert "10" not in notice.id.replace("-", ":").split(":")


async def test_who_coordinated_does_not_hear_of_it_the_secretary_does(corps: Corps) -> None:
    opening = await corps.opened(when=When("2021-06-11T12:00"))
    await corps.takes("3", opening)
    await corps.town.house.privacy.forget("3")
    assert await corps.told() == {("late_withdrawal", "1"): 1}


async def test_who_has_taken_part_stays_counted_as_a_volunteer(corps: Corps) -> None:
    opening = await corps.opened(capacity=5, when=When("2021-06-11T12:00"))
    await corps.crowd(opening, "10", "11", "12")
    await corps.takes("13", opening)
    await corps.brings("13", opening, 1)
    corps.town.clock.turn(days=3)
    rosters = corps.town.house.rosters
    for person_id, came in (("10", True), ("11", False)):
        await rosters.attended(corps.coordinator, opening.id, f"{opening.id}-{person_id}", came)
    before = await corps.tally(opening)
    for person_id in ("10", "11", "12", "13"):
        await corps.town.house.privacy.forget(person_id)
    assert await corps.tally(opening) == before
    roster = await rosters.roster(corps.coordinator, opening.id)
    kept = [(each.name, each.person_id, each.state, each.guests) for each in roster.signups]
    assert kept == [
        ("", "", S.ATTENDED, 0),
        ("", "", S.MISSED, 0),
        ("", "", S.CONFIRMED, 0),
        ("", "", S.CONFIRMED, 1),
    ]


async def test_a_link_leads_on_and_thanks_nobody(corps: Corps) -> None:
    opening = await corps.opened(capacity=5)
    link = (await corps.town.house.links.own("2", corps.council.id, opening.id)).id
    await corps.town.house.privacy.forget("2")
    assert await corps.town.house.links.behind(corps.council.id, link) == opening.id
    await corps.takes("10", opening, link=link)
    assert await corps.notices() == []
    assert [each.person_id for each in await corps.town.all(Referral, corps.council.id)] == [""]


async def test_what_others_did_with_their_help_stays_without_them(corps: Corps) -> None:
    opening = await corps.opened(
        by=corps.coordinator, capacity=5, contact="Spørg Person 3", with_children=True
    )
    other = await corps.opened("Opvask", contact="Spørg Mads")
    rosters = corps.town.house.rosters
    chile = await rosters.enter(corps.coordinator, opening.id, Arriving("chile", "Chile"))
    await rosters.certify(corps.secretary, opening.id, chile.id, seen=True)
    await corps.town.house.privacy.forget("3")
    await corps.town.house.privacy.forget("1")
    [kept] = await corps.town.all(SignUp, corps.council.id)
    assert (kept.name, kept.entered_by) == ("Chile", "")
    assert kept.certificate is not None
    assert kept.certificate.by == ""
    assert [(each.created_by, each.contact) for each in await corps.town.all(Opening, corps.council.id)] == [
        ("", ""),
        ("", "Spørg Mads"),
    ]
    assert (await corps.now(other)).title == "Opvask"


async def test_a_notice_that_was_on_its_way_is_not_put_back(corps: Corps) -> None:
    opening = await corps.opened()
    await corps.crowd(opening, "10", "11")
    await corps.leaves("10", opening)
    notices = corps.town.house.notices
    [on_its_way] = await notices.ready(corps.council.id)
    await corps.town.house.privacy.forget("11")
    await notices.sent(corps.council.id, on_its_way)
    assert await corps.notices() == []
    await notices.failed(corps.council.id, on_its_way, "gone", for_good=False)
    assert await corps.notices() == []


async def _leave_traces_everywhere(lasting: Lasting) -> tuple[Opening, Opening]:
    """She is on two openings, coordinates, brings people, enters others, and fills in a form."""
    town, council = lasting.town, lasting.council.id
    soon = await lasting.opened("Boder", when=When("2021-06-14T10:00"), capacity=2, questions=(LAND,))
    later = await lasting.opened("Opvask", by=lasting.coordinator, capacity=3)
    await lasting.ase_takes(soon, answers=(("land", ANSWER),))
    await lasting.backed_up()
    await lasting.ase_takes(later)
    await town.house.signups.bring(ASE, council, later.id, 1)
    await lasting.crowd(later, "11", "12")
    await town.house.people.set_coordinating(lasting.secretary, ID, lasting.activity, on=True)
    ase = await town.house.people.member(replace(lasting.member, person_id=ID))
    assert ase is not None
    actor = replace(lasting.member, person_id=ID)
    mine = await lasting.opened("Bord", by=actor, contact=f"{NAME}, {PHONE}", capacity=5)
    await town.house.rosters.enter(actor, mine.id, Arriving("peru", "Peru"))
    await town.house.rosters.write_to_all(actor, later.id, f"Hej fra {NAME}", "token")
    await town.house.links.own(ID, council, soon.id)
    await town.house.cover.stand_by(ASE, council, ready=True)
    await town.house.signups.show_name(ASE, council, soon.id, shown=True)
    await town.house.cover.seek(ASE, council, soon.id)
    await town.house.drafts.begin(f"{ID}:{ID}", "signup", "land", council, land=ANSWER)
    await town.house.drafts.begin("1:1", "roster", "move", council, signup=f"{soon.id}-{ID}")
    await town.house.cards.posted(council, Card(f"{ID}:5", soon.id, int(ID), 5))
    await town.house.cards.posted(council, Card("-100:6", soon.id, -100, 6))
    await _is_reminded(lasting, actor, soon)
    await lasting.backed_up()
    return soon, later


async def _is_reminded(lasting: Lasting, ase: Actor, opening: Opening) -> None:
    """She said how, asked for reminders, and is among those who have not answered."""
    reminders, key = lasting.town.house.reminders, f"o-{opening.id}"
    await reminders.wish(ASE, distances=("3d",), quiet="22-7")
    await reminders.remind(ase, key, "2d", "me")
    await reminders.remind(ase, key, "1d", "people")
    facts = (("opening", opening.id), ("names", f"{NAME}\nFrivillig 11"))
    async with lasting.town.store.transaction(lasting.council.id) as tx:
        tx.put(Notice(f"unanswered:3:{key}:1d:20210613", "unanswered", "3", facts, lasting.town.clock.now()))


async def test_no_trace_is_left_anywhere_and_the_counts_are_right(lasting: Lasting) -> None:
    soon, later = await _leave_traces_everywhere(lasting)
    assert {word for _, word in lasting.traces()} == set(TRACES)
    await lasting.town.house.privacy.forget(ID)
    assert lasting.traces() == set()
    await lasting.check_copies()
    assert (await lasting.tally(soon)).taken == 0
    assert await lasting.states(later) == {"11": S.CONFIRMED, "12": S.OFFERED}
    assert (await lasting.told())["late_withdrawal", "3"] == 1
    assert [card.id for card in await lasting.town.all(Card, lasting.council.id)] == ["-100:6"]
    assert {each.id for each in await lasting.town.all(Membership, lasting.council.id)} == {
        "1",
        "2",
        "3",
        "11",
        "12",
    }
    assert await lasting.town.all(Standby, lasting.council.id) == []
    assert await lasting.town.all(Claim, lasting.council.id) == []


async def test_reminders_are_forgotten_and_those_for_others_stay(lasting: Lasting) -> None:
    await _leave_traces_everywhere(lasting)
    council = lasting.council.id
    assert Wishes(ID, ("3d",), "22-7") in await lasting.town.all(Wishes, council)
    await lasting.town.house.privacy.forget(ID)
    assert ID not in {wishes.id for wishes in await lasting.town.all(Wishes, council)}
    kept = [(each.to, each.distance, each.by) for each in await lasting.town.all(CustomReminder, council)]
    assert kept == [("people", "1d", "")]
    [listing] = await lasting.notices("unanswered")
    assert (listing.person_id, listing.fact("names")) == ("3", "")


@pytest.mark.parametrize("steps", range(5))
async def test_stopped_in_the_middle_asking_again_finishes_it(lasting: Lasting, steps: int) -> None:
    _, later = await _leave_traces_everywhere(lasting)
    assert isinstance(lasting.town.store, TinyStore)
    unsteady = Unsteady(lasting.town.store, steps)
    privacy = type(lasting.town.house.privacy)(replace(lasting.town.desk, store=unsteady))
    try:
        await privacy.forget(ID)
    except Stopped:
        assert steps < 4
    await lasting.town.house.privacy.forget(ID)
    assert lasting.traces() == set()
    await lasting.check_copies()
    assert await lasting.states(later) == {"11": S.CONFIRMED, "12": S.OFFERED}
    assert (await lasting.told())["offered", "12"] == 1


async def test_every_kind_of_record_was_thought_of() -> None:
    """A new kind of record that names people needs a word in `services/forgetting.py`, and one here."""
    without_people = {"councils", "activities", "entries", "tallies", "chats"}
    without_people |= {"reminder_rules", "horizons", "next_due"}
    erased = {"memberships", "changes", "proposals", "openings", "signups", "claims", "cards"}
    erased |= {"referrals", "standbys", "notices", "people", "drafts", "wishes", "custom_reminders"}
    assert {kept.table for kept in TABLES} == without_people | erased
