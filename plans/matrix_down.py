"""Matrices with their months at the left and bodies in their heading."""

import re
from dataclasses import replace

from plans.markers import ANY_TIME, marker
from plans.matrix import Body, Cell, Matrix, Period, are_figures
from plans.table_cells import cross, has_words, hours_in, is_days, is_named, names, nothing, weekday_of
from plans.table_shapes import Line, Table

_FEWEST_ROWS = 3
_FEWEST_BODIES = 2
_MOST = 0.6  # of the cells of a matrix are days
_YEAR = re.compile(r"(?:19|20)\d\d")


def matrix_down(table: Table) -> Matrix | None:
    """A matrix with its periods at the left and bodies in its heading."""
    lines = [line for line in table.lines if not line.alone or line.spans]
    first = next((at for at, line in enumerate(lines) if _begins(line)), None)
    if not first:
        return None
    head = next((line for line in reversed(lines[:first]) if _heads(line)), lines[first - 1])
    body_lines = [line for line in lines[first:] if _begins(line)]
    columns = [
        at for at, text in enumerate(head.cells) if at and text and not any(map(str.isdecimal, _bare(text)))
    ]
    columns = [at for at in columns if not _other(head.cells[at])]
    if len(body_lines) < _FEWEST_ROWS or not columns or (head.cells[0] and not _corner(head.cells[0])):
        return None
    bodies = {at: Body(head.cells[at]) for at in columns}
    bodies = _told_of_columns(bodies, [line for line in lines if line.at > head.at])
    cells = [
        Cell(line, bodies[at], number, line.cells[at])
        for number, line in enumerate(body_lines)
        for at in columns
        if at < len(line.cells) and line.cells[at]
    ]
    figures = [cell for cell in cells if not nothing(cell.text)]
    fits = [cell for cell in figures if is_days(cell.text) or cross(cell.text)]
    enough = (
        len(columns) >= _FEWEST_BODIES
        or names("meeting", head.cells[columns[0]])
        or names("body", head.cells[columns[0]])
    )
    if not fits or len(fits) < len(figures) * _MOST or not enough or are_figures(figures, []):
        return None
    periods = tuple(Period(found, found.year) for line in body_lines if (found := marker(line.cells[0])))
    return Matrix(periods, tuple(cells), head.at, frozenset({head.at, *(line.at for line in body_lines)}))


def _heads(line: Line) -> bool:
    """Whether a line has words over several columns, or over one that is no hours."""
    return sum(has_words(_bare(cell)) for cell in line.cells[1:]) > 0


def _bare(text: str) -> str:
    """A heading without its hours in brackets."""
    return re.sub(r"\([^()]{0,60}\)|kl\.?\s?[\d.:]+(?:\s?[-–]\s?[\d.:]+)?", " ", text)


def _corner(text: str) -> bool:
    return is_named("header", text) or not has_words(text) or bool(_YEAR.search(text))


def _other(text: str) -> bool:
    """Whether a column is about something else than meetings of a body: hours, a place, remarks."""
    bare = _bare(text)
    return not has_words(bare) or any(
        names(role, bare) for role in ("place", "responsible", "note column", "ledger", "total", "clock")
    )


def _begins(line: Line) -> bool:
    found = marker(line.cells[0]) if line.cells else None
    return bool(found and found.single and found.month != ANY_TIME)


def _told_of_columns(bodies: dict[int, Body], lines: list[Line]) -> dict[int, Body]:
    """The bodies with what a row of hours, weekdays or places says of them."""
    for line in lines:
        if _begins(line):
            continue
        for at, body in bodies.items():
            text = line.cells[at] if at < len(line.cells) else ""
            if names("place", line.cells[0]) and has_words(text):
                bodies[at] = replace(body, place=text)
            elif hours_in(text):
                bodies[at] = replace(body, hours=hours_in(text))
            elif weekday_of(text):
                bodies[at] = replace(body, weekday=weekday_of(text))
    return bodies
