"""Plans that are bare lists of dates: "Møder i 2027" with one dated line for each.

They are taken only under a title that names a plan or meetings, and from three dated lines in a row on,
so that dates in prose and in headers of letters are none.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache

from council.when import Precision, When
from plans.atoms import Context
from plans.clocks import find_clocks
from plans.entries import Draft
from plans.extracted import Row
from plans.headings import year_in
from plans.items import Item, read_item
from plans.layout import Region
from plans.lexicon import ALL_LANGUAGES, lexicon
from plans.phrases import phrases
from plans.pieces import Piece, without_bullet
from plans.titles import tidied
from plans.years import document_year

_ANY_YEAR = 2000
_FEWEST = 3  # dated lines that make a list
_NEAR = 6  # rows with text between the title and the first of them
_LONGEST = 140  # characters of a line; sentences are longer
_DAYS = {Precision.DATE, Precision.INSTANT, Precision.RANGE}


def list_drafts(rows: tuple[Row, ...], taken: Iterable[Region]) -> Iterator[Draft]:
    """The items of all dated lists outside of the plans already `taken`."""
    inside = {at for region in taken for at in range(region.first, region.after)}
    free = [row for at, row in enumerate(rows) if at not in inside and not row.blank]
    run: list[Row] = []
    for at, row in enumerate([*free, Row(("",))]):
        if _dated(row):
            run.append(row)
            continue
        if len(run) >= _FEWEST:
            titles = _titles(free[: at - len(run)])
            yield from _drafts(run, titles, _year(titles) or document_year(rows))
        run = []


def _titles(before: list[Row]) -> list[Row]:
    """The rows above that say what the dates are for, the nearest first; those with a year before others."""
    near = [row for row in reversed(before[-_NEAR:]) if _names_meetings().search(row.text)]
    return sorted(near, key=lambda row: year_in(row) is None)


def _year(titles: list[Row]) -> int | None:
    return year_in(titles[0]) if titles else None


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


def _drafts(run: list[Row], titles: list[Row], year: int | None) -> Iterator[Draft]:
    if not titles:
        return
    hours = _hours(titles)
    for row in run:
        text = without_bullet(row.text)
        timed = text if find_clocks(text, ALL_LANGUAGES) or not hours else f"{text} {hours}"
        item = read_item(timed, Context(year=year))
        piece = Piece(row.text, row.page, row.line)
        yield Draft(_named(item, titles[0].text), piece, When.unknown(), None, yearless=year is None)


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
