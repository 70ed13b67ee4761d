"""Forgetting somebody whom a coordinator entered, and finishing what was stopped on the way."""

from dataclasses import replace
from typing import Any

import pytest

from council.openings import Opening, SignUp
from council.refusals import NoSuchSignUp, NotAllowed
from council.signups import Arriving
from storage.tinydb_store import TinyStore
from tests.services.corps import Corps, S, a_stranger
from tests.services.lasting import NAME, PHONE, Lasting, Stopped, Unsteady


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
