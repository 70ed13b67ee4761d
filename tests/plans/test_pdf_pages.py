"""What programs really write into PDFs: turned pages, kerning, grids drawn in many ways; hostile files."""

import contextlib
import random
import zlib
from collections.abc import Callable

import pytest

from plans.extract_pdf import extract_pdf
from plans.extracted import Row
from plans.limits import Limits
from plans.unreadable import Reason, UnreadableDocument

WritePdf = Callable[..., bytes]
TABLE = (
    "BT /F1 10 Tf 64 606 Td (Januar) Tj 100 0 Td (Fest den 3.) Tj "
    "-100 -20 Td (Februar) Tj 100 0 Td (Tur) Tj ET "
)
CELLS = [("Januar", "Fest den 3."), ("Februar", "Tur")]


def rows(data: bytes) -> list[Row]:
    return [row for row in extract_pdf(data, Limits()).rows if not row.blank]


@pytest.fixture
def drawn(write_pdf: WritePdf) -> Callable[[str], bytes]:
    """One page with these drawing orders."""
    return lambda content: write_pdf([[]], packed=zlib.compress(content.encode("cp1252")))


@pytest.mark.parametrize(
    "grid",
    [
        "60 600 100 20 re 160 600 200 20 re 60 580 100 20 re 160 580 200 20 re S",
        "60 620 m 360 620 l 60 600 m 360 600 l 60 580 m 360 580 l 60 580 m 60 620 l 160 580 m 160 620 l S",
        "60 619 300 .5 re f 60 599 300 .5 re f 60 579 300 .5 re f 160 579 .5 40 re f",
        "q .1 0 0 .1 0 0 cm 600 6000 m 3600 6000 l 600 6200 m 3600 6200 l 1600 5800 m 1600 6200 l S Q",
    ],
)
def test_a_ruled_table_however_it_is_drawn(drawn: Callable[[str], bytes], grid: str) -> None:
    read = rows(drawn(TABLE + grid))
    assert [row.cells for row in read] == CELLS
    assert {row.table for row in read} == {1}


@pytest.mark.parametrize("turn", ["1 0 0 1 0 0", "0 1 -1 0 700 0", "0 -1 1 0 0 700", "-1 0 0 -1 595 842"])
@pytest.mark.parametrize("page", [0, 90])
def test_turned_pages(drawn: Callable[[str], bytes], turn: str, page: int) -> None:
    data = drawn(f"{turn} cm {TABLE} 160 579 m 160 620 l 60 600 m 360 600 l S")
    turned = data.replace(b"/MediaBox", f"/Rotate {page} /MediaBox".encode()) if page else data
    assert [row.cells for row in rows(turned)] == CELLS


@pytest.mark.parametrize(
    "orders",
    [
        "[(M) 40 (ø) -20 (de den 3. m) 30 (aj i h) -60 (allen)] TJ",
        "2 Tc (Møde den 3. maj i hallen) Tj",
        "(Møde den 3. maj) Tj ( i) Tj ( hallen) Tj",
    ],
)
def test_kerned_and_spaced_words_are_whole(drawn: Callable[[str], bytes], orders: str) -> None:
    assert [row.text for row in rows(drawn(f"BT /F1 10 Tf 60 700 Td {orders} ET"))] == [
        "Møde den 3. maj i hallen"
    ]


def test_letters_drawn_one_by_one_in_any_order(write_pdf: WritePdf, marks: tuple[type, type]) -> None:
    text, widths = marks[0], {"M": 8.33, "j": 2.22, "m": 8.33, " ": 2.78, ".": 2.78}
    letters, x = [], 60.0
    for letter in "Møde den 3. maj":
        letters += [text(x, 700, letter)] if letter != " " else []
        x += widths.get(letter, 6.11 if letter == "ø" else 5.56)
    random.Random(4).shuffle(letters)
    assert [row.text for row in rows(write_pdf([letters]))] == ["Møde den 3. maj"]


def test_larger_lines_are_headings_but_no_dates(drawn: Callable[[str], bytes]) -> None:
    large = "BT /F1 16 Tf 60 700 Td (Aktivitetsplan 2027) Tj 0 -30 Td (Fest den 3. maj) Tj "
    body = "/F1 10 Tf 0 -30 Td (Her er planen for det hele, som alle kan se og som alle kan bruge.) Tj ET"
    assert [row.heading for row in rows(drawn(large + body))] == [True, False, False]


def test_pages_are_told_as_they_are_read(write_pdf: WritePdf, marks: tuple[type, type]) -> None:
    told: list[tuple[int, int]] = []
    pages = [[marks[0](60, 700, "Møde i januar")]] * 3
    extract_pdf(write_pdf(pages), Limits(), lambda page, count: told.append((page, count)))
    assert told == [(0, 3), (1, 3), (2, 3), (3, 3)]


def test_too_many_lines(write_pdf: WritePdf, marks: tuple[type, type]) -> None:
    page = [marks[0](60, 700 - 20 * at, "Møde i januar") for at in range(30)]
    with pytest.raises(UnreadableDocument) as refusal:
        extract_pdf(write_pdf([page]), Limits(pdf_lines=20))
    assert refusal.value.reason is Reason.TOO_LONG


@pytest.mark.parametrize(
    "content",
    [
        "1e38 0 0 1e38 1e38 1e38 cm (x) Tj 0 0 m 1e38 1e38 l S",
        "nan inf m -inf 1 l S NaN 0 0 1 0 0 cm",
        "q " * 5000,
        "0 0 m 500 0 l 500 500 l 0 500 l 0 0 l " * 3000 + "S",
        "".join(f"{at % 50 * 11} {at // 50 % 60 * 13} 40 12 re S " for at in range(3000)),
    ],
)
def test_odd_drawings_leave_the_text_as_it_is(drawn: Callable[[str], bytes], content: str) -> None:
    read = rows(drawn("BT /F1 10 Tf 60 700 Td (Møde den 3. maj) Tj ET " + content))
    assert "Møde den 3. maj" in " ".join(row.text for row in read)


def test_broken_files_are_read_or_refused(write_pdf: WritePdf, marks: tuple[type, type]) -> None:
    whole = write_pdf([[marks[0](60, 700 - 20 * at, f"Møde den {at}. maj") for at in range(1, 28)]] * 3)
    chance = random.Random(7)
    for _ in range(120):
        broken = bytearray(whole)
        for _ in range(chance.choice((1, 5, 40))):
            broken[chance.randrange(len(broken))] = chance.randrange(256)
        cut = bytes(broken[: chance.choice((len(broken), chance.randrange(len(broken))))])
        with contextlib.suppress(UnreadableDocument):  # anything else is a fault of ours
            extract_pdf(cut + b"%%EOF", Limits())
