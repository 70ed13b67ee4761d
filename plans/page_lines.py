"""A page of HTML as rows: what of it is text, where its lines begin and end, and its tables."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from plans.extract_text import divided
from plans.extracted import PARAGRAPH, Row
from plans.page import HEADINGS, Element, Page

_LISTS = frozenset({"ul", "ol", "menu", "dir"})
_BLOCKS = frozenset(
    {
        "address",
        "article",
        "blockquote",
        "body",
        "center",
        "dd",
        "details",
        "dir",
        "div",
        "dl",
        "dt",
        "fieldset",
    }
    | {"figcaption", "figure", "header", "html", "legend", "li", "main", "menu", "ol", "p", "pre", "section"}
    | {"summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul"}
)
# Furniture of the site, what is not shown, and what was struck out.
_DROPPED = frozenset(
    {
        "aside",
        "audio",
        "button",
        "canvas",
        "datalist",
        "del",
        "footer",
        "head",
        "iframe",
        "input",
        "label",
        "map",
    }
    | {
        "math",
        "nav",
        "noscript",
        "object",
        "option",
        "progress",
        "rp",
        "rt",
        "s",
        "script",
        "select",
        "strike",
    }
    | {"style", "svg", "template", "textarea", "video"}
)
_HIDDEN = re.compile(r"display\s{0,9}:\s{0,9}none", re.IGNORECASE)
_SPACES = re.compile(r"[ \t\n\r\f]+")
_NUMBER = re.compile(r"\d{1,4}")
_MINUTES = re.compile(r"[0-5][05]")
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_MOST_ROWS = 1000  # that a cell may span
_NESTED = 2  # lists in each other from which a bullet is indented


def superscript(text: str, before: str) -> str:
    """What is set above the line: the minutes of "17³⁰" as such, other figures as the note they are."""
    if not _NUMBER.fullmatch(text):
        return text
    hour = re.search(r"(?<!\d)(?:[01]?\d|2[0-4])$", before[-3:])
    return f".{text}" if hour and _MINUTES.fullmatch(text) else text.translate(_RAISED)


@dataclass(frozen=True, slots=True)
class _Line:
    """One line of text; a `soft` one ended at a mere line break."""

    row: Row
    soft: bool


class Writer:
    """Walks through a page, or one cell of it, and writes down its lines."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._lines: list[_Line] = []
        self._text: list[str] = []
        self._bullet = ""
        self._lists = self._tables = self._kept = 0

    def rows(self, root: Element) -> Iterator[Row]:
        """The rows of everything in this element."""
        self._children(root)
        self._end()
        return (line.row for line in self._lines)

    def _children(self, element: Element) -> None:
        self._text.append(element.text or "")
        for child in element:
            if isinstance(child.tag, str) and not self._dropped(child):
                self._element(child, child.tag)
            self._text.append(child.tail or "")

    def _dropped(self, element: Element) -> bool:
        if element.tag == "form":
            return element not in self._page.wrapping
        unseen = "hidden" in element.attrib or _HIDDEN.search(element.attrib.get("style", ""))
        return element.tag in _DROPPED or bool(unseen)

    def _element(self, element: Element, tag: str) -> None:
        if tag == "br":
            self._text.append("\n") if self._kept else self._end(soft=True)
        elif tag == "hr":
            self._end()
            self._lines.append(_Line(Row(("",)), soft=False))
        elif tag == "sup":
            before = "".join(self._text[-2:])
            self._text.append(superscript(words_of(element, self._page), before))
        elif tag == "table" and element not in self._page.arranging:
            self._end()
            self._table(element)
        elif tag in HEADINGS | {"caption"}:
            self._block(element, heading=True)
        elif tag in _BLOCKS or tag == "form":
            self._block(element, tag=tag)
        else:
            self._children(element)

    def _block(self, element: Element, *, tag: str = "", heading: bool = False) -> None:
        self._end()
        self._bullet = "• " if tag == "li" else self._bullet
        self._lists += tag in _LISTS
        self._kept += tag == "pre"
        self._children(element)
        self._end(heading=heading)
        self._lists -= tag in _LISTS
        self._kept -= tag == "pre"
        self._bullet = "" if tag == "li" else self._bullet

    def _end(self, *, heading: bool = False, soft: bool = False) -> None:
        """The line is over."""
        text = "".join(self._text)
        self._text.clear()
        if self._kept:
            self._lines += (_Line(self._printed(line), soft=True) for line in text.strip("\n").split("\n"))
            return
        text = _SPACES.sub(" ", text).strip()
        if text.strip():
            indent = ("",) if self._bullet and self._lists >= _NESTED else ()
            cells = (*indent, self._bullet + text)
            self._lines.append(_Line(Row(cells, heading=heading), soft))
            self._bullet = ""

    def _printed(self, line: str) -> Row:
        return Row(divided(line.rstrip(), self._page.columns), printed=line.rstrip())

    def _table(self, table: Element) -> None:
        self._tables += 1
        for caption in table.iter("caption"):
            self._block(caption, heading=True)
        below: dict[int, int] = {}
        for row in table.iter("tr"):
            if not self._dropped(row):
                cells = tuple(self._cells(row, below))
                self._lines.append(_Line(Row(cells or ("",), table=self._tables), soft=False))

    def _cells(self, row: Element, below: dict[int, int]) -> Iterator[str]:
        """The cells of a row, empty where one beside or above it goes on; `below` counts the rows of those.

        A cell that is alone in its row stands for all of it.
        """
        cells = [each for each in row if each.tag in {"td", "th"} and not self._dropped(each)]
        alone = len(cells) == 1 and not any(below.values())
        at = 0
        for cell in cells:
            while below.get(at):
                yield from self._empty(below, at)
                at += 1
            wide = 1 if alone else min(_span(cell, "colspan"), self._page.columns - at)
            if wide < 1:
                return
            below |= dict.fromkeys(range(at, at + wide), min(_span(cell, "rowspan"), _MOST_ROWS) - 1)
            yield cell_text(cell, self._page)
            yield from [""] * (wide - 1)
            at += wide
        while below.get(at):
            yield from self._empty(below, at)
            at += 1

    def _empty(self, below: dict[int, int], at: int) -> Iterator[str]:
        below[at] -= 1
        yield ""

    def joined(self, element: Element) -> str:
        """Everything in this element as the text of one cell."""
        for _ in self.rows(element):
            pass
        ends = ("\n" if line.soft else PARAGRAPH for line in self._lines)
        texts = (line.row.text + end for line, end in zip(self._lines, ends, strict=True))
        return "".join(texts).strip("\n" + PARAGRAPH)


def cell_text(cell: Element, page: Page) -> str:
    """The text of a cell, its paragraphs and lines divided."""
    return Writer(page).joined(cell)


def words_of(element: Element, page: Page) -> str:
    """The text of an element in a line."""
    return " ".join(cell_text(element, page).split())


def _span(cell: Element, name: str) -> int:
    said = cell.attrib.get(name, "1").strip()
    return max(1, int(said)) if said.isascii() and said.isdigit() and len(said) < len("10000") else 1
