import pytest

from council.comparing import Kind
from council.records import Activity, Change, PlanEntry, Proposal, Reading, Role
from council.refusals import NoPlanFound, NotAllowed, OutOfDate, Unreadable
from council.when import When
from services.desk import Actor
from services.importing import Offer, Outcome
from tests.services.kit import Seat, Town, line, reading

FIRST = reading(
    line("Rådsmøde", "2021-01-20T17:00", place="Rådhuset"),
    line("Netværksmøde", "2021-06?"),
    line("Kulturdag: infomøde", "2021-08-25", "Kulturdag 21"),
    line("Kulturdag", "2021-09-18", "Kulturdag"),
)
SECOND = reading(
    line("Rådsmøde", "2021-01-20T17:00", place="Rådhuset"),
    line("Kulturdag: infomøde", "2021-08-26", "Kulturdag"),
    line("Kulturdag", "2021-10-02", "Kulturdag"),
    line("Valgmøde", "2021-10-04", "Valg"),
)


async def take_over(town: Town, actor: Actor, edition: Reading) -> Outcome:
    offer = await town.house.importing.propose(actor, edition)
    return await town.house.importing.take_over(actor, offer.proposal.id)


async def times(town: Town, seat: Seat) -> dict[str, str]:
    plan = await town.house.plans.plan(seat.council.id)
    return {entry.title: entry.when.edtf for entry in plan.entries}


async def by_title(town: Town, seat: Seat, title: str) -> PlanEntry:
    return next(entry for entry in await town.all(PlanEntry, seat.council.id) if entry.title == title)


def kinds(offer: Offer) -> list[Kind]:
    return [difference.kind for difference in offer.open]


# --- reading -----------------------------------------------------------------------------------------


async def test_a_document_is_read_or_its_fault_is_told(town: Town) -> None:
    town.reader.documents[b"plan"] = FIRST
    assert (await town.house.importing.read(b"plan", "år.pdf")).entries == FIRST.entries
    with pytest.raises(Unreadable) as refusal:
        await town.house.importing.read(b"noise", "år.pdf")
    assert (refusal.value.reason, refusal.value.name) == ("damaged", "år.pdf")


# --- proposing and taking over -----------------------------------------------------------------------


async def test_proposing_leaves_the_plan_alone(town: Town, seat: Seat) -> None:
    offer = await town.house.importing.propose(seat.secretary, FIRST)
    assert kinds(offer) == [Kind.ADDED] * 4
    assert offer.together == offer.open
    assert (offer.council_name, offer.contested) == ("Integrationsrådet", ())
    assert await town.all(PlanEntry, seat.council.id) == []
    assert await town.all(Activity, seat.council.id) == []
    assert await town.house.importing.offer(seat.secretary, offer.proposal.id) == offer


async def test_taking_over_puts_everything_on_the_plan_as_printed(town: Town, seat: Seat) -> None:
    assert await take_over(town, seat.secretary, FIRST) == Outcome(4, 0, 0, 0)
    plan = await town.house.plans.plan(seat.council.id)
    assert [entry.printed for entry in plan.entries] == [read.printed for read in FIRST.entries]
    assert [entry.source for entry in plan.entries] == [read.source for read in FIRST.entries]
    assert [entry.place_in_plan for entry in plan.entries] == [0, 1, 2, 3]
    assert [plan.activity_name(entry) for entry in plan.entries] == ["", "", "Kulturdag", "Kulturdag"]
    changes = await town.all(Change, seat.council.id)
    assert {(c.fields, c.by, c.by_role) for c in changes} == {(("added",), "1", Role.SECRETARY)}
    assert await town.all(Proposal, seat.council.id) == []


async def test_the_same_document_again_has_nothing_new(town: Town, seat: Seat) -> None:
    await take_over(town, seat.secretary, FIRST)
    offer = await town.house.importing.propose(seat.secretary, FIRST)
    assert offer.open == ()
    assert await town.all(Proposal, seat.council.id) == []


