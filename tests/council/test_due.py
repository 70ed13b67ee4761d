"""What falls due for the group and for those who take part: rules, wishes, recesses, keys that follow."""

from dataclasses import replace
from typing import Any

import pytest

from council.due import GROUP, Year
from council.openings import OpeningState, SignUpState
from council.records import Kind, Status
from council.reminding import Wishes
from council.when import When
from tests.council.kit import entry
from tests.council.line import local, opening, signup
from tests.council.years import DAY, HALL, SANNE, all_of, taking_part, times, year


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        (Kind.MEETING, ["2021-09-04 17:00", "2021-09-11 17:00", "2021-09-17 17:00"]),
        (Kind.EVENT, ["2021-09-04 17:00", "2021-09-11 17:00", "2021-09-17 17:00"]),
        (Kind.HEARING, ["2021-09-04 17:00", "2021-09-11 17:00", "2021-09-17 17:00"]),
        (Kind.ELECTION, ["2021-09-04 17:00", "2021-09-11 17:00", "2021-09-17 17:00"]),
        (Kind.DEADLINE, ["2021-09-11 17:00", "2021-09-17 17:00"]),
        (Kind.TASK, []),
        (Kind.RECESS, []),
    ],
)
def test_the_group_hears_of_each_kind_in_its_time(kind: Kind, said: list[str]) -> None:
    assert times(all_of(year(entries=[entry(DAY, kind=kind)]))) == said


@pytest.mark.parametrize(
    ("rules", "said"),
    [
        ({"event": ("2d",)}, ["09-16 17:00"]),
        ({"event": ("2d",), "a-act": ("3d",)}, ["09-15 17:00"]),
        ({"event": ("2d",), "a-act": ("3d",), "e-e1": ("120m",)}, ["09-18 15:00"]),
        ({"event": ("2d",), "a-act": ()}, []),
        ({"a-act": ("3d",), "e-e1": ()}, []),
        ({"meeting": (), "a-other": (), "e-e2": ()}, ["09-04 17:00", "09-11 17:00", "09-17 17:00"]),
    ],
)
def test_an_entrys_own_rule_goes_before_its_activitys_and_its_kinds(
    rules: dict[str, tuple[str, ...]], said: list[str]
) -> None:
    found = all_of(year(entries=[entry(DAY, activity_id="act")], rules=rules))
    assert [text.removeprefix("2021-") for text in times(found)] == said


@pytest.mark.parametrize(
    "fields",
    [
        {"when": When("2021-09-18T17:00?")},
        {"when": When("2021-09-18?")},
        {"when": When("2021-09")},
        {"when": When("2021-W37")},
        {"when": When.unknown()},
        {"status": Status.CANCELLED},
        {"status": Status.DONE},
        {"removed": True},
    ],
)
def test_of_what_is_not_certain_or_not_on_the_group_hears_nothing(fields: dict[str, Any]) -> None:
    assert all_of(year(entries=[entry(DAY, **fields)]), to=GROUP) == []


def test_what_waits_for_somebody_has_its_day_all_the_same() -> None:
    assert len(all_of(year(entries=[entry(DAY, status=Status.WAITING)]), "group")) == 3


@pytest.mark.parametrize(
    ("recess", "said"),
    [
        ("2021-09-11", ["09-04", "09-17"]),
        ("2021-09-10/2021-09-18", ["09-04"]),
        ("2021-W36", ["09-04", "09-17"]),  # 6 to 12 September
        ("2021-09", []),
        ("2021-09-11T17:01/2021-09-11T18:00", ["09-04", "09-17"]),  # a day is whole
        ("2022-09", ["09-04", "09-11", "09-17"]),
        ("XXXX", ["09-04", "09-11", "09-17"]),
    ],
)
def test_in_a_recess_the_group_is_left_alone(recess: str, said: list[str]) -> None:
    away = entry(recess, id="away", kind=Kind.RECESS)
    assert [text[5:10] for text in times(all_of(year(entries=[entry(DAY), away])))] == said
    off = replace(away, status=Status.CANCELLED)
    assert len(all_of(year(entries=[entry(DAY), off]))) == 3


