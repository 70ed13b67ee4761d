"""What people type in chat."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from council.doubts import Sort
from council.records import Kind, Status
from council.when import When
from plans.typed import LineReading, entry_from_line, names_no_day, when_from_text

TODAY = date(2021, 3, 10)
SUNDAY = 7


def when(edtf: str, words: str) -> When:
    return When(edtf, words)


@pytest.mark.parametrize(
    ("line", "meant"),
    [
        (
            "Kulturdag: informationsmøde 3. juni kl. 17-19 på VUC?",
            LineReading(
                "Kulturdag: informationsmøde",
                When("2021-06-03T17:00?/2021-06-03T19:00?", "3. juni kl. 17-19"),
                place="VUC",
                kind=Kind.MEETING,
                activity="Kulturdag",
            ),
        ),
        (
            "Fællesspisning 3. juni i Kulturhuset, afventer biblioteket",
            LineReading(
                "Fællesspisning",
                When("2021-06-03", "3. juni"),
                place="Kulturhuset",
                waiting_for="biblioteket",
                status=Status.WAITING,
            ),
        ),
        (
            "Culture Day - information meeting Saturday 18 September at 5pm at the library",
            LineReading(
                "Culture Day - information meeting",
                When("2021-09-18T17:00", "Saturday 18 September at 5pm"),
                place="the library",
                kind=Kind.MEETING,
                activity="Culture Day",
            ),
        ),
        (
            "Høring om budget 26/8 kl. 17 Sted: Rådhuset, lokale 4",
            LineReading(
                "Høring om budget",
                When("2021-08-26T17:00", "26/8 kl. 17"),
                place="Rådhuset, lokale 4",
                kind=Kind.HEARING,
            ),
        ),
        (
            "3/6 kl. 17.30: Bestyrelsesmøde",
            LineReading("Bestyrelsesmøde", When("2021-06-03T17:30", "3/6 kl. 17.30"), kind=Kind.MEETING),
        ),
        (
            "Møde 2. og 9. maj",
            LineReading(
                "Møde",
                When("2021-05-02", "2. og 9. maj"),
                (When("2021-05-09", "2. og 9. maj"),),
                kind=Kind.MEETING,
            ),
        ),
        ("AFLYST - Tur 3/6", LineReading("Tur", When("2021-06-03", "3/6"), status=Status.CANCELLED)),
        ("Netværk juni?", LineReading("Netværk", When("2021-06?", "juni?"))),
        ("Fest i parken", LineReading("Fest i parken")),
        ("Fest i parken?", LineReading("Fest i parken", When("XXXX?"))),
        (
            "Tilmelding senest 1. juni",
            LineReading("Tilmelding", When("2021-06-01", "senest 1. juni"), kind=Kind.DEADLINE),
        ),
        ("Pynt, skilte mv. 3. juni", LineReading("Pynt, skilte mv.", When("2021-06-03", "3. juni"))),
        (
            "Tur 3. juni i samarbejde med VUC",
            LineReading("Tur i samarbejde med VUC", When("2021-06-03", "3. juni")),
        ),
        (
            "Sommerferie uge 28-30",
            LineReading("Sommerferie", When("2021-W28/2021-W30", "uge 28-30"), kind=Kind.RECESS),
        ),
        (
            "Kommunalvalg 16. november",
            LineReading("Kommunalvalg", When("2021-11-16", "16. november"), kind=Kind.ELECTION),
        ),
        ("", LineReading("")),
    ],
)
def test_a_line(line: str, meant: LineReading) -> None:
    assert entry_from_line(line, TODAY) == meant


def test_an_odd_date_is_asked_about() -> None:
    reading = entry_from_line("Fest søndag den 18. september", TODAY)
    assert reading.when == When("2021-09-18", "søndag den 18. september")
    (doubt,) = reading.doubts
    assert (doubt.sort, doubt.said) == (Sort.WEEKDAY, SUNDAY)
    assert [when.edtf for when in doubt.readings] == ["2021-09-18", "2021-09-19"]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("3/6", "2021-06-03"),
        ("9/3", "2022-03-09"),
        ("18. september 2021 kl. 10-16", "2021-09-18T10:00/2021-09-18T16:00"),
        ("juni?", "2021-06?"),
        ("ukendt", "XXXX"),
        ("Ved ikke.", "XXXX"),
        ("?", "XXXX?"),
        ("2022", "2022"),
        ("2022?", "2022?"),
        ("det bliver i uge 34", "2021-W34"),
        ("i maj, den 3. maj", "2021-05-03"),
        ("den 12.5.", "2021-05-12"),
        ("12.5.", "2021-05-12"),
        ("d. 12.5 kl. 17", "2021-05-12T17:00"),
        ("senest 12.5.", "2021-05-12"),
    ],
)
def test_a_typed_time(text: str, edtf: str) -> None:
    found = when_from_text(text, TODAY)
    assert found is not None
    assert found.edtf == edtf


@pytest.mark.parametrize("text", ["", "hej", "kl 17", "12345", "ukendte gæster"])
def test_no_time(text: str) -> None:
    assert when_from_text(text, TODAY) is None


@given(st.text())
def test_no_line_makes_it_fail(text: str) -> None:
    entry_from_line(text, TODAY)
    when_from_text(text, TODAY)


@given(st.text(alphabet="abc ÆØÅ-:?.,()", max_size=80))
def test_words_without_digits_give_no_day(text: str) -> None:
    reading = entry_from_line(text, TODAY)
    assert reading.when is None or not reading.when.known


@pytest.mark.parametrize(
    "line",
    [
        "May Day celebration",
        "Summer party",
        "Påskefrokost",
        "Juleafslutning",
        "Marts Madsen holder oplæg",
        "Oplæg ved April Nielsen",
        "Majmøde",
        "1. maj-fest",
        "Møde om September-planen",
        "Sommer i parken",
        "March meeting",
        "Hver mandag kl. 17: kaffe",
        "mandag-fredag",
        "Hver onsdag",
    ],
)
def test_words_in_names_and_what_comes_back_are_no_times(line: str) -> None:
    reading = entry_from_line(line, TODAY)
    assert (reading.title, reading.when) == (line, None)


@pytest.mark.parametrize(
    ("line", "title", "edtf"),
    [
        ("Juni: Sommerfest", "Sommerfest", "2021-06"),
        ("Tur forår", "Tur", "2021-21"),
        ("Fest til sommer", "Fest", "2021-22"),
        ("Efterårsferie uge 42", "Efterårsferie", "2021-W42"),
        ("Møde, mandag d. 3. maj, kl. 17:00, Salen", "Møde, Salen", "2021-05-03T17:00"),
        ("Café 18+ den 3. maj", "Café 18+", "2021-05-03"),
        ("Møde nr. 5, 3. maj", "Møde nr. 5", "2021-05-03"),
        ("Møde 3. maj, 10 deltagere", "Møde, 10 deltagere", "2021-05-03"),
        ("Møde 3. maj 2022 - 2. version", "Møde - 2. version", "2022-05-03"),
    ],
)
def test_numbers_and_words_beside_a_date(line: str, title: str, edtf: str) -> None:
    reading = entry_from_line(line, TODAY)
    assert reading.when is not None
    assert (reading.title, reading.when.edtf, reading.others) == (title, edtf, ())


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("Fest den 32. februar 2022", "den 32. februar 2022"),
        ("Fest 30. februar 2022 kl. 17", "30. februar 2022"),
    ],
)
def test_a_day_that_does_not_exist_is_asked_for(line: str, words: str) -> None:
    reading = entry_from_line(line, TODAY)
    assert reading.when is not None
    assert (reading.title, reading.when.edtf) == ("Fest", "2022-02?")
    assert reading.when.words.startswith(words)
    (doubt,) = reading.doubts
    assert (doubt.sort, doubt.words) == (Sort.NO_SUCH_DAY, words)
    assert [when.edtf for when in doubt.readings] == ["2022-02-28", "2022-03-01"]


def test_a_list_may_turn_the_year() -> None:
    reading = entry_from_line("Møde 30. december og 6. januar", TODAY)
    assert [when.edtf for when in (reading.when, *reading.others) if when] == ["2021-12-30", "2022-01-06"]


def test_days_that_no_calendar_has() -> None:
    assert names_no_day("31. juni", TODAY)
    assert not names_no_day("30. juni kl. 17", TODAY)
    assert not names_no_day("måske", TODAY)
