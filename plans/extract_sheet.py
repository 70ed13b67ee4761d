"""Rows of an Excel workbook (.xlsx, .xlsm): what its visible sheets show."""

import io
import re
import warnings
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol

from plans.cells import text_of
from plans.extract_csv import bounded
from plans.extracted import Extracted, Row
from plans.grid import Record, grid_rows
from plans.limits import Limits
from plans.packages import check_package
from plans.unreadable import Reason, UnreadableDocument

_MAIN = "xl/workbook.xml"
_LAST_ROW = 1_048_576  # of a sheet; formats can reach that far where nothing is written
_WIDEST = 400  # columns that are read
_UNNAMED = re.compile(r"(?:ark|sheet|blad|tabelle|feuil)\s?\d{0,3}", re.IGNORECASE)
_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")
# What openpyxl lets through where a workbook is not as it should be.
_BROKEN = (
    ValueError,
    KeyError,
    TypeError,
    AttributeError,
    IndexError,
    SyntaxError,
    OverflowError,
    RecursionError,
    EOFError,
    OSError,
    zipfile.BadZipFile,
    zlib.error,
)


class Cell(Protocol):
    """What is used of an openpyxl cell; an empty one has no format."""

    @property
    def value(self) -> object:
        """Text, number, moment, or None."""
        ...


@dataclass(frozen=True, slots=True)
class _Text:
    """What a cell shows, and the same with the year that its format leaves out."""

    shown: str = ""
    dated: str = ""


_NOTHING = _Text()


@dataclass(frozen=True, slots=True)
class _Sheet:
    """A sheet: its name, and its rows with their numbers."""

    name: str
    rows: tuple[tuple[int, tuple[_Text, ...]], ...]

    @property
    def names_year(self) -> bool:
        """Whether it says any year."""
        texts = (text.shown for _, texts in self.rows for text in texts)
        return any(_YEAR.search(text) for text in (self.name, *texts))


def extract_sheet(data: bytes, limits: Limits) -> Extracted:
    """The rows of all visible sheets, the name of each as a heading above them.

    Formulas have the values that were last computed; a merged cell stands in its first place only, and
    what is struck out is gone. A year that the format of a date does not show counts only if the whole
    workbook shows none: it may just be the one in which the date was typed.

    Raises:
        UnreadableDocument: no Excel workbook, damaged, a bomb, too long, or empty.
    """
    pictures = check_package(data, limits, _MAIN)
    sheets = tuple(_opened(data, limits))
    if not any(sheet.rows for sheet in sheets):
        raise UnreadableDocument(Reason.NO_TEXT if pictures else Reason.EMPTY)
    dated = not any(sheet.names_year for sheet in sheets)
    return Extracted(tuple(_rows(sheets, limits, dated=dated)))


def _rows(sheets: tuple[_Sheet, ...], limits: Limits, *, dated: bool) -> Iterator[Row]:
    tables = 0
    for sheet in sheets:
        if not _UNNAMED.fullmatch(sheet.name) and sheet.rows:
            yield Row((sheet.name,), heading=True)
        records = list(_records(sheet, limits.columns, dated=dated))
        for row in grid_rows(records, first_table=tables + 1):
            tables = max(tables, row.table)
            yield row
        yield Row(("",))


def _records(sheet: _Sheet, columns: int, *, dated: bool) -> Iterator[Record]:
    """The rows as text, one empty record for each gap."""
    before = 0
    for number, texts in sheet.rows:
        if before and number > before + 1:
            yield number - 1, ()
        yield number, bounded([text.dated if dated else text.shown for text in texts], columns)
        before = number


def _opened(data: bytes, limits: Limits) -> Iterator[_Sheet]:
    # Imported here: only the worker process pays for it.
    import openpyxl  # noqa: PLC0415

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it warns of extensions that it leaves out
        try:
            book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
            for sheet in book.worksheets:
                if sheet.sheet_state == "visible":
                    sheet.reset_dimensions()  # they are only what the file says of itself
                    yield _Sheet(
                        sheet.title.strip(), tuple(_filled(sheet.iter_rows(max_col=_WIDEST), limits))
                    )
        except _BROKEN as error:
            raise UnreadableDocument(Reason.DAMAGED) from error


def _filled(rows: Iterable[tuple[Cell, ...]], limits: Limits) -> Iterator[tuple[int, tuple[_Text, ...]]]:
    """The rows that show anything, with their numbers."""
    found = characters = 0
    blank: tuple[Cell, ...] = ()
    for number, cells in enumerate(rows, start=1):
        if number > _LAST_ROW or found > limits.lines or characters > limits.characters:
            raise UnreadableDocument(Reason.TOO_LONG)
        if cells is blank:  # all rows that the file leaves out are the same one
            continue
        texts = tuple(_text(cell) for cell in cells)
        if any(text.shown for text in texts):
            found += 1
            characters += sum(len(text.shown) for text in texts)
            yield number, texts
        elif not any(cell.value for cell in cells):
            blank = cells


def _text(cell: Cell) -> _Text:
    """What a cell shows; nothing if it is empty, an error, or struck out."""
    if cell.value is None or getattr(cell, "data_type", "") == "e":
        return _NOTHING
    if getattr(getattr(cell, "font", None), "strike", False):
        return _NOTHING
    form = str(getattr(cell, "number_format", "General"))
    shown = text_of(cell.value, form, years=False).strip()
    return _Text(shown, text_of(cell.value, form, years=True).strip())
