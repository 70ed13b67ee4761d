from plans.geometry import lines
from plans.words import Word


def word(text: str, x: float, top: float) -> Word:
    return Word(text, x, x + 5 * len(text), top, top + 10)


def test_wide_gaps_divide_columns_and_lines_know_theirs() -> None:
    words = [
        word("Juni", 60, 100),
        word("•", 180, 100),
        word("Fest", 200, 100),
        word("i", 222, 101),
        word("parken", 200, 112),
        word("Budget", 60, 140),
    ]
    assert [line.cells for line in lines(reversed(words))] == [
        ("Juni", "• Fest i"),
        ("", "parken"),
        ("",),
        ("Budget",),
    ]


def test_an_empty_page() -> None:
    assert list(lines([])) == []
