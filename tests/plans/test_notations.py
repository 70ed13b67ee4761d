"""Every notation of the table means what the table says, and the page about them is up to date."""

import pytest

from plans.atoms import Context
from plans.phrases import phrases
from tests.plans.notations_page import PAGE, Row, page, rows

YEAR = Context(year=2027)


@pytest.mark.parametrize("row", list(rows()), ids=lambda row: f"{row.language} {row.text}")
def test_a_notation_means_what_the_table_says(row: Row) -> None:
    found = phrases(row.text, YEAR)
    doubts = sorted({doubt.sort.value for phrase in found for doubt in phrase.doubts})
    assert (tuple(phrase.when.edtf for phrase in found), tuple(doubts)) == (row.times, row.doubts)


def test_the_page_is_written_from_the_table() -> None:
    assert PAGE.read_text("utf-8") == page()
