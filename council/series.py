"""Pairing what has one title (six council meetings of a year) in the order of time."""

from collections.abc import Callable, Sequence
from typing import TypeVar

A = TypeVar("A")
B = TypeVar("B")


def in_order(
    ones: Sequence[A], others: Sequence[B], distance: Callable[[A, B], int], limit: int
) -> list[tuple[A, B]]:
    """As many pairs as there can be, no two of which cross, with the least distance in all.

    Both sides are in the order of time; nothing further apart than `limit` is a pair. Takes time and room
    with the product of the two lengths.
    """
    reach = [[distance(one, other) for other in others] for one in ones]
    best = _best(reach, limit)
    return [(ones[row], others[column]) for row, column in _walked(best, reach, limit)]


def _best(reach: list[list[int]], limit: int) -> list[list[tuple[int, int]]]:
    """For each pair of beginnings: minus the number of pairs, and their distance in all."""
    width = len(reach[0]) if reach else 0
    best = [[(0, 0)] * (width + 1) for _ in range(len(reach) + 1)]
    for row, distances in enumerate(reach):
        for column, days in enumerate(distances):
            skipped = min(best[row][column + 1], best[row + 1][column])
            best[row + 1][column + 1] = min(skipped, _with(best[row][column], days, limit))
    return best


def _with(before: tuple[int, int], days: int, limit: int) -> tuple[int, int]:
    return (before[0] - 1, before[1] + days) if days <= limit else (1, 0)


def _walked(best: list[list[tuple[int, int]]], reach: list[list[int]], limit: int) -> list[tuple[int, int]]:
    row, column = len(reach), len(best[0]) - 1
    found: list[tuple[int, int]] = []
    while row and column:
        here = best[row][column]
        if here == best[row - 1][column]:
            row -= 1
        elif here == best[row][column - 1]:
            column -= 1
        else:
            row, column = row - 1, column - 1
            assert reach[row][column] <= limit
            found.append((row, column))
    return found[::-1]
