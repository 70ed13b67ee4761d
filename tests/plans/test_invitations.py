"""Papers that call people to one thing."""

import pytest

from council.records import ReadEntry
from plans.extract import extract
from plans.limits import Limits
from plans.reader import read_document


def read(text: str) -> tuple[ReadEntry, ...]:
    return read_document(extract(text.encode(), Limits()), name="letter").entries


POINTS = "\n1. Godkendelse af dagsorden\n2. Referat fra mødet den 4. februar 2027\n3. Eventuelt\n"
HEAD = """Ældrerådet i Storby
DAGSORDEN
Mødedato: tirsdag den 9. marts 2027
Mødetid: kl. 10.00 - 12.00
Mødested: Rådhuset
"""


@pytest.mark.parametrize(
    ("text", "title", "when", "place"),
    [
        (
            f"Handicaprådet\n\nDagsorden for møde torsdag den 4. marts 2027 kl. 17\n{POINTS}",
            "Møde i Handicaprådet",
            "2027-03-04T17:00",
            "",
        ),
        (
            f"{HEAD}{POINTS}",
            "Møde i Ældrerådet i Storby",
            "2027-03-09T10:00/2027-03-09T12:00",
            "Rådhuset",
        ),
        (
            "SOMMERFEST\n\nTid: lørdag den 5. juni 2027 kl. 14-17\nSted: Parken\n",
            "Sommerfest",
            "2027-06-05T14:00/2027-06-05T17:00",
            "Parken",
        ),
    ],
)
def test_what_it_calls_to(text: str, title: str, when: str, place: str) -> None:
    [entry] = read(text)
    assert (entry.printed.title, entry.printed.when.edtf, entry.printed.place) == (title, when, place)


def test_a_sign_up_is_for_what_it_calls_to() -> None:
    entries = read("SOMMERFEST\n\nTid: lørdag den 5. juni 2027 kl. 14\n\nTilmelding senest den 20. maj.\n")
    assert [(each.printed.title, each.printed.when.edtf) for each in entries] == [
        ("Sommerfest", "2027-06-05T14:00"),
        ("Tilmelding – sommerfest", "2027-05-20"),
    ]


def test_minutes_call_to_nothing() -> None:
    assert read(f"REFERAT\nTid: torsdag den 4. marts 2027 kl. 17\n{POINTS}") == ()
    assert (
        read("Åben dagsorden, mandag den 6. september 2027 kl. 17\n\n1. Budget\nBeslutning\nGodkendt.\n")
        == ()
    )


def test_an_agenda_with_a_plan_is_about_the_plan() -> None:
    plan = "Mødeplan 2027\n\n2. februar: Fest\n3. marts: Tur\n4. maj: Møde\n"
    entries = read(f"Dagsorden til møde tirsdag den 12. januar 2027 kl. 10\n\n{plan}")
    assert [each.printed.when.edtf for each in entries] == ["2027-02-02", "2027-03-03", "2027-05-04"]
