"""The weekly overview, and hours in which nobody is disturbed."""

from dataclasses import replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from council.due import GROUP, Year, digests, next_digest
from council.quiet import LEAST_AHEAD, quiet_until, when_to_say
from council.records import Kind
from council.reminding import Wishes
from tests.council.kit import entry
from tests.council.line import ZONE, local
from tests.council.years import ALWAYS, DAY, HALL, times, year


def test_the_overview_comes_every_week_at_its_hour_on_the_clock() -> None:
    found = digests(year(), local("2021-03-20"), local("2021-04-10"))
    assert times(found) == ["2021-03-22 09:00", "2021-03-29 09:00", "2021-04-05 09:00"]
    assert [each.useful - each.at for each in found] == [timedelta(days=1)] * 3
    assert digests(Year(replace(HALL, digest="")), *ALWAYS) == []


def test_none_comes_in_a_recess() -> None:
    summer = entry("2021-07", kind=Kind.RECESS)
    found = digests(year(entries=[summer]), local("2021-06-25"), local("2021-08-05"))
    assert times(found) == ["2021-06-28 09:00", "2021-08-02 09:00"]


@pytest.mark.parametrize(("night", "hour"), [("2021-03-28", "03:30"), ("2021-10-31", "02:30")])
def test_one_in_the_odd_hour_comes_once(night: str, hour: str) -> None:
    council = replace(HALL, digest="7@02:30")
    found = digests(Year(council), local(night), local(night) + timedelta(days=2))
    assert times(found) == [f"{night} {hour}"]


@given(st.integers(1, 7), st.integers(0, 23), st.datetimes(datetime(2020, 1, 1), datetime(2027, 1, 1)))  # noqa: DTZ001  # wall-clock times
def test_the_next_overview_is_within_a_week_and_an_hour(weekday: int, hour: int, moment: datetime) -> None:
    after = local(moment.isoformat())
    at = next_digest(replace(HALL, digest=f"{weekday}@{hour:02}:00"), after)
    assert at is not None
    assert timedelta(0) < at - after <= timedelta(days=7, hours=1)
    assert at.astimezone(ZoneInfo(ZONE)).isoweekday() == weekday


@pytest.mark.parametrize(
    ("quiet", "now", "said"),
    [
        ("21-8", "2021-09-18T20:59", "2021-09-18T20:59"),
        ("21-8", "2021-09-18T21:00", "2021-09-19T08:00"),
        ("21-8", "2021-09-19T07:59", "2021-09-19T08:00"),
        ("21-8", "2021-09-19T08:00", "2021-09-19T08:00"),
        ("0-6", "2021-09-18T23:59", "2021-09-18T23:59"),
        ("0-6", "2021-09-19T00:00", "2021-09-19T06:00"),
        ("13-14", "2021-09-18T13:30", "2021-09-18T14:00"),
        ("23-0", "2021-09-18T23:30", "2021-09-19T00:00"),
        ("", "2021-09-18T03:00", "2021-09-18T03:00"),
        ("8-8", "2021-09-18T03:00", "2021-09-18T03:00"),
        ("21-8", "2021-03-27T22:00", "2021-03-28T08:00"),
        ("21-8", "2021-10-30T22:00", "2021-10-31T08:00"),
        ("1-2", "2021-03-28T01:30", "2021-03-28T03:00"),  # two o'clock does not exist
    ],
)
def test_quiet_hours_end_on_the_clock(quiet: str, now: str, said: str) -> None:
    assert quiet_until(Wishes("p", quiet=quiet), local(now), ZONE) == local(said)


def test_at_night_a_reminder_waits_unless_it_would_come_too_late() -> None:
    night, usual = local("2021-09-17T22:00"), Wishes("p")
    morning = local("2021-09-18T08:00")
    assert when_to_say("p", local("2021-09-18T08:30"), usual, night, ZONE) == morning
    for too_soon in ("2021-09-18T08:29", "2021-09-18T08:01", "2021-09-18T08:00", "2021-09-18T03:00"):
        assert when_to_say("p", local(too_soon), usual, night, ZONE) == night
    assert when_to_say(GROUP, local("2021-09-18T08:30"), usual, night, ZONE) == morning
    assert when_to_say(GROUP, local("2021-09-18T08:29"), usual, night, ZONE) == night
    assert when_to_say(GROUP, local(DAY), Wishes(quiet=""), night, ZONE) == morning
    assert when_to_say("p", local(DAY), Wishes(quiet=""), night, ZONE) == night


@given(
    st.datetimes(datetime(2021, 1, 1), datetime(2022, 1, 1)),  # noqa: DTZ001  # wall-clock times
    st.timedeltas(timedelta(minutes=-5), timedelta(days=2)),
    st.sampled_from(["", "21-8", "0-6", "13-14", "23-0"]),
    st.sampled_from(["p", GROUP]),
)
def test_whoever_is_left_alone_has_half_an_hour_when_they_hear_of_it(
    moment: datetime, ahead: timedelta, quiet: str, to: str
) -> None:
    now, wishes = local(moment.isoformat()), Wishes("p", quiet=quiet)
    last = now + ahead
    said = when_to_say(to, last, wishes, now, ZONE)
    assert said == now or (said > now and last - said >= LEAST_AHEAD)
    if to != GROUP and quiet_until(wishes, now, ZONE) == now:
        assert said == now  # by day there is nothing to wait for, however soon it is
