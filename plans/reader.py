"""The reader of plans: rows of a document in, its plan out. Pure, and the same every time.

extract -> lines -> layouts -> date phrases -> entries -> judgement; `docs/reading-plans.md` tells of each.
"""

from collections.abc import Iterator
from dataclasses import replace

from council.records import Reading, Source
from plans.agendas import agendas
from plans.amendments import Amendment, amended
from plans.dated_lists import dated_lists
from plans.defaults import timed
from plans.entries import Draft, entries
from plans.extracted import Extracted, Row
from plans.judgement import joined
from plans.lines import clean_rows, numbered_pages_out
from plans.matrices import by_matrix
from plans.mending import mended
from plans.misprints import doubted
from plans.months import by_month
from plans.pieces import Piece
from plans.prose import prose
from plans.records import by_record
from plans.sheet import Layout, Passage, Setting, without
from plans.stamps import only_stamped

LAYOUTS: tuple[Layout, ...] = (by_matrix, agendas, by_record, by_month, dated_lists, prose)
"""In the order in which they claim rows: the surest first."""


def read_document(document: Extracted, *, name: str, year: int | None = None) -> Reading:
    """Read the plan in a document; without one the reading is empty. Never raises.

    Args:
        document: its rows.
        name: what the reading and its sources call it.
        year: the year that is meant where the document says none.

    What stands in the plan and was not understood is listed in `unplaced`.
    """
    printed = clean_rows(document.rows)
    rows = numbered_pages_out(mended(printed))
    found: list[Draft] = []
    left: list[Piece] = []
    changes: list[Amendment] = []
    setting = Setting(rows, year)
    for passages in _laid_out(rows, setting):
        found = joined(found, [draft for passage in passages for draft in passage.drafts])
        left += [piece for passage in passages for piece in passage.unplaced]
        changes += [change for passage in passages for change in passage.amendments]
    found = amended(list(timed(found, setting.said)), changes)
    found.sort(key=lambda draft: draft.piece.at)
    told = (replace(entry, source=replace(entry.source, document=name)) for entry in document.entries)
    read = (*told, *entries([_as_printed(draft, printed, rows) for draft in found], name))
    return Reading(
        document=name,
        entries=read,
        unplaced=(
            *(replace(source, document=name) for source in document.unplaced),
            *(_source(piece, name) for piece in sorted(left, key=lambda piece: piece.at)),
        ),
        year=next((entry.printed.when.first.year for entry in read if entry.printed.when.known), year),
    )


def _laid_out(rows: tuple[Row, ...], setting: Setting) -> Iterator[list[Passage]]:
    """What each layout makes of the rows that those before it left."""
    for layout in LAYOUTS:
        passages = list(layout(rows, setting))
        if layout is not agendas:
            passages = [replace(each, drafts=_unstamped(each.drafts)) for each in passages]
        yield passages
        rows = without(rows, frozenset(at for passage in passages for at in passage.rows))


def _unstamped(drafts: tuple[Draft, ...]) -> tuple[Draft, ...]:
    """The drafts without those that are on the date of the document itself."""
    return tuple(draft for draft in drafts if not only_stamped(draft.piece.text))


def _as_printed(draft: Draft, printed: tuple[Row, ...], rows: tuple[Row, ...]) -> Draft:
    """A draft with the words of the document where a misprint was repaired, and what to ask of it."""
    at = draft.piece.at
    if at >= len(rows) or rows[at] == printed[at]:
        return draft
    return doubted(replace(draft, piece=replace(draft.piece, words=printed[at].text)), printed[at])


def _source(piece: Piece, document: str) -> Source:
    return Source(document, piece.text, piece.page, piece.line)
