"""Words on a page put into lines, and lines into columns. Pure; sizes in points, `top` counts downwards."""

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

from plans.pieces import has_bullet

_WIDE = 1.6  # of a line's height: a gap that divides columns
_NEAR = 3.0  # points: what stands under each other
_BLANK = 0.8  # of a line's height: a gap that a blank line would leave


class Word(NamedTuple):
    """One word and where it is."""

    text: str
    x0: float
    x1: float
    top: float
    bottom: float

    @property
    def height(self) -> float:
        """How high its line is."""
        return max(self.bottom - self.top, 1.0)


class Line(NamedTuple):
    """One printed line as cells; a blank one has one empty cell."""

    cells: tuple[str, ...]
    top: float


def lines(words: Iterable[Word]) -> Iterator[Line]:
    """The lines of a page from top to bottom, blank ones where there is room for them.

    A line that begins where on other lines a second column (or the text of a bullet) does belongs to that
    column: its first cell is empty.
    """
    printed = [sorted(line, key=lambda word: word.x0) for line in _rows(words)]
    columns = _columns(printed)
    bottom: float | None = None
    for line in printed:
        top, height = line[0].top, line[0].height
        if bottom is not None and top - bottom > _BLANK * height:
            yield Line(("",), bottom)
        cells = tuple(" ".join(word.text for word in cell) for cell in _cells(line))
        indented = len(cells) == 1 and any(abs(line[0].x0 - column) < _NEAR for column in columns)
        yield Line(("", *cells) if indented else cells, top)
        bottom = max(word.bottom for word in line)


def _rows(words: Iterable[Word]) -> Iterator[list[Word]]:
    line: list[Word] = []
    for word in sorted(words, key=lambda each: (each.top + each.bottom, each.x0)):
        if line and word.top + word.bottom - line[-1].top - line[-1].bottom > word.height:
            yield line
            line = []
        line.append(word)
    if line:
        yield line


def _cells(line: list[Word]) -> list[list[Word]]:
    """The words of a line, divided at wide gaps, but never behind a bullet."""
    cells = [[line[0]]]
    for before, word in pairwise(line):
        wide = word.x0 - before.x1 > _WIDE * word.height
        if wide and not _is_bullet(before):
            cells.append([word])
        else:
            cells[-1].append(word)
    return cells


def _columns(printed: list[list[Word]]) -> set[float]:
    """Where second columns begin, and the texts behind their bullets."""
    starts: set[float] = set()
    for line in printed:
        for cell in _cells(line)[1:]:
            starts.update(word.x0 for word in cell[: 2 if _is_bullet(cell[0]) else 1])
    left = min((line[0].x0 for line in printed), default=0.0)
    return {round(start) for start in starts if start > left + _NEAR}


def _is_bullet(word: Word) -> bool:
    return has_bullet(word.text + " ")
