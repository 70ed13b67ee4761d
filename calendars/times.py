"""Days and times of day as calendar values.

A time of day is written as local time with the zone's name, so that 17 stays 17 when the clocks change.
Where local time says too little (the hour that a night has twice or not at all) and outside the years in
which the zone's rule is written down (`LOCAL_YEARS`), the instant is written in UTC.
"""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from icalendar.prop import vDate, vDatetime

from council.when import Precision, When

LOCAL_YEARS = range(1996, 2100)  # from 1996 summer time ends in October in all of the EU

_VAGUE = {
    Precision.MONTH,
    Precision.MONTHS,
    Precision.QUARTER,
    Precision.SEASON,
    Precision.YEAR,
    Precision.UNKNOWN,
}


def has_days(when: When) -> bool:
    """Whether it can stand on days of a calendar; what is known by the month or less well cannot.

    A span counts as its vaguer end: "from 2021 to 2022" has no days.
    """
    return all(When(end).precision not in _VAGUE for end in when.edtf.split("/"))


def days(first: date, last: date) -> tuple[vDate, vDate]:
    """All-day start and end of these days, both inclusive; a calendar's end is exclusive."""
    return _day(first), _day(last if last == date.max else last + timedelta(days=1))


def moments(start: datetime, until: datetime | None, zone: ZoneInfo) -> tuple[vDatetime, vDatetime | None]:
    """Wall-clock start and end in the zone, both written in the same way; no end that is not later."""
    told = [moment for moment in (start, until) if moment]
    local = all(_tells(moment, zone) for moment in told)
    begin = _moment(start, zone, local=local)
    if until is None or in_utc(until, zone) <= in_utc(start, zone):
        return begin, None
    return begin, _moment(until, zone, local=local)


def utc(instant: datetime) -> vDatetime:
    """An instant in UTC, to the second."""
    return vDatetime(instant.astimezone(UTC).replace(microsecond=0))


def in_utc(moment: datetime, zone: ZoneInfo) -> datetime:
    """The instant of a wall-clock time: of two the first, of none by the offset before the gap (RFC 5545)."""
    try:
        return moment.replace(tzinfo=zone).astimezone(UTC)
    except OverflowError:  # the first or last day there is
        return moment.replace(tzinfo=UTC)


def later(moment: datetime, length: timedelta) -> datetime:
    """So much later; the moment itself where there is no time left for that (the year 9999)."""
    try:
        return moment + length
    except OverflowError:
        return moment


def _tells(moment: datetime, zone: ZoneInfo) -> bool:
    if moment.year not in LOCAL_YEARS:
        return False
    here = moment.replace(tzinfo=zone)
    return here.utcoffset() == here.replace(fold=1).utcoffset()


def _moment(moment: datetime, zone: ZoneInfo, *, local: bool) -> vDatetime:
    if not local:
        return utc(in_utc(moment, zone))
    value = vDatetime(moment)
    value.params["TZID"] = zone.key
    return value


def _day(day: date) -> vDate:
    value = vDate(day)
    value.params["VALUE"] = "DATE"
    return value
