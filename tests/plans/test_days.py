"""Days under the name of a month."""

import pytest

from plans.days import day_cell, numbered_days, split_day, with_month


@pytest.mark.parametrize(
    "cell",
    ["12", "12.", "16 og 23", "22-29", "man 12", "Tues 4", "torsdag d. 6.", "?", "TBC", "3., 5. og 9."],
)
def test_days(cell: str) -> None:
    assert day_cell(cell)


@pytest.mark.parametrize("cell", ["", "32", "12 frivillige", "maj", "kl. 17", "2027"])
def test_no_days(cell: str) -> None:
    assert not day_cell(cell)


def test_a_line_gets_its_month() -> None:
    assert with_month("16 og 23", "februar", "Kursus") == "16 og 23 februar: Kursus"
    assert with_month("?", "februar", "Kursus") == "Kursus?"


def test_numbers_in_front_are_days_unless_they_count() -> None:
    assert numbered_days(["12 Møde", "28 Fest"])
    assert not numbered_days(["1. Velkomst", "2. Budget", "3. Eventuelt"])
    assert not numbered_days(["12 Møde", "Fest", "Tur", "Kursus"])
    assert split_day("12. Møde kl. 17") == ("12.", "Møde kl. 17")
    assert split_day("12 frivillige søges") is None
