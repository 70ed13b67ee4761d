"""Letters on a picture: the fonts that come with Samspil, one after the other where one lacks a letter."""

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import groupby
from pathlib import Path

from PIL import ImageFont, features
from PIL.ImageDraw import ImageDraw as Draw

from papers.coverage import covered
from papers.direction import Run, visual_runs
from papers.joining import laid_backwards

Ink = int | tuple[int, int, int]
"""A shade (0 black, 255 white) or red, green and blue, as the picture's mode has it."""

_FONTS = Path(__file__).parent / "fonts"
_REGULAR = (
    "DejaVuSans.ttf",
    "NotoSansEthiopic-Regular.ttf",
    "NotoSansThai-Regular.ttf",
    "NotoSansTamil-Regular.ttf",
)
_BOLD = ("DejaVuSans-Bold.ttf", *_REGULAR)
_KEPT_JOINERS = {"\u200c", "\u200d"}  # Persian words and emoji need them
_NEVER_DRAWN = {"Cc", "Cf", "Cn", "Co", "Cs"}
_STROKE = 0.025  # of the size, around letters of which there is no bold font here
_MOST_MARKS = 3  # on one letter: people who heap marks up would write over the lines above


@dataclass(frozen=True, slots=True)
class Lettering:
    """One size (pixels per em) and weight of letters.

    `shapes` says whether Pillow shapes complex scripts here; where it does not, `papers.joining` helps out.
    """

    size: int
    bold: bool = False
    shapes: bool = features.check("raqm") is True

    def width(self, text: str) -> float:
        """How wide the text is on one line, in pixels."""
        return sum(
            self._advance(name, run) for name, run in _pieces(text, bold=self.bold, right_to_left=False)
        )

    def draw(
        self, canvas: Draw, at: tuple[float, float], text: str, ink: Ink, *, right_to_left: bool = False
    ) -> None:
        """Writes one line from `at`, the left end of its baseline, in a paragraph of that direction."""
        left, baseline = at
        for name, run in _pieces(text, bold=self.bold, right_to_left=right_to_left):
            said, direction = self._said(run)
            font = _font(name, self.size, shapes=self.shapes)
            thicker = round(self.size * _STROKE) if self.bold and name != _BOLD[0] else 0
            canvas.text(
                (left, baseline), said, ink, font, anchor="ls", direction=direction, stroke_width=thicker
            )
            left += self._advance(name, run)

    def _advance(self, name: str, run: Run) -> float:
        said, direction = self._said(run)
        return _font(name, self.size, shapes=self.shapes).getlength(said, direction=direction)

    def _said(self, run: Run) -> tuple[str, str | None]:
        if self.shapes:
            return run.text, "rtl" if run.right_to_left else "ltr"
        return laid_backwards(run.text) if run.right_to_left else run.text, None


def legible(text: str) -> str:
    """The text on one line, without what none of the fonts can write (most emoji) and direction marks."""
    normal = unicodedata.normalize("NFC", text)
    kept = (" " if c.isspace() else c for c in normal if c.isspace() or _is_drawn(c))
    return " ".join("".join(_unheaped(kept)).split())


def is_mark(character: str) -> bool:
    """Whether it belongs to the character before it: an accent, a vowel sign, a joiner."""
    return character in _KEPT_JOINERS or unicodedata.category(character).startswith("M")


def _is_drawn(character: str) -> bool:
    if character in _KEPT_JOINERS:
        return True
    variation = "\ufe00" <= character <= "\ufe0f"
    if variation or unicodedata.category(character) in _NEVER_DRAWN:
        return False
    return any(ord(character) in _coverage(name) for name in _REGULAR)


def _unheaped(characters: Iterable[str]) -> Iterator[str]:
    marks = 0
    for character in characters:
        marks = marks + 1 if is_mark(character) else 0
        if marks <= _MOST_MARKS:
            yield character


def _pieces(text: str, *, bold: bool, right_to_left: bool) -> Iterator[tuple[str, Run]]:
    """The line from left to right, in parts that one font writes in one direction."""
    for run in visual_runs(text, right_to_left=right_to_left):
        parts = [
            (name, Run("".join(character for _, character in part), run.right_to_left))
            for name, part in groupby(_with_fonts(run.text, bold=bold), key=lambda pair: pair[0])
        ]
        yield from reversed(parts) if run.right_to_left else parts


def _with_fonts(text: str, *, bold: bool) -> Iterator[tuple[str, str]]:
    names = _BOLD if bold else _REGULAR
    name = names[0]
    for character in text:
        # Marks, blanks and signs stay with the letters before them, so that these stay in one piece.
        if not (_is_beside_letters(character) and ord(character) in _coverage(name)):
            name = next((each for each in names if ord(character) in _coverage(each)), name)
        yield name, character


def _is_beside_letters(character: str) -> bool:
    return is_mark(character) or not character.isalnum()


@cache
def _coverage(name: str) -> frozenset[int]:
    return covered(_FONTS / name)


@lru_cache(maxsize=64)
def _font(name: str, size: int, *, shapes: bool) -> ImageFont.FreeTypeFont:
    engine = ImageFont.Layout.RAQM if shapes else ImageFont.Layout.BASIC
    return ImageFont.truetype(_FONTS / name, size, layout_engine=engine)
