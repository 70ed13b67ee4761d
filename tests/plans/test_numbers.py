import pytest
from hypothesis import given
from hypothesis import strategies as st

from plans.lexicon import ALL_LANGUAGES
from plans.numbers import number_in_words, numbers_in, whole_number


@pytest.mark.parametrize(
    ("text", "number"),
    [("6", 6), ("007", 7), ("1.000", 1000), ("12,500", 12_500), ("1.00", None), ("0.500", None), ("0", None)],
)
def test_figures(text: str, number: int | None) -> None:
    assert whole_number(text) == number


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Seks", 6),
        ("femogtyve", 25),
        ("enogfyrre", 41),
        ("twenty-five", 25),
        ("thirty two", 32),
        ("tjuefem", 25),
        ("hundred and five", 105),
        ("tolvogtyve", None),
        ("ten five", None),
        ("many", None),
    ],
)
def test_words(text: str, number: int | None) -> None:
    assert number_in_words(text, ALL_LANGUAGES) == number


def test_everything_in_figures_is_given() -> None:
    assert numbers_in("6 af 18/9, 1 000 og 6,5.") == (6, None, 1000, None)


@given(st.integers(1, 100_000))
def test_marks_at_the_thousands_change_nothing(number: int) -> None:
    assert whole_number(f"{number:,}") == whole_number(f"{number:,}".replace(",", ".")) == number
