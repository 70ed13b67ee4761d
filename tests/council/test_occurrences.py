from dataclasses import replace
from datetime import date

from hypothesis import given

from council.doubts import Doubt, Sort
from council.occurrences import AT_MOST, cut_short, expanded, singles
from council.records import ReadEntry, Reading, Status
from council.recurrence import Recurrence
from tests.council.kit import READINGS, edition, read

FEST = read("Kulturdag", "2027-02-24")


def weekly(rrule: str = "FREQ=WEEKLY", day: str = "2027-02-03", *left_out: date) -> ReadEntry:
    return replace(read("Sprogcafé", day, place="VUC"), rule=Recurrence(rrule, left_out))


def days(reading: Reading) -> list[str]:
    return [each.printed.when.edtf for each in expanded(reading).entries]


@given(READINGS)
def test_what_does_not_come_back_stays_as_it_is(reading: Reading) -> None:
    assert expanded(reading) == reading
    assert [single.key for single in singles(reading)] == [f"n{n}" for n in range(len(reading.entries))]
    assert cut_short(reading) == ()


def test_each_time_is_an_entry_with_the_words_of_the_line() -> None:
    reading = edition(FEST, weekly("FREQ=WEEKLY;UNTIL=20270217"))
    found = singles(reading)
    assert [(each.key, each.place) for each in found] == [("n0", 0), ("n1.0", 1), ("n1.1", 1), ("n1.2", 1)]
    assert found[1].read is reading.entries[1]
    assert {(each.read.printed.title, each.read.printed.place) for each in found[1:]} == {
        ("Sprogcafé", "VUC")
    }
    assert days(reading) == ["2027-02-24", "2027-02-03", "2027-02-10", "2027-02-17"]


def test_days_that_are_left_out_are_no_entries() -> None:
    assert days(edition(weekly("FREQ=WEEKLY;COUNT=3", "2027-02-03", date(2027, 2, 10)))) == [
        "2027-02-03",
        "2027-02-17",
    ]


def test_a_rule_that_says_no_end_goes_to_the_end_of_the_plan() -> None:
    assert days(edition(weekly(), FEST)) == [
        *("2027-02-03", "2027-02-10", "2027-02-17", "2027-02-24"),
        "2027-02-24",
    ]


def test_or_to_the_end_of_the_year() -> None:
    assert days(edition(weekly(day="2027-12-15"))) == ["2027-12-15", "2027-12-22", "2027-12-29"]


def test_what_the_document_says_of_one_time_goes_before_the_rule() -> None:
    off = read("Sprogcafé", "2027-02-10", status=Status.CANCELLED)
    reading = edition(weekly("FREQ=WEEKLY;COUNT=3"), off)
    found = [(each.printed.when.edtf, each.printed.status) for each in expanded(reading).entries]
    assert found == [
        ("2027-02-03", Status.PLANNED),
        ("2027-02-17", Status.PLANNED),
        ("2027-02-10", Status.CANCELLED),
    ]


def test_it_stops_somewhere_and_says_so() -> None:
    endless, short = weekly("FREQ=DAILY;UNTIL=20291231"), weekly("FREQ=WEEKLY;COUNT=60")
    assert len(expanded(edition(endless)).entries) == AT_MOST
    assert cut_short(edition(endless, short, FEST)) == (endless,)


def test_a_question_is_asked_once() -> None:
    asked = replace(weekly("FREQ=WEEKLY;COUNT=3"), doubts=(Doubt(Sort.NO_START, "hver onsdag"),))
    assert [len(each.doubts) for each in expanded(edition(asked)).entries] == [1, 0, 0]


def test_a_time_that_is_no_day_is_one_entry() -> None:
    assert days(edition(weekly(day="2027-02"))) == ["2027-02"]
