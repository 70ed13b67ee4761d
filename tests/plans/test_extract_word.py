"""Word files: lists, merged cells, tracked changes, and packages that are refused."""

import io
import zipfile
from collections.abc import Callable

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from plans.extract import extract
from plans.extracted import PARAGRAPH
from plans.limits import Limits
from plans.unreadable import Reason, UnreadableDocument

Writer = Callable[..., bytes]


def refused(data: bytes, limits: Limits | None = None) -> Reason:
    with pytest.raises(UnreadableDocument) as refusal:
        extract(data, limits or Limits())
    return refusal.value.reason


def repacked(data: bytes, changes: dict[str, bytes], *, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", method) as new:
        for name in {**dict.fromkeys(old.namelist()), **changes}:
            new.writestr(name, changes.get(name) or old.read(name))
    return out.getvalue()


def test_paragraphs_headings_and_lists() -> None:
    document = docx.Document()
    document.add_heading("Årsplan", 1)
    document.add_paragraph("Fest", style="List Bullet")
    document.add_paragraph("En linje\nog en til")
    out = io.BytesIO()
    document.save(out)
    rows = extract(out.getvalue(), Limits()).rows
    assert [(row.text, row.heading, row.line) for row in rows] == [
        ("Årsplan", True, 1),
        ("• Fest", False, 2),
        ("En linje\nog en til", False, 3),
    ]


def test_merged_cells_are_read_once() -> None:
    document = docx.Document()
    table = document.add_table(rows=3, cols=3)
    table.cell(0, 0).merge(table.cell(0, 2)).text = "Plan"
    table.cell(1, 0).merge(table.cell(2, 0)).text = "Maj"
    table.cell(1, 1).text = "Fest"
    table.cell(2, 1).text = "Tur"
    table.cell(2, 1).add_paragraph("Kur")
    out = io.BytesIO()
    document.save(out)
    cells = [row.cells for row in extract(out.getvalue(), Limits()).rows if row.table]
    assert cells == [("Plan",), ("Maj", "Fest", ""), ("", f"Tur{PARAGRAPH}Kur", "")]


def test_text_as_it_stands_after_tracked_changes() -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("Fest ")
    for kind, inner in (("ins", "<w:t>den 3. maj</w:t>"), ("del", "<w:delText>den 2. maj</w:delText>")):
        xml = f"<w:{kind} {nsdecls('w')} w:id='1' w:author='x'><w:r>{inner}</w:r></w:{kind}>"
        paragraph._p.append(parse_xml(xml))
    out = io.BytesIO()
    document.save(out)
    assert extract(out.getvalue(), Limits()).rows[0].text == "Fest den 3. maj"


def test_nothing_in_it(write_word: Writer) -> None:
    assert refused(write_word([])) is Reason.EMPTY
    assert refused(write_word(["", "  "])) is Reason.EMPTY


def test_only_a_picture_in_it(write_word: Writer) -> None:
    assert refused(repacked(write_word([]), {"word/media/image1.png": b"\x89PNG"})) is Reason.NO_TEXT


def test_a_package_that_was_cut_off(write_word: Writer) -> None:
    whole = write_word(["Årsplan"])
    assert refused(whole[:-200]) is Reason.DAMAGED
    assert refused(whole[: len(whole) // 2]) is Reason.DAMAGED


def test_a_package_with_a_byte_changed(write_word: Writer) -> None:
    whole = bytearray(write_word(["Årsplan"]))
    whole[len(whole) // 2] ^= 0xFF
    assert refused(bytes(whole)) is Reason.DAMAGED


def test_broken_xml(write_word: Writer) -> None:
    assert refused(repacked(write_word(["x"]), {"word/document.xml": b"<w:document"})) is Reason.DAMAGED


def test_other_packages() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        package.writestr("ppt/presentation.xml", "<x/>")
    assert refused(out.getvalue()) is Reason.UNSUPPORTED


def test_a_bomb_that_says_so(write_word: Writer) -> None:
    bomb = repacked(write_word(["x"]), {"word/media/image1.bmp": bytes(80 * 1024 * 1024)})
    assert len(bomb) < 200_000
    assert refused(bomb) is Reason.BOMB


def test_a_part_that_claims_a_gigabyte(write_word: Writer) -> None:
    data = bytearray(repacked(write_word(["x"]), {"word/media/a.bin": b"a" * 1000}))
    at = data.rindex(b"word/media/a.bin") - 46  # its entry in the directory at the end
    data[at + 24 : at + 28] = (1024**3).to_bytes(4, "little")
    assert refused(bytes(data)) is Reason.BOMB


def test_a_part_that_claims_less_than_it_holds(write_word: Writer) -> None:
    data = bytearray(repacked(write_word(["x"]), {"word/media/a.bin": bytes(30 * 1024 * 1024)}))
    at = data.rindex(b"word/media/a.bin") - 46
    data[at + 24 : at + 28] = (100).to_bytes(4, "little")
    assert refused(bytes(data)) is Reason.DAMAGED


def test_entities_are_not_expanded(write_word: Writer) -> None:
    laughs = b'<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><w:document/>'
    assert refused(repacked(write_word(["x"]), {"word/document.xml": laughs})) is Reason.BOMB
    wide = laughs.decode().encode("utf-16")
    assert refused(repacked(write_word(["x"]), {"word/styles.xml": wide})) is Reason.BOMB


def test_xml_nested_a_hundred_thousand_deep(write_word: Writer) -> None:
    deep = (
        f"<w:document {nsdecls('w')}><w:body>".encode()
        + b"<w:sdt>" * 100_000
        + b"</w:sdt>" * 100_000
        + b"</w:body></w:document>"
    )
    assert refused(repacked(write_word(["x"]), {"word/document.xml": deep})) in {Reason.DAMAGED, Reason.BOMB}


def test_too_many_paragraphs(write_word: Writer) -> None:
    assert refused(write_word(["x"] * 30), Limits(lines=20)) is Reason.TOO_LONG


def test_a_word_file_with_a_password_and_an_old_one() -> None:
    old = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
    assert refused(old) is Reason.UNSUPPORTED
    assert refused(old + "EncryptedPackage".encode("utf-16-le")) is Reason.ENCRYPTED
