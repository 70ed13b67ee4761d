"""Plans that are bare lists of dates: "Møder i 2027" with one dated line for each.

They are taken only under a title that names a plan or meetings, and from three dated lines in a row on,
so that dates in prose and in headers of letters are none.
"""

import re
from collections.abc import Iterable, Iterator
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
            yield from _drafts(run, _title(free[: at - len(run)]))
        run = []


def _title(before: list[Row]) -> Row | None:
    """The nearest row above that says what the dates are for."""
    near = reversed(before[-_NEAR:])
    return next((row for row in near if _names_meetings().search(row.text)), None)


@lru_cache(maxsize=1)
def _names_meetings() -> re.Pattern[str]:
    patterns = lexicon(ALL_LANGUAGES).patterns
    return re.compile(rf"(?<!\w)(?:{patterns['plan']}|{patterns['meeting']})(?!\w)", re.IGNORECASE)


def _dated(row: Row) -> bool:
    """Whether a line is a date with a few words before or behind it."""
    text = without_bullet(row.text)
    if row.heading or len(text) > _LONGEST or not any(letter.isdigit() for letter in text):
        return False
    found = [each for each in phrases(text, Context(year=2000)) if each.when.precision in _DAYS]
    if not found:
        return False
    first, last = found[0].start, max(each.end for each in found)
    return first == 0 or not text[last:].strip(" .,:;?)")


def _drafts(run: list[Row], title: Row | None) -> Iterator[Draft]:
    if title is None:
        return
    year = year_in(title)
    clocks = find_clocks(title.text, ALL_LANGUAGES)
    hours = title.text[clocks[0].start : clocks[0].end] if clocks and clocks[0].sure else ""
    for row in run:
        text = without_bullet(row.text)
        timed = text if find_clocks(text, ALL_LANGUAGES) or not hours else f"{text} {hours}"
        item = read_item(timed, Context(year=year))
        piece = Piece(row.text, row.page, row.line)
        yield Draft(_named(item, title.text), piece, When.unknown(), None, yearless=year is None)


def _named(item: Item, title: str) -> Item:
    """A line that is nothing but a date is called what the list is called."""
    if any(letter.isalpha() for letter in item.title):
        return item
    return read_item(tidied(_without_year().sub("", title)), Context()).at(item.whens, item.questions)


@lru_cache(maxsize=1)
def _without_year() -> re.Pattern[str]:
    words = lexicon(ALL_LANGUAGES)
    return re.compile(rf"\s{{0,3}}(?:{words.word('of')})?\s{{0,3}}(?:19|20)\d\d.*$", re.IGNORECASE)
