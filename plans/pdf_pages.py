"""What PDFium knows of the pages of a PDF: the letters with their places, and the ruled lines.

Through its plain C functions, since pypdfium2 wraps neither the boxes of letters nor what a form holds
within bounds. Sizes in points; `top` counts downwards.
"""

import ctypes
import math
import sys
from collections import Counter
from collections.abc import Iterator
from typing import Any, NamedTuple

import pypdfium2
from pypdfium2 import raw

from plans.grids import Rule
from plans.pdf_rules import rules_of
from plans.unreadable import Reason, UnreadableDocument
from plans.words import Letter

_PASSWORD = 4  # FPDF_ERR_PASSWORD
_FARTHEST = 20_000.0  # points; a page is at most 14,400 wide
_SAMPLES = 40  # letters of a page asked which way they stand
_QUARTER = math.pi / 2
_FORCE_BOLD = 1 << 18  # of a font's flags in PDF
_BOLD = 600  # from this weight on
_NAME = 128  # bytes of a font's name that are looked at
_HALVES = range(0xD800, 0xE000)  # of surrogate pairs
_HYPHENS = {0x02, 0xFFFE}  # what PDFium calls a hyphen at which a word was divided


class Print(NamedTuple):
    """One page, turned so that most of its letters stand upright."""

    letters: list[Letter]
    rules: list[Rule]


class Pages:
    """An open PDF; close it."""

    def __init__(self, data: bytes) -> None:
        """Open a PDF; one whose password is empty opens by itself.

        Raises:
            UnreadableDocument: encrypted or damaged.
        """
        try:
            self._document = pypdfium2.PdfDocument(data)
        except pypdfium2.PdfiumError as error:
            locked = getattr(error, "err_code", None) == _PASSWORD
            raise UnreadableDocument(Reason.ENCRYPTED if locked else Reason.DAMAGED) from error

    def __len__(self) -> int:
        return len(self._document)

    def close(self) -> None:
        """Give everything back."""
        self._document.close()

    def prints(self) -> Iterator[Print]:
        """Each page in its turn.

        Raises:
            UnreadableDocument: a page is broken.
        """
        for at in range(len(self._document)):
            try:
                page = self._document[at]
            except pypdfium2.PdfiumError as error:
                raise UnreadableDocument(Reason.DAMAGED) from error
            yield _print(page)
            page.close()


def _print(page: Any) -> Print:  # noqa: ANN401  # pypdfium2 is published without types
    try:
        text = page.get_textpage()
    except pypdfium2.PdfiumError as error:
        raise UnreadableDocument(Reason.DAMAGED) from error
    try:
        turns = _turns(text.raw)
        letters = list(_letters(text.raw, turns))
    finally:
        text.close()
    rules = [rule for box in rules_of(page.raw) if (rule := Rule.over(_turned(box, turns)))]
    return Print(letters, rules)


def _turns(text: object) -> int:
    """How many quarters of a turn most letters lean, with the clock; the page's own turn is no matter."""
    count = raw.FPDFText_CountChars(text)
    angles = (raw.FPDFText_GetCharAngle(text, at) for at in range(0, count, max(1, count // _SAMPLES)))
    quarters = Counter(round(angle / _QUARTER) % 4 for angle in angles if math.isfinite(angle) and angle >= 0)
    return quarters.most_common(1)[0][0] if quarters else 0


def _letters(text: object, turns: int) -> Iterator[Letter]:
    """Every letter in the order of the file; white space is a letter without a place."""
    box = raw.FS_RECTF()
    where, fonts = ctypes.byref(box), _Fonts(text)
    for at in range(max(0, raw.FPDFText_CountChars(text))):
        code = raw.FPDFText_GetUnicode(text, at)
        letter = _letter(code)
        if letter.isspace() or not raw.FPDFText_GetLooseCharBox(text, at, where):
            yield Letter(" ", 0, 0, 0, 0, bold=False)
            continue
        x0, top, x1, bottom = _turned((box.left, box.bottom, box.right, box.top), turns)
        if -_FARTHEST < x0 <= x1 < _FARTHEST and -_FARTHEST < top <= bottom < _FARTHEST:
            yield Letter(letter, x0, x1, top, bottom, bold=fonts.bold(at))


def _letter(code: int) -> str:
    """The letter with this number; a half of one is none."""
    if code in _HYPHENS:
        return "-"
    if not 0 < code <= sys.maxunicode or code in _HALVES:
        return "\N{REPLACEMENT CHARACTER}" if code else " "
    return chr(code)


class _Fonts:
    """Asks for a letter's font only where the one before it was of another text object."""

    def __init__(self, text: object) -> None:
        self._text = text
        self._last: object = None
        self._bold = False
        self._name = ctypes.create_string_buffer(_NAME)

    def bold(self, at: int) -> bool:
        """Whether a letter is bold."""
        shown = raw.FPDFText_GetTextObject(self._text, at)
        address = ctypes.addressof(shown.contents) if shown else None
        if address != self._last or address is None:
            self._last, self._bold = address, self._ask(at)
        return self._bold

    def _ask(self, at: int) -> bool:
        flags = ctypes.c_int()
        raw.FPDFText_GetFontInfo(self._text, at, self._name, _NAME, flags)
        name = self._name.value.lower()
        heavy = raw.FPDFText_GetFontWeight(self._text, at) >= _BOLD
        return heavy or b"bold" in name or b"black" in name or bool(flags.value & _FORCE_BOLD)


def _turned(box: tuple[float, float, float, float], turns: int) -> tuple[float, float, float, float]:
    """A box (left, bottom, right, top; upwards) turned back, as (x0, top, x1, bottom) downwards."""
    left, low, right, high = box
    if turns == 1:
        left, low, right, high = -high, left, -low, right
    elif turns == 2:  # noqa: PLR2004  # quarters
        left, low, right, high = -right, -high, -left, -low
    elif turns:
        left, low, right, high = low, -right, high, -left
    return left, -high, right, -low
