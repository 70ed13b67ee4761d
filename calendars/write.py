"""The whole file."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import timedelta
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event
from icalendar.prop import vDatetime, vDuration

from calendars.events import write_event
from calendars.feed import CalendarFeed
from calendars.lines import Text, line
from calendars.months import write_months
from calendars.times import has_days
from calendars.words import CalendarWords
from calendars.zones import write_zone
from council.records import PlanEntry

REFRESH = timedelta(hours=1)


def write_calendar(feed: CalendarFeed, entries: Sequence[PlanEntry], words: CalendarWords) -> bytes:
    """The plan as an iCalendar file (RFC 5545, 7986), the same bytes for the same plan in any order.

    `entries` are all of the plan, removed ones too: these are left out, but count for how new it is.

    Raises:
        zoneinfo.ZoneInfoNotFoundError: when the feed's zone is not the name of one.
    """
    zone = ZoneInfo(feed.zone)
    events = list(_events(feed, entries, words, zone))
    calendar = _calendar(feed)
    years = set(_local_years(events))
    if years or not events:  # RFC 5545 (3.6): a calendar holds at least one component
        calendar.add_component(write_zone(zone, years))
    calendar.subcomponents.extend(events)
    written: bytes = calendar.to_ical()
    return written


def _calendar(feed: CalendarFeed) -> Calendar:
    # METHOD:PUBLISH says "for your information": programs then offer no answers. By RFC 5546 (3.2.1) every
    # event would name an ORGANIZER too; a council has no address, and no program that was tried asks for one.
    calendar = Calendar()
    calendar["VERSION"] = Text("2.0")
    calendar["METHOD"] = Text("PUBLISH")
    calendar["PRODID"] = Text("-//Samspil//Samspil//EN")
    calendar["NAME"] = calendar["X-WR-CALNAME"] = line(feed.name)
    calendar["X-WR-TIMEZONE"] = line(feed.zone)
    calendar["X-PUBLISHED-TTL"] = vDuration(REFRESH)
    calendar["REFRESH-INTERVAL"] = vDuration(REFRESH, params={"VALUE": "DURATION"})
    return calendar


def _events(
    feed: CalendarFeed, entries: Sequence[PlanEntry], words: CalendarWords, zone: ZoneInfo
) -> Iterator[Event]:
    shown = sorted((entry for entry in entries if not entry.removed), key=_order)
    if not shown:
        return
    changed = max(entry.changed for entry in entries)
    yield from write_months(feed, [entry for entry in shown if not has_days(entry.when)], words, changed)
    for entry in shown:
        if has_days(entry.when):
            yield write_event(feed, entry, words, zone)


def _order(entry: PlanEntry) -> tuple[object, ...]:
    return (*entry.when.order, entry.place_in_plan, entry.id)


def _local_years(events: Iterable[Event]) -> Iterator[int]:
    for event in events:
        for value in (event["DTSTART"], event.get("DTEND")):
            if isinstance(value, vDatetime) and "TZID" in value.params:
                yield value.dt.year
