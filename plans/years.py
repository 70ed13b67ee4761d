"""Which year a plan is for: the nearest statement wins, the date of the minutes counts last."""

from collections import Counter
from collections.abc import Iterable

from plans.atoms import Context
from plans.extracted import Row
from plans.headings import above, like_heading, names_plan, titled_year, year_in
from plans.layout import Region
from plans.phrases import phrases

_NEAR = 15  # rows with text above a plan that may say its year
_BEGINNING = 60  # rows of a document in which its own date stands


def plan_year(rows: tuple[Row, ...], region: Region) -> int | None:
    """The year that a plan begins in, if anything says it."""
    return (
        region.blocks[0].marker.year
        or _heading_year(above(rows, region.first, _NEAR), near=True)
        or _written_year(piece.text for block in region.blocks for piece in block.pieces)
        or _heading_year(rows, near=False)
        or document_year(rows)
    )


def document_year(rows: tuple[Row, ...]) -> int | None:
    """The year in which the document itself was written."""
    return _written_year(row.text for row in rows[:_BEGINNING])


def under_title(rows: tuple[Row, ...], region: Region) -> bool:
    """Whether a heading near above says that this is a plan."""
    return any(names_plan(row) for row in above(rows, region.first, _NEAR))


def _heading_year(rows: Iterable[Row], *, near: bool) -> int | None:
    """The year in the first row that is like a heading: that names a plan, or is short and has no date."""
    for row in rows:
        year = titled_year(row) or (None if _dated(row) else year_in(row))
        if year and (names_plan(row) or (near and like_heading(row))):
            return year
    return None


def _dated(row: Row) -> bool:
    return any(phrase.when.known for phrase in phrases(row.text, Context(year=2000)))


def _written_year(texts: Iterable[str]) -> int | None:
    """The year that most dates in these texts are written with."""
    found = (
        phrase.when.first.year for text in texts for phrase in phrases(text, Context()) if phrase.when.known
    )
    common = Counter(found).most_common(1)
    return common[0][0] if common else None
