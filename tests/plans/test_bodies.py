"""Names of bodies, and what only has one in it."""

import pytest

from plans.bodies import names_body


@pytest.mark.parametrize(
    "title",
    [
        "Ældrerådet",
        "Grønt Råd",
        "Kultur- og Fritidsudvalget",
        "Råd for innvandrere og flyktninger",
        "Kommunala pensionärsrådet",
        "Planning Committee",
        "Parish Council",
        "Frivilligråd (budget)",
        "Council - precept",
    ],
)
def test_bodies(title: str) -> None:
    assert names_body(title)


@pytest.mark.parametrize(
    "title", ["Udkast behandles af Ældrerådet", "Frokost for rådet", "Sommerfest", "Tur til Rådhuset", ""]
)
def test_no_bodies(title: str) -> None:
    assert not names_body(title)
