"""Any plan gives a file that three independent libraries read, all in the same way."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import icalendar
import pytest
import vobject
from hypothesis import given, settings
from hypothesis import strategies as st
from ical.calendar_stream import IcsCalendarStream

from calendars.times import has_days
from council.records import Kind, PlanEntry, Source, Status
from council.when import When

Make = Callable[..., PlanEntry]
Write = Callable[..., str]
Said = tuple[str, str, date | None, date | None]

ANY_TEXT = st.text(st.characters(exclude_categories=()), max_size=120) | st.text(
    st.sampled_from('ab \\Nn,;:"\r\n\x0b\x00æ😀م\u2028')
)
ZONES = st.sampled_from(
    ["Europe/Copenhagen", "America/New_York", "Africa/Casablanca", "Asia/Kathmandu", "UTC"]
)
STAMPS = st.datetimes(datetime(2015, 1, 1), datetime(2040, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001  # wall-clock times


def _when(years: tuple[int, int]) -> st.SearchStrategy[When]:
    first, last = datetime(years[0], 1, 2), datetime(years[1], 12, 20)  # noqa: DTZ001  # wall-clock times
    day, moment = st.dates(first.date(), last.date()), st.datetimes(first, last)
    year, part = st.integers(*years), st.integers(1, 4)
    length = st.integers(0, 40)
    return st.one_of(
        day.map(When.on),
        moment.map(When.at),
        st.builds(lambda start, more: When.at(start, start + timedelta(hours=more)), moment, length),
        st.builds(lambda start, more: When.between(start, start + timedelta(more)), day, length),
        st.builds(When.week, year, st.integers(1, 52)),
        st.builds(When.month, year, st.integers(1, 12)),
        st.builds(When.quarter, year, part),
        st.builds(When.season, year, part),
        year.map(When.year),
        year.map(lambda first: When.between(f"{first:04}-05", f"{first:04}-06")),
        st.just(When()),
    )


def _entries(years: tuple[int, int]) -> st.SearchStrategy[list[PlanEntry]]:
    marked = st.builds(
        lambda when, uncertain, approximate, words: when.marked(
            uncertain=uncertain, approximate=approximate
        ).said(words),
        _when(years), st.booleans(), st.booleans(), ANY_TEXT,
    )  # fmt: skip
    entry = st.builds(
        PlanEntry,
        id=st.text("abc019", min_size=1, max_size=4), title=ANY_TEXT, when=marked, created=STAMPS,
        changed=STAMPS, kind=st.sampled_from(Kind), status=st.sampled_from(Status),
        activity_id=st.sampled_from(["", "kultur", "gone"]), place=ANY_TEXT, waiting_for=ANY_TEXT,
        note=ANY_TEXT, was=st.none() | _when(years), revision=st.integers(0, 99), removed=st.booleans(),
        source=st.none() | st.builds(Source, ANY_TEXT, ANY_TEXT, st.none() | st.integers(1, 9)),
    )  # fmt: skip
    return st.lists(entry, max_size=6, unique_by=lambda entry: entry.id)


def _instant(day: date | None) -> date | None:
    return day.astimezone(UTC) if isinstance(day, datetime) else day


def _by_icalendar(text: str) -> list[Said]:
    found: list[Any] = icalendar.Calendar.from_ical(text).walk("VEVENT")
    return [
        (
            str(event["UID"]),
            str(event["SUMMARY"]),
            _instant(event["DTSTART"].dt),
            _instant(event["DTEND"].dt) if "DTEND" in event else None,
        )
        for event in found
    ]


def _by_vobject(text: str) -> list[Said]:
    vars(vobject.icalendar)["__tzidMap"].clear()  # or it reads this file with the zones of the last one
    found: list[Any] = vobject.readOne(text).contents.get("vevent", [])
    return [
        (
            event.uid.value,
            event.summary.value,
            _instant(event.dtstart.value),
            _instant(event.dtend.value) if "dtend" in event.contents else None,
        )
        for event in found
    ]


def _by_ical(text: str) -> list[Said]:
    return [
        (str(event.uid), str(event.summary), _instant(event.dtstart), _instant(event.dtend))
        for event in IcsCalendarStream.calendar_from_ics(text).events
    ]


@pytest.mark.parametrize(
    ("wall", "instant"),
    [
        ("2027-03-27T02:30", "2027-03-27T01:30Z"),
        ("2027-03-28T01:30", "2027-03-28T00:30Z"),
        ("2027-03-28T02:30", "2027-03-28T01:30Z"),  # there is none: by the offset before
        ("2027-03-28T03:30", "2027-03-28T01:30Z"),
        ("2027-10-24T02:30", "2027-10-24T00:30Z"),
        ("2027-10-31T01:30", "2027-10-30T23:30Z"),
        ("2027-10-31T02:30", "2027-10-31T00:30Z"),  # there are two: the first
        ("2027-10-31T03:30", "2027-10-31T02:30Z"),
    ],
)
def test_all_readers_know_when_the_clocks_change(write: Write, make: Make, wall: str, instant: str) -> None:
    text = write(make(edtf=wall))
    expected = [("e1@hjoerring.samspil", "Kulturdag", datetime.fromisoformat(instant), None)]
    assert _by_icalendar(text) == _by_vobject(text) == _by_ical(text) == expected


@settings(deadline=None)  # a busy machine proves nothing
@given(entries=_entries((1970, 2199)), zone=ZONES)
def test_all_readers_see_the_same(write: Write, entries: list[PlanEntry], zone: str) -> None:
    text = write(*entries, zone=zone)
    assert _by_icalendar(text) == _by_vobject(text) == _by_ical(text)


@settings(deadline=None)  # a busy machine proves nothing
@given(entries=_entries((1, 9998)), zone=ZONES)
def test_no_entry_breaks_the_file(write: Write, entries: list[PlanEntry], zone: str) -> None:
    shown = [entry for entry in entries if not entry.removed]
    expected = {f"{entry.id}@hjoerring.samspil" for entry in shown if has_days(entry.when)}
    found = {uid for uid, *_ in _by_icalendar(write(*entries, zone=zone))}
    assert {uid for uid in found if "-" not in uid} == expected
    assert any("-" in uid for uid in found) == (len(expected) < len(shown))


@settings(deadline=None)  # a busy machine proves nothing
@given(entries=_entries((1, 9998)), zone=ZONES, data=st.data())
def test_the_same_plan_is_the_same_file(
    write: Write, entries: list[PlanEntry], zone: str, data: st.DataObject
) -> None:
    text = write(*entries, zone=zone)
    assert write(*data.draw(st.permutations(entries)), zone=zone) == text
    assert all(len(line) <= 75 for line in text.encode().split(b"\r\n"))
    assert text.endswith("END:VCALENDAR\r\n")
    assert not set("\n\x0b\x0c\x85\u2028\x00\ufffd") & set(text.replace("\r\n", ""))


@settings(deadline=None)  # a busy machine proves nothing
@given(entries=_entries((1990, 2110)), zone=ZONES)
def test_a_list_never_gets_older(write: Write, entries: list[PlanEntry], zone: str) -> None:
    latest = max((entry.changed for entry in entries), default=datetime.min.replace(tzinfo=UTC))
    dated = [
        replace(entry, when=When("2021-09-18"), changed=latest + timedelta(seconds=place))
        for place, entry in enumerate(entries[:1], 1)
    ]
    before = _sequences(write(*entries, zone=zone))
    after = _sequences(write(*dated, *entries[1:], zone=zone))
    assert all(after[uid] >= before[uid] for uid in before.keys() & after.keys() if "-" in uid)


def _sequences(text: str) -> dict[str, int]:
    found: list[Any] = icalendar.Calendar.from_ical(text).walk("VEVENT")
    return {str(event["UID"]): int(event["SEQUENCE"]) for event in found}
