"""Lists of dates: what they are called, when and where all of them are, and what is none."""

import pytest

from council.records import Kind, Reading
from plans.extract import extract
from plans.limits import Limits
from plans.reader import read_document


def read(text: str, year: int | None = None) -> Reading:
    return read_document(extract(text.encode(), Limits()), name="plan", year=year)


def said(text: str) -> list[tuple[str, str]]:
    return [(entry.printed.title, entry.printed.when.edtf) for entry in read(text).entries]


@pytest.mark.parametrize(
    ("heading", "title"),
    [
        ("Møder i Kystrådet 2028", "Møde i Kystrådet"),
        ("Kystrådets mødeplan 2028", "Møde"),
        ("Mødedatoer 2028", "Møde"),
        ("Bestyrelsesmøder i 2028", "Bestyrelsesmøde"),
        ("Møteplan 2028", "Møte"),
        ("Sammanträdestider 2028", "Sammanträde"),
        ("Council meetings 2028", "Council meeting"),
        ("Dates of meetings in 2028:", "Meeting"),
        ("Caféaftener 2028", "Caféaftener"),
    ],
)
def test_bare_dates_are_called_what_the_list_is_called(heading: str, title: str) -> None:
    assert said(f"{heading}\n\n8. maj\n12. juni\n4. september\n") == [
        (title, "2028-05-08"),
        (title, "2028-06-12"),
        (title, "2028-09-04"),
    ]


def test_the_body_may_stand_in_the_head_of_the_document() -> None:
    text = "SKOVKØB KOMMUNE\nGrønt Råd\n\nMødeplan 2028\n\n8. maj\n12. juni\n"
    assert {title for title, _ in said(text)} == {"Møde i Grønt Råd"}


def test_each_heading_has_dates_and_hours_of_its_own() -> None:
    text = (
        "Mødeplan 2028\n\nÆLDRERÅDET\nMøderne holdes på rådhuset, lokale 2, kl. 10.00-12.30.\n"
        "Mandag den 8. maj\nMandag den 12. juni kl. 9\n\nUNGERÅDET\nAlle møder ligger kl. 17 i Huset.\n"
        "10/5, 14/6 og 13/9\n"
    )
    assert said(text) == [
        ("Møde i Ældrerådet", "2028-05-08T10:00/2028-05-08T12:30"),
        ("Møde i Ældrerådet", "2028-06-12T09:00"),
        ("Møde i Ungerådet", "2028-05-10T17:00"),
        ("Møde i Ungerådet", "2028-06-14T17:00"),
        ("Møde i Ungerådet", "2028-09-13T17:00"),
    ]
    assert [entry.printed.place for entry in read(text).entries][::2] == [
        "rådhuset, lokale 2",
        "Huset",
        "Huset",
    ]


def test_a_remark_stands_behind_the_name_of_the_list() -> None:
    text = "Møder i Kystrådet 2028\n8. maj (studietur)\n12. juni med grill\n4. september, Temadag om vand\n"
    assert [title for title, _ in said(text)] == [
        "Møde i Kystrådet (studietur)",
        "Møde i Kystrådet (med grill)",
        "Temadag om vand",
    ]


def test_dates_stand_in_front_in_the_middle_or_behind() -> None:
    text = (
        "Program 2028\n\n08.05.28: Åbent hus\nBanko, fredag den 12. maj kl. 19: AFLYST\n"
        "Havnefest: 3. juni på kajen\nUge 34 Oprydning\nLoppemarked i september?\n"
    )
    assert said(text) == [
        ("Åbent hus", "2028-05-08"),
        ("Banko", "2028-05-12T19:00"),
        ("Havnefest", "2028-06-03"),
        ("Oprydning", "2028-W34"),
        ("Loppemarked", "2028-09?"),
    ]


def test_a_list_turns_the_year() -> None:
    text = "Strikkeklubbens aftener, sæson 2028/29\n\n4. september\n6. november\n8. januar\n5. marts\n"
    assert [when for _, when in said(text)] == ["2028-09-04", "2028-11-06", "2029-01-08", "2029-03-05"]


def test_a_list_in_minutes_is_about_what_is_to_come() -> None:
    text = "Referat\nMøde den 16. november 2027\n\nKommende møder:\n10. januar\n7. februar\n6. december\n"
    assert [when for _, when in said(text)] == ["2028-01-10", "2028-02-07", "2028-12-06"]


def test_what_waits_for_its_date_is_not_lost() -> None:
    text = "Mødeplan 2028\n8. maj\n12. juni\nDialogmøde med udvalget: afventer formanden\n"
    [entry] = [entry for entry in read(text).entries if entry.printed.waiting_for]
    assert (entry.printed.title, entry.printed.when.edtf) == ("Dialogmøde med udvalget", "XXXX")
    assert entry.printed.kind is Kind.MEETING


@pytest.mark.parametrize(
    "text",
    [
        "Dato: 3. maj 2028\nMødedato: 10. maj 2028\nUdskrevet: 4. maj 2028\n",
        "Afholdte møder 2028\n8. maj\n12. juni\n4. september\n",
        "Rådets medlemmer\nBo Bom, udpeget 1. januar 2026\nMo Mam, udpeget 1. marts 2026\n",
        "Kære alle\n3. februar 2028\n8. april 2028\n9. juni 2028\n",
        "Sagen blev rejst den\n19. februar. Kommunen svarede den\n26. februar, og den faldt\n9. juni.\n",
    ],
)
def test_other_dates_are_no_list(text: str) -> None:
    assert read(text).entries == ()
