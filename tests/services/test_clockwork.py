"""What happens by itself: offers go on when their time is over, answers are erased when theirs is."""

import json
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from council.notice import Notice
from council.openings import Claim, Opening, SignUp
from council.signups import Arriving
from council.when import When
from storage.tinydb_store import TinyStore
from tests.services.corps import LAND, Corps, S, a_corps
from tests.services.kit import START, Town

LAST = When("2021-06-12T10:00/2021-06-12T12:00")
PHONE, ANSWER, AGREED = "+45 71 72 73 74", "Østtimor", "Ringede selv"


async def ring(corps: Corps) -> datetime | None:
    return await corps.town.house.clockwork.ring(corps.council.id)


async def test_nothing_is_due_where_nothing_waits(corps: Corps) -> None:
    await corps.crowd(await corps.opened(), "10", "11")
    assert await ring(corps) is None
    assert await corps.town.house.clockwork.ring("nocouncil") is None


async def test_an_offer_that_is_not_answered_goes_to_the_next(corps: Corps) -> None:
    opening = await corps.opened()
    await corps.crowd(opening, "10", "11", "12")
    await corps.leaves("10", opening)
    due = await ring(corps)
    assert due is not None
    offered = await corps.of(opening, "11")
    assert offered is not None
    assert due == offered.offered_until
    assert (await corps.states(opening))["11"] is S.OFFERED
    corps.town.clock.time = due
    for _ in range(2):
        later = await ring(corps)
        assert later is not None
        assert later > due
    assert await corps.states(opening) == {"10": S.WITHDRAWN, "11": S.LAPSED, "12": S.OFFERED}
    assert await corps.told() == {("offered", "11"): 1, ("offer_lapsed", "11"): 1, ("offered", "12"): 1}
    await corps.tally(opening)


async def test_ten_withdraw_three_offers_lapse_and_three_others_get_them(corps: Corps) -> None:
    opening = await corps.opened(capacity=12)
    first, line = [str(n) for n in range(10, 22)], [str(n) for n in range(30, 46)]
    await corps.crowd(opening, *first, *line)
    for who in first[:10]:
        await corps.leaves(who, opening)
    states = await corps.states(opening)
    assert [who for who in line if states[who] is S.OFFERED] == line[:10]
    for who in line[:7]:
        await corps.town.house.signups.accept(await corps.who(who), corps.council.id, opening.id)
    corps.town.clock.turn(hours=60)
    await ring(corps)
    states = await corps.states(opening)
    assert [who for who in line if states[who] is S.LAPSED] == line[7:10]
    assert [who for who in line if states[who] is S.OFFERED] == line[10:13]
    told = await corps.told()
    assert [told["offered", who] for who in line] == [1] * 13 + [0] * 3
    tally = await corps.tally(opening)
    assert (tally.taken, tally.held, tally.waiting) == (9, 3, 3)


async def test_a_free_place_at_night_is_offered_in_the_morning(corps: Corps) -> None:
    opening = await corps.opened()
    await corps.crowd(opening, "10", "11")
    corps.town.clock.turn(hours=14)  # midnight in Copenhagen
    await corps.leaves("10", opening)
    assert await corps.town.house.notices.ready(corps.council.id) == []
    due = await ring(corps)
    assert due == datetime(2021, 6, 11, 6, tzinfo=UTC)
    corps.town.clock.time = due
    [[notice]] = await corps.town.house.notices.ready(corps.council.id)
    assert (notice.kind, notice.person_id) == ("offered", "11")


# --- answers that go -----------------------------------------------------------------------------------


async def answered(corps: Corps) -> Opening:
    """Somebody has answered, somebody was entered with a phone number, somebody is asked to call them."""
    opening = await corps.opened(when=LAST, capacity=2, questions=(LAND,))
    await corps.takes("10", opening, answers=(("land", ANSWER),))
    await corps.takes("11", opening, answers=(("land", "Peru"),))
    who = Arriving("kiwanis", "Kiwanis", agreed=AGREED, phone=PHONE, answers=(("land", "Chile"),))
    await corps.town.house.rosters.enter(corps.coordinator, opening.id, who)
    await corps.leaves("11", opening)
    assert (await corps.notices("call_offer"))[0].fact("phone") == PHONE
    return opening


