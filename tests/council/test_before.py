"""How long before: the same time on the clock, in every odd night of the calendar."""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from council.before import MORNING, before, is_distance
from council.when import When
from tests.council.kit import WHENS
from tests.council.line import ZONE, local

ZONES = st.sampled_from([ZONE, "America/New_York", "Australia/Lord_Howe", "Atlantic/Azores", "UTC"])
DAYS = st.integers(0, 366)
MINUTES = st.integers(0, 2880)
STARTS = st.datetimes(datetime(2019, 1, 1), datetime(2029, 12, 31)).map(  # noqa: DTZ001  # wall-clock times
    lambda moment: moment.replace(second=0, microsecond=0)
)


def wall(at: datetime | None, zone: str = ZONE) -> str:
    assert at is not None
    return at.astimezone(ZoneInfo(zone)).strftime("%Y-%m-%dT%H:%M%z")


@pytest.mark.parametrize(
    ("when", "distance", "said"),
    [
        ("2021-09-18T17:00", "14d", "2021-09-04T17:00+0200"),
        ("2021-09-18T17:00", "7d@09:00", "2021-09-11T09:00+0200"),
        ("2021-09-18T17:00", "0d@09:00", "2021-09-18T09:00+0200"),
        ("2021-09-18T17:00", "120m", "2021-09-18T15:00+0200"),
        ("2021-09-18T17:00", "0m", "2021-09-18T17:00+0200"),
        # the clocks change in between: the same time of day, an hour less or more before it
        ("2021-03-28T17:00", "1d", "2021-03-27T17:00+0100"),
        ("2021-03-28T01:59", "1d", "2021-03-27T01:59+0100"),
        ("2021-10-31T17:00", "1d", "2021-10-30T17:00+0200"),
        ("2021-11-01T17:00", "7d", "2021-10-25T17:00+0200"),
        ("2021-03-29T10:00", "1d", "2021-03-28T10:00+0200"),
        # a time that does not exist is read an hour later on the clock
        ("2021-03-29T02:30", "1d", "2021-03-28T03:30+0200"),
        ("2021-04-04T02:00", "7d", "2021-03-28T03:00+0200"),
        ("2021-03-29T17:00", "1d@02:15", "2021-03-28T03:15+0200"),
        # one that exists twice is the first of both
        ("2021-11-01T02:30", "1d", "2021-10-31T02:30+0200"),
        ("2021-11-07T02:00", "7d", "2021-10-31T02:00+0200"),
        # minutes are counted, not read off the clock
        ("2021-03-28T04:00", "120m", "2021-03-28T01:00+0100"),
        ("2021-10-31T04:00", "120m", "2021-10-31T02:00+0100"),
        ("2021-10-31T04:00", "180m", "2021-10-31T02:00+0200"),
        ("2021-10-31T17:00", "1440m", "2021-10-30T18:00+0200"),
        ("2021-10-31T02:30", "60m", "2021-10-31T01:30+0200"),
        # ends of months, leap days, New Year, week 53
        ("2021-03-31T12:00", "31d", "2021-02-28T12:00+0100"),
        ("2024-03-01T12:00", "1d", "2024-02-29T12:00+0100"),
        ("2023-03-01T12:00", "1d", "2023-02-28T12:00+0100"),
        ("2024-02-29T12:00", "366d", "2023-02-28T12:00+0100"),
        ("2021-01-01T00:00", "1d", "2020-12-31T00:00+0100"),
        ("2021-01-04T08:00", "7d", "2020-12-28T08:00+0100"),
        ("2021-01-03", "6d", "2020-12-28T09:00+0100"),  # the Monday of week 53
        # of a day alone, days count from nine
        ("2021-09-18", "1d", "2021-09-17T09:00+0200"),
        ("2021-09-18", "0d", "2021-09-18T09:00+0200"),
        ("2021-09-18", "7d@18:00", "2021-09-11T18:00+0200"),
        ("2021-03-29", "1d", "2021-03-28T09:00+0200"),
        # of several days, from the first; of something tentative too
        ("2021-09-18/2021-09-20", "1d", "2021-09-17T09:00+0200"),
        ("2021-09-18T17:00/2021-09-19T01:00", "1d", "2021-09-17T17:00+0200"),
        ("2021-09-18T17:00?", "1d", "2021-09-17T17:00+0200"),
    ],
)
def test_it_is_the_same_time_on_the_clock_so_many_days_earlier(when: str, distance: str, said: str) -> None:
    assert wall(before(When(when), distance, ZONE)) == said


