"""Movable days against a calendar, and when a named day is a time and when it is a title."""

import pytest

from plans.atoms import Context
from plans.items import read_item


@pytest.mark.parametrize(
    ("year", "days"),
    [
        (2025, ["2025-03-02", "2025-04-20", "2025-05-29", "2025-06-09"]),
        (2026, ["2026-02-15", "2026-04-05", "2026-05-14", "2026-05-25"]),
        (2027, ["2027-02-07", "2027-03-28", "2027-05-06", "2027-05-17"]),
        (2028, ["2028-02-27", "2028-04-16", "2028-05-25", "2028-06-05"]),
    ],
)
def test_movable_days(year: int, days: list[str]) -> None:
    names = ("fastelavnssøndag", "påskedag", "Kristi himmelfartsdag", "2. pinsedag")
    found = [read_item(f"Tur {name}", Context(year=year)).whens[0].edtf for name in names]
    assert found == days


@pytest.mark.parametrize(
    ("text", "title", "times"),
    [
        ("Markedet er påskelørdag", "Markedet er", ["2027-03-27"]),
        ("Skærtorsdag: åben skov", "åben skov", ["2027-03-25"]),
        ("Gudstjeneste langfredag kl. 10", "Gudstjeneste", ["2027-03-26T10:00"]),
        ("Fest på grundlovsdag kl. 14", "Fest", ["2027-06-05T14:00"]),
        ("Grundlovsdag", "Grundlovsdag", ["2027-06-05"]),
        ("Sankthansaften med bål", "Sankthansaften med bål", ["2027-06-23"]),
        ("Juleaften kl. 15 i kirken", "Juleaften", ["2027-12-24T15:00"]),
        ("Sankt Hans-fest 22. juni", "Sankt Hans-fest", ["2027-06-22"]),
        ("Fastelavn søndag 7. februar", "Fastelavn", ["2027-02-07"]),
        ("Grundlovsdag den 5. juni", "Grundlovsdag", ["2027-06-05"]),
        ("Planlægning af grundlovsdag", "Planlægning af grundlovsdag", []),
        ("Tur efter påskedag", "Tur efter påskedag", []),
        ("Koncert i Sankt Hans Kirke", "Koncert i Sankt Hans Kirke", []),
        ("Oplæg ved Lucia Holm", "Oplæg ved Lucia Holm", []),
    ],
)
def test_named_days(text: str, title: str, times: list[str]) -> None:
    item = read_item(text, Context(year=2027))
    assert (item.title, [when.edtf for when in item.whens]) == (title, times)


def test_a_named_day_of_another_month_is_only_spoken_of() -> None:
    assert read_item("Grundlovsdag", Context(year=2027, month=4)).whens == ()
