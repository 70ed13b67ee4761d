"""What announces something, and what reports, dates a paper, or only suggests."""

import pytest

from plans.tenses import content, dates_paper, in_force, is_past, suggests


@pytest.mark.parametrize(
    "clause",
    [
        "Festen ¤ gik godt",
        "Rådet har ¤ afholdt en temadag",
        "Før ferien holdt vi ¤ en temadag",
        "¤ mødtes gruppen",
        "¤ invaderede Rusland Ukraine",
        "The fair was held ¤",
        "Møtet ble holdt ¤",
        "Mötet hölls ¤",
        "Dagsordenen er godkendt ¤",
    ],
)
def test_what_is_over(clause: str) -> None:
    assert is_past(clause)


@pytest.mark.parametrize(
    "clause",
    [
        "Kulturdagen afholdes ¤",
        "Årsmødet er flyttet ¤, fordi salen var optaget",
        "Forslag skal være modtaget ¤",
        "Alle interesserede kan møde op ¤",
        "Mødet bliver holdt ¤",
        "The fair will be held ¤",
        "Møtet holdes ¤",
        "Mötet hålls ¤",
        "Sankthansbål ¤",
    ],
)
def test_what_is_to_come(clause: str) -> None:
    assert not is_past(clause)


@pytest.mark.parametrize(
    "before",
    ["jf. vedtægter af ", "pr. ", "Referat fra mødet den ", "Dato: ", "Udskrevet ", "Sidst revideret den "],
)
def test_dates_of_papers(before: str) -> None:
    assert dates_paper(before)


@pytest.mark.parametrize("before", ["", "Festen holdes ", "Vi mødes igen den ", "Næste møde: "])
def test_dates_of_events(before: str) -> None:
    assert not dates_paper(before)


def test_what_was_said_and_who_said_it() -> None:
    assert content("Rådet besluttede den 2. maj, at festen holdes den 4. juni") == (
        "Rådet besluttede den 2. maj, ",
        "at festen holdes den 4. juni",
    )
    assert content("Festen holdes den 4. juni") == ("", "Festen holdes den 4. juni")


@pytest.mark.parametrize(
    "text",
    [
        "Rådet opfordres til at overveje at flytte dagen til den 4. maj",
        "Et medlem foreslår, at mødet holdes den 4. maj",
        "Der var et ønske om den 4. maj",
        "The fair could be moved to 4 May",
        "Det ble foreslått 4. mai",
    ],
)
def test_suggestions(text: str) -> None:
    assert suggests(text)


def test_terms_and_opening_hours_are_no_events() -> None:
    assert in_force("Politikken udløber den 31. december 2027")
    assert in_force("Åbningstider fra den 1. maj: 9-15")
    assert not in_force("Festen er den 1. maj")
