"""What a coordinator types to open places."""

import re
from dataclasses import replace
from datetime import date
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from council.doubts import Sort
from council.when import When
from plans.openings import OpeningReading, opening_from_line

TODAY = date(2021, 3, 10)
SETTING_UP = OpeningReading("Opstilling", activity="Kulturdag")


def bare(reading: OpeningReading) -> OpeningReading:
    """The reading with a time that has no words, to be compared."""
    return replace(reading, when=When(reading.when.edtf)) if reading.when else reading


@pytest.mark.parametrize(
    ("line", "meant"),
    [
        (
            "Kulturdag: opstilling lørdag 18/9 kl. 8-11, 6 personer",
            replace(SETTING_UP, when=When("2021-09-18T08:00/2021-09-18T11:00"), capacity=6),
        ),
        ("/opening Ambassadørkorps, 15 ambassadører", OpeningReading("Ambassadørkorps", capacity=15)),
        (
            "Kulturdag: landestande 18. september kl. 10-16 på Torvet, mål 15 lande, mindst 8, ca. 4 timer",
            OpeningReading(
                "Landestande",
                activity="Kulturdag",
                when=When("2021-09-18T10:00/2021-09-18T16:00"),
                place="Torvet",
                target=15,
                minimum=8,
                unit="country",
                effort="ca. 4 timer",
            ),
        ),
        (
            (
                "Culture Day: tidying up, Saturday 18 September at 16–18, 10 people, at least 4,"
                " about 2 hours, at the library"
            ),
            OpeningReading(
                "Tidying up",
                activity="Culture Day",
                when=When("2021-09-18T16:00/2021-09-18T18:00"),
                place="the library",
                capacity=10,
                minimum=4,
                effort="about 2 hours",
            ),
        ),
        (
            (
                "Rollemodeller for nyankomne kvinder, 8 pladser, ca. 2 timer om måneden,"
                " kontakt Integrationsafdelingen"
            ),
            OpeningReading(
                "Rollemodeller for nyankomne kvinder",
                capacity=8,
                effort="ca. 2 timer om måneden",
                contact="Integrationsafdelingen",
            ),
        ),
        (
            (
                "Culture Day: country stands on 18 September from 10 to 16, goal: 15 countries, min 8,"
                " contact: Anne, phone 12345678"
            ),
            OpeningReading(
                "Country stands",
                activity="Culture Day",
                when=When("2021-09-18T10:00/2021-09-18T16:00"),
                target=15,
                minimum=8,
                unit="country",
                contact="Anne, phone 12345678",
            ),
        ),
        (
            "Kulturdag: opstilling\nlørdag 18/9 kl. 8-11\n6 personer\nspørg Anne, tlf. 12345678\nHusk vest",
            OpeningReading(
                "Opstilling; Husk vest",
                activity="Kulturdag",
                when=When("2021-09-18T08:00/2021-09-18T11:00"),
                capacity=6,
                contact="Anne, tlf. 12345678",
            ),
        ),
        (
            "KULTURDAG: OPSTILLING 18/9, MAX 6 PERSONER, SPØRG ANNE",
            OpeningReading(
                "OPSTILLING", activity="KULTURDAG", when=When("2021-09-18"), capacity=6, contact="ANNE"
            ),
        ),
        ("Kulturdag: 15 lande", OpeningReading("Kulturdag", capacity=15, unit="country")),
        ("6 personer", OpeningReading("", capacity=6)),
        (
            "Opstilling: 6 personer, lørdag 18/9",
            OpeningReading("Opstilling", when=When("2021-09-18"), capacity=6),
        ),
        ("/åbning@samspil_bot Kulturdag: opstilling, 6 personer", replace(SETTING_UP, capacity=6)),
        ("/opening", OpeningReading("")),
        ("", OpeningReading("")),
    ],
)
def test_a_line(line: str, meant: OpeningReading) -> None:
    assert bare(opening_from_line(line, TODAY)) == meant


@pytest.mark.parametrize(
    "line",
    [
        "Kulturdag: opstilling 18/9 kl. 8-11 6 personer",
        "Kulturdag: opstilling 18/9 kl. 8-11,6 personer",
        "Kulturdag: opstilling 18/9 kl. 8-11. 6 personer.",
        "Kulturdag: opstilling (6 personer) 18/9 kl. 8-11",
        "Kulturdag: opstilling; 18/9 kl. 8-11; 6 personer",
        "Kulturdag - opstilling - 6 personer - 18/9 kl. 8-11",
        "kl. 8-11 den 18/9, Kulturdag: opstilling, max 6",
        "Kulturdag: opstilling, 6 personer, 18/9, kl. 8-11",
        "Kulturdag: opstilling 6 personer 18/9 kl. 8-11",
        "  Kulturdag:   opstilling,18/9 kl. 8-11 , 6  personer , ",
    ],
)
def test_however_it_is_put(line: str) -> None:
    reading = bare(opening_from_line(line, TODAY))
    assert reading == replace(SETTING_UP, when=When("2021-09-18T08:00/2021-09-18T11:00"), capacity=6)


