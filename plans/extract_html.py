"""Rows of a web page, or of the HTML that Word and mail programs write."""

from collections.abc import Iterator
from dataclasses import replace

from plans.encodings import decoded
from plans.extracted import Extracted, Row
from plans.limits import Limits
from plans.page import Element, survey
from plans.page_lines import Writer
from plans.unreadable import Reason, UnreadableDocument

_DEEPEST = 255  # where the parser stops reading


def extract_html(data: bytes, limits: Limits) -> Extracted:
    """The headings, paragraphs, list items and table rows of a page; nothing is fetched and nothing is run.

    Raises:
        UnreadableDocument: without text, nested too deeply, too long, or in no known encoding.
    """
    text = decoded(data)
    if len(text) > limits.size:
        raise UnreadableDocument(Reason.TOO_LONG)
    rows: list[Row] = []
    characters = 0
    for number, row in enumerate(_read(text, limits), start=1):
        characters += sum(map(len, row.cells))
        if len(rows) >= limits.lines or characters > limits.characters:
            raise UnreadableDocument(Reason.TOO_LONG)
        rows.append(replace(row, line=number))
    if all(row.blank for row in rows):
        raise UnreadableDocument(Reason.EMPTY)
    return Extracted(tuple(rows))


def _read(text: str, limits: Limits) -> Iterator[Row]:
    # Imported here: only the worker process pays for it.
    import lxml.etree  # noqa: PLC0415
    import lxml.html  # noqa: PLC0415

    parser = lxml.html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True)
    try:
        root = lxml.html.document_fromstring(text.replace("\0", "").encode(), parser=parser)
    except (lxml.etree.LxmlError, ValueError, AssertionError) as error:
        raise UnreadableDocument(Reason.EMPTY) from error
    if _depth(root) >= _DEEPEST:
        raise UnreadableDocument(Reason.DAMAGED)
    page = survey(root, limits.columns)
    title = root.findtext(".//title")
    if title and next(root.iter("h1", "h2", "h3"), None) is None:
        yield Row((" ".join(title.split()),), heading=True)
    yield from Writer(page).rows(root)


def _depth(root: Element) -> int:
    """How deep the elements are nested; what is nested deeper than the parser goes is lost."""
    deepest, level = 0, [root]
    while level:
        deepest += 1
        level = [child for element in level for child in element]
    return deepest
