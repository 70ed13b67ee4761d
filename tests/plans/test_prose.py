"""Plans told in sentences, and documents that only look like one."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from council.records import Kind, ReadEntry
from plans.extract import extract
from plans.extracted import Row
from plans.limits import Limits
from plans.prose import prose
from plans.reader import read_document
from plans.sheet import Setting


def read(text: str, year: int | None = 2027) -> tuple[ReadEntry, ...]:
    return read_document(extract(text.encode(), Limits()), name="letter", year=year).entries


def said(text: str, year: int | None = 2027) -> list[tuple[str, str]]:
    return [(entry.printed.title, entry.printed.when.edtf) for entry in read(text, year)]


def test_two_things_in_a_sentence() -> None:
    text = (
        "Kulturdagen afholdes lørdag den 18. september kl. 10-15 på VUC, og evalueringen sker onsdag den\n"
        "6. oktober.\n"
    )
    entries = read(text, 2021)
    assert [(each.printed.title, each.printed.when.edtf) for each in entries] == [
        ("Kulturdagen", "2021-09-18T10:00/2021-09-18T15:00"),
        ("Evalueringen", "2021-10-06"),
    ]
    assert entries[0].printed.place == "VUC"
    assert entries[0].confidence == 0.7


def test_several_days_of_one_subject() -> None:
    text = "Seniorrådet holder møde tirsdag den 5. april og tirsdag den 13. september 2022.\n"
    assert said(text, None) == [
        ("Møde i Seniorrådet", "2022-04-05"),
        ("Møde i Seniorrådet", "2022-09-13"),
    ]


def test_deadlines_are_entries_of_their_own() -> None:
    text = (
        "Sommerudflugten er lørdag den 5. juni kl. 9. Tilmelding senest den 20. maj.\n\n"
        "Forslag skal være sekretariatet i hænde senest den 1. februar.\n"
    )
    entries = read(text)
    assert [each.printed.title for each in entries] == [
        "Sommerudflugten",
        "Tilmelding – sommerudflugten",
        "Frist for forslag",
    ]
    assert [each.printed.kind for each in entries[1:]] == [Kind.DEADLINE, Kind.DEADLINE]


def test_vague_times_count_where_something_is_announced() -> None:
    text = (
        "I november gennemfører vi en kampagne mod ensomhed.\n\n"
        "Der påtænkes en studietur til Malmø i foråret 2028.\n\n"
        "I marts steg forbruget. Regnskabet for maj er sendt ud. I september tages sagen op igen.\n"
    )
    assert said(text) == [("Kampagne mod ensomhed", "2027-11"), ("Studietur til Malmø", "2028-21?")]


@pytest.mark.parametrize(
    "text",
    [
        "Den 12. november mødtes vi med biblioteket, og den 3. maj 2026 blev festen afholdt.\n",
        "Efter lov nr. 520 af 21. juni 2005, jf. § 18, skal der indhentes attest.\n",
        "Torsdag den 24. februar 2022 invaderede Rusland Ukraine.\n",
        "Hjørby, den 4. marts 2027\n\nKære alle\n",
        "Dato: 4. marts 2027\nReferat fra mødet den 4. marts 2027\n",
        "Økonomi pr. 1. januar 2027 er uændret. Aftalen løber til den 31. december 2029.\n",
        "Rådet opfordres til at overveje at flytte festen til den 4. september.\n",
        "Et medlem foreslog, at festen kunne holdes den 4. september. Senest ajourført 3. maj 2027.\n",
        "Godkendt den 4. maj 2027. Underskrevet den 5. maj 2027. Udskrevet 6. maj 2027 kl. 10.\n",
        "Rådet er valgt for perioden 1. januar 2026 - 31. december 2029.\n",
        "Formanden er født den 3. maj 1961. Ring på 24 05 20 27 mandag kl. 9-12.\n",
        "The fair could be moved to 4 May. The meeting was held on 5 May 2027.\n",
        "Møtet ble holdt 4. mai 2027. Mötet hölls den 4 maj 2027.\n",
        "Bilag 2: Tilsynsrapport af 8. februar 2027\nKvoten er 12/3 og 2,5 for hver.\n",
    ],
)
def test_what_is_no_plan(text: str) -> None:
    assert said(text) == []


def test_the_next_meeting_in_minutes() -> None:
    text = "Referat\nDato: 4. februar 2027\n\nMødet var i Salen.\n\nNæste møde: torsdag den 4. marts kl. 17\n"
    assert said(text, None) == [("Næste møde", "2027-03-04T17:00")]


def test_what_comes_back_is_one_entry() -> None:
    [entry] = read("Banko spilles hver fredag kl. 19 fra den 15. januar til den 12. marts.\n")
    assert entry.rule is not None
    assert entry.printed.when.edtf == "2027-01-15T19:00"


MINUTES = """Sønderby Kommune
Handicaprådet

