"""Rows made clean: markup, odd characters and page furniture are taken away, nothing is interpreted."""

import html
import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache

from plans.extracted import Row
from plans.lexicon import ALL_LANGUAGES, lexicon
from plans.running import running

BULLETS = "•·▪●◦‣∙■□○➢✓"
# The bullets of the symbol fonts that Word makes lists with.
_LISTED = "\uf0b7\uf0a7\uf0a8\uf02d\uf0d8\uf0fc\uf076\uf06e\uf06f\uf071\uf0e8"
_SYMBOLS = {code: BULLETS[0] if chr(code) in _LISTED else " " for code in range(0xF000, 0xF100)}
_ITEM_TAG = re.compile(r"<li\b[^<>]{0,300}>", re.IGNORECASE)
_BREAK_TAG = re.compile(r"<(?:br|/p|/li|/div|/tr)\b[^<>]{0,300}>", re.IGNORECASE)
_TAG = re.compile(r"</?[a-z][a-z0-9]{0,15}(?:\s[^<>]{0,300})?/?>", re.IGNORECASE)
# Only in pairs: "18**" and "** kl. 16" are a mark and its footnote.
_STRONG = re.compile(
    r"(?<![\w*])\*\*(?=[^\s*])(?P<strong>[^*\n]{1,300})(?<=\S)\*\*|(?<!\w)__(?=\w)|(?<=\w)__(?!\w)"
)
_CONTROLS = [code for code in (*range(32), *range(127, 160)) if chr(code) not in "\t\n"]
_INVISIBLE = dict.fromkeys((*_CONTROLS, 0xAD, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF))
_SPACES = re.compile(r"[^\S\n\u2029]{1,}")
_LIGATURES = {ligature: unicodedata.normalize("NFKC", chr(ligature)) for ligature in range(0xFB00, 0xFB07)}
_PRINTED = {**_INVISIBLE, **_LIGATURES, **_SYMBOLS}
_CASE_NUMBER = re.compile(
    r"(?:sags?nr\.?:?\s*)?\d{2}\.\d{2}\.\d{2}-[A-Z]\d{2}-\d{1,6}-\d{2,4}", re.IGNORECASE
)
_PAGE_COUNT = re.compile(r"[-–]?\s*\d{1,4}\s*(?:/|af|of)\s*\d{1,4}\s*[-–]?|[-–]\s*\d{1,4}\s*[-–]")
_LEADERS = re.compile(r"(?:\.\s?){4,}\s*\d{1,4}$")
_LONGEST_FURNITURE = 120


def clean_rows(rows: Iterable[Row]) -> tuple[Row, ...]:
    """The rows as people see them, page furniture blanked out so that what it cut stays together."""
    return without_furniture(
        [_unruled(replace(row, cells=tuple(clean_text(cell) for cell in row.cells))) for row in rows]
    )


def without_furniture(rows: Sequence[Row]) -> tuple[Row, ...]:
    """The rows with those blanked out that belong to the page: numbers, running heads and feet."""
    repeated = running(rows)
    return tuple(
        replace(row, cells=("",), printed="") if at in repeated or _furniture(row.text) else row
        for at, row in enumerate(rows)
    )


def numbered_pages_out(rows: Sequence[Row]) -> tuple[Row, ...]:
    """The rows without the numbers of pages that only show when misprints are repaired."""
    return tuple(replace(row, cells=("",), printed="") if _furniture(row.text) else row for row in rows)


def _unruled(row: Row) -> Row:
    """A line of a table drawn with bars, without those at its ends: "| Juni | Møde |"."""
    if row.table or not row.cells[0].startswith("|"):
        return row
    cells = (row.cells[0].lstrip("| "), *row.cells[1:])
    while len(cells) > 1 and not cells[-1].strip("| "):
        cells = cells[:-1]
    return replace(row, cells=cells)


def clean_text(text: str) -> str:
    """One cell without markup, with ordinary spaces and composed letters; line breaks stay."""
    text = unicodedata.normalize("NFC", text.translate(_PRINTED))
    if "<" in text or "&" in text:
        text = _TAG.sub("", _BREAK_TAG.sub("\n", _ITEM_TAG.sub("\n• ", text)))
        text = html.unescape(text)
    text = _STRONG.sub(lambda match: match["strong"] or "", text)
    lines = (_SPACES.sub(" ", line).strip(" ") for line in text.split("\n"))
    return "\n".join(lines).strip("\n ")


def _furniture(text: str) -> bool:
    """Whether a line belongs to the page and not to the text: page numbers, case numbers, contents."""
    text = text.strip()
    if not text or len(text) > _LONGEST_FURNITURE:
        return False
    whole = (_CASE_NUMBER, _PAGE_COUNT)
    return any(each.fullmatch(text) for each in whole) or bool(_LEADERS.search(text) or _page().search(text))


@lru_cache(maxsize=1)
def _page() -> re.Pattern[str]:
    """The number of a page at an end of a line: "Side 14.", "Side 3 af 20"."""
    page = rf"(?:{lexicon(ALL_LANGUAGES).patterns['page']})"
    number = r"\d{1,4}(?:\s?(?:/|af|av|of)\s?\d{1,4})?"
    return re.compile(
        rf"(?:^|[^\w]){page}\.?\s{{1,2}}{number}[.\s–-]{{0,4}}$|^{page}\.?\s{{1,2}}{number}\b[^a-zæøåäö]{{0,30}}$",
        re.IGNORECASE,
    )
