"""Tables as files that open in a spreadsheet program, with nothing in them that could run."""

import csv
import io
import re
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from openpyxl import Workbook
from openpyxl.cell.cell import Cell as XlsxCell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.writer.excel import ExcelWriter

from papers.cells import MOST_UNITS, Cell, clean, clip, looks_calculated

_NARROWEST, _WIDEST = 6, 60  # of a column, in characters
_LONGEST_SHEET_TITLE = 31
_NOT_IN_SHEET_TITLE = re.compile(r"[\[\]:*?/\\\x00-\x1f]")
_RESERVED_SHEET_TITLE = "history"  # Excel refuses it in any case of letters
_EPOCH = datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)  # openpyxl writes naive times, as UTC


def as_xlsx(title: str, header: Sequence[str], rows: Iterable[Sequence[Cell]]) -> bytes:
    """A workbook of one sheet (Office Open XML): a bold header that stays in view, texts as texts.

    A text that looks like a formula is kept letter by letter: its cell is a string, marked to be
    shown as typed (quotePrefix), so it stays one when somebody edits it. The same table gives the
    same bytes.
    """
    book = Workbook()
    book.properties.creator, book.properties.created, book.properties.modified = "Samspil", _EPOCH, _EPOCH
    sheet = book.create_sheet(_sheet_title(title), 0)
    del book[book.sheetnames[1]]
    cleaned = [[clean(cell) for cell in row] for row in (header, *rows)]
    for number, row in enumerate(cleaned, start=1):
        _write_row(sheet, number, row)
    for cell in sheet[1] if header else ():
        cell.font = Font(bold=True)
    sheet.freeze_panes = "A2"
    _set_widths(sheet, cleaned)
    return _saved(book)


def as_csv(header: Sequence[str], rows: Iterable[Sequence[Cell]]) -> bytes:
    """Comma-separated values as Danish Excel opens them: UTF-8 with its mark, semicolons, CRLF.

    CSV cannot say that a cell is a text, so one that looks like a formula gets an apostrophe in front.
    """
    buffer = io.StringIO(newline="")
    # All texts in quotes: a program that splits at commas then still finds no formula inside one.
    writer = csv.writer(buffer, delimiter=";", quoting=csv.QUOTE_NONNUMERIC, lineterminator="\r\n")
    writer.writerows([_harmless(cell) for cell in row] for row in (header, *rows))
    return buffer.getvalue().encode("utf-8-sig")


def _harmless(cell: Cell) -> Cell:
    cleaned = clean(cell, MOST_UNITS - 1)  # room for the apostrophe
    return f"'{cleaned}" if isinstance(cleaned, str) and looks_calculated(cleaned) else cleaned


def _write_row(sheet: Worksheet, number: int, row: Sequence[Cell]) -> None:
    for column, content in enumerate(row, start=1):
        if content is None or content == "":  # a cell that was never made
            continue
        cell = sheet.cell(number, column, content)
        if isinstance(content, str) and isinstance(cell, XlsxCell):
            _keep_as_text(cell, content)


def _keep_as_text(cell: XlsxCell, content: str) -> None:
    cell.data_type = "s"  # openpyxl guesses formulas ("=1") and error values ("#N/A")
    if looks_calculated(content):
        cell.quotePrefix = True
    if "\n" in content or len(content) > _WIDEST:
        cell.alignment = Alignment(wrap_text=True, vertical="top")


def _set_widths(sheet: Worksheet, rows: Sequence[Sequence[Cell]]) -> None:
    widths: dict[int, int] = {}
    for row in rows:
        for column, content in enumerate(row, start=1):
            lines = str(content).split("\n") if content is not None else ()
            widths[column] = max(widths.get(column, _NARROWEST), *map(len, lines), 0)
    for column, width in widths.items():
        sheet.column_dimensions[get_column_letter(column)].width = min(width, _WIDEST) + 2


def _sheet_title(title: str) -> str:
    allowed = str(clean(_NOT_IN_SHEET_TITLE.sub(" ", title)))
    tidy = clip(" ".join(allowed.split()).strip("' "), _LONGEST_SHEET_TITLE)
    return f"{tidy} 1".strip() if tidy.casefold() in {"", _RESERVED_SHEET_TITLE} else tidy


def _saved(book: Workbook) -> bytes:
    written, timeless = io.BytesIO(), io.BytesIO()
    ExcelWriter(book, ZipFile(written, "w")).save()
    with ZipFile(written) as parts, ZipFile(timeless, "w") as archive:
        for (
            name
        ) in parts.namelist():  # a ZipInfo made by name alone is dated 1980, not by the computer's clock
            archive.writestr(ZipInfo(name), parts.read(name), ZIP_DEFLATED)
    return timeless.getvalue()
