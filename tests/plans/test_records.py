"""Tables with one thing a row, in any shape and with any columns."""

import random
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from council.records import Kind, Reading, Status
from plans.extract import extract
from plans.limits import Limits
from plans.reader import read_document


def read(text: str) -> Reading:
    return read_document(extract(text.encode(), Limits()), name="plan")


def told(text: str) -> list[tuple[str, str]]:
    return [(entry.printed.title, entry.printed.when.edtf) for entry in read(text).entries]


def test_columns_by_their_headings() -> None:
    text = (
        "Program 2027/28\n\nDato;Ugedag;Start;Slut;Aktivitet;Sted;Ansvarlig;Bemærkninger\n"
        "2027-09-07;Tirsdag;19:00;21:30;Opstartsmøde;Salen;Formanden;\n"
        "2027-11-18;Torsdag;17:00;22:00;Julemarked;Torvet;Alle;evt.\n"
        "2028-01-13;Torsdag;19:00;;Nytårskur;Salen;;aflyst\n"
    )
    entries = read(text).entries
    assert told(text) == [
        ("Opstartsmøde", "2027-09-07T19:00/2027-09-07T21:30"),
        ("Julemarked", "2027-11-18T17:00?/2027-11-18T22:00?"),
        ("Nytårskur", "2028-01-13T19:00"),
    ]
    assert [(each.printed.place, each.printed.responsible) for each in entries] == [
        ("Salen", "Formanden"),
        ("Torvet", "Alle"),
        ("Salen", ""),
    ]
    assert entries[2].printed.status is Status.CANCELLED


def test_a_month_said_once_and_days_beside_it() -> None:
    text = (
        "| Måned | Dag | Hvad | Tid |\n|---|---|---|---|\n| Oktober 2027 | 5 | Medlemsmøde | 19-21 |\n"
        "|  | 21. | Arbejdsaften | 18.00 |\n| Januar | 11 | Nytårskur | kl. 17.30 |\n"
    )
    assert told(text) == [
        ("Medlemsmøde", "2027-10-05T19:00/2027-10-05T21:00"),
        ("Arbejdsaften", "2027-10-21T18:00"),
        ("Nytårskur", "2028-01-11T17:30"),
    ]


def test_each_deadline_is_an_entry_of_its_own() -> None:
    text = (
        "Møder i Handicaprådet 2028\n\nMødedato\tFrist for punkter\tDagsorden udsendes\n"
        "19.01.2028\t05.01.2028\t12.01.2028\n15.03.2028\t01.03.2028\t08.03.2028\n"
    )
    found = read(text).entries
    assert [(each.printed.when.edtf, each.printed.kind) for each in found[:3]] == [
        ("2028-01-19", Kind.MEETING),
        ("2028-01-05", Kind.DEADLINE),
        ("2028-01-12", Kind.DEADLINE),
    ]
    titles = [each.printed.title for each in found]
    assert "Handicaprådet" in titles[0]
    assert titles[1].startswith("Frist for punkter")
    assert titles[2].startswith("Dagsorden udsendes")
    assert len(found) == 6


def test_a_process_plan_with_vague_overlapping_periods_over_new_year() -> None:
    text = (
        "Procesplan for ny politik 2027\n\n"
        "Periode                    Aktivitet                  Ansvarlig\n"
        "September-oktober          Borgerpanel                Konsulenten\n"
        "4. november kl. 14-16      Styregruppemøde            Styregruppen\n"
        "December-januar            Behandling af udkast       Udvalget\n"
        "Januar-marts (afhænger af  Offentlig høring           Sekretariatet\n"
        "antal svar)\n"
        "April - 15. maj            Endelig udgave skrives     Sekretariatet\n"
        "Efter sommerferien         Folder trykkes             Sekretariatet\n"
    )
    assert told(text) == [
        ("Borgerpanel", "2027-09/2027-10"),
        ("Styregruppemøde", "2027-11-04T14:00/2027-11-04T16:00"),
        ("Behandling af udkast", "2027-12/2028-01"),
        ("Offentlig høring", "2028-01?/2028-03?"),
        ("Endelig udgave skrives", "2028-04-01/2028-05-15"),
        ("Folder trykkes", "XXXX"),
    ]


def test_numbers_of_weeks_and_days_inside_them() -> None:
    text = (
        "Årsplan 2027\n\nUge\tAktivitet\tAnsvarlig\n2\tOpstart af hold\tTræneren\n"
        "11\tStævne, lørdag kl. 10-15\tUdvalget\n20-21\tAfslutning\tAlle\n"
    )
    assert told(text) == [
        ("Opstart af hold", "2027-W02"),
        ("Stævne", "2027-03-20T10:00/2027-03-20T15:00"),
        ("Afslutning", "2027-W20/2027-W21"),
    ]


