from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from council.times import awake, begins, ends, instant, overlap
from council.when import When
from tests.council.kit import WHENS
from tests.council.line import ZONE, local

MOMENTS = st.datetimes(datetime(2020, 1, 1), datetime(2023, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001  # bounds
ZONES = st.sampled_from([ZONE, "UTC", "America/Nuuk", "Asia/Kathmandu", "Pacific/Auckland"])


@pytest.mark.parametrize(
    ("wall", "utc"),
    [
        ("2021-01-01T00:00", "2020-12-31T23:00"),
        ("2021-07-01T00:00", "2021-06-30T22:00"),
        ("2021-03-28T01:59", "2021-03-28T00:59"),
        ("2021-03-28T02:30", "2021-03-28T01:30"),  # is not on any clock: it is 3:30 then
        ("2021-03-28T03:00", "2021-03-28T01:00"),
        ("2021-10-31T02:30", "2021-10-31T00:30"),  # is twice: the first is meant
        ("2021-10-31T03:00", "2021-10-31T02:00"),
        ("2020-02-29T12:00", "2020-02-29T11:00"),
    ],
)
def test_wall_clock_times_are_instants(wall: str, utc: str) -> None:
    assert instant(datetime.fromisoformat(wall), ZONE) == datetime.fromisoformat(utc + "+00:00")


@pytest.mark.parametrize(
    ("when", "begin", "end"),
    [
        ("2021-09-18T17:00", "2021-09-18T17:00", "2021-09-18T19:00"),
        ("2021-09-18T17:00/2021-09-18T21:30", "2021-09-18T17:00", "2021-09-18T21:30"),
        ("2021-12-31T22:00/2022-01-01T01:00", "2021-12-31T22:00", "2022-01-01T01:00"),
        ("2021-12-31T23:00", "2021-12-31T23:00", "2022-01-01T01:00"),
        ("2021-09-18T00:00", "2021-09-18T00:00", "2021-09-18T02:00"),
        ("2021-09-18", "2021-09-18T00:00", "2021-09-19T00:00"),
        ("2021-12-31", "2021-12-31T00:00", "2022-01-01T00:00"),
        ("2020-02-29", "2020-02-29T00:00", "2020-03-01T00:00"),
        ("2021-09-18/2021-09-20", "2021-09-18T00:00", "2021-09-21T00:00"),
        ("2021-09-18?", "2021-09-18T00:00", "2021-09-19T00:00"),
        ("2021-02", None, "2021-03-01T00:00"),
        ("2020-02", None, "2020-03-01T00:00"),
        ("2020-W53", None, "2021-01-04T00:00"),
        ("2021-24", None, "2022-03-01T00:00"),
        ("2021", None, "2022-01-01T00:00"),
        ("XXXX", None, None),
    ],
)
def test_when_it_begins_and_is_over(when: str, begin: str | None, end: str | None) -> None:
    assert begins(When(when), ZONE) == (local(begin) if begin else None)
    assert ends(When(when), ZONE) == (local(end) if end else None)


def test_days_on_which_the_clocks_change_are_longer_or_shorter() -> None:
    def hours(day: str) -> float:
        begin, end = begins(When(day), ZONE), ends(When(day), ZONE)
        assert begin is not None
        assert end is not None
        return (end - begin) / timedelta(hours=1)

    assert [hours(day) for day in ("2021-03-27", "2021-03-28", "2021-10-31")] == [24, 23, 25]
    assert hours("2021-10-31T01:30/2021-10-31T03:30") == 3
    assert hours("2021-03-28T01:30/2021-03-28T03:30") == 1
    assert hours("2021-03-28T01:30") == 2  # two hours are presumed, on whatever clock


@given(WHENS, ZONES)
def test_nothing_is_over_before_it_begins(when: When, zone: str) -> None:
    begin, end = begins(when, zone), ends(when, zone)
    assert begin is None or (end is not None and begin <= end)


def test_nothing_is_over_before_a_beginning_that_is_on_no_clock() -> None:
    skipped = When("2021-03-28T02:30/2021-03-28T03:00")
    assert begins(skipped, ZONE) == ends(skipped, ZONE) == local("2021-03-28T03:30")


@pytest.mark.parametrize(
    ("now", "then"),
    [
        ("2021-09-18T07:59", "2021-09-18T08:00"),
        ("2021-09-18T08:00", "2021-09-18T08:00"),
        ("2021-09-18T20:59", "2021-09-18T20:59"),
        ("2021-09-18T21:00", "2021-09-19T08:00"),
        ("2021-09-18T23:59", "2021-09-19T08:00"),
        ("2021-09-19T00:00", "2021-09-19T08:00"),
        ("2021-12-31T23:30", "2022-01-01T08:00"),
        ("2020-02-28T22:00", "2020-02-29T08:00"),
        ("2021-03-27T22:00", "2021-03-28T08:00"),
        ("2021-03-28T03:30", "2021-03-28T08:00"),
        ("2021-10-30T22:00", "2021-10-31T08:00"),
        ("2021-10-31T02:30+01:00", "2021-10-31T08:00"),  # the second 2:30
    ],
)
def test_nobody_is_disturbed_at_night(now: str, then: str) -> None:
    assert awake(local(now), ZONE) == local(then)


@given(MOMENTS, ZONES)
def test_it_is_day_when_people_are_awake(now: datetime, zone: str) -> None:
    up = awake(now, zone)
    assert 8 <= up.astimezone(ZoneInfo(zone)).hour < 21
    assert timedelta() <= up - now <= timedelta(hours=12)  # a night with the hour that is twice
    assert awake(up, zone) == up


@pytest.mark.parametrize(
    ("one", "other", "both"),
    [
        ("2021-09-18T08:00/2021-09-18T11:00", "2021-09-18T10:00", True),
        ("2021-09-18T08:00/2021-09-18T11:00", "2021-09-18T11:00", False),
        ("2021-09-18T08:00/2021-09-18T11:00", "2021-09-18T08:00/2021-09-18T11:00", True),
        ("2021-09-18T08:00", "2021-09-18T09:59", True),  # two hours are presumed
        ("2021-09-18T08:00", "2021-09-18T10:00", False),
        ("2021-12-31T22:00/2022-01-01T02:00", "2022-01-01T01:00", True),
        ("2021-10-31T01:30/2021-10-31T02:00", "2021-10-31T02:30", False),
        ("2021-09-18", "2021-09-18T10:00", False),  # nobody knows when on that day
        ("XXXX", "XXXX", False),
    ],
)
def test_two_that_cannot_both_be_kept(one: str, other: str, both: bool) -> None:  # noqa: FBT001  # a case
    assert overlap(When(one), When(other), ZONE) is both
    assert overlap(When(other), When(one), ZONE) is both
