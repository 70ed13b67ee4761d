from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from council.places import offer_ends
from council.times import awake
from tests.council.line import ZONE, last_instant, local, opening

WHENS = st.sampled_from(
    [
        "2021-03-28T10:00",
        "2021-10-31T02:30",
        "2021-12-31T23:30",
        "2021-10-31",
        "2021-10-20/2021-11-02",
        "2021-10",
        "XXXX",
    ]
)
NIGHTS_AND_DAYS = st.datetimes(datetime(2021, 3, 1), datetime(2022, 1, 2)).map(  # noqa: DTZ001  # wall clock
    lambda moment: local(moment.isoformat())
)


def until(when: str, asked: str) -> datetime | None:
    return offer_ends(opening(when), local(asked), ZONE)


@pytest.mark.parametrize(
    ("asked", "end"),
    [
        ("2021-08-20T12:00", "2021-08-22T12:00"),
        ("2021-09-04T12:00", "2021-09-06T12:00"),  # two weeks before: 48 hours
        ("2021-09-04T12:01", "2021-09-05T12:01"),
        ("2021-09-11T12:00", "2021-09-12T12:00"),  # one week: 24
        ("2021-09-16T08:00", "2021-09-16T20:00"),
        ("2021-09-16T12:00", "2021-09-17T09:00"),  # two days: 12, and then until the morning
        ("2021-09-16T12:01", "2021-09-16T16:01"),
        ("2021-09-17T12:00", "2021-09-17T16:00"),  # one day: 4
        ("2021-09-17T12:01", "2021-09-17T14:01"),
        ("2021-09-18T08:00", "2021-09-18T08:30"),  # on the day
        ("2021-09-18T10:00", "2021-09-18T10:30"),
        ("2021-09-18T10:01", "2021-09-18T10:16"),
        ("2021-09-18T11:45", "2021-09-18T12:00"),
    ],
)
def test_an_offer_lasts_shorter_the_nearer_it_is(asked: str, end: str) -> None:
    assert until("2021-09-18T12:00", asked) == local(end)


def test_there_is_no_time_for_an_offer() -> None:
    assert until("2021-09-18T12:00", "2021-09-18T11:46") is None
    assert until("2021-09-18T12:00", "2021-09-18T12:00") is None
    assert until("2021-09-18T12:00/2021-09-18T18:00", "2021-09-18T13:00") is None
    assert until("2021-09-18", "2021-09-19T08:00") is None
    assert until("2021-09", "2021-10-01T08:00") is None


@pytest.mark.parametrize(
    ("when", "asked", "end"),
    [
        ("2021-09-18T12:00", "2021-09-17T20:30", "2021-09-18T09:00"),  # would end at half past ten at night
        ("2021-09-18T08:30", "2021-09-17T20:30", "2021-09-18T08:30"),  # never later than it begins
        ("2021-09-18T20:00", "2021-09-16T20:20", "2021-09-17T09:00"),  # 4 hours
        (
            "2021-09-20T20:40",
            "2021-09-16T20:20",
            "2021-09-17T09:00",
        ),  # 12 hours: at 8:20
        ("2021-11-02T12:00", "2021-10-30T20:00", "2021-10-31T09:00"),  # the night of the change
        ("2021-03-30T12:00", "2021-03-27T20:00", "2021-03-28T09:00"),
        ("2022-01-01T12:00", "2021-12-31T20:45", "2022-01-01T09:00"),
        ("2020-03-01T12:00", "2020-02-28T19:00", "2020-02-29T09:00"),
        ("2021-09-18T23:30", "2021-09-18T20:55", "2021-09-18T23:30"),
    ],
)
def test_an_offer_does_not_end_while_people_sleep(when: str, asked: str, end: str) -> None:
    assert until(when, asked) == local(end)


@pytest.mark.parametrize(
    ("when", "asked", "end"),
    [
        ("2021-09-18", "2021-09-17T12:00", "2021-09-17T14:00"),
        (
            "2021-09-18",
            "2021-09-18T10:00",
            "2021-09-18T12:00",
        ),  # until midnight there is time
        ("2021-09-18", "2021-09-18T19:00", "2021-09-18T19:30"),
        ("2021-09-18", "2021-09-18T20:55", "2021-09-19T00:00"),
        ("2021-09-01/2021-12-31", "2021-10-01T12:00", "2021-10-03T12:00"),  # a corps that has begun
        ("2021-09-01/2021-12-31", "2021-12-30T12:00", "2021-12-30T16:00"),
        ("2021-09", "2021-08-01T12:00", "2021-08-03T12:00"),
        ("2021-09", "2021-09-10T12:00", "2021-09-12T12:00"),
        ("2021-09", "2021-09-30T12:00", "2021-09-30T14:00"),
        ("2021-09", "2021-09-30T20:50", "2021-10-01T00:00"),
        ("XXXX", "2021-09-10T12:00", "2021-09-12T12:00"),
    ],
)
def test_offers_without_a_time_of_day(when: str, asked: str, end: str) -> None:
    assert until(when, asked) == local(end)


@given(WHENS, NIGHTS_AND_DAYS)
def test_every_offer_can_be_answered(when: str, now: datetime) -> None:
    made, asked = opening(when), awake(now, ZONE)
    end, last = offer_ends(made, asked, ZONE), last_instant(made)
    if end is None:
        assert last is not None
        assert last - asked < timedelta(minutes=15)
        return
    assert timedelta(minutes=15) <= end - asked <= timedelta(hours=48 + 13)
    if end != last:
        there, here = end.astimezone(ZoneInfo(ZONE)), asked.astimezone(ZoneInfo(ZONE))
        assert (8 if there.date() == here.date() else 9) <= there.hour < 21
    assert last is None or end <= last
