from dataclasses import replace
from datetime import timedelta
from functools import partial

import pytest

from council.board import COORDINATORS
from council.openings import Certificate, OpeningState, SignUpState
from council.refusals import CertificateNeeded, NoRoom, OutOfDate
from council.signups import (
    accept,
    certify,
    confirm,
    lapse,
    remove,
    sign_up,
    take_over,
    withdraw,
)
from tests.council.line import NOON, SEEN, Line, arriving, board, line, local, opening, signup, told

S = SignUpState
SOON = NOON + timedelta(hours=1)
SEEKER = signup("p1", seeking=True)


def state(kept: Line, person: str) -> SignUpState:
    found = kept.of(person)
    assert found is not None
    return found.state


# --- coming -------------------------------------------------------------------------------------------


def test_two_tap_for_the_last_place() -> None:
    kept = line("ana", "bo", capacity=1)
    assert (state(kept, "ana"), state(kept, "bo")) == (S.CONFIRMED, S.WAITING)
    assert kept.told == []  # each sees it in the answer to the tap


def test_the_same_tap_twice_is_one_sign_up() -> None:
    kept = line("ana", "ana", "bo", "bo", capacity=1)
    assert [one.number for one in kept.signups.values()] == [1, 2]
    assert kept.come("bo").changed == ()


def test_who_comes_back_stands_at_the_end() -> None:
    kept = line("ana", "bo", "cleo", capacity=1)
    kept.withdraw("bo")
    kept.come("bo")
    assert [one.person_id for one in kept.those(S.WAITING)] == ["cleo", "bo"]
    assert kept.signups["o-bo"].revision == 2  # higher than whatever was said of the first time


def test_guests_count() -> None:
    kept = Line(opening(capacity=3), NOON)
    kept.come("ana", guests=1)
    kept.come("bo", guests=1)
    kept.come("cleo")
    assert [one.name for one in kept.those(S.CONFIRMED)] == ["ana", "cleo"]  # a party waits, one person fits
    with pytest.raises(NoRoom):
        kept.come("dan", guests=10)
    with pytest.raises(NoRoom):
        kept.come("dan", guests=-1)


def test_who_has_to_be_confirmed_asks_and_the_coordinators_hear_of_it() -> None:
    at = sign_up(board(confirm_each=True), arriving("ana"), None)
    assert at.last.state is S.REQUESTED
    assert told(at) == [("requested", COORDINATORS)]


def test_whom_a_coordinator_enters_is_confirmed_by_it() -> None:
    who = arriving("chile", entered_by="c", agreed="by phone", phone="12 34 56 78")
    at = sign_up(board(confirm_each=True), who, None)
    assert (at.last.state, at.last.phone, at.told) == (S.CONFIRMED, "12 34 56 78", ())
    full = sign_up(board(signup(), capacity=1), who, None)
    assert full.last.state is S.WAITING
    assert sign_up(board(with_children=True), who, None).last.state is S.REQUESTED


# --- the line moves -----------------------------------------------------------------------------------


def test_ten_withdraw_and_three_let_their_offers_lapse() -> None:
    kept = line(*(f"p{n}" for n in range(30)), capacity=10)
    for n in range(10):
        kept.withdraw(f"p{n}")
    offered = kept.those(S.OFFERED)
    assert [one.name for one in offered] == [f"p{n}" for n in range(10, 20)]
    for one in (*offered[:2], *offered[5:]):
        kept.do(partial(accept, signup=one))
    kept.pass_time(timedelta(hours=48))
    for one in offered[2:5]:
        kept.do(partial(lapse, signup=one))
    assert [one.name for one in kept.those(S.LAPSED)] == ["p12", "p13", "p14"]
    assert [one.name for one in kept.those(S.OFFERED)] == ["p20", "p21", "p22"]
    offers = [one.to for one in kept.told if one.kind == "offered"]
    assert offers == [f"p{n}" for n in (*range(10, 20), 20, 21, 22)]
    assert (kept.tally.taken, kept.tally.held, kept.tally.waiting) == (7, 3, 7)


def test_an_offer_can_be_accepted_until_it_is_passed_on() -> None:
    offered = signup("ana", S.OFFERED, offered_until=NOON)
    late = board(offered, capacity=1, now=SOON)
    assert accept(late, offered).last.state is S.CONFIRMED
    has_it = accept(late, offered)
    assert has_it.last.offered_until is None
    assert accept(has_it, has_it.last) is has_it
    gone = lapse(late, offered)
    assert told(gone) == [("offer_lapsed", "ana")]
    with pytest.raises(OutOfDate):
        accept(gone, gone.last)


def test_an_offer_does_not_lapse_before_its_time() -> None:
    offered = signup("ana", S.OFFERED, offered_until=SOON)
    assert lapse(board(offered), offered).changed == ()


def test_whoever_is_offered_a_place_takes_it_by_signing_up_again() -> None:
    offered = signup("ana", S.OFFERED, offered_until=SOON)
    assert sign_up(board(offered, capacity=1), arriving("ana"), offered).last.state is S.CONFIRMED


def test_when_there_is_no_time_for_offers_whoever_taps_gets_it() -> None:
    kept = line("ana", "bo", "cleo", capacity=1, when="2021-09-01T12:10")
    kept.withdraw("ana")
    assert kept.those(S.OFFERED) == []
    kept.come("cleo")
    assert (state(kept, "bo"), state(kept, "cleo")) == (S.WAITING, S.CONFIRMED)


