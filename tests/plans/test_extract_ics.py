"""iCalendar files: zones, whole days, series and what stands in for one of their days, broken events."""

from datetime import date

import pytest

from council.records import Kind, ReadEntry, Status
from plans.extract import extract
from plans.extracted import Extracted
from plans.limits import Limits
from plans.reader import read_document
from plans.sniff import Form, form_of
from plans.unreadable import Reason, UnreadableDocument


def calendar(*events: str, head: str = "") -> bytes:
    """A calendar; each event is given as its lines."""
    inner = "".join(f"BEGIN:VEVENT\n{event}\nEND:VEVENT\n" for event in events)
    return f"BEGIN:VCALENDAR\nVERSION:2.0\n{head}{inner}END:VCALENDAR\n".replace("\n", "\r\n").encode()


def read(*events: str, head: str = "") -> tuple[ReadEntry, ...]:
    return extract(calendar(*events, head=head), Limits()).entries


def times(*events: str, head: str = "") -> list[str]:
    return [entry.printed.when.edtf for entry in read(*events, head=head)]


@pytest.mark.parametrize(
    ("lines", "when"),
    [
        ("DTSTART:20270304T170000", "2027-03-04T17:00"),
        ("DTSTART:20270304T160000Z", "2027-03-04T17:00"),
        ("DTSTART:20270704T150000Z\nDTEND:20270704T170000Z", "2027-07-04T17:00/2027-07-04T19:00"),
        ("DTSTART:20270704T223000Z", "2027-07-05T00:30"),
        ("DTSTART;TZID=Europe/London:20270304T160000", "2027-03-04T17:00"),
        ("DTSTART;TZID=Romance Standard Time:20270304T170000", "2027-03-04T17:00"),
        ("DTSTART;TZID=/example.org/Europe/London:20270304T160000", "2027-03-04T17:00"),
        ("DTSTART;TZID=Nowhere:20270304T170000", "2027-03-04T17:00"),
        ("DTSTART:20270304T170000\nDTEND:20270304T170000", "2027-03-04T17:00"),
        ("DTSTART:20270304T170000\nDURATION:PT90M", "2027-03-04T17:00/2027-03-04T18:30"),
        ("DTSTART:20270304T170000\nDTEND:20270301T170000", "2027-03-04T17:00"),
        ("DTSTART:20270304T230000\nDTEND:20270305T010000", "2027-03-04T23:00/2027-03-05T01:00"),
        ("DTSTART:20270304T000000\nDTEND:20270305T000000", "2027-03-04"),
        ("DTSTART;VALUE=DATE:20270304", "2027-03-04"),
        ("DTSTART;VALUE=DATE:20270304\nDTEND;VALUE=DATE:20270305", "2027-03-04"),
        ("DTSTART;VALUE=DATE:20270304\nDTEND;VALUE=DATE:20270307", "2027-03-04/2027-03-06"),
        ("DTSTART;VALUE=DATE:20270304\nDTEND;VALUE=DATE:20270304", "2027-03-04"),
        ("DTSTART;VALUE=DATE:20270215\nDTEND;VALUE=DATE:20270222", "2027-W07"),
        ("DTSTART;VALUE=DATE:20270304\nDURATION:P2D", "2027-03-04/2027-03-05"),
        ("DTSTART;VALUE=DATE:20270304\nSTATUS:TENTATIVE", "2027-03-04?"),
    ],
)
def test_every_sort_of_time_is_that_on_the_wall_in_copenhagen(lines: str, when: str) -> None:
    assert times(f"SUMMARY:Fest\n{lines}") == [when]


_OWN_ZONE = (
    "BEGIN:VTIMEZONE\nTZID:{}\nBEGIN:STANDARD\nTZOFFSETFROM:{}\nTZOFFSETTO:{}\nEND:STANDARD\nEND:VTIMEZONE\n"
)


def test_the_zone_of_the_calendar() -> None:
    event = "SUMMARY:Fest\nDTSTART:20270304T160000Z"
    assert times(event, head="X-WR-TIMEZONE:Europe/London\n") == ["2027-03-04T16:00"]
    assert times(event, head="X-WR-TIMEZONE:UTC\n") == ["2027-03-04T17:00"]
    assert times(event, head="X-WR-TIMEZONE:../../etc/passwd\n") == ["2027-03-04T17:00"]
    assert times(event, head=_OWN_ZONE.format("Europe/Helsinki", "+0200", "+0200")) == ["2027-03-04T18:00"]


