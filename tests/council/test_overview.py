from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from council.overview import (
    MONTHS_SHOWN,
    Month,
    by_month,
    coming,
    found,
    nearest_month,
    on_plan,
    within,
    without_time,
)
from council.records import Kind, PlanEntry, Status
from council.when import When
from tests.council.kit import WHENS, entry


def plan(*times: str) -> list[PlanEntry]:
    return [entry(edtf, id=edtf, title=edtf) for edtf in times]


def ids(entries: list[PlanEntry]) -> list[str]:
    return [each.id for each in entries]


@pytest.mark.parametrize(
    ("months", "expected"),
    [
        (0, Month(2021, 11)),
        (1, Month(2021, 12)),
        (2, Month(2022, 1)),
        (14, Month(2023, 1)),
        (-10, Month(2021, 1)),
        (-11, Month(2020, 12)),
    ],
)
def test_months_go_over_new_year(months: int, expected: Month) -> None:
    assert Month(2021, 11).plus(months) == expected


@given(st.integers(2000, 2100), st.integers(1, 12), st.integers(-500, 500))
def test_there_and_back(year: int, number: int, months: int) -> None:
    assert Month(year, number).plus(months).plus(-months) == Month(year, number)


def test_what_is_removed_is_not_on_the_plan_and_equal_times_keep_the_documents_order() -> None:
    entries = [
        entry("2021-09-18", id="c", place_in_plan=2),
        entry("2021-09-18", id="b", place_in_plan=3),
        entry("2021-09-18", id="a", place_in_plan=3),
        entry("2021-09-18", id="x", removed=True),
        entry("2021-08", id="d", place_in_plan=9),
    ]
    assert ids(on_plan(entries)) == ["d", "c", "a", "b"]


def test_months_over_new_year_hold_all_that_may_be_in_them() -> None:
    entries = plan(
        "2021-11-30",
        "2021-12-01",
        "2021-12",
        "2021-10/2021-12",
        "2021-W52",
        "2022-01-31",
        "2022-02-01",
        "2022-02",
        "2021-24",
        "2021",
        "XXXX",
    )
    assert ids(within(entries, Month(2021, 12), 2)) == [
        "2021-12-01",
        "2021-12",
        "2021-10/2021-12",
        "2021-W52",
        "2022-01-31",
        "2021-24",
        "2021",
    ]


def test_what_began_before_stands_under_the_first_month_shown() -> None:
    entries = plan("2021-10/2021-12", "2021-12-24", "2022-01-05")
    assert [(month, ids(under)) for month, under in by_month(entries, Month(2021, 12))] == [
        (Month(2021, 12), ["2021-10/2021-12", "2021-12-24"]),
        (Month(2022, 1), ["2022-01-05"]),
    ]


@given(st.lists(WHENS, max_size=8), st.integers(0, 47))
def test_turning_the_pages_shows_every_entry(whens: list[When], start: int) -> None:
    entries = [entry(when.edtf, id=str(n)) for n, when in enumerate(whens)]
    first = Month(2020, 1).plus(start)
    pages = [first.plus(MONTHS_SHOWN * step) for step in range(-17, 18)]
    shown = {e.id for page in pages for e in within(entries, page, MONTHS_SHOWN)}
    shown |= {e.id for e in without_time(entries)}
    assert shown == {e.id for e in entries}


@given(st.lists(WHENS, max_size=8), st.integers(0, 47))
def test_under_the_months_of_a_page_stands_all_that_is_on_it(whens: list[When], start: int) -> None:
    entries = [entry(when.edtf, id=str(n)) for n, when in enumerate(whens)]
    first = Month(2020, 1).plus(start)
    page = within(entries, first, MONTHS_SHOWN)
    grouped = by_month(page, first)
    assert sorted(e.id for _, under in grouped for e in under) == sorted(ids(page))
    assert all(first <= month < first.plus(MONTHS_SHOWN) for month, _ in grouped)


@pytest.mark.parametrize(
    ("times", "nearest"),
    [
        ((), None),
        (("XXXX",), None),
        (("2021-03", "2021-09-18", "2022-02"), Month(2021, 9)),
        (("2021-06-01",), Month(2021, 6)),
        (("2020-01-10", "2021-03-10"), Month(2021, 1)),  # nothing is left: the last three months
        (("2021-03-10",), Month(2021, 3)),
        (("2021-02-10", "2021-03-10"), Month(2021, 2)),
    ],
)
def test_where_to_look_when_there_is_nothing(times: tuple[str, ...], nearest: Month | None) -> None:
    assert nearest_month(plan(*times), Month(2021, 6)) == nearest


def test_what_is_coming() -> None:
    entries = [
        *plan("2021-09-17", "2021-09-18T10:00", "2021-09", "2021-08/2021-10", "2021-12-24", "XXXX"),
        entry("2021-09-20", id="cancelled", status=Status.CANCELLED),
        entry("2021-09-20", id="done", status=Status.DONE),
        entry("2021-09-20", id="recess", kind=Kind.RECESS),
        entry("2021-09-20", id="removed", removed=True),
        entry("2021-09-20", id="waiting", status=Status.WAITING),
    ]
    today = date(2021, 9, 18)
    expected = ["2021-08/2021-10", "2021-09-18T10:00", "waiting", "2021-09", "2021-12-24"]
    assert ids(coming(entries, today, 10)) == expected
    assert ids(coming(entries, today, 2)) == expected[:2]
    assert ids(coming(entries, date(2022, 1, 1), 2)) == []


def test_finding_takes_all_words_in_any_order_and_case() -> None:
    entries = [entry(id="1", title="Kulturdag: Infomøde på VUC"), entry(id="2", title="Infomøde")]
    assert ids(found(entries, "infomøde")) == ["1", "2"]
    assert ids(found(entries, "vuc KULTUR")) == ["1"]
    assert ids(found(entries, "rådhus")) == []
