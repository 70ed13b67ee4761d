"""Taking a place and giving it up: on both stores, twice, at once, by whoever may."""

import asyncio
from dataclasses import replace

import pytest

from council.openings import Audience, Claim, OpeningState
from council.records import Membership, Role
from council.refusals import (
    AnswerTaken,
    MembersOnly,
    NoRoom,
    NoSuchOpening,
    NoSuchSignUp,
    NotTakingAnybody,
    OutOfDate,
    WrongAnswer,
)
from council.when import When
from tests.services.corps import DAY, LAND, Corps, S, another_council


async def test_who_takes_part_is_confirmed_and_a_volunteer_from_then_on(corps: Corps) -> None:
    opening = await corps.opened()
    taken = await corps.takes("10", opening)
    assert taken.page.mine is not None
    assert (taken.page.mine.state, taken.page.mine.number, taken.page.mine.name) == (
        S.CONFIRMED,
        1,
        "Frivillig 10",
    )
    assert (await corps.town.roles(corps.council.id))["10"] is Role.VOLUNTEER
    assert (await corps.who("10")).councils == (corps.council.id,)
    assert (await corps.tally(opening)).taken == 1
    assert await corps.notices() == []  # they see it; nobody else has to hear


async def test_who_is_on_the_council_stays_what_they_are(corps: Corps) -> None:
    await corps.takes("2", await corps.opened())
    assert (await corps.town.roles(corps.council.id))["2"] is Role.MEMBER


async def test_the_same_tap_twice_is_one_sign_up(corps: Corps) -> None:
    opening = await corps.opened(capacity=3)
    first, again = await corps.takes("10", opening), await corps.takes("10", opening)
    assert first.page.mine == again.page.mine
    assert (await corps.tally(opening)).taken == 1


async def test_two_taps_for_the_last_place_at_once(corps: Corps) -> None:
    opening = await corps.opened()
    both = await asyncio.gather(corps.takes("10", opening), corps.takes("11", opening))
    mine = [taken.page.mine for taken in both]
    assert sorted(each.state for each in mine if each) == [S.CONFIRMED, S.WAITING]
    assert sorted(taken.page.position for taken in both) == [0, 1]
    assert (await corps.tally(opening)).taken == 1


async def test_many_at_once_each_of_them_twice(corps: Corps) -> None:
    opening = await corps.opened(capacity=5)
    ids = [str(number) for number in range(10, 25)]
    await asyncio.gather(*(corps.takes(person_id, opening) for person_id in ids * 2))
    states = list((await corps.states(opening)).values())
    assert states == [S.CONFIRMED] * 5 + [S.WAITING] * 10
    assert (await corps.tally(opening)).waiting == 10


async def test_the_line_has_numbers_that_move_up(corps: Corps) -> None:
    opening = await corps.opened()
    await corps.crowd(opening, "10", "11", "12", "13")
    positions = [(await corps.takes(person_id, opening)).page.position for person_id in ("11", "12", "13")]
    assert positions == [1, 2, 3]
    await corps.leaves("11", opening)
    assert [(await corps.takes(person_id, opening)).page.position for person_id in ("12", "13")] == [1, 2]
    await corps.takes("11", opening)  # who comes back stands at the end
    assert [(await corps.takes(person_id, opening)).page.position for person_id in ("13", "11")] == [2, 3]


async def test_the_next_is_offered_the_place_and_told_once(corps: Corps) -> None:
    opening = await corps.opened()
    await corps.crowd(opening, "10", "11", "12")
    await corps.leaves("10", opening)
    await corps.leaves("10", opening)
    assert await corps.states(opening) == {"10": S.WITHDRAWN, "11": S.OFFERED, "12": S.WAITING}
    [notice] = await corps.notices()
    assert (notice.kind, notice.person_id, notice.about) == ("offered", "11", "")
    assert (notice.fact("title"), notice.fact("when"), notice.fact("council_name")) == (
        "Opstilling",
        DAY.edtf,
        "Rådet",
    )
    assert (await corps.tally(opening)).held == 1


async def test_accepting_an_offer_twice_and_one_that_is_gone(corps: Corps) -> None:
    opening = await corps.opened()
    await corps.crowd(opening, "10", "11", "12")
    await corps.leaves("10", opening)
    signups, eleven, twelve = corps.town.house.signups, await corps.who("11"), await corps.who("12")
    for _ in range(2):
        page = await signups.accept(eleven, corps.council.id, opening.id)
        assert page.mine is not None
        assert page.mine.state is S.CONFIRMED
    with pytest.raises(OutOfDate):
        await signups.accept(twelve, corps.council.id, opening.id)
    with pytest.raises(NoSuchSignUp):
        await signups.accept(await corps.who("13"), corps.council.id, opening.id)
    assert len(await corps.notices()) == 1


