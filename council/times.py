"""Wall-clock times as instants, and the hours in which nobody is disturbed."""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from council.when import Precision, When

NIGHT_BEGINS, NIGHT_ENDS = time(21), time(8)
"""The quiet hours of a council's zone."""

_PRESUMED = timedelta(hours=2)  # how long something takes that does not say when it ends


def instant(local: datetime, zone: str) -> datetime:
    """A wall-clock time of a zone in UTC.

    A time that does not exist (spring) is read with the offset before the change, which is an hour later on
    the clock; of one that exists twice (autumn) the first is meant (PEP 495, fold=0).
    """
    return local.replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)


def begins(when: When, zone: str) -> datetime | None:
    """The instant it begins, or its day; None when no day is known."""
    if not when.known:
        return None
    return instant(when.start or datetime.combine(when.first, time.min), zone)


def ends(when: When, zone: str) -> datetime | None:
    """The instant after which it is over; None when no time at all is known."""
    if when.precision is Precision.UNKNOWN:
        return None
    if when.until is not None:
        return max(instant(when.until, zone), instant(when.start or when.until, zone))
    if when.start is not None:
        return instant(when.start, zone) + _PRESUMED
    return instant(datetime.combine(when.last + timedelta(days=1), time.min), zone)


def awake(now: datetime, zone: str) -> datetime:
    """`now`, or the end of the night if it is night in the zone (UTC)."""
    local = now.astimezone(ZoneInfo(zone))
    if NIGHT_ENDS <= local.time() < NIGHT_BEGINS:
        return now
    day = local.date() + timedelta(days=local.time() >= NIGHT_BEGINS)
    return instant(datetime.combine(day, NIGHT_ENDS), zone)


def next_morning(now: datetime, zone: str) -> datetime:
    """The end of the next night in the zone (UTC)."""
    day = now.astimezone(ZoneInfo(zone)).date() + timedelta(days=1)
    return instant(datetime.combine(day, NIGHT_ENDS), zone)


def overlap(one: When, other: When, zone: str) -> bool:
    """Whether both have times of day that cannot both be kept."""
    if one.start is None or other.start is None:
        return False
    return _start(one, zone) < _end(other, zone) and _start(other, zone) < _end(one, zone)


def _start(when: When, zone: str) -> datetime:
    start = begins(when, zone)
    assert start is not None
    return start


def _end(when: When, zone: str) -> datetime:
    end = ends(when, zone)
    assert end is not None
    return end