@pytest.mark.parametrize(
    ("line", "questions"),
    [
        ("Opstilling, 6 personer?", ("Is 6 right?",)),
        ("Opstilling 18/9, 6", ("Does 6 mean 6 places?",)),
        ("Opstilling, 6 personer, 8 pladser", ("Several numbers are given: 6, 8. Which is right?",)),
        ("Opstilling, 6 personer, 6 pladser", ()),
        (
            "Opstilling, 6 personer, mindst 8",
            ("At least 8 are needed, but there are only 6 places. Which is right?",),
        ),
        (
            "Opstilling, 6 personer, gerne 8",
            ("The goal is 8, but there are only 6 places. Which is right?",),
        ),
        ("Stande, 6 lande, mål 5 foreninger", ("More than one kind is counted. What is a place for?",)),
        ("Opstilling, 6 personer, afventer VUC", ("It waits for VUC. Is it to be opened already?",)),
        (
            "AFLYST: Opstilling, 6 personer",
            ("It says that this is cancelled. Is it to be opened all the same?",),
        ),
    ],
)
def test_doubts_are_asked_about(line: str, questions: tuple[str, ...]) -> None:
    reading = opening_from_line(line, TODAY)
    assert (reading.capacity, reading.questions) == (6, questions)


@pytest.mark.parametrize(
    ("line", "sort", "readings"),
    [
        ("Opstilling 18/9 og 25/9, 6 personer", Sort.ONE_OF, ["2021-09-18", "2021-09-25"]),
        ("Opstilling søndag 18/9, 6 personer", Sort.WEEKDAY, ["2021-09-18", "2021-09-19"]),
    ],
)
def test_doubts_about_the_time_have_readings(line: str, sort: Sort, readings: list[str]) -> None:
    reading = opening_from_line(line, TODAY)
    (doubt,) = reading.doubts
    assert (reading.capacity, reading.questions, doubt.sort) == (6, (), sort)
    assert [when.edtf for when in doubt.readings] == readings


def test_other_languages() -> None:
    swedish = opening_from_line("Kulturdag: uppställning 18/9 kl. 8-11, högst 6 platser", TODAY, ("sv",))
    assert (swedish.title, swedish.capacity) == ("Uppställning", 6)
    norwegian = opening_from_line("Rigging 18/9, minst tre frivillige, ca. 2 timer i uka", TODAY, ("nb",))
    assert (norwegian.minimum, norwegian.effort) == (3, "ca. 2 timer i uka")


def test_the_next_one_that_is_not_over() -> None:
    reading = opening_from_line("Opstilling 18/9 kl. 8, 6 personer", date(2021, 9, 19))
    assert reading.when is not None
    assert reading.when.edtf == "2022-09-18T08:00"


class Part(NamedTuple):
    """A piece of a line, and what is read from it."""

    typed: str
    field: str
    value: object


PARTS = (
    st.one_of(
        st.builds(lambda number: Part(f"{number} personer", "capacity", number), st.integers(1, 100_000)),
        st.builds(lambda number: Part(f"max {number}", "capacity", number), st.integers(1, 100_000)),
        st.builds(lambda number: Part(f"{number} grønærter", "capacity", number), st.integers(1, 999)),
    ),
    st.one_of(
        st.builds(lambda number: Part(f"mindst {number}", "minimum", number), st.integers(1, 100_000)),
        st.builds(
            lambda number: Part(f"at least {number} people", "minimum", number), st.integers(1, 100_000)
        ),
    ),
    st.builds(
        lambda number: Part(f"ca. {number} timer", "effort", f"ca. {number} timer"), st.integers(1, 99)
    ),
    st.sampled_from([Part(f"på {name}", "place", name) for name in ("VUC", "biblioteket", "Gl. Skole")]),
    st.sampled_from([Part(f"spørg {name}", "contact", name) for name in ("Anne", "Ali B", "kontoret")]),
    st.builds(
        lambda day, hour: Part(
            f"{day:%d}/{day:%m} {day:%Y} kl. {hour}", "when", When(f"{day:%Y-%m-%d}T{hour:02}:00")
        ),
        st.dates(date(2021, 3, 10), date(2025, 1, 1)),
        st.integers(6, 22),
    ),
)


@given(
    st.lists(st.sampled_from(PARTS), unique_by=id).flatmap(lambda parts: st.tuples(*parts)),
    st.sampled_from([", ", "; ", " , ", "\n"]),
)
def test_what_is_put_together_is_read_apart(parts: tuple[Part, ...], separator: str) -> None:
    line = separator.join(["Kulturdag: opstilling", *(part.typed for part in parts)])
    reading = bare(opening_from_line(line, TODAY))
    told = {part.field: part.value for part in parts}
    read = {name: getattr(reading, name) for name in OpeningReading.__slots__ if name != "questions"}
    assert read == {name: getattr(SETTING_UP, name) for name in read} | told


WORDS = st.sampled_from(
    re.findall(
        r"\S+|\n",
        "Kulturdag: opstilling 18/9 kl. 8-11 , ; ( ) - 6 seks personer mindst max mål 15 lande ca. timer på"
        " VUC sted: kontakt: tlf. 12345678 og ? . \n to en 2021 @a om ugen /x –",
    )
)


@given(st.one_of(st.text(), st.lists(WORDS, max_size=25).map(" ".join)))
def test_no_line_makes_it_fail(text: str) -> None:
    reading = opening_from_line(text, TODAY)
    numbers = (reading.capacity, reading.target, reading.minimum)
    assert all(number is None or 1 <= number <= 100_000 for number in numbers)
    assert reading.unit in {"person", "country", "association", "stand"}
    assert reading.title == reading.title.strip()


@pytest.mark.parametrize("piece", [",", "(", "6 personer, ", "ca. 4 timer ", "på x, ", "kontakt: ", "1 000 "])
def test_long_lines_are_read_in_time(piece: str) -> None:
    opening_from_line(piece * (4096 // len(piece)), TODAY)
