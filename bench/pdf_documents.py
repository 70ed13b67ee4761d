"""Documents for `bench_plans.py`: a small writer of PDF files, and what is printed on them."""

import textwrap
import zlib
from collections.abc import Callable, Iterator
from itertools import islice

MONTHS = [
    "Januar", "Februar", "Marts", "April", "Maj", "Juni",
    "Juli", "August", "September", "Oktober", "November", "December",
]  # fmt: skip
LEFT, SECOND, RIGHT, TOP, FOOT, LEADING = 57, 150, 538, 780, 70, 13
PROSE = (
    "Udvalget drøftede i januar, hvordan frivillige kan hjælpe ved arrangementerne i byens haller, og "
    "forvaltningen oplyste, at der i marts og april var kommet flere henvendelser end ventet fra "
    "foreningerne, som gerne vil deltage igen i september, hvis økonomien rækker til det. Formanden "
    "takkede for arbejdet og bad om, at regnskabet for juni og juli sendes til medlemmerne. "
)
Page = bytes


def text(x: float, y: float, words: str, size: float = 10) -> bytes:
    """One line of text."""
    escaped = words.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
    return f"BT /F1 {size} Tf {x:.1f} {y:.1f} Td (".encode() + escaped.encode("cp1252") + b") Tj ET\n"


def rule(x0: float, y0: float, x1: float, y1: float) -> bytes:
    """One straight line."""
    return f"0.5 w {x0:.1f} {y0:.1f} m {x1:.1f} {y1:.1f} l S\n".encode()


def written(pages: list[Page]) -> bytes:
    """The file, its streams packed."""
    kids = " ".join(f"{4 + 2 * at} 0 R" for at in range(len(pages)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for at, page in enumerate(pages):
        packed = zlib.compress(page)
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {5 + 2 * at} 0 R "
            "/Resources << /Font << /F1 3 0 R >> >> >>".encode()
        )
        objects.append(
            f"<< /Filter /FlateDecode /Length {len(packed)} >>\nstream\n".encode() + packed + b"\nendstream"
        )
    return _assembled(objects)


def _assembled(objects: list[bytes]) -> bytes:
    out, places = bytearray(b"%PDF-1.4\n"), []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += f"{number} 0 obj\n".encode() + body + b"\nendobj\n"
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(f"{place:010} 00000 n \n".encode() for place in places)
    out += f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n".encode()
    return bytes(out)


def _furniture(number: int) -> bytes:
    return text(LEFT, 810, "Nysted Kommune - Referat - 1. marts 2026") + text(LEFT, 40, f"Side {number}")


def _prose(number: int, top: float = TOP, foot: float = FOOT) -> bytes:
    lines = textwrap.wrap(f"Punkt {number}. " + PROSE * 12, 95)
    room = int((top - foot) / LEADING)
    return b"".join(text(LEFT, top - LEADING * at, line) for at, line in enumerate(islice(lines, room)))


def _table(first: int, year: int, top: float = TOP) -> tuple[bytes, float]:
    """A ruled table of three months: fragments of HTML and bullets in its cells; where it ends."""
    out, y = bytearray(text(LEFT, top, f"Aktivitetsplan {year}", 14)), top - 30
    out += rule(LEFT, y + 10, RIGHT, y + 10)
    for month in range(first, first + 3):
        ground = y + 10
        out += text(LEFT + 4, y, MONTHS[month])
        for at in range(6):
            day = 3 + 4 * at
            item = f"• <b>Møde {at + 1}</b> i arbejdsgruppen den {day}. {MONTHS[month].lower()} {year} kl. 17"
            out += text(SECOND + 4, y, item)
            out += text(SECOND + 12, y - LEADING, "om de frivilliges arbejde &amp; om byens fest<br>")
            y -= 2 * LEADING
        out += rule(LEFT, y + 9, RIGHT, y + 9)
        for x in (LEFT, SECOND, RIGHT):
            out += rule(x, ground, x, y + 9)
    return bytes(out), y


def minutes(count: int) -> Iterator[Page]:
    """Minutes; a plan stands on every thirtieth page, on the ninetieth, too."""
    for number in range(1, count + 1):
        if number % 30:
            yield _furniture(number) + _prose(number)
        else:
            table, y = _table(0, 2027 + number // 30)
            yield _furniture(number) + table + _prose(number, y - 20)


def tables(count: int) -> Iterator[Page]:
    """A ruled table on each page."""
    for number in range(1, count + 1):
        yield _furniture(number) + _table(3 * (number % 4), 2027 + number // 4 % 60)[0]


def prose(count: int) -> Iterator[Page]:
    """Close lines, with months in most of them."""
    for number in range(1, count + 1):
        yield _furniture(number) + _prose(number)


def drawings(count: int) -> Iterator[Page]:
    """A table under a map of some thousand strokes."""
    for number in range(1, count + 1):
        strokes = bytearray()
        for at in range(3000):
            x, y = LEFT + at * 7 % 480, 80 + at * 13 % 160
            stroke = f"{x} {y} m {x + at % 23} {y + at % 11} l {x + 9} {y} {x + 4} {y + 5} {x} {y + 9} c S"
            strokes += stroke.encode() + b"\n"
        yield _furniture(number) + bytes(strokes) + _table(3 * (number % 4), 2027 + number // 4 % 60)[0]


DOCUMENTS: dict[str, Callable[[int], Iterator[Page]]] = {
    "minutes": minutes,
    "tables": tables,
    "prose": prose,
    "drawings": drawings,
}
