from plans.alignment import Cell, aligned
from plans.words import Word


def cell(text: str, x: float) -> Cell:
    words, at = [], x
    for word in text.split():
        words.append(Word(word, at, at + 5 * len(word), 100, 110))
        at += 5 * len(word) + 4
    return Cell(tuple(words))


def columns(*lines: list[Cell]) -> list[tuple[str, ...]]:
    return [line.texts for line in aligned(list(lines))]


HEAD = [cell("Jan", 150), cell("Feb", 190), cell("Mar", 230)]


def test_an_empty_cell_in_a_table_without_rules_stays_empty() -> None:
    assert columns(HEAD, [cell("Byråd", 60), cell("4.", 152), cell("9.", 232)]) == [
        ("", "Jan", "Feb", "Mar"),
        ("Byråd", "4.", "", "9."),
    ]
    assert columns(HEAD, [cell("Byråd", 60), cell("4.", 152)])[1] == ("Byråd", "4.", "", "")


def test_narrow_columns_that_ran_together_are_divided() -> None:
    assert columns(HEAD, [cell("Byråd", 60), cell("14.-17. 18.-19.", 150)])[1] == (
        "Byråd",
        "14.-17.",
        "18.-19.",
        "",
    )


def test_what_stands_under_the_second_column_belongs_to_it() -> None:
    lines = [[cell("Maj", 60), cell("• Fest i", 180)], [cell("parken", 190)], [cell("Budget", 60)]]
    assert columns(*lines) == [("Maj", "• Fest i"), ("", "parken"), ("Budget",)]


def test_a_text_across_the_columns_ends_a_table() -> None:
    text = cell("Rådet holder sine møder på rådhuset og i hallen", 60)
    assert columns(HEAD, [text], [cell("Maj", 60), cell("Tur", 200)]) == [
        ("Jan", "Feb", "Mar"),
        (text.text,),
        ("Maj", "Tur"),
    ]


def test_no_lines() -> None:
    assert aligned([]) == []
