"""How long before something: "1 day before" is the same time on the clock the day before.

A distance is a short text, as it is kept: `14d` is fourteen days before at the same time of day, `7d@09:00`
a week before at nine, `120m` two hours (of 60 minutes each) before.

Rules for the odd hours: a wall-clock time that does not exist (spring) is read an hour later on the clock,
one that exists twice (autumn) is the first (see `council.times.instant`). Of something whose day alone is
known, days count from nine in the morning, and minutes from nothing.
"""

import re
from datetime import datetime, time, timedelta
from functools import lru_cache

from council.times import instant
from council.when import When

MORNING = time(9)
"""When a day that has no time of day is reminded of."""

MOST_DAYS, MOST_MINUTES = 366, 2 * 24 * 60

_FORM = re.compile(r"(?P<days>\d{1,3})d(?:@(?P<clock>\d\d:\d\d))?|(?P<minutes>\d{1,5})m")


def is_distance(text: str) -> bool:
    """Whether this is a distance that is taken."""
    try:
        days, _, minutes = _parts(text)
    except ValueError:
        return False
    return (days or 0) <= MOST_DAYS and (minutes or 0) <= MOST_MINUTES


def before(when: When, distance: str, zone: str) -> datetime | None:
    """The instant so long before something begins; None when its day is not known, or not its hour."""
    days, clock, minutes = _parts(distance)
    if not when.known:
        return None
    start = when.start or datetime.combine(when.first, MORNING)
    if minutes is not None:
        return instant(start, zone) - timedelta(minutes=minutes) if when.start is not None else None
    day = start.date() - timedelta(days=days or 0)
    return instant(datetime.combine(day, clock or start.time()), zone)


@lru_cache(maxsize=256)
def _parts(text: str) -> tuple[int | None, time | None, int | None]:
    match = _FORM.fullmatch(text)
    if match is None:
        raise ValueError(f"not a distance: {text!r}")
    days, clock, minutes = match["days"], match["clock"], match["minutes"]
    return (
        int(days) if days else None,
        time.fromisoformat(clock) if clock else None,
        int(minutes) if minutes else None,
    )
