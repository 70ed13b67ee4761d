"""Changes that wait to be told: whatever happens meanwhile, people hear the difference once, or nothing."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from council.notice import Notice
from council.taking_back import CHANGES, GRACE, Heard, heard, later, together, untold

NOW = datetime(2021, 6, 10, 8, 0, tzinfo=UTC)
SOON = timedelta(minutes=1)
A, B, C = "2021-09-18", "2021-10-02", "2021-10-09T10:00/2021-10-09T16:00"

WORLD = [Heard(on, when, place) for on in (True, False) for when in (A, B, C) for place in ("", "Torvet")]


def notice(kind: str, number: int = 0, **facts: str) -> Notice:
    said = {"opening": "o1", "title": "Opstilling", "words": ""} | facts
    return Notice(f"{kind}:10:o1-10:{number}.0", kind, "10", tuple(said.items()), NOW)


def moved(before: Heard, after: Heard, number: int = 0) -> Notice:
    facts = {"when": after.when, "place": after.place, "was": before.when, "was_place": before.place}
    return notice("moved", number, **facts)


def written(before: Heard, after: Heard, number: int) -> list[Notice]:
    """What is written for one step: first the move (of what is off nobody hears), then off or on."""
    told = []
    if before.on and (before.when, before.place) != (after.when, after.place):
        told.append(moved(before, after, number))
    if before.on != after.on:
        kind = "reopened" if after.on else "cancelled"
        told.append(notice(kind, number, when=after.when, place=after.place))
    return told


def left(states: Sequence[Heard]) -> Notice | None:
    """What waits in the end when all of this happens within the grace."""
    pending: Notice | None = None
    for number, (before, after) in enumerate(pairwise(states)):
        for new in written(before, after, number):
            pending = together(pending, new) if pending else new
    return pending


def check(states: Sequence[Heard]) -> None:
    """The difference between first and last, and nothing of what was in between."""
    first, last, told = states[0], states[-1], left(states)
    if first == last or not (first.on or last.on):
        assert told is None
        return
    assert told is not None
    assert told.id.split(":") == [told.kind, "10", "o1-10", told.id.rpartition(":")[2]]
    place = (told.fact("when"), told.fact("place"))
    if first.on and last.on:
        assert told.kind == "moved"
        assert (told.fact("was"), told.fact("was_place")) == (first.when, first.place)
        assert place == (last.when, last.place)
    elif last.on:
        assert told.kind == "reopened"
        assert place == (last.when, last.place)
    else:  # what does not take place is what people know of, not what it was moved to just before
        assert told.kind == "cancelled"
        assert place == (first.when, first.place)


def test_every_way_of_three_steps() -> None:
    for states in product(WORLD, repeat=4):
        check(states)


@given(st.lists(st.sampled_from(WORLD), min_size=2, max_size=20))
def test_long_ways_too(states: list[Heard]) -> None:
    check(states)


def test_there_and_back_is_told_to_nobody() -> None:
    here, there = Heard(on=True, when=A, place=""), Heard(on=True, when=B, place="Torvet")
    assert together(moved(here, there), moved(there, here)) is None


def test_only_the_time_back_leaves_the_place() -> None:
    here, there = Heard(on=True, when=A, place=""), Heard(on=True, when=B, place="Torvet")
    told = together(moved(here, there), moved(there, replace(here, place="Torvet")))
    assert told is not None
    assert [told.fact(name) for name in ("was", "when", "was_place", "place")] == [A, A, "", "Torvet"]


def test_two_moves_are_one_from_the_first_to_the_last() -> None:
    a, b, c = (Heard(on=True, when=when, place="") for when in (A, B, C))
    told = together(moved(a, b, 1), moved(b, c, 2))
    assert told is not None
    assert (told.kind, told.fact("was"), told.fact("when")) == ("moved", A, C)
    assert told.id == moved(b, c, 2).id


@pytest.mark.parametrize(("first", "second"), [("cancelled", "reopened"), ("reopened", "cancelled")])
def test_off_and_on_again_is_nothing(first: str, second: str) -> None:
    assert together(notice(first, when=A), notice(second, when=A)) is None


def test_a_move_is_not_lost_between_off_and_on() -> None:
    a, b = Heard(on=True, when=A, place=""), Heard(on=True, when=B, place="")
    cancelled = together(moved(a, b), notice("cancelled", 1, when=B, place=""))
    assert cancelled is not None
    assert (cancelled.kind, cancelled.fact("when")) == ("cancelled", A)
    told = together(cancelled, notice("reopened", 2, when=B, place=""))
    assert told is not None
    assert (told.kind, told.id) == ("moved", "moved:10:o1-10:2.0")
    assert (told.fact("was"), told.fact("when")) == (A, B)


def test_on_again_and_moved_says_that_it_takes_place() -> None:
    a, b = Heard(on=True, when=A, place=""), Heard(on=True, when=B, place="")
    told = together(notice("reopened", 1, when=A, place=""), moved(a, b, 2))
    assert told is not None
    assert (told.kind, told.fact("when")) == ("reopened", B)
    back = together(told, moved(b, a, 3))
    assert back is not None
    assert (back.kind, back.fact("when")) == ("reopened", A)
    assert together(told, notice("cancelled", 3, when=B, place="")) is None


def test_the_plans_own_words_go_with_their_time() -> None:
    known = Heard(on=True, when="2021-06-01/2021-06-10", place="")
    told = together(
        moved(known, Heard(on=True, when=B, place="")), notice("cancelled", when=B, words="2. okt.")
    )
    assert told is not None
    assert (told.fact("when"), told.fact("words")) == (known.when, "")


@pytest.mark.parametrize(
    ("kind", "state", "on"),
    [("cancelled", "", True), ("moved", "", True), ("reopened", "", False), ("changed", "reopened", False)],
)
def test_what_is_known_until_a_change_is_told(kind: str, state: str, *, on: bool) -> None:
    assert heard(notice(kind, when=A, place="VUC", state=state)) == Heard(on, A, "VUC")
    told = notice(kind, when=B, place="VUC", was=A, was_place="", state=state)
    assert heard(told) == Heard(on, A, "")


def test_it_waits_for_the_grace_or_for_the_end_of_the_night() -> None:
    assert later(notice("moved"), NOW).not_before == NOW + GRACE
    morning = replace(notice("moved"), not_before=NOW + timedelta(hours=9))
    assert later(morning, NOW).not_before == morning.not_before
    almost = replace(notice("moved"), not_before=NOW + SOON)
    assert later(almost, NOW).not_before == NOW + GRACE


@pytest.mark.parametrize("kind", sorted(CHANGES))
def test_after_the_grace_it_counts_as_told(kind: str) -> None:
    waiting = later(notice(kind), NOW)
    assert untold(waiting, NOW)
    assert untold(waiting, NOW + GRACE - timedelta(seconds=1))
    assert not untold(waiting, NOW + GRACE)
    assert not untold(notice(kind), NOW)
    for state in ("sent", "failed", "skipped"):
        assert not untold(replace(waiting, state=state), NOW)


def test_what_is_no_change_is_not_taken_back() -> None:
    assert not untold(later(notice("offered"), NOW), NOW)
