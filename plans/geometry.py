"""Words on a page put into lines, and lines into cells. Pure; sizes in points, `top` counts downwards."""

from collections.abc import Iterable, Iterator
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from plans.alignment import Cell, aligned
from plans.pieces import has_bullet
from plans.words import Word, mended

_WIDE = 1.6  # of a line's height: a gap that divides columns
_BLANK = 0.8  # of a line's height: a gap that a blank line would leave
_NARROWEST = 1.5  # points of one sign of a printed line
_BETWEEN = 2  # signs between the cells of a printed line


class Line(NamedTuple):
    """One printed line as cells; a blank one has one empty cell.

    `printed` is the line with its gaps, `size` how high it is, `bold` whether all of it is.
    """

    cells: tuple[str, ...]
    top: float
    printed: str = ""
    size: float = 0.0
    bold: bool = False


def lines(words: Iterable[Word]) -> Iterator[Line]:
    """The lines of a page (or of one column of it) from top to bottom, blank ones where there is room.

    Cells of lines that make an unruled table stand in the columns of the table: where it has none, the
    cell is empty.
    """
    rows = printed_lines(words)
    own = aligned([_cells(row) for row in rows])
    scale, left = _scale([line.cells for line in own]), min((row[0].x0 for row in rows), default=0.0)
    bottom: float | None = None
    for row, (cells, texts) in zip(rows, own, strict=True):
        top, height = row[0].top, row[0].height
        if bottom is not None and top - bottom > _BLANK * height:
            yield Line(("",), bottom)
        bold = all(word.bold for word in row)
        yield Line(texts, top, _printed(cells, left, scale), max(word.height for word in row), bold)
        bottom = max(word.bottom for word in row)


def printed_lines(words: Iterable[Word]) -> list[list[Word]]:
    """The words of each line, from left to right; what was drawn in pieces is made whole."""
    return [list(mended(sorted(line, key=lambda word: word.x0))) for line in _rows(words)]


def _rows(words: Iterable[Word]) -> Iterator[list[Word]]:
    line: list[Word] = []
    for word in sorted(words, key=lambda each: (each.middle, each.x0)):
        if line and 2 * (word.middle - line[-1].middle) > max(word.height, line[-1].height) * 0.9:
            yield line
            line = []
        line.append(word)
    if line:
        yield line


def _cells(line: list[Word]) -> list[Cell]:
    """The words of a line, divided at wide gaps, but never behind a bullet."""
    cells = [[line[0]]]
    for before, word in pairwise(line):
        wide = word.x0 - before.x1 > _WIDE * max(word.height, before.height)
        if wide and not has_bullet(before.text + " "):
            cells.append([word])
        else:
            cells[-1].append(word)
    return [Cell(tuple(cell)) for cell in cells]


def _scale(lines_of_cells: list[tuple[Cell, ...]]) -> float:
    """How many points a sign of a printed line is wide, so that no cell reaches the next one."""
    steps = [
        (other.x0 - one.x0) / (len(one.text) + _BETWEEN)
        for cells in lines_of_cells
        for one, other in pairwise(cells)
    ]
    signs = [cell.wide / len(cell.text) for cells in lines_of_cells for cell in cells]
    return max(_NARROWEST, min([*steps, median(signs)])) if signs else _NARROWEST


def _printed(cells: tuple[Cell, ...], left: float, scale: float) -> str:
    """A line with its gaps, as a typewriter would set it."""
    text = ""
    for cell in cells:
        place = round((cell.x0 - left) / scale)
        text += " " * max(place - len(text), _BETWEEN if text else 0) + cell.text
    return text
