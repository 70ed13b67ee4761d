"""What stands in a plan and was not understood: nothing is dropped silently."""

from collections.abc import Iterator

from council.records import Source
from plans.columns import names_columns
from plans.entries import Draft, understood
from plans.extracted import Row
from plans.headings import above, names_plan
from plans.layout import Region
from plans.pieces import Piece, has_bullet

_FARTHEST = 30  # rows above the first month
_TITLE_ABOVE = 2  # rows with text between a plan's title and the first bullet under it
_FEWEST = 2  # cells that say something in a row of a table


def unplaced(
    rows: tuple[Row, ...], plans: list[Region], found: list[Draft], document: str
) -> Iterator[Source]:
    """Everything in these plans that is no entry."""
    read = {(draft.piece.line, draft.piece.page) for draft in found}
    for draft in found:
        if not understood(draft):
            yield _source(draft.piece, document)
    for region in plans:
        first = (piece for piece in _before(rows, region) if (piece.line, piece.page) not in read)
        yield from (_source(piece, document) for piece in first)
        for block in region.blocks:
            yield from (_source(piece, document) for piece in block.unplaced)


def _before(rows: tuple[Row, ...], region: Region) -> Iterator[Piece]:
    """What stands above the first month: rows of the same table, bullets under the plan's title."""
    start = region.first
    while start > max(0, region.first - _FARTHEST) and _belongs(rows[start - 1], rows[region.first]):
        start -= 1
    titled = any(names_plan(row) for row in above(rows, start, _TITLE_ABOVE))
    for row in rows[start : region.first]:
        if not row.blank and (titled or row.table) and not names_columns(row):
            yield Piece(row.text, row.page, row.line)


def _belongs(row: Row, first: Row) -> bool:
    if row.table or row.heading:
        told = sum(bool(cell) for cell in row.cells)
        return row.table == first.table and told >= _FEWEST and not row.heading
    return row.blank or has_bullet(row.text) or names_columns(row)


def _source(piece: Piece, document: str) -> Source:
    return Source(document, piece.text, piece.page, piece.line)
