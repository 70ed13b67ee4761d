"""Which time of day belongs to which days of a phrase."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from council.when import When
from plans.atoms import Context
from plans.clocks import Clock, find_clocks, together
from plans.joining import Group, Joint
from plans.lexicon import lexicon

_LONGEST_REMARK = 60
_FARTHEST = 24  # characters before a time of day in which its weekday stands
_REMARK = re.compile(r"\([^()\d]{0,60}[^\W\d_]{3}[^()\d]{0,60}$")
_BEHIND = re.compile(r"\s?\)\s?(?:,|;|[^\W\d_]{2,6}\s)\s?(?:[^\W\d_]{1,10}\.?\s){0,2}\d")


def clock_of(
    text: str, group: Group, clocks: tuple[Clock, ...], room: tuple[int, int], context: Context
) -> Clock | None:
    """The time of day of a group: the first after it, else the last before it."""
    between = link(context.languages)
    clocks = tuple(each for each in clocks if not in_remark(text, each.start))
    after = [each for each in clocks if group.end <= each.start and each.end <= room[1]]
    if after and not after[0].sure and not between.fullmatch(text, group.end, after[0].start):
        after = [each for each in after if each.sure]
    if after:
        both = together(text, after[0], after[1], context.languages) if after[1:] else None
        return both or after[0]
    before = [each for each in clocks if room[0] <= each.start and each.end <= group.start]
    if before and (before[-1].sure or between.fullmatch(text, before[-1].end, group.start)):
        return before[-1]
    return None


def in_remark(text: str, start: int) -> bool:
    """Whether a place is inside brackets behind a word: "Sankthans (bål kl. 21)"."""
    return bool(_REMARK.search(text[max(0, start - _LONGEST_REMARK) : start]))


def of_one_day(text: str, group: Group, clock: Clock) -> bool:
    """Whether a time is only that of the last day before it: in brackets inside a list of days.

    In "4/2, 25/3 (kl. 15.30-17.30), 20/5" the other days are at the usual time.
    """
    lists = all(joint is not Joint.SPAN for joint in group.joints[-1:])
    opened = text[group.end : clock.start].strip()
    return lists and opened == "(" and bool(_BEHIND.match(text, clock.end))


def by_weekday(
    text: str, room: tuple[int, int], days: tuple[When, ...], context: Context
) -> tuple[Clock, ...]:
    """A time for each day of a list if the text names one for each weekday: "(lørdag kl. 13, søndag kl. 10)".

    They stand between these two places.
    """
    if len(days) == 1 or not all(when.known for when in days):
        return ()
    found = dict(_named(text, *room, context))
    if len(found) != len(days):
        return ()
    hours = [found.get(when.first.isoweekday()) for when in days]
    return tuple(each for each in hours if each) if all(hours) else tuple(found.values())


def _named(text: str, at: int, until: int, context: Context) -> Iterator[tuple[int, Clock]]:
    """The times behind a place that each have their weekday, with the words up to them, and a bracket."""
    weekday, first = _weekday(context.languages), -1
    for clock in find_clocks(text, context.languages):
        if clock.start < at or clock.end > until:
            continue
        if first < 0:
            near = max(at, clock.start - _FARTHEST)
            at = first = next((match.start() for match in weekday.finditer(text, near, clock.start)), near)
        named = weekday.fullmatch(text, at, clock.start)
        number = lexicon(context.languages).number("weekday", named["weekday"]) if named else None
        if number is None:
            return
        closed = text.startswith(")", clock.end) and "(" in text[first : clock.start]
        yield number, replace(clock, start=at, end=clock.end + closed)
        at = clock.end


@lru_cache(maxsize=32)
def _weekday(codes: tuple[str, ...]) -> re.Pattern[str]:
    """What stands before such a time: the weekday it belongs to."""
    words = lexicon(codes)
    little = "|".join(words.word(role) for role in ("and", "on", "the"))
    return re.compile(
        rf"[\s(,;:–-]{{0,4}}(?:(?:{little})\s{{1,2}}){{0,2}}(?<!\w)(?P<weekday>{words.patterns['weekday']})\.?[,:]?\s{{0,2}}",
        re.IGNORECASE,
    )


@lru_cache(maxsize=32)
def link(codes: tuple[str, ...]) -> re.Pattern[str]:
    """What may stand between a day and its time of day."""
    words = lexicon(codes)
    return re.compile(rf"[\s,;:–-]{{0,5}}(?:{words.word('on')}|{words.word('the')})?\s{{0,3}}", re.IGNORECASE)
