"""From the bytes of a document to its rows. The only stage of reading that touches bytes."""

import re
from dataclasses import replace

from plans.extract_csv import extract_csv
from plans.extract_html import extract_html
from plans.extract_ics import extract_ics
from plans.extract_markdown import extract_markdown
from plans.extract_pdf import extract_pdf
from plans.extract_sheet import extract_sheet
from plans.extract_text import extract_text
from plans.extract_word import extract_word
from plans.extracted import Extracted, Row
from plans.limits import Limits
from plans.sniff import Form, form_of
from plans.unreadable import Reason, UnreadableDocument

_READERS = {
    Form.PDF: extract_pdf,
    Form.WORD: extract_word,
    Form.SHEET: extract_sheet,
    Form.CALENDAR: extract_ics,
    Form.HTML: extract_html,
    Form.CSV: extract_csv,
    Form.MARKDOWN: extract_markdown,
    Form.TEXT: extract_text,
}
_HALF = re.compile("[\ud800-\udfff]")


def extract(data: bytes, limits: Limits) -> Extracted:
    """The rows of a document, whatever it is called. Run it in the worker: it may be hostile.

    Raises:
        UnreadableDocument: with the reason.
    """
    if len(data) > limits.size:
        raise UnreadableDocument(Reason.TOO_LARGE)
    document = _READERS[form_of(data)](data, limits)
    return replace(document, rows=tuple(_whole(row) for row in document.rows))


def _whole(row: Row) -> Row:
    """The row without halves of surrogate pairs, which no encoding can write."""
    if not any(_HALF.search(cell) for cell in (*row.cells, row.printed)):
        return row
    cells = tuple(_HALF.sub("\N{REPLACEMENT CHARACTER}", cell) for cell in row.cells)
    return replace(row, cells=cells, printed=_HALF.sub("\N{REPLACEMENT CHARACTER}", row.printed))
