from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Event
from icalendar.prop import vDatetime

from calendars.times import days, has_days, in_utc, later, moments, utc
from council.when import When

HOME = ZoneInfo("Europe/Copenhagen")


def _at(text: str) -> datetime:
    return datetime.fromisoformat(text)


def _written(value: vDatetime | None) -> str:
    """The value as it stands in a file, with its zone."""
    assert value
    event = Event()
    event["DTSTART"] = value
    content: bytes = event.to_ical()
    return content.decode().split("\r\n")[1].removeprefix("DTSTART")


@pytest.mark.parametrize(
    "edtf",
    ["2021-09-18", "2021-09-18T17:00?", "2021-W34", "2021-09-18~/2021-09-19~", "2021-W33/2021-W35"],
)
def test_these_stand_on_days(edtf: str) -> None:
    assert has_days(When(edtf))


@pytest.mark.parametrize(
    "edtf",
    [
        "2021-06",
        "2021-06?/2021-07?",
        "2021-34",
        "2021-21~",
        "2021",
        "XXXX?",
        "2021/2022",
        "2021-06-15/2021-08",
    ],
)
def test_these_have_no_days_yet(edtf: str) -> None:
    assert not has_days(When(edtf))


def test_days_end_the_day_after() -> None:
    first, last = days(date(2021, 8, 23), date(2021, 8, 29))
    assert (first.dt, last.dt) == (date(2021, 8, 23), date(2021, 8, 30))


def test_after_the_last_day_there_is_none() -> None:
    assert days(date.max, date.max)[1].dt == date.max


def test_a_time_of_day_is_local() -> None:
    start, end = moments(_at("2027-03-28T17:00"), _at("2027-03-28T19:00"), HOME)
    assert _written(start) == ";TZID=Europe/Copenhagen:20270328T170000"
    assert _written(end) == ";TZID=Europe/Copenhagen:20270328T190000"


@pytest.mark.parametrize(
    ("wall", "written"),
    [
        ("2027-03-27T02:30", ";TZID=Europe/Copenhagen:20270327T023000"),
        ("2027-03-28T01:59", ";TZID=Europe/Copenhagen:20270328T015900"),
        ("2027-03-28T02:30", ":20270328T013000Z"),  # there is no 02:30
        ("2027-03-28T03:00", ";TZID=Europe/Copenhagen:20270328T030000"),
        ("2027-10-24T02:30", ";TZID=Europe/Copenhagen:20271024T023000"),
        ("2027-10-31T01:59", ";TZID=Europe/Copenhagen:20271031T015900"),
        ("2027-10-31T02:30", ":20271031T003000Z"),  # there are two of them: the first
        ("2027-10-31T03:00", ";TZID=Europe/Copenhagen:20271031T030000"),
        ("1995-07-01T12:00", ":19950701T100000Z"),
        ("2100-07-01T12:00", ":21000701T100000Z"),
    ],
)
def test_local_time_that_says_too_little_is_written_in_utc(wall: str, written: str) -> None:
    assert _written(moments(_at(wall), None, HOME)[0]) == written


def test_start_and_end_are_written_in_the_same_way() -> None:
    start, end = moments(_at("2027-10-31T01:30"), _at("2027-10-31T02:30"), HOME)
    assert (_written(start), _written(end)) == (":20271030T233000Z", ":20271031T003000Z")


@pytest.mark.parametrize(
    ("start", "end"),
    [("2021-09-18T17:00", "2021-09-18T17:00"), ("2027-03-28T02:45", "2027-03-28T03:15")],
)
def test_an_end_that_is_not_later_is_left_out(start: str, end: str) -> None:
    assert moments(_at(start), _at(end), HOME)[1] is None


@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "Pacific/Pago_Pago"])
@pytest.mark.parametrize("edge", [datetime.min, datetime.max])  # noqa: DTZ901  # wall-clock times
def test_the_first_and_the_last_moment_are_no_trouble(zone: str, edge: datetime) -> None:
    assert in_utc(edge, ZoneInfo(zone)).tzinfo is UTC
    assert later(edge, timedelta(hours=2)) >= edge


@given(st.datetimes(timezones=st.timezones()).filter(lambda moment: 1 < moment.year < 9999))
def test_stamps_are_whole_seconds_in_utc(moment: datetime) -> None:
    text = _written(utc(moment)).removeprefix(":")
    assert text.endswith("Z")
    assert timedelta(0) <= moment - datetime.strptime(text, "%Y%m%dT%H%M%S%z") < timedelta(seconds=1)
