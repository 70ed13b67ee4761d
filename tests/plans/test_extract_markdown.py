"""Markdown: headings, tables, lists and marks."""

import pytest

from plans.extract import extract
from plans.extract_markdown import plain
from plans.limits import Limits
from plans.sniff import Form, form_of

PLAN = """\
Årsplan 2027
============

<!-- 1. maj
2. maj -->
## Møder ##

| Dato | Emne | Sted |
|:-----|-----:|------|
| 4/3  | **Fest** i [salen](https://salen.example/a) | A \\| B |
5/3 | Tur |

> - Opstart
  * nærmere
- [ ] Budget

***
\\* uden børn
Dato    Emne
"""


def test_the_rows_of_a_text() -> None:
    assert form_of(PLAN.encode()) is Form.MARKDOWN
    rows = extract(PLAN.encode(), Limits()).rows
    assert [(row.cells, row.line, row.table, row.heading) for row in rows if not row.blank] == [
        (("Årsplan 2027",), 1, 0, True),
        (("Møder",), 6, 0, True),
        (("Dato", "Emne", "Sted"), 8, 1, False),
        (("4/3", "Fest i salen", "A | B"), 10, 1, False),
        (("5/3", "Tur"), 11, 1, False),
        (("- Opstart",), 13, 0, False),
        (("", "* nærmere"), 14, 0, False),
        (("- Budget",), 15, 0, False),
        (("* uden børn",), 18, 0, False),
        (("Dato", "Emne"), 19, 0, False),
    ]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("*Fest* og **Tur** og ***Kur***", "Fest og Tur og Kur"),
        ("_Fest_ i foto_album_2027", "Fest i foto_album_2027"),
        ("18** og 4*", "18** og 4*"),
        ("2 * 3 * 4", "2 * 3 * 4"),
        ("![logo](a.png) [Fest][1] `kode`", "logo Fest kode"),
        ("~~4. maj~~ 5. maj", "5. maj"),
        ("Skriv <mailto:a@b.example>", "Skriv"),
        (r"4\. maj \*", "4. maj *"),
    ],
)
def test_marks_in_a_line(text: str, words: str) -> None:
    assert plain(text) == words


@pytest.mark.parametrize("text", ["#1 og #2", "- a\n- b", "Dato | Emne\n4/3 | Fest", "Titel\n-----\n"])
def test_texts_that_are_not_known_by_their_marks(text: str) -> None:
    assert form_of(text.encode()) is Form.TEXT
