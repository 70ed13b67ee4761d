from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from council.openings import Audience, Opening, OpeningState, SignUpState, Tally
from council.places import (
    arrival,
    check_taking,
    fits,
    free,
    is_late,
    is_over,
    missing,
    offers,
    recount,
    taking,
    wanted_from_line,
)
from council.records import Membership, Role
from council.refusals import MembersOnly, NotTakingAnybody
from tests.council.line import NOON, ZONE, local, opening, signup

S = SignUpState

# --- room ---------------------------------------------------------------------------------------------


def test_what_is_taken_or_held_is_not_free() -> None:
    tally = Tally("o", taken=3, held=2)
    assert free(opening(capacity=6), tally) == 1
    assert free(opening(capacity=4), tally) == 0
    assert free(opening(), tally) is None
    assert fits(opening(capacity=6), tally, 1)
    assert not fits(opening(capacity=6), tally, 2)
    assert fits(opening(), tally, 10)


def test_what_is_missing_is_counted_from_the_target_and_without_offers() -> None:
    tally = Tally("o", taken=6, held=1)
    assert missing(opening(target=15), tally) == 9
    assert missing(opening(target=15, capacity=40), tally) == 9
    assert missing(opening(capacity=8), tally) == 2
    assert missing(opening(capacity=4), tally) == 0
    assert missing(opening(), tally) is None


@pytest.mark.parametrize(
    ("fields", "state"),
    [
        ({"capacity": 2}, S.CONFIRMED),
        ({"capacity": 1}, S.WAITING),
        ({}, S.CONFIRMED),
        ({"capacity": 2, "confirm_each": True}, S.REQUESTED),
        ({"capacity": 1, "confirm_each": True}, S.REQUESTED),
        ({"with_children": True}, S.REQUESTED),
    ],
)
def test_what_becomes_of_somebody_who_comes_second(fields: dict[str, Any], state: SignUpState) -> None:
    assert arrival(opening(**fields), Tally("o", taken=1), 1) is state


def test_the_sums_can_be_counted_anew() -> None:
    states = [*SignUpState, S.CONFIRMED]
    people = [signup(f"p{n}", state, n, guests=1 + n % 3) for n, state in enumerate(states, start=1)]
    taken = sum(one.seats for one in people if one.state in {S.CONFIRMED, S.ATTENDED, S.MISSED})
    tally = recount(people, "o")
    assert (tally.taken, tally.waiting, tally.requested, tally.last) == (taken, 1, 1, len(people))


# --- who may sign up ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"state": OpeningState.PAUSED}, "paused"),
        ({"state": OpeningState.CLOSED}, "closed"),
        ({"state": OpeningState.CANCELLED}, "cancelled"),
        ({"closes": NOON}, "closed"),
        ({"when": "2021-09-01T10:00"}, "over"),
        ({"when": "2021-09-01T10:00", "state": OpeningState.PAUSED}, "over"),
        ({"when": "2021-09-01T10:00", "closes": NOON - timedelta(days=1)}, "over"),
        ({"when": "2021-09-01T10:00", "state": OpeningState.CANCELLED}, "cancelled"),
    ],
)
def test_who_comes_in_vain_hears_the_truth(fields: dict[str, Any], reason: str) -> None:
    made = opening(**fields)
    assert not taking(made, NOON, ZONE)
    with pytest.raises(NotTakingAnybody) as refused:
        check_taking(made, None, NOON, ZONE)
    assert refused.value.reason == reason


def test_it_is_open_until_the_very_end() -> None:
    made = opening("2021-09-18T17:00/2021-09-18T20:00", closes=local("2021-09-18T19:00"))
    assert taking(made, local("2021-09-18T18:59"), ZONE)
    assert not taking(made, local("2021-09-18T19:00"), ZONE)
    assert not is_over(made, local("2021-09-18T19:59"), ZONE)
    assert is_over(made, local("2021-09-18T20:00"), ZONE)
    assert not is_over(opening("XXXX"), local("2099-01-01T00:00"), ZONE)


@pytest.mark.parametrize("role", Role)
def test_some_are_for_the_council_alone(role: Role) -> None:
    ours = opening(audience=Audience.MEMBERS)
    member = Membership("p1", "Ana", role)
    with pytest.raises(MembersOnly):
        check_taking(ours, None, NOON, ZONE)
    if role is Role.VOLUNTEER:
        with pytest.raises(MembersOnly):
            check_taking(ours, member, NOON, ZONE)
    else:
        check_taking(ours, member, NOON, ZONE)


