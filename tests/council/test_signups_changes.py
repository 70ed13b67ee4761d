from dataclasses import replace
from datetime import timedelta

import pytest

from council.opening_events import cancel, move, reopen, resize, tell_all
from council.openings import OpeningState, SignUp, SignUpState
from council.refusals import CapacityTooLow, NoRoom, OutOfDate
from council.signups import attended, bring, seek_cover, still_coming, take_over
from council.when import When
from tests.council.line import NOON, Line, arriving, board, line, local, opening, signup, told

S = SignUpState
SOON = NOON + timedelta(hours=1)
SEEKER = signup("p1", seeking=True)


# --- guests and capacity ------------------------------------------------------------------------------


def test_guests_come_as_far_as_there_is_room() -> None:
    one = signup("ana")
    at = board(one, capacity=3)
    assert bring(at, one, 2).tally.taken == 3
    with pytest.raises(NoRoom) as refused:
        bring(at, one, 3)
    assert refused.value.most == 2
    with pytest.raises(NoRoom) as refused:
        bring(board(one), one, 10)
    assert refused.value.most == 9
    assert bring(at, one, -1).changed == ()


def test_who_brings_fewer_gives_places_back() -> None:
    kept = Line(opening(capacity=3), NOON)
    kept.come("ana", guests=2)
    kept.come("bo", guests=1)
    at = kept.do(lambda at: bring(at, kept.signups["o-ana"], 0))
    assert told(at) == [("offered", "bo")]


def test_who_waits_with_fewer_may_fit_then() -> None:
    kept = line("ana", capacity=2)
    kept.come("bo", guests=1)
    at = kept.do(lambda at: bring(at, kept.signups["o-bo"], 0))
    assert told(at) == [("offered", "bo")]
    assert bring(at, signup("cleo", S.WITHDRAWN), 2) is at


def test_a_lower_number_throws_nobody_out() -> None:
    offered = signup("bo", S.OFFERED, 2, guests=1, offered_until=SOON)
    at = board(signup(), offered, capacity=5)
    with pytest.raises(CapacityTooLow) as refused:
        resize(at, 2)
    assert refused.value.least == 3
    assert resize(at, 3).opening.capacity == 3
    assert resize(at, None).opening.capacity is None
    with pytest.raises(CapacityTooLow):
        resize(board(), 0)


def test_more_places_are_offered_to_those_who_wait() -> None:
    kept = line("ana", "bo", "cleo", "dan", capacity=1)
    assert told(kept.do(lambda at: resize(at, 3))) == [("offered", "bo"), ("offered", "cleo")]
    assert told(kept.do(lambda at: resize(at, None))) == [("offered", "dan")]


# --- cover --------------------------------------------------------------------------------------------


def test_the_place_is_kept_until_somebody_takes_over() -> None:
    one = signup("ana")
    seeking = seek_cover(board(one, capacity=1), one, seeking=True)
    assert (seeking.last.state, seeking.last.seeking) == (S.CONFIRMED, True)
    at = take_over(replace(seeking, changed=()), seeking.last, arriving("bo"), None)
    assert [(one.name, one.state, one.seeking) for one in at.changed] == [
        ("ana", S.WITHDRAWN, False),
        ("bo", S.CONFIRMED, False),
    ]
    assert told(at) == [("covered", "ana")]
    waiting = signup("ana", S.WAITING)
    assert seek_cover(board(waiting), waiting, seeking=True).changed == ()


def test_who_taps_twice_was_not_too_slow() -> None:
    at = take_over(board(SEEKER, capacity=1), SEEKER, arriving("bo"), None)
    gone, has_it = at.changed
    again = replace(at, changed=(), told=())
    assert take_over(again, gone, arriving("bo"), has_it) == again
    with pytest.raises(OutOfDate):
        take_over(again, gone, arriving("cleo"), None)
    with pytest.raises(OutOfDate):
        take_over(again, gone, arriving("p1"), gone)


def test_who_looks_for_cover_cannot_cover_for_themselves_nor_who_has_a_place() -> None:
    at = board(SEEKER, signup("bo"), capacity=2)
    assert take_over(at, SEEKER, arriving("p1"), SEEKER) is at
    assert take_over(at, SEEKER, arriving("bo"), signup("bo")) is at


def test_who_was_asked_and_takes_over_leaves_the_offer_to_the_next() -> None:
    offered = signup("bo", S.OFFERED, 2, offered_until=SOON)
    at = take_over(board(SEEKER, offered, capacity=2), SEEKER, arriving("bo"), offered)
    assert (at.last.state, at.last.offered_until) == (S.CONFIRMED, None)
    assert (at.tally.taken, at.tally.held) == (1, 0)