def test_a_weekday_that_does_not_fit_is_a_doubt() -> None:
    text = (
        "Møteplan for Eldrerådet 2028\n\nNr.  Dag       Dato      Tid     Sted\n"
        "1    Tirsdag   11.01.    09.00   Salen\n2    Onsdag    08.02.    09.00   Salen\n"
        "3    Tirsdag   14.03.    12.00   Biblioteket\n"
    )
    found = read(text).entries
    assert [each.printed.when.edtf for each in found] == [
        "2028-01-11T09:00",
        "2028-02-08T09:00",
        "2028-03-14T12:00",
    ]
    assert [bool(each.doubts) for each in found] == [False, True, False]
    assert found[2].printed.place == "Biblioteket"


def test_what_could_not_be_placed_is_listed() -> None:
    text = (
        "Årsplan 2027\n\nDato | Aktivitet | Ansvarlig\n3. maj | Fest | Alle\n"
        "den 77. i 13. | Tur til skoven | Formanden\n9. juni | Bal | Alle\nI alt | 3 ting |\n"
    )
    reading = read(text)
    assert [entry.printed.title for entry in reading.entries] == ["Fest", "Bal"]
    assert [source.words for source in reading.unplaced] == ["den 77. i 13. Tur til skoven Formanden"]


def test_a_heading_after_a_page_break_is_no_row() -> None:
    head = "Dato\tAktivitet\tAnsvarlig\n"
    months = ["3. maj\tFest", "4. juni\tTur", "5. juli\tBal", "6. august\tKur"]
    first, then = ("".join(f"{row}\tAlle\n" for row in part) for part in (months[:2], months[2:]))
    text = f"Årsplan 2027\n\n{head}{first}\f\n{head}{then}"
    assert told(text) == [
        ("Fest", "2027-05-03"),
        ("Tur", "2027-06-04"),
        ("Bal", "2027-07-05"),
        ("Kur", "2027-08-06"),
    ]


NO_PLANS = {
    "accounts": """Regnskab 2026

Dato        Tekst            Beløb
04.01.26    Kontingent       12.000 kr.
07.02.26    Leje af sal       1.250 kr.
09.03.26    Gaver               450 kr.
""",
    "telephones": """Telefonliste
Anders Testesen     12 34 56 78
Berta Prøvesen      23 45 67 89
Carl Demo           34 56 78 90
""",
    "opening hours": "Åbningstider\nMandag\t10-17\nTirsdag\t10-17\nTorsdag\t12-19\n",
    "versions": """Historik

Version | Dato | Ændring
1.0 | 03.05.2026 | Ny
1.1 | 08.06.2026 | Rettet
""",
    "members": """Medlemmer

Navn\tFødt\tIndvalgt
A. Testesen\t03.05.1961\t01.01.2022
B. Prøve\t08.06.1970\t01.01.2022
""",
}


@pytest.mark.parametrize("text", NO_PLANS.values(), ids=NO_PLANS)
def test_accounts_lists_of_people_and_versions_are_no_plans(text: str) -> None:
    assert not read(text).entries


_WHENS = ["{:%d.%m.%Y}", "{:%d-%m-%Y}", "{:%Y-%m-%d}", "{0.day}/{0.month}-{0:%y}"]
_TITLES = ["Fest", "Tur til havet", "Fællesspisning", "Rundvisning", "Loppemarked", "Foredrag om bier"]
_DIVIDED = {"tabs": "\t", "semicolons": ";", "pipes": " | "}


@settings(max_examples=50, deadline=None)
@given(st.integers(0, 10**6), st.sampled_from(["gaps", *_DIVIDED]), st.booleans())
def test_records_in_any_shape_read_back(seed: int, shape: str, headed: bool) -> None:  # noqa: FBT001
    chance = random.Random(seed)
    style = chance.choice(_WHENS)
    days = sorted(
        date(2027, 1, 1) + timedelta(days=chance.randrange(700)) for _ in range(chance.randrange(3, 8))
    )
    titles = [chance.choice(_TITLES) for _ in days]
    head = ["Dato", "Aktivitet", "Ansvarlig"]
    body = [
        [style.format(day), title, chance.choice(["Alle", "Formanden"])]
        for day, title in zip(days, titles, strict=True)
    ]
    order = chance.choice([[0, 1, 2], [1, 0, 2], [0, 2, 1]]) if headed else [0, 1, 2]
    grid = [[row[at] for at in order] for row in ([head] if headed else []) + body]
    if shape == "gaps":
        lines = ["".join(cell.ljust(20) for cell in row).rstrip() for row in grid]
    else:
        lines = [_DIVIDED[shape].join(row) for row in grid]
    expected = list(dict.fromkeys((title, day.isoformat()) for title, day in zip(titles, days, strict=True)))
    assert told("Program\n\n" + "\n".join(lines) + "\n") == expected
