"""One bar of a chart and the keys to its parts."""

from functools import cache

from PIL import Image
from PIL.ImageDraw import Draw

INK = (24, 32, 44)
_PAPER, _TRACK = (255, 255, 255), (200, 205, 212)
# From the palette of Okabe and Ito, which people with any colour vision tell apart. What is missing is
# hatched and outlined as well, so that it also shows without any colour.
_HAVE, _MISSING, _MISSING_PALE = (0, 114, 178), (230, 159, 0), (255, 246, 225)
_EDGE = 4  # the stroke around what is missing
_HATCH, _HATCH_STROKE = 20, 6
_TICK, _STANDS_OUT, _HALO = (
    3,
    9,
    4,
)  # the mark for the minimum: half its width, beyond the bar, paper around it
_SLIVER = 8  # how wide even the smallest part is

Edges = tuple[int, int, int, int]
"""Left, top, right and bottom of something, in pixels."""


def draw_bar(sheet: Image.Image, edges: Edges, have: int, need: int | None, minimum: int | None) -> None:
    """A bar as long as the need: filled as far as there are people, hatched where some are missing.

    Where there are more people than needed, a gap in the bar shows the need; the minimum is a mark on it.
    """
    left, top, right, bottom = edges
    whole = max(have, need or 0, minimum or 0, 1)

    def across(count: int) -> int:
        return left + round((right - left) * count / whole)

    filled = max(across(have), left + _SLIVER) if have > 0 else left
    Draw(sheet).rectangle(edges, outline=_TRACK, width=2)
    if need is not None and have < need:
        draw_missing(sheet, (min(filled, across(need) - _SLIVER), top, across(need), bottom))
    if have > 0:
        draw_present(sheet, (left, top, filled, bottom))
    if need is not None and need < have:
        Draw(sheet).rectangle((across(need) - _HALO, top, across(need) + _HALO, bottom), fill=_PAPER)
    if minimum is not None:
        draw_tick(sheet, across(minimum), top, bottom)


def draw_present(sheet: Image.Image, edges: Edges) -> None:
    """What there is: a plain area."""
    Draw(sheet).rectangle(edges, fill=_HAVE)


def draw_missing(sheet: Image.Image, edges: Edges) -> None:
    """What is missing: a hatched area with an outline."""
    left, top, right, bottom = edges
    sheet.paste(_hatching(right - left + 1, bottom - top + 1), (left, top))
    Draw(sheet).rectangle(edges, outline=_MISSING, width=_EDGE)


def draw_tick(sheet: Image.Image, middle: int, top: int, bottom: int) -> None:
    """A mark across the bar, with paper around it, so that it shows on any ground."""
    canvas = Draw(sheet)
    for half, colour in ((_TICK + _HALO, _PAPER), (_TICK, INK)):
        canvas.rectangle((middle - half, top - _STANDS_OUT, middle + half, bottom + _STANDS_OUT), fill=colour)


def _hatching(width: int, height: int) -> Image.Image:
    return _hatched(-(-width // 100) * 100, height).crop((0, 0, width, height))


@cache
def _hatched(width: int, height: int) -> Image.Image:
    area = Image.new("RGB", (2 * width, 2 * height), _MISSING_PALE)  # twice as large: for smooth strokes
    canvas = Draw(area)
    for start in range(-2 * height, 2 * width, 2 * _HATCH):
        line = (start, 2 * height, start + 2 * height, 0)
        canvas.line(line, fill=_MISSING, width=2 * _HATCH_STROKE)
    return area.resize((width, height), Image.Resampling.BOX)