async def test_answers_go_some_days_after_the_event_and_the_counts_stay(corps: Corps) -> None:
    opening = await answered(corps)
    later = await corps.opened("Senere", questions=(LAND,))
    await corps.takes("12", later, answers=(("land", "Chile"),))
    before, clockwork = await corps.tally(opening), corps.town.house.clockwork
    corps.town.clock.time = datetime(2021, 9, 10, 9, 59, tzinfo=UTC)  # 90 days after 12 June at noon, nearly
    assert await clockwork.erase_answers(corps.council.id) == 0
    corps.town.clock.turn(minutes=1)
    assert await clockwork.erase_answers(corps.council.id) == 1
    assert await clockwork.erase_answers(corps.council.id) == 0
    assert await corps.tally(opening) == before
    assert (await corps.now(opening)).erased
    for signup in await corps.town.all(SignUp, corps.council.id):
        if signup.opening_id == opening.id:
            assert (signup.answers, signup.phone, signup.agreed) == ((), "", "")
    assert [claim.id for claim in await corps.town.all(Claim, corps.council.id)] == [f"{later.id}:land:chile"]
    notices = [n for n in await corps.notices() if n.kind != "message"]
    assert {notice.fact("phone") for notice in notices} == {""}
    assert await corps.answers(later, "12") == (("land", "Chile"),)


async def test_how_long_is_the_councils(corps: Corps) -> None:
    await answered(corps)
    await corps.town.house.councils.change(corps.secretary, answers_days=30)
    corps.town.clock.turn(days=33)
    assert await corps.town.house.clockwork.erase_answers(corps.council.id) == 1


async def test_without_a_time_the_closing_time_counts(corps: Corps) -> None:
    closes = START + timedelta(days=1)
    never = await corps.opened("Altid", when=When(), questions=(LAND,))
    opening = await corps.opened("Frist", when=When(), closes=closes, questions=(LAND,))
    corps.town.clock.turn(days=92)
    assert await corps.town.house.clockwork.erase_answers(corps.council.id) == 1
    assert [(await corps.now(each)).erased for each in (never, opening)] == [False, True]


async def test_what_comes_again_at_another_time_is_erased_again(corps: Corps) -> None:
    opening = await answered(corps)
    corps.town.clock.turn(days=100)
    clockwork = corps.town.house.clockwork
    assert await clockwork.erase_answers(corps.council.id) == 1
    await corps.town.house.openings.move(corps.coordinator, opening.id, when=When("2021-10-02T10:00"))
    await corps.town.house.answers.change(await corps.who("10"), corps.council.id, opening.id, "land", ANSWER)
    corps.town.clock.turn(days=110)
    assert await clockwork.erase_answers(corps.council.id) == 1
    assert await corps.answers(opening, "10") == ()


async def test_of_no_council_nothing_is_erased(corps: Corps) -> None:
    assert await corps.town.house.clockwork.erase_answers("nocouncil") == 0


@pytest.fixture
async def folder(tmp_path: Path) -> AsyncIterator[tuple[Corps, Path]]:
    async with TinyStore.open(tmp_path) as store:
        yield await a_corps(Town(store)), tmp_path


def traces(folder: Path) -> set[str]:
    """Which of the answers are in a file, however JSON spells them."""
    content = b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())
    words = (PHONE, ANSWER, ANSWER.casefold(), AGREED, "Bolivia")
    return {
        word for word in words if any(each.encode() in content for each in (word, json.dumps(word)[1:-1]))
    }


async def test_no_answer_is_left_in_any_copy(folder: tuple[Corps, Path]) -> None:
    corps, path = folder
    opening = await answered(corps)
    await corps.town.house.drafts.begin(
        "12:12", "signup", "land", corps.council.id, opening=opening.id, land="Bolivia"
    )
    store = corps.town.store
    assert isinstance(store, TinyStore)
    assert await store.backup(corps.town.clock.now()) == {}
    corps.town.clock.turn(days=100)
    assert await store.backup(corps.town.clock.now()) == {}
    assert traces(path) == {PHONE, ANSWER, ANSWER.casefold(), AGREED, "Bolivia"}
    assert await corps.town.house.clockwork.erase_answers(corps.council.id) == 1
    assert traces(path) == set()
    assert (await corps.tally(opening)).taken == 1
    assert len(await corps.town.all(Notice, corps.council.id)) > 0
