"""Forgetting somebody who signed up: places go on, counts stay, nothing is left in any copy."""

import json
import shutil
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest

from council.openings import Card, Claim, Opening, Referral, SignUp, Standby, Tally
from council.places import recount
from council.ports import Transaction
from council.records import COMMONS, Membership, Notice, Person, Record
from council.refusals import NoSuchSignUp, NotAllowed
from council.reminding import CustomReminder, Wishes
from council.signups import Arriving
from council.when import When
from services.desk import Actor
from storage.tables import TABLES
from storage.tinydb_store import TinyStore
from tests.services.corps import LAND, Corps, S, a_corps, a_stranger
from tests.services.kit import Town

ID, NAME, USER, ANSWER, PHONE = "70000007", "Åse Ærlig", "aaase7", "Østtimor", "+45 71 72 73 74"
TRACES = (ID, NAME, USER, ANSWER, PHONE)
ASE = Person(ID, NAME, USER)


@dataclass
class Lasting(Corps):
    """A corps on the disk."""

    folder: Path = Path()

    async def ase(self) -> Person:
        """Åse, as the bot meets her."""
        return await self.town.house.people.meet(ASE, privately=True)

    async def ase_takes(self, opening: Opening, **how: Any) -> None:
        """She takes part."""
        await self.town.house.signups.take(await self.ase(), self.council.id, opening.id, **how)

    async def backed_up(self) -> None:
        """The nightly copy."""
        assert isinstance(self.town.store, TinyStore)
        assert await self.town.store.backup(self.town.clock.now()) == {}
        self.town.clock.turn(days=1)

    def traces(self, *words: str) -> set[tuple[str, str]]:
        """Which of her traces are in which files, however JSON spells them."""
        files = [path for path in self.folder.rglob("*") if path.is_file()]
        return {
            (path.name, word)
            for path in files
            for word in words or TRACES
            if any(each in path.read_bytes() for each in (word.encode(), json.dumps(word)[1:-1].encode()))
        }

    async def check_copies(self) -> None:
        """In every copy that is kept the sums are right."""
        for copy in sorted(self.folder.glob("backups/*/*.json")):
            if copy.parent.name != COMMONS:
                await self._check_copy(copy)

    async def _check_copy(self, copy: Path) -> None:
        other = self.folder.parent / f"restored-{copy.stem}"
        (other / "councils").mkdir(parents=True)
        shutil.copy(copy, other / "councils" / f"{self.council.id}.json")
        async with TinyStore.open(other) as store, store.transaction(self.council.id) as tx:
            tallies = await tx.find(Tally)
            assert tallies
            for tally in tallies:
                found = await tx.find(SignUp, opening_id=tally.id)
                assert replace(recount(found, tally.id), last=tally.last) == tally


@pytest.fixture
async def lasting(tmp_path: Path) -> AsyncIterator[Lasting]:
    async with TinyStore.open(tmp_path / "data") as store:
        corps = await a_corps(Town(store))
        yield Lasting(**vars(corps), folder=tmp_path / "data")


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


class Stopped(Exception):
    """The machine lost its power."""


@dataclass
class Unsteady:
    """A store that stops before its n-th write of one kind."""

    store: TinyStore
    left: int

    def transaction(self, tenant: str) -> AbstractAsyncContextManager[Transaction]:
        self._step()
        return self.store.transaction(tenant)

    async def rewrite(self, tenant: str, change: Callable[[Record], Record | None]) -> None:
        self._step()
        await self.store.rewrite(tenant, change)

    async def tenants(self) -> list[str]:
        return await self.store.tenants()

    def _step(self) -> None:
        if self.left == 0:
            raise Stopped
        self.left -= 1


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


async def _entered(lasting: Lasting, opening: Opening, **how: Any) -> SignUp:
    """A coordinator has entered her, over a form that lay there when the copies were made."""
    who = Arriving("token9", NAME, phone=PHONE, agreed="Ringede", **how)
    await lasting.town.house.drafts.begin("3:3", "enter", "phone", lasting.council.id, name=NAME, phone=PHONE)
    await lasting.backed_up()
    await lasting.town.house.drafts.drop("3:3")
    return await lasting.town.house.rosters.enter(lasting.coordinator, opening.id, who)


