"""What was read in a document, and what taking it over would change."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from council.comparing import compare
from council.records import PlanEntry, Printed, Proposal, ReadEntry, Reading, Source
from council.when import When
from handlers.views.differences import difference_view
from handlers.views.importing import done_view
from handlers.views.preview import offer_view
from services.importing import Offer, Outcome
from tests.handlers.views.kit import AT, COUNCIL, TODAY, entries, fits, texts, whens
from texts.catalogue import LANGUAGES
from texts.tongue import tongue

read = st.builds(
    ReadEntry, st.builds(Printed, texts, whens, activity=texts, place=texts), st.just(Source("p.txt"))
)
languages = st.sampled_from(LANGUAGES)


def offered(
    kept: list[PlanEntry], found: list[ReadEntry], name: str = "plan.txt", unplaced: int = 0
) -> Offer:
    rest = tuple(Source(name, f"<i>line</i> & {n} " * 30) for n in range(unplaced))
    reading = Reading(name, tuple(found), rest)
    return Offer(Proposal("abcdefgh", "1", AT, reading), "Council", compare(kept, reading, {}), {})


@given(
    languages,
    st.lists(entries, max_size=8, unique_by=lambda e: e.id),
    st.lists(read, max_size=12),
    texts,
    st.integers(0, 40),
)
def test_any_offer_fits(
    language: str, kept: list[PlanEntry], found: list[ReadEntry], name: str, unplaced: int
) -> None:
    t, offer = tongue(language), offered(kept, found, name, unplaced)
    for page in (0, 1, 99, -1):
        fits(offer_view(t, offer, COUNCIL.id, TODAY, page))
    if offer.open:
        fits(difference_view(t, offer, COUNCIL.id, TODAY))


@pytest.mark.parametrize("title", ["x" * 300, "🎉" * 300, "<b>&" * 75])
def test_500_entries_fit(title: str) -> None:
    found = [ReadEntry(Printed(f"{title[:290]} {n}", When("2027-05")), Source("p")) for n in range(500)]
    offer = offered([], found)
    for page in (0, 1, 33, 34):
        fits(offer_view(tongue("da"), offer, COUNCIL.id, TODAY, page))


@given(languages, st.builds(Outcome, *[st.integers(0, 500)] * 4))
def test_any_outcome_fits(language: str, outcome: Outcome) -> None:
    fits(done_view(tongue(language), outcome, COUNCIL.id, "abcdefgh"))
