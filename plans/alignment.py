"""Cells of lines put into the columns of an unruled table. Pure; sizes in points.

A column is where cells stand over each other. Narrow cells are asked first, so that a title or a long
text over several columns does not make one of them.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from plans.words import Word

_NEAR = 1.0  # points by which cells may touch without standing over each other
_APART = 0.33  # of the height: a gap that may divide cells where columns are known; a space is 0.25
_FAREST = 8  # lines of one cell between two lines of several, in one table
_PADDED = 3  # columns of a table whose lines all get as many cells as it has


@dataclass(frozen=True, slots=True)
class Cell:
    """Words that stand together on a line; at least one."""

    words: tuple[Word, ...]

    @property
    def x0(self) -> float:
        """Where it begins."""
        return self.words[0].x0

    @property
    def x1(self) -> float:
        """Where it ends."""
        return self.words[-1].x1

    @property
    def wide(self) -> float:
        """How wide it is."""
        return self.x1 - self.x0

    @property
    def text(self) -> str:
        """Its words."""
        return " ".join(word.text for word in self.words)


class Column(NamedTuple):
    """Where the cells of a column stand."""

    x0: float
    x1: float


class Aligned(NamedTuple):
    """A line: its cells, and their texts in the columns of the table it belongs to, if any."""

    cells: tuple[Cell, ...]
    texts: tuple[str, ...]


def aligned(lines: list[list[Cell]]) -> list[Aligned]:
    """Every line, its cells divided as the columns of its table are."""
    found = [Aligned(tuple(cells), tuple(cell.text for cell in cells)) for cells in lines]
    for first, after, columns in _tables(lines):
        for at in range(first, after):
            parts = tuple(part for cell in lines[at] for part in _divided(cell, columns))
            found[at] = Aligned(parts, _texts(parts, columns))
    return found


def _tables(lines: list[list[Cell]]) -> Iterator[tuple[int, int, list[Column]]]:
    """Runs of lines with several cells, and what stands between: first line, line after, columns."""
    end = 0
    for run in _runs(lines):
        columns = _columns([cell for at in run if len(lines[at]) > 1 for cell in lines[at]])
        first, last = run[0], run[-1]
        while first > end and _indented(lines[first - 1], columns):
            first -= 1
        while last + 1 < len(lines) and _indented(lines[last + 1], columns):
            last += 1
        end = last + 1
        yield first, end, columns


def _runs(lines: list[list[Cell]]) -> Iterator[list[int]]:
    """Lines of several cells with single ones among them; a text across two columns ends a run."""
    run: list[int] = []
    second, waiting = 0.0, 0
    for at, cells in enumerate(lines):
        if len(cells) > 1:
            second = min(second, cells[1].x0) if run else cells[1].x0
            run += [*range(at - waiting, at), at] if run else [at]
            waiting = 0
        elif run:
            waiting += 1
            if waiting > _FAREST or cells[0].x0 < second - _NEAR < cells[0].x1 - _NEAR:
                yield run
                run, waiting = [], 0
    if run:
        yield run


def _columns(cells: list[Cell]) -> list[Column]:
    """The columns, from left to right."""
    columns: list[Column] = []
    for cell in sorted(cells, key=lambda each: each.wide):
        over = [at for at, column in enumerate(columns) if _over(cell.x0, cell.x1, column)]
        if not over:
            columns.append(Column(cell.x0, cell.x1))
        elif len(over) == 1:
            column = columns[over[0]]
            columns[over[0]] = Column(min(column.x0, cell.x0), max(column.x1, cell.x1))
    return sorted(columns)


def _over(x0: float, x1: float, column: Column) -> bool:
    return min(x1, column.x1) - max(x0, column.x0) > min(_NEAR, (x1 - x0) / 2)


def _indented(cells: list[Cell], columns: list[Column]) -> bool:
    """Whether a line is one cell that stands in a column, not in the first."""
    if len(cells) != 1:
        return False
    over = [at for at, column in enumerate(columns) if _over(cells[0].x0, cells[0].x1, column)]
    return len(over) == 1 and over[0] > 0


def _texts(cells: tuple[Cell, ...], columns: list[Column]) -> tuple[str, ...]:
    """The texts of a line by columns."""
    placed: list[list[str]] = [[] for _ in columns]
    for cell in cells:
        over = [at for at, column in enumerate(columns) if _over(cell.x0, cell.x1, column)]
        placed[over[0] if over else _nearest(cell, columns)].append(cell.text)
    texts = tuple(" ".join(each) for each in placed)
    filled = max(at for at, text in enumerate(texts) if text) + 1
    whole = len(columns) >= _PADDED and filled > 1
    return texts if whole else texts[:filled]


def _nearest(cell: Cell, columns: list[Column]) -> int:
    return min(range(len(columns)), key=lambda at: abs(columns[at].x0 - cell.x0))


def _divided(cell: Cell, columns: list[Column]) -> Iterator[Cell]:
    """A cell in which those of narrow columns ran together, divided at gaps where another column begins."""
    run = [cell.words[0]]
    for word in cell.words[1:]:
        before = run[-1]
        if word.x0 - before.x1 > _APART * before.height and _changes(before, word, columns):
            yield Cell(tuple(run))
            run = []
        run.append(word)
    yield Cell(tuple(run))


def _changes(before: Word, word: Word, columns: list[Column]) -> bool:
    """Whether two words stand in columns of their own."""
    one = {at for at, column in enumerate(columns) if _over(before.x0, before.x1, column)}
    other = {at for at, column in enumerate(columns) if _over(word.x0, word.x1, column)}
    return bool(one and other and not one & other)
