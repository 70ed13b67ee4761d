import pytest

from plans.extract import extract
from plans.limits import Limits
from plans.unreadable import Reason, UnreadableDocument


def cells(data: bytes) -> list[tuple[str, ...]]:
    return [row.cells for row in extract(data, Limits()).rows]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_the_usual_encodings(encoding: str) -> None:
    assert cells("Årsplan – Ø".encode(encoding)) == [("Årsplan – Ø",)]


def test_tabs_and_wide_gaps_divide_cells() -> None:
    assert cells(b"Maj\tFest\nJuni    Tur\n      Kur\n  Bal") == [
        ("Maj", "Fest"),
        ("Juni", "Tur"),
        ("", "Kur"),
        ("", "Bal"),
    ]


def test_a_line_is_kept_as_printed() -> None:
    rows = extract(b"  Maj   Fest\n  Juni\t\tTur", Limits()).rows
    assert [row.printed for row in rows] == ["Maj   Fest", "Juni\t\tTur"]


def test_what_all_lines_are_indented_by_is_no_indent() -> None:
    assert cells(b"    Maj\n\n    Juni\n      Tur") == [("Maj",), ("",), ("Juni",), ("", "Tur")]


def test_a_form_feed_leaves_a_line_of_its_own_and_lines_keep_their_numbers() -> None:
    rows = extract(b"Maj\r\n\fJuni\r\nJuli", Limits()).rows
    assert [(row.text, row.line) for row in rows] == [("Maj", 1), ("", 2), ("Juni", 2), ("Juli", 3)]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", Reason.EMPTY),
        (b" \r\n\t ", Reason.EMPTY),
        (bytes(2000), Reason.EMPTY),
        (b"  ", Reason.EMPTY),
        (b"Maj\n" * 10_000, Reason.TOO_LONG),
        (b"x" * 2_000_001, Reason.TOO_LONG),
        (bytes(range(256)) * 40, Reason.UNSUPPORTED),
        (b"\xff\xd8\xff\xe0" + b"JFIF" * 100, Reason.UNSUPPORTED),
        (b"{\\rtf1 Maj}", Reason.UNSUPPORTED),
        (b"Maj \x81 \x8d", Reason.UNSUPPORTED),
        (b"x" * (20 * 1024 * 1024 + 1), Reason.TOO_LARGE),
    ],
)
def test_what_is_no_text_is_refused(data: bytes, reason: Reason) -> None:
    with pytest.raises(UnreadableDocument) as refusal:
        extract(data, Limits())
    assert refusal.value.reason is reason
