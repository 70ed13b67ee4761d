"""Matrices: tables with months (weeks, quarters) along one side and bodies along the other."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from plans.footnotes import begins_note
from plans.markers import ANY_TIME, marker
from plans.matrix import Body, Cell, Matrix, Period, are_figures
from plans.matrix_down import matrix_down
from plans.pieces import without_bullet
from plans.table_cells import cross, has_words, hours_in, is_days, names, nothing, weekday_of
from plans.table_shapes import Line, Table

_FEWEST = 3  # months that make a side of a matrix
_MOST = 0.6  # of the cells of a matrix are days
_LONGEST_LABEL = 80
_STARS = ("*", "†", "‡")
_YEAR = re.compile(r"(?:19|20)\d\d")


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
    if not heads and not found and (down := matrix_down(table)):
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
    if (
        not dayly
        or not named
        or len(fits) < len(figures) * _MOST
        or are_figures(figures, _others(head, found))
    ):
        return None
    return Matrix(periods, tuple(cells), head.at, frozenset(taken))


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
    if len(line.spans) == 1 and line.spans[0][0] < first and len(text.strip()) > _LONGEST_LABEL:
        return Body(text.strip()), []
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


def _others(head: Line, found: list[tuple[Period, int, int]]) -> list[str]:
    """The texts of a heading that are no periods."""
    periods = {at for _, at, _ in found}
    return [text for at, (text, _) in enumerate(_columns(head)) if at not in periods]
