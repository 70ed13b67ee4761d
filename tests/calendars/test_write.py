from collections.abc import Callable
from dataclasses import replace
from typing import Any
from zoneinfo import ZoneInfoNotFoundError

import pytest
from icalendar import Calendar

from calendars import CalendarFeed, CalendarWords, write_calendar
from council.records import PlanEntry

Make = Callable[..., PlanEntry]
Write = Callable[..., str]
Events = Callable[..., dict[str, Any]]


def test_the_calendar_says_what_it_is(make: Make, write: Write) -> None:
    assert write(make()).split("\r\n")[:10] == [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Samspil//Samspil//EN",
        "METHOD:PUBLISH",
        "NAME:Integrationsrådet",
        "X-WR-CALNAME:Integrationsrådet",
        "REFRESH-INTERVAL;VALUE=DURATION:PT1H",
        "X-PUBLISHED-TTL:PT1H",
        "X-WR-TIMEZONE:Europe/Copenhagen",
        "BEGIN:VEVENT",
    ]


def test_a_zone_comes_with_the_times_that_need_it(make: Make, write: Write) -> None:
    assert "VTIMEZONE" not in write(make(edtf="2021-09-18"))
    assert "VTIMEZONE" not in write(make(edtf="2027-03-28T02:30"))
    assert write(make("a", "2021-09-18T17:00"), make("b", "2021-09-19T17:00")).count("BEGIN:VTIMEZONE") == 1


def test_an_empty_plan_is_a_calendar_all_the_same(write: Write) -> None:
    assert [part.name for part in Calendar.from_ical(write()).subcomponents] == ["VTIMEZONE"]


def test_what_was_taken_off_the_plan_is_left_out(make: Make, events: Events) -> None:
    assert events(make("a"), make("b", removed=True), make("c", "2021-06", removed=True)).keys() == {"a"}


def test_lists_come_first_then_days_in_their_order(make: Make, events: Events) -> None:
    entries = [
        make("d", "2021-09-18T17:00"),
        make("c", "2021-09-18", place_in_plan=1),
        make("b", "2021-09-18", place_in_plan=2),
        make("a", "2021-10"),
        make("e", "2021-08-01"),
    ]
    assert list(events(*entries)) == ["2021-10", "e", "c", "b", "d"]


def test_a_zone_that_is_none_is_refused(make: Make, write: Write) -> None:
    with pytest.raises(ZoneInfoNotFoundError):
        write(make(), zone="Europe/Hjoerring")


def test_the_lists_of_a_part_are_not_those_of_the_whole(make: Make, words: CalendarWords) -> None:
    feed, entries = CalendarFeed("hjoerring", "Integrationsrådet"), [make("a", "2021-06"), make("b", "XXXX")]
    whole, part = (
        {
            str(event["UID"])
            for event in Calendar.from_ical(write_calendar(one, entries, words)).walk("VEVENT")
        }
        for one in (feed, replace(feed, part="kulturdag"))
    )
    assert len(whole) == len(part) == 2
    assert not whole & part
