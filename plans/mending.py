"""Rows of a scanned document without its misprints: repaired cell by cell, divided words made whole."""

import re
from collections.abc import Iterable
from dataclasses import replace

from plans.extracted import Row
from plans.lexicon import ALL_LANGUAGES
from plans.pieces import glued
from plans.repair import repaired

_BROKEN_OFF = re.compile(r"(?P<first>[^\W\d_]{2,24})-$")
_SUSPENDED = re.compile(r"(?:og|eller|samt|och|and|or)(?!\w)")
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
    if cells == row.cells:
        return row
    return replace(row, cells=cells, printed=repaired(row.printed, ALL_LANGUAGES).text)


def _whole(row: Row, then: Row) -> Row | None:
    """A line that ends in "ok-" with the next one that begins with "tober"; not "kultur-", "og fritid"."""
    told = [cell for cell in then.cells if cell]
    if row.table or then.table or row.heading or not told:
        return None
    if not _BROKEN_OFF.search(row.cells[-1]) or not _GOES_ON.match(told[0]) or _SUSPENDED.match(told[0]):
        return None
    cells = (*row.cells[:-1], glued(row.cells[-1], told[0]), *told[1:])
    return replace(row, cells=cells, printed=row.printed and glued(row.printed.rstrip(), then.text))
