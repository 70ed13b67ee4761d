from plans.columns import without_columns
from plans.extracted import Row

HEAD = ("Dato", "Aktivitet", "Sted", "Ansvarlig")


def read(*rows: tuple[str, ...]) -> list[tuple[str, ...]]:
    return [row.cells for row in without_columns(Row(cells) for cells in rows)]


def test_a_place_is_marked_and_who_is_responsible_left_out() -> None:
    assert read(HEAD, ("3/5", "Møde", "Salen", "Formanden"))[1:] == [("3/5", "Møde", "(Sted: Salen)")]


def test_an_empty_place_is_none() -> None:
    assert read(HEAD, ("3/5", "Møde", "-", "Formanden"))[1:] == [("3/5", "Møde", "-")]


def test_the_columns_end_with_the_table() -> None:
    beyond = ("3/5", "Møde", "Salen", "Formanden")
    assert read(HEAD, ("",), ("Beslutning",), beyond)[3:] == [beyond]


def test_blank_rows_and_shorter_ones_do_not_end_it() -> None:
    short = ("", "Tur")
    assert read(HEAD, ("",), short, ("3/5", "Fest", "", "Ida"))[2:] == [short, ("3/5", "Fest", "")]


def test_other_headings_name_nothing() -> None:
    rows = [("Dato", "Aktivitet"), ("Sted",), ("Indtægter", "Ansvarlig"), ("3/5", "Møde")]
    assert read(*rows) == rows
