"""Lists of what has been, points of an agenda that look like days, and stamps that are none."""

import pytest

from plans.extract import extract
from plans.limits import Limits
from plans.reader import read_document


def _read(text: str) -> list[str]:
    entries = read_document(extract(text.encode(), Limits()), name="plan").entries
    return sorted(each.printed.when.edtf for each in entries)


DAYS = """- torsdag den 28. januar
- torsdag den 18. marts
- torsdag den 20. maj
"""


@pytest.mark.parametrize(
    "said",
    ["Rådet holdt tre ordinære møder:", "Rådet har holdt tre møder:", "Styret hadde tre møter:"],
)
def test_a_list_that_is_told_of_is_no_plan(said: str) -> None:
    text = f"Beretning 2027\n\n{said}\n{DAYS}"
    assert _read(text) == []


@pytest.mark.parametrize("said", ["Rådet besluttede tre møder:", "Der blev aftalt tre møder:"])
def test_a_list_that_was_decided_is_one(said: str) -> None:
    text = f"Mødeplan 2027\n\n{said}\n{DAYS}"
    assert _read(text) == ["2027-01-28", "2027-03-18", "2027-05-20"]


AGENDA = """Møte i rådet tirsdag 9. februar 2027

10.00  Velkommen
10.10  Protokoll fra møtet 8. desember 2026
10.20  Sak 1
11.05  Sak 2
11.40  Sak 3
12.10  Eventuelt
"""


def test_points_of_an_agenda_that_could_be_days_are_points() -> None:
    assert _read(AGENDA) == ["2027-02-09T10:00"]


def test_a_kind_of_date_is_no_stamp() -> None:
    february = "February\n- Grants: closing date 18 Feb\n- Choir: start date 19 Feb\n"
    text = f"Calendar 2027\n\n{february}\nMarch\n- Fair 3 March\n"
    assert _read(text) == ["2027-02-18", "2027-02-19", "2027-03-03"]


def test_hours_of_several_councils_in_one_sentence() -> None:
    text = (
        "Mødekalender 2027\n\nÆldrerådet mødes kl. 9.30, Handicaprådet kl. 15.00 og Grønt Råd kl. 17.00.\n\n"
        "| | Jan | Feb | Mar |\n|---|---|---|---|\n| Ældrerådet | 12 | - | 9 |\n"
        "| Handicaprådet | - | 3 | - |\n| Grønt Råd | 19 | - | 17 |\n"
    )
    assert _read(text) == [
        "2027-01-12T09:30",
        "2027-01-19T17:00",
        "2027-02-03T15:00",
        "2027-03-09T09:30",
        "2027-03-17T17:00",
    ]


DECIDED = """Referat 2027

Mødeplan 2028
Der foreslås følgende møder kl. 16.00-18.30 i 2028:

Tirsdag den 25. januar
Tirsdag den 7. marts
Tirsdag den 9. maj

Herudover foreslås:
- en temadag om hjælpemidler, enten tirsdag den 4. april eller torsdag den 27. april
- fællesmøde med Ældrerådet tirsdag den 14. november kl. 13.00
- sommertur til Aarhus lørdag den 17. juni

Beslutning
Godkendt. Temadagen holdes den 27. april. Fællesmødet med Ældrerådet aflyses.
Sommerturen til Aarhus udskydes til lørdag den 26. august. Alle ordinære møder begynder kl. 15.30.
"""


def test_a_decision_that_names_things_settles_moves_and_calls_off() -> None:
    entries = read_document(extract(DECIDED.encode(), Limits()), name="referat").entries
    told = {each.printed.when.edtf: (each.printed.title, each.printed.status.value) for each in entries}
    assert told == {
        "2028-01-25T15:30": ("Møde", "planned"),
        "2028-03-07T15:30": ("Møde", "planned"),
        "2028-05-09T15:30": ("Møde", "planned"),
        "2028-04-27": ("Temadag om hjælpemidler", "planned"),
        "2028-11-14T13:00": ("Fællesmøde med Ældrerådet", "cancelled"),
        "2028-08-26": ("Sommertur til Aarhus", "planned"),
    }
