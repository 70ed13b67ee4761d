"""Who signed up, for those who run an opening."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import replace

import pytest

from council.openings import Opening, Unit
from council.refusals import (
    AnswerTaken,
    CertificateNeeded,
    NoRoom,
    NoSuchOpening,
    NoSuchSignUp,
    NotAllowed,
    NothingUnderstood,
    NotTakingAnybody,
    TooLong,
)
from council.signups import Arriving
from council.when import When
from services.desk import Actor
from services.rosters import Rosters
from tests.services.corps import LAND, Corps, S, a_stranger, another_council

PERU = Arriving("peru", "Peru", unit=Unit.COUNTRY, agreed="Ringede", phone="+45 11 22 33 44")
Attempt = Callable[[Rosters, Actor, str, str], Awaitable[object]]
ATTEMPTS: list[Attempt] = [
    lambda rosters, me, opening, _: rosters.roster(me, opening),
    lambda rosters, me, opening, _: rosters.enter(me, opening, PERU),
    lambda rosters, me, opening, signup: rosters.confirm(me, opening, signup),
    lambda rosters, me, opening, signup: rosters.remove(me, opening, signup),
    lambda rosters, me, opening, signup: rosters.erase(me, opening, signup),
    lambda rosters, me, opening, signup: rosters.attended(me, opening, signup, came=True),
    lambda rosters, me, opening, _: rosters.all_attended(me, opening),
    lambda rosters, me, opening, signup: rosters.accept_for(me, opening, signup),
    lambda rosters, me, opening, signup: rosters.decline_for(me, opening, signup),
    lambda rosters, me, opening, signup: rosters.bring(me, opening, signup, 1),
    lambda rosters, me, opening, signup: rosters.certify(me, opening, signup, seen=True),
    lambda rosters, me, opening, signup: rosters.move(me, opening, signup, opening),
    lambda rosters, me, opening, _: rosters.thank(me, opening),
    lambda rosters, me, opening, _: rosters.reached(me, opening),
    lambda rosters, me, opening, _: rosters.write_to_all(me, opening, "Hej", "t"),
]


@pytest.fixture
async def opening(corps: Corps) -> Opening:
    return await corps.opened(capacity=3)


def key(opening: Opening, who: str) -> str:
    return f"{opening.id}-{who}"


@pytest.mark.parametrize("attempt", ATTEMPTS)
async def test_rosters_are_for_those_who_run_the_opening(
    corps: Corps, opening: Opening, attempt: Attempt
) -> None:
    await corps.crowd(opening, "10")
    before, rosters = await corps.of(opening, "10"), corps.town.house.rosters
    stranger, outsider = await a_stranger(corps), await another_council(corps)
    for actor in (corps.member, stranger, Actor("10", corps.council.id), Actor("9", corps.council.id)):
        with pytest.raises(NotAllowed):
            await attempt(rosters, actor, opening.id, key(opening, "10"))
    with pytest.raises((NoSuchOpening, NoSuchSignUp)):
        await attempt(rosters, outsider, opening.id, key(opening, "10"))
    assert await corps.of(opening, "10") == before
    assert await corps.notices() == []


@pytest.mark.parametrize("attempt", ATTEMPTS[2:5] + ATTEMPTS[7:10])
async def test_the_right_to_one_opening_reaches_no_other(
    corps: Corps, opening: Opening, attempt: Attempt
) -> None:
    stranger = await a_stranger(corps)
    own = await corps.opened("Kaffe", by=stranger, activity="Sprogcafé")
    await corps.crowd(opening, "10")
    with pytest.raises(NoSuchSignUp):
        await attempt(corps.town.house.rosters, stranger, own.id, key(opening, "10"))
    with pytest.raises(NoSuchSignUp):
        await corps.town.house.rosters.move(stranger, own.id, key(opening, "10"), own.id)
    assert await corps.states(opening) == {"10": S.CONFIRMED}
    await corps.tally(opening)


async def test_who_is_entered_is_on_the_roster_and_counts(corps: Corps, opening: Opening) -> None:
    rosters = corps.town.house.rosters
    both = await asyncio.gather(*(rosters.enter(corps.coordinator, opening.id, PERU) for _ in range(2)))
    assert both[0] == both[1]
    entered = both[0]
    assert (entered.state, entered.unit, entered.agreed, entered.phone, entered.entered_by) == (
        S.CONFIRMED,
        Unit.COUNTRY,
        "Ringede",
        "+45 11 22 33 44",
        "3",
    )
    assert (await corps.tally(opening)).taken == 1
    assert await corps.notices() == []


@pytest.mark.parametrize(
    ("who", "refusal"),
    [
        (replace(PERU, name=" "), NothingUnderstood),
        (replace(PERU, name="P" * 101), TooLong),
        (replace(PERU, phone="1" * 31), TooLong),
        (replace(PERU, agreed="a" * 201), TooLong),
        (replace(PERU, guests=10), NoRoom),
    ],
)
async def test_who_cannot_be_entered(
    corps: Corps, opening: Opening, who: Arriving, refusal: type[Exception]
) -> None:
    with pytest.raises(refusal):
        await corps.town.house.rosters.enter(corps.coordinator, opening.id, who)
    assert await corps.states(opening) == {}


async def test_entered_with_an_answer_that_somebody_gave(corps: Corps) -> None:
    opening = await corps.opened(capacity=3, questions=(LAND,))
    await corps.takes("10", opening, answers=(("land", "Peru"),))
    who = replace(PERU, answers=(("land", "peru"),))
    with pytest.raises(AnswerTaken) as taken:
        await corps.town.house.rosters.enter(corps.coordinator, opening.id, who)
    assert taken.value.answer == "peru"


async def test_nobody_is_entered_where_all_was_erased(corps: Corps) -> None:
    opening = await corps.opened(when=When("2021-06-11"))
    corps.town.clock.turn(days=100)
    assert await corps.town.house.clockwork.erase_answers(corps.council.id) == 1
    with pytest.raises(NotTakingAnybody):
        await corps.town.house.rosters.enter(corps.coordinator, opening.id, PERU)


async def test_the_coordinator_calls_who_has_no_telegram(corps: Corps) -> None:
    opening, rosters = await corps.opened(), corps.town.house.rosters
    await corps.takes("10", opening)
    entered = await rosters.enter(corps.coordinator, opening.id, PERU)
    assert entered.state is S.WAITING
    await corps.leaves("10", opening)
    [notice] = await corps.notices()
    assert (notice.kind, notice.person_id) == ("call_offer", "3")
    assert (notice.fact("name"), notice.fact("phone")) == ("Peru", "+45 11 22 33 44")
    for _ in range(2):
        await rosters.accept_for(corps.coordinator, opening.id, entered.id)
    assert await corps.states(opening) == {"10": S.WITHDRAWN, "Peru": S.CONFIRMED}
    await rosters.decline_for(corps.coordinator, opening.id, entered.id)
    assert (await corps.tally(opening)).taken == 0
    assert len(await corps.notices()) == 1


async def test_who_asks_is_confirmed_once(corps: Corps) -> None:
    opening, rosters = await corps.opened(confirm_each=True), corps.town.house.rosters
    assert await corps.crowd(opening, "10", "11") == [S.REQUESTED] * 2
    assert await corps.told() == {("requested", "3"): 2}
    for who in ("10", "11", "10", "11"):
        await rosters.confirm(corps.coordinator, opening.id, key(opening, who))
    assert await corps.states(opening) == {"10": S.CONFIRMED, "11": S.WAITING}
    told = await corps.told()
    assert (told["confirmed", "10"], told["put_in_line", "11"]) == (1, 1)
    await rosters.remove(corps.coordinator, opening.id, key(opening, "10"))
    assert (await corps.states(opening))["11"] is S.OFFERED


async def test_no_is_said_kindly_and_once(corps: Corps) -> None:
    opening, rosters = await corps.opened(confirm_each=True), corps.town.house.rosters
    await corps.crowd(opening, "10", "11")
    await rosters.confirm(corps.coordinator, opening.id, key(opening, "11"))
    for who in ("10", "11") * 2:
        await rosters.remove(corps.coordinator, opening.id, key(opening, who))
    told = await corps.told()
    assert (told["turned_down", "10"], told["removed", "11"]) == (1, 1)
    assert sum(told.values()) == 5


async def test_with_children_nobody_is_confirmed_before_the_certificate_was_seen(corps: Corps) -> None:
    opening, rosters = await corps.opened(with_children=True), corps.town.house.rosters
    await corps.crowd(opening, "10")
    for actor in (corps.secretary, corps.coordinator):
        with pytest.raises(CertificateNeeded):
            await rosters.confirm(actor, opening.id, key(opening, "10"))
    with pytest.raises(NotAllowed):
        await rosters.certify(corps.coordinator, opening.id, key(opening, "10"), seen=True)
    roster = await rosters.certify(corps.secretary, opening.id, key(opening, "10"), seen=True)
    seen = roster.signups[0].certificate
    assert seen is not None
    assert (seen.on.isoformat(), seen.by) == ("2021-06-10", "1")
    assert not (await rosters.roster(corps.coordinator, opening.id)).sees_certificates
    await rosters.confirm(corps.coordinator, opening.id, key(opening, "10"))
    assert await corps.states(opening) == {"10": S.CONFIRMED}


async def test_who_came_and_thanks_that_are_said_once(corps: Corps) -> None:
    opening, rosters = await corps.opened(capacity=5), corps.town.house.rosters
    await corps.crowd(opening, "10", "11", "12")
    await rosters.enter(corps.coordinator, opening.id, PERU)
    corps.town.clock.turn(days=101)
    await rosters.attended(corps.coordinator, opening.id, key(opening, "11"), came=False)
    await rosters.all_attended(corps.coordinator, opening.id)
    assert set((await corps.states(opening)).values()) == {S.ATTENDED, S.MISSED}
    assert await rosters.thank(corps.coordinator, opening.id) == 2
    assert await rosters.thank(corps.coordinator, opening.id) == 0
    assert await corps.told() == {("thanked", "10"): 1, ("thanked", "12"): 1}
    await rosters.attended(corps.coordinator, opening.id, key(opening, "11"), None)
    assert (await corps.states(opening))["11"] is S.CONFIRMED
    assert (await corps.tally(opening)).taken == 4


async def test_moved_to_another_opening_they_are_told_once_and_the_place_goes_on(corps: Corps) -> None:
    first, second, rosters = (
        await corps.opened("Boder"),
        await corps.opened("Opvask"),
        corps.town.house.rosters,
    )
    await corps.crowd(first, "10", "11")
    await rosters.move(corps.coordinator, first.id, key(first, "10"), second.id)
    assert await corps.states(first) == {"11": S.OFFERED}
    assert await corps.states(second) == {"10": S.CONFIRMED}
    assert await corps.told() == {("moved_to", "10"): 1, ("offered", "11"): 1}
    [notice] = await corps.notices("moved_to")
    assert notice.fact("title") == "Opvask"
    await rosters.move(corps.coordinator, second.id, key(second, "10"), second.id)  # where they are already
    assert await corps.states(second) == {"10": S.CONFIRMED}
    with pytest.raises(NoRoom):
        await rosters.move(corps.coordinator, first.id, key(first, "11"), second.id)
    assert await corps.states(first) == {"11": S.OFFERED}
    await corps.tally(first)
    await corps.tally(second)


async def test_nobody_is_moved_to_where_somebody_else_decides(corps: Corps, opening: Opening) -> None:
    stranger = await a_stranger(corps)
    own = await corps.opened("Kaffe", by=stranger, activity="Sprogcafé")
    await corps.crowd(opening, "10")
    with pytest.raises(NotAllowed):
        await corps.town.house.rosters.move(corps.coordinator, opening.id, key(opening, "10"), own.id)
    assert await corps.states(own) == {}


async def test_a_message_reaches_everyone_with_telegram_and_each_once(corps: Corps) -> None:
    opening, rosters = await corps.opened(capacity=2), corps.town.house.rosters
    await corps.crowd(opening, "10", "11", "12", "13")
    await corps.leaves("13", opening)
    await rosters.enter(corps.coordinator, opening.id, PERU)
    reached, to_call = await rosters.reached(corps.coordinator, opening.id)
    assert (reached, [each.phone for each in to_call]) == (3, [PERU.phone])
    sent = await asyncio.gather(
        *(rosters.write_to_all(corps.coordinator, opening.id, "Husk vand", "token") for _ in range(2))
    )
    assert sent == [3, 3]
    assert await corps.told() == {("message", who): 1 for who in ("10", "11", "12")}
    notice = (await corps.notices("message"))[0]
    assert (notice.fact("text"), notice.fact("sender"), notice.about) == ("Husk vand", "Person 3", "3")
    await rosters.write_to_all(corps.coordinator, opening.id, "Husk vand", "another")
    assert (await corps.told())["message", "10"] == 2
    for text, refusal in ((" ", NothingUnderstood), ("x" * 1501, TooLong)):
        with pytest.raises(refusal):
            await rosters.write_to_all(corps.coordinator, opening.id, text, "t3")


async def test_the_roster_is_in_order_of_state_and_arrival(corps: Corps) -> None:
    opening, rosters = await corps.opened(capacity=2), corps.town.house.rosters
    await corps.crowd(opening, "10", "11", "12", "13", "14")
    await corps.leaves("10", opening)
    roster = await rosters.roster(corps.coordinator, opening.id)
    assert [(each.person_id, each.state) for each in roster.signups] == [
        ("11", S.CONFIRMED),
        ("12", S.OFFERED),
        ("13", S.WAITING),
        ("14", S.WAITING),
        ("10", S.WITHDRAWN),
    ]
    assert [each.person_id for each in roster.active] == ["11", "12", "13", "14"]
    assert roster.signup(key(opening, "12")) == roster.signups[1]
