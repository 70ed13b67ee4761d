"""Excel workbooks: dates as they are shown, sheets, merged and struck cells, and hostile packages."""

import io
import zipfile
from datetime import date, datetime, time

import openpyxl
import pytest
from openpyxl.styles import Font
from openpyxl.worksheet.worksheet import Worksheet

from plans.extract import extract
from plans.limits import Limits
from plans.unreadable import Reason, UnreadableDocument

_SHEET = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">%s</worksheet>'
_TEXT = b'<c r="%s" t="inlineStr"><is><t>x</t></is></c>'


def saved(book: openpyxl.Workbook) -> bytes:
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def first_sheet(book: openpyxl.Workbook) -> Worksheet:
    assert isinstance(book.active, Worksheet)
    return book.active


def a_book(*rows: tuple[date | time | float | str | None, ...]) -> openpyxl.Workbook:
    book = openpyxl.Workbook()
    for row in rows:
        first_sheet(book).append(row)
    return book


def lines(data: bytes) -> list[tuple[tuple[str, ...], int, bool]]:
    rows = extract(data, Limits()).rows
    return [(row.cells, row.table, row.heading) for row in rows if not row.blank]


def refused(data: bytes, limits: Limits | None = None) -> Reason:
    with pytest.raises(UnreadableDocument) as refusal:
        extract(data, limits or Limits())
    return refusal.value.reason


def hostile(content: bytes, part: str = "xl/worksheets/sheet1.xml") -> bytes:
    """A sound workbook but for one part."""
    out = io.BytesIO()
    sound = saved(a_book(("x",)))
    with zipfile.ZipFile(io.BytesIO(sound)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, content if name == part else old.read(name))
    return out.getvalue()


def with_rows(rows: bytes) -> bytes:
    return hostile(_SHEET % (b"<sheetData>" + rows + b"</sheetData>"))


def test_dates_times_and_texts() -> None:
    book = a_book(
        ("Mødeplan",),
        (),
        ("Dato", "Tid", "Emne"),
        (date(2027, 3, 4), time(17), "Fest\ni salen"),
        (datetime.fromisoformat("2027-03-05T09:30"), None, 12.5),
    )
    assert lines(saved(book)) == [
        (("Mødeplan",), 0, False),
        (("Dato", "Tid", "Emne"), 1, False),
        (("2027-03-04", "kl. 17:00", "Fest\ni salen"), 1, False),
        (("2027-03-05 kl. 09:30", "", "12,5"), 1, False),
    ]


@pytest.mark.parametrize(("title", "text"), [("Plan 2028", "4. marts"), ("Plan", "2027-03-04")])
def test_a_year_that_is_not_shown_counts_only_where_no_other_is(title: str, text: str) -> None:
    book = a_book((title,), ("Dato", "Emne"), (date(2027, 3, 4), "Fest"))
    first_sheet(book)["A3"].number_format = "d. mmm"
    assert lines(saved(book))[-1][0] == (text, "Fest")


def test_sheets_have_their_names_as_headings_and_hidden_ones_are_left_out() -> None:
    book = a_book(("Dato", "Emne"), ("4/3", "Fest"))
    for name in ("2028", "Kladde"):
        sheet = book.create_sheet(name)
        sheet.append(("Dato", "Emne"))
        sheet.append(("5/3", "Tur"))
    book["Kladde"].sheet_state = "hidden"
    assert lines(saved(book)) == [
        (("Dato", "Emne"), 1, False),
        (("4/3", "Fest"), 1, False),
        (("2028",), 0, True),
        (("Dato", "Emne"), 2, False),
        (("5/3", "Tur"), 2, False),
    ]


def test_merged_cells_stand_once_and_struck_ones_not_at_all() -> None:
    book = a_book(("Måned", "Emne"), ("Maj", "Fest"), (None, "Tur"), ("Juni", "Kur"))
    sheet = first_sheet(book)
    sheet.merge_cells("A2:A3")
    sheet["B4"].font = Font(strike=True)
    assert [cells for cells, _, _ in lines(saved(book))] == [
        ("Måned", "Emne"),
        ("Maj", "Fest"),
        ("", "Tur"),
        ("Juni",),
    ]


def test_formulas_have_the_value_that_was_computed_last() -> None:
    computed = with_rows(b'<row r="1"><c r="A1" t="str"><f>"Fe"&amp;"st"</f><v>Fest</v></c></row>')
    assert lines(computed) == [(("Fest",), 0, False)]
    assert refused(saved(a_book(("=1+1",)))) is Reason.EMPTY


def test_a_sheet_that_claims_to_be_as_large_as_can_be() -> None:
    claims = b'<dimension ref="A1:XFD1048576"/><sheetData><row r="1">%s</row></sheetData>' % (_TEXT % b"A1")
    assert lines(hostile(_SHEET % claims)) == [(("x",), 0, False)]


def test_cells_at_the_ends_of_the_sheet() -> None:
    last_row = b'<row r="1048576">%s</row>' % (_TEXT % b"A1048576")
    assert lines(with_rows(last_row)) == [(("x",), 0, False)]
    assert refused(with_rows(b'<row r="99999999999">%s</row>' % (_TEXT % b"A1"))) is Reason.TOO_LONG
    wide = b"".join(b'<row r="%d"><c r="XFD%d"><v>1</v></c></row>' % (at, at) for at in range(1, 300))
    assert refused(with_rows(wide)) is Reason.EMPTY


def test_too_many_rows_and_too_much_text() -> None:
    rows = b"".join(b'<row r="%d"><c><v>1</v></c></row>' % at for at in range(1, 40))
    assert refused(with_rows(rows), Limits(lines=20)) is Reason.TOO_LONG
    assert refused(saved(a_book(("x" * 50,), ("y",))), Limits(characters=20)) is Reason.TOO_LONG


@pytest.mark.parametrize(
    "row",
    [
        b'<row r="' + b"9" * 5000 + b'"/>',
        b"<row><c><v>" + b"9" * 5000 + b"</v></c></row>",
        b'<row><c t="s"><v>99</v></c></row>',
        b'<row><c s="9999"><v>1</v></c></row>',
        b"<row><c r='???'><v>1</v></c></row>",
        b"<row><c>",
    ],
)
def test_sheets_that_make_no_sense(row: bytes) -> None:
    assert refused(with_rows(row)) is Reason.DAMAGED


def test_entities_deep_nesting_and_foreign_encodings() -> None:
    laughs = b'<!DOCTYPE w [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>' + _SHEET % b"&b;"
    assert refused(hostile(laughs)) is Reason.BOMB
    assert refused(hostile(laughs, "xl/styles.xml")) is Reason.BOMB
    for tag in (b"<c>", b"<is>", b"<row>"):
        closing = tag.replace(b"<", b"</")
        deep = with_rows(b"<row><c>" + tag * 100_000 + closing * 100_000 + b"</c></row>")
        assert refused(deep) in {Reason.BOMB, Reason.DAMAGED, Reason.EMPTY}
    assert refused(hostile(b'<?xml version="1.0" encoding="utf-7"?><a/>')) is Reason.DAMAGED


def test_halves_of_letters_become_whole() -> None:
    row = b'<row><c t="inlineStr"><is><t>Fest _xD800_</t></is></c></row>'
    assert lines(with_rows(row))[0][0][0].encode()


def test_workbooks_that_are_cut_off() -> None:
    whole = saved(a_book(("x",)))
    assert refused(whole[:-200]) is Reason.DAMAGED
    assert refused(whole[: len(whole) // 2]) is Reason.DAMAGED
