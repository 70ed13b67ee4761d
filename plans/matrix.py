"""What a matrix is made of: periods along one side, bodies along the other, and cells."""

from dataclasses import dataclass

from plans.markers import Marker
from plans.table_cells import is_named, names
from plans.table_shapes import Line

_LAST_DAY = 31


@dataclass(frozen=True, slots=True)
class Period:
    """A month, week or quarter at the edge of a matrix, with the year that stands above it."""

    marker: Marker
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Body:
    """What a row or column is of: its label as written, and what is told of all its cells."""

    label: str
    hours: str = ""
    weekday: int | None = None
    place: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell that says something."""

    line: Line
    body: Body
    period: int
    text: str


@dataclass(frozen=True, slots=True)
class Matrix:
    """A matrix: its periods in order, its cells, the row of its heading and all rows that it takes."""

    periods: tuple[Period, ...]
    cells: tuple[Cell, ...]
    head: int
    rows: frozenset[int]


def are_figures(cells: list[Cell], others: list[str]) -> bool:
    """Whether cells are sums and counts: a label or one of the `others` says so, or no month is as long."""
    counted = any(names("ledger", text) or names("total", text) for text in others)
    labels = {cell.body.label for cell in cells}
    sums = any(is_named("total", label) or names("ledger", label) for label in labels)
    bare = [cell.text.strip(" .*") for cell in cells if cell.text.strip(" .*").isdecimal()]
    return counted or sums or any(not 0 < int(text[:3]) <= _LAST_DAY for text in bare)
