"""Tables among the rows of a document: ruled ones, and those made of pipes, semicolons, tabs or wide gaps.

A table goes on over blank lines, rules, page breaks and the odd line of text; what its lines mean is for
others to say.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from plans.extracted import Row
from plans.lines import clean_text
from plans.pieces import ends_open
from plans.table_cells import is_time

_FEWEST = 2  # lines of a table
_BLANKS = 3  # blank rows inside one
_BETWEEN = 3  # rows of text inside one that are none of its lines
_OFTEN = 0.2  # of the lines have a cell that begins in a column
_NEAR = 1  # characters by which the cells of a column may be out of line
_INTO = 3  # the same for a line that is wider than its column
_RULE = re.compile(r"[\s|:+=_─━┼│-]{3,500}")
_GAP = re.compile(r"\S\s{2,}\S")
_PIPE = re.compile(r"(?<!\\)\|")
_LONGEST = 400  # characters of a line of text that stands between the lines of a table


class Shape(StrEnum):
    """What divides the cells of a table."""

    RULED = "ruled"
    PIPES = "pipes"
    SEMICOLONS = "semicolons"
    TABS = "tabs"
    GAPS = "gaps"


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a table: the index of its row, its cells; with wide gaps also where each begins and ends.

    A line with a single cell that stands alone among the others is `alone`.
    """

    at: int
    cells: tuple[str, ...]
    row: Row
    spans: tuple[tuple[int, int], ...] = ()
    alone: bool = False

    @property
    def told(self) -> int:
        """How many cells say something."""
        return sum(bool(cell) for cell in self.cells)


@dataclass(frozen=True, slots=True)
class Table:
    """Lines that have the same columns."""

    shape: Shape
    lines: tuple[Line, ...]


def tables(rows: tuple[Row, ...]) -> Iterator[Table]:
    """All stretches of rows that look like a table; whether they mean one is judged by who reads them."""
    at = 0
    while at < len(rows):
        shape = _shape(rows[at])
        if shape is None:
            at += 1
            continue
        after = _end(rows, at, shape)
        lines = _lines(rows, at, after, shape)
        if sum(not line.alone for line in lines) >= _FEWEST:
            yield Table(shape, lines)
        at = after


def _shape(row: Row) -> Shape | None:
    """What divides this row into cells; None for a blank one and for a line of text."""
    if row.blank or row.heading:
        return None
    if row.table:
        return Shape.RULED
    if not row.printed.strip():
        return Shape.TABS if len(row.cells) > 1 else None
    return None if _is_rule(row) else _divider(row.printed.rstrip())


def _divider(text: str) -> Shape | None:
    """What divides a printed line."""
    bare = text.strip()
    framed = bare.startswith("|") and bare.endswith("|") and len(bare) > 1
    if framed or _PIPE.search(bare.strip("|")):
        return Shape.PIPES
    if text.count(";") > 1 and text.count("; ") * 2 <= text.count(";"):
        return Shape.SEMICOLONS
    if "\t" in text:
        return Shape.TABS
    return Shape.GAPS if _GAP.search(text) else None


def _is_rule(row: Row) -> bool:
    return bool(_RULE.fullmatch(row.printed or row.text))


def _end(rows: tuple[Row, ...], first: int, shape: Shape) -> int:
    """The index behind the last row of a table that begins here."""
    last, blanks, between = first, 0, 0
    for at in range(first + 1, len(rows)):
        row = rows[at]
        if _shape(row) is shape:
            last, blanks, between = at, 0, 0
        elif row.blank:
            blanks += 1
        elif not _is_rule(row):
            between += 1
        if blanks > _BLANKS or between > _BETWEEN:
            break
    return last + 1


