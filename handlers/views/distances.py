"""How long before something, in words."""

from collections.abc import Iterable
from datetime import time

from markupsafe import Markup

from texts.dates import say_clock
from texts.tongue import Tongue

_HOUR, _DAY, _WEEK = 60, 24 * 60, 7


def say_distance(t: Tongue, distance: str) -> str:
    """A distance as `council.before` keeps it: "1 week before at 9", "2 hours before"."""
    span, _, clock = distance.partition("@")
    said = _days(t, int(span[:-1])) if span.endswith("d") else _minutes(t, int(span[:-1]))
    if not clock:
        return said
    return t.plain("{distance} at {clock}", distance=said, clock=say_clock(t, time.fromisoformat(clock)))


def say_distances(t: Tongue, distances: Iterable[str]) -> Markup:
    """Several of them in a sentence, the longest first; none are "not at all"."""
    said = [say_distance(t, distance) for distance in far_first(distances)]
    return t.listed(said) if said else t("not at all")


def far_first(distances: Iterable[str]) -> list[str]:
    """The longest first."""
    return sorted(set(distances), key=_minutes_before, reverse=True)


def _minutes_before(distance: str) -> float:
    span, _, clock = distance.partition("@")
    number = int(span[:-1])
    if not span.endswith("d"):
        return number
    # The time of day of the event is not known here; at noon the order is right for almost all.
    hour = time.fromisoformat(clock).hour if clock else _DAY // 2 // _HOUR
    return number * _DAY + (_DAY // 2 - hour * _HOUR)


def _days(t: Tongue, days: int) -> str:
    if days == 0:
        return t.plain("on the day itself")
    if days == 1:
        return t.plain("the day before")
    if days % _WEEK == 0:
        return t.plain_n("{count} week before", "{count} weeks before", days // _WEEK)
    return t.plain_n("{count} day before", "{count} days before", days)


def _minutes(t: Tongue, minutes: int) -> str:
    if minutes and minutes % _HOUR == 0:
        return t.plain_n("{count} hour before", "{count} hours before", minutes // _HOUR)
    return t.plain_n("{count} minute before", "{count} minutes before", minutes)
