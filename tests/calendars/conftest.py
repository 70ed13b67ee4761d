"""English words, the feed of one council, and a quick way to an entry."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest
from icalendar import Calendar, Event

from calendars import CalendarFeed, CalendarWords, write_calendar
from council.records import Kind, PlanEntry, Status
from council.when import When

Make = Callable[..., PlanEntry]
Write = Callable[..., str]
Events = Callable[..., dict[str, Any]]

MADE = datetime(2021, 1, 4, 9, 30, 15, 123456, tzinfo=UTC)
WORDS = CalendarWords(
    tentative="{title} (tentative)",
    approximate="{title} (about then)",
    waiting="{title} (waiting)",
    waiting_for="{title} (waiting for {who})",
    cancelled="Cancelled: {title}",
    status="Status: {status}",
    activity="Activity: {activity}",
    responsible="Responsible: {who}",
    moved="Moved. It was {before}.",
    stated="In the plan: {words}",
    end_not_stated="(end not stated)",
    source="From {document}",
    source_page="From {document}, page {page}",
    known_by_month="Known by month only:",
    item="• {title}",
    item_when="• {when}: {title}",
    kinds={kind: kind.value.capitalize() for kind in Kind},
    statuses={status: status.value for status in Status},
    when=lambda when: when.words or when.edtf,
    month=lambda first, count: f"{first:%B} {first.year}: {count} without a date",
    undated=lambda count: f"{count} without any time",
)
FEED = CalendarFeed("hjoerring", "Integrationsrådet", activities={"kultur": "Kulturdag"})


@pytest.fixture(scope="session")
def words() -> CalendarWords:
    return WORDS


@pytest.fixture(scope="session")
def make() -> Make:
    """An entry of this id and time, with whatever else is named."""

    def _make(name: str = "e1", edtf: str = "2021-09-18", **fields: Any) -> PlanEntry:
        plain = PlanEntry(name, "Kulturdag", When(edtf), MADE, MADE)
        return replace(plain, **fields)

    return _make


@pytest.fixture(scope="session")
def write() -> Write:
    """The file of these entries, in the zone that is named."""

    def _write(*entries: PlanEntry, zone: str = FEED.zone) -> str:
        return write_calendar(replace(FEED, zone=zone), entries, WORDS).decode()

    return _write


@pytest.fixture(scope="session")
def events(write: Write) -> Events:
    """The events of that file, as the library reads them back, by the first part of their ids."""

    def _events(*entries: PlanEntry, zone: str = FEED.zone) -> dict[str, Any]:
        calendar = Calendar.from_ical(write(*entries, zone=zone))
        found = [event for event in calendar.walk("VEVENT") if isinstance(event, Event)]
        return {str(event["UID"]).removesuffix("@hjoerring.samspil"): event for event in found}

    return _events