def _lines(rows: tuple[Row, ...], first: int, after: int, shape: Shape) -> tuple[Line, ...]:
    """The lines of a table with their cells."""
    here = [(at, rows[at]) for at in range(first, after) if not rows[at].blank and not _is_rule(rows[at])]
    own = [row for _, row in here if _shape(row) is shape]
    columns = _columns(own) if shape is Shape.GAPS else ()
    single = shape is Shape.TABS and _counted(own)
    return tuple(_line(at, row, shape, columns, single=single) for at, row in here)


def _line(at: int, row: Row, shape: Shape, columns: tuple[int, ...], *, single: bool) -> Line:
    if shape is Shape.GAPS and len(row.printed) <= _LONGEST:
        cells, spans = _cut(row.printed, columns)
        return Line(at, cells, row, spans, alone=_shape(row) is not shape and sum(map(bool, cells)) <= 1)
    if _shape(row) is not shape:
        return Line(at, (clean_text(row.text),), row, alone=True)
    return Line(at, tuple(clean_text(cell) for cell in _divided(row, shape, single=single)), row)


def _divided(row: Row, shape: Shape, *, single: bool) -> list[str]:
    match shape:
        case Shape.PIPES:
            text = row.printed.strip()
            inner = text[text.startswith("|") : len(text) - text.endswith("|")]
            return _PIPE.split(inner)
        case Shape.SEMICOLONS:
            return [cell.strip().strip('"') for cell in row.printed.split(";")]
        case Shape.TABS if row.printed:
            return re.split(r"\t" if single else r"\t{1,}", row.printed.rstrip())
        case _:
            return list(row.cells)


def _counted(rows: list[Row]) -> bool:
    """Whether every tab ends a cell, so that two are an empty one; else they are a wide gap.

    So it is if the first line has none inside and no line has more cells than it has.
    """
    cells = [row.printed.rstrip().split("\t") for row in rows]
    inside = cells[0][1:] if cells else []
    return all(inside) and all(len(each) <= len(cells[0]) for each in cells)


def _columns(rows: list[Row]) -> tuple[int, ...]:
    """Where the columns of a table with wide gaps begin."""
    begins = Counter(start for row in rows for start, _ in _spans(row.printed))
    first = min((start for row in rows for start, _ in _spans(row.printed)[:1]), default=0)
    enough = max(_FEWEST, len(rows) * _OFTEN)
    columns = [first]
    for start, _ in sorted(begins.items()):
        near = [each for each in begins if abs(each - start) <= _NEAR]
        most = max(near, key=lambda each: (begins[each], -each))
        if most == start and sum(begins[each] for each in near) >= enough and start > columns[-1] + _NEAR:
            columns.append(start)
    return tuple(columns)


def _spans(text: str) -> list[tuple[int, int]]:
    """The stretches of a line between its wide gaps."""
    spans: list[tuple[int, int]] = []
    for match in re.finditer(r"\S{1,}", text):
        if spans and match.start() - spans[-1][1] <= 1:
            spans[-1] = (spans[-1][0], match.end())
        else:
            spans.append(match.span())
    return spans


def _cut(text: str, columns: tuple[int, ...]) -> tuple[tuple[str, ...], tuple[tuple[int, int], ...]]:
    """The cells of a line in these columns, and where its stretches are.

    A time that only one blank divides from what stands beside it ends where the next column begins.
    """
    cells = [""] * len(columns)
    spans = [part for span in _spans(text) for part in _apart(text, span, columns)]
    for start, end in spans:
        at = max((place for place, column in enumerate(columns) if column <= start + _INTO), default=0)
        cells[at] = f"{cells[at]} {clean_text(text[start:end])}".strip()
    return tuple(cells), tuple(spans)


def _apart(text: str, span: tuple[int, int], columns: tuple[int, ...]) -> list[tuple[int, int]]:
    start, end = span
    for column in columns[1:]:
        before = text[start : column - 1]
        whole = text[column - 1 : column] == " " and not ends_open(before)
        if start < column < end and whole and is_time(before):
            return [(start, column - 1), *_apart(text, (column, end), columns)]
    return [span]
