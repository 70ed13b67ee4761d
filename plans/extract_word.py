"""Rows of a Word document (.docx)."""

import io
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Protocol

from plans.extracted import PARAGRAPH, Extracted, Row
from plans.limits import Limits
from plans.packages import check_package
from plans.unreadable import Reason, UnreadableDocument

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MAIN = "word/document.xml"
_MOST_HEADS = 6  # lines of a running head: the title of the plan may stand nowhere else
_DEEPEST = 40  # containers in containers
_HEADINGS = ("heading", "overskrift", "title", "rubrik")
_LISTS = ("list", "opstilling", "liste")
_CONTAINERS = {_W + name for name in ("sdt", "sdtContent", "ins", "smartTag", "customXml", "moveTo")}
_BREAKS = {_W + "tab": "\t", _W + "br": "\n", _W + "cr": "\n", _W + "noBreakHyphen": "-"}
_SILENT = {_W + name for name in ("del", "moveFrom", "pPr", "rPr", "instrText", "drawing", "pict")}


class Element(Protocol):
    """What is used of an lxml element."""

    tag: str
    text: str | None

    def __iter__(self) -> Iterator["Element"]:
        """Its children."""
        ...

    def find(self, path: str) -> "Element | None":
        """The first element at this path below it."""
        ...

    def get(self, key: str) -> str | None:
        """The value of an attribute."""
        ...


def extract_word(data: bytes, limits: Limits) -> Extracted:
    """The paragraphs and table rows of a Word document, each part checked before it is unpacked.

    Raises:
        UnreadableDocument: no Word document, damaged, a bomb, too long, or without text.
    """
    pictures = check_package(data, limits, _MAIN)
    rows = tuple(_opened(data, limits))
    if not any(not row.blank for row in rows):
        raise UnreadableDocument(Reason.NO_TEXT if pictures else Reason.EMPTY)
    return Extracted(rows)


def _opened(data: bytes, limits: Limits) -> Iterator[Row]:
    # Imported here: only the worker process pays for it.
    import docx  # noqa: PLC0415
    from docx.opc.exceptions import OpcError  # noqa: PLC0415

    try:
        document = docx.Document(io.BytesIO(data))
        heads = [
            paragraph.text.strip()
            for section in document.sections
            if not section.header.is_linked_to_previous
            for paragraph in section.header.paragraphs
        ]
    except (OpcError, KeyError, ValueError, SyntaxError) as error:  # lxml's errors are SyntaxErrors
        raise UnreadableDocument(Reason.DAMAGED) from error
    styles = {style.style_id: (style.name or "").casefold() for style in document.styles}
    running = [Row((text,)) for text in dict.fromkeys(heads) if text][:_MOST_HEADS]
    for number, row in enumerate((*running, *_Reader(styles).rows(document.element.body)), start=1):
        if number > limits.lines:
            raise UnreadableDocument(Reason.TOO_LONG)
        yield replace(row, line=number)


class _Reader:
    """Walks through the body; `styles` maps the ids of styles to their names."""

    def __init__(self, styles: Mapping[str, str]) -> None:
        self._styles = styles
        self._tables = 0

    def rows(self, body: Element) -> Iterator[Row]:
        """Paragraphs and table rows in their order."""
        for element in _inside(body):
            if element.tag == _W + "p":
                style = self._style(element)
                yield Row((self._paragraph(element),), heading=style.startswith(_HEADINGS))
            elif element.tag == _W + "tbl":
                self._tables += 1
                for row in _inside(element):
                    if row.tag == _W + "tr":
                        yield Row(tuple(self._cells(row)), table=self._tables)

    def _cells(self, row: Element) -> Iterator[str]:
        """The cells once each; one that goes on from the row above is empty."""
        for cell in _inside(row):
            if cell.tag == _W + "tc":
                merged = cell.find(f"{_W}tcPr/{_W}vMerge")
                goes_on = merged is not None and merged.get(_W + "val") != "restart"
                yield "" if goes_on else PARAGRAPH.join(filter(None, self._texts(cell)))

    def _texts(self, cell: Element, depth: int = 0) -> Iterator[str]:
        for element in _inside(cell):
            if element.tag == _W + "p":
                yield self._paragraph(element)
            elif element.tag in {_W + "tbl", _W + "tr", _W + "tc"} and depth < _DEEPEST:
                yield from self._texts(element, depth + 1)

    def _paragraph(self, paragraph: Element) -> str:
        """Its text, with a bullet if it is one of a list."""
        text = "".join(_characters(paragraph)).strip()
        numbered = paragraph.find(f"{_W}pPr/{_W}numPr") is not None
        listed = numbered or any(word in self._style(paragraph) for word in _LISTS)
        return f"• {text}" if listed and text else text

    def _style(self, paragraph: Element) -> str:
        style = paragraph.find(f"{_W}pPr/{_W}pStyle")
        return self._styles.get(style.get(_W + "val") or "", "") if style is not None else ""


def _inside(element: Element, depth: int = 0) -> Iterator[Element]:
    """The children, those of content controls and of insertions as if these were not there."""
    for child in element:
        if child.tag in _CONTAINERS and depth < _DEEPEST:
            yield from _inside(child, depth + 1)
        else:
            yield child


def _characters(element: Element, depth: int = 0) -> Iterator[str]:
    """The text of a paragraph as printed: without what was deleted, with tabs and line breaks."""
    for child in element:
        if child.tag == _W + "t":
            yield child.text or ""
        elif child.tag in _BREAKS:
            yield _BREAKS[child.tag]
        elif child.tag not in _SILENT and depth < _DEEPEST:
            yield from _characters(child, depth + 1)
