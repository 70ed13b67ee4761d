"""Rows of a PDF: on every page the lines with their columns, and the cells of ruled tables."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from plans.extracted import Extracted, Row
from plans.geometry import Line, lines, printed_lines
from plans.grids import Grid, Rule, grids
from plans.limits import Limits
from plans.newspaper import sections
from plans.pieces import has_bullet
from plans.unreadable import Reason, UnreadableDocument
from plans.words import Letter, Word, words

if TYPE_CHECKING:
    from plans.pdf_pages import Pages

_END = b"%%EOF"
_END_WITHIN = 4096  # bytes from the end; some programs append a little
_FEWEST = 10  # letters in a document; a scan has none, or a stamp
_LARGER = 1.2  # times as high as most lines: a heading
_LONGEST = 90  # characters of a heading
_DATED = re.compile(r"\d\s?[./]\s?\d|(?<!^)\b\d{1,2}\.")  # more than the number of a chapter

Heard = Callable[[int, int], None]
"""Is told how many pages of how many have been read; first 0."""


class _Placed(NamedTuple):
    """A row with what is needed to tell whether it is a heading; `size` is 0 in tables."""

    row: Row
    size: float = 0.0
    bold: bool = False


def extract_pdf(data: bytes, limits: Limits, heard: Heard = lambda _page, _pages: None) -> Extracted:
    """The lines and table rows of a PDF, page by page.

    Raises:
        UnreadableDocument: encrypted, cut off or broken, too many pages, or a scan.
    """
    from plans.pdf_pages import Pages  # noqa: PLC0415  # PDFium is for the worker alone

    if _END not in data[-_END_WITHIN:]:
        raise UnreadableDocument(Reason.DAMAGED)
    pages = Pages(data)
    try:
        placed = list(_placed(pages, limits, heard))
    finally:
        pages.close()
    if sum(letter.isalpha() for each in placed for letter in each.row.text) < _FEWEST:
        raise UnreadableDocument(Reason.NO_TEXT)
    return Extracted(tuple(_with_headings(placed)))


def _placed(pages: "Pages", limits: Limits, heard: Heard) -> Iterator[_Placed]:
    """The rows of all pages, a blank one at the end of each.

    Raises:
        UnreadableDocument: too many pages or lines, or a broken one.
    """
    count, total, tables = len(pages), 0, 0
    if count > limits.pages:
        raise UnreadableDocument(Reason.TOO_LONG)
    heard(0, count)
    for number, (letters, rules) in enumerate(pages.prints(), start=1):
        page = list(_page(letters, rules, number, tables))
        tables = max([tables, *(each.row.table for each in page)])
        total += len(page)
        if total > limits.pdf_lines:
            raise UnreadableDocument(Reason.TOO_LONG)
        yield from page
        yield _Placed(Row(("",), page=number))
        heard(number, count)


def _page(letters: list[Letter], rules: list[Rule], number: int, tables: int) -> Iterator[_Placed]:
    """The rows of one page; those of its ruled tables where they stand among the lines."""
    free, ruled = _sorted_out(words(letters), list(grids(rules)))
    parts = [list(_of_lines(lines(part), number)) for part in sections(free)] if free else [[]]
    ends = [max((top for top, _ in part), default=0.0) for part in parts]
    for at, (grid, inside) in enumerate(ruled, start=tables + 1):
        home = next((place for place, end in enumerate(ends) if end >= grid.ys[0]), len(parts) - 1)
        parts[home] += _of_grid(grid, inside, number, at)
    for part in parts:
        for _, placed in sorted(part, key=lambda each: each[0]):
            yield placed


def _sorted_out(
    every: list[Word], ruled: list[Grid]
) -> tuple[list[Word], list[tuple[Grid, dict[tuple[int, int], list[Word]]]]]:
    """The words outside of tables, and the words of each table by the cells they stand in."""
    free: list[Word] = []
    inside: list[dict[tuple[int, int], list[Word]]] = [{} for _ in ruled]
    for word in every:
        for grid, cells in zip(ruled, inside, strict=True):
            slot = grid.slot((word.x0 + word.x1) / 2, word.middle)
            if slot:
                cells.setdefault(slot, []).append(word)
                break
        else:
            free.append(word)
    return free, [(grid, cells) for grid, cells in zip(ruled, inside, strict=True) if cells]


def _of_lines(found: Iterator[Line], number: int) -> Iterator[tuple[float, _Placed]]:
    for line in found:
        row = Row(line.cells, page=number, printed=line.printed)
        yield line.top, _Placed(row, line.size, line.bold)


def _of_grid(
    grid: Grid, inside: dict[tuple[int, int], list[Word]], number: int, table: int
) -> Iterator[tuple[float, _Placed]]:
    """The rows of a ruled table; cells that were merged have their text in the first, lines broken."""
    for row, top in enumerate(grid.ys[:-1]):
        slots = ((row, column) for column in range(len(grid.xs) - 1))
        cells = tuple(_cell(inside.get(slot, [])) for slot in slots)
        yield top, _Placed(Row(cells, page=number, table=table))
    yield grid.ys[-1], _Placed(Row(("",), page=number))


def _cell(inside: list[Word]) -> str:
    return "\n".join(" ".join(word.text for word in line) for line in printed_lines(inside))


def _with_headings(placed: list[_Placed]) -> Iterator[Row]:
    """The rows, with those marked that are larger than most of the text, or bold where most is not."""
    sizes: Counter[float] = Counter()
    bold = 0
    for each in placed:
        sizes[round(each.size, 1)] += len(each.row.text) if each.size else 0
        bold += len(each.row.text) if each.bold else 0
    body = sizes.most_common(1)[0][0] if sizes else 0.0
    seldom = 4 * bold < sizes.total()
    above = True  # whether the row before is blank
    for each in placed:
        stands_out = each.size > _LARGER * body or (each.bold and seldom and above)
        yield replace(each.row, heading=True) if stands_out and _like_heading(each) else each.row
        above = each.row.blank


def _like_heading(placed: _Placed) -> bool:
    text = placed.row.text
    return (
        bool(placed.size)
        and len(placed.row.cells) == 1
        and 0 < len(text) <= _LONGEST
        and not has_bullet(text)
        and not _DATED.search(text)
    )
