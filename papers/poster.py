"""A poster with a QR code: A5 at print resolution, in one ink, so that any printer does it justice."""

import io
from collections.abc import Callable
from dataclasses import dataclass

import segno
from PIL import Image
from PIL.ImageDraw import Draw, ImageDraw

from papers.wrapping import Block, Box, fit

WIDTH, HEIGHT, DPI = 1748, 2480, 300
"""A5 (148 by 210 mm, ISO 216), in pixels."""

_QUIET_ZONE = 4  # modules, by ISO/IEC 18004
_INK, _PAPER, _SOFT = 0, 255, 90  # shades of the picture
_INK_COLOUR = (14, 38, 66)  # a dark blue: black on a printer without colours

_MARGIN = 130
_COLUMN = WIDTH - 2 * _MARGIN
_EDGES = (_MARGIN, WIDTH - _MARGIN)
_CENTRE = WIDTH // 2
_BAND = 190  # the dark strip at the top, with the council's name
_RULE = (220, 10)  # the stroke under the title: width and height
_ROOM = HEIGHT - _BAND  # for all that stands under the band
_GAP = 45  # at least, between the parts
_LARGEST_CODE = 1080


@dataclass(frozen=True, slots=True)
class Poster:
    """What is written on a poster, in words ready to print; any of `lines` and `how_to` may be empty.

    `lines` say when, where and how long; `link` is what the code holds; `how_to` says in one line for each
    language what to do with it.
    """

    title: str
    lines: tuple[str, ...]
    link: str
    how_to: tuple[str, ...]
    council: str
    contact: str = ""


def draw_poster(poster: Poster) -> bytes:
    """The poster as PNG, 1748 by 2480 pixels at 300 dpi.

    The code has error correction M or better. Texts shrink to their room, then end in an ellipsis;
    characters that no font here can write are left out.

    Raises:
        ValueError: when the link is empty or longer than a QR code holds (2,331 bytes).
    """
    sheet = Image.new("L", (WIDTH, HEIGHT), _PAPER)
    canvas = Draw(sheet)
    _draw_band(canvas, poster.council)
    parts = _parts(sheet, canvas, poster)
    gap = (_ROOM - sum(part.height for part in parts)) // (len(parts) + 1)
    top = _BAND + gap
    for part in parts:
        part.paint(top)
        top += part.height + gap
    return _as_png(sheet)


@dataclass(frozen=True, slots=True)
class _Part:
    """Something `height` pixels high, painted when its top is known."""

    height: int
    paint: Callable[[int], None]


def _draw_band(canvas: ImageDraw, council: str) -> None:
    canvas.rectangle((0, 0, WIDTH, _BAND), fill=_INK)
    name = fit([council], Box(_COLUMN, 130, largest=64, smallest=30, bold=True))
    name.draw(canvas, _EDGES, (_BAND - name.height) // 2, _PAPER)


def _parts(sheet: Image.Image, canvas: ImageDraw, poster: Poster) -> list[_Part]:
    title = fit([poster.title], Box(_COLUMN, 460, largest=150, smallest=40, bold=True))
    facts = fit(poster.lines, Box(_COLUMN, 340, largest=70, smallest=34))
    how_to = fit(poster.how_to, Box(_COLUMN, 300, largest=56, smallest=24, bold=True))
    contact = fit([poster.contact], Box(_COLUMN, 80, largest=44, smallest=28))
    above = [_text(canvas, title, _INK), _rule(canvas), _text(canvas, facts, _INK)]
    below = [_text(canvas, how_to, _INK), _text(canvas, contact, _SOFT)]
    around = [part for part in (*above, *below) if part.height]
    room = _ROOM - sum(part.height for part in around) - (len(around) + 2) * _GAP
    middle = _code(sheet, canvas, poster.link, room)
    parts = [*above, middle, *below]
    return [part for part in parts if part.height]


def _text(canvas: ImageDraw, block: Block, shade: int) -> _Part:
    return _Part(block.height, lambda top: block.draw(canvas, _EDGES, top, shade))


def _rule(canvas: ImageDraw) -> _Part:
    width, height = _RULE
    left = _CENTRE - width // 2
    return _Part(height, lambda top: canvas.rectangle((left, top, left + width, top + height - 1), fill=_INK))


def _code(sheet: Image.Image, canvas: ImageDraw, link: str, room: int) -> _Part:
    """The code and, in small type, what it holds: as large as the room, in whole pixels per module."""
    printed = fit([link.removeprefix("https://")], Box(_COLUMN, 90, largest=36, smallest=20))
    if not link:
        raise ValueError("no link for the code")
    modules = segno.make_qr(link, error="m").matrix_iter(border=_QUIET_ZONE)
    rows = [bytes(_INK if dark else _PAPER for dark in row) for row in modules]
    side = min(room - printed.height, _LARGEST_CODE) // len(rows) * len(rows)
    picture = Image.frombytes("L", (len(rows), len(rows)), b"".join(rows))
    enlarged = picture.resize((side, side), Image.Resampling.NEAREST)

    def paint(top: int) -> None:
        sheet.paste(enlarged, (_CENTRE - side // 2, top))
        printed.draw(canvas, _EDGES, top + side, _SOFT)

    return _Part(side + printed.height, paint)


def _as_png(sheet: Image.Image) -> bytes:
    sheet.putpalette(bytes(channel for shade in range(256) for channel in _tinted(shade)))
    buffer = io.BytesIO()
    sheet.save(buffer, "PNG", dpi=(DPI, DPI))
    return buffer.getvalue()


def _tinted(shade: int) -> tuple[int, ...]:
    return tuple(channel + (255 - channel) * shade // 255 for channel in _INK_COLOUR)
