"""Timed agendas: one meeting, however many points with a time of day it has."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from functools import lru_cache

from council.records import Kind
from council.when import Precision, When
from plans.atoms import Context
from plans.clocks import Clock, find_clocks
from plans.entries import Draft
from plans.extracted import Row
from plans.items import Item, read_item
from plans.lexicon import ALL_LANGUAGES, lexicon
from plans.list_names import list_name
from plans.phrases import phrases
from plans.pieces import Piece, without_bullet
from plans.sheet import Passage, Setting
from plans.stamps import opens_stamped
from plans.tenses import is_past
from plans.titles import kind_of, tidied
from plans.years import context_at

_FEWEST = 3  # points with a time of day
_FARTHEST = 12  # rows between two points
_SOON = 120  # minutes that a point of an agenda may last
_ABOVE = 25  # rows with text above the first point in which its day stands
_ANY_YEAR = 2000
_BESIDE = 3  # rows from the day to its hours and place
_LONGEST_TITLE = 90
_CONFIDENCE = 0.9
_CALLED = re.compile(
    r"^.{0,30}?(?:indkald\w*|indbyd\w*|inviter\w*|innkall\w*|kallas|summoned|invited|welcome)\b.{0,20}?"
    r"(?<!\w)(?:til|till|to)\s(?:the\s)?|\s(?:on|den|d\.|på|kl\.?|om)$",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"^\W*(?:\d{1,2}[.)]\s|[a-z][.)]\s)")


@dataclass(frozen=True, slots=True)
class _Point:
    """A point of an agenda: the index of its row, when it begins and ends.

    A `loose` one could be a day too ("10.10 Protokoll"): it counts only among others.
    """

    at: int
    clock: Clock
    text: str
    loose: bool = False


def agendas(rows: tuple[Row, ...], setting: Setting) -> Iterator[Passage]:
    """All timed agendas, each as the one meeting that it is."""
    for run in _runs(rows):
        head = _head(rows, run[0].at, setting)
        if head is None:
            continue
        at, item = head
        when = _lasting(item.whens[0], run)
        row = rows[at]
        draft = Draft(
            replace(item, whens=(when,)), Piece(row.text, row.page, row.line, at=at), confidence=_CONFIDENCE
        )
        yield Passage(frozenset({at, *(point.at for point in run)}), (draft,))


def _runs(rows: tuple[Row, ...]) -> Iterator[list[_Point]]:
    """Points whose times follow each other."""
    run: list[_Point] = []
    for at, row in enumerate(rows):
        point = _point(row, at)
        if point is None or (point.loose and not _goes_on(run, point)):
            continue
        if run and (at - run[-1].at > _FARTHEST or point.clock.minutes < run[-1].clock.minutes):
            if _lasts(run):
                yield run
            run = []
        run.append(point)
    if _lasts(run):
        yield run


def _lasts(run: list[_Point]) -> bool:
    return sum(not point.loose for point in run) >= _FEWEST


def _goes_on(run: list[_Point], point: _Point) -> bool:
    """Whether a point comes soon behind the last one, on the clock and on the page."""
    last = run[-1] if run else None
    return (
        last is not None
        and point.at - last.at <= _FARTHEST
        and 0 <= point.clock.minutes - last.clock.minutes <= _SOON
    )


def _point(row: Row, at: int) -> _Point | None:
    """The point that a row is: a time of day in front, no date."""
    text = _NUMBER.sub("", without_bullet(row.text.strip()))
    clocks = find_clocks(text[:_LONGEST_TITLE], ALL_LANGUAGES)
    if not clocks or clocks[0].start or _begins_dated(text):
        return None
    rest = text[clocks[0].end :].strip(" :.–-")
    exact = clocks[0].sure or "." in text[: clocks[0].end] or clocks[0].until is not None
    dated = phrases(text[: clocks[0].end + 1], Context(year=_ANY_YEAR))
    counts = not clocks[0].sure and _measure().match(rest)
    if not exact or counts or not any(letter.isalpha() for letter in rest):
        return None
    return _Point(at, clocks[0], rest, loose=bool(dated))


def _begins_dated(text: str) -> bool:
    """Whether what looks like hours is a date: "05-02-2028 10:00"; not "7.10 Apologies"."""
    found = phrases(text[:_LONGEST_TITLE], Context(year=_ANY_YEAR))
    return bool(found) and found[0].start == 0 and len(found[0].words.split(maxsplit=1)[0]) > len("17.00")


@lru_cache(maxsize=1)
def _measure() -> re.Pattern[str]:
    """What figures are of that are no hours: "13-14 år"."""
    return re.compile(lexicon(ALL_LANGUAGES).word("measure"), re.IGNORECASE)


def _head(rows: tuple[Row, ...], first: int, setting: Setting) -> tuple[int, Item] | None:
    """The row above that says when the meeting is, and the meeting."""
    near = [at for at in range(first - 1, -1, -1) if not rows[at].blank][:_ABOVE]
    dated = [(at, item) for at in near if (item := _dated(rows, at, setting))]
    if not dated:
        return None
    at, item = next(((at, item) for at, item in dated if _announces(rows[at], item)), dated[0])
    return at, _named(rows, at, first, item)


def _dated(rows: tuple[Row, ...], at: int, setting: Setting) -> Item | None:
    """The item that a row with one day is, with the hours and the place of the labelled rows beside it."""
    if len(rows[at].text) > _LONGEST_TITLE // 2 and is_past(rows[at].text):
        return None
    item = read_item(rows[at].text, context_at(at, setting))
    if len(item.whens) != 1 or item.whens[0].precision not in {Precision.DATE, Precision.INSTANT}:
        return None
    beside = [rows[index].text for index in range(max(0, at - _BESIDE), min(len(rows), at + _BESIDE + 1))]
    hours = next((text for text in beside if _hours().match(text) and find_clocks(text, ALL_LANGUAGES)), "")
    if hours and item.whens[0].precision is Precision.DATE:
        clock = find_clocks(hours, ALL_LANGUAGES)[0]
        start, until = clock.on(item.whens[0].first, item.whens[0].last)
        item = replace(item, whens=(When.at(start, until).said(item.whens[0].words),))
    placed = (read_item(text, setting.context).place for text in beside if not item.place)
    return replace(item, place=item.place or next((place for place in placed if place), ""))


def _announces(row: Row, item: Item) -> bool:
    """Whether it is the day of the meeting and not of the letter: with a weekday, an hour, or its name."""
    words = lexicon(ALL_LANGUAGES)
    weekday = words.finder("weekday").search(row.text)
    return bool(item.whens[0].start or weekday or words.finder("meeting").search(row.text))


def _named(rows: tuple[Row, ...], at: int, first: int, item: Item) -> Item:
    """The item with a title of its own, or with that of the rows beside it."""
    around = (at - 1, *range(at + 1, first), at - 2)
    texts = (tidied(rows[index].text) for index in around if 0 <= index < first)
    beside = next((text for text in texts if _meets(text)), "")
    own = item.title if _titles(item.title) and not opens_stamped(item.title) else ""
    title = own if _meets(own) or not beside else beside
    if not title:
        name = list_name(rows, first, frozenset())
        title = name.title if name else item.title
    title = _CALLED.sub("", title) or title
    title = title[:1].upper() + title[1:]
    kind = kind_of(title, ALL_LANGUAGES)
    agenda = kind is Kind.EVENT and _agenda(rows, first)
    return replace(item, title=title, kind=Kind.MEETING if agenda else kind)


def _titles(title: str) -> bool:
    return any(letter.isalpha() for letter in title) and len(title) <= _LONGEST_TITLE


def _meets(title: str) -> bool:
    """Whether a title names a meeting."""
    return _titles(title) and kind_of(title, ALL_LANGUAGES) is Kind.MEETING


def _agenda(rows: tuple[Row, ...], first: int) -> bool:
    """Whether the points are called an agenda."""
    above = " ".join(row.text for row in rows[max(0, first - _ABOVE) : first])
    return bool(lexicon(ALL_LANGUAGES).finder("agenda").search(above))


def _lasting(when: When, run: list[_Point]) -> When:
    """From the first point, or as the head says, to the end of the last."""
    if when.until is not None:
        return when
    start = when.start or datetime.combine(when.first, time()) + timedelta(minutes=run[0].clock.minutes)
    final = run[-1]
    minutes = final.clock.until or (final.clock.minutes if _closing().match(final.text) else None)
    until = None if minutes is None else datetime.combine(when.first, time()) + timedelta(minutes=minutes)
    later = until if until is not None and until > start else None
    marks = {"uncertain": when.uncertain, "approximate": when.approximate}
    return When.at(start, later).marked(**marks).said(when.words)


@lru_cache(maxsize=1)
def _hours() -> re.Pattern[str]:
    """A row that says when by its label: "Tid: kl. 10-12"."""
    labels = "tid|tidspunkt|mødetidspunkt|mødetid|møtetid|klokkeslett|tidpunkt|time|kl"
    return re.compile(rf"\W*(?:{labels})(?:\.|\s?:|\s{{2}})", re.IGNORECASE)


@lru_cache(maxsize=1)
def _closing() -> re.Pattern[str]:
    """What the last line of an agenda says when nothing is left to do."""
    words = lexicon(ALL_LANGUAGES).patterns["closing"]
    return re.compile(rf"(?:{words})(?!\w)", re.IGNORECASE)