async def test_the_next_edition_adds_changes_and_removes(town: Town, seat: Seat) -> None:
    await take_over(town, seat.secretary, FIRST)
    offer = await town.house.importing.propose(seat.secretary, SECOND)
    assert kinds(offer) == [Kind.CHANGED, Kind.CHANGED, Kind.ADDED, Kind.GONE]
    assert await town.house.importing.take_over(seat.secretary, offer.proposal.id) == Outcome(1, 2, 1, 0)
    assert await times(town, seat) == {
        "Rådsmøde": "2021-01-20T17:00",
        "Kulturdag: infomøde": "2021-08-26",
        "Kulturdag": "2021-10-02",
        "Valgmøde": "2021-10-04",
    }
    moved = await by_title(town, seat, "Kulturdag")
    assert (moved.was, moved.revision) == (When("2021-09-18"), 1)
    assert (await town.house.importing.propose(seat.secretary, SECOND)).open == ()


async def test_an_import_is_in_the_history_and_can_be_taken_back(town: Town, seat: Seat) -> None:
    await take_over(town, seat.secretary, FIRST)
    await take_over(town, seat.secretary, SECOND)
    moved = await by_title(town, seat, "Kulturdag")
    page = await town.house.plans.entry(seat.secretary, moved.id)
    assert [change.fields for change in page.history] == [("added",), ("when",)]
    page = await town.house.plans.undo(seat.secretary, moved.id, page.history[-1].id)
    assert page.entry.when == When("2021-09-18")
    gone = await by_title(town, seat, "Netværksmøde")
    page = await town.house.plans.entry(seat.secretary, gone.id)
    page = await town.house.plans.undo(seat.secretary, gone.id, page.history[-1].id)
    assert not page.entry.removed


async def test_nothing_read_is_no_plan(town: Town, seat: Seat) -> None:
    with pytest.raises(NoPlanFound):
        await town.house.importing.propose(seat.secretary, reading())


# --- what was edited in chat -------------------------------------------------------------------------


async def test_what_was_edited_in_chat_is_left_when_taking_over_together(town: Town, seat: Seat) -> None:
    await take_over(town, seat.secretary, FIRST)
    edited = await by_title(town, seat, "Kulturdag")
    await town.house.plans.amend(seat.secretary, edited.id, when=When("2021-09-25"))
    offer = await town.house.importing.propose(seat.secretary, SECOND)
    assert [difference.key for difference in offer.contested] == [edited.id]
    assert await town.house.importing.take_over(seat.secretary, offer.proposal.id) == Outcome(1, 1, 1, 1)
    assert (await times(town, seat))["Kulturdag"] == "2021-09-25"
    again = await town.house.importing.propose(seat.secretary, SECOND)
    assert [difference.key for difference in again.open] == [edited.id]


async def test_a_conflict_is_settled_for_the_document_or_for_the_chat(town: Town, seat: Seat) -> None:
    importing = town.house.importing
    await take_over(town, seat.secretary, FIRST)
    edited = await by_title(town, seat, "Kulturdag")
    await town.house.plans.amend(seat.secretary, edited.id, when=When("2021-09-25"), place="VUC")
    offer = await importing.propose(seat.secretary, SECOND)
    offer = await importing.settle(seat.secretary, offer.proposal.id, edited.id, take=False)
    assert (offer.contested, (await times(town, seat))["Kulturdag"]) == ((), "2021-09-25")
    await importing.take_over(seat.secretary, offer.proposal.id)
    offer = await importing.propose(seat.secretary, SECOND)
    offer = await importing.settle(seat.secretary, offer.proposal.id, edited.id, take=True)
    assert offer.open == ()
    taken = await by_title(town, seat, "Kulturdag")
    assert (taken.when.edtf, taken.place) == ("2021-10-02", "VUC")
    assert (await importing.propose(seat.secretary, SECOND)).open == ()


async def test_gone_from_the_document_but_edited_in_chat_stays(town: Town, seat: Seat) -> None:
    await take_over(town, seat.secretary, FIRST)
    edited = await by_title(town, seat, "Netværksmøde")
    await town.house.plans.amend(seat.secretary, edited.id, place="Biblioteket")
    assert await take_over(town, seat.secretary, SECOND) == Outcome(1, 2, 0, 1)
    assert not (await by_title(town, seat, "Netværksmøde")).removed


# --- one by one --------------------------------------------------------------------------------------


async def test_one_by_one_until_nothing_is_left(town: Town, seat: Seat) -> None:
    importing = town.house.importing
    offer = await importing.propose(seat.secretary, FIRST)
    key, keys = offer.proposal.id, [difference.key for difference in offer.open]
    for left, settled in zip([3, 2, 1, 0], keys, strict=True):
        offer = await importing.settle(seat.secretary, key, settled, take=settled != keys[1])
        assert len(offer.open) == left
        with pytest.raises(OutOfDate):
            await importing.settle(seat.secretary, key, settled, take=True)
    assert sorted(await times(town, seat)) == ["Kulturdag", "Kulturdag: infomøde", "Rådsmøde"]
    with pytest.raises(OutOfDate):
        await importing.offer(seat.secretary, key)


