"""What stands in a plan and was not understood: nothing is dropped silently."""

from collections.abc import Iterator

from plans.columns import names_columns
from plans.entries import Draft, understood
from plans.extracted import Row
from plans.headings import above, names_plan
from plans.layout import Region
from plans.pieces import Piece, has_bullet

_FARTHEST = 30  # rows above the first month
_TITLE_ABOVE = 2  # rows with text between a plan's title and the first bullet under it
_FEWEST = 2  # cells that say something in a row of a table


def unplaced(rows: tuple[Row, ...], region: Region, found: list[Draft]) -> Iterator[Piece]:
    """Everything in a plan that is no entry."""
    for draft in found:
        if not understood(draft):
            yield draft.piece
    yield from _before(rows, region)
    for block in region.blocks:
        yield from block.unplaced


def _before(rows: tuple[Row, ...], region: Region) -> Iterator[Piece]:
    """What stands above the first month: rows of the same table, bullets under the plan's title."""
    start = region.first
    while start > max(0, region.first - _FARTHEST) and _belongs(rows[start - 1], rows[region.first]):
        start -= 1
    titled = any(names_plan(row) for row in above(rows, start, _TITLE_ABOVE))
    for at, row in enumerate(rows[start : region.first], start=start):
        if not row.blank and (titled or row.table) and not names_columns(row):
            yield Piece(row.text, row.page, row.line, at=at)


def _belongs(row: Row, first: Row) -> bool:
    if row.table or row.heading:
        told = sum(bool(cell) for cell in row.cells)
        return row.table == first.table and told >= _FEWEST and not row.heading
    return row.blank or has_bullet(row.text) or names_columns(row)
