from datetime import UTC, date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from council.when import Precision, When
from tests.council.kit import WHENS

MADE: list[tuple[When, str, Precision, date, date]] = [
    (When.on(date(2021, 9, 18)), "2021-09-18", Precision.DATE, date(2021, 9, 18), date(2021, 9, 18)),
    (
        When.at(datetime(2021, 9, 18, 17)),  # noqa: DTZ001 - wall-clock
        "2021-09-18T17:00",
        Precision.INSTANT,
        date(2021, 9, 18),
        date(2021, 9, 18),
    ),
    (
        When.at(datetime(2021, 9, 18, 20), datetime(2021, 9, 19, 2, 30)),  # noqa: DTZ001 - wall-clock
        "2021-09-18T20:00/2021-09-19T02:30",
        Precision.INSTANT,
        date(2021, 9, 18),
        date(2021, 9, 19),
    ),
    (When.week(2020, 53), "2020-W53", Precision.WEEK, date(2020, 12, 28), date(2021, 1, 3)),
    (When.week(2021, 1), "2021-W01", Precision.WEEK, date(2021, 1, 4), date(2021, 1, 10)),
    (When.month(2024, 2), "2024-02", Precision.MONTH, date(2024, 2, 1), date(2024, 2, 29)),
    (
        When.between("2021-09", "2021-10"),
        "2021-09/2021-10",
        Precision.MONTHS,
        date(2021, 9, 1),
        date(2021, 10, 31),
    ),
    (
        When.between(date(2021, 12, 20), date(2022, 1, 3)),
        "2021-12-20/2022-01-03",
        Precision.RANGE,
        date(2021, 12, 20),
        date(2022, 1, 3),
    ),
    (
        When.between("2021-W28", "2021-W31"),
        "2021-W28/2021-W31",
        Precision.RANGE,
        date(2021, 7, 12),
        date(2021, 8, 8),
    ),
    (When.quarter(2021, 1), "2021-33", Precision.QUARTER, date(2021, 1, 1), date(2021, 3, 31)),
    (When.quarter(2021, 4), "2021-36", Precision.QUARTER, date(2021, 10, 1), date(2021, 12, 31)),
    (When.season(2021, 1), "2021-21", Precision.SEASON, date(2021, 3, 1), date(2021, 5, 31)),
    (When.season(2023, 4), "2023-24", Precision.SEASON, date(2023, 12, 1), date(2024, 2, 29)),
    (When.year(2021), "2021", Precision.YEAR, date(2021, 1, 1), date(2021, 12, 31)),
    (When.unknown("når vi ved mere"), "XXXX", Precision.UNKNOWN, date.max, date.max),
    (When(), "XXXX", Precision.UNKNOWN, date.max, date.max),
]


@pytest.mark.parametrize(("when", "edtf", "precision", "first", "last"), MADE)
def test_every_way_to_make_one(when: When, edtf: str, precision: Precision, first: date, last: date) -> None:
    assert (when.edtf, when.precision, when.first, when.last) == (edtf, precision, first, last)


def test_marks_stand_behind_every_date() -> None:
    assert When.month(2021, 6, uncertain=True).edtf == "2021-06?"
    assert When.on(date(2021, 6, 1), approximate=True).edtf == "2021-06-01~"
    assert When.between("2021-09", "2021-10", uncertain=True, approximate=True).edtf == "2021-09%/2021-10%"
    assert When.unknown(uncertain=True).edtf == "XXXX?"


def test_marking_replaces_the_marks_and_keeps_the_words() -> None:
    when = When("2021-06%", "omkring juni?")
    assert when.marked(uncertain=True) == When("2021-06?", "omkring juni?")
    assert when.marked() == When("2021-06", "omkring juni?")


@pytest.mark.parametrize(
    ("edtf", "uncertain", "approximate"),
    [("2021", False, False), ("2021?", True, False), ("2021~", False, True), ("2021%", True, True)],
)
def test_what_the_marks_mean(edtf: str, uncertain: bool, approximate: bool) -> None:  # noqa: FBT001 - a table
    assert (When(edtf).uncertain, When(edtf).approximate) == (uncertain, approximate)


