"""The times a rule gives, beside those of dateutil, an independent reading of RFC 5545."""

from datetime import date, datetime, timedelta

import pytest
from dateutil.rrule import rrulestr
from hypothesis import given
from hypothesis import strategies as st

from council.recurrence import Recurrence, occurrences
from council.when import When

YEAR = date(2027, 12, 31)
DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
days = st.sampled_from(DAYS)
some_days = st.lists(days, min_size=1, max_size=3, unique=True).map(",".join)
months = st.lists(st.integers(1, 12), min_size=1, max_size=4, unique=True)
nth_days = st.builds("{}{}".format, st.sampled_from((1, 2, 3, 4, 5, -1)), days)
rrules = st.one_of(
    st.builds("FREQ=DAILY;INTERVAL={}".format, st.integers(1, 5)),
    st.builds("FREQ=WEEKLY;INTERVAL={};BYDAY={}".format, st.integers(1, 4), some_days),
    st.builds("FREQ=MONTHLY;INTERVAL={};BYDAY={}".format, st.integers(1, 3), nth_days),
    st.builds("FREQ=MONTHLY;BYMONTHDAY={}".format, st.sampled_from((1, 15, 31, -1))),
    st.builds("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS={}".format, st.sampled_from((1, -1))),
    st.builds(
        "FREQ=WEEKLY;BYMONTH={};BYDAY={}".format, months.map(lambda each: ",".join(map(str, each))), some_days
    ),
    st.just("FREQ=WEEKLY"),
    st.just("FREQ=MONTHLY"),
    st.just("FREQ=YEARLY"),
)


@given(rrules, st.dates(date(2026, 1, 1), date(2027, 12, 31)))
def test_the_days_are_those_of_another_implementation(rrule: str, near: date) -> None:
    start = datetime(near.year, near.month, near.day)  # noqa: DTZ001  # a day has no zone
    first = rrulestr(rrule, dtstart=start).after(start, inc=True)
    assert first is not None
    until = first + timedelta(days=500)
    expected = rrulestr(rrule, dtstart=first).between(first, until, inc=True)
    found = occurrences(When.on(first.date()), Recurrence(rrule), until.date())
    assert [when.first for when in found] == [each.date() for each in expected]


def test_every_time_keeps_its_hours_and_marks() -> None:
    first = When.at(datetime.fromisoformat("2027-03-04T20:00"), datetime.fromisoformat("2027-03-05T01:00"))
    rule = Recurrence("FREQ=WEEKLY;BYDAY=TH;UNTIL=20270318", (date(2027, 3, 11),))
    found = occurrences(first.marked(uncertain=True), rule, YEAR)
    assert [when.edtf for when in found] == [
        "2027-03-04T20:00?/2027-03-05T01:00?",
        "2027-03-18T20:00?/2027-03-19T01:00?",
    ]


def test_no_more_than_is_asked_for() -> None:
    first = When.on(date(2027, 3, 4))
    assert len(occurrences(first, Recurrence("FREQ=DAILY"), YEAR, 5)) == 5
    assert len(occurrences(first, Recurrence("FREQ=DAILY;COUNT=3"), YEAR)) == 3
    assert occurrences(first, Recurrence("FREQ=DAILY"), date(2027, 3, 3)) == ()


@pytest.mark.parametrize(
    "rrule",
    [
        "",
        "FREQ=HOURLY",
        "FREQ=WEEKLY;BYDAY=XX",
        "FREQ=YEARLY;BYWEEKNO=3",
        "FREQ=DAILY;INTERVAL=x",
        "nonsense",
    ],
)
def test_of_a_rule_that_is_not_understood_only_the_first_time_is_known(rrule: str) -> None:
    first = When.on(date(2027, 3, 4))
    assert occurrences(first, Recurrence(rrule), YEAR) == (first,)


def test_what_is_no_day_does_not_come_back() -> None:
    march = When.month(2027, 3)
    assert occurrences(march, Recurrence("FREQ=WEEKLY"), YEAR) == (march,)