@pytest.mark.parametrize(("capacity", "guests"), [(2, 0), (None, 2)])
def test_guests_come_along_as_far_as_places_were_given_up(capacity: int | None, guests: int) -> None:
    waiting = signup("bo", S.WAITING, 2, guests=2)
    at = board(SEEKER, signup("x"), waiting, capacity=capacity)
    assert take_over(at, SEEKER, arriving("bo"), waiting).last.guests == guests
    assert take_over(at, SEEKER, arriving("cleo", guests=2), None).last.guests == guests


def test_nobody_takes_over_what_is_cancelled() -> None:
    with pytest.raises(OutOfDate):
        take_over(board(SEEKER, state=OpeningState.CANCELLED), SEEKER, arriving("bo"), None)


# --- the whole opening --------------------------------------------------------------------------------

EVERYBODY = [signup(f"p{n}", state, n, guests=n % 2) for n, state in enumerate(SignUpState)]
ACTIVE = [f"p{n}" for n in range(6)]


def test_everyone_hears_once_that_it_is_cancelled() -> None:
    people = [replace(one, offered_until=SOON if one.state is S.OFFERED else None) for one in EVERYBODY]
    at = cancel(board(*people, capacity=20), people)
    assert told(at) == [("cancelled", person) for person in ACTIVE]
    assert at.tally.held == 0
    assert [one.state for one in at.changed] == [S.WAITING]
    assert cancel(replace(at, told=()), people).told == ()
    back = reopen(replace(at, changed=(), told=()), [*people, *at.changed])
    assert sorted(to for kind, to in told(back) if kind == "reopened") == ACTIVE


def test_what_was_only_paused_opens_without_a_word() -> None:
    at = reopen(board(*EVERYBODY, state=OpeningState.PAUSED), EVERYBODY)
    assert (at.opening.state, at.told) == (OpeningState.OPEN, ())


def test_after_a_move_those_with_a_place_are_asked() -> None:
    at = move(board(*EVERYBODY, capacity=20), EVERYBODY, when=When("2021-09-25T17:00"), place="VUC")
    assert told(at) == [("moved", person) for person in ACTIVE]
    assert [one.person_id for one in at.changed if one.still] == ["p1"]
    same = move(replace(at, changed=(), told=()), at.changed, when=at.opening.when, place="VUC")
    assert (same.changed, same.told) == ((), ())
    yes = next(one for one in at.changed if one.still)
    assert still_coming(at, yes).last.still == "yes"
    assert still_coming(at, EVERYBODY[2]) is at


@pytest.mark.parametrize(
    ("when", "state", "until"),
    [
        ("2021-09-02T17:00", S.OFFERED, "2021-09-01T16:00"),  # soon: four hours are left to answer
        ("2021-09-01T12:10", S.WAITING, None),  # in ten minutes: it is taken back
        ("2021-12-18T17:00", S.OFFERED, "2021-09-03T12:00"),
    ],
)
def test_an_offer_moves_with_what_is_offered(when: str, state: SignUpState, until: str | None) -> None:
    offered = signup("ana", S.OFFERED, offered_until=local("2021-09-02T20:00"))
    at = move(board(offered, capacity=1), [offered], when=When(when), place="")
    assert (at.last.state, at.last.offered_until) == (state, local(until) if until else None)
    assert (at.tally.held, at.tally.waiting) == ((1, 0) if until else (0, 1))
    assert told(at) == [("moved", "ana")]


def test_afterwards_it_is_noted_who_came() -> None:
    one = signup("ana")
    came = attended(board(one), one, came=True)
    assert (came.last.state, came.told, came.tally.taken) == (S.ATTENDED, (), 1)
    assert attended(came, came.last, came=False).last.state is S.MISSED
    assert attended(came, came.last, came=None).last.state is S.CONFIRMED
    waiting = signup("bo", S.WAITING)
    assert attended(board(waiting), waiting, came=True).changed == ()


def test_a_message_to_all_reaches_those_who_take_part_or_wait() -> None:
    assert told(tell_all(board(*EVERYBODY), "message", EVERYBODY)) == [
        ("message", person) for person in ACTIVE
    ]
    entered: SignUp = signup("chile", person_id="")
    assert tell_all(board(entered), "message", [entered]).told == ()


def test_a_move_is_no_news_where_it_says_the_same_or_does_not_take_place() -> None:
    at = board(*EVERYBODY, capacity=20, when="2021-09-25")
    same = move(at, EVERYBODY, when=When("2021-09-25", "25 September"), place="")
    assert (told(same), same.opening.when.words) == ([], "25 September")
    unknown = move(at, EVERYBODY, when=When("XXXX", "after Easter"), place="")
    later = move(replace(unknown, changed=(), told=()), EVERYBODY, when=When("XXXX", "in May"), place="")
    assert told(later)
    off = cancel(at, EVERYBODY)
    moved = move(replace(off, changed=(), told=()), off.changed, when=When("2021-10-02"), place="VUC")
    assert (told(moved), moved.opening.place) == ([], "VUC")
