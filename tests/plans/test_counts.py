"""How many places a line or an answer gives."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plans.openings import count_from_text, opening_from_line

TODAY = date(2021, 3, 10)


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("6 personer", {"capacity": 6}),
        ("6 pers.", {"capacity": 6}),
        ("6personer", {"capacity": 6}),
        ("seks frivillige", {"capacity": 6}),
        ("twenty-five volunteers", {"capacity": 25}),
        ("max 20 pladser", {"capacity": 20}),
        ("Max. 20", {"capacity": 20}),
        ("op til 8", {"capacity": 8}),
        ("plads til 12", {"capacity": 12}),
        ("room for 2", {"capacity": 2}),
        ("20 places", {"capacity": 20}),
        ("1.000 pladser", {"capacity": 1000}),
        ("20 pladser i alt", {"capacity": 20}),
        ("10 gode hjælpere", {"capacity": 10}),
        ("15 nye ambassadører", {"capacity": 15}),
        ("6-8 personer", {"capacity": 8, "minimum": 6}),
        ("mellem 6 og 8 personer", {"capacity": 8, "minimum": 6}),
        ("between 6 and 8 people", {"capacity": 8, "minimum": 6}),
        ("6 to 8 people", {"capacity": 8, "minimum": 6}),
        ("6-8 personer, mindst 4", {"capacity": 8, "minimum": 4}),
        ("mål 15 lande", {"target": 15, "unit": "country"}),
        ("mål: 15", {"target": 15}),
        ("gerne 15", {"target": 15}),
        ("vi mangler 15", {"target": 15}),
        ("about 15", {"target": 15}),
        ("ca. 15 ambassadører", {"target": 15}),
        ("looking for 3 volunteers", {"target": 3}),
        ("6 personer søges", {"target": 6}),
        ("mindst 3", {"minimum": 3}),
        ("min. 3 personer", {"minimum": 3}),
        ("at least 3", {"minimum": 3}),
        ("mindst 3 og højst 6", {"minimum": 3, "capacity": 6}),
        ("10 foreninger", {"capacity": 10, "unit": "association"}),
        ("8 countries", {"capacity": 8, "unit": "country"}),
        ("10 stande", {"capacity": 10, "unit": "stand"}),
        ("12 madboder", {"capacity": 12, "unit": "stand"}),
        ("6 personer, 3 borde", {"capacity": 6, "title": "Opstilling, 3 borde"}),
    ],
)
@pytest.mark.parametrize("frame", ["Kulturdag: opstilling, {}", "Kulturdag: opstilling 18/9 kl. 8-11, {}"])
def test_how_many(said: str, meant: dict[str, int | str], frame: str) -> None:
    reading = opening_from_line(frame.format(said), TODAY)
    expected = {"title": "Opstilling", "capacity": None, "target": None, "minimum": None, "unit": "person"}
    assert {name: getattr(reading, name) for name in expected} == expected | meant
    assert (reading.activity, reading.questions) == ("Kulturdag", ())


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("Opstilling Østergade 12, 1. sal", "Opstilling Østergade 12, 1. sal"),
        ("Opstilling, Østergade 12, 2 tv", "Opstilling, Østergade 12, 2 tv"),
        ("Opstilling, 9800 Hjørring", "Opstilling, 9800 Hjørring"),
        ("Kulturdag 21: opstilling", "Opstilling"),
        ("Kulturdag 2021: opstilling", "Opstilling"),
        ("Kulturdag, 2021", "Kulturdag, 2021"),
        ("Kulturdag uge 34", "Kulturdag"),
        ("Kulturdag, uge 34", "Kulturdag"),
        ("Kulturdag, 18 september", "Kulturdag"),
        ("Kulturdag 18/9, 8-11", "Kulturdag"),
        ("Kulturdag 18/9, kl. 8", "Kulturdag"),
        ("Kage, 50 kr. pr. person", "Kage, 50 kr. pr. person"),
        ("Fest, 100 kr", "Fest, 100 kr"),
        ("Café 18+", "Café 18+"),
        ("Møde nr. 5", "Møde nr. 5"),
        ("Café, mindst 18 år", "Café, mindst 18 år"),
        ("Vandring, 5 km", "Vandring, 5 km"),
        ("Kulturdag: morgenmad til 80 personer", "Morgenmad til 80 personer"),
        ("Kulturdag: mad fra 15 lande", "Mad fra 15 lande"),
        ("Breakfast for 80 people", "Breakfast for 80 people"),
        ("Introduction to people", "Introduction to people"),
        ("Kørsel, 2 biler, 3 chauffører", "Kørsel, 2 biler, 3 chauffører"),
        ("15 ambassadører", "15 ambassadører"),
        ("Opstilling, 0 personer", "Opstilling, 0 personer"),
        ("Opstilling, 100001 personer", "Opstilling, 100001 personer"),
        ("Opstilling, 6,5 personer", "Opstilling, 6,5 personer"),
        ("Opstilling, 6 personer til køkkenet", "Opstilling, 6 personer til køkkenet"),
        ("Vagt, 2 dage i juni", "Vagt, 2 dage"),
    ],
)
def test_numbers_that_are_no_places(line: str, title: str) -> None:
    reading = opening_from_line(line, TODAY)
    assert (reading.title, reading.capacity, reading.target, reading.minimum) == (title, None, None, None)


@given(st.text(alphabet="abc ÆØÅ-:?.,;()", max_size=80))
def test_words_without_numbers_are_no_places(text: str) -> None:
    reading = opening_from_line(text, TODAY)
    assert (reading.capacity, reading.target, reading.minimum) == (None, None, None)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("6", 6),
        (" 6. ", 6),
        ("seks", 6),
        ("Seks, tak!", 6),
        ("6 personer", 6),
        ("20 places", 20),
        ("max 20", 20),
        ("op til seks", 6),
        ("up to six people", 6),
        ("to", 2),
        ("to personer", 2),
        ("en", 1),
        ("femogtyve", 25),
        ("twenty-five", 25),
        ("tjugofem", 25),
        ("hundred", 100),
        ("1.000", 1000),
        ("1,000 people", 1000),
        ("1 000 personer", 1000),
        ("100.000", 100_000),
        ("٢٠", 20),
        ("6 eller 6", 6),
        ("", None),
        ("0", None),
        ("-5", None),
        ("6,5", None),
        ("½", None),
        ("10²", None),
        ("6-8", None),
        ("6 eller 8", None),
        ("100001", None),
        ("12 34 56 78", None),
        ("18/9", None),
        ("en god idé", None),
        ("mange", None),
        ("twenty twenty", None),
    ],
)
def test_the_answer_to_how_many(text: str, number: int | None) -> None:
    assert count_from_text(text) == number


@given(st.integers(1, 100_000), st.sampled_from(["{}", "max {}", "{} personer", "about {:,} people", " {}!"]))
def test_every_number_is_read(number: int, frame: str) -> None:
    assert count_from_text(frame.format(number)) == number


@given(st.text())
def test_no_answer_makes_it_fail(text: str) -> None:
    number = count_from_text(text)
    assert number is None or 1 <= number <= 100_000
