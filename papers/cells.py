"""What a table's cell may hold: texts that spreadsheet programs show and never calculate."""

import re
import unicodedata
from typing import TypeAlias

Cell: TypeAlias = str | int | None

MOST_UNITS = 32_767
"""The longest text of one cell, in UTF-16 code units (Excel's specifications and limits)."""

_EXACT = 999_999_999_999_999  # programs keep 15 digits of a number and put noughts for the rest
_LINE_ENDS = re.compile(r"\r\n?|[\x85\u2028\u2029]")
# All that XML 1.0 (2.2) cannot hold.
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_STARTS_FORMULA = frozenset("=+-@")


def clean(cell: Cell, longest: int = MOST_UNITS) -> Cell:
    """The cell as it can be written: without what XML cannot hold, lines ending in LF, not too long.

    Numbers of more than 15 digits become texts, which keep every digit.
    """
    if isinstance(cell, str):
        return clip(_NOT_XML.sub("", _LINE_ENDS.sub("\n", cell)), longest)
    return str(cell) if cell is not None and abs(cell) > _EXACT else cell


def clip(text: str, longest: int) -> str:
    """At most `longest` UTF-16 code units, no character halved; an ellipsis stands for what was cut off."""
    if len(text) <= longest // 2 or len(text.encode("utf-16-le")) // 2 <= longest:
        return text
    return text.encode("utf-16-le")[: 2 * longest - 2].decode("utf-16-le", "ignore") + "…"


def looks_calculated(text: str) -> bool:
    """Whether some spreadsheet program might take the text for a formula.

    After OWASP, "CSV injection": = + - @, tab and line ends in front, in any width, also after blanks
    and invisible characters.
    """
    seen = next((c for c in text if not c.isspace() and unicodedata.category(c) != "Cf"), "")
    return text[:1] in {"\t", "\n", "\r"} or unicodedata.normalize("NFKC", seen)[:1] in _STARTS_FORMULA
