import pytest
from hypothesis import given
from hypothesis import strategies as st

from council.records import Kind, Printed, Status
from council.tally import Sort, sort_of, tally
from council.when import When
from tests.council.kit import PRINTED


@given(st.lists(PRINTED))
def test_every_entry_is_counted_once(entries: list[Printed]) -> None:
    assert tally(entries).total() == len(entries)


@pytest.mark.parametrize(
    ("printed", "sort"),
    [
        (Printed("a", When("2021-09-18")), Sort.DATED),
        (Printed("a", When("2021-09-18T17:00~")), Sort.DATED),
        (Printed("a", When("2021-W28/2021-W31")), Sort.DATED),
        (Printed("a", When("2021-09")), Sort.MONTH),
        (Printed("a", When("2021-09~")), Sort.MONTH),
        (Printed("a", When("2021-09/2021-10")), Sort.VAGUE),
        (Printed("a", When("2021-W28")), Sort.VAGUE),
        (Printed("a", When("XXXX")), Sort.VAGUE),
        (Printed("a", When("2021-09?")), Sort.TENTATIVE),
        (Printed("a", When("XXXX?")), Sort.TENTATIVE),
        (Printed("a", When("2021-09?"), status=Status.WAITING), Sort.WAITING),
        (Printed("a", When("2021-09?"), status=Status.CANCELLED), Sort.CANCELLED),
        (Printed("a", When("2021-07?"), Kind.RECESS, Status.CANCELLED), Sort.RECESS),
        (Printed("a", When("2021-09-18"), status=Status.DONE), Sort.DATED),
    ],
)
def test_the_first_sort_that_fits(printed: Printed, sort: Sort) -> None:
    assert sort_of(printed) is sort