@given(WHENS, st.text(max_size=5))
def test_it_is_its_text(when: When, words: str) -> None:
    assert When(when.edtf) == when
    assert When(when.edtf, words) == when.said(words)
    assert when.marked(uncertain=when.uncertain, approximate=when.approximate) == when
    assert when.first <= when.last


@given(WHENS)
def test_the_start_is_known_with_the_time_of_day_only(when: When) -> None:
    assert (when.start is not None) == (when.clock is not None) == (when.precision is Precision.INSTANT)
    assert when.until is None or (when.start is not None and when.until >= when.start)


@pytest.mark.parametrize(
    "edtf",
    [
        "",
        "/",
        "juni",
        "2021-6",
        "21-06-01",
        "2021-00",
        "2021-13",
        "2021-20",
        "2021-37",
        "2021-06-31",
        "2021-02-29",
        "2021-W00",
        "2021-W53",
        "9999-W52",
        "0000",
        "2021-09-18T24:01",
        "2021-09-18T17",
        "2021-09-18T17:00:00",
        "2021-09-18T17:00Z",
        "2021-09-18 17:00",
        " 2021",
        "2021\n",
        "٢٠٢١",
        "2021??",
        "?2021",
        "2021/",
        "2021/2022/2023",
        "2021-10/2021-09",
        "2021-09-18T17:00/2021-09-18T16:00",
        "2021-09-18T17:00/2021-09-19",
        "2021-09-18/2021-09-18T17:00",
        "XXXX/2021",
        "2021-06?/2021-07",
        "2021-06/2021-07~",
        "../2021",
        "2021-XX",
    ],
)
def test_what_is_no_time_is_refused(edtf: str) -> None:
    with pytest.raises(ValueError, match="not a time that is known here"):
        When(edtf)


@given(st.text(st.sampled_from("0123456789-/TW:X?~%"), max_size=24))
def test_any_text_is_a_time_or_refused(edtf: str) -> None:
    try:
        when = When(edtf)
    except ValueError:
        return
    assert when.first <= when.last


@given(WHENS, st.text(max_size=3))
def test_a_changed_word_is_another_when_of_the_same_time(when: When, words: str) -> None:
    assert when.said(words).span == when.span
    assert when.said(words).order == when.order


def test_the_time_of_day_is_the_councils_whatever_zone_it_was_given_in() -> None:
    assert When.at(datetime(2021, 9, 18, 17, tzinfo=UTC)).clock == time(17)


@pytest.mark.parametrize(
    ("edtf", "known"),
    [
        ("2021-09-18", True),
        ("2021-09-18?", True),
        ("2021-09-18T17:00~", True),
        ("2021-09-18/2021-09-20", True),
        ("2021-W28/2021-W31", True),
        ("2021-W28%/2021-W31%", True),
        ("2021-W28", False),
        ("2021-09", False),
        ("2021-09/2021-10", False),
        ("2021-06/2021-07-03", False),
        ("2021/2022-03-01", False),
        ("2021-33", False),
        ("2021-24", False),
        ("2021", False),
        ("XXXX", False),
    ],
)
def test_days_are_known_or_not(edtf: str, known: bool) -> None:  # noqa: FBT001 - a table
    assert When(edtf).known is known


def test_lists_go_month_by_month_what_has_a_day_first() -> None:
    # A year or a season lies in its first month, behind what has a day there.
    in_order = [
        "2021-01-15",
        "2021",
        "2021-06-01",
        "2021-06-01T17:00",
        "2021-W23",
        "2021-06-08/2021-06-10",
        "2021-06-30",
        "2021-06",
        "2021-07-01",
        "XXXX",
    ]
    backwards = in_order[::-1]
    assert sorted(backwards, key=lambda edtf: When(edtf).order) == in_order


@given(WHENS)
def test_unknown_comes_last(when: When) -> None:
    assert when.order <= When.unknown().order