REFERAT
Mødedato: onsdag den 2. december 2026

4. Mødeplan 2027
Forvaltningen foreslår følgende møder i 2027:
- 28. januar kl. 15-17
- 18. marts kl. 15-17
- 27. maj kl. 15-17
- 17. juni kl. 15-17

Beslutning
{decision}

5. Eventuelt
Et medlem foreslog, at mødet den 18. marts kunne rykkes til den 25. marts.
"""


def test_a_decision_wins_over_the_proposal_above_it() -> None:
    decision = (
        "Godkendt med den ændring, at mødet den 27. maj i stedet afholdes den 20. maj. Mødet i juni\n"
        "aflyses. Der indlægges et ekstra møde den 3. november kl. 15. Alle møder begynder kl. 17."
    )
    entries = read(MINUTES.format(decision=decision), None)
    assert [
        (each.printed.when.edtf, each.was.first.isoformat() if each.was else "", each.printed.status.value)
        for each in entries
    ] == [
        ("2027-01-28T17:00", "", "planned"),
        ("2027-03-18T17:00", "", "planned"),
        ("2027-05-20T17:00", "2027-05-27", "planned"),
        ("2027-06-17T17:00", "", "cancelled"),
        ("2027-11-03T15:00", "", "planned"),
    ]


def test_what_is_moved_in_a_sentence_is_moved_in_the_list_above() -> None:
    text = (
        "Mødeplan 2027\n\n- 4. marts Rådsmøde\n- 4. november Arbejdsaften i køkkenet\n- 4. november Kor\n\n"
        "Bemærk: arbejdsaftenen er nu torsdag den 11. november kl. 18 (før: 4. november).\n"
    )
    assert said(text, None) == [
        ("Rådsmøde", "2027-03-04"),
        ("Arbejdsaften i køkkenet", "2027-11-11T18:00"),
        ("Kor", "2027-11-04"),
    ]


def test_a_sentence_of_a_decision_changes_two_meetings() -> None:
    decision = (
        "Godkendt med den ændring, at mødet den 18. marts i stedet holdes den 1. april, og at mødet den\n"
        "17. juni aflyses. Forslaget om et ekstra møde blev ikke vedtaget."
    )
    entries = read(MINUTES.format(decision=decision), None)
    assert [(each.printed.when.first.isoformat(), each.printed.status.value) for each in entries] == [
        ("2027-01-28", "planned"),
        ("2027-04-01", "planned"),
        ("2027-05-27", "planned"),
        ("2027-06-17", "cancelled"),
    ]
    assert not any(each.printed.when.uncertain for each in entries)


def test_what_was_put_off_is_tentative() -> None:
    entries = read(MINUTES.format(decision="Sagen udsat."), None)
    assert [each.printed.when.uncertain for each in entries] == [True] * 4


def test_what_was_proposed_and_agreed_to_is_planned() -> None:
    text = (
        "REFERAT\nMødedato: 7. december 2027\n\n3. Ældredag 2028\n"
        "Forvaltningen foreslår, at den holdes søndag den 1. oktober 2028 kl. 13-16 i Hallen.\n"
        "Beslutning\nTiltrådt.\n\n4. Udflugt\nEt medlem foreslår en tur den 23. maj 2028.\nBeslutning\n"
        "Forslaget blev ikke vedtaget.\n"
    )
    assert said(text, None) == [("Ældredag 2028", "2028-10-01T13:00/2028-10-01T16:00")]


@given(st.lists(st.text(max_size=80), max_size=12))
def test_nothing_makes_it_fail(lines: list[str]) -> None:
    rows = tuple(Row((f"{line} den 4. maj.",)) for line in lines)
    assert all(passage.rows for passage in prose(rows, Setting(year=2027)))


@settings(deadline=None)
@given(st.sampled_from(["Festen er den 4. maj, og ", "hvis ", "(", "kl. ", "Beslutning: mødet ", "1. "]))
def test_it_takes_linear_time(part: str) -> None:
    rows = tuple(Row((part * 40,)) for _ in range(40))
    begun = time.monotonic()
    list(prose(rows, Setting(year=2027)))
    assert time.monotonic() - begun < 5
