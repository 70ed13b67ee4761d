"""Where in a document the plan is: months with what stands beside or below them.

A region is a run of markers ("Januar", "Februar", …) in the order of the calendar. Between its first and
its last marker everything belongs to it, or is kept as not understood; after the last one only what
clearly goes on does.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from enum import StrEnum

from plans.columns import names_columns
from plans.days import day_cell, month_name, with_month
from plans.extracted import Row
from plans.headings import above, begins_plan, names_plan
from plans.markers import ANY_TIME, Marker, marker, marker_of
from plans.phrases import opens_dated
from plans.pieces import Piece, ends_open, goes_on, has_bullet, items, number_of

_FARTHEST = 120  # rows between two markers of one region
_LONGEST_ITEM = 400  # characters of one line
_NUMBERED = re.compile(r"^\d{1,2}\.\s{0,3}[A-ZÆØÅ][^\W\d_]+(?!\.?\s(?:19|20)\d\d$)")
_DAY_LAST = re.compile(r"(?<!\w)\d{1,2}(?P<stop>\.?)$")
_TITLE_ABOVE = 3  # rows with text between a plan's title and its first month
_NEW_YEAR = (10, 3)  # a plan that turns the year does so from October or later to March or earlier


@dataclass(slots=True)
class Block:
    """One marker with the pieces that stand under it, and the rows there that were not understood."""

    marker: Marker
    row: Row
    beside: bool
    pieces: list[Piece] = field(default_factory=list)
    unplaced: list[Piece] = field(default_factory=list)

    def take(self, row: Row, cells: tuple[str, ...], at: int) -> None:
        """Put the texts of a row (that with the index `at`) under this marker."""
        told = [cell for cell in cells if cell]
        text = " ".join(told)
        if self.marker.single and len(told) > 1 and day_cell(told[0]):
            said = with_month(told[0], month_name(self.marker.month), " ".join(told[1:]))
            self.pieces.append(Piece(said, row.page, row.line, fresh=True, at=at, words=text))
            return
        if len(told) > 1 and marker(told[0]):
            said = f"{told[0]}: {' '.join(told[1:])}"
            self.pieces.append(Piece(said, row.page, row.line, fresh=True, at=at, words=text))
            return
        listed = bool(self.pieces) and has_bullet(self.pieces[0].text)
        fresh = not listed and opens_dated(text) and not ends_open(self.last_text)
        piece = Piece(text, row.page, row.line, fresh=fresh, at=at)
        one = row is self.row and len(row.cells) == 1 and len(items([piece])) == 1
        self.pieces.append(replace(piece, words=row.text) if one else piece)

    @property
    def last_text(self) -> str:
        """The text taken last, or ""."""
        return self.pieces[-1].text if self.pieces else ""


@dataclass(frozen=True, slots=True)
class Region:
    """A plan in a document: its blocks, the index of its first row and of the first one after it."""

    blocks: tuple[Block, ...]
    first: int
    after: int


class _Verdict(StrEnum):
    TAKE = "take"
    SKIP = "skip"
    UNPLACED = "unplaced"
    END = "end"


def regions(rows: tuple[Row, ...]) -> Iterator[Region]:
    """All runs of markers in the document; whether they are plans is judged later."""
    at = 0
    while at < len(rows):
        if _begins(rows, at):
            region = _walk(rows, at)
            yield region
            at = max(region.after, at + 1)
        else:
            at += 1


def _begins(rows: tuple[Row, ...], at: int) -> bool:
    """Whether a plan may begin here: at a month, at "JANUAR Opstart" only in capitals or under a title."""
    if marker_of(rows[at]):
        return True
    if not marker_of(rows[at], loosely=True):
        return False
    capitals = rows[at].text.split(maxsplit=1)[0].isupper()
    return capitals or any(names_plan(row) for row in above(rows, at, _TITLE_ABOVE))


def _walk(rows: tuple[Row, ...], first: int) -> Region:
    blocks: list[Block] = []
    at, gap, inside_until = first, False, first
    while at < len(rows):
        row = rows[at]
        opened = None if row.blank else _opened(row, at, blocks, gap=gap)
        if opened:
            blocks.append(opened)
        elif not row.blank:
            if at >= inside_until:
                inside_until = _next_marker(rows, at, blocks[-1])
            verdict = _verdict(row, blocks[-1], gap=gap, inside=at < inside_until)
            if verdict is _Verdict.END:
                break
            _apply(verdict, row, at, blocks[-1])
        gap = row.blank
        at += 1
    return Region(tuple(blocks), first, at)


def _opened(row: Row, at: int, blocks: list[Block], *, gap: bool) -> Block | None:
    """The block that a row opens, if it is the next marker, and not the rest of "den 3." above it."""
    last = blocks[-1].marker if blocks else None
    found = marker_of(row, after=last, loosely=not blocks or blocks[-1].beside)
    if found is None or (last and (not _follows(last, found[0]) or _part_of(found[0], last))):
        return None
    if blocks and not gap and not any(found[1]) and _broken_off(blocks[-1].last_text, row):
        return None
    marker, cells = found
    block = Block(marker, row, beside=any(cells))
    if block.beside:
        block.take(row, cells, at)
    return block


def _part_of(marker: Marker, month: Marker) -> bool:
    """Whether a marker is a time within the month above it: "Medio april: Dugnad" under "APRIL"."""
    inside = marker.month == marker.last_month == month.month
    return month.single and not marker.single and inside and marker.year in {None, month.year}


def _broken_off(before: str, row: Row) -> bool:
    """Whether a date was broken off before its month: "den 3." above "Juni", but not "kl. 18"."""
    day = _DAY_LAST.search(before)
    return bool(day and (day["stop"] or row.cells[0][:1].islower()))


def _begins_anew(row: Row, block: Block) -> bool:
    """Whether the months begin again: another plan, or one out of order."""
    found = marker_of(row)
    return bool(found and not _follows(block.marker, found[0]) and not _broken_off(block.last_text, row))


def _follows(last: Marker, then: Marker) -> bool:
    if last.year and then.year and last.year != then.year:
        return then.year > last.year
    if ANY_TIME in {last.month, then.month}:
        return True
    turns = last.month >= _NEW_YEAR[0] and then.month <= _NEW_YEAR[1]
    return then.month >= last.month or turns


def _next_marker(rows: tuple[Row, ...], at: int, block: Block) -> int:
    """The index of the next marker of this region; `at` itself if there is none."""
    last = block.marker
    for ahead in range(at, min(len(rows), at + _FARTHEST)):
        row = rows[ahead]
        found = None if row.blank else marker_of(row, after=last, loosely=block.beside)
        if found:
            return ahead if _follows(last, found[0]) else at
        if _breaks(row):
            return at
    return at


def _breaks(row: Row) -> bool:
    """Whether a row begins something else: a heading, a numbered item of the agenda, the next plan."""
    return row.heading or bool(_NUMBERED.match(row.cells[0])) or begins_plan(row)


def _verdict(row: Row, block: Block, *, gap: bool, inside: bool) -> _Verdict:
    """What to do with a row that is no marker, under this block."""
    listed = _counts_on(row, block)
    if (_breaks(row) and not listed) or _begins_anew(row, block):
        return _Verdict.END
    first, rest = row.cells[0], row.cells[1:]
    if first and any(rest):
        dated = day_cell(first) or opens_dated(row.text) or marker(first) is not None
        return _Verdict.TAKE if dated else _beside_others(row, block, inside=inside)
    text = first or row.text
    if listed or has_bullet(text) or (row.table and not first):
        return _Verdict.TAKE
    if len(text) > _LONGEST_ITEM:
        return _Verdict.UNPLACED if inside else _Verdict.END
    plain = not block.beside and not has_bullet(block.pieces[0].text if block.pieces else "")
    goes = plain or inside if not gap else plain and (inside or not block.pieces)
    if goes or (not gap and not first) or (block.last_text and goes_on(block.last_text, text)):
        return _Verdict.TAKE
    return _Verdict.UNPLACED if inside else _Verdict.END


def _counts_on(row: Row, block: Block) -> bool:
    """Whether a numbered row is the next of a list in this block, not of the agenda: "1.", then "2."."""
    number = None if row.heading else number_of(row.text)
    before = 0 if not block.pieces else number_of(block.last_text)
    return number is not None and before is not None and number == before + 1


def _beside_others(row: Row, block: Block, *, inside: bool) -> _Verdict:
    """A row of a table whose first cell is no month: a heading, or one that was not understood."""
    if names_columns(row):
        return _Verdict.SKIP
    same = row.table != 0 and row.table == block.row.table
    return _Verdict.UNPLACED if inside or same else _Verdict.END


def _apply(verdict: _Verdict, row: Row, at: int, block: Block) -> None:
    if verdict is _Verdict.TAKE:
        block.take(row, row.cells, at)
    elif verdict is _Verdict.UNPLACED:
        block.unplaced.append(Piece(row.text, row.page, row.line, at=at))
