"""Letters put together to words, however the program set them. Pure; sizes in points, `top` downwards."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

_APART = 0.3  # of the height: a gap inside a run of letters that divides words
_BACK = 0.5  # of the height: how far a letter may go back, as accents do
_SHIFT = 0.5  # of the height: how far a letter may stand above or below, as exponents do
_TOUCHING = 0.06  # of the height: what is nearer is one word that was drawn in pieces


class Letter(NamedTuple):
    """One letter and where it is; white space has no place."""

    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    bold: bool = False


class Word(NamedTuple):
    """One word and where it is."""

    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    bold: bool = False

    @property
    def height(self) -> float:
        """How high its line is."""
        return max(self.bottom - self.top, 1.0)

    @property
    def middle(self) -> float:
        """Where the middle of it is, downwards."""
        return (self.top + self.bottom) / 2


def words(letters: Iterable[Letter]) -> list[Word]:
    """The words in the order of the letters: divided at white space, at gaps, and where the line changes."""
    found: list[Word] = []
    run: list[Letter] = []
    for letter in letters:
        blank = letter.text.isspace()
        if run and (blank or _divided(run[-1], letter)):
            found.append(_word(run))
            run = []
        if not blank:
            run.append(letter)
    if run:
        found.append(_word(run))
    return found


def mended(line: Iterable[Word]) -> Iterator[Word]:
    """A line of words from left to right, with those that touch made one."""
    last: Word | None = None
    for word in line:
        if last and abs(word.x0 - last.x1) <= _TOUCHING * min(word.height, last.height):
            last = Word(
                last.text + word.text,
                last.x0,
                max(last.x1, word.x1),
                min(last.top, word.top),
                max(last.bottom, word.bottom),
                last.bold and word.bold,
            )
            continue
        if last:
            yield last
        last = word
    if last:
        yield last


def _divided(before: Letter, letter: Letter) -> bool:
    if (letter.x0, letter.x1) == (before.x0, before.x1):  # both of one sign: a ligature
        return False
    height = max(before.bottom - before.top, letter.bottom - letter.top, 1.0)
    gap = letter.x0 - before.x1
    shift = abs(letter.top + letter.bottom - before.top - before.bottom) / 2
    return gap > _APART * height or gap < -_BACK * height or shift > _SHIFT * height


def _word(run: list[Letter]) -> Word:
    return Word(
        "".join(letter.text for letter in run),
        min(letter.x0 for letter in run),
        max(letter.x1 for letter in run),
        min(letter.top for letter in run),
        max(letter.bottom for letter in run),
        all(letter.bold for letter in run),
    )