@pytest.mark.parametrize(
    "when", ["2021-06", "2021-06?", "2020-W53", "2021-35", "2021", "XXXX", "2021-06/2021-08"]
)
@pytest.mark.parametrize("distance", ["1d", "7d@09:00", "120m"])
def test_of_what_has_no_day_there_is_nothing_before(when: str, distance: str) -> None:
    assert before(When(when), distance, ZONE) is None


def test_of_what_has_no_hour_there_are_no_hours_before() -> None:
    assert before(When("2021-09-18"), "120m", ZONE) is None
    assert before(When("2021-09-18/2021-09-19"), "0m", ZONE) is None


@given(STARTS, DAYS, ZONES)
def test_days_keep_the_clock_but_where_the_clock_leaves_it_out(start: datetime, days: int, zone: str) -> None:
    at = before(When.at(start), f"{days}d", zone)
    assert at is not None
    wanted = start - timedelta(days=days)
    there = at.astimezone(ZoneInfo(zone)).replace(tzinfo=None)
    if there == wanted:
        earlier = (at - timedelta(hours=h / 2) for h in (1, 2))
        assert all(one.astimezone(ZoneInfo(zone)).replace(tzinfo=None) != wanted for one in earlier)
    else:  # it does not exist: read with the offset before the change
        gap = there - wanted
        assert timedelta(0) < gap <= timedelta(hours=1)
        shown = {
            (at + timedelta(minutes=m)).astimezone(ZoneInfo(zone)).replace(tzinfo=None)
            for m in range(-180, 180)
        }
        assert wanted not in shown


@given(STARTS, MINUTES, ZONES)
def test_minutes_are_minutes(start: datetime, minutes: int, zone: str) -> None:
    when = When.at(start)
    at, begin = before(when, f"{minutes}m", zone), before(when, "0m", zone)
    assert at is not None
    assert begin is not None
    assert begin - at == timedelta(minutes=minutes)
    assert at.tzinfo is UTC


@given(WHENS, st.integers(0, 60), st.integers(0, 23))
def test_whatever_the_time_is_it_is_before_it_or_unknown(when: When, days: int, hour: int) -> None:
    plain, clock = before(when, f"{days}d", ZONE), before(when, f"{days}d@{hour:02}:00", ZONE)
    assert (plain is None) == (clock is None) == (not when.known)
    if plain is None or clock is None:
        return
    day = when.first - timedelta(days=days)
    assert wall(plain).startswith(day.isoformat())
    assert wall(clock).startswith(day.isoformat())
    begin = local(f"{when.first}T{when.clock or MORNING:%H:%M}")
    assert plain <= begin


def test_what_is_a_distance() -> None:
    good = ["0d", "1d", "14d", "366d", "7d@09:00", "7d@23:59", "0m", "10m", "120m", "2880m"]
    bad = [
        "",
        "d",
        "1",
        "-1d",
        "367d",
        "1000d",
        "7d@24:00",
        "7d@9:00",
        "7d@",
        "2881m",
        "99999m",
        "1h",
        "1d ",
        "1d\n",
    ]
    assert [text for text in good if not is_distance(text)] == []
    assert [text for text in bad if is_distance(text)] == []


@pytest.mark.parametrize("distance", ["", "soon", "7d@25:00"])
def test_what_is_none_is_refused(distance: str) -> None:
    with pytest.raises(ValueError, match=r"distance|hour"):
        before(When("2021-09-18"), distance, ZONE)


@given(DAYS, st.times())
def test_every_distance_that_is_taken_can_be_counted(days: int, clock: time) -> None:
    for text in (f"{days}d", f"{days}d@{clock:%H:%M}", f"{days}m"):
        assert is_distance(text)
        assert before(When("2021-09-18T17:00"), text, ZONE) is not None
