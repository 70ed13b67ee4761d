"""Columns of a table that its heading names: where something is, and who sees to it.

A place is marked as one for the reading of items; who is responsible is no part of a title.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache

from plans.bodies import names_body
from plans.extracted import PARAGRAPH, Row
from plans.lexicon import ALL_LANGUAGES, lexicon

_FEWEST = 2  # cells of a heading
_LONGEST = 40  # characters of one
_MEETING = re.compile(r"(?:møde|møte|möte|meeting)(?=[\s,:]|$)(?!\s(?:i|med|of|with)\s)", re.IGNORECASE)

_KINDS = re.compile(
    r"(?:\w{0,12}møder|\w{0,12}møter|\w{0,12}möten|meetings|opgaver|oppgaver|uppgifter|tasks|frister|deadlines"
    r"|arrangement(?:er)?|evenemang|events|aktiviteter|activities|begivenheder|høring(?:er|ssvar)|hearings"
    r"|kurser|kampagner|andet|øvrig|annet|övrigt|other)(?!\w)",
    re.IGNORECASE,
)
"""Headings that are each of another kind of contents."""


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
    heads: tuple[str, ...] = ()
    for row in rows:
        named, beside = _columns(row), _beside(row)
        if named or beside or row.heading or (len(row.cells) == 1 and not row.blank and not row.table):
            columns, heads = named, beside
            yield row
        elif len(row.cells) == len(columns):
            yield replace(row, cells=_cells(row, columns))
        elif heads and 1 < len(row.cells) <= len(heads) and row.cells[0]:
            yield replace(row, cells=_contents(row, heads))
        else:
            yield row


def _beside(row: Row) -> tuple[str, ...]:
    """The headings of several columns of contents beside the months: "Måned", "Rådet", "Frivillige"."""
    first, *others = row.cells
    named = _column(first.strip(" :."))
    told = all(cell and len(cell) <= _LONGEST and not any(map(str.isdigit, cell)) for cell in others)
    if len(others) < _FEWEST or named is None or named.role is not Role.CONTENT or not told:
        return ()
    kinds = [bool(_KINDS.match(cell)) for cell in others]
    several = sum(kinds) >= _FEWEST
    else_named = (
        _column(cell.strip(" :.")) and not (several and kind)
        for cell, kind in zip(others, kinds, strict=True)
    )
    return () if any(else_named) else row.cells


def _contents(row: Row, heads: tuple[str, ...]) -> tuple[str, ...]:
    """A row whose contents are an item for each column; a bare meeting is that of its column."""
    pairs = zip(row.cells[1:], heads[1:], strict=False)
    return (row.cells[0], PARAGRAPH.join(_of_body(cell, head) for cell, head in pairs if cell))


def _of_body(cell: str, head: str) -> str:
    match = _MEETING.match(cell)
    if match is None or not names_body(head):
        return cell
    return f"{match[0]} {'of' if match[0].lower() == 'meeting' else 'i'} {head}{cell[match.end() :]}"


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
