from datetime import date, datetime, time, timedelta

import pytest

from plans.cells import text_of

moment = datetime.fromisoformat


@pytest.mark.parametrize(
    ("value", "form", "text"),
    [
        (moment("2027-03-04"), "yyyy\\-mm\\-dd", "2027-03-04"),
        (moment("2027-03-04"), "[$-406]dddd d. mmmm yyyy;@", "2027-03-04"),
        (moment("2027-03-04T17:30"), "dd/mm/yy hh:mm", "2027-03-04 kl. 17:30"),
        (moment("2027-03-04T17:30"), "dd/mm/yyyy", "2027-03-04"),
        (moment("2027-03-04"), "m/d/yy h:mm", "2027-03-04"),
        (moment("2027-03-04"), "d-mmm", "4. marts"),
        (moment("2027-03-01"), "mmm-yy", "marts 2027"),
        (moment("2027-03-01"), "mmmm", "marts"),
        (moment("2027-03-04"), "dd", "4."),
        (moment("2027-03-04"), "dddd", "torsdag"),
        (moment("2027-03-04"), "yyyy", "2027"),
        (moment("2027-03-04T17:30"), "hh:mm", "kl. 17:30"),
        (moment("2027-03-04"), "General", "2027-03-04"),
        (moment("2027-03-04"), '"maj" d/m', "4. marts"),
        (date(2027, 3, 4), "yyyy-mm-dd", "2027-03-04"),
        (time(17), "hh:mm", "kl. 17:00"),
        (timedelta(hours=26, minutes=5), "[h]:mm", "26:05"),
        (17.0, "0.00", "17"),
        (25.2, "General", "25,2"),
        (float("inf"), "General", "inf"),
        (42, "0", "42"),
        (True, "General", "x"),
        (None, "General", ""),
        ("Fest", "@", "Fest"),
    ],
)
def test_only_what_a_cell_shows_is_read(value: object, form: str, text: str) -> None:
    assert text_of(value, form, years=False) == text


def test_the_year_that_is_not_shown() -> None:
    assert text_of(moment("2027-03-04"), "d-mmm", years=True) == "2027-03-04"
