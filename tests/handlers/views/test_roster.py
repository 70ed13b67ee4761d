"""Rosters of any size, with any names: everything fits, everyone is there once, sums add up."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from council.openings import Opening, SignUp, SignUpState
from council.when import When
from handlers.screen import Screen, visible
from handlers.views.places import ShowRoster
from handlers.views.roster import PAGE, roster_view, thanking_view
from handlers.views.roster_asking import erasing_view, moving_view, taking_off_view
from handlers.views.roster_person import signup_view
from handlers.views.roster_table import caption_view, table_header, table_rows
from handlers.views.roster_taps import ShowSignUp
from papers.tables import as_csv, as_xlsx
from services.rosters import Roster
from tests.handlers.views.kit import AT, COUNCIL, fits, texts
from tests.handlers.views.openings import KEY, roster, rosters
from texts.catalogue import LANGUAGES
from texts.tongue import Tongue, tongue

languages = st.sampled_from(LANGUAGES).map(tongue)
NASTY = (
    "👩‍👩‍👧‍👦" * 18,
    "🎉" * 64,
    "عبد الرحمن بن محمد " * 6,
    "<script>alert(1)</script>",
    "\u202eevil\u2066",
    "&amp;</b>",
    "Z̸̢̛" * 30,
    "x" * 129,
    "\0",
)
ENGLISH = tongue("en")


def people(count: int, states: list[SignUpState] | None = None) -> Roster:
    """So many with every awkward name, on an opening that was last Saturday."""
    states = states or list(SignUpState)
    held = [
        SignUp(
            id=f"{KEY}-1234567{number:03}",
            opening_id=KEY,
            person_id=f"{number}" if number % 3 else "",
            name=NASTY[number % len(NASTY)],
            state=states[number % len(states)],
            number=number,
            since=AT,
            guests=number % 4,
            seeking=number % 5 == 0,
            still="asked" if number % 7 == 0 else "",
        )
        for number in range(count)
    ]
    opening = Opening(KEY, "🎉" * 80, AT, when=When("2027-02-27T08:00/2027-02-27T11:00"), with_children=True)
    return roster(opening, held, sees=True)


def keys(shown: Screen) -> list[str]:
    """Whom its buttons lead to."""
    taps = [button.tap for row in shown.rows for button in row]
    return [tap.signup for tap in taps if isinstance(tap, ShowSignUp)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_three_hundred_of_every_kind_of_name(language: str) -> None:
    full = people(300)
    seen: list[str] = []
    for page in range(20):
        shown = roster_view(tongue(language), full, page)
        fits(shown)
        assert not visible(shown.text).endswith("…")
        seen += keys(shown)
    assert seen == [signup.id for signup in full.signups]


def test_pages_that_are_not_there_are_the_nearest() -> None:
    full = people(31)
    assert roster_view(ENGLISH, full, -3) == roster_view(ENGLISH, full, 0)
    assert roster_view(ENGLISH, full, 99) == roster_view(ENGLISH, full, 2)
    assert len(keys(roster_view(ENGLISH, full, 2))) == 31 - 2 * PAGE


def test_waiting_numbers_go_on_from_page_to_page() -> None:
    shown = str(roster_view(ENGLISH, people(40, [SignUpState.WAITING]), 1).text)
    assert "<b>On the waiting list</b>: 40" in shown
    assert shown.count("\n16. ") == 1
    assert "\n1. " not in shown


def test_back_leads_to_the_page_they_stand_on() -> None:
    full = people(40, [SignUpState.CONFIRMED])
    last = signup_view(ENGLISH, full, full.signups[35]).rows[-1][0].tap
    assert last == ShowRoster(COUNCIL.id, KEY, 2)


@given(languages, rosters, st.integers(-1, 4))
def test_any_roster_fits(t: Tongue, any_roster: Roster, page: int) -> None:
    fits(roster_view(t, any_roster, page))
    fits(thanking_view(t, any_roster))
    fits(caption_view(t, any_roster))


@given(languages, rosters.filter(lambda any_roster: any_roster.signups))
def test_any_person_fits(t: Tongue, any_roster: Roster) -> None:
    signup = any_roster.signups[0]
    for view in (signup_view, moving_view, taking_off_view, erasing_view):
        fits(view(t, any_roster, signup))


@given(rosters, texts)
def test_any_roster_is_a_table(any_roster: Roster, title: str) -> None:
    header, rows = table_header(ENGLISH, any_roster), table_rows(ENGLISH, any_roster)
    assert len(rows) == len(any_roster.signups)
    assert {len(row) for row in rows} <= {len(header)}
    assert as_csv(header, rows)
    assert as_xlsx(title, header, rows)
