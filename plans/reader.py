"""The reader of plans: rows of a document in, its plan out. Pure, and the same every time.

extract -> lines -> columns -> layout -> date phrases -> entries -> judgement;
`docs/reading-plans.md` tells of each.
"""

from collections.abc import Iterator

from council.records import Reading, Source
from plans.columns import without_columns
from plans.dated_lists import list_drafts
from plans.entries import Draft, drafts, entries, understood
from plans.extracted import Extracted
from plans.judgement import is_plan, news
from plans.layout import Region, regions
from plans.lines import clean_rows
from plans.pieces import Piece
from plans.years import plan_year


def read_document(document: Extracted, *, name: str) -> Reading:
    """Read the plan in a document; without one the reading is empty. Never raises.

    What stands in the plan and was not understood is listed in `unplaced`.
    """
    rows = tuple(without_columns(clean_rows(document.rows)))
    plans = [region for region in regions(rows) if is_plan(rows, region)]
    years = [plan_year(rows, region) for region in plans]
    found = [draft for region, year in zip(plans, years, strict=True) for draft in drafts(region, year)]
    found += news(found, list_drafts(rows, plans))
    return Reading(
        document=name,
        entries=tuple(entries([draft for draft in found if understood(draft)], name)),
        unplaced=tuple(_unplaced(plans, found, name)),
        year=next((year for year in years if year), None),
    )


def _unplaced(plans: list[Region], found: list[Draft], name: str) -> Iterator[Source]:
    for draft in found:
        if not understood(draft):
            yield _source(draft.piece, name)
    for region in plans:
        for block in region.blocks:
            yield from (_source(piece, name) for piece in block.unplaced)


def _source(piece: Piece, name: str) -> Source:
    return Source(name, piece.text, piece.page, piece.line)
