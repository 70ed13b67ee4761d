"""What a published plan says beside title and time, and what comes back, through taking over."""

from dataclasses import replace

from council.comparing import Sort
from council.records import Council, PlanEntry, ReadEntry
from council.recurrence import Recurrence
from council.when import When
from tests.services.kit import Seat, Town, line, reading


def weekly(day: str, until: str) -> ReadEntry:
    return replace(line("Sprogcafé", day), rule=Recurrence(f"FREQ=WEEKLY;UNTIL={until}"))


async def taken_over(town: Town, seat: Seat, *lines: ReadEntry) -> list[PlanEntry]:
    offer = await town.house.importing.propose(seat.secretary, reading(*lines))
    await town.house.importing.take_over(seat.secretary, offer.proposal.id)
    return await kept(town, seat.council)


async def kept(town: Town, council: Council) -> list[PlanEntry]:
    return (await town.house.plans.plan(council.id)).entries


async def test_each_time_of_a_rule_has_a_life_of_its_own(town: Town, seat: Seat) -> None:
    rule = weekly("2021-08-04T16:00", "20210825")
    entries = await taken_over(town, seat, rule)
    days = [entry.when.edtf for entry in entries]
    assert days == ["2021-08-04T16:00", "2021-08-11T16:00", "2021-08-18T16:00", "2021-08-25T16:00"]
    assert len({entry.id for entry in entries}) == 4
    await town.house.plans.amend(seat.secretary, entries[1].id, place="VUC")
    assert (await town.house.importing.propose(seat.secretary, reading(rule))).open == ()


async def test_a_rule_that_ends_sooner_loses_its_last_time_only(town: Town, seat: Seat) -> None:
    before = await taken_over(town, seat, weekly("2021-08-04", "20210825"))
    shorter = reading(weekly("2021-08-04", "20210818"))
    offer = await town.house.importing.propose(seat.secretary, shorter)
    assert [(each.sort, each.key) for each in offer.open] == [(Sort.GONE, before[-1].id)]
    await town.house.importing.take_over(seat.secretary, offer.proposal.id)
    assert [entry.id for entry in await kept(town, seat.council)] == [entry.id for entry in before[:-1]]


async def test_what_the_document_says_was_moved_comes_so_and_is_no_conflict(town: Town, seat: Seat) -> None:
    moved = replace(line("Temaaften", "2021-09-08"), was=When("2021-09-01"))
    [entry] = await taken_over(town, seat, moved)
    assert (entry.was, entry.moved) == (When("2021-09-01"), True)
    assert (await town.house.importing.propose(seat.secretary, reading(moved))).open == ()


async def test_moved_from_the_very_time_it_has_is_not_moved(town: Town, seat: Seat) -> None:
    [entry] = await taken_over(town, seat, replace(line("Fest", "2021-09-08"), was=When("2021-09-08")))
    assert not entry.moved


async def test_who_is_responsible_is_taken_over_and_changed(town: Town, seat: Seat) -> None:
    first = line("Fest", "2021-09-08")
    led = replace(first, printed=replace(first.printed, responsible="Kulturgruppen"))
    [entry] = await taken_over(town, seat, led)
    assert entry.responsible == "Kulturgruppen"
    other = replace(first, printed=replace(first.printed, responsible="Sekretariatet"))
    offer = await town.house.importing.propose(seat.secretary, reading(other))
    assert [(each.key, each.fields) for each in offer.open] == [(entry.id, ("responsible",))]
    [entry] = await taken_over(town, seat, other)
    assert entry.responsible == "Sekretariatet"
