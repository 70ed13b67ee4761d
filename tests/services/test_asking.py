"""The answers that are proposed, and the ones that people type."""

from datetime import date

import pytest

from council.asking import Line, Question
from council.doubts import Doubt, Sort
from council.records import Printed, ReadEntry, Reading, Source
from council.refusals import NoDateUnderstood
from council.when import When
from services.asking import choices, from_line, keeps, typed_time, with_time

TODAY = date(2027, 3, 1)
YEARS = (2027, 2028)
SUNDAY, SATURDAY = When("2027-06-27"), When("2027-06-26")


def question(edtf: str, doubt: Doubt, title: str = "Fest", words: str = "") -> Question:
    return Question(0, 0, ReadEntry(Printed(title, When(edtf)), Source("p", words or title), (doubt,)), doubt)


def weekday(edtf: str) -> Question:
    return question(edtf, Doubt(Sort.WEEKDAY, "lørdag den 27. juni", (SUNDAY, SATURDAY), 6))


def times(asked: Question) -> list[str]:
    return [when.edtf for when in choices(asked, YEARS).values()]


@pytest.mark.parametrize(
    ("edtf", "proposed"),
    [
        ("2027-06-27", ["2027-06-27", "2027-06-26"]),
        ("2027-06-27T17:00", ["2027-06-27T17:00", "2027-06-26T17:00"]),
        (
            "2027-06-27T17:00/2027-06-28T01:00",
            ["2027-06-27T17:00/2027-06-28T01:00", "2027-06-26T17:00/2027-06-27T01:00"],
        ),
        ("2027-06-27?", ["2027-06-27?", "2027-06-26?"]),
        ("2027-06-27T17:00~", ["2027-06-27T17:00~", "2027-06-26T17:00~"]),
        ("2027-06-27/2027-06-29", ["2027-06-27/2027-06-29", "2027-06-26/2027-06-29"]),
        ("2027-06-25/2027-06-27", ["2027-06-25/2027-06-27", "2027-06-25/2027-06-26"]),
    ],
)
def test_another_day_keeps_hours_marks_and_the_other_end(edtf: str, proposed: list[str]) -> None:
    assert times(weekday(edtf)) == proposed
    assert keeps(weekday(edtf), choices(weekday(edtf), YEARS))


def test_a_period_never_ends_before_it_begins() -> None:
    late = Doubt(Sort.WEEKDAY, "lørdag den 27. juni", (SUNDAY, When("2027-07-03")), 6)
    assert times(question("2027-06-27/2027-06-28", late)) == ["2027-06-27/2027-06-28", "2027-07-03"]


def test_one_of_several_is_certain_once_it_is_chosen() -> None:
    asked = question("2027-04-15?", Doubt(Sort.ONE_OF, "", (When("2027-04-15"), When("2027-06-24"))))
    assert times(asked) == ["2027-04-15", "2027-06-24"]
    assert not keeps(asked, choices(asked, YEARS))


def test_readings_that_mean_the_same_are_offered_once() -> None:
    assert times(question("2027-04-15?", Doubt(Sort.ONE_OF, "", (SUNDAY, SUNDAY)))) == ["2027-06-27"]


def test_hours_beside_a_day_that_does_not_exist_are_kept() -> None:
    doubt = Doubt(Sort.NO_SUCH_DAY, "31. juni", (When("2027-06-30"), When("2027-07-01")))
    asked = question("2027-06?", doubt, words="Kursus 31. juni kl. 17-19")
    assert times(asked) == ["2027-06-30T17:00/2027-06-30T19:00", "2027-07-01T17:00/2027-07-01T19:00"]


def test_a_missing_year_is_this_one_or_the_next() -> None:
    asked = question("XXXX", Doubt(Sort.NO_YEAR, "12. maj"), "Møde kl. 17", "Møde 12. maj kl. 17")
    proposed = choices(asked, YEARS)
    assert {year: when.edtf for year, when in proposed.items()} == {
        2027: "2027-05-12T17:00",
        2028: "2028-05-12T17:00",
    }
    told = with_time(asked, proposed[2028])
    assert (told.title, told.when.edtf) == ("Møde", "2028-05-12T17:00")


