"""The straight, upright or level lines on a page of a PDF, as thin boxes; PDFium's plain C functions.

Programs rule tables in many ways: strokes, thin filled boxes, boxes around cells, a whole grid as one path.
Bounds keep maps and drawings from costing more than tables do.
"""

import ctypes
from collections.abc import Iterator
from itertools import pairwise

from pypdfium2 import raw

Box = tuple[float, float, float, float]
"""Left, bottom, right, top; upwards."""

_MOST_OBJECTS = 20_000  # on a page
_MOST_SEGMENTS = 6_000  # of paths that are looked into, on a page
_LONGEST = 2_000  # segments of one path: a grid has fewer, a map more
_DEEPEST = 4  # forms in forms
_THIN = 4.0  # points: a line with its width
_SHORTEST = 6.0  # points of a rule
_STRAIGHT = 0.8  # points off the straight


def rules_of(page: object) -> Iterator[Box]:
    """All straight lines of a page, each as a thin box."""
    count = min(raw.FPDFPage_CountObjects(page), _MOST_OBJECTS)
    budget = _Budget(_MOST_OBJECTS, _MOST_SEGMENTS)
    for at in range(count):
        yield from _of(raw.FPDFPage_GetObject(page, at), _NOWHERE, budget, 0)


class _Budget:
    """What may still be looked at."""

    def __init__(self, objects: int, segments: int) -> None:
        self.objects = objects
        self.segments = segments


class _Move:
    """Takes a point to where it is on the page: the matrices of a path and of the forms around it."""

    def __init__(self, values: tuple[float, ...] = (1, 0, 0, 1, 0, 0)) -> None:
        self._values = values

    def __call__(self, x: float, y: float) -> tuple[float, float]:
        a, b, c, d, e, f = self._values
        return a * x + c * y + e, b * x + d * y + f

    def within(self, thing: object) -> "_Move":
        """That of an object in this one."""
        matrix = raw.FS_MATRIX()
        if not raw.FPDFPageObj_GetMatrix(thing, matrix):
            return self
        a, b, c, d, _, _ = self._values
        p, q, r, s = matrix.a, matrix.b, matrix.c, matrix.d
        origin = self(matrix.e, matrix.f)
        return _Move((a * p + c * q, b * p + d * q, a * r + c * s, b * r + d * s, *origin))


_NOWHERE = _Move()


def _of(thing: object, move: _Move, budget: _Budget, depth: int) -> Iterator[Box]:
    """The rules of one object on the page, or of those in a form."""
    budget.objects -= 1
    if budget.objects < 0 or not thing:
        return
    kind = raw.FPDFPageObj_GetType(thing)
    if kind == raw.FPDF_PAGEOBJ_PATH:
        yield from _path(thing, move, budget)
    elif kind == raw.FPDF_PAGEOBJ_FORM and depth < _DEEPEST:
        inner = move.within(thing)
        for at in range(max(0, raw.FPDFFormObj_CountObjects(thing))):
            if budget.objects < 0:
                return
            yield from _of(raw.FPDFFormObj_GetObject(thing, at), inner, budget, depth + 1)


def _path(path: object, move: _Move, budget: _Budget) -> Iterator[Box]:
    """The rules of a path: itself if it is thin, otherwise its straight segments."""
    box = _bounds(path, move)
    wide, high = box[2] - box[0], box[3] - box[1]
    if min(wide, high) <= _THIN:
        if max(wide, high) >= _SHORTEST and _painted(path):
            yield box
        return
    count = raw.FPDFPath_CountSegments(path)
    if wide >= _SHORTEST and high >= _SHORTEST and 1 < count <= min(_LONGEST, budget.segments):
        budget.segments -= count
        if _painted(path):
            yield from _segments(path, move.within(path), count)


def _bounds(thing: object, move: _Move) -> Box:
    sides = [ctypes.c_float() for _ in range(4)]
    raw.FPDFPageObj_GetBounds(thing, *sides)
    left, low, right, high = (side.value for side in sides)
    if move is _NOWHERE:
        return left, low, right, high
    return _around(move(left, low), move(right, high))


def _around(one: tuple[float, float], other: tuple[float, float]) -> Box:
    return min(one[0], other[0]), min(one[1], other[1]), max(one[0], other[0]), max(one[1], other[1])


def _painted(path: object) -> bool:
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    raw.FPDFPath_GetDrawMode(path, fill, stroke)
    return bool(fill.value or stroke.value)


def _segments(path: object, move: _Move, count: int) -> Iterator[Box]:
    """The straight lines between the points of a path; curves break it."""
    for one, other in pairwise(_points(path, move, count)):
        if one is None or other is None:
            continue
        box = _around(one, other)
        wide, high = box[2] - box[0], box[3] - box[1]
        if min(wide, high) <= _STRAIGHT and max(wide, high) >= _SHORTEST:
            yield box


def _points(path: object, move: _Move, count: int) -> Iterator[tuple[float, float] | None]:
    """The corners of a path one after another; None where the pen is lifted or goes round."""
    x, y = ctypes.c_float(), ctypes.c_float()
    start: tuple[float, float] | None = None
    for at in range(count):
        segment = raw.FPDFPath_GetPathSegment(path, at)
        kind = raw.FPDFPathSegment_GetType(segment)
        raw.FPDFPathSegment_GetPoint(segment, x, y)
        point = move(x.value, y.value)
        if kind == raw.FPDF_SEGMENT_MOVETO:
            start = point
        if kind != raw.FPDF_SEGMENT_LINETO:
            yield None
        yield point
        if raw.FPDFPathSegment_GetClose(segment) and start:
            yield start
            yield None
