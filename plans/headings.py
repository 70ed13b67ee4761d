"""Titles of plans, and the years in them."""

import re
from collections.abc import Iterator
from functools import lru_cache

from plans.extracted import Row
from plans.lexicon import ALL_LANGUAGES, lexicon

_SHORT = 90  # characters of a heading
_SPARSE = 8  # rows looked at for each one with text
_YEAR = re.compile(r"(?<![\d.,/-])(?P<year>20\d\d)(?:\s?[/–-]\s?(?:20)?\d\d)?(?![\d.,/-]\d|\d)")

_YEARS = re.compile(
    r"(?<![\d.,/-])(?P<first>20\d\d)(?:\s?[/–-]\s?(?P<last>20\d\d|\d\d)(?!\d|[./-]\d))?(?![\d.,/-]\d|\d)"
)


def above(rows: tuple[Row, ...], first: int, near: int) -> Iterator[Row]:
    """The rows with text above this one, the nearest first, so many at most."""
    earliest = max(-1, first - near * _SPARSE - 1)
    texts = (rows[at] for at in range(first - 1, earliest, -1) if not rows[at].blank)
    return (row for row, _ in zip(texts, range(near), strict=False))


def names_plan(row: Row) -> bool:
    """Whether a row has a word for a plan: "Aktivitetsoversigt", "Årshjul"."""
    return bool(lexicon(ALL_LANGUAGES).finder("plan").search(row.text))


def like_heading(row: Row) -> bool:
    """Whether a row is a heading, or as short as one and no sentence."""
    return row.heading or (len(row.text) <= _SHORT and not row.text.endswith((".", ",", ":", ";")))


def year_in(row: Row) -> int | None:
    """The year that a row names; of "2026/27" the first."""
    found = _YEAR.search(row.text)
    return int(found["year"]) if found else None


def stated_years(row: Row) -> tuple[int, int] | None:
    """The years that a row states: one, or two that follow each other ("2027/28", "høst 2027, vår 2028").

    "2022-2025" is a term and no year.
    """
    found = _YEARS.search(row.text)
    if found is None:
        return None
    first = int(found["first"])
    others = [int(each["first"]) for each in _YEARS.finditer(row.text)]
    seasonal = len(others) > 1 and lexicon(ALL_LANGUAGES).finder("season").search(row.text)
    last = _century(found["last"], first) if found["last"] else max(others) if seasonal else first
    return (first, last) if last - first in {0, 1} else None


def _century(last: str, first: int) -> int:
    return int(last) if len(last) > len("27") else first - first % 100 + int(last)


def titled_year(row: Row) -> int | None:
    """The year of a title whatever follows: "Aktivitetsplan 2027, revideret 1. marts"."""
    found = _titled().search(row.text) if len(row.text) <= _SHORT and "20" in row.text else None
    return int(found["year"]) if found else None


def begins_plan(row: Row) -> bool:
    """Whether a row is the title of the next plan, not that of this one once more ("fortsat")."""
    return titled_year(row) is not None and not lexicon(ALL_LANGUAGES).finder("continued").search(row.text)


@lru_cache(maxsize=1)
def _titled() -> re.Pattern[str]:
    patterns = lexicon(ALL_LANGUAGES).patterns
    between = rf"\W{{1,3}}(?:(?:{patterns['around']})\s)?"
    return re.compile(rf"(?<!\w)(?:{patterns['plan']}){between}{_YEAR.pattern}", re.IGNORECASE)
