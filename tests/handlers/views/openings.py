"""Openings and people on them as data for views, with texts of every awkward kind."""

from dataclasses import replace
from datetime import timedelta

from hypothesis import strategies as st

from council.openings import (
    Asking,
    Certificate,
    Opening,
    OpeningState,
    Question,
    SignUp,
    SignUpState,
    Tally,
    Unit,
)
from council.places import recount
from services.boards import OpeningPage
from services.rosters import _ORDER, Roster
from tests.handlers.views.kit import AT, COUNCIL, SECRETARY, TODAY, texts, whens

KEY = "abcdefghijklmnop"

questions = st.builds(Question, id=st.just("q1"), text=texts, asking=st.sampled_from(Asking))
openings = st.builds(
    Opening,
    id=st.just(KEY),
    title=texts,
    created=st.just(AT),
    when=whens,
    capacity=st.none() | st.integers(1, 200),
    target=st.none() | st.integers(1, 200),
    minimum=st.integers(0, 20),
    unit=st.sampled_from(Unit),
    state=st.sampled_from(OpeningState),
    with_children=st.booleans(),
    questions=st.lists(questions, max_size=5).map(tuple),
    erased=st.booleans(),
)
signups = st.builds(
    SignUp,
    id=st.just(f"{KEY}-9007199254740991"),
    opening_id=st.just(KEY),
    person_id=st.sampled_from(["", "9007199254740991"]),
    name=texts.map(lambda text: text[:130]),
    state=st.sampled_from(SignUpState),
    number=st.integers(1, 400),
    since=st.just(AT),
    unit=st.sampled_from(Unit),
    guests=st.integers(0, 9),
    answers=texts.map(lambda text: (("q1", text),)),
    offered_until=st.just(AT + timedelta(hours=4)),
    seeking=st.booleans(),
    still=st.sampled_from(["", "asked", "yes"]),
    agreed=texts.map(lambda text: text[:200]),
    phone=st.sampled_from(["", "+45 12 34 56 78"]),
    certificate=st.none() | st.just(Certificate(TODAY, "1")),
    thanked=st.booleans(),
)
rosters = st.builds(
    lambda opening, held, others, sees, days: roster(opening, held, others, sees=sees, days=days),
    openings,
    st.lists(signups, max_size=40),
    st.lists(openings, max_size=50),
    st.booleans(),
    st.sampled_from([0, 400]),
)


def roster(
    opening: Opening,
    held: list[SignUp],
    others: list[Opening] | None = None,
    *,
    sees: bool = False,
    days: int = 0,
) -> Roster:
    """A roster as the service gives it; `days` have passed."""
    numbered = [
        replace(signup, id=f"{signup.id[:-3]}{number:03}", number=number)
        for number, signup in enumerate(held, start=1)
    ]
    page = OpeningPage(
        council=COUNCIL,
        opening=opening,
        tally=recount(numbered, opening.id),
        activity="Kulturdag",
        viewer=SECRETARY,
        mine=None,
        position=0,
        names=(),
        now=AT + timedelta(days=days),
    )
    ordered = sorted(numbered, key=lambda signup: (_ORDER[signup.state], signup.number))
    return Roster(page, tuple(ordered), tuple(others or ()), sees_certificates=sees)


tallies = st.builds(
    Tally,
    id=st.just(KEY),
    taken=st.integers(0, 250),
    held=st.integers(0, 5),
    waiting=st.integers(0, 300),
    requested=st.integers(0, 300),
)