async def test_saying_no_thanks_passes_the_offer_on(corps: Corps) -> None:
    opening = await corps.opened()
    await corps.crowd(opening, "10", "11", "12")
    await corps.leaves("10", opening)
    await corps.leaves("11", opening)
    assert await corps.states(opening) == {"10": S.WITHDRAWN, "11": S.WITHDRAWN, "12": S.OFFERED}
    assert await corps.told() == {("offered", "11"): 1, ("offered", "12"): 1}


async def test_a_late_withdrawal_reaches_the_coordinator_once(corps: Corps) -> None:
    opening = await corps.opened(when=When("2021-06-12T09:00"))
    await corps.takes("10", opening)
    await corps.leaves("10", opening)
    await corps.leaves("10", opening)
    [notice] = await corps.notices()
    assert (notice.kind, notice.person_id, notice.about) == ("late_withdrawal", "3", "10")
    assert notice.fact("name") == "Frivillig 10"


async def test_how_late_is_late_is_the_councils(corps: Corps) -> None:
    await corps.town.house.councils.change(corps.secretary, late_hours=24)
    opening = await corps.opened(when=When("2021-06-12T09:00"))
    await corps.takes("10", opening)
    await corps.leaves("10", opening)
    assert await corps.notices() == []


async def test_guests_take_places_and_only_as_many_as_there_are(corps: Corps) -> None:
    opening = await corps.opened(capacity=3)
    await corps.takes("10", opening)
    await corps.brings("10", opening, 1)
    ten, signups = await corps.who("10"), corps.town.house.signups
    await signups.bring(ten, corps.council.id, opening.id, 2)
    assert (await corps.tally(opening)).taken == 3
    with pytest.raises(NoRoom):
        await signups.bring(ten, corps.council.id, opening.id, 3)
    assert await corps.crowd(opening, "11") == [S.WAITING]
    await signups.bring(ten, corps.council.id, opening.id, 1)  # a guest less is a place for the next
    assert (await corps.states(opening))["11"] is S.OFFERED


async def test_answers_that_must_differ_are_free_again_when_somebody_leaves(corps: Corps) -> None:
    opening = await corps.opened(capacity=5, questions=(LAND,))
    await corps.takes("10", opening, answers=(("land", "Chile"),))
    with pytest.raises(AnswerTaken):
        await corps.takes("11", opening, answers=(("land", " CHILE"),))
    assert await corps.of(opening, "11") is None
    assert "11" not in await corps.town.roles(corps.council.id)
    check_answer = corps.town.house.answers.check
    with pytest.raises(AnswerTaken):
        await check_answer(corps.council.id, opening.id, "land", "chile")
    await corps.leaves("10", opening)
    assert await check_answer(corps.council.id, opening.id, "land", " chile ") == "chile"
    taken = await corps.takes("11", opening, answers=(("land", "chile"),))
    assert taken.page.mine is not None
    assert [claim.signup_id for claim in await corps.town.all(Claim, corps.council.id)] == [
        taken.page.mine.id
    ]


async def test_the_same_answer_at_once(corps: Corps) -> None:
    opening = await corps.opened(capacity=5, questions=(LAND,))
    both = await asyncio.gather(
        *(corps.takes(each, opening, answers=(("land", "Chile"),)) for each in ("10", "11")),
        return_exceptions=True,
    )
    assert sorted(isinstance(each, AnswerTaken) for each in both) == [False, True]
    assert (await corps.tally(opening)).taken == 1


async def test_another_answer_frees_the_first(corps: Corps) -> None:
    opening = await corps.opened(capacity=5, questions=(LAND,))
    await corps.takes("10", opening, answers=(("land", "Chile"),))
    await corps.takes("11", opening, answers=(("land", "Peru"),))
    ten = await corps.who("10")
    with pytest.raises(AnswerTaken):
        await corps.town.house.answers.change(ten, corps.council.id, opening.id, "land", "Peru")
    with pytest.raises(WrongAnswer):
        await corps.town.house.answers.change(ten, corps.council.id, opening.id, "land", " ")
    with pytest.raises(OutOfDate):
        await corps.town.house.answers.change(ten, corps.council.id, opening.id, "by", "Hjørring")
    await corps.town.house.answers.change(ten, corps.council.id, opening.id, "land", "Brasilien")
    assert await corps.town.house.answers.check(corps.council.id, opening.id, "land", "Chile") == "Chile"
    mine = await corps.of(opening, "10")
    assert mine is not None
    assert mine.answers == (("land", "Brasilien"),)


async def test_a_question_that_was_not_answered(corps: Corps) -> None:
    opening = await corps.opened(questions=(LAND,))
    with pytest.raises(WrongAnswer):
        await corps.takes("10", opening, answers=())
    assert await corps.states(opening) == {}


async def test_who_has_to_be_asked_first_is_not_kept_before_they_answer(corps: Corps) -> None:
    opening = await corps.opened(questions=(LAND,))
    taken = await corps.takes("10", opening)
    assert taken.asks
    assert await corps.states(opening) == {}
    assert "10" not in await corps.town.roles(corps.council.id)
    assert await corps.town.house.people.person("10") is None


