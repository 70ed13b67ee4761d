"""Matrices: tables with months (weeks, quarters) along one side and bodies along the other."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from plans.footnotes import begins_note
from plans.markers import ANY_TIME, Marker, marker
from plans.pieces import without_bullet
from plans.table_cells import cross, has_words, hours_in, is_days, is_named, names, nothing, weekday_of
from plans.table_shapes import Line, Table

_FEWEST = 3  # months that make a side of a matrix
_FEWEST_ROWS = 3
_FEWEST_BODIES = 2
_MOST = 0.6  # of the cells of a matrix are days
_LONGEST_LABEL = 80
_STARS = ("*", "†", "‡")
_YEAR = re.compile(r"(?:19|20)\d\d")


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


def matrices_in(table: Table) -> Iterator[Matrix]:
    """The matrices of a table, one for each heading with months; or the one with months at the left."""
    heads = [at for at, line in enumerate(table.lines) if len(_periods(line)) >= _FEWEST]
    found = False
    for at, after in pairwise([*heads, len(table.lines)]):
        above = table.lines[at - 1] if at else None
        matrix = _across(table.lines[at], table.lines[at + 1 : after], above)
        if matrix is not None:
            found = True
            yield matrix
    if not heads and not found and (down := _down(table)):
        yield down


def _columns(line: Line) -> list[tuple[str, int]]:
    """The texts of a line with their places: numbers of cells, or of characters with wide gaps."""
    if line.spans:
        return [(line.row.printed[start:end], start) for start, end in line.spans]
    return [(text, at) for at, text in enumerate(line.cells) if text]


def _periods(line: Line) -> list[tuple[Period, int, int]]:
    """The periods of a heading in order, with their place among its texts; [] if it is none."""
    columns = _columns(line)
    told = [(marker(text), at, place) for at, (text, place) in enumerate(columns)]
    found = [(Period(each), at, place) for each, at, place in told if each and each.month != ANY_TIME]
    if len(found) < _FEWEST or len(found) * 2 <= len(columns):
        return []
    falls = sum(then.marker.month < now.marker.month for (now, *_), (then, *_) in pairwise(found))
    return found if falls <= 1 else []


def _across(head: Line, lines: tuple[Line, ...], above: Line | None) -> Matrix | None:
    """A matrix with its periods in its heading."""
    found = _periods(head)
    periods = tuple(period for period, _, _ in _with_years(found, above))
    taken, cells, before = {head.at}, list[Cell](), (Body(""), list[tuple[int, str]](), head)
    grid: list[tuple[Body, list[tuple[int, str]], Line]] = []
    for line in lines:
        if line.row.text.lstrip("\\ (").startswith(_STARS):
            break
        label, told = _row(line, head, found)
        if not told:
            if _ends(line, label):
                break
            if grid and label.label and _goes_on(before[0].label, label.label):
                body, texts, first = grid.pop()
                grid.append((replace(body, label=f"{body.label} {label.label}"), texts, first))
                taken.add(line.at)
            continue
        if line.told == len(told) and not label.label and not label.hours and grid and not line.spans:
            label = grid[-1][0]
        before = (label, told, line)
        grid.append(before)
        taken.add(line.at)
    cells = [Cell(line, body, at, text) for body, told, line in grid for at, text in told]
    figures = [cell for cell in cells if not nothing(cell.text)]
    fits = [cell for cell in figures if is_days(cell.text) or cross(cell.text) or has_words(cell.text)]
    dayly = any(is_days(cell.text) or cross(cell.text) for cell in figures)
    named = any(has_words(cell.body.label) for cell in figures)
    if not dayly or not named or len(fits) < len(figures) * _MOST or _money(figures, head, found):
        return None
    return Matrix(periods, tuple(cells), head.at, frozenset(taken))


def _money(cells: list[Cell], head: Line, found: list[tuple[Period, int, int]]) -> bool:
    """Whether it is a table of figures: with a column of sums, or numbers that no day has."""
    others = [text for at, (text, _) in enumerate(_columns(head)) if at not in {each[1] for each in found}]
    counted = any(names("ledger", text) or names("total", text) for text in others)
    labels = {cell.body.label for cell in cells}
    sums = any(is_named("total", label) or names("ledger", label) for label in labels)
    bare = [cell.text.strip(" .*") for cell in cells if cell.text.strip(" .*").isdecimal()]
    wrong = any(int(text) > 31 or int(text) == 0 for text in bare)  # noqa: PLR2004  # no month is longer
    return counted or sums or wrong


def _with_years(
    found: list[tuple[Period, int, int]], above: Line | None
) -> Iterator[tuple[Period, int, int]]:
    """The periods with the years in the line above: "2027" over its first month holds for those behind it."""
    years = [(text, place) for text, place in _columns(above)] if above else []
    known = bool(years) and all(_YEAR.fullmatch(text.strip()) for text, _ in years)
    for period, at, place in found:
        left = [int(text) for text, start in years if known and start <= place + 1]
        yield (replace(period, year=period.marker.year or (left[-1] if left else None)), at, place)


def _row(line: Line, head: Line, found: list[tuple[Period, int, int]]) -> tuple[Body, list[tuple[int, str]]]:
    """What a line is of, and the texts of its cells with the numbers of their periods."""
    if line.alone and not line.spans:
        return Body(line.cells[0]), []
    if head.spans:
        return _row_of_gaps(line, head, found)
    places = {place: number for number, (_, _, place) in enumerate(found)}
    told = [(places[at], text) for at, text in enumerate(line.cells) if at in places and text]
    others = [(at, text) for at, text in enumerate(line.cells) if at not in places and text]
    return _body(others, head.cells), told


def _row_of_gaps(
    line: Line, head: Line, found: list[tuple[Period, int, int]]
) -> tuple[Body, list[tuple[int, str]]]:
    """The same of a line with wide gaps: what stands nearest below a heading is in its column."""
    text, edges = line.row.printed, [head.spans[at] for _, at, _ in found]
    first = edges[0][0]
    told: dict[int, str] = {}
    others: list[tuple[int, str]] = []
    for start, end in _apart(line, first):
        middle = (start + end) / 2
        if end <= first and middle < first:
            others.append((start, text[start:end].strip()))
            continue
        at = min(range(len(edges)), key=lambda each: (_off(edges[each], (start, end)), each))
        told[at] = f"{told.get(at, '')} {text[start:end]}".strip()
    heads = {start: text for text, start in _columns(head)}
    named = tuple((at, label) for at, label in others)
    return _body(list(named), tuple(heads.get(at, "") for at, _ in named), by_order=True), sorted(
        told.items()
    )


def _off(edge: tuple[int, int], span: tuple[int, int]) -> float:
    """How far a stretch is from a heading: 0 if they overlap, then by their middles."""
    return (
        abs((edge[0] + edge[1]) / 2 - (span[0] + span[1]) / 2)
        if not (edge[0] <= span[0] < edge[1])
        else abs(edge[0] - span[0]) / 100
    )


def _apart(line: Line, first: int) -> Iterator[tuple[int, int]]:
    """The stretches of a line; one that reaches into the first column is cut before it."""
    text = line.row.printed
    for start, end in line.spans:
        cut = text.rfind(" ", start, min(first + 2, end)) if start < first - 1 and end > first else -1
        if cut > start and any(map(str.isdecimal, text[cut:end])) and cut >= first - 3:
            yield start, cut
            yield cut + 1, end
        else:
            yield start, end


def _body(others: list[tuple[int, str]], heads: tuple[str, ...], *, by_order: bool = False) -> Body:
    """What the cells beside the periods tell: the label, hours, a weekday, a place."""
    label, hours, weekday, place = "", "", None, ""
    for order, (at, text) in enumerate(others):
        head = heads[order if by_order else at] if (order if by_order else at) < len(heads) else ""
        if names("place", head):
            place = text
        elif hours_in(text) and (label or has_words(head) or any(has_words(other) for _, other in others)):
            hours = hours or hours_in(text)
        elif weekday_of(text):
            weekday = weekday_of(text)
        elif not label and has_words(text):
            label = without_bullet(text)
    return Body(label, hours, weekday, "" if nothing(place) else place)


def _ends(line: Line, label: Body) -> bool:
    """Whether a line without days is behind the matrix: a footnote, a sentence."""
    text = line.row.text.strip()
    return begins_note(text) or len(label.label) > _LONGEST_LABEL or text.endswith(".")


def _goes_on(before: str, text: str) -> bool:
    """Whether a label is the rest of the one above it."""
    return (
        text.startswith("(") or text[:1].islower() or before.rstrip().endswith(("-", ",", "og", "and", "och"))
    )


def _down(table: Table) -> Matrix | None:
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
    if not fits or len(fits) < len(figures) * _MOST or not enough or _wrong(figures):
        return None
    periods = tuple(Period(found, found.year) for line in body_lines if (found := marker(line.cells[0])))
    return Matrix(periods, tuple(cells), head.at, frozenset({head.at, *(line.at for line in body_lines)}))


def _heads(line: Line) -> bool:
    """Whether a line has words over several columns, or over one that is no hours."""
    return sum(has_words(_bare(cell)) for cell in line.cells[1:]) > 0


def _wrong(cells: list[Cell]) -> bool:
    return _money(cells, Line(0, (), cells[0].line.row), []) if cells else True


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
