"""Numbers of numbered lists are taken away, those of days stay."""

import pytest

from plans.extracted import Row
from plans.numbered import item_text


@pytest.mark.parametrize(
    ("lines", "texts"),
    [
        (["1. Street party", "2. Summer break", "3. Tour"], ["Street party", "Summer break", "Tour"]),
        (["7. Udflugt til åen", "8. Fest"], ["Udflugt til åen", "Fest"]),
        (["1) Tur", "2) Fest"], ["Tur", "Fest"]),
        (["1. Juni", "2. Juni"], ["Juni", "2. Juni"]),
        (["2. Maj: Tur", "3. Maj: Fest"], ["2. Maj: Tur", "3. Maj: Fest"]),
        (["10. Jubilæum"], ["10. Jubilæum"]),
        (["- Tur", "- Fest"], ["Tur", "Fest"]),
    ],
)
def test_the_text_of_an_item(lines: list[str], texts: list[str]) -> None:
    rows = tuple(Row((line,)) for line in lines)
    assert [item_text(rows, at) for at in range(len(rows))] == texts
