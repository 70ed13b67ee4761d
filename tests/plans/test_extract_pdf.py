"""PDF files: ruled tables, columns without rules, page breaks inside, and files that are refused."""

import hashlib
import textwrap
import zlib
from collections.abc import Callable

import pytest

from council.records import Reading
from plans.extract import extract
from plans.limits import Limits
from plans.reader import read_document
from plans.unreadable import Reason, UnreadableDocument

PLAN = {
    "Januar": ["Naboskab - Møde i arbejdsgruppen"],
    "Februar": [
        "Ordinært rådsmøde den 8. februar 2027",
        "Naboskab - Start på uddeling af kort i alle byens bydele og på biblioteket i midtbyen",
    ],
    "April": ["Dialogmøde med foreningerne og biblioteket om sommerens arrangementer - Afventer biblioteket"],
    "Juni": [
        "Netværksmøde?",
        "Ordinært rådsmøde den 21. juni 2027",
        "Festdag 27 - Infomøde for de frivillige?",
    ],
    "Juli": ["Sommerferie"],
    "September": ["Festdag 2027 - Afholdelse d. 18. september kl. 11-16 på Torvet"],
    "December": ["Ordinært rådsmøde den 13. december 2027"],
}
MEANT = [
    ("Naboskab - Møde i arbejdsgruppen", "2027-01"),
    ("Ordinært rådsmøde", "2027-02-08"),
    ("Naboskab - Start på uddeling af kort i alle byens bydele og på biblioteket i midtbyen", "2027-02"),
    ("Dialogmøde med foreningerne og biblioteket om sommerens arrangementer", "2027-04"),
    ("Netværksmøde", "2027-06?"),
    ("Ordinært rådsmøde", "2027-06-21"),
    ("Festdag 27 - Infomøde for de frivillige", "2027-06?"),
    ("Sommerferie", "2027-07"),
    ("Festdag 2027 - Afholdelse", "2027-09-18T11:00/2027-09-18T16:00"),
    ("Ordinært rådsmøde", "2027-12-13"),
]
LEFT, SECOND, RIGHT, LEADING, FOOT = 60, 180, 530, 13, 120


class Printer:
    """Sets a plan on pages: head and foot on each, a row cut wherever a page ends."""

    def __init__(self, text: type, rule: type, *, ruled: bool, room: int) -> None:
        self._text, self._rule, self._ruled, self._room = text, rule, ruled, room
        self.pages: list[list[object]] = []
        self._turn()

    def _turn(self) -> None:
        head = f"Nysted Kommune - 1. marts 2026 - Side {len(self.pages) + 1}"
        self.pages.append([self._text(LEFT, 800, head), self._text(LEFT, 40, "15.40.00-A00-4-20")])
        self.y = 770

    def line(self, text: str, x: int = LEFT) -> None:
        self.pages[-1].append(self._text(x, self.y, text))
        self.y -= LEADING

    def row(self, month: str, lines: list[str]) -> None:
        top, first = self.y + LEADING, True
        for line in lines:
            if self.y < FOOT + (0 if len(self.pages) > 1 else self._room):
                self._sides(top, self.y + 8)
                self._turn()
                top = self.y + LEADING
            if first:
                self.pages[-1].append(self._text(LEFT + 4, self.y, month))
            self.line(line, SECOND + (4 if line.startswith("•") else 12))
            first = False
        self._sides(top, self.y + 8, closed=True)
        self.y -= 8

    def _sides(self, top: float, bottom: float, *, closed: bool = False) -> None:
        if self._ruled:
            for x in (LEFT, SECOND, RIGHT):
                self.pages[-1].append(self._rule(x, top, x, bottom))
            for y in (top, *([bottom] if closed else [])):
                self.pages[-1].append(self._rule(LEFT, y, RIGHT, y))


def printed(conftest_text: type, conftest_rule: type, *, ruled: bool, room: int = 0) -> list[list[object]]:
    printer = Printer(conftest_text, conftest_rule, ruled=ruled, room=room)
    printer.line("2. Aktivitetsplan og økonomi")
    printer.line("På mødet den 28. januar 2018 blev det aftalt at vise rådets plan.")
    printer.line("Rådets aktivitetsplan 2027")
    printer.y -= 20
    for month, items in PLAN.items():
        marked = [f"• {item}" if month != "Juli" else item for item in items]
        printer.row(month, [line for item in marked for line in textwrap.wrap(item, 52)])
    printer.y -= 20
    printer.line("Rådets budget 2027")
    printer.line("Indtægter 30.000 Kaffe")
    printer.line("Planen blev drøftet den 3. juni 2018.")
    return printer.pages


def read(data: bytes) -> Reading:
    return read_document(extract(data, Limits()), name="plan.pdf")


@pytest.mark.parametrize("ruled", [True, False])
@pytest.mark.parametrize("room", [0, 350, 420, 433, 446, 480])
def test_tables_read_back_wherever_the_page_ends(
    write_pdf: Callable[..., bytes], marks: tuple[type, type], *, ruled: bool, room: int
) -> None:
    reading = read(write_pdf(printed(*marks, ruled=ruled, room=room)))
    assert [(entry.printed.title, entry.printed.when.edtf) for entry in reading.entries] == MEANT
    assert reading.entries[3].printed.waiting_for == "biblioteket"
    assert reading.unplaced == ()
    assert reading.entries[0].source.page == 1


def refused(data: bytes) -> Reason:
    with pytest.raises(UnreadableDocument) as refusal:
        extract(data, Limits())
    return refusal.value.reason


def test_a_scan_has_no_text(write_pdf: Callable[..., bytes]) -> None:
    assert refused(write_pdf([[], []])) is Reason.NO_TEXT


def test_a_file_that_was_cut_off(write_pdf: Callable[..., bytes], marks: tuple[type, type]) -> None:
    whole = write_pdf(printed(*marks, ruled=True))
    assert refused(whole[: len(whole) // 2]) is Reason.DAMAGED
    assert refused(whole[:-30]) is Reason.DAMAGED


def test_noise_with_the_right_beginning() -> None:
    assert refused(b"%PDF-1.7\n" + bytes(range(256)) * 40 + b"%%EOF") is Reason.DAMAGED


def test_too_many_pages(write_pdf: Callable[..., bytes]) -> None:
    assert refused(write_pdf([[]] * 201)) is Reason.TOO_LONG


def test_a_file_with_a_password(write_pdf: Callable[..., bytes], marks: tuple[type, type]) -> None:
    """Revision 2 of the standard handler; the check value fits no password that is tried."""
    owner = hashlib.sha256(b"owner").digest()
    lock = (
        b"<< /Filter /Standard /V 1 /R 2 /P -44 /O <"
        + owner.hex().encode()
        + b"> /U <"
        + hashlib.sha256(b"user").hexdigest().encode()
        + b"> >>"
    )
    pages = printed(*marks, ruled=False)
    number = 3 + 2 * len(pages) + 1
    trailer = f"/Encrypt {number} 0 R /ID [<{'00' * 16}> <{'00' * 16}>] ".encode()
    assert refused(write_pdf(pages, extra=lock, trailer=trailer)) is Reason.ENCRYPTED


def test_a_picture_called_pdf() -> None:
    assert refused(b"\x89PNG\r\n\x1a\n" + zlib.compress(b"\0" * 1000)) is Reason.UNSUPPORTED