@pytest.mark.parametrize("year", [0, -1, 9999, 10**15])
def test_a_year_that_nobody_offers_is_none(year: int) -> None:
    assert choices(question("XXXX", Doubt(Sort.NO_YEAR, "12. maj")), (year,)) == {}


def test_words_without_a_day_in_any_year_propose_nothing() -> None:
    assert choices(question("XXXX", Doubt(Sort.NO_YEAR, "")), YEARS) == {}


@pytest.mark.parametrize(
    ("now", "typed", "new"),
    [
        ("2027-06-27", "25. april", "2027-04-25"),
        ("2027-06-27T17:00", "26. juni", "2027-06-26T17:00"),
        ("2027-06-27T17:00", "26. juni kl. 10", "2027-06-26T10:00"),
        ("2027-06-27?", "26. juni", "2027-06-26?"),
        ("2027-06-27", "26. juni?", "2027-06-26?"),
        ("2027-06-27", "?", "XXXX?"),
        ("2027-06-27", "26. juni 2029", "2029-06-26"),
        ("2027-06-27", "i morgen", "2027-03-02"),
    ],
)
def test_a_typed_day_is_one_of_the_plan(now: str, typed: str, new: str) -> None:
    asked = weekday(now)
    assert typed_time(asked, Reading("p", (asked.read,)), typed, TODAY).edtf == new


def test_what_is_no_time_is_refused() -> None:
    with pytest.raises(NoDateUnderstood):
        typed_time(weekday("2027-06-27"), Reading("p"), "aldrig", TODAY)


# --- lines -------------------------------------------------------------------------------------------

SEASON = Reading(
    "p",
    tuple(
        ReadEntry(Printed(title, When(edtf), activity="Kulturdag"), Source("p", title))
        for title, edtf in (("Kulturdag: A", "2027-08-20"), ("Kulturdag: B", "2028-05"))
    ),
)


@pytest.mark.parametrize(
    ("words", "typed", "title", "edtf"),
    [
        ("Rollemodeller mødes", "3. juni", "Rollemodeller mødes", "2028-06-03"),
        ("Rollemodeller mødes", "3. november", "Rollemodeller mødes", "2027-11-03"),
        ("Rollemodeller mødes kl. 17", "3. juni", "Rollemodeller mødes", "2028-06-03T17:00"),
        ("- Rollemodeller mødes -", "uge 45", "Rollemodeller mødes", "2027-W45"),
        ("12-14", "Kursus 3. juni", "Kursus", "2028-06-03"),
        ("12-14", "3. juni", "12-14", "2028-06-03"),
        ("مرحبا <b>& 🎉", "3. juni", "مرحبا <b>& 🎉", "2028-06-03"),
        ("Tur", "?", "Tur", "XXXX?"),
    ],
)
def test_a_line_is_the_title_and_what_is_typed_the_time(
    words: str, typed: str, title: str, edtf: str
) -> None:
    told = from_line(Line(0, Source("p", words)), SEASON, typed, TODAY)
    assert (told.title, told.when.edtf) == (title, edtf)


def test_an_activity_is_one_that_the_plan_knows() -> None:
    for words, activity in (("Kulturdag: Fest", "Kulturdag"), ("Noget: Fest", "")):
        assert from_line(Line(0, Source("p", words)), SEASON, "3. juni", TODAY).activity == activity


def test_a_line_that_is_a_whole_page_has_a_title_all_the_same() -> None:
    told = from_line(Line(0, Source("p", "ord " * 500)), Reading("p"), "3. juni", TODAY)
    assert len(told.title) <= 200
    assert told.when.edtf == "2027-06-03"
