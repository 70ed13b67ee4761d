"""Which year is meant, from what stands above."""

from datetime import date

import pytest

from plans.atoms import Context
from plans.extracted import Row
from plans.sheet import Setting
from plans.years import context_at, onward


def said(*lines: str, year: int | None = None) -> tuple[int | None, int]:
    rows = tuple(Row((line,)) for line in (*lines, "8. maj"))
    context = context_at(len(rows) - 1, Setting(rows, year))
    return context.year, context.turn


@pytest.mark.parametrize(
    ("lines", "year"),
    [
        (["Referat af møde den 3. april 2026", "", "Mødeplan 2027"], 2027),
        (["Årsplan 2026", "", "Møder i 2027"], 2027),
        (["Mødeplan 2028", "Godkendt den 3. december 2027"], 2028),
        (["Rådet vælges for perioden 2026-2029", "Møder i 2028"], 2028),
        (["Referat den 16. november 2027", "", "Møder i det nye år:"], 2028),
    ],
)
def test_the_nearest_statement_wins(lines: list[str], year: int) -> None:
    assert said(*lines) == (year, 0)


@pytest.mark.parametrize("title", ["Sæson 2027/28", "Program høst 2027 - vår 2028", "Årsplan 2027-2028"])
def test_a_season_begins_in_august(title: str) -> None:
    assert said(title, "") == (2027, 8)
    assert said(title, "", "Forår 2028", "") == (2027, 8)


def test_the_year_that_was_asked_for_counts_where_nothing_is_stated() -> None:
    assert said("Vores møder", year=2029) == (2029, 0)
    assert said("Møder i 2027", year=2029) == (2027, 0)


def test_seen_from_the_day_of_the_document_what_is_over_is_next_years() -> None:
    assert said("Skovkøb, den 4. november 2027", "", "Kommende møder") == (2027, 11)


def test_nothing_says_it() -> None:
    assert said("Kommende møder") == (None, 0)


def test_a_list_goes_on_into_the_next_year() -> None:
    assert onward(Context(year=2027), date(2027, 11, 4)) == Context(year=2027, turn=6)
    assert onward(Context(year=2027), date(2028, 1, 6)) == Context(year=2028)
    assert onward(Context(year=2027), None) == Context(year=2027)
