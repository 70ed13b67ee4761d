"""Entries that have no days yet: one all-day event on the first of the month lists those of the month.

So they are neither lost nor given a day nor shown as a bar of a month.
"""

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime
from itertools import groupby

from icalendar import Event
from icalendar.prop import vInt

from calendars.feed import CalendarFeed
from calendars.lines import Text, line, lines
from calendars.times import days, utc
from calendars.titles import marked_title
from calendars.words import CalendarWords
from council.records import PlanEntry
from council.when import Precision

_SEQUENCE_START = datetime(2020, 1, 1, tzinfo=UTC)
_LARGEST = 2**31 - 1  # RFC 5545 (3.3.8): an INTEGER has 32 bits


def write_months(
    feed: CalendarFeed, entries: Sequence[PlanEntry], words: CalendarWords, changed: datetime
) -> Iterator[Event]:
    """An event for every month that has such entries, then one for those of which no time is known.

    `entries` are in the order of the plan, `changed` is the latest change of *any* entry, removed ones
    too. Only that never goes back: an entry that gets its day leaves the month and takes its own
    instant of change along, and the list must not look older for it. Seconds since 2020 fit in SEQUENCE.
    """
    timed = [entry for entry in entries if entry.when.precision is not Precision.UNKNOWN]
    timeless = [entry for entry in entries if entry.when.precision is Precision.UNKNOWN]
    for month, listed in groupby(timed, lambda entry: entry.when.first.replace(day=1)):
        titles = [_item(entry, words) for entry in listed]
        name = words.month(month, len(titles))
        yield _list(
            feed.list_uid(month.isoformat()[:7]), month, changed, name, [words.known_by_month, *titles]
        )
    if timeless:
        titles = [_item(entry, words) for entry in timeless]
        month = max(entry.created for entry in timeless).astimezone(UTC).date().replace(day=1)
        yield _list(feed.list_uid("no-date"), month, changed, words.undated(len(titles)), titles)


def _list(uid: str, first: date, changed: datetime, name: str, texts: Sequence[str]) -> Event:
    event = Event()
    event["UID"] = Text(uid)
    event["DTSTAMP"] = event["LAST-MODIFIED"] = utc(changed)
    event["SEQUENCE"] = vInt(_sequence(changed))
    event["SUMMARY"] = line(name)
    event["DESCRIPTION"] = lines("\n".join(texts))
    event["TRANSP"] = Text("TRANSPARENT")
    event["DTSTART"], event["DTEND"] = days(first, first)
    return event


def _sequence(changed: datetime) -> int:
    return min(max(0, int((changed - _SEQUENCE_START).total_seconds())), _LARGEST)


def _item(entry: PlanEntry, words: CalendarWords) -> str:
    title = marked_title(entry, words).replace("\n", " ")
    untold = entry.when.precision is Precision.UNKNOWN and not entry.when.words
    if (entry.when.precision is Precision.MONTH and not entry.when.approximate) or untold:
        return words.item.format(title=title)
    return words.item_when.format(when=words.when(entry.when), title=title)
