"""Which year is meant: the nearest statement wins, the date of the minutes counts last."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from plans.atoms import Context
from plans.extracted import Row
from plans.headings import above, like_heading, names_plan, titled_year, year_in
from plans.layout import Region
from plans.phrases import phrases
from plans.sheet import Setting
from plans.stated import dated

_NEAR = 15  # rows with text above a plan that may say its year
_BEGINNING = 60  # rows of a document in which its own date stands
_SEASON = 8  # a school year or a season begins in August
_FIRST = 4  # no season of a list in order begins before April
_SEEN = 4  # entries by which that is seen
_LATE, _MIDDLE = 9, 6  # behind a date in September or later, one before June is in the next year


def context_at(at: int, setting: Setting) -> Context:
    """What the rows above say of the year of the row at this index.

    The nearest heading or introduction with a year, else the title of a plan anywhere, else the year that
    was asked for, else that of the document's own date, seen from which what is over is next year's.
    """
    base, stated = setting.context, setting.stated
    if said := stated.above(at):
        first, last = said
        return replace(base, year=first, turn=_SEASON if last > first else 0)
    if year := stated.titled or setting.year:
        return replace(base, year=year)
    if stated.written is None:
        return base
    if stated.speaks_of_next_year(at, _NEAR):
        return replace(base, year=stated.written.year + 1, guessed=True)
    return replace(base, year=stated.written.year, turn=stated.written.month, guessed=True)


def onward(context: Context, last: date | None) -> Context:
    """What is known in a list behind a date: its year, or that of months which begin again."""
    if last is None or (context.turn and last.year <= (context.year or 0) + (context.turn == _SEASON)):
        return context
    return replace(context, year=last.year, turn=_MIDDLE if last.month >= _LATE else 0)


def from_first(context: Context, months: Sequence[int]) -> Context:
    """A season in which a list in order begins before August: "6 June", "5 September", "6 March 2029"."""
    begins = months[0] if months else 0
    later = any(month >= context.turn for month in months[:_SEEN])
    early = _FIRST <= begins < context.turn
    return replace(context, turn=begins) if context.turn == _SEASON and early and later else context


def plan_year(rows: tuple[Row, ...], region: Region, setting: Setting) -> tuple[int | None, int]:
    """The year that a plan by months begins in, if anything says it, and the month if it is a season's."""
    said, marker = setting.stated.above(region.first), region.blocks[0].marker
    if said and said[1] > said[0] and marker.year in {None, said[0] + (marker.month < _SEASON)}:
        return said[0], _SEASON
    return _plan_year(rows, region, setting), 0


def _plan_year(rows: tuple[Row, ...], region: Region, setting: Setting) -> int | None:
    return (
        region.blocks[0].marker.year
        or _heading_year(above(rows, region.first, _NEAR), near=True)
        or _written_year(piece.text for block in region.blocks for piece in block.pieces)
        or _heading_year(rows, near=False)
        or setting.year
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
        if "20" not in row.text:
            continue
        year = titled_year(row) or (None if dated(row) else year_in(row))
        if year and (names_plan(row) or (near and like_heading(row))):
            return year
    return None


def _written_year(texts: Iterable[str]) -> int | None:
    """The year that most dates in these texts are written with."""
    found = (
        phrase.when.first.year for text in texts for phrase in phrases(text, Context()) if phrase.when.known
    )
    common = Counter(found).most_common(1)
    return common[0][0] if common else None
