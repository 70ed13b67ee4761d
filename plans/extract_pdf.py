"""Rows of a PDF: the text of every page, and the cells of ruled tables on pages that may hold a plan.

PDFium is quick and finds the text; pdfplumber is ten times slower, knows what is ruled and where words
stand, and is asked only about pages on which a line begins with the name of a month, and the page after.
"""

import io
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from plans.extracted import Extracted, Row
from plans.geometry import Word, lines
from plans.lexicon import ALL_LANGUAGES, lexicon
from plans.limits import Limits
from plans.unreadable import Reason, UnreadableDocument

if TYPE_CHECKING:
    import pdfplumber.page
    import pdfplumber.table

_END = b"%%EOF"
_END_WITHIN = 4096  # bytes from the end; some programs append a little
_PASSWORD = 4  # FPDF_ERR_PASSWORD
_FEWEST = 10  # letters in a document; a scan has none, or a stamp
_LINE = re.compile(r"\r\n|[\r\n]")


def extract_pdf(data: bytes, limits: Limits) -> Extracted:
    """The lines and table rows of a PDF, page by page.

    Raises:
        UnreadableDocument: encrypted, cut off or broken, too many pages, or a scan.
    """
    if _END not in data[-_END_WITHIN:]:
        raise UnreadableDocument(Reason.DAMAGED)
    texts = list(_texts(data, limits))
    if sum(letter.isalpha() for text in texts for letter in text) < _FEWEST:
        raise UnreadableDocument(Reason.NO_TEXT)
    wanted = _may_hold_plan(texts)[: limits.tables]
    laid_out = dict(_laid_out(data, wanted))
    return Extracted(tuple(_rows(texts, laid_out)))


def _texts(data: bytes, limits: Limits) -> Iterator[str]:
    """The text of each page."""
    # Imported here: only the worker process pays for it.
    import pypdfium2  # noqa: PLC0415  # only the worker needs it

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        locked = getattr(error, "err_code", None) == _PASSWORD
        raise UnreadableDocument(Reason.ENCRYPTED if locked else Reason.DAMAGED) from error
    if len(document) > limits.pages:
        raise UnreadableDocument(Reason.TOO_LONG)
    try:
        for page in document:
            yield page.get_textpage().get_text_range()
            page.close()
    except pypdfium2.PdfiumError as error:
        raise UnreadableDocument(Reason.DAMAGED) from error
    finally:
        document.close()


def _may_hold_plan(texts: list[str]) -> list[int]:
    """The pages to look at closely, counted from 0: those with a month in front, and the next ones."""
    month = re.compile(
        rf"^\s*(?:{lexicon(ALL_LANGUAGES).patterns['month']})(?!\w)", re.IGNORECASE | re.MULTILINE
    )
    found = {at for at, text in enumerate(texts) if month.search(text)}
    return sorted(found | {at + 1 for at in found if at + 1 < len(texts)})


def _laid_out(data: bytes, wanted: list[int]) -> Iterator[tuple[int, list[Row]]]:
    """Pages as people see them. One that pdfplumber cannot take apart is left to its text."""
    if not wanted:
        return
    import pdfplumber  # noqa: PLC0415  # only the worker process pays for it
    from pdfplumber.utils.exceptions import PdfminerException  # noqa: PLC0415

    tables = 0
    try:
        with pdfplumber.open(io.BytesIO(data), pages=[at + 1 for at in wanted]) as document:
            for at, page in zip(wanted, document.pages, strict=True):
                rows = list(_page(page, at + 1, tables))
                tables = max([tables, *(row.table for row in rows)])
                page.close()
                yield at, rows
    except PdfminerException:
        return


def _page(page: "pdfplumber.page.Page", number: int, tables: int) -> Iterator[Row]:
    """The rows of one page; those of its ruled tables where they stand among the lines."""
    ruled = [table for table in page.find_tables(_ruling(page)) if len(table.columns) > 1]
    words = [
        Word(word["text"], word["x0"], word["x1"], word["top"], word["bottom"])
        for word in page.extract_words()
        if not any(_within(word, table.bbox) for table in ruled)
    ]
    placed = [(line.top, Row(line.cells, page=number)) for line in lines(words)]
    for at, table in enumerate(ruled, start=tables + 1):
        for shape, cells in zip(table.rows, table.extract(), strict=True):
            row = Row(tuple(cell or "" for cell in cells), page=number, table=at)
            placed.append((shape.bbox[1], row))
    for _, row in sorted(placed, key=lambda each: each[0]):
        yield row


def _ruling(page: "pdfplumber.page.Page") -> dict[str, list[float]]:
    """A table that a page break cuts has no rule at the cut: one is put where its upright rules end."""
    upright = [edge for edge in page.edges if edge["orientation"] == "v"]
    if not upright:
        return {}
    ends = [min(edge["top"] for edge in upright), max(edge["bottom"] for edge in upright)]
    return {"explicit_horizontal_lines": ends}


def _within(word: dict[str, float], box: tuple[float, float, float, float]) -> bool:
    x, y = (word["x0"] + word["x1"]) / 2, (word["top"] + word["bottom"]) / 2
    return box[0] <= x <= box[2] and box[1] <= y <= box[3]


def _rows(texts: list[str], laid_out: dict[int, list[Row]]) -> Iterator[Row]:
    for at, text in enumerate(texts):
        if at in laid_out:
            yield from laid_out[at]
        else:
            yield from (Row((line.strip(),), page=at + 1) for line in _LINE.split(text))
        yield Row(("",), page=at + 1)
