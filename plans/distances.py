"""How long before, as people type it: "10 minutter før", "1 week before at 9", "the day before"."""

import re
from dataclasses import dataclass

from council.before import is_distance
from plans.clocks import Clock, find_clocks
from plans.numbers import number_in_words, spelled
from plans.typed import LANGUAGES

MORNING, EVENING = "08:00", "18:00"
"""When "the same day" and "the evening before" are, unless a time of day is said."""

_LONGEST = 400  # characters that are read
_HOUR, _DAY = 60, 24 * 60  # minutes

_UNITS = {
    "minut|minutter|min|minute|minutes|mins": 1,
    "time|timer|hour|hours|hr|hrs": _HOUR,
    "dag|dage|døgn|day|days": _DAY,
    "uge|uger|week|weeks|wk|wks": 7 * _DAY,
}
_THE = {"minuttet|minute": 1, "timen|hour": _HOUR, "dagen|day": _DAY, "ugen|week": 7 * _DAY}
_LETTERS = {"m": 1, "t": _HOUR, "h": _HOUR, "d": _DAY, "u": 7 * _DAY, "w": 7 * _DAY}
_FRACTIONS = {
    "en halv time|half an hour|a half hour|half hour|en halv": 30,
    "halvanden time|an hour and a half|one and a half hours?|en og en halv time": 90,
    "et kvarter|kvarter|a quarter of an hour|quarter of an hour": 15,
    "tre kvarter|three quarters of an hour": 45,
}
_DAYS = {
    "aftenen": EVENING, "aften": EVENING, "evening": EVENING, "night": EVENING,
    "morgenen": MORNING, "morgen": MORNING, "morning": MORNING,
}  # fmt: skip

_BEFORE = r"(?:før|forud|inden|forinden|i\s+forvejen|before|beforehand|ahead|earlier|prior|in\s+advance)"
_ONE = r"(?:en|et|én|ét|a|an|one)"
_NUMBER = rf"(?P<number>\d{{1,5}}|{_ONE}|{spelled(LANGUAGES)})"
_SPAN = (
    rf"(?:(?P<fraction>{'|'.join(_FRACTIONS)})"
    rf"|{_NUMBER}\s*(?P<unit>{'|'.join(_UNITS)})\.?"
    r"|(?P<digits>\d{1,5})(?P<letter>[mthduw]))"
)
_AND_MINUTES = r"(?:\s*,?\s*(?:og|and)?\s*(?P<more>\d{1,2})\s*(?:minutter|minutes|min)\.?)?"
_SAME = r"samme\s+dag|same\s+day|samme\s+morgen|same\s+morning|selve\s+dagen|på\s+dagen|on\s+the\s+day"
_FORMS = (
    rf"{_SPAN}{_AND_MINUTES}\s+{_BEFORE}",
    rf"(?:(?:the|om)\s+)?(?P<part>{'|'.join(_DAYS)})\s+{_BEFORE}",
    rf"(?:the\s+)?(?P<the>{'|'.join(_THE)})\s+{_BEFORE}",
    rf"(?:(?:på|den|on|the)\s+){{0,2}}(?P<same>{_SAME})",
    rf"{_SPAN}{_AND_MINUTES}$",
)
_PATTERNS = tuple(re.compile(rf"(?<!\w){form}(?!\w)", re.IGNORECASE) for form in _FORMS)
_EDGES = re.compile(
    r"^(?:(?:of|about|to|for|om|til|the|den|det|mig|me|starts?|det\s+begynder)(?!\w)\s*)+|^[\s,;:–-]+|[\s,;:–-]+$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Found:
    start: int
    end: int
    days: int | None
    minutes: int
    clock: str = ""


def distance_from_text(text: str) -> tuple[str, str] | None:
    """How long before, and the other words of the text; None when it says no such thing. Never raises.

    The first is a distance as `council.before` keeps it: "10m", "7d", "1d@18:00". Whole days of hours are
    days. A time of day counts when it stands beside a number of days.
    """
    text = " ".join(text.split())[:_LONGEST]
    found = _find(text)
    if found is None:
        return None
    clock, rest = _beside(text, found)
    distance = _distance(found, clock)
    return (distance, _trimmed(rest)) if is_distance(distance) else None


def _find(text: str) -> _Found | None:
    for pattern in _PATTERNS:
        if match := pattern.search(text):
            return _read(match)
    return None


def _read(match: re.Match[str]) -> _Found | None:
    parts, start, end = match.groupdict(), match.start(), match.end()
    if part := parts.get("part"):
        return _Found(start, end, 1, 0, _DAYS[part.casefold()])
    if parts.get("same"):
        return _Found(start, end, 0, 0, MORNING)
    if the := parts.get("the"):
        return _spanning(start, end, _of_table(_THE, the))
    more = int(parts["more"] or 0)
    if fraction := parts["fraction"]:
        return _spanning(start, end, _of_table(_FRACTIONS, fraction) + more)
    if parts["letter"]:
        return _spanning(start, end, int(parts["digits"]) * _LETTERS[parts["letter"].casefold()] + more)
    number = _number(parts["number"])
    return (
        _spanning(start, end, number * _of_table(_UNITS, parts["unit"]) + more)
        if number is not None
        else None
    )


def _spanning(start: int, end: int, minutes: int) -> _Found:
    days, rest = divmod(minutes, _DAY)
    return _Found(start, end, None, minutes) if rest or not days else _Found(start, end, days, 0)


def _of_table(table: dict[str, int], word: str) -> int:
    return next(value for words, value in table.items() if re.fullmatch(words, word, re.IGNORECASE))


def _number(word: str) -> int | None:
    if word.isdecimal():
        return int(word)
    return 1 if re.fullmatch(_ONE, word, re.IGNORECASE) else number_in_words(word, LANGUAGES)


def _distance(found: _Found, clock: str) -> str:
    if found.days is None:
        return f"{found.minutes}m"
    at = clock or found.clock
    return f"{found.days}d@{at}" if at else f"{found.days}d"


def _beside(text: str, found: _Found) -> tuple[str, str]:
    """The time of day that stands right behind the distance or right before it, and the text without both."""
    before, behind = text[: found.start], text[found.end :]
    if found.days is not None:
        for clock in find_clocks(behind, LANGUAGES):
            if not behind[: clock.start].strip(" ,") and (said := _said(clock)):
                return said, f"{before} {behind[clock.end :]}"
        for clock in find_clocks(before, LANGUAGES):
            if not before[clock.end :].strip(" ,") and (said := _said(clock)):
                return said, f"{before[: clock.start]} {behind}"
    return "", f"{before} {behind}"


def _said(clock: Clock) -> str:
    """A time of day as a distance has it; "" for from–to and midnight's end."""
    if clock.until is not None or clock.minutes >= _DAY:
        return ""
    return f"{clock.minutes // 60:02}:{clock.minutes % 60:02}"


def _trimmed(rest: str) -> str:
    """The words without what tied them to the distance."""
    rest = " ".join(rest.split())
    while (shorter := _EDGES.sub("", rest).strip()) != rest:
        rest = shorter
    return rest
