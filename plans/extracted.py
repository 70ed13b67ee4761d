"""What the readers of files hand over: rows of text, with where they stand. No bytes beyond this point."""

from dataclasses import dataclass

from council.records import ReadEntry, Source

PARAGRAPH = "\u2029"
"""Ends a paragraph inside a cell; a plain newline there is only where the line was broken."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of text, or one row of a table.

    A line has one cell, or several if wide gaps or tabs divide it; an indented one begins with an empty
    cell. Rows of one ruled table share its number in `table` (0: none). `page` and `line` count from 1.
    `printed` is a line of text with all its gaps, where what stands under what says which column it is in
    (empty where nothing is known of that).
    """

    cells: tuple[str, ...]
    page: int | None = None
    line: int | None = None
    table: int = 0
    heading: bool = False
    printed: str = ""

    @property
    def text(self) -> str:
        """The whole row as one text."""
        return " ".join(cell for cell in self.cells if cell)

    @property
    def blank(self) -> bool:
        """Whether there is nothing in it."""
        return not any(cell.strip() for cell in self.cells)


@dataclass(frozen=True, slots=True)
class Extracted:
    """A document as rows, blank lines included.

    What a calendar says by itself are `entries`, and `unplaced` what is broken in it; their sources lack
    the name of the document.
    """

    rows: tuple[Row, ...] = ()
    entries: tuple[ReadEntry, ...] = ()
    unplaced: tuple[Source, ...] = ()