# --- who is offered what is free ----------------------------------------------------------------------


def asked(made: Opening, tally: Tally, *seats: int, now: datetime = NOON) -> list[int]:
    """The numbers of those who are asked, of parties of so many who wait in this order."""
    line = [signup(f"p{n}", S.WAITING, n, guests=size - 1) for n, size in enumerate(seats, start=1)]
    return [one.number for one in offers(made, replace(tally, waiting=len(line)), reversed(line), now, ZONE)]


def test_what_is_free_is_offered_in_the_order_of_arrival() -> None:
    assert asked(opening(capacity=2), Tally("o"), 1, 1, 1) == [1, 2]
    assert asked(opening(capacity=2), Tally("o", taken=1), 3, 2, 1, 1) == [3]
    assert asked(opening(capacity=4), Tally("o", taken=1), 2, 2, 1) == [1, 3]
    assert asked(opening(capacity=3), Tally("o", taken=2, held=1), 1) == []
    assert asked(opening(), Tally("o", taken=2), 3, 1) == [1, 2]


def test_nothing_is_offered_of_what_does_not_take_place() -> None:
    assert asked(opening(capacity=2, state=OpeningState.CANCELLED), Tally("o"), 1) == []
    assert asked(opening("2021-08-31", capacity=2), Tally("o"), 1) == []
    for state in (OpeningState.PAUSED, OpeningState.CLOSED):  # nobody new; who waits is not new
        assert asked(opening(capacity=2, state=state), Tally("o"), 1) == [1]


def test_what_is_offered_at_night_lasts_from_the_morning() -> None:
    waiting = signup("p1", S.WAITING)
    night = local("2021-09-17T23:30")
    [offered] = offers(opening(capacity=1), Tally("o", waiting=1), [waiting], night, ZONE)
    assert offered.offered_until == local("2021-09-18T10:00")
    early = opening("2021-09-18T08:10", capacity=1)  # nobody is woken, and at 8 there are ten minutes left
    assert offers(early, Tally("o", waiting=1), [waiting], night, ZONE) == []


@given(st.integers(0, 6), st.lists(st.integers(1, 10), max_size=30), st.booleans())
def test_the_first_of_each_size_are_all_it_takes(taken: int, sizes: list[int], bound: object) -> None:
    made = opening(capacity=12 if bound else None)
    line = [signup(f"p{n}", S.WAITING, n, guests=size - 1) for n, size in enumerate(sizes, start=1)]
    tally = Tally("o", taken=taken, waiting=len(line))
    first = [
        one
        for seats, most in wanted_from_line(made, tally)
        for one in [each for each in line if each.seats == seats][:most]
    ]
    assert offers(made, tally, first, NOON, ZONE) == offers(made, tally, line, NOON, ZONE)


def test_a_full_place_or_an_empty_line_asks_for_nothing() -> None:
    assert wanted_from_line(opening(capacity=2), Tally("o", taken=2, waiting=9)) == []
    assert wanted_from_line(opening(capacity=2), Tally("o")) == []
    assert wanted_from_line(opening(), Tally("o")) == []


# --- late ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("when", "now", "late"),
    [
        ("2021-09-18T17:00", "2021-09-16T16:59", False),
        ("2021-09-18T17:00", "2021-09-16T17:00", True),
        ("2021-09-18T17:00", "2021-09-18T18:00", True),
        ("2021-09-18T17:00", "2021-09-18T19:00", False),  # over: nobody has to hurry
        ("2021-09-18", "2021-09-16T00:00", True),
        ("2021-11-01T12:00", "2021-10-30T12:30", False),  # 48 hours before is an hour later on the clock
        ("2021-11-01T12:00", "2021-10-30T13:00", True),
        ("2021-09", "2021-09-29T12:00", False),
        ("XXXX", "2021-09-29T12:00", False),
    ],
)
def test_who_withdraws_late(when: str, now: str, late: bool) -> None:  # noqa: FBT001  # a case
    assert is_late(opening(when), local(now), ZONE, 48) is late


def test_nobody_is_late_for_what_is_cancelled() -> None:
    assert not is_late(opening(state=OpeningState.CANCELLED), local("2021-09-18T12:00"), ZONE, 48)
