import pytest

from council.doubts import Sort
from council.records import Status
from plans.atoms import Context
from plans.items import read_item

JUNE = Context(year=2027, month=6)


@pytest.mark.parametrize(
    ("text", "title", "party"),
    [
        ("Møde med biblioteket - Afventer biblioteket", "Møde med biblioteket", "biblioteket"),
        ("Tur (afventer svar fra formanden)", "Tur", "formanden"),
        ("Fest, awaiting the library", "Fest", "the library"),
        ("Oplæg – venter på Dansk Flygtningehjælp.", "Oplæg", "Dansk Flygtningehjælp"),
    ],
)
def test_whom_an_item_waits_for(text: str, title: str, party: str) -> None:
    item = read_item(text, JUNE)
    assert (item.title, item.waiting_for, item.status) == (title, party, Status.WAITING)


def test_in_a_row_vague_times_stay_in_the_title() -> None:
    item = read_item("Status forår 2027 til efteråret", JUNE)
    assert (item.title, item.whens) == ("Status forår 2027 til efteråret", ())


def test_words_of_doubt() -> None:
    assert read_item("Muligvis en koncert", JUNE).doubtful
    assert read_item("Tur den 3. juni", JUNE).doubtful is False
    assert [when.edtf for when in read_item("Tur den 3. juni - forventes afholdt", JUNE).whens] == [
        "2027-06-03?"
    ]


def test_the_place_behind_the_date() -> None:
    assert read_item("Tur den 3. juni kl. 17 ved søen, husk tøj", JUNE).place == "søen"
    assert read_item("Tur ved søen den 3. juni", JUNE).place == ""
    assert read_item("Møde på Rådhuset den 3. juni", JUNE).title == "Møde på Rådhuset"


def test_what_is_said_in_brackets_is_about_something_else() -> None:
    trip = read_item("Tur (tilmelding senest 1. juni)", JUNE)
    assert (trip.title, trip.whens) == ("Tur", ())
    [due] = trip.signing
    assert (due.what, due.when.edtf) == ("tilmelding", "2027-06-01")
    trip = read_item("Tur 5. juni, tilmelding senest 1. juni", JUNE)
    assert [when.edtf for when in trip.whens] == ["2027-06-05"]
    fire = read_item("Sankthans den 23. juni (bål kl. 21)", JUNE)
    assert (fire.title, [when.edtf for when in fire.whens]) == ("Sankthans (bål kl. 21)", ["2027-06-23"])


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Besøg i uge 37, dato afventer", "Besøg"),
        ("Besøg i uge 37 (dato afventer)", "Besøg"),
        ("Besøk i uke 37, dato avventes", "Besøk"),
        ("Visit in week 37, date awaited", "Visit"),
        ("Besøg i uge 37, dato afventer Salen", "Besøg Salen"),
    ],
)
def test_a_date_that_is_waited_for(text: str, title: str) -> None:
    item = read_item(text, Context(year=2027))
    assert (item.title, item.status, [when.edtf for when in item.whens]) == (
        title,
        Status.WAITING,
        ["2027-W37"],
    )


@pytest.mark.parametrize(
    ("text", "title", "when"),
    [
        ("Summer break in August", "Summer break", "2027-08"),
        ("Sommerfest i juni", "Sommerfest", "2027-06"),
        ("Vinterbadning i februar", "Vinterbadning", "2027-02"),
        ("Winter lights, 1 December - 6 January", "Winter lights", "2027-12-01/2028-01-06"),
        ("3. Winter lights, 1 December - 6 January", "3. Winter lights", "2027-12-01/2028-01-06"),
        ("Efterår: udstilling i oktober", "Efterår: udstilling", "2027-10"),
        ("Painting of the shed in September", "Painting of the shed", "2027-09"),
        ("Survey of residents, October-November", "Survey of residents", "2027-10/2027-11"),
    ],
)
def test_a_season_that_begins_a_title_stays_in_it(text: str, title: str, when: str) -> None:
    item = read_item(text, Context(year=2027, vague=True))
    assert (item.title, [each.edtf for each in item.whens]) == (title, [when])


def test_the_words_of_a_rule_are_in_its_doubt() -> None:
    (doubt,) = read_item("Tur 1. lørdag i oktober (9. oktober)", Context(year=2027)).doubts
    assert (doubt.sort, doubt.words) == (Sort.RULE, "1. lørdag i oktober (9. oktober")
