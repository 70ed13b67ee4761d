"""Texts in boxes: as large as they fit, broken between words where that is possible."""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from PIL.ImageDraw import ImageDraw as Draw

from papers.direction import reads_right_to_left
from papers.lettering import Ink, Lettering, is_mark, legible

_LINE_HEIGHT, _BASELINE = 1.28, 1.0  # of the size; DejaVu reaches 0.93 above the baseline and 0.24 below
_BETWEEN_PARAGRAPHS = 0.3
_STEP = 0.93  # from one size that is tried to the next
_COMFORTABLE = 0.5  # of the largest size: shrunk below that, it is better to break a word
_TOLERANCE = 0.9  # letters are not quite in proportion from size to size
_MOST_PER_EM = 4  # characters side by side, an i is the narrowest

Widths = Callable[[str], float]


@dataclass(frozen=True, slots=True)
class Box:
    """The room for a text, in pixels, and the sizes its letters may have, in pixels per em."""

    width: int
    height: int
    largest: int
    smallest: int
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """One line; `top` in pixels from the top of its block."""

    text: str
    top: int
    right_to_left: bool


@dataclass(frozen=True, slots=True)
class Block:
    """A text that was laid out; `height` in pixels, 0 when there is nothing to write."""

    lettering: Lettering
    lines: tuple[Line, ...]
    height: int

    def draw(
        self, canvas: Draw, column: tuple[int, int], top: int, ink: Ink, *, centred: bool = True
    ) -> None:
        """Writes the lines between two edges (left, right): centred, or from the side they are read from."""
        left, right = column
        for line in self.lines:
            room = right - left - self.lettering.width(line.text)
            start = left + room * (0.5 if centred else line.right_to_left)
            baseline = top + line.top + round(self.lettering.size * _BASELINE)
            self.lettering.draw(canvas, (start, baseline), line.text, ink, right_to_left=line.right_to_left)


def fit(texts: Sequence[str], box: Box) -> Block:
    """The paragraphs as large as the box allows; what does not even fit at the smallest size ends in "…"."""
    paragraphs = [paragraph for paragraph in map(legible, texts) if paragraph]
    for size in _promising(paragraphs, box):
        lettering = Lettering(size, box.bold)
        if size >= box.largest * _COMFORTABLE and not _words_fit(paragraphs, lettering, box.width):
            continue
        block = _laid_out(paragraphs, lettering, box.width)
        if block.height <= box.height:
            return block
    return _shortened(paragraphs, box)


def _promising(paragraphs: Sequence[str], box: Box) -> Iterator[int]:
    """The sizes worth trying: those at which the letters would fit if lines could be filled to the brim."""
    smallest = Lettering(box.smallest, box.bold)
    length = sum(map(smallest.width, paragraphs)) / box.smallest * _TOLERANCE  # in ems
    for size in _sizes(box):
        if length * size / box.width * size * _LINE_HEIGHT <= box.height:
            yield size


def _sizes(box: Box) -> Iterator[int]:
    size = float(box.largest)
    while size > box.smallest:
        yield round(size)
        size *= _STEP
    yield box.smallest


def _words_fit(paragraphs: Sequence[str], lettering: Lettering, width: int) -> bool:
    return all(lettering.width(word) <= width for text in paragraphs for word in text.split())


def _laid_out(paragraphs: Sequence[str], lettering: Lettering, width: int) -> Block:
    lines: list[Line] = []
    top = 0.0
    for paragraph in paragraphs:
        top += lettering.size * _BETWEEN_PARAGRAPHS if lines else 0
        right_to_left = reads_right_to_left(paragraph)
        for text in _balanced(paragraph, lettering, width):
            lines.append(Line(text, round(top), right_to_left))
            top += lettering.size * _LINE_HEIGHT
    return Block(lettering, tuple(lines), round(top))


def _shortened(paragraphs: Sequence[str], box: Box) -> Block:
    lettering = Lettering(box.smallest, box.bold)
    block = _laid_out(paragraphs, lettering, box.width)
    bottom = box.height - lettering.size * _LINE_HEIGHT
    lines = [line for line in block.lines if line.top <= bottom]
    if lines:
        lines[-1] = replace(lines[-1], text=_with_ellipsis(lines[-1].text, lettering, box.width))
    height = lines[-1].top + round(lettering.size * _LINE_HEIGHT) if lines else 0
    return Block(lettering, tuple(lines), height)


def _with_ellipsis(text: str, lettering: Lettering, width: int) -> str:
    length = _fitting(text, lettering, width - lettering.width("…"))
    return text[:length].rstrip(" .") + "…"


def _balanced(text: str, lettering: Lettering, width: int) -> list[str]:
    """The lines of a paragraph, about equally long: the narrowest column that needs no line more."""
    words, widths = text.split(), cache(lettering.width)
    lines = _wrapped(words, widths, lettering, width)
    if len(lines) == 1:
        return lines
    narrowest = max((*map(widths, words), width / 2))
    low, high = min(narrowest, width), float(width)
    while high - low > lettering.size / 2:
        middle = (low + high) / 2
        if len(_wrapped(words, widths, lettering, middle)) > len(lines):
            low = middle
        else:
            high = middle
    return _wrapped(words, widths, lettering, high)


def _wrapped(words: Sequence[str], widths: Widths, lettering: Lettering, width: float) -> list[str]:
    lines: list[str] = []
    room = 0.0
    for word in words:
        for part in [word] if widths(word) <= width else _broken(word, lettering, width):
            needed = widths(f" {part}")
            if lines and needed <= room:
                lines[-1] += f" {part}"
                room -= needed
            else:
                lines.append(part)
                room = width - widths(part)
    return lines


def _broken(word: str, lettering: Lettering, width: float) -> Iterator[str]:
    while word:
        length = _fitting(word, lettering, width)
        yield word[:length]
        word = word[length:]


def _fitting(text: str, lettering: Lettering, width: float) -> int:
    """How many characters fit, at least one; marks are not torn from their letter."""
    most = min(len(text), int(_MOST_PER_EM * width / lettering.size) + 1)
    length = max(1, bisect_right(range(1, most + 1), width, key=lambda count: lettering.width(text[:count])))
    while length > 1 and length < len(text) and is_mark(text[length]):
        length -= 1
    return length
