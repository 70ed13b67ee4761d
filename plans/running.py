"""Running heads and feet: lines that stand at the top or foot of several pages.

A line that is the same on each is kept once, since the title of a plan may be nowhere else; one with a
whole date is the document's own and is not. Lines that differ in a number only count the pages; lines of
a list do not, however alike they are.
"""

import re
from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache

from plans.extracted import Row
from plans.lexicon import ALL_LANGUAGES, lexicon

_EDGE = 2  # lines at the top and at the foot of a page that may run
_MOST_PAGES = 1000  # more is a year
_NUMBER = re.compile(r"\d+")


def running(rows: Sequence[Row]) -> frozenset[int]:
    """The indexes of the rows that are furniture of their pages."""
    places: dict[str, list[int]] = defaultdict(list)
    pages = _pages(rows)
    for lines in pages.values():
        for at in dict.fromkeys((*lines[:_EDGE], *lines[-_EDGE:])):
            places[_NUMBER.sub("#", rows[at].text).strip()].append(at)
    often = max(1, len(pages) // 3)
    found: set[int] = set()
    for there in places.values():
        if len({rows[at].page for at in there}) > often:
            found |= _furniture(rows, there)
    return frozenset(found)


def _pages(rows: Sequence[Row]) -> dict[int, list[int]]:
    """The indexes of the lines of each page."""
    pages: dict[int, list[int]] = defaultdict(list)
    for at, row in enumerate(rows):
        if row.page is not None and not row.blank and not row.table:
            pages[row.page].append(at)
    return pages


def _furniture(rows: Sequence[Row], there: list[int]) -> set[int]:
    """Which of some lines of one shape belong to their pages."""
    texts = {rows[at].text for at in there}
    if len(texts) == 1 and _date().search(rows[there[0]].text):
        return set(there)
    if _timely().search(rows[there[0]].text):
        return set()
    if len(texts) == 1:
        return set(there[1:])
    return set(there) if _counts_pages(rows, there) else set()


def _counts_pages(rows: Sequence[Row], there: list[int]) -> bool:
    """Whether the numbers of lines differ only in one that grows with the pages."""
    counted = [tuple(map(int, _NUMBER.findall(rows[at].text)[:9])) for at in there]
    pages = [rows[at].page or 0 for at in there]
    varying = [place for place in zip(*counted, strict=True) if len(set(place)) > 1]
    return all(max(place) < _MOST_PAGES for place in varying) and all(
        len({number - page for number, page in zip(place, pages, strict=True)}) == 1 for place in varying
    )


@lru_cache(maxsize=1)
def _timely() -> re.Pattern[str]:
    """What stands in lines of a plan: a month, a weekday, a week, "12/4"."""
    patterns = lexicon(ALL_LANGUAGES).patterns
    words = "|".join(patterns[role] for role in ("full month", "full weekday", "week", "season"))
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)|\d{{1,2}}/\d{{1,2}}(?!\d)", re.IGNORECASE)


@lru_cache(maxsize=1)
def _date() -> re.Pattern[str]:
    """A date with its year."""
    month = lexicon(ALL_LANGUAGES).patterns["month"]
    return re.compile(
        rf"\d{{1,2}}[./-]\s?\d{{1,2}}[./-]\s?(?:20)?\d\d(?!\d)|\d{{1,2}}\.?\s(?:{month})\.?\s20\d\d|20\d\d-\d\d-\d\d",
        re.IGNORECASE,
    )
