"""Times of day in a text: "kl. 17-19", "kl. ca. 17.45", "16.00 – 18.00", "at 5pm"."""

import re
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from functools import lru_cache

from plans.lexicon import lexicon

# `%(role)s` stands for the words of a role.
_START = r"(?P<hour>[01]?\d|2[0-4])(?:(?P<dot>[:.]?)(?P<minute>[0-5]\d))?(?:\s?(?P<half>[ap])\.?m\b\.?)?"
_END = r"(?P<hour2>[01]?\d|2[0-4])(?:[:.]?(?P<minute2>[0-5]\d))?(?:\s?(?P<half2>[ap])\.?m\b\.?)?"
_LEAD = r"(?:(?:(?P<clock>%(clock)s)|(?P<lead>%(lead)s))(?!\w)\.?:?\s{0,3})?"
_ABOUT = r"(?:(?P<about>%(about)s)(?!\w)\.?\s{0,3})?"
_TO = r"\s{0,3}(?:[-–—]|(?:%(to)s|(?P<and>%(and)s))(?!\w))\s{0,3}(?:(?:%(clock)s)(?!\w)\.?\s{0,3})?"
_SECOND = (
    r"(?:\s?(?:[,+&]|(?:%(and)s)(?!\w))\s?(?:[01]?\d|2[0-4])(?:[:.][0-5]\d)?"
    r"\s?[-–]\s?(?P<hour3>[01]?\d|2[0-4])(?:[:.](?P<minute3>[0-5]\d))?(?!\d))?"
)
_ABOUT_END = r"(?:(?P<about_end>%(about)s)(?!\w)\.?\s{0,3})?"
_CLOCK = (
    rf"(?<![\w§])(?<!\d[.,:/–-]){_LEAD}{_ABOUT}{_START}(?:{_TO}{_ABOUT_END}{_END}(?!\d){_SECOND})?"
    r"(?![\w/])(?![.,:]\d)"
)
_LONGEST_TO = 16
_NOON = 12
_MIDNIGHT = 24


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day as written, `minutes` after midnight.

    A `sure` one is a time wherever it stands, others ("17-19", "17.45", "at 5") only right behind a date.
    `again` is that of a second time on the same day: "kl. 9.30 og kl. 11.30".
    """

    start: int
    end: int
    minutes: int
    until: int | None
    about: bool
    sure: bool
    again: int | None = None

    @property
    def each(self) -> tuple["Clock", ...]:
        """The times that it is, one or two."""
        if self.again is None:
            return (self,)
        return replace(self, again=None), replace(self, minutes=self.again, again=None)

    @property
    def all_day(self) -> bool:
        """Whether it is the "00:00-00:00" with which calendars print a whole day."""
        return self.minutes == 0 and self.until in {0, _MIDNIGHT * 60 - 1, _MIDNIGHT * 60}

    def on(self, first: date, last: date) -> tuple[datetime, datetime | None]:
        """Start and end from the first day to the last; an end before the start is after midnight."""
        start = datetime.combine(first, time()) + timedelta(minutes=self.minutes)
        if self.until is None:
            return start, None
        end = datetime.combine(last, time()) + timedelta(minutes=self.until)
        return start, end if end > start else end + timedelta(days=1)


@lru_cache(maxsize=32)
def _pattern(codes: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(_CLOCK % lexicon(codes).patterns, re.IGNORECASE)


@lru_cache(maxsize=4096)  # every layout asks about the same texts
def find_clocks(text: str, codes: tuple[str, ...]) -> tuple[Clock, ...]:
    """All times of day in a text, with the doubtful ones."""
    text = _noon(codes).sub(lambda match: "12pm".ljust(len(match[0])), text)
    clocks = (_clock(match, codes) for match in _pattern(codes).finditer(text))
    return tuple(clock for clock in clocks if clock)


@lru_cache(maxsize=32)
def _noon(codes: tuple[str, ...]) -> re.Pattern[str]:
    """Finds "noon" and "12 noon"."""
    return re.compile(rf"(?<!\w)(?:12\s)?(?:{lexicon(codes).patterns['noon']})(?!\w)", re.IGNORECASE)


def together(text: str, first: Clock, then: Clock, codes: tuple[str, ...]) -> Clock | None:
    """Two times as one if the second says until when: "klokken 10 på torvet, frem til klokken 15"."""
    until = first.until is None and then.until is None and then.minutes > first.minutes
    before = text[max(first.end, then.start - _LONGEST_TO) : then.start].rstrip()
    if not until or not re.search(rf"(?<!\w)(?:{lexicon(codes).patterns['to']})$", before, re.IGNORECASE):
        return None
    return replace(first, until=then.minutes, about=first.about or then.about)


def _clock(match: re.Match[str], codes: tuple[str, ...]) -> Clock | None:
    parts = match.groupdict()
    named = bool(parts["clock"] or parts["half"] or parts["half2"])
    hours_only = parts["hour2"] is None and parts["minute"] is None
    run_together = parts["minute"] is not None and not parts["dot"]
    if not named and (run_together or (hours_only and not parts["lead"])):
        return None
    minutes = _minutes(parts["hour"], parts["minute"], _first_half(parts))
    last = "3" if parts["hour3"] else "2"
    half = None if parts["hour3"] else parts["half2"]
    until = _minutes(parts[f"hour{last}"] or "", parts[f"minute{last}"], half) if parts["hour2"] else None
    if minutes is None or (parts["hour2"] and until is None):
        return None
    about = bool(parts["about"] or parts["about_end"])
    clock = Clock(match.start(), match.end(), minutes, until, about, named or parts["dot"] == ":")
    twice = named and parts["and"] and not parts["hour3"] and not _between(codes).search(match[0])
    if not twice or until is None:
        return clock
    return replace(clock, until=None, again=until if until > minutes else None)


@lru_cache(maxsize=32)
def _between(codes: tuple[str, ...]) -> re.Pattern[str]:
    """Finds what makes "and" mean "to": "mellem kl. 17 og 19"."""
    return lexicon(codes).finder("between")


def _first_half(parts: dict[str, str | None]) -> str | None:
    """In "5-7pm" both are in the afternoon, in "11-1pm" only the second is."""
    if parts["half"] or not (parts["half2"] and parts["hour2"]):
        return parts["half"]
    turned = int(parts["hour"] or 0) % _NOON > int(parts["hour2"]) % _NOON
    return "a" if turned else parts["half2"]


def _minutes(hour: str, minute: str | None, half: str | None) -> int | None:
    hours = int(hour)
    if half:
        if not 1 <= hours <= _NOON:
            return None
        hours = hours % _NOON + (_NOON if half.lower() == "p" else 0)
    total = hours * 60 + int(minute or 0)
    return total if total <= _MIDNIGHT * 60 else None
