"""Who is still missing, as a picture: one bar for each opening, readable on a phone."""

import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PIL import Image
from PIL.ImageDraw import Draw

from papers.bars import INK, Edges, draw_bar, draw_missing, draw_present, draw_tick
from papers.lettering import Lettering
from papers.wrapping import Block, Box, fit

WIDTH = 1080
"""Of the picture, in pixels: about what a phone shows."""
MOST_BARS = 25

_PAPER, _SOFT = (255, 255, 255), (84, 93, 107)
_MARGIN = 48
_LEFT, _RIGHT = _MARGIN, WIDTH - _MARGIN
_COLUMN = _RIGHT - _LEFT
_NUMBERS = Lettering(40, bold=True)
_BESIDE, _BAR, _UNDER, _AFTER = (
    24,
    42,
    10,
    38,
)  # between label and number, the bar, above the note, after a row
_SWATCH, _KEY, _KEY_LINE = (
    (52, 30),
    40,
    56,
)  # a key's picture, the room between two keys, and for a line of keys


@dataclass(frozen=True, slots=True)
class Bar:
    """How an opening stands: `have` people of `need` (None: as many as like), at least `minimum`."""

    label: str
    have: int
    need: int | None
    minimum: int | None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Legend:
    """The words around the bars; `more` says how many are left out when there are over `MOST_BARS`."""

    have: str
    missing: str
    minimum: str
    more: str = ""


def draw_chart(title: str, bars: Sequence[Bar], legend: Legend) -> bytes:
    """The chart as PNG, 1080 pixels wide and as high as the bars need (100 to 260 pixels each).

    Every bar is as long as its own need, so that its filled share says how full the opening is, whether
    of 2 or of 200 places. At most `MOST_BARS` are drawn: the caller puts first what matters most.
    """
    shown = bars[:MOST_BARS]
    heading = fit([title], Box(_COLUMN, 150, largest=54, smallest=32, bold=True))
    more = fit([legend.more] if len(bars) > len(shown) else [], Box(_COLUMN, 90, largest=34, smallest=26))
    keys = _keys(shown, legend)
    rows = [_Row.of(bar) for bar in shown]
    top = 2 * _MARGIN + heading.height + (keys[-1].line + 1 if keys else 0) * _KEY_LINE
    height = top + sum(row.height for row in rows) + more.height + _MARGIN
    sheet = Image.new("RGB", (WIDTH, height), _PAPER)
    _write(sheet, heading, _MARGIN, INK)
    _draw_keys(sheet, keys, _MARGIN + heading.height + _MARGIN // 3)
    for row in rows:
        row.draw(sheet, top)
        top += row.height
    _write(sheet, more, top, _SOFT)
    return _as_png(sheet)


@dataclass(frozen=True, slots=True)
class _Row:
    """A bar with its words laid out."""

    bar: Bar
    label: Block
    number: str
    note: Block

    @classmethod
    def of(cls, bar: Bar) -> "_Row":
        number = f"{bar.have}" if bar.need is None else f"{bar.have} / {bar.need}"
        room = _COLUMN - round(_NUMBERS.width(number)) - _BESIDE
        label = fit([bar.label], Box(room, 104, largest=40, smallest=32, bold=True))
        return cls(bar, label, number, fit([bar.note], Box(_COLUMN, 90, largest=32, smallest=26)))

    @property
    def _bar_top(self) -> int:
        return max(self.label.height, round(_NUMBERS.size * 1.28)) + _UNDER

    @property
    def height(self) -> int:
        note = self.note.height + _UNDER if self.note.height else 0
        return self._bar_top + _BAR + note + _AFTER

    def draw(self, sheet: Image.Image, top: int) -> None:
        room = _RIGHT - round(_NUMBERS.width(self.number))
        self.label.draw(Draw(sheet), (_LEFT, room - _BESIDE), top, INK, centred=False)
        _NUMBERS.draw(Draw(sheet), (room, top + _NUMBERS.size), self.number, INK)
        bar_top = top + self._bar_top
        edges = (_LEFT, bar_top, _RIGHT, bar_top + _BAR)
        draw_bar(sheet, edges, self.bar.have, self.bar.need, self.bar.minimum)
        _write(sheet, self.note, bar_top + _BAR + _UNDER, _SOFT)


@dataclass(frozen=True, slots=True)
class _Key:
    """A word of the legend; `left` and `line` say where it stands."""

    paint: Callable[[Image.Image, Edges], None]
    word: Block
    left: int = 0
    line: int = 0

    @property
    def width(self) -> int:
        widest = max((self.word.lettering.width(line.text) for line in self.word.lines), default=0)
        return _SWATCH[0] + _BESIDE + round(widest)


def _keys(bars: Sequence[Bar], legend: Legend) -> list[_Key]:
    """The keys to what is seen in these bars, from left to right in as many lines as they need."""
    seen = [
        (draw_present, legend.have, True),
        (draw_missing, legend.missing, any(bar.need is not None and bar.have < bar.need for bar in bars)),
        (_tick_alone, legend.minimum, any(bar.minimum is not None for bar in bars)),
    ]
    keys: list[_Key] = []
    left, line = _LEFT, 0
    for paint, text, is_seen in seen:
        word = fit([text], Box(_COLUMN - _SWATCH[0] - _BESIDE, 44, largest=32, smallest=24))
        if not (is_seen and word.height):
            continue
        if left > _LEFT and left + _Key(paint, word).width > _RIGHT:
            left, line = _LEFT, line + 1
        keys.append(_Key(paint, word, left, line))
        left += keys[-1].width + _KEY
    return keys


def _draw_keys(sheet: Image.Image, keys: Sequence[_Key], top: int) -> None:
    width, height = _SWATCH
    for key in keys:
        middle = top + key.line * _KEY_LINE + _KEY_LINE // 2
        key.paint(sheet, (key.left, middle - height // 2, key.left + width, middle + height // 2))
        beside = (key.left + width + _BESIDE // 2, _RIGHT)
        key.word.draw(Draw(sheet), beside, middle - key.word.height // 2, INK, centred=False)


def _tick_alone(sheet: Image.Image, edges: Edges) -> None:
    left, top, right, bottom = edges
    draw_tick(sheet, (left + right) // 2, top, bottom)


def _write(sheet: Image.Image, block: Block, top: int, ink: tuple[int, int, int]) -> None:
    block.draw(Draw(sheet), (_LEFT, _RIGHT), top, ink, centred=False)


def _as_png(sheet: Image.Image) -> bytes:
    buffer = io.BytesIO()
    sheet.save(buffer, "PNG")
    return buffer.getvalue()