async def test_something_else_at_the_same_time_is_a_warning_and_their_choice(corps: Corps) -> None:
    first = await corps.opened("Boder")
    second = await corps.opened("Opvask", when=When("2021-09-18T10:00/2021-09-18T12:00"))
    await corps.takes("10", first)
    warned = await corps.takes("10", second)
    assert warned.clash is not None
    assert (warned.clash.id, warned.page.mine) == (first.id, None)
    taken = await corps.takes("10", second, despite=True)
    assert taken.clash is None
    assert taken.page.mine is not None


async def test_who_has_a_place_already_is_not_warned_of_another(corps: Corps) -> None:
    theirs = await another_council(corps)
    first = await corps.opened("Boder")
    other = replace(corps, council=await corps.town.house.councils.council(theirs.council_id))
    second = await other.opened("Lektier", by=theirs)
    await corps.takes("10", first)
    await other.takes("10", second, despite=True)
    again = await other.takes("10", second)
    assert again.clash is None
    assert again.page.mine is not None


async def test_something_else_in_another_council_is_a_warning_too(corps: Corps) -> None:
    theirs = await another_council(corps)
    first = await corps.opened("Boder")
    other = replace(corps, council=await corps.town.house.councils.council(theirs.council_id))
    second = await other.opened("Lektier", by=theirs)
    await corps.takes("10", first)
    warned = await other.takes("10", second)
    assert warned.clash is not None
    assert warned.clash.id == first.id
    assert "10" not in await corps.town.roles(theirs.council_id)


async def test_what_is_for_the_council_is_for_the_council(corps: Corps) -> None:
    opening = await corps.opened(capacity=5, audience=Audience.MEMBERS)
    for person_id in ("10", "3"):
        with pytest.raises(MembersOnly):
            await corps.takes(person_id, opening)
        with pytest.raises(MembersOnly):
            await corps.town.house.openings.page(person_id, corps.council.id, opening.id)
    assert await corps.crowd(opening, "2") == [S.CONFIRMED]


@pytest.mark.parametrize("state", [OpeningState.PAUSED, OpeningState.CLOSED, OpeningState.CANCELLED])
async def test_what_takes_nobody(corps: Corps, state: OpeningState) -> None:
    opening = await corps.opened()
    await corps.town.house.openings.set_state(corps.secretary, opening.id, state)
    with pytest.raises(NotTakingAnybody) as refused:
        await corps.takes("10", opening)
    assert refused.value.reason == state.value
    assert await corps.states(opening) == {}


async def test_ids_of_another_council_open_nothing(corps: Corps) -> None:
    theirs = await another_council(corps)
    opening = await corps.opened()
    ten, signups = await corps.who("10"), corps.town.house.signups
    with pytest.raises(NoSuchOpening):
        await signups.take(ten, theirs.council_id, opening.id)
    with pytest.raises(NoSuchOpening):
        await corps.town.house.openings.page("10", theirs.council_id, opening.id)
    assert await corps.town.all(Membership, theirs.council_id) != []
    assert "10" not in await corps.town.roles(theirs.council_id)


async def test_mine_in_every_council_the_next_first(corps: Corps) -> None:
    theirs = await another_council(corps)
    other = replace(corps, council=await corps.town.house.councils.council(theirs.council_id))
    late, early = await corps.opened(), await other.opened("Lektier", by=theirs, when=When("2021-07-01"))
    await corps.crowd(late, "11", "10")
    await other.takes("10", early)
    gone = await corps.opened("Opvask")
    await corps.takes("10", gone, despite=True)
    await corps.leaves("10", gone)
    mine = await corps.town.house.signups.mine(await corps.who("10"))
    assert [(each.council.name, each.opening.id, each.position) for each in mine] == [
        ("Byrådet", early.id, 0),
        ("Rådet", late.id, 1),
    ]
    corps.town.clock.turn(days=60)
    assert [each.opening.id for each in await corps.town.house.signups.mine(await corps.who("10"))] == [
        late.id
    ]


async def test_only_who_agrees_is_named(corps: Corps) -> None:
    opening = await corps.opened(capacity=2)
    await corps.crowd(opening, "10", "11", "12")
    signups = corps.town.house.signups
    for person_id in ("10", "12"):  # 12 waits: no place, no name
        await signups.show_name(await corps.who(person_id), corps.council.id, opening.id, shown=True)
    page = await corps.town.house.openings.page("", corps.council.id, opening.id)
    assert page.names == ("Frivillig",)
    await corps.leaves("10", opening)
    page = await corps.town.house.openings.page("", corps.council.id, opening.id)
    assert page.names == ()


async def test_still_coming_after_a_move(corps: Corps) -> None:
    opening = await corps.opened()
    await corps.takes("10", opening)
    await corps.town.house.openings.move(corps.coordinator, opening.id, place="Torvet")
    mine = await corps.of(opening, "10")
    assert mine is not None
    assert mine.still == "asked"
    page = await corps.town.house.signups.still(await corps.who("10"), corps.council.id, opening.id)
    assert page.mine is not None
    assert page.mine.still == "yes"
