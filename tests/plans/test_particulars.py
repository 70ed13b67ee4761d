"""Where, how long, whom to ask."""

from datetime import date

import pytest

from plans.openings import OpeningReading, opening_from_line

TODAY = date(2021, 3, 10)


@pytest.mark.parametrize(
    ("said", "place"),
    [
        ("på VUC", "VUC"),
        ("i medborgerhuset", "medborgerhuset"),
        ("at the library", "the library"),
        ("hos Anne", "Anne"),
        ("på Østergade 12, 1. sal, 9800 Hjørring", "Østergade 12, 1. sal, 9800 Hjørring"),
        ("på biblioteket, i kælderen", "biblioteket, kælderen"),
        ("sted: VUC, hovedindgangen", "VUC, hovedindgangen"),
        ("hvor: VUC, hovedindgangen", "VUC, hovedindgangen"),
        ("where: the library, room 4", "the library, room 4"),
        ("Place: the library, 2 stairs up", "the library, 2 stairs up"),
    ],
)
@pytest.mark.parametrize(
    "frame",
    [
        "Kulturdag: opstilling, {}",
        "Kulturdag: opstilling 18/9 kl. 8-11, {}",
        "Kulturdag: opstilling 18/9 kl. 8-11, 6 personer, {}",
        "Kulturdag: opstilling 18/9 kl. 8-11, {}, 6 personer",
        "Kulturdag: opstilling; {}; 18/9 kl. 8-11",
        "Kulturdag: opstilling\n{}\n6 personer",
    ],
)
def test_where(said: str, place: str, frame: str) -> None:
    reading = opening_from_line(frame.format(said), TODAY)
    assert (reading.title, reading.place) == ("Opstilling", place)
    assert (reading.capacity is not None) is ("6 personer" in frame)
    assert (reading.when is not None) is ("18/9" in frame)


@pytest.mark.parametrize(
    ("line", "title", "place"),
    [
        ("Opstilling 18/9 på Østergade 12, 1. sal, 4 personer", "Opstilling", "Østergade 12, 1. sal"),
        ("Opstilling 18/9 på Torvet, ved springvandet", "Opstilling", "Torvet, springvandet"),
        ("Sprogcafé, på dansk", "Sprogcafé, på dansk", ""),
        ("Sprogcafé, in pairs", "Sprogcafé, in pairs", ""),
        ("Sprogcafé, i samarbejde med VUC", "Sprogcafé, i samarbejde med VUC", ""),
        ("Sprogcafé, på lørdag", "Sprogcafé", ""),
        ("Opstilling i parken", "Opstilling i parken", ""),
    ],
)
def test_places_and_what_only_looks_like_one(line: str, title: str, place: str) -> None:
    reading = opening_from_line(line, TODAY)
    assert (reading.title, reading.place) == (title, place)


@pytest.mark.parametrize(
    ("said", "effort"),
    [
        ("ca. 4 timer", "ca. 4 timer"),
        ("about 4 hours", "about 4 hours"),
        ("2-3 timer om ugen", "2-3 timer om ugen"),
        ("2 timer pr. uge", "2 timer pr. uge"),
        ("2 timer/uge", "2 timer/uge"),
        ("2 timer ugentligt", "2 timer ugentligt"),
        ("1,5 time", "1,5 time"),
        ("en halv dag", "en halv dag"),
        ("halvanden time", "halvanden time"),
        ("a couple of hours a week", "a couple of hours a week"),
        ("varighed: 4 timer", "4 timer"),
        ("effort: about 2 hours", "about 2 hours"),
        ("2 timer hver anden uge", "2 timer hver anden uge"),
        ("højst 2 timer", "højst 2 timer"),
    ],
)
def test_how_long(said: str, effort: str) -> None:
    reading = opening_from_line(f"Rollemodeller, 8 pladser, {said}", TODAY)
    assert (reading.title, reading.capacity, reading.effort) == ("Rollemodeller", 8, effort)


def test_hours_in_brackets_at_the_end_and_in_titles() -> None:
    said = opening_from_line("Opstilling 18/9 kl. 8 (ca. 3 timer), 6 personer (mindst 4, på VUC)", TODAY)
    assert (said.title, said.effort, said.capacity, said.minimum) == ("Opstilling", "ca. 3 timer", 6, 4)
    ends = opening_from_line("Opstilling 18/9 kl. 8 op til 8 ca. 3 timer", TODAY)
    assert (ends.title, ends.effort, ends.capacity) == ("Opstilling", "ca. 3 timer", 8)
    assert opening_from_line("Workshop på 3 timer", TODAY) == OpeningReading("Workshop på 3 timer")


@pytest.mark.parametrize(
    ("said", "contact"),
    [
        ("kontakt: Anne, tlf. 12 34 56 78", "Anne, tlf. 12 34 56 78"),
        ("kontakt: Anne, Integrationsafdelingen", "Anne, Integrationsafdelingen"),
        ("spørg Anne", "Anne"),
        ("contact: Anne", "Anne"),
        ("ask Anne, anne@example.org", "Anne, anne@example.org"),
        ("ring til Anne på +45 12345678", "Anne på +45 12345678"),
        ("tlf. 12345678", "tlf. 12345678"),
        ("20 21 22 23", "20 21 22 23"),
        ("@anne_hj", "@anne_hj"),
    ],
)
@pytest.mark.parametrize("frame", ["Opstilling, 8 pladser, {}", "Opstilling, {}, 8 pladser"])
def test_whom_to_ask(said: str, contact: str, frame: str) -> None:
    assert opening_from_line(frame.format(said), TODAY) == OpeningReading(
        "Opstilling", capacity=8, contact=contact
    )


@pytest.mark.parametrize(
    "line", ["Kontakt med foreninger", "Forberedelse, kontakt til foreninger", "Spørg en nabo"]
)
def test_contact_as_something_to_do(line: str) -> None:
    assert opening_from_line(line, TODAY) == OpeningReading(line)
