"""Misprints are repaired where that makes a date or a word of ours, and nothing else is touched."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from council.doubts import Sort
from plans.atoms import Context
from plans.entries import Draft
from plans.extracted import Row
from plans.items import read_item
from plans.lexicon import ALL_LANGUAGES
from plans.mending import mended
from plans.misprints import doubted
from plans.phrases import phrases
from plans.pieces import Piece
from plans.repair import repaired

YEAR = Context(year=2027)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Bestyrelsesrnøde den 1O. rnaj", "Bestyrelsesmøde den 10. maj"),
        ("kl. l7.00-19.3O", "kl. 17.00-19.30"),
        ("l2.-14. maj", "12.-14. maj"),
        ("den l2. okto- ber 2O27", "den 12. oktober 2027"),
        ("uge l2", "uge 12"),
        ("3l/8", "31/8"),
        ("12.O5.27", "12.05.27"),
        ("apri1", "april"),
        ("som- merferie", "sommerferie"),
        ("rned taler", "med taler"),
        ("Tilrnelding", "Tilmelding"),
        ("Påskernarked", "Påskemarked"),
    ],
)
def test_a_misprint(text: str, meant: str) -> None:
    assert repaired(text, ALL_LANGUAGES).text == meant


@pytest.mark.parametrize(
    "text",
    [
        "Turnering for børn i foreningerne",
        "Fjernvarme og hjørner",
        "Lokale 1O",
        "I may come",
        "1. maj- møde",
        "mad- og musikaften",
        "Internationalt julemarked",
        "Information 10 km",
        "I/O",
        "Internasjonal uke",
        "den 12. oktober 2027 kl. 17.00",
    ],
)
def test_what_is_none(text: str) -> None:
    assert repaired(text, ALL_LANGUAGES).text == text


def test_titles_are_repaired_and_phrases_know_their_place() -> None:
    text = "Bestyrelsesrnøde den 1O. rnaj kl. l7.OO"
    item = read_item(text, YEAR)
    assert (item.title, [when.edtf for when in item.whens]) == ("Bestyrelsesmøde", ["2027-05-10T17:00"])
    (phrase,) = phrases(text, YEAR)
    assert text[phrase.start : phrase.end] == "den 1O. rnaj kl. l7.OO"


def test_divided_words_go_on_in_the_next_row() -> None:
    rows = mended([Row(("Tur den 7. ok-",)), Row(("tober", "kl. 19.3O")), Row(("Fest",))])
    assert [row.cells for row in rows] == [("Tur den 7. oktober", "kl. 19.30"), ("",), ("Fest",)]


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Fest den 2O. maj", ["den 2O. maj"]),
        ("Fest l2/5 kl. 17", ["l2/5 kl. 17"]),
        ("Fest den 20. maj kl. l7.00", []),
        ("Fest den 20. rnaj", []),
        ("Fest torsdag den 2O. maj", []),
        ("Fest den 20. maj", []),
    ],
)
def test_a_repaired_figure_of_a_day_is_asked_about_unless_a_weekday_confirms_it(
    text: str, asked: list[str]
) -> None:
    item = read_item(repaired(text, ALL_LANGUAGES).text, YEAR)
    doubts = doubted(Draft(item, Piece(text)), Row((text,))).item.doubts
    assert [(doubt.sort, doubt.words) for doubt in doubts] == [(Sort.MISPRINT, words) for words in asked]


@given(st.text(alphabet="0123456789OolIrnm./- maj,kluge", max_size=80))
def test_no_text_makes_it_fail(text: str) -> None:
    fixed = repaired(text, ALL_LANGUAGES)
    places = [fixed.place(at) for at in range(len(fixed.text) + 1)]
    assert places == sorted(places)
    assert places[-1] == len(text)


@pytest.mark.parametrize("text", ["rn" * 10_000, "l2. " * 5_000, "ok- " * 5_000, "1O/" * 6_000, "O" * 20_000])
def test_it_takes_linear_time(text: str) -> None:
    start = time.perf_counter()
    repaired(text, ALL_LANGUAGES)
    assert time.perf_counter() - start < 2
