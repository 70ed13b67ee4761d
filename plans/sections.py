"""Headings of any kind, and what they head."""

import re

from plans.atoms import Context
from plans.extracted import Row
from plans.phrases import phrases
from plans.pieces import ends_open, has_bullet

_LONGEST = 70  # characters of a heading
_UNDERLINE = re.compile(r"[=~_–—-]{3,}")
_TWO_SENTENCES = re.compile(r"[^\W\d]{2}\.\s[A-ZÆØÅÄÖ]")
_SENTENCE_ENDS = (".", ",", ";", "!")
_ANY_YEAR = 2000


def is_heading(rows: tuple[Row, ...], at: int) -> bool:
    """Whether a row heads what follows: marked as such, in capitals, underlined, or short between gaps."""
    row = rows[at]
    text = row.text.strip()
    if row.heading:
        return True
    if not text or len(text) > _LONGEST or text.endswith(_SENTENCE_ENDS) or len(row.cells) > 1:
        return False
    if has_bullet(text) or not any(letter.isalpha() for letter in text) or _dated(text):
        return False
    below = rows[at + 1] if at + 1 < len(rows) else None
    if _TWO_SENTENCES.search(text) or ends_open(text) or (below is not None and below.text[:1].islower()):
        return False
    if below is not None and _UNDERLINE.fullmatch(below.text.strip()):
        return True
    alone = at == 0 or rows[at - 1].blank
    return alone and (text[0].isupper() or text[0].isdigit()) and "\n" not in text


def section_of(rows: tuple[Row, ...], at: int) -> range:
    """The rows from the heading above this one (itself included) to the next heading."""
    first = at
    while first > 0 and not is_heading(rows, first):
        first -= 1
    after = at + 1
    while after < len(rows) and not is_heading(rows, after):
        after += 1
    return range(first, after)


def headings_above(rows: tuple[Row, ...], at: int) -> list[Row]:
    """The headings above a row, the nearest first."""
    return [rows[index] for index in range(at - 1, -1, -1) if is_heading(rows, index)]


def _dated(text: str) -> bool:
    return any(phrase.when.known for phrase in phrases(text, Context(year=_ANY_YEAR)))
