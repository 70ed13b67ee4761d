"""Whatever the bytes, reading them ends in rows that can be written, or in a reason."""

import io
import zipfile

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plans.extract import extract
from plans.extracted import Extracted
from plans.limits import Limits
from plans.sniff import Form, form_of
from plans.unreadable import UnreadableDocument

_LIMITS = Limits(size=200_000, lines=2000, characters=200_000)
_MAGIC = (b"", b"PK\x03\x04", b"\xff\xfe", b"\xef\xbb\xbf", b"{\\rtf", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
_OPENINGS = (
    b"<html><table><tr><td>",
    b"BEGIN:VCALENDAR\nBEGIN:VEVENT\n",
    b"# Plan\n|a|b|\n|-|-|\n",
    b"a;b\n1;2\n3;4\n",
)
_STARTS = st.sampled_from((*_MAGIC, *_OPENINGS))
_CALENDAR = b"""BEGIN:VCALENDAR
BEGIN:VEVENT
UID:1
SUMMARY:Fest\\, stor
DTSTART;TZID=Europe/Copenhagen:20270304T170000
DTEND;TZID=Europe/Copenhagen:20270304T190000
RRULE:FREQ=MONTHLY;BYDAY=1TH;COUNT=5
EXDATE;TZID=Europe/Copenhagen:20270401T170000
CATEGORIES:a,b
ORGANIZER;CN=Bo:mailto:bo@example.org
END:VEVENT
END:VCALENDAR
"""
_PAGE = (
    b"<html><body><h1>Plan</h1><table><tr><td rowspan=2>Maj<td colspan=2>Fest<sup>30</sup></table>"
    b"<ul><li>a<li>b</ul><pre>x\ty</pre></body></html>"
)


def _book() -> bytes:
    book, out = openpyxl.Workbook(), io.BytesIO()
    book.create_sheet("Plan").append(["Maj", "Fest", 4])
    book.save(out)
    return out.getvalue()


_BOOK = _book()


def sound(data: bytes) -> Extracted | None:
    """What is read; None if it is refused with a reason."""
    try:
        document = extract(data, _LIMITS)
    except UnreadableDocument:
        return None
    for row in document.rows:
        assert row.cells
        assert len(row.cells) <= _LIMITS.columns
        "".join((*row.cells, row.printed)).encode()
    for entry in document.entries:
        entry.printed.title.encode()
    return document


@given(_STARTS, st.binary(max_size=400))
def test_any_bytes(start: bytes, rest: bytes) -> None:
    sound(start + rest)


@given(_STARTS, st.text(alphabet='<>/|;,"\t\n #*-:=&[]()aå1\u2028\0\ud800', max_size=300))
def test_any_text_of_signs_that_mean_something(start: bytes, rest: str) -> None:
    sound(start + rest.encode("utf-8", "surrogatepass"))
    sound(start + rest.encode("utf-16-le", "surrogatepass"))


@settings(max_examples=60)
@given(st.data(), st.sampled_from([_CALENDAR, _PAGE, _BOOK]))
def test_documents_with_a_few_bytes_changed_or_cut_off(data: st.DataObject, whole: bytes) -> None:
    changed = bytearray(whole)
    for _ in range(data.draw(st.integers(0, 6))):
        changed[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    sound(bytes(changed[: data.draw(st.integers(0, len(whole)))]))


@settings(max_examples=60)
@given(st.data())
def test_parts_of_a_workbook_with_a_few_bytes_changed(data: st.DataObject) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(_BOOK)) as old, zipfile.ZipFile(out, "w") as new:
        part = data.draw(st.sampled_from(old.namelist()))
        for name in old.namelist():
            content = bytearray(old.read(name))
            if name == part:
                at = data.draw(st.integers(0, len(content) - 1))
                content[at : at + data.draw(st.integers(0, 9))] = data.draw(st.binary(max_size=9))
            new.writestr(name, bytes(content))
    sound(out.getvalue())


@pytest.mark.parametrize("name", ["word/document.xml", "xl/workbook.xml"])
@pytest.mark.parametrize("content", [b"", b"<a/>", b"\0\0", b"<a>" * 100_000, b"%PDF-1.4"])
def test_packages_that_are_not_what_they_say(name: str, content: bytes) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr(name, content)
    assert sound(out.getvalue()) is None


@pytest.mark.parametrize(
    ("data", "form"),
    [
        (_BOOK, Form.SHEET),
        (_PAGE, Form.HTML),
        (b"<!-- x -->\n<!DOCTYPE html>\n<p>x", Form.HTML),
        (_CALENDAR, Form.CALENDAR),
        (b"<5. maj> Fest", Form.TEXT),
        (b"<br>\nMaj", Form.TEXT),
    ],
)
def test_the_content_says_what_it_is(data: bytes, form: Form) -> None:
    assert form_of(data) is form


@pytest.mark.parametrize("sign", ["\t", ";", "|", ",", " | ", "    "])
def test_a_million_columns_in_a_line(sign: str) -> None:
    document = extract(("Maj" + sign * 1_000_000)[:1_900_000].encode(), Limits())
    assert max(len(row.cells) for row in document.rows) <= Limits().columns
