"""Entries of an iCalendar file (.ics): it says by itself what is when, so nothing has to be found in it."""

import warnings
from collections.abc import Iterator
from datetime import date, datetime, timedelta

from council.records import Source
from plans.encodings import decoded
from plans.extracted import Extracted
from plans.ics_entries import Event, Told, entries_of, one
from plans.ics_lines import Calendar, Component, calendar
from plans.ics_times import Zones, day_of, rule_of, zones
from plans.limits import Limits
from plans.unreadable import Reason, UnreadableDocument

_TASK = "VTODO"
_MOST_DATES = 400  # of one event, beside its rule
# What the library and the calendar let through where an event is not as it should be.
_BROKEN = (ValueError, TypeError, KeyError, AttributeError, IndexError, OverflowError)


def extract_ics(data: bytes, limits: Limits) -> Extracted:
    """The events and tasks of a calendar as entries; those that are broken are listed as not understood.

    Raises:
        UnreadableDocument: too many, or in no known encoding.
    """
    found = calendar(decoded(data).replace("\0", ""))
    if len(found.components) > limits.lines:
        raise UnreadableDocument(Reason.TOO_LONG)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the library warns of zones whose names it had to guess
        return _read(found, _zones(found))


def _read(found: Calendar, home: Zones) -> Extracted:
    told: list[Told] = []
    left: list[Source] = []
    for component in found.components:
        if component.name != "VTIMEZONE":
            event = _told(component, home)
            told += [event] if event else []
            left += [] if event else [_source(component)]
    return Extracted(entries=tuple(entries_of(told)), unplaced=tuple(left))


def _zones(found: Calendar) -> Zones:
    defined = {
        component.value("TZID"): frozenset(component.values("TZOFFSETTO"))
        for component in found.components
        if component.name == "VTIMEZONE" and component.value("TZID")
    }
    return zones(found.zone, defined)


def _source(component: Component) -> Source:
    return Source("", component.words, line=component.line)


def _told(component: Component, home: Zones) -> Told | None:
    """What an event says of its time; None if it is broken or says none."""
    if component.broken:
        return None
    try:
        event = _parsed(component)
        start = _moment(event, "DTSTART", home) or _moment(event, "DUE", home)
        if start is None:
            return None
        rule = one(event.get("RRULE"))
        return Told(
            event,
            _source(component),
            component.name == _TASK,
            start,
            _length(event, start, home),
            rule_of(rule, start, home) if isinstance(rule, dict) else "",
            rule is not None,
            _moment(event, "RECURRENCE-ID", home),
            frozenset(day_of(moment) for moment in _dates(event, "EXDATE", home)),
            tuple(_dates(event, "RDATE", home)),
        )
    except _BROKEN:
        return None


def _parsed(component: Component) -> Event:
    # Imported here: only the worker process pays for it.
    import icalendar  # noqa: PLC0415

    kind = icalendar.Todo if component.name == _TASK else icalendar.Event
    lines = (f"BEGIN:{component.name}", *component.lines, f"END:{component.name}", "")
    parsed: Event = kind.from_ical("\r\n".join(lines))
    return parsed


def _moment(event: Event, name: str, home: Zones) -> date | None:
    value = one(event.get(name))
    moment = getattr(value, "dt", None)
    return _at_home(moment, value, home) if isinstance(moment, date) else None


def _at_home(moment: date, value: object, home: Zones) -> date:
    if not isinstance(moment, datetime):
        return moment
    params = getattr(value, "params", {})
    return home.local(moment, str(params.get("TZID", "")))


def _dates(event: Event, name: str, home: Zones) -> Iterator[date]:
    """The days or moments of EXDATE and RDATE, which may be there several times with several each."""
    value = event.get(name)
    for group in value if isinstance(value, list) else [value]:
        for each in getattr(group, "dts", ())[:_MOST_DATES]:
            moment = each.dt[0] if isinstance(each.dt, tuple) else each.dt
            yield _at_home(moment, group, home)


def _length(event: Event, start: date, home: Zones) -> timedelta | None:
    """How long it takes; None if nothing says so."""
    end = _moment(event, "DTEND", home)
    if end is not None and isinstance(end, datetime) is isinstance(start, datetime):
        return end - start
    duration = getattr(one(event.get("DURATION")), "dt", None)
    return duration if isinstance(duration, timedelta) else None
