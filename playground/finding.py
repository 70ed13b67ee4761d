"""Finding one of several things by what a person would call it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

_Thing = TypeVar("_Thing")


def find(
    things: Sequence[_Thing],
    which: str | int,
    label: Callable[[_Thing], str],
    name: Callable[[_Thing], str | None],
) -> list[_Thing]:
    """Those at that place, or of that label, or of that name, or with that in their label."""
    if isinstance(which, int):
        return list(things[which : which + 1 or None])
    return (
        [thing for thing in things if label(thing) == which]
        or [thing for thing in things if name(thing) == which]
        or [thing for thing in things if which in label(thing)]
    )
