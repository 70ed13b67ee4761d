"""The zone in the file is right for readers that know no zones (dateutil reads it as it stands)."""

from datetime import UTC, datetime
from io import StringIO
from zoneinfo import ZoneInfo

import pytest
from dateutil.tz import tzical
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Timezone

from calendars.zones import write_zone

SPECIAL = [
    "Africa/Casablanca",  # leaves summer time for Ramadan
    "America/New_York",
    "America/Nuuk",  # changes with Europe, but on a Saturday evening
    "America/St_Johns",
    "Antarctica/Troll",  # changes with Europe by two hours
    "Asia/Kathmandu",
    "Atlantic/Azores",
    "Australia/Lord_Howe",  # changes by half an hour
    "Europe/Chisinau",  # keeps the rule by its own hour
    "Europe/Dublin",  # calls summer time standard
    "Europe/Istanbul",  # kept the rule until 2015
    "Europe/Kyiv",  # keeps the rule since 1997 only
    "Europe/Moscow",
    "Pacific/Apia",
    "Pacific/Kiritimati",
]


def _text(zone: str, *years: int) -> str:
    definition: bytes = write_zone(ZoneInfo(zone), years).to_ical()
    return definition.decode()


def _offsets_agree(zone: str, definition: str, walls: list[datetime]) -> None:
    read, known = tzical(StringIO(definition)).get(), ZoneInfo(zone)
    for wall in walls:
        here = wall.replace(tzinfo=known)
        if here.utcoffset() == here.replace(fold=1).utcoffset():  # the others are written in UTC
            assert wall.replace(tzinfo=read).utcoffset() == here.utcoffset(), wall


@settings(deadline=None)  # a busy machine proves nothing
@given(
    zone=st.sampled_from(["Europe/Copenhagen", "Europe/Athens", "Europe/Lisbon", *SPECIAL]),
    first=st.integers(1996, 2098),
    more=st.integers(0, 3),
    data=st.data(),
)
def test_any_time_of_its_years_is_right(zone: str, first: int, more: int, data: st.DataObject) -> None:
    years = range(first, min(first + more, 2099) + 1)
    moments = st.datetimes(datetime(years[0], 1, 1), datetime(years[-1], 12, 31, 23, 59))  # noqa: DTZ001  # wall-clock times
    definition = _text(zone, years[0], years[-1])
    _offsets_agree(zone, definition, data.draw(st.lists(moments, min_size=1, max_size=20)))


@pytest.mark.parametrize("zone", ["Europe/Copenhagen", *SPECIAL])
def test_the_hours_around_every_change_are_right(zone: str) -> None:
    hours = [
        datetime(2027, month, day, hour, 30)  # noqa: DTZ001  # wall-clock times
        for month, nights in {2: (6, 7, 8), 3: (13, 14, 27, 28, 29), 10: (24, 30, 31), 11: (7, 8)}.items()
        for day in nights
        for hour in range(24)
    ]
    _offsets_agree(zone, _text(zone, 2027), hours)


@pytest.mark.parametrize(
    ("wall", "hour"),
    [
        ("2027-03-27T02:30", 1),
        ("2027-03-28T01:30", 0),
        ("2027-03-28T03:30", 1),
        ("2027-10-24T02:30", 0),
        ("2027-10-31T01:30", 23),
        ("2027-10-31T03:30", 2),
    ],
)
def test_copenhagen_by_its_own_definition(wall: str, hour: int) -> None:
    zone = tzical(StringIO(_text("Europe/Copenhagen", 2021, 2027))).get()
    assert datetime.fromisoformat(wall).replace(tzinfo=zone).astimezone(UTC).hour == hour


def test_a_zone_of_the_union_is_two_yearly_rules_whatever_the_years() -> None:
    definition = _text("Europe/Copenhagen", 2021)
    assert definition == _text("Europe/Copenhagen", 1996, 2099) == _text("Europe/Copenhagen")
    assert definition.splitlines() == [
        "BEGIN:VTIMEZONE",
        "TZID:Europe/Copenhagen",
        "BEGIN:DAYLIGHT",
        "DTSTART:19700329T020000",
        "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3",
        "TZNAME:CEST",
        "TZOFFSETFROM:+0100",
        "TZOFFSETTO:+0200",
        "END:DAYLIGHT",
        "BEGIN:STANDARD",
        "DTSTART:19701025T030000",
        "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10",
        "TZNAME:CET",
        "TZOFFSETFROM:+0200",
        "TZOFFSETTO:+0100",
        "END:STANDARD",
        "END:VTIMEZONE",
    ]


@pytest.mark.parametrize("zone", SPECIAL)
def test_no_zone_is_a_list_of_dates(zone: str) -> None:
    assert "RDATE" not in _text(zone, 2021, 2027)


def test_a_zone_without_summer_time_is_one_part() -> None:
    zone = Timezone.from_ical(_text("Asia/Kathmandu", 2021))
    assert [part.name for part in zone.subcomponents] == ["STANDARD"]
