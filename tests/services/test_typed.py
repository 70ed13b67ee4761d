from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from council.records import Kind, PlanEntry, Printed
from council.refusals import NoDateUnderstood, NoTitle
from council.when import When
from services.typed import printed, read_hours, read_line, read_new_time, read_when
from tests.services.kit import START

TODAY = date(2021, 6, 10)  # a Thursday


def entry(edtf: str) -> PlanEntry:
    return PlanEntry("e", "Fest", When(edtf), START, START)


@pytest.mark.parametrize(
    ("now_at", "typed", "new"),
    [
        # A day without a year is the one near the present time.
        ("2021-09-18", "25. september", "2021-09-25"),
        ("2022-09-17", "24. september", "2022-09-24"),
        ("2022-03-05", "12. februar kl. 17", "2022-02-12T17:00"),
        ("2022-03-05", "3. juli", "2022-07-03"),
        ("2021-03-20", "27. marts", "2021-03-27"),
        ("2021-12-18", "8. januar", "2022-01-08"),
        ("2022-01-08", "18. december", "2021-12-18"),
        ("2022-09", "3. oktober", "2022-10-03"),
        ("2022-W05", "uge 6", "2022-W06"),
        ("2022-01-25", "uge 5", "2022-W05"),
        ("2023-08-20", "uge 31", "2023-W31"),
        ("2022-06-01", "juni", "2022-06"),
        ("2022-06-20", "11. juni", "2022-06-11"),
        # A year that is named is that year.
        ("2021-09-18", "17. september 2022", "2022-09-17"),
        ("2021-09-18", "2022", "2022"),
        # What counts from today counts from today, wherever the entry is.
        ("2021-09-18", "i morgen", "2021-06-11"),
        ("2022-03-05", "i morgen kl. 17", "2021-06-11T17:00"),
        ("2021-11-10", "i morgen", "2021-06-11"),
        ("2021-11-12", "tomorrow", "2021-06-11"),
        ("2021-11-10", "på lørdag", "2021-06-12"),
        ("2022-11-10", "next week", "2021-W24"),
        ("2021-11-10", "i dag kl. 12", "2021-06-10T12:00"),
        # Of what has no time nothing is near.
        ("XXXX", "3. juni", "2022-06-03"),
        ("2021-09-18", "ukendt", "XXXX"),
        ("2021-09-18", "?", "XXXX?"),
    ],
)
def test_the_year_is_the_one_near_the_entry(now_at: str, typed: str, new: str) -> None:
    assert read_new_time(entry(now_at), typed, TODAY).edtf == new


@pytest.mark.parametrize("text", ["", "hvornår ved jeg ikke helt"])
def test_what_holds_no_time_is_refused_with_its_text(text: str) -> None:
    with pytest.raises(NoDateUnderstood) as refusal:
        read_new_time(entry("2021-09-18"), text, TODAY)
    assert refusal.value.text == text


def test_a_long_text_is_told_in_short() -> None:
    with pytest.raises(NoDateUnderstood) as refusal:
        read_when("bla " * 100, TODAY)
    assert len(refusal.value.text) == 80


def test_a_line_becomes_an_entry() -> None:
    said = printed(read_line("Kulturdag: informationsmøde 25. august kl. 17-19 på VUC", TODAY))
    assert replace(said, when=When(said.when.edtf)) == Printed(
        "Kulturdag: informationsmøde",
        When("2021-08-25T17:00/2021-08-25T19:00"),
        said.kind,
        activity="Kulturdag",
        place="VUC",
    )
    assert said.kind in {Kind.EVENT, Kind.MEETING}


def test_a_line_without_a_time_has_none_yet() -> None:
    said = printed(read_line("Netværksmøde", TODAY))
    assert (said.title, said.when.edtf) == ("Netværksmøde", "XXXX")


@pytest.mark.parametrize("text", ["", "  ", "25. august"])
def test_a_line_without_a_title_is_refused(text: str) -> None:
    with pytest.raises(NoTitle):
        read_line(text, TODAY)


# Hours for a day that is known.

DAY = date(2021, 9, 18)


@pytest.mark.parametrize(
    ("text", "edtf", "rest"),
    [
        ("setting up at 8–10", "2021-09-18T08:00/2021-09-18T10:00", "setting up"),
        ("Opstilling kl. 8-10", "2021-09-18T08:00/2021-09-18T10:00", "Opstilling"),
        ("Opstilling kl 8", "2021-09-18T08:00", "Opstilling"),
        ("KL. 8.30–11.45 opstilling", "2021-09-18T08:30/2021-09-18T11:45", "opstilling"),
        ("Opstilling klokken 8", "2021-09-18T08:00", "Opstilling"),
        ("Opstilling kl. ca. 8", "2021-09-18T08:00~", "Opstilling"),
        ("Kaffe fra 8 til 10", "2021-09-18T08:00/2021-09-18T10:00", "Kaffe"),
        ("from 8 to 10:30 coffee", "2021-09-18T08:00/2021-09-18T10:30", "coffee"),
        ("clearing up at 5pm", "2021-09-18T17:00", "clearing up"),
        ("3-5 pm clearing up", "2021-09-18T15:00/2021-09-18T17:00", "clearing up"),
        ("Vagt kl. 22-2", "2021-09-18T22:00/2021-09-19T02:00", "Vagt"),
        # What else is in the line stays in it.
        ("Opstilling kl. 8-10 på VUC", "2021-09-18T08:00/2021-09-18T10:00", "Opstilling på VUC"),
        ("Bord 4 kl. 9 10 personer", "2021-09-18T09:00", "Bord 4 10 personer"),
        ("Opstilling (kl. 8)", "2021-09-18T08:00", "Opstilling"),
        ("Boder kl. 8, oprydning kl. 15", "2021-09-18T08:00", "Boder , oprydning kl. 15"),
        ("kl. 17", "2021-09-18T17:00", ""),
    ],
)
def test_hours_of_a_day_that_is_known(text: str, edtf: str, rest: str) -> None:
    when, left = read_hours(text, DAY)
    assert when is not None
    assert (when.edtf, left) == (edtf, rest)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Opstilling",
        "Opstilling, 8 personer",
        "Opstilling 8-10",  # people, or hours
        "Mad fra 12 lande",
        "stalls from 2 countries",
        "help at 3 stands",
        "from 3-5 people",
        "Format 5",
        "Chat 8",
        "kl. 25",
        "Ring 12 34 56 78",
    ],
)
def test_what_may_count_something_is_no_hour(text: str) -> None:
    assert read_hours(text, DAY) == (None, text)


@given(st.times(), st.integers(0, 23), st.dates(date(2020, 1, 1), date(2030, 12, 31)))
def test_hours_are_those_of_the_day_whatever_day_it_is(start: time, end: int, day: date) -> None:
    assume((start.hour, start.minute, end) != (0, 0, 0))  # so calendars print a whole day
    when, rest = read_hours(f"Opstilling kl. {start:%H.%M}-{end:02}", day)
    assert rest == "Opstilling"
    assert when is not None
    assert (when.first, when.clock) == (day, start.replace(second=0, microsecond=0))
    assert when.until is not None
    assert when.until.hour == end
    assert timedelta(0) < when.until - datetime.combine(day, when.clock or start) <= timedelta(days=1)
