"""One entry of the plan that has days, as an event."""

from collections.abc import Iterator
from datetime import timedelta
from zoneinfo import ZoneInfo

from icalendar import Event
from icalendar.prop import vInt

from calendars.feed import CalendarFeed
from calendars.lines import Text, categories, line, lines
from calendars.times import days, later, moments, utc
from calendars.titles import marked_title
from calendars.words import CalendarWords
from council.records import Kind, PlanEntry, Source, Status

# What one keeps free for it when the plan says only when it begins. Nothing else gets an end.
LENGTHS = {Kind.MEETING: timedelta(hours=2), Kind.HEARING: timedelta(hours=2)}
# What takes one's time, if the time of day is known: a day without one does not make anybody busy.
BUSY = frozenset({Kind.MEETING, Kind.HEARING, Kind.EVENT, Kind.ELECTION})


def write_event(feed: CalendarFeed, entry: PlanEntry, words: CalendarWords, zone: ZoneInfo) -> Event:
    """The event of one entry; its sequence is the entry's revision, its stamps are the entry's own."""
    event = Event()
    event["UID"] = Text(feed.uid(entry.id))
    event["DTSTAMP"] = event["LAST-MODIFIED"] = utc(entry.changed)
    event["CREATED"] = utc(entry.created)
    event["SEQUENCE"] = vInt(entry.revision)
    event["SUMMARY"] = line(marked_title(entry, words))
    event["STATUS"] = Text(_status(entry))
    event["TRANSP"] = Text("OPAQUE" if _busy(entry) else "TRANSPARENT")
    activity = feed.activities.get(entry.activity_id, "")
    event["CATEGORIES"] = categories(name for name in (activity, words.kinds[entry.kind]) if name)
    event["DESCRIPTION"] = lines("\n".join(fact for fact in _facts(entry, activity, words) if fact))
    if place := line(entry.place):
        event["LOCATION"] = place
    _set_time(event, entry, zone)
    return event


def _status(entry: PlanEntry) -> str:
    if entry.status is Status.CANCELLED:
        return "CANCELLED"
    unsure = entry.when.uncertain or entry.when.approximate or entry.status is Status.WAITING
    return "TENTATIVE" if unsure and entry.status is not Status.DONE else "CONFIRMED"


def _busy(entry: PlanEntry) -> bool:
    return entry.when.clock is not None and entry.kind in BUSY and entry.status is not Status.CANCELLED


def _set_time(event: Event, entry: PlanEntry, zone: ZoneInfo) -> None:
    when = entry.when
    if when.start is None:
        event["DTSTART"], event["DTEND"] = days(when.first, when.last)
        return
    until = later(when.start, LENGTHS[entry.kind]) if _assumed(entry) else when.until
    event["DTSTART"], end = moments(when.start, until, zone)
    if end:
        event["DTEND"] = end


def _assumed(entry: PlanEntry) -> bool:
    """Whether the end is ours and not the plan's."""
    return entry.when.clock is not None and entry.when.until is None and entry.kind in LENGTHS


def _facts(entry: PlanEntry, activity: str, words: CalendarWords) -> Iterator[str]:
    yield words.status.format(status=words.statuses[entry.status])
    if activity:
        yield words.activity.format(activity=activity)
    if entry.responsible:
        yield words.responsible.format(who=entry.responsible)
    if entry.was:
        yield words.moved.format(before=words.when(entry.was))
    if entry.when.words:
        yield words.stated.format(words=entry.when.words)
    if _assumed(entry):
        yield words.end_not_stated
    if entry.note:
        yield entry.note
    if entry.source:
        yield _origin(entry.source, words)


def _origin(source: Source, words: CalendarWords) -> str:
    if source.page is None:
        return words.source.format(document=source.document)
    return words.source_page.format(document=source.document, page=source.page)
