"""The parts of a table with one thing a row: lines under one heading, and whether they are a plan."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from council.when import Precision
from plans.atoms import Context
from plans.extracted import Row
from plans.headings import above
from plans.markers import marker
from plans.phrases import phrases
from plans.pieces import has_bullet
from plans.record_columns import Columns, Use, columns_of, is_dated, is_head
from plans.table_cells import (
    has_words,
    is_named,
    is_time,
    names,
    plain_time,
)
from plans.table_shapes import Line, Shape, Table
from plans.telling import names_person, tells

_FEWEST = 2  # dated rows of a table with a heading
_ALONE = 3  # those of one without
_EXACT = {Precision.DATE, Precision.INSTANT, Precision.WEEK}
_ANY = Context(year=2000)
_WEEKS = re.compile(r"\d{1,2}\.?(?:\s?(?:[-–,+]|og|and|och)\s?\d{1,2}\.?){0,3}")
_NEAR = 2


@dataclass(frozen=True, slots=True)
class Section:
    """Lines with the same columns, and the rows of their headings."""

    head: tuple[str, ...]
    columns: Columns | None
    lines: tuple[Line, ...]
    heads: frozenset[int]


def sections(table: Table) -> Iterator[Section]:
    """The parts of a table with headings of their own; a heading that is repeated begins none."""
    head: tuple[str, ...] = ()
    heads: set[int] = set()
    lines: list[Line] = []
    for line in table.lines:
        if not is_head(line):
            lines.append(line)
        elif tuple(line.cells) == head:
            heads.add(line.at)
        else:
            yield from _section(head, lines, heads)
            above_it = not lines and head and max(heads) == line.at - 1
            head = _joined(head, line.cells) if above_it else tuple(line.cells)
            heads, lines = ({*heads, line.at} if above_it else {line.at}), []
    yield from _section(head, lines, heads)


def _joined(first: tuple[str, ...], then: tuple[str, ...]) -> tuple[str, ...]:
    """A heading over two lines as one."""
    width = max(len(first), len(then))
    pairs = zip((*first, *("",) * width), (*then, *("",) * width), strict=False)
    return tuple(f"{upper} {lower}".strip() for upper, lower in pairs)[:width]


def _section(head: tuple[str, ...], lines: list[Line], heads: set[int]) -> Iterator[Section]:
    if not head:
        head, heads, lines = _unnamed_head(lines)
    lines = [_with_weeks(head, line) for line in lines]
    columns = columns_of(head, [line for line in lines if not line.alone]) if lines else None
    if lines:
        yield Section(head, columns, tuple(lines), frozenset(heads))


def _with_weeks(head: tuple[str, ...], line: Line) -> Line:
    """A line with "uge 7" for the "7" of a column that is headed "Uge"."""
    weeks = {at for at, cell in enumerate(head) if is_named("week", cell)}
    cells = tuple(
        f"{head[at].strip(' .:')} {cell}" if at in weeks and _WEEKS.fullmatch(cell) else cell
        for at, cell in enumerate(line.cells)
    )
    return replace(line, cells=cells) if weeks else line


def _unnamed_head(lines: list[Line]) -> tuple[tuple[str, ...], set[int], list[Line]]:
    """The line above the first dated one, if it is of words only: a heading in words that nobody knows."""
    first = next((at for at, line in enumerate(lines) if any(map(is_dated, line.cells))), 0)
    if not first or lines[first - 1].alone:
        return (), set(), lines
    line = lines[first - 1]
    worded = line.told >= _FEWEST and not any(map(str.isdecimal, "".join(line.cells)))
    return (tuple(line.cells), {line.at}, lines[first:]) if worded else ((), set(), lines)


def is_plan(section: Section, shape: Shape, rows: tuple[Row, ...]) -> bool:
    """Whether these lines are a plan: enough dates with words; months with bullets are for others to read."""
    columns = section.columns
    when = _when(columns) if columns else None
    if columns is None or when is None or _is_other(section, rows):
        return False
    cells = _column(section, when)
    exact = (
        sum(is_time(cell) and _is_exact(cell) for cell in cells)
        if columns.of(Use.DAY) is None
        else len(cells)
    )
    headed = bool(section.heads)
    enough = len(cells) >= (_FEWEST if headed else _ALONE) and (headed or exact >= _FEWEST)
    title = columns.of(Use.TITLE)
    if title is None or not enough:
        return enough and (headed or Use.DEADLINE in columns.uses)
    texts = _column(section, title)
    vague = shape is Shape.GAPS and not headed and exact * 2 < len(cells)
    worded = any(has_words(text) for text in texts)
    if not exact and all(names_person(text) or not tells(text) for text in texts):
        return False
    return worded and not vague and not _is_of_months(cells, texts, exact, columns)


def _when(columns: Columns) -> int | None:
    """The column that says when something is."""
    when = columns.of(Use.WHEN)
    return columns.of(Use.DAY) if when is None else when


def _column(section: Section, at: int) -> list[str]:
    lines = (line for line in section.lines if not line.alone and at < len(line.cells))
    return [line.cells[at] for line in lines if line.cells[at]]


def _is_other(section: Section, rows: tuple[Row, ...]) -> bool:
    """Whether what stands above says that it is no plan: "Afholdte møder"."""
    near = above(rows, min(section.heads, default=section.lines[0].at), _NEAR)
    told = (row.text for row in near)
    return any(names("other list", text) and not any(map(str.isdecimal, text)) for text in told)


def _is_exact(cell: str) -> bool:
    found = phrases(plain_time(cell), _ANY)
    return any(each.when.precision in _EXACT or each.when.known for each in found)


def _is_of_months(cells: list[str], texts: list[str], exact: int, columns: Columns) -> bool:
    """Whether each month stands once, with all its things beside it."""
    bulleted = any(has_bullet(text) or "\n" in text for text in texts)
    once = len({cell.casefold() for cell in cells}) == len(cells)
    markers = all(marker(cell) for cell in cells)
    told = any(use not in {Use.WHEN, Use.TITLE, Use.OTHER} for use in columns.uses)
    return not exact and (bulleted or (once and markers and not told))
