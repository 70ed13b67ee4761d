import pytest

from plans.extracted import Row
from plans.markers import marker, marker_of


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("Juni", "2027-06"),
        ("JUNI:", "2027-06"),
        ("jan.", "2027-01"),
        ("Juni 2027", "2027-06"),
        ("September-oktober", "2027-09/2027-10"),
        ("Januar/februar", "2027-01/2027-02"),
        ("1. kvartal", "2027-33"),
        ("Efterår", "2027-23"),
        ("Uge 34", "2027-W34"),
        ("Primo juni", "2027-06-01/2027-06-10"),
        ("May", "2027-05"),
        ("Løbende", "XXXX"),
    ],
)
def test_markers(text: str, edtf: str) -> None:
    found = marker(text)
    assert found is not None
    assert found.when(2027).edtf == edtf


@pytest.mark.parametrize(
    "text", ["Junimøde", "I juni sker der", "den 3. juni", "2027", "", "Indtægter", "Juni\nJuli"]
)
def test_no_markers(text: str) -> None:
    assert marker(text) is None


def test_a_marker_and_its_text_may_have_run_together() -> None:
    june = marker("Juni")
    assert marker_of(Row(("Juni • Fest",))) is not None
    assert marker_of(Row(("Juli Sommerferie",)), after=june) is None
    assert marker_of(Row(("Juli Sommerferie",)), after=june, loosely=True) is not None
    assert marker_of(Row(("Maj Hansen kommer",)), after=june, loosely=True) is None
    assert marker_of(Row(("May Day",)), after=marker("April"), loosely=True) is None
    assert marker_of(Row(("juli bliver stille",)), after=june, loosely=True) is None


@pytest.mark.parametrize(
    ("text", "month", "rest"),
    [
        ("Januar: Opstart", 1, "Opstart"),
        ("januar : 8. januar Møde", 1, "8. januar Møde"),
        ("Januar – Opstart; Møde", 1, "Opstart; Møde"),
        ("Juli - august: Ferie", 7, "Ferie"),
        ("Uge 7: Ferie", 2, "Ferie"),
    ],
)
def test_a_month_with_a_sign_and_its_text(text: str, month: int, rest: str) -> None:
    found = marker_of(Row((text,)))
    assert found is not None
    assert (found[0].month, found[1]) == (month, (rest,))


@pytest.mark.parametrize("text", ["Januar:", "januar - Opstart", "Møde: januar", "JANUAR Opstart"])
def test_no_month_with_its_text(text: str) -> None:
    found = marker_of(Row((text,)))
    assert found is None or not any(found[1])
