"""Timed agendas: one meeting, not as many events as it has points."""

import pytest

from plans.extract import extract
from plans.limits import Limits
from plans.reader import read_document

POINTS = "09.30 1. Velkomst\n09.45 2. Budget 2029\n10.30 Pause\n10.45 3. Nyt fra 3. maj\n"


def said(text: str) -> list[tuple[str, str]]:
    reading = read_document(extract(text.encode(), Limits()), name="plan")
    return [(entry.printed.title, entry.printed.when.edtf) for entry in reading.entries]


def test_a_meeting_with_its_points() -> None:
    text = f"DAGSORDEN\n\nKystrådet holder ordinært møde\ntirsdag den 9. maj 2028\n\n{POINTS}"
    assert [when for _, when in said(text)] == ["2028-05-09T09:30"]
    assert "møde" in said(text)[0][0]


def test_the_last_point_ends_it() -> None:
    text = f"Dagsorden\nBestyrelsesmøde onsdag den 10. maj 2028\n\n{POINTS}11.15 Mødet slutter\n"
    assert said(text) == [("Bestyrelsesmøde", "2028-05-10T09:30/2028-05-10T11:15")]


def test_the_hours_of_the_head_win() -> None:
    text = f"Bestyrelsesmøde onsdag den 10. maj 2028 kl. 9-12\n\n{POINTS}"
    assert said(text) == [("Bestyrelsesmøde", "2028-05-10T09:00/2028-05-10T12:00")]


@pytest.mark.parametrize("dash", ["-", " – ", " - "])
def test_spans_of_time(dash: str) -> None:
    slots = "".join(
        f"{start}{dash}{end}  {title}\n"
        for start, end, title in [
            ("17.00", "17.20", "Velkomst"),
            ("17.20", "18.00", "Oplæg"),
            ("18.00", "19.00", "Spisning"),
        ]
    )
    text = f"Program\nFrivilligaften torsdag den 11. maj 2028\n\n{slots}"
    assert said(text) == [("Frivilligaften", "2028-05-11T17:00/2028-05-11T19:00")]


def test_the_date_of_the_letter_is_not_that_of_the_meeting() -> None:
    text = f"Dato: 2. maj 2028\n\nIndkaldelse til møde i Kystrådet\ntirsdag den 9. maj 2028\n\n{POINTS}"
    assert [when for _, when in said(text)] == ["2028-05-09T09:30"]


def test_hours_without_a_day_are_no_meeting() -> None:
    assert said(f"Sådan går en aften\n\n{POINTS}") == []
