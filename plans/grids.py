"""Ruled tables: level and upright rules put together to grids of cells. Pure; points, `top` downwards."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

_SNAP = 3.0  # points: rules that are nearer to each other are one, and ends that are meet
_MOST_RULES = 200  # of one direction: the longest; a drawing has more
_MOST_SLOTS = 6_000  # of one grid
_FEWEST_COLUMNS = 2
_SHORTEST = 8.0  # points of a rule, put together
_HALF = 0.5


class Rule(NamedTuple):
    """A straight line: `at` is the x of an upright one, the top of a level one; from `start` to `end`."""

    upright: bool
    at: float
    start: float
    end: float

    @classmethod
    def over(cls, box: tuple[float, float, float, float]) -> "Rule | None":
        """The rule that a thin box (x0, top, x1, bottom) is; None if its places are no numbers on a page."""
        x0, top, x1, bottom = box
        if not (-_FARTHEST < x0 <= x1 < _FARTHEST and -_FARTHEST < top <= bottom < _FARTHEST):
            return None
        if bottom - top > x1 - x0:
            return cls(upright=True, at=(x0 + x1) / 2, start=top, end=bottom)
        return cls(upright=False, at=(top + bottom) / 2, start=x0, end=x1)


_FARTHEST = 20_000.0


@dataclass(frozen=True, slots=True)
class Grid:
    """A ruled table: the places of its upright and level lines, and for each slot that where its cell begins.

    A slot is (row, column), counted from 0; cells that were merged cover several.
    """

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    cells: dict[tuple[int, int], tuple[int, int]]

    def slot(self, x: float, y: float) -> tuple[int, int] | None:
        """The first slot of the cell at a place, None outside of the table."""
        column, row = _between(self.xs, x), _between(self.ys, y)
        return None if column is None or row is None else self.cells[row, column]


def grids(rules: Iterable[Rule]) -> Iterator[Grid]:
    """The tables that the rules of a page make, of two columns at least; boxes around a text are none."""
    every = list(rules)
    uprights = _longest(_joined(rule for rule in every if rule.upright))
    levels = _longest(_joined(rule for rule in every if not rule.upright))
    for group_levels, group_uprights in _groups(levels, uprights):
        grid = _grid(group_levels, group_uprights)
        if grid:
            yield grid


def _joined(rules: Iterable[Rule]) -> list[Rule]:
    """Rules in one line that touch are one."""
    whole: list[Rule] = []
    for line in _lines(sorted(rules, key=lambda rule: rule.at)):
        at = sum(rule.at for rule in line) / len(line)
        current: Rule | None = None
        for rule in sorted(line, key=lambda each: each.start):
            if current and rule.start <= current.end + _SNAP:
                current = current._replace(end=max(current.end, rule.end))
            else:
                whole += [current] if current else []
                current = rule._replace(at=at)
        whole += [current] if current else []
    return [rule for rule in whole if rule.end - rule.start >= _SHORTEST]


def _lines(rules: list[Rule]) -> Iterator[list[Rule]]:
    line: list[Rule] = []
    for rule in rules:
        if line and rule.at - line[0].at > _SNAP:
            yield line
            line = []
        line.append(rule)
    if line:
        yield line


def _longest(rules: list[Rule]) -> list[Rule]:
    return sorted(rules, key=lambda rule: rule.start - rule.end)[:_MOST_RULES]


def _groups(levels: list[Rule], uprights: list[Rule]) -> Iterator[tuple[list[Rule], list[Rule]]]:
    """Rules that meet, one after another, belong to one table."""
    meeting: dict[int, list[int]] = {}
    for at, level in enumerate(levels):
        for number, upright in enumerate(uprights, start=len(levels)):
            if _meet(level, upright):
                meeting.setdefault(at, []).append(number)
                meeting.setdefault(number, []).append(at)
    seen: set[int] = set()
    both = levels + uprights
    for first in meeting:
        if first in seen:
            continue
        seen.add(first)
        group, waiting = [], [first]
        while waiting:
            group.append(waiting.pop())
            new = [number for number in meeting[group[-1]] if number not in seen]
            seen.update(new)
            waiting += new
        yield [both[n] for n in group if n < len(levels)], [both[n] for n in group if n >= len(levels)]


def _meet(level: Rule, upright: Rule) -> bool:
    return (
        level.start - _SNAP <= upright.at <= level.end + _SNAP
        and upright.start - _SNAP <= level.at <= upright.end + _SNAP
    )


def _grid(levels: list[Rule], uprights: list[Rule]) -> Grid | None:
    """The grid of rules that meet. One that a page break cut has no rule there: its uprights end it.

    Likewise tables that are open at their sides end where their level rules do.
    """
    xs = _places([*(rule.at for rule in uprights), *_ends(levels)])
    ys = _places([*(rule.at for rule in levels), *_ends(uprights)])
    rows, columns = len(ys) - 1, len(xs) - 1
    if columns < _FEWEST_COLUMNS or rows < 1 or rows * columns > _MOST_SLOTS:
        return None
    return Grid(xs, ys, _cells(xs, ys, levels, uprights))


def _ends(rules: list[Rule]) -> tuple[float, float]:
    return min(rule.start for rule in rules), max(rule.end for rule in rules)


def _places(places: list[float]) -> tuple[float, ...]:
    """Places in order, those that are near each other once."""
    kept: list[float] = []
    for place in sorted(places):
        if not kept or place - kept[-1] > _SNAP:
            kept.append(place)
    return tuple(kept)


def _cells(
    xs: tuple[float, ...], ys: tuple[float, ...], levels: list[Rule], uprights: list[Rule]
) -> dict[tuple[int, int], tuple[int, int]]:
    """For each slot the one where its cell begins: on the left or above while no rule stands between."""
    cells: dict[tuple[int, int], tuple[int, int]] = {}
    walls, floors = _covered(uprights, xs, ys), _covered(levels, ys, xs)
    for row in range(len(ys) - 1):
        for column in range(len(xs) - 1):
            place = (row, column)
            if column and (column, row) not in walls:
                cells[place] = cells[row, column - 1]
            elif row and (row, column) not in floors:
                cells[place] = cells[row - 1, column]
            else:
                cells[place] = place
    return cells


def _covered(rules: list[Rule], lines: tuple[float, ...], cross: tuple[float, ...]) -> set[tuple[int, int]]:
    """The pieces (number of the line, number of the gap across) that a rule covers by more than half."""
    covered: set[tuple[int, int]] = set()
    for rule in rules:
        line = min(range(len(lines)), key=lambda at: abs(lines[at] - rule.at))
        for gap, (start, end) in enumerate(pairwise(cross)):
            if min(rule.end, end) - max(rule.start, start) > _HALF * (end - start):
                covered.add((line, gap))
    return covered


def _between(places: tuple[float, ...], at: float) -> int | None:
    return next((number for number, (one, other) in enumerate(pairwise(places)) if one <= at <= other), None)
