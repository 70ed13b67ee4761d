from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from icalendar import Event
from icalendar.prop import vText

from calendars.lines import Text, categories, clean, line, lines


def _back(value: vText) -> str:
    event = Event()
    event["DESCRIPTION"] = value
    return str(Event.from_ical(event.to_ical())["DESCRIPTION"])


@given(st.text(st.characters(exclude_categories=())) | st.text(st.sampled_from('\\nN,;:\r\n" æ😀')))
def test_text_comes_back_as_it_was(text: str) -> None:
    assert _back(lines(text)) == clean(text)


def test_a_path_does_not_become_two_lines() -> None:
    assert _back(Text("K:\\Noter\\nye")) == "K:\\Noter\\nye"


def test_every_kind_of_line_break_is_one() -> None:
    assert clean("a\r\nb\rc\x0bd\x0ce\x85f\u2028g\u2029h\ni") == "a\nb\nc\nd\ne\nf\ng\nh\ni"


def test_what_no_calendar_may_hold_goes_and_directions_stay() -> None:
    assert clean(" a\x00\x1b\x7f\x9f\ud800b\t\u2068مرحبا\u2069 ") == "ab\t\u2068مرحبا\u2069"


def test_a_title_stays_on_one_line() -> None:
    assert line("Kulturdag\nVUC") == "Kulturdag VUC"


def test_a_comma_does_not_make_two_names() -> None:
    event = Event()
    event["CATEGORIES"] = categories(["Kunst, musik; mad", "K:\\Noter"])
    read: Any = Event.from_ical(event.to_ical())["CATEGORIES"]
    assert read.cats == ["Kunst, musik; mad", "K:\\Noter"]


def test_long_lines_break_between_letters_only() -> None:
    event = Event()
    event["SUMMARY"] = line("æøå😀," * 60)
    parts = event.to_ical().split(b"\r\n")
    assert all(len(part) <= 75 and part.decode() for part in parts[:-1])
    assert len(parts) > 10
