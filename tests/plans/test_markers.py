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
    assert marker_of(Row(("Juli Sommerferie",))) is None
    assert marker_of(Row(("Juli Sommerferie",)), after=june) is not None
    assert marker_of(Row(("Maj Hansen kommer",)), after=june) is None
    assert marker_of(Row(("juli bliver stille",)), after=june) is None
