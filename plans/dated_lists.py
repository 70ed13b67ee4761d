"""Plans that are bare lists of dates: "Møder i 2027" with one dated line for each.

They are taken only under a title that names a plan or meetings, and from three dated lines in a row on,
so that dates in prose and in headers of letters are none.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from council.when import Precision
from plans.atoms import Context
from plans.clocks import find_clocks
from plans.entries import Draft
from plans.extracted import Row
from plans.headings import year_in
from plans.items import Item, read_item
from plans.lexicon import ALL_LANGUAGES, lexicon
from plans.phrases import phrases
from plans.pieces import Piece, without_bullet
from plans.titles import tidied
from plans.sheet import Passage, Setting
from plans.years import context_at, onward

_ANY_YEAR = 2000
_FEWEST = 3  # dated lines that make a list
_NEAR = 6  # rows with text between the title and the first of them
_LONGEST = 140  # characters of a line; sentences are longer
_DAYS = {Precision.DATE, Precision.INSTANT, Precision.RANGE}


def dated_lists(rows: tuple[Row, ...], setting: Setting) -> Iterator[Passage]:
    """All lists of dates."""
    free = [(at, row) for at, row in enumerate(rows) if not row.blank]
    run: list[tuple[int, Row]] = []
    for place, (at, row) in enumerate([*free, (len(rows), Row(("",)))]):
        if _dated(row):
            run.append((at, row))
            continue
        if len(run) >= _FEWEST:
            titles = _titles([row for _, row in free[: place - len(run)]])
            found = tuple(_drafts(run, titles, context_at(rows, run[0][0], setting)))
            if found:
                yield Passage(frozenset(index for index, _ in run), found)
        run = []


def _titles(before: list[Row]) -> list[Row]:
    """The rows above that say what the dates are for, the nearest first; those with a year before others."""
    near = [row for row in reversed(before[-_NEAR:]) if _names_meetings().search(row.text)]
    return sorted(near, key=lambda row: year_in(row) is None)


def _hours(titles: list[Row]) -> str:
    """The time of day that holds for all: "Alle møder holdes kl. 14-15.30"."""
    undated = (row.text for row in titles if not phrases(row.text, Context(year=_ANY_YEAR)))
    found = ((text, find_clocks(text, ALL_LANGUAGES)) for text in undated)
    return next(
        (text[clocks[0].start : clocks[0].end] for text, clocks in found if clocks and clocks[0].sure), ""
    )


@lru_cache(maxsize=1)
def _names_meetings() -> re.Pattern[str]:
    patterns = lexicon(ALL_LANGUAGES).patterns
    return re.compile(rf"(?<!\w)(?:{patterns['plan']}|{patterns['meeting']})(?!\w)", re.IGNORECASE)


def _dated(row: Row) -> bool:
    """Whether a line is a date with a few words before or behind it."""
    text = without_bullet(row.text)
    if row.heading or len(text) > _LONGEST or not any(letter.isdigit() for letter in text):
        return False
    found = [each for each in phrases(text, Context(year=_ANY_YEAR)) if each.when.precision in _DAYS]
    if not found:
        return False
    first, last = found[0].start, max(each.end for each in found)
    return first == 0 or not text[last:].strip(" .,:;?)")


def _drafts(run: list[tuple[int, Row]], titles: list[Row], context: Context) -> Iterator[Draft]:
    if not titles:
        return
    hours, last = _hours(titles), None
    for at, row in run:
        text = without_bullet(row.text)
        timed = text if find_clocks(text, ALL_LANGUAGES) or not hours else f"{text} {hours}"
        item = read_item(timed, onward(context, last))
        last = next((when.last for when in reversed(item.whens) if when.known), last)
        piece = Piece(row.text, row.page, row.line, at=at)
        yield Draft(_named(item, titles[0].text), piece, yearless=context.year is None)


def _named(item: Item, title: str) -> Item:
    """A line that is nothing but a date is called what the list is called."""
    if any(letter.isalpha() for letter in item.title):
        return item
    name = read_item(tidied(_without_year().sub("", title)), Context())
    return replace(item, title=name.title, kind=name.kind, activity=name.activity)


@lru_cache(maxsize=1)
def _without_year() -> re.Pattern[str]:
    words = lexicon(ALL_LANGUAGES)
    return re.compile(rf"\s{{0,3}}(?:{words.word('of')})?\s{{0,3}}(?:19|20)\d\d.*$", re.IGNORECASE)