def test_a_zone_that_the_file_defines_by_one_offset() -> None:
    head = _OWN_ZONE.format("Hjemme", "+0000", "+0000")
    assert times("SUMMARY:Fest\nDTSTART;TZID=Hjemme:20270304T160000", head=head) == ["2027-03-04T17:00"]


def test_what_an_event_says_of_itself() -> None:
    (entry,) = read(
        "UID:1\nSUMMARY:Møde i Kultur\n gruppen\\, ordinært\nDTSTART:20270304T170000\n"
        "LOCATION:Rådhuset\\nlokale 4\nCATEGORIES:Møde,Red category,Kulturdag\n"
        'ORGANIZER;CN="Bo Holm":mailto:bo@example.org\nDESCRIPTION:5. maj 2027\n'
        "BEGIN:VALARM\nSUMMARY:Alarm\nTRIGGER:-PT15M\nEND:VALARM"
    )
    assert (entry.printed.title, entry.printed.kind) == ("Møde i Kulturgruppen, ordinært", Kind.MEETING)
    assert (entry.printed.place, entry.printed.responsible) == ("Rådhuset, lokale 4", "Bo Holm")
    assert (entry.printed.activity, entry.source.line) == ("Kulturdag", 3)
    assert "20270304T170000" in entry.source.words


@pytest.mark.parametrize(
    ("lines", "title", "status", "when"),
    [
        ("SUMMARY:AFLYST: Fest", "Fest", Status.CANCELLED, "2027-03-04"),
        ("SUMMARY:Fest\nSTATUS:CANCELLED", "Fest", Status.CANCELLED, "2027-03-04"),
        ("SUMMARY:Fest (foreløbig)", "Fest", Status.PLANNED, "2027-03-04?"),
        ("SUMMARY:Fest?", "Fest", Status.PLANNED, "2027-03-04?"),
        ("SUMMARY:Fest - afventer biblioteket", "Fest", Status.WAITING, "2027-03-04"),
        ("SUMMARY:1. maj", "1. maj", Status.PLANNED, "2027-03-04"),
        ("CONTACT:Bo Holm\\, Foreningen\\, 12345678", "", Status.PLANNED, "2027-03-04"),
    ],
)
def test_marks_in_titles(lines: str, title: str, status: Status, when: str) -> None:
    (entry,) = read(f"DTSTART;VALUE=DATE:20270304\n{lines}")
    assert (entry.printed.title, entry.printed.status, entry.printed.when.edtf) == (title, status, when)


_MONTHLY = "UID:1\nSUMMARY:Møde\nDTSTART;TZID=Europe/Copenhagen:20270304T170000\nRRULE:"


def test_a_rule_with_days_left_out_and_one_day_moved() -> None:
    series, moved = read(
        f"{_MONTHLY}UNTIL=20271202T160000Z;FREQ=MONTHLY;INTERVAL=1;BYDAY=1TH\n"
        "EXDATE;TZID=Europe/Copenhagen:20270701T170000,20270805T170000",
        "UID:1\nRECURRENCE-ID:20270506T150000Z\nSUMMARY:Møde\nDTSTART:20270513T150000Z",
    )
    assert series.rule
    assert series.rule.rrule == "FREQ=MONTHLY;BYDAY=1TH;UNTIL=20271202"
    assert series.rule.exdates == (date(2027, 5, 6), date(2027, 7, 1), date(2027, 8, 5))
    assert series.printed.when.edtf == "2027-03-04T17:00"
    assert moved.was
    assert (moved.printed.when.edtf, moved.was.edtf, moved.rule) == (
        "2027-05-13T17:00",
        "2027-05-06T17:00",
        None,
    )


def test_a_series_whose_first_days_are_left_out_begins_later() -> None:
    (series,) = read(f"{_MONTHLY}FREQ=MONTHLY;BYDAY=1TH;COUNT=5\nEXDATE:20270304T160000Z,20270401T150000Z")
    assert series.printed.when.edtf == "2027-05-06T17:00"
    assert series.rule
    assert (series.rule.rrule, series.rule.exdates) == ("FREQ=MONTHLY;BYDAY=1TH;COUNT=3", ())
    assert not read(f"{_MONTHLY}FREQ=MONTHLY;COUNT=1\nEXDATE:20270304T160000Z")


def test_until_before_the_time_of_day_means_the_day_before() -> None:
    (series,) = read(f"{_MONTHLY}FREQ=WEEKLY;UNTIL=20270331T220000Z")
    assert series.rule
    assert series.rule.rrule == "FREQ=WEEKLY;UNTIL=20270331"


