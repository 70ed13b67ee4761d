"""Tables as text: which text is one, what divides it, quotation marks that do not close."""

import pytest

from plans.extract import extract
from plans.limits import Limits
from plans.sniff import Form, form_of


def cells(text: str, encoding: str = "utf-8") -> list[tuple[str, ...]]:
    return [row.cells for row in extract(text.encode(encoding), Limits()).rows if not row.blank]


@pytest.mark.parametrize("delimiter", [";", ",", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_every_delimiter_in_every_encoding(delimiter: str, encoding: str) -> None:
    lines = ["Dato;Møde;Sted", "4/3 2027;Årsmøde;Salen", "8/4 2027;Høring;", "6/5 2027;Kør;Ude"]
    text = "\r\n".join(lines).replace(";", delimiter)
    assert form_of(text.encode(encoding)) is Form.CSV
    assert cells(text, encoding)[:3] == [
        ("Dato", "Møde", "Sted"),
        ("4/3 2027", "Årsmøde", "Salen"),
        ("8/4 2027", "Høring", ""),
    ]


def test_quoted_values_with_delimiters_quotes_and_line_breaks() -> None:
    rows = extract(b'a;b\n"x;y";"say ""hi"""\n"one\r\ntwo";z\n1;2\n', Limits()).rows
    assert [(row.cells, row.line) for row in rows if not row.blank] == [
        (("a", "b"), 1),
        (("x;y", 'say "hi"'), 2),
        (("one\ntwo", "z"), 3),
        (("1", "2"), 5),
    ]


def test_titles_and_footnotes_are_lines_and_empty_columns_go() -> None:
    text = "Plan 2027;;;\n;;;\nDato;;Emne;\n5/3;;Fest;\n6/3;;Tur;\n7/3;;Kur;\n;;;\n* i salen;;;\n"
    rows = extract(text.encode(), Limits()).rows
    assert [(row.cells, row.table) for row in rows if not row.blank] == [
        (("Plan 2027",), 0),
        (("Dato", "Emne"), 1),
        (("5/3", "Fest"), 1),
        (("6/3", "Tur"), 1),
        (("7/3", "Kur"), 1),
        (("* i salen",), 0),
    ]


def test_a_month_alone_in_its_row_stays_in_the_table() -> None:
    text = "Dato;Emne;Hvem\nJanuar;;\n5.;Fest;Bo\n;;\nFebruar;;\n6.;Tur;\n7.;Kur;\n"
    rows = [row for row in extract(text.encode(), Limits()).rows if not row.blank]
    assert {row.table for row in rows} == {1}
    assert {len(row.cells) for row in rows} == {3}


def test_headings_of_columns_after_a_gap_begin_another_table() -> None:
    text = "A;B;C\n1;2;3\n4;5;6\n;;\nUdvalget;;\nDato;Emne;\n1/2;Fest;\n1/3;Tur;\n"
    rows = [row for row in extract(text.encode(), Limits()).rows if not row.blank]
    assert [(row.cells, row.table) for row in rows[3:5]] == [(("Udvalget",), 0), (("Dato", "Emne"), 2)]


@pytest.mark.parametrize(
    "text",
    [
        "Mandag den 4. januar, møde\nTirsdag den 5. januar, tur\nOnsdag den 6. januar, fest\n",
        "Januar: Opstart; Møde i gruppen\nFebruar: Tur; Fest\nMarts: Kur; Bal\n",
        "Kære alle, vi mødes, som aftalt, den 4. maj.\nHusk kage, te, kaffe.\nVel mødt.\n",
        "en linje\n",
        ";\n;\n;\n;\n",
    ],
)
def test_sentences_are_no_table(text: str) -> None:
    assert form_of(text.encode()) is Form.TEXT


def test_a_quotation_mark_that_is_never_closed() -> None:
    text = 'Dato;Emne\n4/3 2027;"Fest\n' + "5/3 2027;Tur i skoven med alle\n" * 5000
    assert len(cells(text)) == 5002


def test_megabytes_behind_a_quotation_mark() -> None:
    text = 'Dato;Emne\n4/3;"Fest\n' + ("5/3;" + "x" * 500 + "\n") * 3000
    assert len(cells(text)) == 3002


def test_a_million_columns_are_bounded() -> None:
    rows = cells("a;b\n" * 20_00 + ";".join("x" * 400_000) + "\n")
    assert max(map(len, rows)) == Limits().columns
    assert rows[-1][-1].endswith("x x")
