"""Files that hold no plan, cannot be read, or mean harm: each is told in its own sentence."""

import io
import zipfile

import pytest
from docx import Document

from playground.wire import Document as Sent
from tests.handlers.kit import PLAN, House


def zip_bomb() -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", b"\0" * (30 * 1024 * 1024))
    return made.getvalue()


def pdf(trailer: bytes = b"", contents: bytes = b"") -> bytes:
    """A PDF of one page, without cross-references, as broken programs write it."""
    objects = (
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<<>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(contents), contents),
    )
    body, places = b"%PDF-1.4\n", []
    for number, each in enumerate(objects, start=1):
        places.append(len(body))
        body += b"%d 0 obj%s endobj\n" % (number, each)
    table = b"xref\n0 5\n0000000000 65535 f \n" + b"".join(b"%010d 00000 n \n" % at for at in places)
    return body + table + b"trailer<</Size 5/Root 1 0 R%s>>\nstartxref\n%d\n%%%%EOF" % (trailer, len(body))


def encrypted() -> bytes:
    return pdf(b"/Encrypt<</Filter/Standard/V 1/R 2/O(%s)/U(%s)/P -4>>/ID[<01><01>]" % (b"o" * 32, b"u" * 32))


def letter() -> bytes:
    made, document = io.BytesIO(), Document()
    document.add_paragraph("Dear council, thank you for the nice evening. Yours, Olga")
    document.save(made)
    return made.getvalue()


CASES = {
    "empty": (b"", "is empty"),
    "blank": (b" \n\n\t ", "is empty"),
    "encrypted.pdf": (encrypted(), "password"),
    "scan.pdf": (pdf(contents=b"q 595 0 0 842 0 0 cm Q"), "pictures of pages"),
    "bomb.docx": (zip_bomb(), "unpacks to far more"),
    "wrong.docx": (PLAN.encode(), "I read 10 entries"),
    "picture.pdf": (b"\x89PNG\r\n\x1a\n" + b"\0" * 100, "cannot read files like"),
    "binary": (bytes(range(256)) * 40, "cannot read files like"),
    "cut.docx": (letter()[:2000], "damaged"),
    "cut.pdf": (b"%PDF-1.7\n%\xe2\xe3", "damaged"),
    "long.txt": (b"Januar - en linje\n" * 10_000, "too long"),
    "letter.docx": (letter(), "no activity plan"),
    "letter.txt": (b"Dear council, thank you for the nice evening.", "no activity plan"),
}


@pytest.mark.parametrize("name", CASES)
async def test_each_has_its_own_sentence(house: House, name: str) -> None:
    data, told = CASES[name]
    answer = await house.sends(house.sanne, data, name=name)
    assert told in answer.text
    assert "Something went wrong" not in answer.text
    assert await house.entries(house.council) == []


async def test_sixty_megabytes_are_not_even_fetched(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    def declared(_file: object) -> Sent:
        return Sent(file_id="big", file_unique_id="big", file_name="big.pdf", file_size=60 * 1024 * 1024)

    monkeypatch.setattr("playground.incoming.as_document", declared)
    answer = await house.sends(house.sanne, b"x", name="big.pdf")
    assert "big.pdf is too large" in answer.text
    assert "20 MB" in answer.text
    assert house.tg.calls("getFile") == 0


async def test_a_name_with_markup_in_it(house: House) -> None:
    name = "<b>& “فارسی” " + "🎉" * 64 + ".txt"
    answer = await house.sends(house.sanne, b"", name=name)
    assert "is empty" in answer.text
    answer = await house.sends(house.sanne, PLAN, name=name)
    assert "I read 10 entries" in answer.text


async def test_others_are_answered_meanwhile(house: House) -> None:
    await house.sanne.sends_file("bomb.docx", zip_bomb())
    said = len(house.bo.chat.spoken)
    await house.bo.says("/plan")
    await house.tg.until(lambda: len(house.bo.chat.spoken) > said)
    assert all("unpacks" not in post.text for post in house.sanne.chat.spoken)
    assert "unpacks" in (await house.last(house.sanne.chat)).text


async def test_a_pasted_text_without_a_plan(house: House) -> None:
    answer = await house.says(house.sanne, "/import " + "Goddag alle sammen. " * 190)
    assert "no plan in the pasted text" in answer.text


async def test_a_file_the_server_no_longer_has(house: House, troubled: list[str]) -> None:
    troubled.append("the download fails for good")
    house.tg.faults.server_error("getFile", code=500, times=None)
    answer = await house.sends(house.sanne, PLAN)
    house.tg.faults.clear()
    assert "try again" in answer.text
    assert await house.entries(house.council) == []
