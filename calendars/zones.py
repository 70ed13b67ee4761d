"""The definition of a time zone that a file carries (VTIMEZONE), so that no program has to know it.

Lists of changes (RDATE) are read wrongly by widespread programs. So a zone that keeps the European Union's
rule is two yearly rules; any other is one part for every change in the years of the file.
"""

from collections.abc import Collection, Iterator
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from icalendar import Timezone
from icalendar.cal.timezone import TimezoneDaylight, TimezoneStandard
from icalendar.prop import vRecur

from calendars.lines import line
from calendars.times import LOCAL_YEARS

_HOUR = timedelta(hours=1)
_DAY = timedelta(days=1)
_SECOND = timedelta(seconds=1)
_MARCH, _OCTOBER = 3, 10
_BEGINNING = 1970


def write_zone(zone: ZoneInfo, years: Collection[int]) -> Timezone:
    """The zone as it is in these years (of `LOCAL_YEARS`; none means the first of them)."""
    first, last = min(years, default=LOCAL_YEARS[0]), max(years, default=LOCAL_YEARS[0])
    span = range(first, last + 1)
    component = Timezone()
    component["TZID"] = line(zone.key)
    european = _is_european(zone, span)
    component.subcomponents = list(_european(zone, first) if european else _listed(zone, span))
    return component


def _is_european(zone: ZoneInfo, years: range) -> bool:
    """Whether it keeps Directive 2000/84/EC in these years.

    That is summer time from 01:00 UTC on the last Sunday of March to 01:00 UTC on the last Sunday of
    October. Where it is no Sunday yet at that hour (Greenland), no yearly rule says it.
    """
    winter = _offset(zone, datetime(years[0], 1, 1, tzinfo=UTC))
    return -_HOUR <= winter < 22 * _HOUR and all(
        _changes(zone, year) == _european_changes(year)
        and _offset(zone, datetime(year, 1, 1, tzinfo=UTC)) == winter
        and _offset(zone, datetime(year, 7, 1, tzinfo=UTC)) == winter + _HOUR
        for year in years
    )


def _european(zone: ZoneInfo, year: int) -> Iterator[TimezoneStandard | TimezoneDaylight]:
    # The offsets are those of `year`, for the zone may have kept other rules before. The rules begin long
    # before any year of a file, so that its first January has an offset too.
    changes, onsets = _european_changes(year), _european_changes(_BEGINNING)
    for change, onset, month in zip(changes, onsets, (_MARCH, _OCTOBER), strict=True):
        part = _part(zone, change)
        part.DTSTART = datetime.combine(onset, part.DTSTART.time())
        part["RRULE"] = vRecur(FREQ="YEARLY", BYMONTH=month, BYDAY="-1SU")
        yield part


def _european_changes(year: int) -> tuple[datetime, ...]:
    ends = (date(year, month, 31) for month in (_MARCH, _OCTOBER))
    sundays = (end - timedelta(days=end.isoweekday() % 7) for end in ends)
    return tuple(datetime(day.year, day.month, day.day, 1, tzinfo=UTC) for day in sundays)


def _listed(zone: ZoneInfo, years: range) -> Iterator[TimezoneStandard | TimezoneDaylight]:
    # A day more on both sides: the year begins and ends at other instants here than in UTC.
    start = datetime(years[0], 1, 1, tzinfo=UTC) - _DAY
    stop = datetime(years[-1] + 1, 1, 1, tzinfo=UTC) + _DAY
    yield _part(zone, start)
    for year in range(start.year, stop.year + 1):
        yield from (_part(zone, change) for change in _changes(zone, year) if start < change < stop)


def _part(zone: ZoneInfo, start: datetime) -> TimezoneStandard | TimezoneDaylight:
    here = start.astimezone(zone)
    part = TimezoneDaylight() if here.dst() else TimezoneStandard()
    before = _offset(zone, start - _SECOND)
    part.DTSTART = (start + before).replace(tzinfo=None)
    part.TZOFFSETFROM, part.TZOFFSETTO = before, _offset(zone, start)
    part["TZNAME"] = line(here.tzname() or zone.key)
    return part


@lru_cache(maxsize=1024)
def _changes(zone: ZoneInfo, year: int) -> tuple[datetime, ...]:
    """The instants in this year at which the offset changes; no zone does so twice within a day."""
    first, last = date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal()
    days = [datetime.fromordinal(number).replace(tzinfo=UTC) for number in range(first, last + 1)]
    return tuple(_change(zone, day) for day in days if _offset(zone, day) != _offset(zone, day + _DAY))


def _change(zone: ZoneInfo, day: datetime) -> datetime:
    """The first second of the new offset within the day after `day`, by halving."""
    before, after = 0, int(_DAY.total_seconds())
    while after - before > 1:
        middle = (before + after) // 2
        same = _offset(zone, day + _SECOND * middle) == _offset(zone, day)
        before, after = (middle, after) if same else (before, middle)
    return day + _SECOND * after


def _offset(zone: ZoneInfo, instant: datetime) -> timedelta:
    return instant.astimezone(zone).utcoffset() or timedelta()
