import re
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from calendars.events import BUSY, LENGTHS
from council.records import Kind, PlanEntry, Source, Status
from council.when import When

Make = Callable[..., PlanEntry]
Events = Callable[..., dict[str, Any]]
HOME = ZoneInfo("Europe/Copenhagen")
GUIDE = Path(__file__).parents[2] / "docs" / "calendars.md"


def test_an_entry_brings_all_it_knows(make: Make, events: Events) -> None:
    entry = make(
        edtf="2021-09-18T10:00/2021-09-18T16:00",
        activity_id="kultur",
        responsible="Kulturgruppen",
        place="VUC, hovedindgangen",
        note="Husk skilte; og tape",
        was=When("2021-09-11"),
        source=Source("hjoerring-2021.pdf", page=2),
        revision=3,
        changed=datetime(2021, 5, 6, 7, 8, 9, tzinfo=HOME),
    )
    event = events(entry)["e1"]
    assert event["SUMMARY"] == "Kulturdag"
    assert event["LOCATION"] == "VUC, hovedindgangen"
    assert event["CATEGORIES"].cats == ["Kulturdag", "Event"]
    assert event["DESCRIPTION"] == (
        "Status: planned\nActivity: Kulturdag\nResponsible: Kulturgruppen\nMoved. It was 2021-09-11.\n"
        "Husk skilte; og tape\nFrom hjoerring-2021.pdf, page 2"
    )
    assert (event["DTSTART"].dt, event["DTEND"].dt) == (
        datetime(2021, 9, 18, 10, tzinfo=HOME),
        datetime(2021, 9, 18, 16, tzinfo=HOME),
    )
    assert event["SEQUENCE"] == 3
    assert event["DTSTAMP"].dt == event["LAST-MODIFIED"].dt == datetime(2021, 5, 6, 5, 8, 9, tzinfo=UTC)
    assert event["CREATED"].dt == datetime(2021, 1, 4, 9, 30, 15, tzinfo=UTC)


@pytest.mark.parametrize(
    ("edtf", "first", "after"),
    [
        ("2021-09-18", date(2021, 9, 18), date(2021, 9, 19)),
        ("2021-W34", date(2021, 8, 23), date(2021, 8, 30)),
        ("2021-06-01/2021-06-10", date(2021, 6, 1), date(2021, 6, 11)),
        ("9999-12-31", date(9999, 12, 31), date(9999, 12, 31)),
    ],
)
def test_days_are_all_day_and_keep_nobody_busy(
    make: Make, events: Events, edtf: str, first: date, after: date
) -> None:
    event = events(make(edtf=edtf))["e1"]
    assert (event["DTSTART"].dt, event["DTEND"].dt) == (first, after)
    assert event["DTSTART"].params["VALUE"] == "DATE"
    assert event["TRANSP"] == "TRANSPARENT"


def test_a_meeting_without_an_end_takes_two_hours_and_says_so(make: Make, events: Events) -> None:
    event = events(make(edtf="2021-08-09T17:00", kind=Kind.MEETING))["e1"]
    assert event["DTEND"].dt == datetime(2021, 8, 9, 19, tzinfo=HOME)
    assert "(end not stated)" in event["DESCRIPTION"]


def test_a_deadline_takes_no_time(make: Make, events: Events) -> None:
    event = events(make(edtf="2021-07-26T12:00", kind=Kind.DEADLINE))["e1"]
    assert "DTEND" not in event
    assert "(end not stated)" not in event["DESCRIPTION"]
    assert event["TRANSP"] == "TRANSPARENT"


@pytest.mark.parametrize(
    ("edtf", "status", "expected"),
    [
        ("2021-09-18T17:00", Status.PLANNED, ("CONFIRMED", "OPAQUE")),
        ("2021-09-18T17:00?", Status.PLANNED, ("TENTATIVE", "OPAQUE")),
        ("2021-09-18T17:00~", Status.PLANNED, ("TENTATIVE", "OPAQUE")),
        ("2021-09-18T17:00", Status.WAITING, ("TENTATIVE", "OPAQUE")),
        ("2021-09-18T17:00?", Status.DONE, ("CONFIRMED", "OPAQUE")),
        ("2021-09-18T17:00?", Status.CANCELLED, ("CANCELLED", "TRANSPARENT")),
    ],
)
def test_the_state_is_told_to_programs_too(
    make: Make, events: Events, edtf: str, status: Status, expected: tuple[str, str]
) -> None:
    event = events(make(edtf=edtf, status=status))["e1"]
    assert (event["STATUS"], event["TRANSP"]) == expected


def test_how_the_plan_puts_the_time_is_kept(make: Make, events: Events) -> None:
    event = events(make(when=When("2021-06-01~/2021-06-10~", "primo juni")))["e1"]
    assert "In the plan: primo juni" in event["DESCRIPTION"]


def test_a_source_without_pages(make: Make, events: Events) -> None:
    event = events(make(source=Source("plan.txt", line=12)))["e1"]
    assert event["DESCRIPTION"].endswith("From plan.txt")


def test_an_activity_that_is_gone_is_not_named(make: Make, events: Events) -> None:
    assert events(make(activity_id="gone"))["e1"]["CATEGORIES"].cats == ["Event"]


def test_the_guide_has_the_same_table() -> None:
    rows = re.findall(r"^\| `(\w+)` \| (\w+) \| (.+) \|$", GUIDE.read_text(), re.MULTILINE)
    expected = [
        (
            kind,
            "yes" if kind in BUSY else "no",
            f"{LENGTHS[kind].seconds // 3600} hours" if kind in LENGTHS else "none",
        )
        for kind in Kind
    ]
    assert rows == expected
