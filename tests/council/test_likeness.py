import pytest

from council.likeness import ALIKE, SAME, VERY, Name, elsewhere, kin, likeness, name_of, words_alike


def name(title: str, activity: str = "") -> Name:
    return name_of(title, activity, 2027)


@pytest.mark.parametrize(
    ("one", "other", "least", "most"),
    [
        ("Kulturdag 27", "Kulturdag 2027", SAME, SAME),
        ("Kulturdag", "kulturdag  2027", SAME, SAME),
        ("Kulturdag 27 - Opstart", "Opstart", VERY, VERY),
        ("Kulturdag: opstart", "Kulturdag - Opstart", SAME, SAME),
        ("Besøg på rådhuset", "Rådhuset: besøg på", 0.0, VERY),
        ("Infomøde for frivillige", "Informationsmøde for frivillige", ALIKE, ALIKE),
        ("Udflugt til Skagen", "Udflugten til Skagen", ALIKE, VERY),
        ("Netværksmøde i Aalborg", "Netværksmøde i Hjørring", 0.4, 0.6),
        ("Modul 1", "Modul 2", 0.0, 0.0),
        ("Kulturdag: infomøde", "Rollemodeller: infomøde", 0.0, 0.0),
        ("Sommerfest", "Loppemarked", 0.0, 0.0),
    ],
)
def test_how_alike_two_titles_are(one: str, other: str, least: float, most: float) -> None:
    assert least <= likeness(name(one), name(other)) <= most
    assert likeness(name(one), name(other)) == likeness(name(other), name(one))


def test_a_number_is_a_year_only_near_the_time_of_the_entry() -> None:
    assert name("Temaaften 26") == name("Temaaften")
    assert name("Temaaften 12").numbers == {"12"}
    assert name_of("Kulturdag 27", "", 9999).full == "kulturdag"
    assert name("2027").full == "2027"


def test_the_activity_in_front_is_told_from_the_rest() -> None:
    assert name("Kulturdag 27 - Opstart", "Kulturdag 27").bare == "opstart"
    assert name("Kulturdag Opstart", "Kulturdag").bare == "opstart"
    assert name("Kulturdagens opstart", "Kulturdag").bare == "kulturdagens opstart"
    assert name("Kulturdag 27", "Kulturdag").bare == "kulturdag"
    assert elsewhere(name("Infomøde", "Kulturdag"), name("Infomøde", "Rollemodeller"))
    assert not elsewhere(name("Infomøde", "Kulturdag"), name("Infomøde"))


def test_compounds_are_kin() -> None:
    assert kin(name("Sommerfest"), name("Sommerafslutning"))
    assert not kin(name("Sommerfest"), name("Loppemarked"))


def test_words_in_another_form_are_alike() -> None:
    assert words_alike("rådsmøde", "rådsmødet")
    assert words_alike("evaluering", "evalueringen")
    assert not words_alike("2027", "2028")
    assert not words_alike("i", "på")
