"""What was read in a document, and what taking it over would change."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from council.comparing import compare
from council.doubts import Doubt, Sort
from council.records import PlanEntry, Printed, Proposal, ReadEntry, Reading, Source
from council.recurrence import Recurrence
from council.when import When
from handlers.screen import Screen
from handlers.views.differences import difference_view
from handlers.views.importing import done_view
from handlers.views.preview import offer_view
from handlers.views.questions import line_view, noted_view, question_view, writing_view
from services.importing import Offer, Outcome
from tests.handlers.views.kit import AT, COUNCIL, TODAY, entries, fits, texts, whens
from texts.catalogue import LANGUAGES
from texts.tongue import tongue

day = st.sampled_from(
    [When("2027-06-27"), When("2027-03-02T17:00"), When("2027-06-01/2027-06-10", "primo juni")]
)
doubts = st.builds(Doubt, st.sampled_from(Sort), texts, st.tuples(day, day), st.integers(1, 7))
read = st.builds(
    ReadEntry,
    st.builds(Printed, texts, whens, activity=texts, place=texts),
    st.builds(Source, st.just("p.txt"), texts, st.none() | st.just(3), st.none() | st.just(5)),
    st.lists(doubts, max_size=2).map(tuple),
    st.none() | whens,
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
    fits(offer_view(t, offer, COUNCIL.id, TODAY, growing=True))
    if offer.open:
        fits(difference_view(t, offer, COUNCIL.id, TODAY))
    for question in offer.questions:
        fits(question_view(t, offer, question, COUNCIL.id, TODAY))
        fits(writing_view(t, question.read.printed.title, COUNCIL.id, offer.proposal.id, question.key))
    for line in offer.lines:
        fits(line_view(t, offer, line, COUNCIL.id))
        following = offer_view(t, offer, COUNCIL.id, TODAY)
        fits(noted_view(t, Printed(line.source.words, When("2027-05")), TODAY, following))


@pytest.mark.parametrize("title", ["x" * 300, "🎉" * 300, "<b>&" * 75])
def test_500_entries_fit(title: str) -> None:
    found = [ReadEntry(Printed(f"{title[:290]} {n}", When("2027-05")), Source("p")) for n in range(500)]
    offer = offered([], found)
    for page in (0, 1, 33, 34):
        fits(offer_view(tongue("da"), offer, COUNCIL.id, TODAY, page))


def seen(shown: Screen) -> str:
    """What a reader sees of it, line by line."""
    return re.sub("<[^>]*>", "", shown.text)


def test_60_entries_are_read_in_a_few_pages_each_line_under_its_month() -> None:
    found = [
        ReadEntry(Printed(f"Entry {n}", When(f"2027-{1 + n // 5:02}-{1 + n % 5:02}")), Source("p"))
        for n in range(60)
    ]
    offer = offered([], found)
    pages = [seen(offer_view(tongue("en"), offer, COUNCIL.id, TODAY, page)) for page in range(4)]
    assert "Page 1 of 4. Nothing is saved yet." in pages[0]
    assert [sum("Entry" in line for line in page.splitlines()) for page in pages] == [15] * 4
    assert "July\n• Thu 1 · Entry 30" in pages[2]
    months = ["January", "April", "July", "October"]
    assert all(page.split("\n\n")[1].startswith(month) for page, month in zip(pages, months, strict=True))


def test_a_month_that_goes_on_is_named_again_on_the_next_page() -> None:
    found = [ReadEntry(Printed(f"Entry {n}", When(f"2027-05-{n + 1:02}")), Source("p")) for n in range(20)]
    page = seen(offer_view(tongue("en"), offered([], found), COUNCIL.id, TODAY, 1))
    assert page.startswith("I read 20 entries in plan.txt:\n\nMay\n• Sun 16 · Entry 15")


def test_what_comes_back_is_one_line() -> None:
    weekly = ReadEntry(
        Printed("Sprogcafé", When("2027-05-04")),
        Source("p"),
        rule=Recurrence("FREQ=WEEKLY;UNTIL=20270525"),
        was=When("2027-05-03"),
    )
    shown = seen(offer_view(tongue("en"), offered([], [weekly]), COUNCIL.id, TODAY))
    assert "• Tue 4 · Sprogcafé (before: Monday 3 May) (and 3 more times)" in shown


def test_what_comes_back_too_often_is_said() -> None:
    daily = ReadEntry(
        Printed("Åbent", When("2027-01-01")), Source("p"), rule=Recurrence("FREQ=DAILY;UNTIL=20271231")
    )
    shown = seen(offer_view(tongue("en"), offered([], [daily]), COUNCIL.id, TODAY))
    assert "Of “Åbent” I take over the first 60 times." in shown


@given(languages, st.builds(Outcome, *[st.integers(0, 500)] * 4))
def test_any_outcome_fits(language: str, outcome: Outcome) -> None:
    fits(done_view(tongue(language), outcome, COUNCIL.id, "abcdefgh"))
