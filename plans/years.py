"""Which year a plan is for: the nearest statement wins, the date of the minutes counts last."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from plans.atoms import Context
from plans.extracted import Row
from plans.layout import Region
from plans.lexicon import ALL_LANGUAGES, lexicon
from plans.phrases import phrases

_NEAR = 15  # rows with text above a plan that may say its year
_BEGINNING = 60  # rows of a document in which its own date stands
_SHORT = 90  # characters of a heading
_YEAR = re.compile(r"(?<![\d.,/-])(?P<year>20\d\d)(?:\s?[/–-]\s?(?:20)?\d\d)?(?![\d.,/-]\d|\d)")


def plan_year(rows: tuple[Row, ...], region: Region) -> int | None:
    """The year that a plan begins in, if anything says it."""
    return (
        region.blocks[0].marker.year
        or _heading_year(_above(rows, region.first), near=True)
        or _written_year(piece.text for block in region.blocks for piece in block.pieces)
        or _heading_year(rows, near=False)
        or _written_year(row.text for row in rows[:_BEGINNING])
    )


def names_plan(rows: tuple[Row, ...], region: Region) -> bool:
    """Whether a heading near above says that this is a plan."""
    return any(_is_title(row) for row in _above(rows, region.first))


def _above(rows: tuple[Row, ...], first: int) -> Iterator[Row]:
    """The rows with text above, the nearest first."""
    texts = (row for row in reversed(rows[:first]) if not row.blank)
    return (row for row, _ in zip(texts, range(_NEAR), strict=False))


def _is_title(row: Row) -> bool:
    return bool(lexicon(ALL_LANGUAGES).finder("plan").search(row.text))


def _heading_year(rows: Iterable[Row], *, near: bool) -> int | None:
    """The year in the first row that is like a heading: that names a plan, or is short and has no date."""
    for row in rows:
        year = year_in(row)
        if year and (_is_title(row) or (near and _like_heading(row))) and not _dated(row):
            return year
    return None


def year_in(row: Row) -> int | None:
    """The year that a row names; of "2026/27" the first."""
    found = _YEAR.search(row.text)
    return int(found["year"]) if found else None


def _like_heading(row: Row) -> bool:
    return row.heading or (len(row.text) <= _SHORT and not row.text.endswith((".", ",", ":", ";")))


def _dated(row: Row) -> bool:
    return any(phrase.when.known for phrase in phrases(row.text, Context(year=2000)))


def _written_year(texts: Iterable[str]) -> int | None:
    """The year that most dates in these texts are written with."""
    found = (
        phrase.when.first.year for text in texts for phrase in phrases(text, Context()) if phrase.when.known
    )
    common = Counter(found).most_common(1)
    return common[0][0] if common else None
