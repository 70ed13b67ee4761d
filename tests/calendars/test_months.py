from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from council.records import PlanEntry, Status
from council.when import When

Make = Callable[..., PlanEntry]
Events = Callable[..., dict[str, Any]]


def test_a_month_lists_what_has_no_date(make: Make, events: Events) -> None:
    found = events(
        make("a", "2021-06?", title="Netværksmøde"),
        make("b", "2021-06", title="Dialogmøde", status=Status.WAITING, waiting_for="biblioteket"),
        make("c", "2021-06", title="Udflugt", status=Status.CANCELLED),
        make("d", "2021-06-12"),
    )
    assert found.keys() == {"2021-06", "d"}
    assert found["2021-06"]["SUMMARY"] == "June 2021: 3 without a date"
    assert found["2021-06"]["DESCRIPTION"].split("\n") == [
        "Known by month only:",
        "• Netværksmøde (tentative)",
        "• Dialogmøde (waiting for biblioteket)",
        "• Cancelled: Udflugt",
    ]


def test_it_is_one_day_and_no_bar(make: Make, events: Events) -> None:
    event = events(make(edtf="2021-07", title="Sommerferie"))["2021-07"]
    assert (event["DTSTART"].dt, event["DTEND"].dt) == (date(2021, 7, 1), date(2021, 7, 2))
    assert event["TRANSP"] == "TRANSPARENT"


@pytest.mark.parametrize(
    ("edtf", "month"),
    [
        ("2021-09/2021-10", "2021-09"),
        ("2021-35", "2021-07"),
        ("2021-23", "2021-09"),
        ("2021", "2021-01"),
        ("2021-06-15/2021-08", "2021-06"),
        ("0800-02", "0800-02"),
    ],
)
def test_what_is_vaguer_stands_in_its_first_month_with_its_time(
    make: Make, events: Events, edtf: str, month: str
) -> None:
    event = events(make(edtf=edtf))[month]
    assert edtf == "0800-02" or f"• {edtf}: Kulturdag" in event["DESCRIPTION"]


def test_the_words_of_the_plan_are_kept(make: Make, events: Events) -> None:
    event = events(make(when=When("2021-06/2021-07", "hen over sommeren")))["2021-06"]
    assert "• hen over sommeren: Kulturdag" in event["DESCRIPTION"]


def test_the_month_is_not_said_twice(make: Make, events: Events) -> None:
    event = events(make(when=When("2021-06", "i juni")))["2021-06"]
    assert event["DESCRIPTION"].endswith("• Kulturdag")


def test_what_has_no_time_at_all_has_a_list_too(make: Make, events: Events) -> None:
    later = datetime(2021, 3, 5, tzinfo=UTC)
    event = events(make("a", "XXXX"), make("b", "XXXX?", created=later))["no-date"]
    assert event["SUMMARY"] == "2 without any time"
    assert event["DTSTART"].dt == date(2021, 3, 1)
    assert event["DESCRIPTION"] == "• Kulturdag\n• Kulturdag (tentative)"


def test_a_list_is_newer_when_an_entry_has_left_it(make: Make, events: Events) -> None:
    noon = datetime(2021, 2, 1, 12, tzinfo=UTC)
    old, new = make("a", "2021-06", changed=noon), make("b", "2021-06", changed=noon + timedelta(hours=1))
    dated = replace(new, when=When("2021-06-12"), changed=noon + timedelta(hours=2))
    gone = replace(dated, removed=True, changed=noon + timedelta(hours=3))
    sequences = [int(events(old, entry)["2021-06"]["SEQUENCE"]) for entry in (new, dated, gone)]
    assert sequences == sorted(set(sequences))


@pytest.mark.parametrize(("year", "sequence"), [(2019, 0), (2020, 0), (2095, 2**31 - 1)])
def test_a_sequence_fits_in_32_bits(make: Make, events: Events, year: int, sequence: int) -> None:
    entry = make(edtf="2021-06", changed=datetime(year, 1, 1, tzinfo=UTC))
    assert events(entry)["2021-06"]["SEQUENCE"] == sequence
