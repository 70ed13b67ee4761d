"""Web pages: what of them is text, their tables and lists, and pages that would do harm."""

import pytest

from plans.extract import extract
from plans.extracted import PARAGRAPH
from plans.limits import Limits
from plans.sniff import Form, form_of
from plans.unreadable import Reason, UnreadableDocument


def read(html: str) -> list[tuple[tuple[str, ...], int, bool]]:
    data = html.encode()
    assert form_of(data) is Form.HTML
    return [(row.cells, row.table, row.heading) for row in extract(data, Limits()).rows]


def cells(html: str) -> list[tuple[str, ...]]:
    return [cells for cells, _, _ in read(html)]


def test_headings_paragraphs_and_breaks() -> None:
    assert read("<h1>Plan  2027</h1><p>Fest<br>4. <b>maj</b></p>Tur<hr><div>Kur</div>") == [
        (("Plan 2027",), 0, True),
        (("Fest",), 0, False),
        (("4. maj",), 0, False),
        (("Tur",), 0, False),
        (("",), 0, False),
        (("Kur",), 0, False),
    ]


def test_lists_in_lists() -> None:
    html = "<ul><li>En<ul><li>To<li>Tre</ul>hale<li><p>Fire</p></ul><dl><dt>Juni<dd>Fest</dl>"
    assert cells(html) == [
        ("• En",),
        ("", "• To"),
        ("", "• Tre"),
        ("hale",),
        ("• Fire",),
        ("Juni",),
        ("Fest",),
    ]


def test_cells_that_span_others() -> None:
    html = (
        "<table><caption>Oversigt</caption><thead><tr><th>Måned<th>Hvad<th>Hvem</tr></thead>"
        "<tr><td rowspan=2>Januar<td><p>Fest</p>Tur<br>i skoven<td>Bo<tr><td colspan=2>Møde"
        "<tr><td colspan=3>Forår<tr><td>Maj<td><ul><li>a<li>b</ul><td></table>"
    )
    assert read(html) == [
        (("Oversigt",), 0, True),
        (("Måned", "Hvad", "Hvem"), 1, False),
        (("Januar", f"Fest{PARAGRAPH}Tur\ni skoven", "Bo"), 1, False),
        (("", "Møde", ""), 1, False),
        (("Forår",), 1, False),
        (("Maj", f"• a{PARAGRAPH}• b", ""), 1, False),
    ]


def test_a_table_that_only_arranges_the_page_is_none() -> None:
    assert read("<table><tr><td><table><tr><td>x<td>y</table><p>side</table>") == [
        (("x", "y"), 1, False),
        (("side",), 0, False),
    ]


@pytest.mark.parametrize("tag", ["script", "style", "nav", "footer", "aside", "noscript", "s", "del"])
def test_what_is_no_text_of_the_page(tag: str) -> None:
    assert cells(f"<body><p>Fest <{tag}>4. maj</{tag}> nu</p></body>") == [("Fest nu",)]


def test_what_is_not_shown() -> None:
    html = '<p>a<p hidden>b<p style="color: red; display : none">c<template><p>d</template>'
    assert cells(html) == [("a",)]


def test_a_form_around_the_whole_page() -> None:
    html = "<body><form><h1>Plan</h1><input value=x><button>Søg</button><p>Fest</p></form>"
    assert cells(html) == [("Plan",), ("Fest",)]


def test_the_title_of_a_page_without_headings() -> None:
    assert read("<title>Plan\n2027</title><p>Fest</p>")[0] == (("Plan 2027",), 0, True)


def test_minutes_and_notes_above_the_line() -> None:
    html = "<p>kl. 17<sup>30</sup><p>den 13<sup>1</sup><p>18<sup>*</sup><p>1<sup>st</sup> May"
    assert cells(html) == [("kl. 17.30",), ("den 13¹",), ("18*",), ("1st May",)]


def test_text_with_its_own_lines() -> None:
    assert cells("<pre>Maj    Fest\n  Tur</pre>") == [("Maj", "Fest"), ("", "Tur")]


def test_xhtml_with_its_declaration_and_windows_letters() -> None:
    html = '<?xml version="1.0" encoding="iso-8859-1"?>\n<!DOCTYPE html><html><body><p>Møde</p></body></html>'
    assert cells(html) == [("Møde",)]
    assert extract(html.encode("cp1252"), Limits()).rows[0].text == "Møde"


def refused(data: bytes, limits: Limits | None = None) -> Reason:
    with pytest.raises(UnreadableDocument) as refusal:
        extract(data, limits or Limits())
    return refusal.value.reason


def test_entities_are_not_expanded_and_nothing_is_fetched() -> None:
    html = (
        b'<!DOCTYPE html [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]>'
        b"<html><body><p>x &b; &c;</p></body></html>"
    )
    text = " ".join(row.text for row in extract(html, Limits()).rows)
    assert "root" not in text
    assert "haha" not in text


@pytest.mark.parametrize("tag", [b"<div>", b"<table><tr><td>", b"<ul><li>", b"<b>", b"<font>"])
def test_nested_a_hundred_thousand_deep(tag: bytes) -> None:
    assert refused(b"<html><body>" + tag * 100_000 + b"x") is Reason.DAMAGED


def test_pages_without_text_and_pages_with_too_much() -> None:
    assert refused(b"<html><body></body></html>") is Reason.EMPTY
    assert refused(b"<html><!-- x") is Reason.EMPTY
    assert refused(b"<p>x" * 50, Limits(lines=20)) is Reason.TOO_LONG
    assert refused(b"<p>" + b"x" * 50, Limits(characters=20)) is Reason.TOO_LONG


def test_spans_that_claim_millions() -> None:
    html = "<table>" + "<tr><td colspan=9999 rowspan=9999>x<td>y" * 50 + "</table>"
    assert {len(row) for row in cells(html)} <= {Limits().columns, 1}


def test_many_small_things() -> None:
    for html in ("<p " + "a=b " * 200_000 + ">x", "<p>" + "&#xD800;" * 1000, "<p>" + "<" * 500_000 + "x"):
        extract(html.encode(), Limits())