async def test_one_by_one_and_then_the_rest(town: Town, seat: Seat) -> None:
    importing = town.house.importing
    offer = await importing.propose(seat.secretary, FIRST)
    await importing.settle(seat.secretary, offer.proposal.id, "n1", take=False)
    await importing.settle(seat.secretary, offer.proposal.id, "n3", take=True)
    assert await importing.take_over(seat.secretary, offer.proposal.id) == Outcome(2, 0, 0, 0)
    assert "Netværksmøde" not in await times(town, seat)


# --- out of date -------------------------------------------------------------------------------------


async def test_buttons_of_what_is_over_do_nothing(town: Town, seat: Seat) -> None:
    importing = town.house.importing
    first = (await importing.propose(seat.secretary, FIRST)).proposal.id
    second = (await importing.propose(seat.secretary, SECOND)).proposal.id
    await importing.cancel(seat.secretary, second)
    third = (await importing.propose(seat.secretary, FIRST)).proposal.id
    await importing.take_over(seat.secretary, third)
    before = await times(town, seat)
    for over in (first, second, third, "made up"):
        with pytest.raises(OutOfDate):
            await importing.offer(seat.secretary, over)
        with pytest.raises(OutOfDate):
            await importing.take_over(seat.secretary, over)
        with pytest.raises(OutOfDate):
            await importing.settle(seat.secretary, over, "n0", take=True)
        with pytest.raises(OutOfDate):
            await importing.answer(seat.secretary, over, "q0.0", None)
        with pytest.raises(OutOfDate):
            await importing.place(seat.secretary, over, "u0", None)
        with pytest.raises(OutOfDate):
            await importing.cancel(seat.secretary, over)
    assert await times(town, seat) == before


async def test_the_offer_is_beside_the_plan_as_it_is_now(town: Town, seat: Seat) -> None:
    await take_over(town, seat.secretary, FIRST)
    offer = await town.house.importing.propose(seat.secretary, SECOND)
    assert offer.contested == ()
    edited = await by_title(town, seat, "Kulturdag")
    await town.house.plans.amend(seat.secretary, edited.id, when=When("2021-09-25"))
    assert await town.house.importing.take_over(seat.secretary, offer.proposal.id) == Outcome(1, 1, 1, 1)


async def test_two_people_propose_beside_each_other(town: Town, seat: Seat) -> None:
    await town.house.people.set_role(seat.secretary, "2", Role.CHAIR)
    one = await town.house.importing.propose(seat.secretary, FIRST)
    other = await town.house.importing.propose(seat.member, FIRST)
    await town.house.importing.take_over(seat.member, other.proposal.id)
    assert await town.house.importing.take_over(seat.secretary, one.proposal.id) == Outcome(0, 0, 0, 0)
    assert len(await times(town, seat)) == 4


# --- rights ------------------------------------------------------------------------------------------


async def test_only_those_who_may_import(town: Town, seat: Seat) -> None:
    importing = town.house.importing
    activity = (await town.added(seat.secretary, "Fest", activity="Kulturdag")).entry.activity_id
    coordinator = await town.coordinator(seat.secretary, "3", activity)
    proposal = (await importing.propose(seat.secretary, FIRST)).proposal.id
    for actor in (seat.member, coordinator, Actor("9", seat.council.id)):
        with pytest.raises(NotAllowed):
            await importing.check(actor)
        with pytest.raises(NotAllowed):
            await importing.propose(actor, FIRST)
        with pytest.raises(NotAllowed):
            await importing.offer(actor, proposal)
        with pytest.raises(NotAllowed):
            await importing.take_over(actor, proposal)
        with pytest.raises(NotAllowed):
            await importing.settle(actor, proposal, "n0", take=True)
        with pytest.raises(NotAllowed):
            await importing.answer(actor, proposal, "q0.0", None)
        with pytest.raises(NotAllowed):
            await importing.place(actor, proposal, "u0", None)
        with pytest.raises(NotAllowed):
            await importing.cancel(actor, proposal)
    await importing.check(seat.secretary)
    assert list(await times(town, seat)) == ["Fest"]
