"""What falls due for those who run things, for chair and secretary, and because somebody asked for it."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

import pytest

from council.due import GROUP, Year
from council.openings import SignUpState, Tally
from council.records import Membership, Status
from council.reminding import CustomReminder
from tests.council.kit import entry
from tests.council.line import NOON, local, opening, signup
from tests.council.years import BO, CARL, DAY, KIRSTEN, SANNE, all_of, taking_part, times, year


def staffed(taken: int = 0, members: Iterable[Membership] = (SANNE, CARL, BO), **fields: Any) -> Year:
    places = opening(DAY, **{"capacity": 3} | fields)
    return year(openings=[places], tallies={"o": Tally("o", taken=taken)}, members=[*members])


def test_missing_places_are_brought_up_three_times_at_ten() -> None:
    found = all_of(staffed(2), "missing")
    assert times(found) == ["2021-08-28 10:00", "2021-09-11 10:00", "2021-09-16 10:00"]
    assert {each.to for each in found} == {"s"}
    assert [each.useful for each in found] == [found[1].at, found[2].at, found[0].instant]
    assert all_of(staffed(3), "missing") == []
    assert all_of(staffed(capacity=None), "missing") == []
    assert len(all_of(staffed(3, target=5), "missing")) == 3


def test_coordinators_hear_of_their_own_activity_and_the_secretary_of_what_nobody_runs() -> None:
    members = (SANNE, KIRSTEN, BO)
    assert {each.to for each in all_of(staffed(members=members, activity_id="act"))} == {"k"}
    assert {each.to for each in all_of(staffed(members=members, activity_id="other"))} == {"s"}
    assert {each.to for each in all_of(staffed(members=members))} == {"s"}


def test_who_has_not_answered_is_shown_the_evening_before() -> None:
    [found] = all_of(staffed(3), "unanswered")
    assert times([found]) == ["2021-09-17 18:00"]
    assert found.useful == local(DAY)


@pytest.mark.parametrize(
    ("when", "at"),
    [
        ("2021-06", "2021-05-11 10:00"),
        ("2021-06?", "2021-05-11 10:00"),
        ("2021-06-15?", "2021-05-25 10:00"),
        ("2021-06-15T17:00?", "2021-05-25 10:00"),
        ("2021-W24", "2021-05-24 10:00"),
        ("2021-01", "2020-12-11 10:00"),
        ("2020-W53", "2020-12-07 10:00"),
        ("2024-03", "2024-02-09 10:00"),
        ("2021-35", "2021-06-10 10:00"),
        ("2021-06/2021-08", "2021-05-11 10:00"),
    ],
)
def test_what_has_no_day_is_asked_about_three_weeks_ahead(when: str, at: str) -> None:
    found = all_of(year(entries=[entry(when)], members=[SANNE, CARL, BO, KIRSTEN]))
    assert times(found) == [at, at]
    assert {(each.kind, each.to) for each in found} == {("undated", "s"), ("undated", "c")}


@pytest.mark.parametrize("when", ["XXXX", "XXXX?", "2021-06-15", "2021-06-15~", DAY])
def test_what_has_a_day_or_no_month_is_not_asked_about(when: str) -> None:
    assert all_of(year(entries=[entry(when)], members=[SANNE]), "undated") == []


def test_what_waits_is_brought_up_after_three_weeks_and_again_when_it_was_touched() -> None:
    waits = entry("2021-12-01", status=Status.WAITING, changed=local("2021-03-07T16:20"))
    [found] = all_of(year(entries=[waits], members=[SANNE]), "stalled")
    assert times([found]) == ["2021-03-28 10:00"]
    touched = replace(waits, changed=local("2021-04-01T08:00"))
    assert times(all_of(year(entries=[touched], members=[SANNE]), "stalled")) == ["2021-04-22 10:00"]
    assert all_of(year(entries=[replace(waits, status=Status.PLANNED)], members=[SANNE]), "stalled") == []


def custom(to: str, subject: str = "o-o", distance: str = "10m", **fields: Any) -> CustomReminder:
    return replace(CustomReminder("r", subject, distance, to, "s", NOON), **fields)


def test_one_that_was_asked_for_goes_to_whom_it_was_asked_for() -> None:
    crowd = [signup("p1"), signup("p2", SignUpState.WAITING), signup("p3")]
    for to, heard in ((GROUP, {GROUP}), ("people", {"p1", "p3"}), ("p2", {"p2"})):
        found = all_of(taking_part(signups=crowd, customs=[custom(to)]), "custom")
        assert {each.to for each in found} == heard
        assert set(times(found)) == {"2021-09-18 16:50"}
        assert all(each.useful == local(DAY) for each in found)
        assert all(each.exact is (to != "people") for each in found)


def test_of_an_entry_it_goes_to_everybody_at_any_of_its_openings_once() -> None:
    two = [opening(DAY, entry_id="e1"), opening(DAY, id="o2", entry_id="e1"), opening(DAY, id="o3")]
    crowd = [signup("p1"), signup("p1", id="o2-p1", opening_id="o2"), signup("p9", id="x", opening_id="o3")]
    parts = {"entries": [entry(DAY)], "openings": two, "signups": crowd}
    found = all_of(year(**parts, customs=[custom("people", "e-e1")]), "custom")
    assert [each.to for each in found] == ["p1"]
    twice = [custom("people", "e-e1"), custom("p1", "e-e1", id="r2"), custom(GROUP, "e-e1", id="r3")]
    assert sorted(each.to for each in all_of(year(**parts, customs=twice), "custom")) == [GROUP, "p1"]


def test_it_follows_what_it_is_about_and_goes_with_it() -> None:
    ask = custom("p1", "e-e1")
    [there] = all_of(year(entries=[entry("2021-10-02T12:00")], customs=[ask]), "custom")
    assert times([there]) == ["2021-10-02 11:50"]
    for gone in ([], [entry(DAY, removed=True)], [entry("2021-10")], [entry("2021-10-02")]):
        assert all_of(year(entries=gone, customs=[ask]), "custom") == []


def test_one_whose_time_was_past_when_it_was_asked_for_is_not_made_up_for() -> None:
    late = custom("p1", created=local("2021-09-18T16:50"))
    assert all_of(taking_part(customs=[late]), "custom") == []
    assert all_of(taking_part(customs=[replace(late, created=local("2021-09-18T16:49"))]), "custom")
