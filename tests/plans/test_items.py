import pytest

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
    assert (trip.title, trip.whens) == ("Tur (tilmelding senest 1. juni)", ())
    trip = read_item("Tur 5. juni, tilmelding senest 1. juni", JUNE)
    assert [when.edtf for when in trip.whens] == ["2027-06-05"]
    fire = read_item("Sankthans den 23. juni (bål kl. 21)", JUNE)
    assert (fire.title, [when.edtf for when in fire.whens]) == ("Sankthans (bål kl. 21)", ["2027-06-23"])
