import pytest

from plans.extracted import PARAGRAPH
from plans.pieces import Piece, has_bullet, items


def read(*texts: str) -> list[str]:
    return [piece.text for piece in items(Piece(text, line=at) for at, text in enumerate(texts, start=1))]


@pytest.mark.parametrize(
    ("texts", "meant"),
    [
        (["• Fest 2021• Tur • Bal"], ["Fest 2021", "Tur", "Bal"]),
        (["- Fest 2021- Tur - Bal"], ["Fest 2021", "Tur - Bal"]),
        (["* Fest 2021* Tur"], ["Fest 2021", "Tur"]),
        (["- Klub- og foreningsliv- Åben dag"], ["Klub- og foreningsliv", "Åben dag"]),
        (["• Fest i", "parken", "• Tur"], ["Fest i parken", "Tur"]),
        (["• Kursus i samarbejde med", "Teamet"], ["Kursus i samarbejde med Teamet"]),
        (["• Fest", "- Tur"], ["Fest - Tur"]),
        (["- Fest", "- Afventer biblioteket"], ["Fest - Afventer biblioteket"]),
        (["Fest", "Tur", "med bus", "Bal"], ["Fest", "Tur med bus", "Bal"]),
        (["som-", "merferien"], ["sommerferien"]),
        (["Klub-", "og fritidsliv"], ["Klub- og fritidsliv"]),
        (["Fest på IR-", "mødet"], ["Fest på IR-mødet"]),
        ([f"Fest{PARAGRAPH}bal{PARAGRAPH}Tur\ntil søen"], ["Fest", "bal", "Tur til søen"]),
        (["Fest den 3.", "juni"], ["Fest den 3. juni"]),
        (["•", " "], []),
        ([], []),
    ],
)
def test_items(texts: list[str], meant: list[str]) -> None:
    assert read(*texts) == meant


def test_an_item_stands_where_its_first_line_does() -> None:
    assert [piece.line for piece in items([Piece("• Fest i", line=3), Piece("parken", line=4)])] == [3]


@pytest.mark.parametrize(
    ("text", "bullet"), [("• a", True), ("-a", False), ("- a", True), ("o\tAlle", True), ("o a", False)]
)
def test_bullets(text: str, *, bullet: bool) -> None:
    assert has_bullet(text) is bullet


@pytest.mark.parametrize(
    ("texts", "meant"),
    [
        (["Opstart; Møde i gruppen"], ["Opstart", "Møde i gruppen"]),
        (["• Fest; Tur", "• Bal"], ["Fest", "Tur", "Bal"]),
        (["Møde; dagsorden følger"], ["Møde; dagsorden følger"]),
        (["Tur (bus; Mad med)"], ["Tur (bus; Mad med)"]),
        (["Møde 4/2 / Vinterferie"], ["Møde 4/2", "Vinterferie"]),
        (["Møde med Kulturgruppen / Biblioteket"], ["Møde med Kulturgruppen / Biblioteket"]),
        (["Grill / bål"], ["Grill / bål"]),
        (["1) Fest 2) Tur", "3) Bal"], ["Fest", "Tur", "Bal"]),
        (["1. Fest", "2. Tur i", "parken"], ["Fest", "Tur i parken"]),
        (["10. Jubilæum", "Fest"], ["10. Jubilæum", "Fest"]),
        (["Fest", "2. Juni er fri"], ["Fest", "2. Juni er fri"]),
        (["o Fest o Tur"], ["Fest", "Tur"]),
        (["-"], []),
        (["Ingen"], []),
        (["Ingen møder"], ["Ingen møder"]),
    ],
)
def test_items_on_one_line(texts: list[str], meant: list[str]) -> None:
    assert read(*texts) == meant
