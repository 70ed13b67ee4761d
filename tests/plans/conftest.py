"""Documents made for tests: PDF files written by hand, Word files, and people's plans as data."""

import io
from collections.abc import Callable, Iterable
from typing import NamedTuple

import docx
import pytest


class Text(NamedTuple):
    """A text on a page, `x` and `y` in points from the lower left corner."""

    x: float
    y: float
    text: str


class Rule(NamedTuple):
    """A straight line on a page."""

    x0: float
    y0: float
    x1: float
    y1: float


Page = list[Text | Rule]
PdfWriter = Callable[..., bytes]
WordWriter = Callable[[Iterable[str | list[list[str]]]], bytes]


def _drawn(mark: Text | Rule) -> bytes:
    if isinstance(mark, Rule):
        return f"{mark.x0} {mark.y0} m {mark.x1} {mark.y1} l S\n".encode()
    escaped = mark.text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
    return f"BT /F1 10 Tf {mark.x} {mark.y} Td (".encode() + escaped.encode("cp1252") + b") Tj ET\n"


def _assembled(objects: list[bytes], trailer: bytes = b"") -> bytes:
    out, places = bytearray(b"%PDF-1.4\n"), []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += f"{number} 0 obj\n".encode() + body + b"\nendobj\n"
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(f"{place:010} 00000 n \n".encode() for place in places)
    out += f"trailer << /Size {len(objects) + 1} /Root 1 0 R ".encode() + trailer + b">>\n"
    return bytes(out + f"startxref\n{start}\n%%EOF\n".encode())


def _pdf(
    pages: list[Page], *, extra: bytes = b"", trailer: bytes = b"", packed: bytes | None = None
) -> bytes:
    """A PDF of these pages; with `packed` their contents are this, compressed already."""
    kids = " ".join(f"{4 + 2 * at} 0 R" for at in range(len(pages)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for at, page in enumerate(pages):
        content = b"".join(_drawn(mark) for mark in page) if packed is None else packed
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {5 + 2 * at} 0 R "
            f"/Resources << /Font << /F1 3 0 R >> >> >>".encode()
        )
        how = "" if packed is None else "/Filter /FlateDecode "
        objects.append(f"<< {how}/Length {len(content)} >>\nstream\n".encode() + content + b"\nendstream")
    return _assembled([*objects, extra] if extra else objects, trailer)


def _word(parts: Iterable[str | list[list[str]]]) -> bytes:
    """Paragraphs, and tables whose cells hold one paragraph a line."""
    document = docx.Document()
    for part in parts:
        if isinstance(part, str):
            document.add_paragraph(part)
            continue
        table = document.add_table(rows=0, cols=len(part[0]))
        for cells in part:
            for cell, text in zip(table.add_row().cells, cells, strict=True):
                first, *others = text.split("\n")
                cell.paragraphs[0].text = first
                for other in others:
                    cell.add_paragraph(other)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


@pytest.fixture(scope="session")
def write_pdf() -> PdfWriter:
    return _pdf


@pytest.fixture(scope="session")
def write_word() -> WordWriter:
    return _word


@pytest.fixture(scope="session")
def marks() -> tuple[type[Text], type[Rule]]:
    return Text, Rule