def test_each_is_useful_until_the_next_and_the_last_until_it_begins() -> None:
    chain = all_of(year(entries=[entry(DAY)]))
    assert [each.useful for each in chain] == [*(each.at for each in chain[1:]), local(DAY)]
    whole_day = all_of(year(entries=[entry("2021-09-18")]))
    assert times(whole_day)[-1] == "2021-09-17 09:00"
    assert whole_day[-1].useful == local("2021-09-19T00:00")
    assert all_of(year(entries=[entry("2021-09-18/2021-09-20")]))[-1].useful == local("2021-09-21T00:00")


def test_two_distances_that_meet_are_one_reminder() -> None:
    rules = {"event": ("7d", "7d@17:00", "1d", "1440m")}
    assert len(all_of(year(entries=[entry(DAY)], rules=rules))) == 2
    spring = entry("2021-03-28T17:00")  # 24 hours and a day are not the same then
    assert len(all_of(year(entries=[spring], rules=rules))) == 3


def test_what_would_be_said_when_it_has_begun_is_not_said() -> None:
    rules = {"event": ("1d", "0m", "0d@18:00")}
    [only] = all_of(year(entries=[entry(DAY)], rules=rules))
    assert (only.distance, only.useful) == ("1d", local(DAY))
    assert all_of(year(entries=[entry(DAY)], rules={"event": ("0m", "0d", "0d@18:00")})) == []


def keys(year: Year) -> set[str]:
    return {each.key for each in all_of(year)}


def test_what_is_moved_is_reminded_of_anew_and_what_is_cancelled_not_at_all() -> None:
    before = year(entries=[entry(DAY)], openings=[opening(DAY)], signups=[signup()], members=[SANNE])
    assert len(keys(before)) == 7
    moved = replace(before, entries=[entry("2021-09-18T17:30")], openings=[opening("2021-09-18T17:30")])
    assert len(keys(moved)) == 7
    assert not keys(before) & keys(moved)
    called_off = [opening(DAY, state=OpeningState.CANCELLED)]
    off = replace(before, entries=[entry(DAY, status=Status.CANCELLED)], openings=called_off)
    assert keys(off) == set()
    assert keys(replace(off, entries=[entry(DAY)], openings=[opening(DAY)])) == keys(before)


def test_what_is_renamed_or_changes_its_room_keeps_its_reminders() -> None:
    plain = year(entries=[entry(DAY)])
    assert keys(plain) == keys(year(entries=[entry(DAY, title="Kulturnat", place="VUC", revision=7)]))


def test_in_another_zone_it_is_another_instant() -> None:
    there = Year(replace(HALL, zone="America/Nuuk"), entries=[entry(DAY)])
    assert not keys(there) & keys(year(entries=[entry(DAY)]))


def test_who_takes_part_is_reminded_three_times_or_as_they_wish() -> None:
    usual = all_of(taking_part(), "remind")
    assert times(usual) == ["2021-09-11 17:00", "2021-09-17 17:00", "2021-09-18 15:00"]
    assert {(each.to, each.subject) for each in usual} == {("p1", "s-o-p1")}
    wishes = {"p1": Wishes("p1", ("3d@20:00",)), "p2": Wishes("p2", ())}
    both = taking_part(signups=[signup(), signup("p2")], wishes=wishes)
    assert [(each.to, each.distance) for each in all_of(both, "remind")] == [("p1", "3d@20:00")]


@pytest.mark.parametrize("state", [state for state in SignUpState if state is not SignUpState.CONFIRMED])
def test_who_has_no_place_is_not_reminded_of_it(state: SignUpState) -> None:
    assert all_of(taking_part(signups=[signup(state=state)]), "remind") == []


def test_who_has_no_telegram_or_whose_opening_is_gone_is_not_reminded() -> None:
    assert all_of(taking_part(signups=[signup(person_id="")]), "remind") == []
    assert all_of(taking_part(openings=[]), "remind") == []
    for state in (OpeningState.PAUSED, OpeningState.CLOSED):
        assert len(all_of(taking_part(openings=[opening(DAY, state=state)]), "remind")) == 3


def test_of_a_day_without_an_hour_there_are_two_at_nine() -> None:
    found = all_of(taking_part(openings=[opening("2021-09-18")]), "remind")
    assert times(found) == ["2021-09-11 09:00", "2021-09-17 09:00"]
    assert found[-1].useful == local("2021-09-19T00:00")
    assert all_of(taking_part(openings=[opening("2021-09")])) == []
