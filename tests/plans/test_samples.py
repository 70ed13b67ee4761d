"""The sample that people try first."""

from pathlib import Path

import pytest

import playground
from council.records import Kind, Reading, Status
from council.when import Precision
from plans.extract import extract
from plans.limits import Limits
from plans.reader import read_document

SAMPLES = Path(playground.__file__).parent / "samples"


@pytest.fixture(params=["txt", "docx"])
def sample(request: pytest.FixtureRequest) -> Reading:
    data = (SAMPLES / f"aktivitetsplan-2027.{request.param}").read_bytes()
    return read_document(extract(data, Limits()), name="sample")


def test_the_sample_plan(sample: Reading) -> None:
    printed = [entry.printed for entry in sample.entries]
    assert len(printed) == 24
    assert sum(each.when.known for each in printed) == 11
    assert sum(each.when.uncertain for each in printed) == 4
    assert [each.waiting_for for each in printed if each.status is Status.WAITING] == ["biblioteket"]
    assert [each.when.edtf for each in printed if each.kind is Kind.RECESS] == ["2027-07"]
    assert {each.when.first.year for each in printed} == {2027}
    assert {each.when.precision for each in printed} == {Precision.INSTANT, Precision.DATE, Precision.MONTH}
    assert {each.activity for each in printed} == {"", "Brobyggere", "Sprogcafé", "Mangfoldighedsdag"}
    assert not any(entry.doubts for entry in sample.entries)
    assert sample.unplaced == ()


def test_both_forms_say_the_same() -> None:
    text, word = (
        [
            entry.printed
            for entry in read_document(
                extract((SAMPLES / f"aktivitetsplan-2027.{form}").read_bytes(), Limits()), name="x"
            ).entries
        ]
        for form in ("txt", "docx")
    )
    assert text == word
