"""Tables among rows of text, whatever divides their cells."""

import pytest

from plans.extract_text import extract_text
from plans.extracted import Row
from plans.limits import Limits
from plans.table_shapes import Shape, tables


def read(text: str) -> list[tuple[Shape, list[tuple[str, ...]]]]:
    rows = extract_text(text.encode(), Limits()).rows
    return [(table.shape, [line.cells for line in table.lines]) for table in tables(rows)]


CELLS = [("Dato", "Hvad", "Hvem"), ("3. maj", "Fest", "Alle"), ("4. juni", "", "Ida")]


@pytest.mark.parametrize(
    ("shape", "text"),
    [
        (Shape.TABS, "Dato\tHvad\tHvem\n3. maj\tFest\tAlle\n4. juni\t\tIda\n"),
        (Shape.SEMICOLONS, "Dato;Hvad;Hvem\n3. maj;Fest;Alle\n4. juni;;Ida\n"),
        (
            Shape.PIPES,
            "| Dato | Hvad | Hvem |\n|---|---|---|\n| 3. maj | Fest | Alle |\n| 4. juni |  | Ida |\n",
        ),
        (
            Shape.GAPS,
            "Dato      Hvad    Hvem\n3. maj    Fest    Alle\n4. juni           Ida\n3. maj    Bal     Alle\n",
        ),
    ],
)
def test_empty_cells_keep_their_columns(shape: Shape, text: str) -> None:
    [(found, cells)] = read(text)
    assert (found, cells[:3]) == (shape, CELLS)


def test_tabs_that_line_up_are_one_gap() -> None:
    assert read("Januar\t\tOpstart\nSeptember\tTur\n") == [
        (Shape.TABS, [("Januar", "Opstart"), ("September", "Tur")])
    ]


def test_a_date_that_fills_its_column_ends_with_it() -> None:
    text = "v. 35               Fest\nsöndag 26 september Vandring\nv. 40               Bal\n"
    assert read(text)[0][1][1] == ("söndag 26 september", "Vandring")


def test_rows_of_one_ruled_table_are_one() -> None:
    rows = (Row(("a", "b"), table=1), Row(("",)), Row(("c", "d"), table=1), Row(("Prosa",)))
    assert [len(table.lines) for table in tables(rows)] == [2]
