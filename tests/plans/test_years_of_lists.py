"""In which year the rows of a list are, where only some say it."""

from plans.extract import extract
from plans.limits import Limits
from plans.reader import read_document

PROCESS = """Bilag 2 til dagsorden

Den nuværende politik blev vedtaget den 24. marts 2022 og gælder til og med 2026.

| Periode | Aktivitet | Hvem |
|---------|-----------|------|
| August 2026 | Kommissorium | Rådet |
| Uge 36-38 | Interview | Rådet |
| Tirsdag den 6. oktober kl. 17-20 | Borgermøde | Rådet |
| December-januar | Tilretning | Rådet |
| Primo 2027 | Behandling | Udvalget |
| 11. januar – 22. februar 2027 | Høring | Rådet |
| Maj 2027 | Vedtagelse | Byrådet |
| Foråret 2027 | Kampagne | Rådet |
| Løbende | Orientering | Rådet |
"""

OF_EACH_BODY = """Mødeplan 2027

Menighedsrådets møder begynder kl. 19.
Aktivitetsudvalgets møder begynder kl. 16.30.

Menighedsrådet: 12. januar, 9. marts
Aktivitetsudvalget: 19. januar, 16. marts
"""


def _read(text: str) -> dict[str, str]:
    entries = read_document(extract(text.encode(), Limits()), name="plan").entries
    return {each.printed.title: each.printed.when.edtf for each in entries}


def test_a_table_whose_stated_years_go_back_by_a_season_is_still_in_order() -> None:
    found = _read(PROCESS)
    assert found["Interview"] == "2026-W36/2026-W38"
    assert found["Borgermøde"] == "2026-10-06T17:00/2026-10-06T20:00"
    assert found["Tilretning"] == "2026-12/2027-01"
    assert found["Kampagne"] == "2027-21"


def test_what_goes_on_always_has_no_place_in_the_year() -> None:
    assert "Orientering" not in _read(PROCESS)


def test_hours_said_of_one_body_are_not_those_of_another() -> None:
    entries = read_document(extract(OF_EACH_BODY.encode(), Limits()), name="plan").entries
    assert sorted(each.printed.when.edtf for each in entries) == [
        "2027-01-12T19:00",
        "2027-01-19T16:30",
        "2027-03-09T19:00",
        "2027-03-16T16:30",
    ]
