import pytest

from plans.extracted import Row
from plans.lines import clean_rows, clean_text


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ('<ul style="list-style-type: none;">• Fest', "• Fest"),
        ("<li>Fest</li><li class='x'>Tur", "• Fest\n\n• Tur"),
        ("**Fest** og <i>bal</i>&nbsp;&amp; mad", "Fest og bal & mad"),
        ("18**", "18**"),
        ("6**,20**", "6**,20**"),
        ("**Marts:** Fest", "Marts: Fest"),
        ("** kl. 16", "** kl. 16"),
        ("2 < 3 og 4 > 1", "2 < 3 og 4 > 1"),
        ("Fest\u00a0\u2009den\u200b 3.", "Fest den 3."),
        ("Ma\u030anedsmøde", "Månedsmøde"),
        ("o\ufb03ciel", "officiel"),
        ("Fest\x08\x00", "Fest"),
    ],
)
def test_clean_text(text: str, clean: str) -> None:
    assert clean_text(text) == clean


@pytest.mark.parametrize(
    "text",
    [
        "Nysted Kommune 21. juni 2021 Side 14.",
        "Side 3 af 20",
        "15.40.00-A00-4-20",
        "- 14 -",
        "3/20",
        "Godkendelse af dagsorden ........ 3",
    ],
)
def test_page_furniture_is_blanked_out(text: str) -> None:
    assert clean_rows([Row((text,))])[0].blank


@pytest.mark.parametrize(
    "text", ["Side om side", "Fest den 3.", "Vi ses på side 3 i avisen til fest", "18/9 Fest"]
)
def test_text_is_not(text: str) -> None:
    assert not clean_rows([Row((text,))])[0].blank


def test_what_stands_on_every_page_but_for_its_numbers_is_blanked_out() -> None:
    rows = [
        Row((text,), page=page)
        for page in (1, 2, 3)
        for text in (f"Nysted {page}", "Årsplan 2027", f"b{page}", "c", "Slut, 3. maj 2026")
    ]
    assert [row.text for row in clean_rows(rows) if not row.blank] == ["Årsplan 2027", "b1", "c", "b2", "b3"]


def test_the_lines_of_a_list_are_no_running_heads() -> None:
    lines = [Row((f"{day}. maj Møde {page}{day}",), page=page) for page in (1, 2, 3) for day in (3, 5, 7, 9)]
    assert clean_rows(lines) == tuple(lines)
