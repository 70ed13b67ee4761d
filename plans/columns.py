"""Columns of a table that its heading names: where something is, and who sees to it.

A place is marked as one for the reading of items; who is responsible is no part of a title.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache

from plans.extracted import Row
from plans.lexicon import ALL_LANGUAGES, lexicon

_FEWEST = 2  # cells of a heading


class Role(StrEnum):
    """What the heading of a column says: the roles of its words in `plans.languages`."""

    CONTENT = "header"
    PLACE = "place"
    RESPONSIBLE = "responsible"


@dataclass(frozen=True, slots=True)
class Column:
    """A column by its heading."""

    role: Role
    label: str


def without_columns(rows: Iterable[Row]) -> Iterator[Row]:
    """The rows with the cells of named columns marked or left out, to where the table ends."""
    columns: tuple[Column, ...] = ()
    for row in rows:
        named = _columns(row)
        if named or row.heading or (len(row.cells) == 1 and not row.blank and not row.table):
            columns = named
            yield row
        else:
            fits = len(row.cells) == len(columns)
            yield replace(row, cells=_cells(row, columns)) if fits else row


def names_columns(row: Row) -> bool:
    """Whether a row is the heading of a table: "Måned", "Aktivitet"."""
    cells = [cell.strip(" :.") for cell in row.cells if cell]
    return bool(cells) and all(_column(cell) for cell in cells)


def _columns(row: Row) -> tuple[Column, ...]:
    """The columns, if the row is a heading that names more than contents."""
    if len(row.cells) < _FEWEST:
        return ()
    columns = tuple(found for cell in row.cells if (found := _column(cell.strip(" :."))))
    told = any(column.role is not Role.CONTENT for column in columns)
    return columns if told and len(columns) == len(row.cells) else ()


def _column(text: str) -> Column | None:
    return next((Column(role, text) for role in Role if _finder(role).fullmatch(text)), None)


@lru_cache(maxsize=8)
def _finder(role: Role) -> re.Pattern[str]:
    return lexicon(ALL_LANGUAGES).finder(role.value)


def _cells(row: Row, columns: tuple[Column, ...]) -> tuple[str, ...]:
    pairs = zip(row.cells, columns, strict=True)
    return tuple(_marked(cell, column) for cell, column in pairs if column.role is not Role.RESPONSIBLE)


def _marked(cell: str, column: Column) -> str:
    told = column.role is Role.PLACE and "\n" not in cell and any(letter.isalnum() for letter in cell)
    return f"({column.label}: {cell})" if told else cell