async def test_who_was_entered_is_erased_without_a_trace(lasting: Lasting) -> None:
    opening = await lasting.opened()
    entered = await _entered(lasting, opening)
    await lasting.crowd(opening, "10", "11")
    await lasting.backed_up()
    rosters = lasting.town.house.rosters
    assert {word for _, word in lasting.traces()} == {NAME, PHONE}
    await rosters.erase(lasting.coordinator, opening.id, entered.id)
    assert lasting.traces() == set()
    assert lasting.traces("Ringede") == set()
    await lasting.check_copies()
    assert await lasting.states(opening) == {"10": S.OFFERED, "11": S.WAITING}
    assert await lasting.told() == {("offered", "10"): 1}
    with pytest.raises(NoSuchSignUp):
        await rosters.erase(lasting.coordinator, opening.id, entered.id)


async def test_who_was_entered_and_called_is_erased_from_the_calls_too(lasting: Lasting) -> None:
    opening = await lasting.opened()
    await lasting.takes("10", opening)
    entered = await _entered(lasting, opening)
    await lasting.leaves("10", opening)
    [notice] = await lasting.notices("call_offer")
    assert (notice.person_id, notice.fact("phone")) == ("3", PHONE)
    await lasting.town.house.rosters.erase(lasting.coordinator, opening.id, entered.id)
    assert lasting.traces() == set()
    assert (await lasting.tally(opening)).held == 0


async def test_who_was_entered_and_moved_is_erased_where_they_were_too(lasting: Lasting) -> None:
    first, second = await lasting.opened("Boder"), await lasting.opened("Opvask")
    entered = await _entered(lasting, first)
    await lasting.backed_up()
    rosters = lasting.town.house.rosters
    await rosters.move(lasting.coordinator, first.id, entered.id, second.id)
    await rosters.erase(lasting.coordinator, second.id, f"{second.id}-token9")
    assert lasting.traces() == set()
    await lasting.check_copies()


@pytest.mark.parametrize("steps", range(4))
async def test_erasing_that_was_stopped_is_finished_by_asking_again(lasting: Lasting, steps: int) -> None:
    opening = await lasting.opened()
    entered = await _entered(lasting, opening)
    await lasting.takes("10", opening)
    assert isinstance(lasting.town.store, TinyStore)
    rosters = lasting.town.house.rosters
    unsteady = type(rosters)(replace(lasting.town.desk, store=Unsteady(lasting.town.store, steps)))
    with pytest.raises(Stopped):
        await unsteady.erase(lasting.coordinator, opening.id, entered.id)
    await rosters.erase(lasting.coordinator, opening.id, entered.id)
    assert lasting.traces() == set()
    assert await lasting.states(opening) == {"10": S.OFFERED}


async def test_whom_coordinators_cannot_erase(corps: Corps) -> None:
    opening = await corps.opened(capacity=5)
    await corps.takes("10", opening)
    rosters = corps.town.house.rosters
    with pytest.raises(NoSuchSignUp):  # they have Telegram: they are told when they are removed
        await rosters.erase(corps.coordinator, opening.id, f"{opening.id}-10")
    entered = await rosters.enter(corps.coordinator, opening.id, Arriving("peru", "Peru"))
    stranger = await a_stranger(corps)
    for actor in (stranger, corps.member):
        with pytest.raises(NotAllowed):
            await rosters.erase(actor, opening.id, entered.id)
    own = await corps.opened("Kaffe", by=stranger, activity="Sprogcafé")
    with pytest.raises(NoSuchSignUp):  # the right to one opening reaches no other
        await rosters.erase(stranger, own.id, entered.id)
    assert (await corps.tally(opening)).taken == 2


async def test_every_kind_of_record_was_thought_of() -> None:
    """A new kind of record that names people needs a word in `services/forgetting.py`, and one here."""
    without_people = {"councils", "activities", "entries", "tallies", "chats"}
    without_people |= {"reminder_rules", "horizons", "next_due"}
    erased = {"memberships", "changes", "proposals", "openings", "signups", "claims", "cards"}
    erased |= {"referrals", "standbys", "notices", "people", "drafts", "wishes", "custom_reminders"}
    assert {kept.table for kept in TABLES} == without_people | erased
