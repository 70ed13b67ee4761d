"""What footnotes of tables change."""

import pytest

from plans.extracted import Row
from plans.footnotes import Note, footnotes, marked, note


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("kl. 15", Note(hours="kl. 15")),
        ("møtet starter kl. 12.00", Note(hours="kl. 12.00")),
        ("tors", Note(weekday=4)),
        ("onsdag kl. 15.30", Note(hours="kl. 15.30", weekday=3)),
        ("mødet afholdes i Byrådssalen", Note(place="Byrådssalen")),
        ("foreløbig dato", Note(doubtful=True)),
        ("budget, börjar kl. 16.00", Note(hours="kl. 16.00", said="budget")),
        ("flyttet fra 3. maj", Note(said="flyttet fra 3. maj")),
        ("fællesmøde med Ældrerådet", Note(said="fællesmøde med Ældrerådet")),
    ],
)
def test_a_note(text: str, meant: Note) -> None:
    assert note(text) == meant


@pytest.mark.parametrize(
    ("line", "marks"),
    [
        ("* kl. 15   ** onsdag", ["*", "**"]),
        ("1) fællesmøde", ["1"]),
        ("¹ fællesmøde", ["1"]),
        ("*tors", ["*"]),
        ("• kl. 16", ["*"]),
        ("Vedtaget 3. maj", []),
    ],
)
def test_their_marks(line: str, marks: list[str]) -> None:
    assert list(footnotes((Row((line,)),), 0).notes) == marks


def test_marks_leave_the_days_of_a_cell() -> None:
    known = {"1": Note(), "a": Note()}
    assert marked("20**", {}) == ("20", ("**",))
    assert marked("12¹", known) == ("12", ("1",))
    assert marked("5a)", known) == ("5", ("a",))
    assert marked("12. (2)", known) == ("12. (2)", ())
