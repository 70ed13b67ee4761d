"""Pages set in columns of running text, like newsletters: read one column after the other. Pure.

What tells them from tables: on both sides of the gutter most lines are full.
"""

from collections.abc import Iterator
from itertools import groupby
from statistics import quantiles

from plans.geometry import printed_lines
from plans.words import Word

_FEWEST = 8  # lines on each side
_WORDS = 3  # in a line of running text
_FULL = 0.7  # of the width of a column: a full line
_MOSTLY = 0.5  # of the lines must be full
_CROSSING = 0.15  # of all lines may run across, as titles do
_GUTTER = 7.0  # points at least
_INNER = (0.22, 0.78)  # where in the width of the text a gutter may be
_DEEPEST = 2


def sections(words: list[Word], depth: int = 0) -> Iterator[list[Word]]:
    """The words in the sections in which a page is read; nearly always there is one."""
    rows = printed_lines(words) if depth < _DEEPEST else []
    gutter = _gutter(rows)
    if gutter is None:
        yield words
        return
    for across, band in groupby(rows, key=lambda row: _crosses(row, gutter)):
        together = [word for row in band for word in row]
        if across:
            yield together
            continue
        for side in (True, False):
            part = [word for word in together if (word.x0 < gutter) is side]
            if part:
                yield from sections(part, depth + 1)


def _gutter(rows: list[list[Word]]) -> float | None:
    """Where the page is divided, if it is: the widest gap that hardly any line runs across."""
    if len(rows) < _FEWEST:
        return None
    left, right = min(row[0].x0 for row in rows), max(row[-1].x1 for row in rows)
    if right - left < 2 * _FEWEST:
        return None
    crossing = _crossings(rows, left, right)
    inner = [left + share * (right - left) for share in _INNER]
    best, start = (0.0, 0.0), 0
    for at, count in enumerate([*crossing, len(rows)]):
        if count > _CROSSING * len(rows):
            middle = left + (start + at) / 2
            if at - start >= _GUTTER and inner[0] < middle < inner[1]:
                best = max(best, (at - start, middle))
            start = at + 1
    return best[1] if best[0] and _set_in_two(rows, best[1]) else None


def _crossings(rows: list[list[Word]], left: float, right: float) -> list[int]:
    """For every point of the width, over how many lines' words (or the spaces between them) it is."""
    steps = [0] * (int(right - left) + 3)
    for row in rows:
        for x0, x1 in _stretches(row):
            steps[int(x0 - left)] += 1
            steps[int(x1 - left) + 1] -= 1
    total, crossing = 0, []
    for step in steps:
        total += step
        crossing.append(total)
    return crossing


def _stretches(row: list[Word]) -> Iterator[tuple[float, float]]:
    """A line without its wide gaps."""
    start, end = row[0].x0, row[0].x1
    for word in row[1:]:
        if word.x0 - end >= _GUTTER:
            yield start, end
            start = word.x0
        end = max(end, word.x1)
    yield start, end


def _crosses(row: list[Word], gutter: float) -> bool:
    return any(x0 < gutter < x1 for x0, x1 in _stretches(row))


def _set_in_two(rows: list[list[Word]], gutter: float) -> bool:
    """Whether running text stands on both sides."""
    apart = [row for row in rows if not _crosses(row, gutter)]
    sides = (
        ([w for w in row if w.x0 < gutter] for row in apart),
        ([w for w in row if w.x0 >= gutter] for row in apart),
    )
    return all(_running([line for line in side if line]) for side in sides)


def _running(side: list[list[Word]]) -> bool:
    if len(side) < _FEWEST:
        return False
    left = min(line[0].x0 for line in side)
    ends = [line[-1].x1 - left for line in side]
    wide = quantiles(ends, n=10)[-1]  # one line that is too long says nothing
    full = [line for line, end in zip(side, ends, strict=True) if end > _FULL * wide and len(line) >= _WORDS]
    return len(full) >= _MOSTLY * len(side)
