"""What holds of reminders whatever the plan is."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import pairwise
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from council.due import GROUP, Year, due, next_digest, next_due
from council.openings import OpeningState, SignUpState
from council.records import Kind, Status
from council.reminding import CustomReminder, Wishes
from council.times import begins
from tests.council.kit import WHENS, entry
from tests.council.line import NOON, ZONE, local, opening, signup
from tests.council.years import ALWAYS, BO, CARL, HALL, KIRSTEN, SANNE

DISTANCES = st.lists(
    st.sampled_from(["14d", "7d", "7d@09:00", "1d", "1d@20:00", "0d@07:00", "1440m", "120m", "10m", "0m"]),
    max_size=4,
).map(tuple)
ENTRIES = st.builds(
    lambda number, when, kind, status: entry(when.edtf, id=f"e{number}", kind=kind, status=status),
    st.integers(0, 3),
    WHENS,
    st.sampled_from(Kind),
    st.sampled_from(Status),
)
OPENINGS = st.builds(
    lambda number, when, state: opening(
        when.edtf, id=f"o{number}", entry_id=f"e{number}", state=state, capacity=2
    ),
    st.integers(0, 3),
    WHENS,
    st.sampled_from(OpeningState),
)
PEOPLE = ["p1", "p2", "s", ""]
SIGNUPS = st.builds(
    lambda place, person, state: signup(person, state, id=f"o{place}-{person}", opening_id=f"o{place}"),
    st.integers(0, 4),
    st.sampled_from(PEOPLE),
    st.sampled_from(SignUpState),
)
CUSTOMS = st.builds(
    lambda number, subject, distance, to: CustomReminder(f"r{number}", subject, distance, to, "s", NOON),
    st.integers(0, 5),
    st.sampled_from(["e-e0", "e-e1", "o-o0", "o-o1", "o-gone"]),
    st.sampled_from(["1d", "10m", "7d@09:00"]),
    st.sampled_from([GROUP, "people", "p1", "p2"]),
)


def unique(records: Iterable[Any]) -> list[Any]:
    return list({record.id: record for record in records}.values())


YEARS = st.builds(
    lambda entries, openings, signups, customs, distances, rule: Year(
        HALL,
        unique(entries),
        unique(openings),
        unique(signups),
        members=[SANNE, CARL, BO, KIRSTEN],
        rules={"event": rule},
        customs=unique(customs),
        wishes={"p1": Wishes("p1", distances)},
    ),
    st.lists(ENTRIES, max_size=4),
    st.lists(OPENINGS, max_size=4),
    st.lists(SIGNUPS, max_size=6),
    st.lists(CUSTOMS, max_size=6),
    DISTANCES,
    DISTANCES,
)


@given(YEARS)
def test_no_key_comes_twice_and_nothing_is_useful_for_no_time(plan: Year) -> None:
    found = due(plan, *ALWAYS)
    assert len({each.key for each in found}) == len(found)
    assert [each.at for each in found] == sorted(each.at for each in found)
    for each in found:
        assert each.at < each.useful
        assert each.kind not in {"missing", "unanswered"} or each.useful <= each.instant
        assert each.to
        assert each.instant is not None


@given(YEARS)
def test_nothing_is_said_of_what_is_not_on(plan: Year) -> None:
    entries = {f"e-{each.id}": each for each in plan.entries}
    openings = {f"o-{each.id}": each for each in plan.openings}
    signups = {f"s-{each.id}": each for each in plan.signups}
    for each in due(plan, *ALWAYS):
        if found := entries.get(each.subject):
            assert found.status in {Status.PLANNED, Status.WAITING}
            assert each.kind not in {"group", "custom"} or begins(found.when, ZONE) == each.instant
            assert each.kind != "group" or not found.tentative
        else:
            place = openings[
                each.subject if each.subject in openings else f"o-{signups[each.subject].opening_id}"
            ]
            assert place.state is not OpeningState.CANCELLED
            assert begins(place.when, ZONE) == each.instant


@given(YEARS, st.lists(st.datetimes(datetime(2019, 12, 1), datetime(2024, 2, 1)), min_size=1, max_size=5))  # noqa: DTZ001  # wall-clock times
def test_however_time_is_cut_into_windows_each_comes_once(plan: Year, cuts: list[datetime]) -> None:
    edges = [ALWAYS[0], *sorted(local(cut.isoformat()) for cut in cuts), ALWAYS[1]]
    pieces = [each for after, until in pairwise(edges) for each in due(plan, after, until)]
    assert [each.key for each in pieces] == [each.key for each in due(plan, *ALWAYS)]


@given(YEARS, st.datetimes(datetime(2019, 12, 1), datetime(2024, 2, 1)))  # noqa: DTZ001  # wall-clock times
def test_nothing_comes_before_what_is_next(plan: Year, moment: datetime) -> None:
    after = local(moment.isoformat())
    quiet = replace(plan, council=replace(HALL, digest=""))
    following = next_due(quiet, after)
    if following is None:
        assert due(quiet, after, ALWAYS[1]) == []
    else:
        assert due(quiet, after, following - timedelta(microseconds=1)) == []
        assert due(quiet, following - timedelta(microseconds=1), following)
    week = next_due(plan, after)
    assert week is not None
    assert week == min(at for at in (following, next_digest(HALL, after)) if at is not None)


@given(YEARS, st.integers(1, 40))
def test_each_is_useful_until_the_next_of_the_same_thing(plan: Year, shift: int) -> None:
    """Whoever was away for however long hears of each thing at most once when they are back."""
    now = local("2021-03-01") + timedelta(days=shift * 7)
    late = [each for each in due(plan, ALWAYS[0], now) if each.useful > now]
    steps = [(each.to, each.subject) for each in late if each.kind in {"group", "remind"}]
    assert len(steps) == len(set(steps))
