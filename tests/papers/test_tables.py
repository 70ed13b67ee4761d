"""Tables, read back with openpyxl and csv."""

import csv
import io
import re
from zipfile import ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from papers.cells import MOST_UNITS, Cell
from papers.tables import as_csv, as_xlsx

DANGEROUS = [
    "=1+1",
    '=HYPERLINK("http://example.org","klik")',
    "+45 12 34 56 78",
    "-2+3",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "\n=1",
    "   =1",
    "\u00a0=1",
    "\u200b=1",
    "＝1+1",
    "＋1",
    "－1",
    "＠SUM(A1)",
    "﹦1",
    "=cmd|' /C calc'!A0",
]
HARMLESS = [
    "Åse Østergård",
    "1+1",
    "a=b",
    "a@b.dk",
    "",
    "3 – 5",
    "<script>",
    "ليلى",
    "😀" * 64,
    "#N/A",
    "#REF!",
]
CELLS = st.one_of(st.none(), st.integers(-(2**70), 2**70), st.text(max_size=40), st.sampled_from(DANGEROUS))


def sheet_of(book: bytes) -> Worksheet:
    sheet = load_workbook(io.BytesIO(book)).active
    assert isinstance(sheet, Worksheet)
    return sheet


def csv_of(table: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(table.decode("utf-8-sig"), newline=""), delimiter=";"))


@pytest.mark.parametrize("text", DANGEROUS)
def test_what_looks_like_a_formula_stays_a_text_in_a_workbook(text: str) -> None:
    cell = sheet_of(as_xlsx("Roster", ["Name"], [[text]])).cell(2, 1)
    assert (cell.data_type, cell.quotePrefix) == ("s", True)
    assert cell.value == text.replace("\r", "\n")


@pytest.mark.parametrize("text", DANGEROUS)
def test_what_looks_like_a_formula_gets_an_apostrophe_in_csv(text: str) -> None:
    assert csv_of(as_csv(["Name"], [[text]])) == [["Name"], ["'" + text.replace("\r", "\n")]]


@pytest.mark.parametrize("text", HARMLESS)
def test_other_texts_are_written_as_they_are(text: str) -> None:
    cell = sheet_of(as_xlsx("Roster", ["Name"], [[text, 1]])).cell(2, 1)
    assert (cell.value or "") == text
    assert not cell.quotePrefix
    assert csv_of(as_csv(["Name"], [[text]]))[1] == [text]


def test_a_header_cannot_be_a_formula_either() -> None:
    assert sheet_of(as_xlsx("Roster", ["=1"], [])).cell(1, 1).data_type == "s"
    assert csv_of(as_csv(["=1"], [])) == [["'=1"]]


@settings(max_examples=40)
@given(st.lists(st.lists(CELLS, max_size=4), max_size=4), st.text(max_size=50))
def test_any_table_is_written_and_holds_no_formula(rows: list[list[Cell]], title: str) -> None:
    book = as_xlsx(title, ["A", "B"], rows)
    assert {cell.data_type for row in sheet_of(book).iter_rows() for cell in row} <= {"s", "n"}
    with ZipFile(io.BytesIO(book)) as parts:
        assert not re.search(rb"<f[ >]", parts.read("xl/worksheets/sheet1.xml"))
    for row in csv_of(as_csv(["A", "B"], rows)):
        assert not any(cell.lstrip()[:1] in tuple("=+@") for cell in row)


@settings(max_examples=40)
@given(st.text(max_size=60))
def test_a_sheet_title_keeps_to_the_rules(title: str) -> None:
    name = sheet_of(as_xlsx(title, [], [])).title
    assert 1 <= len(name.encode("utf-16-le")) // 2 <= 31
    assert not set(name) & set("[]:*?/\\")
    assert not name.startswith("'")
    assert not name.endswith("'")


def test_a_title_is_shortened_and_never_reserved() -> None:
    long_title = "Kulturdag: opstilling/nedtagning af borde på VUC"
    assert sheet_of(as_xlsx(long_title, [], [])).title == "Kulturdag opstilling nedtagnin…"
    assert sheet_of(as_xlsx("History", [], [])).title == "History 1"
    assert sheet_of(as_xlsx("", [], [])).title == "1"


def test_numbers_are_numbers_and_missing_is_empty() -> None:
    sheet = sheet_of(as_xlsx("T", ["Guests", "Id", "Gone"], [[-2, 12345678901234567890, None]]))
    assert [sheet.cell(2, column).value for column in (1, 2, 3)] == [-2, "12345678901234567890", None]
    assert as_csv(["Guests", "Gone"], [[-2, None]]).endswith(b'\r\n-2;""\r\n')


def test_what_xml_cannot_hold_is_left_out() -> None:
    text = "a\x00b\x1fc\ud800d\ufffee\r\nf"
    assert sheet_of(as_xlsx("T", ["N"], [[text]])).cell(2, 1).value == "abcde\nf"
    assert csv_of(as_csv(["N"], [[text]]))[1] == ["abcde\nf"]


@pytest.mark.parametrize("text", ["x" * 40_000, "😀" * 20_000, "=" * 40_000])
def test_a_cell_is_no_longer_than_a_program_takes(text: str) -> None:
    for cell in (
        sheet_of(as_xlsx("T", ["N"], [[text]])).cell(2, 1).value,
        csv_of(as_csv(["N"], [[text]]))[1][0],
    ):
        assert isinstance(cell, str)
        assert MOST_UNITS - 2 <= len(cell.encode("utf-16-le")) // 2 <= MOST_UNITS
        assert cell.endswith("…")


def test_the_header_is_bold_and_stays_and_columns_fit() -> None:
    sheet = sheet_of(as_xlsx("T", ["N", "Answer"], [["Guli Rahmani", "x" * 500], ["A\nlong one", "y"]]))
    assert sheet.freeze_panes == "A2"
    assert sheet.cell(1, 1).font.b
    assert not sheet.cell(2, 1).font.b
    assert (sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width) == (14, 62)
    assert sheet.cell(2, 2).alignment.wrap_text


def test_the_same_table_gives_the_same_bytes() -> None:
    assert as_xlsx("T", ["N"], [["a"]]) == as_xlsx("T", ["N"], [["a"]])


def test_csv_is_what_danish_excel_expects() -> None:
    assert as_csv(["Navn", "Antal"], [["Åse; Bo", 2]]) == '\ufeff"Navn";"Antal"\r\n"Åse; Bo";2\r\n'.encode()
