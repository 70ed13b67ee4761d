import pytest
from hypothesis import given
from hypothesis import strategies as st

from plans.cutting import ENDS, cut_out, without_gaps


def test_pieces_leave_gaps() -> None:
    assert cut_out("one, two, three", [(4, 8), (9, 15)]) == "one, , "
    assert cut_out("one", []) == "one"


@pytest.mark.parametrize(
    ("text", "tidy"),
    [
        ("one, , two", "one, two"),
        ("one,; two,", "one; two"),
        ("one ( ) two", "one two"),
        ("one ( , ) two", "one two"),
        ("one (, two ,) three", "one (two) three"),
        ("one -  - two -", "one - two"),
        ("- one:", "one"),
    ],
)
def test_gaps_are_closed(text: str, tidy: str) -> None:
    assert without_gaps(text) == tidy


@given(st.text(alphabet="ab ,;()-", max_size=40))
def test_nothing_but_separators_goes(text: str) -> None:
    tidy = without_gaps(text)
    assert [letter for letter in tidy if letter in "ab"] == [letter for letter in text if letter in "ab"]
    assert tidy == tidy.strip(ENDS)
