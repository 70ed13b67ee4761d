"""In which order the parts of a line stand on paper: the bidirectional algorithm (UAX #9).

Without embeddings and isolates, which `lettering.legible` takes out. Pillow could order lines itself,
but only where the FriBiDi library is installed, and only within one font.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

# One letter for each class: A Arabic letter, E European digit, N Arabic digit, m mark, o neutral;
# s, c, t stand between or beside numbers.
_CLASSES = {"L": "L", "R": "R", "AL": "A", "EN": "E", "AN": "N", "ES": "s", "CS": "c", "ET": "t", "NSM": "m"}
_BRACKETS = {"(": ")", "[": "]", "{": "}"}
# A number in groups, as telephones have it: by the plain rules its groups would change places in Arabic.
_GROUPED_NUMBER = re.compile(r"\+?[0-9]{2,}(?: [0-9]{2,})+|\+[0-9]+", re.ASCII)
_LEVELS = ({"L": 0, "R": 1, "E": 2, "N": 2}, {"L": 2, "R": 1, "E": 2, "N": 2})


@dataclass(frozen=True, slots=True)
class Run:
    """A part of a line, in the order it is read; all of it runs in one direction."""

    text: str
    right_to_left: bool


def reads_right_to_left(text: str) -> bool:
    """The direction of a paragraph: that of its first letter with one (rules P2 and P3)."""
    strong = (unicodedata.bidirectional(character) for character in text)
    return next((kind != "L" for kind in strong if kind in {"L", "R", "AL"}), False)


def visual_runs(text: str, *, right_to_left: bool) -> list[Run]:
    """The runs of one line from left to right, in a paragraph of the given direction."""
    if text.isascii() and not right_to_left:
        return [Run(text, right_to_left=False)] if text else []
    levels = _levels(text, right_to_left=right_to_left)
    runs = [
        (level, Run("".join(text[index] for index, _ in part), bool(level % 2)))
        for level, part in groupby(enumerate(levels), key=lambda indexed: indexed[1])
    ]
    for lowest in range(max(levels, default=0), 0, -1):  # rule L2
        runs = list(_reversed_from(runs, lowest))
    return [run for _, run in runs]


def _reversed_from(runs: list[tuple[int, Run]], lowest: int) -> Iterator[tuple[int, Run]]:
    for high, group in groupby(runs, key=lambda run: run[0] >= lowest):
        part = list(group)
        yield from reversed(part) if high else part


def _levels(text: str, *, right_to_left: bool) -> list[int]:
    base = "R" if right_to_left else "L"
    resolved = _neutral(_bracketed(text, _weak(_classes(text), base), base), base)
    return [_LEVELS[right_to_left][kind] for kind in resolved]


def _classes(text: str) -> str:
    classes = "".join(_CLASSES.get(unicodedata.bidirectional(character), "o") for character in text)
    for number in _GROUPED_NUMBER.finditer(text):
        classes = classes[: number.start()] + "L" * len(number[0]) + classes[number.end() :]
    return classes


def _weak(classes: str, base: str) -> str:
    """Rules W1 to W7, each over the whole line."""
    classes = re.sub("([^m]?)(m+)", lambda at: (at[1] or base) * len(at[0]), classes)
    classes = re.sub("A[^LRA]*", lambda at: at[0].replace("E", "N"), classes).replace("A", "R")
    classes = re.sub("(?<=E)[sc](?=E)", "E", classes)
    classes = re.sub("(?<=N)c(?=N)", "N", classes)
    classes = re.sub("(?<=E)t+|t+(?=E)", lambda at: "E" * len(at[0]), classes)
    classes = re.sub("[sct]", "o", classes)
    after_left = "(?:^|L)[^LR]*" if base == "L" else "L[^LR]*"
    return re.sub(after_left, lambda at: at[0].replace("E", "L"), classes)


def _bracketed(text: str, classes: str, base: str) -> str:
    """Rule N0: both brackets of a pair take the paragraph's direction, or that of all that is inside."""
    resolved = list(classes)
    for opening, closing in _pairs(text):
        inside = set(map(_side, resolved[opening + 1 : closing])) - {""}
        before = next((_side(kind) for kind in reversed(resolved[:opening]) if _side(kind)), base)
        if inside:
            resolved[opening] = resolved[closing] = base if base in inside else before
    return "".join(resolved)


def _pairs(text: str) -> list[tuple[int, int]]:
    """Where brackets open and close, in the order in which they open (BD16)."""
    pairs: list[tuple[int, int]] = []
    opened: list[int] = []
    for index, character in enumerate(text):
        if character in _BRACKETS:
            opened.append(index)
        matching = [at for at in opened if _BRACKETS[text[at]] == character]
        if matching:
            pairs.append((matching[-1], index))
            del opened[opened.index(matching[-1]) :]
    return sorted(pairs)


def _side(kind: str) -> str:
    """The direction a class stands for among neutrals, to which numbers read right to left (N0, N1)."""
    return {"L": "L", "R": "R", "E": "R", "N": "R"}.get(kind, "")


def _neutral(classes: str, base: str) -> str:
    """Rules N1 and N2: what has no direction takes that of both neighbours, or the paragraph's."""

    def taken(at: re.Match[str]) -> str:
        before, after = (
            _side(kind) or base for kind in (classes[: at.start()][-1:], classes[at.end() :][:1])
        )
        return (before if before == after else base) * len(at[0])

    return re.sub("o+", taken, classes)