@pytest.mark.parametrize(
    "rule",
    ["FREQ=HOURLY", "FREQ=DAILY;INTERVAL=0", "FREQ=FOO", "x", "FREQ=YEARLY;BYMONTHDAY=" + "1," * 500 + "1"],
)
def test_rules_that_no_plan_has_leave_the_first_time(rule: str) -> None:
    (entry,) = read(_MONTHLY + rule)
    assert (entry.printed.when.edtf, entry.rule) == ("2027-03-04T17:00", None)
    assert entry.confidence < 1


def test_further_days() -> None:
    days = "RDATE;VALUE=DATE:20270305,20270309\nEXDATE;VALUE=DATE:20270305"
    event = f"SUMMARY:Fest\nDTSTART;VALUE=DATE:20270304\n{days}"
    assert times(event) == ["2027-03-04", "2027-03-09"]


def test_broken_events_harm_no_others_and_are_listed() -> None:
    data = calendar(
        "SUMMARY:Ødelagt\nDTSTART:20271399",
        "SUMMARY:Fest\nDTSTART;VALUE=DATE:20270304\n\x01;;=garbage\nX-A;B=:c",
        "SUMMARY:Uden tid",
        "SUMMARY:Før tiden\nDTSTART:00010101T000000Z\nDTEND:99991231T235959Z",
        "SUMMARY:Uden ende\nDTSTART:20270305T100000\nBEGIN:VEVENT\nSUMMARY:Tur\nDTSTART:20270306T100000",
    )
    document = extract(data[: data.rindex(b"END:VEVENT")] + b"BEGIN:VEVENT\r\nDTSTART:2027", Limits())
    reading = read_document(document, name="plan.ics")
    assert "Fest" in [entry.printed.title for entry in reading.entries]
    assert {source.document for source in reading.unplaced} == {"plan.ics"}
    assert "20271399 Ødelagt" in [source.words for source in reading.unplaced]
    assert "Uden tid" in [source.words for source in reading.unplaced]


def test_tasks() -> None:
    todo = b"BEGIN:VCALENDAR\nBEGIN:VTODO\nSUMMARY:Send referat\nDUE;VALUE=DATE:20270304\nEND:VTODO\n"
    (entry,) = extract(todo, Limits()).entries
    assert (entry.printed.kind, entry.printed.when.edtf) == (Kind.TASK, "2027-03-04")


@pytest.mark.parametrize("head", ["", "\ufeff", "\n \n", "\ufeff\r\n"])
def test_it_is_known_by_its_first_line(head: str) -> None:
    assert form_of(f"{head}begin:vcalendar\n".encode()) is Form.CALENDAR
    assert form_of(f"{head}Vi skriver BEGIN:VCALENDAR\n".encode()) is Form.TEXT


def test_a_calendar_without_events_is_an_empty_plan() -> None:
    assert extract(calendar(), Limits()) == Extracted()


@pytest.mark.parametrize(
    "inner",
    [
        b"BEGIN:VEVENT\n" * 100_000,
        b"BEGIN:X\n" * 100_000 + b"END:X\n" * 100_000,
        b"BEGIN:VEVENT\n" + b"BEGIN:VALARM\n" * 100_000,
        b"END:VEVENT\n" * 100_000,
        b"[" * 100_000 + b"\n",
        b"BEGIN:VEVENT\nSUMMARY:" + b"x" * 3_000_000 + b"\nDTSTART:20270304\nEND:VEVENT\n",
        b"BEGIN:VEVENT\nSUMMARY:a\n" + b" b\n" * 500_000 + b"DTSTART:20270304\nEND:VEVENT\n",
        b"BEGIN:VEVENT\nDTSTART:20270304\nEXDATE:" + b"20270304," * 2000 + b"\nEND:VEVENT\n",
        b"BEGIN:VEVENT\nDTSTART;" + b"A=b;" * 4000 + b":20270304\nEND:VEVENT\n",
    ],
)
def test_calendars_that_would_do_harm(inner: bytes) -> None:
    assert ending(b"BEGIN:VCALENDAR\n" + inner) in {None, Reason.TOO_LONG}


def ending(data: bytes) -> Reason | None:
    """Why a document is refused; None if it is read."""
    try:
        extract(data, Limits())
    except UnreadableDocument as refusal:
        return refusal.reason
    return None