def test_for_somebody_without_telegram_the_coordinators_are_asked_to_call() -> None:
    kept = line("ana", capacity=1)
    kept.come("chile", entered_by="c")
    at = kept.withdraw("ana")
    assert told(at) == [("call_offer", COORDINATORS)]


def test_offers_that_are_taken_back_wait_again() -> None:
    offered = signup("ana", S.OFFERED, offered_until=SOON)
    at = board(offered, capacity=1).unfilled([offered])
    assert (at.last.state, at.last.offered_until, at.tally.held, at.tally.waiting) == (S.WAITING, None, 0, 1)


# --- going --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("now", "heard"),
    [("2021-09-16T16:00", []), ("2021-09-17T17:00", [("late_withdrawal", COORDINATORS)])],
)
def test_who_withdraws_late_leaves_the_coordinators_little_time(now: str, heard: list[object]) -> None:
    one = signup("ana", seeking=True, still="asked", shown=True)
    at = withdraw(board(one, now=local(now)), one, 48)
    assert told(at) == heard
    assert at.last == replace(one, state=S.WITHDRAWN, seeking=False, still="", shown=False, revision=1)
    assert withdraw(replace(at, told=()), at.last, 48).told == ()


@pytest.mark.parametrize("where", [S.WAITING, S.OFFERED, S.REQUESTED])
def test_who_has_no_place_can_go_at_any_time_without_a_word(where: SignUpState) -> None:
    one = signup("ana", where)
    at = withdraw(board(one, now=local("2021-09-18T12:00")), one, 48)
    assert (at.last.state, at.told) == (S.WITHDRAWN, ())


@pytest.mark.parametrize("where", [S.LAPSED, S.REMOVED])
def test_who_is_gone_cannot_go_again(where: SignUpState) -> None:
    one = signup("ana", where)
    assert withdraw(board(one), one, 48).changed == ()
    assert remove(board(one), one).changed == ()


@pytest.mark.parametrize("where", [S.ATTENDED, S.MISSED])
def test_what_was_noted_afterwards_is_not_withdrawn(where: SignUpState) -> None:
    one = signup("ana", where)
    with pytest.raises(OutOfDate):
        withdraw(board(one), one, 48)


@pytest.mark.parametrize(
    ("where", "kind"), [(S.REQUESTED, "turned_down"), (S.CONFIRMED, "removed"), (S.WAITING, "removed")]
)
def test_who_is_removed_is_told_kindly(where: SignUpState, kind: str) -> None:
    one = signup("ana", where)
    at = remove(board(one), one)
    assert (at.last.state, told(at)) == (S.REMOVED, [(kind, "ana")])
    assert remove(replace(at, changed=(), told=()), at.last).told == ()


def test_who_is_forgotten_makes_room() -> None:
    kept = line("ana", "bo", capacity=1)
    at = kept.forget(kept.signups["o-ana"])
    assert told(at) == [("offered", "bo")]
    assert (at.tally.taken, at.tally.held, at.tally.last) == (0, 1, 2)


# --- confirming ---------------------------------------------------------------------------------------


def test_who_is_confirmed_hears_whether_there_was_room() -> None:
    one = signup("ana", S.REQUESTED)
    assert told(confirm(board(one, capacity=1), one)) == [("confirmed", "ana")]
    full = confirm(board(one, signup("bo"), capacity=1), one)
    assert (full.last.state, told(full)) == (S.WAITING, [("put_in_line", "ana")])


def test_nobody_is_confirmed_for_what_is_cancelled() -> None:
    one = signup("ana", S.REQUESTED)
    with pytest.raises(OutOfDate):
        confirm(board(one, state=OpeningState.CANCELLED), one)


def test_where_children_take_part_a_certificate_comes_first() -> None:
    one = signup("ana", S.REQUESTED)
    at = board(one, with_children=True)
    with pytest.raises(CertificateNeeded):
        confirm(at, one)
    seen = certify(at, one, SEEN)
    assert seen.told == ()
    assert confirm(seen, seen.last).last.state is S.CONFIRMED


def test_without_a_certificate_no_way_leads_to_a_place_with_children() -> None:
    offered, waiting = signup("ana", S.OFFERED, offered_until=SOON), signup("bo", S.WAITING)
    at = board(offered, waiting, SEEKER, with_children=True)
    with pytest.raises(CertificateNeeded):
        accept(at, offered)
    with pytest.raises(CertificateNeeded):
        sign_up(at, arriving("ana"), offered)
    with pytest.raises(CertificateNeeded):
        sign_up(at, arriving("bo"), waiting)
    with pytest.raises(CertificateNeeded):
        take_over(at, SEEKER, arriving("cleo"), None)
    seen = replace(waiting, certificate=SEEN)
    assert take_over(at, SEEKER, arriving("bo"), seen).last.state is S.CONFIRMED


def test_a_certificate_stays_seen_when_somebody_comes_back() -> None:
    gone = signup("ana", S.WITHDRAWN, certificate=SEEN)
    back = sign_up(board(gone, with_children=True), arriving("ana"), gone)
    assert back.last.certificate == SEEN
    assert certify(back, back.last, None).last.certificate is None
    other = Certificate(SEEN.on, "another")
    assert certify(back, back.last, other).last.certificate == other
