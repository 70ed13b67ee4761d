"""What a reading still has to ask, and what an answer changes."""

from dataclasses import replace
from datetime import UTC, date, datetime

from council.asking import (
    answered,
    as_read,
    begins,
    dropped,
    left_alone,
    placed,
    position,
    questions,
    unplaced,
    year_is_missing,
)
from council.doubts import Doubt, Sort
from council.records import Printed, Proposal, ReadEntry, Reading, Source
from council.when import When

SATURDAY, SUNDAY = When("2027-06-26"), When("2027-06-27")
WEEKDAY = Doubt(Sort.WEEKDAY, "lørdag den 27. juni", (SUNDAY, SATURDAY), 6)
YEAR = Doubt(Sort.NO_YEAR, "12. maj")


def read(title: str, edtf: str, *doubts: Doubt, line: int = 1) -> ReadEntry:
    return ReadEntry(Printed(title, When(edtf)), Source("p.txt", title, line=line), doubts)


def proposal(*entries: ReadEntry, lines: tuple[str, ...] = ()) -> Proposal:
    sources = tuple(Source("p.txt", words) for words in lines)
    return Proposal("p", "1", datetime(2027, 1, 1, tzinfo=UTC), Reading("p.txt", entries, sources))


def keys(held: Proposal) -> list[str]:
    return [question.key for question in questions(held)]


def test_each_doubt_is_a_question_in_the_order_of_the_document() -> None:
    held = proposal(
        read("Fest", "2027-06-27", WEEKDAY), read("Møde", "2027-05"), read("Tur", "XXXX", YEAR, WEEKDAY)
    )
    assert keys(held) == ["q0.0", "q2.0", "q2.1"]
    assert [position(key) for key in keys(held)] == [(0, 0), (2, 0), (2, 1)]
    assert position("q") < position("q0.0")


def test_an_answer_is_kept_beside_what_was_read() -> None:
    held = proposal(read("Fest", "2027-06-27", WEEKDAY), read("Møde", "2027-05"))
    [question] = questions(held)
    told = answered(held, question, replace(question.read.printed, when=SATURDAY))
    assert questions(told) == ()
    assert told.reading.entries[0].printed.when == SATURDAY
    assert as_read(told)["n0"].when == SUNDAY
    assert told.reading.entries[1:] == held.reading.entries[1:]


def test_the_reading_before_all_answers_is_kept_not_the_one_before_the_last() -> None:
    held = proposal(read("A", "2027-06-27", WEEKDAY), read("B", "2027-06-27", WEEKDAY))
    for _ in range(2):
        question = questions(held)[0]
        held = answered(held, question, replace(question.read.printed, when=SATURDAY))
    assert {printed.when for printed in as_read(held).values()} == {SUNDAY}


def test_what_is_left_alone_is_not_asked_again() -> None:
    held = proposal(read("Fest", "2027-06-27", WEEKDAY))
    told = left_alone(held, questions(held)[0])
    assert questions(told) == ()
    assert told.reading == held.reading


def test_other_doubts_about_the_same_time_are_settled_with_it() -> None:
    month = Doubt(Sort.OTHER_MONTH, "27. juni", (SUNDAY, When("2027-05-27")), 5)
    held = proposal(read("Fest", "2027-06-27", WEEKDAY, month))
    question = questions(held)[0]
    assert keys(answered(held, question, replace(question.read.printed, when=SATURDAY))) == []


def test_the_other_end_of_a_period_is_still_asked_about() -> None:
    end = Doubt(Sort.WEEKDAY, "fredag den 30. juni", (When("2027-06-30"), When("2027-07-02")), 5)
    held = proposal(read("Lejr", "2027-06-27/2027-06-30", WEEKDAY, end))
    question = questions(held)[0]
    told = answered(held, question, replace(question.read.printed, when=When("2027-06-26/2027-06-30")))
    assert keys(told) == ["q0.1"]


def test_a_doubt_about_another_date_of_the_line_is_asked_there() -> None:
    source = Source("p.txt", "27. juni og lørdag den 4. juli")
    other = Doubt(Sort.WEEKDAY, "lørdag den 4. juli", (When("2027-07-04"), When("2027-07-03")), 6)
    both = [ReadEntry(Printed("Tur", When(day)), source, (other,)) for day in ("2027-06-27", "2027-07-04")]
    assert keys(proposal(*both)) == ["q1.0"]


def test_a_doubt_about_no_date_of_the_line_is_not_lost() -> None:
    source = Source("p.txt", "27. og 28. juni")
    both = [ReadEntry(Printed("Tur", When(day)), source, (WEEKDAY,)) for day in ("2027-06-01", "2027-06-02")]
    assert keys(proposal(*both)) == ["q0.0", "q1.0"]


def test_a_line_becomes_an_entry_behind_all_others() -> None:
    held = proposal(read("Fest", "2027-06-27"), lines=("Rollemodeller mødes", "12-14"))
    first, second = unplaced(held)
    told = placed(held, first, Printed(first.source.words, When("2027-05")))
    assert [entry.printed.title for entry in told.reading.entries] == ["Fest", "Rollemodeller mødes"]
    assert unplaced(told) == (second,)
    assert as_read(told).keys() == {"n0"}
    assert unplaced(dropped(told, second)) == ()


def test_two_lines_of_the_same_words_are_two() -> None:
    held = proposal(lines=("12-14", "12-14"))
    assert len(unplaced(dropped(held, unplaced(held)[0]))) == 1


def test_one_year_helps_all_only_when_none_is_known() -> None:
    assert year_is_missing(proposal(read("A", "XXXX", YEAR), read("B", "XXXX")).reading)
    assert not year_is_missing(proposal(read("A", "XXXX", YEAR), read("B", "2027-05")).reading)
    assert not year_is_missing(proposal(read("A", "XXXX")).reading)
    assert not year_is_missing(Reading("p.txt"))


def test_where_a_plan_begins() -> None:
    assert begins(proposal(read("A", "2027-06-27"), read("B", "2027-03")).reading) == date(2027, 1, 1)
    assert begins(proposal(read("A", "2027-08-27"), read("B", "2028-05")).reading) == date(2027, 8, 1)
    assert begins(proposal(read("A", "2027"), read("B", "2030")).reading) is None
    assert begins(proposal(read("A", "XXXX")).reading) is None
