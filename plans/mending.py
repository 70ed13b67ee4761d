"""Rows of a scanned document without its misprints: repaired cell by cell, divided words made whole."""

import re
from collections.abc import Iterable
from dataclasses import replace

from plans.extracted import Row
from plans.lexicon import ALL_LANGUAGES
from plans.repair import joins, repaired

_BROKEN_OFF = re.compile(r"(?P<first>[^\W\d_]{2,24})-$")
_GOES_ON = re.compile(r"(?P<rest>[a-zæøåäö]{2,24})(?![^\W\d_])")


def mended(rows: Iterable[Row]) -> tuple[Row, ...]:
    """The rows as they were meant to be printed; one whose text went to the row before it is blank."""
    result: list[Row] = []
    last = -1  # the index of the row that goes on
    for row in map(_repaired, rows):
        whole = _whole(result[last], row) if result else None
        if whole:
            result[last] = whole
            result.append(replace(row, cells=("",), printed=""))
        else:
            last = len(result)
            result.append(row)
    return tuple(result)


def _repaired(row: Row) -> Row:
    cells = tuple(repaired(cell, ALL_LANGUAGES).text for cell in row.cells)
    return row if cells == row.cells else replace(row, cells=cells)


def _whole(row: Row, then: Row) -> Row | None:
    """A line that ends in "ok-" with the next one, if that begins with "tober"."""
    if row.table or then.table or not then.cells[0]:
        return None
    first, rest = _BROKEN_OFF.search(row.cells[-1]), _GOES_ON.match(then.cells[0])
    if first is None or rest is None or not joins(first["first"], rest["rest"], ALL_LANGUAGES):
        return None
    cells = (*row.cells[:-1], row.cells[-1][:-1] + then.cells[0], *then.cells[1:])
    return replace(row, cells=cells, printed="")
