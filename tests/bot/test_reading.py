"""`samspil read`: plain data for programs, a table for people, and why a file cannot be read."""

import json
from pathlib import Path
from typing import Any

import pytest

from bot.cli import main

PLAN = """Årsplan 2027

Maj
- Rådsmøde lørdag den 4. maj kl. 17-19 i Salen
- Sommertur 12. maj eller 19. maj
- AFLYST: Fest den 20. maj
Juni
- Sprogcafé hver tirsdag kl. 16 i juni
- Koncert flyttet fra 5. juni til 12. juni
- Tur?
"""


def run(capsys: pytest.CaptureFixture[str], *args: str) -> tuple[int, str, str]:
    status = main(["read", *args])
    said = capsys.readouterr()
    return status, said.out, said.err


def data(capsys: pytest.CaptureFixture[str], path: Path, *args: str) -> list[dict[str, Any]]:
    status, out, _ = run(capsys, str(path), "--json", *args)
    assert status == 0
    found: list[dict[str, Any]] = json.loads(out)
    return found


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    path = tmp_path / "plan.txt"
    path.write_text(PLAN, encoding="utf-8")
    return path


def test_plain_data(capsys: pytest.CaptureFixture[str], plan: Path) -> None:
    meeting, *_ = data(capsys, plan)
    assert (meeting["title"], meeting["start"], meeting["end"], meeting["precision"]) == (
        "Rådsmøde",
        "2027-05-04T17:00:00",
        "2027-05-04T19:00:00",
        "datetime",
    )
    assert meeting["source"]["line"] == 4
    assert meeting["place"] == "Salen"
    assert "Which is right?" in data(capsys, plan, "--lang", "en")[0]["questions"][0]
    assert "tirsdag" in meeting["questions"][0]


def test_one_of_several_days_is_an_object_for_each(capsys: pytest.CaptureFixture[str], plan: Path) -> None:
    tours = [each for each in data(capsys, plan) if each["title"] == "Sommertur"]
    assert [(each["start"], each["tentative"]) for each in tours] == [
        ("2027-05-12", True),
        ("2027-05-19", True),
    ]


def test_states(capsys: pytest.CaptureFixture[str], plan: Path) -> None:
    by_title = {each["title"]: each for each in data(capsys, plan)}
    assert by_title["Fest"]["status"] == "cancelled"
    assert (by_title["Koncert"]["status"], by_title["Koncert"]["was"]) == ("moved", "2027-06-05")
    assert (by_title["Tur"]["precision"], by_title["Tur"]["tentative"]) == ("month", True)
    rule = by_title["Sprogcafé"]
    assert (rule["start"], rule["rrule"].split(";")[0]) == ("2027-06-01T16:00:00", "FREQ=WEEKLY")


def test_the_year_that_is_asked_for(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    path = tmp_path / "plan.txt"
    path.write_text("Møder\n12. januar\n9. februar\n8. marts\n", encoding="utf-8")
    assert [each["start"] for each in data(capsys, path, "--year", "2028")] == [
        "2028-01-12",
        "2028-02-09",
        "2028-03-08",
    ]


def test_a_table_for_people(capsys: pytest.CaptureFixture[str], plan: Path) -> None:
    status, out, _ = run(capsys, str(plan), "--lang", "en")
    assert status == 0
    assert "Tuesday 4 May 2027 at 17:00–19:00" in out
    assert "→" in out


def test_nothing_plan_like_is_no_error(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    path = tmp_path / "letter.txt"
    path.write_text("Tak for sidst. Vi ses.\n", encoding="utf-8")
    status, out, err = run(capsys, str(path), "--json")
    assert (status, json.loads(out)) == (0, [])
    assert "nothing in it looks like a plan" in err


@pytest.mark.parametrize(
    ("content", "why"),
    [(b"", "it is empty"), (b"%PDF-1.4 cut off", "damaged"), (b"\x89PNG\r\n\x1a\n", "it is none of")],
)
def test_a_file_that_cannot_be_read(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, content: bytes, why: str
) -> None:
    path = tmp_path / "plan.pdf"
    path.write_bytes(content)
    status, out, err = run(capsys, str(path), "--json")
    assert (status, out) == (2, "")
    assert why in err


def test_a_file_that_is_not_there(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    status, _, err = run(capsys, str(tmp_path / "none.pdf"))
    assert status == 2
    assert "No such file" in err
