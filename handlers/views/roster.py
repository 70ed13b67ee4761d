"""The roster: everyone on an opening, by state, some at a time, and what is done for all of them."""

from collections.abc import Iterable
from itertools import groupby

from markupsafe import Markup

from council.openings import ENDED, HOLDING, OpeningState, SignUp, SignUpState
from council.places import is_over
from council.times import begins
from handlers.screen import GAP, Button, Row, Screen, bold, rows_of, screen
from handlers.views.places import (
    OPENING_STATES,
    EnterSomebody,
    RunOpening,
    ShowRoster,
    WriteToAll,
    openings_button,
    standing,
)
from handlers.views.roster_choice import paging
from handlers.views.roster_lines import line_of, roster_line
from handlers.views.roster_taps import AllCame, SendTable, ShowSignUp, Thank
from services.boards import OpeningPage
from services.rosters import Roster
from texts.dates import say_when
from texts.tongue import N_, Tongue

PAGE = 15
"""People on one screen."""

S = SignUpState

_GROUPS = (
    (N_("Asked for a place"), frozenset({S.REQUESTED})),
    (N_("Have a place"), HOLDING),
    (N_("Were offered a place"), frozenset({S.OFFERED})),
    (N_("On the waiting list"), frozenset({S.WAITING})),
    (N_("No longer on it"), ENDED),
)


def has_begun(page: OpeningPage) -> bool:
    """Whether it can be said by now who came."""
    begin = begins(page.opening.when, page.council.zone)
    over = is_over(page.opening, page.now, page.council.zone)
    return over or (begin is not None and begin <= page.now)


def to_thank(roster: Roster) -> int:
    """How many came, can be written to and were not thanked yet."""
    return sum(s.state is S.ATTENDED and bool(s.person_id) and not s.thanked for s in roster.signups)


def roster_view(t: Tongue, roster: Roster, page: int = 0) -> Screen:
    """Everyone by state, a button for each, and what can be done for all of them."""
    council, opening = roster.page.council.id, roster.page.opening
    pages = max(1, -(-len(roster.signups) // PAGE))
    page = min(max(page, 0), pages - 1)
    shown = roster.signups[page * PAGE : (page + 1) * PAGE]
    around = (ShowRoster(council, opening.id, page - 1), ShowRoster(council, opening.id, page + 1))
    buttons = (Button(signup.name, ShowSignUp(council, signup.id)) for signup in shown)
    return screen(
        [
            *roster_head(t, roster.page),
            *_people(t, roster, shown),
            GAP,
            t("Page {page} of {pages}", page=page + 1, pages=pages) if pages > 1 else None,
            t("Tap a name to see more.") if shown else t("Nobody is on the list yet."),
        ],
        [*rows_of(buttons, 2), paging(t, page, pages, around), *_for_all(t, roster)],
    )


def roster_head(t: Tongue, page: OpeningPage) -> list[Markup]:
    """Which opening, when, and how far it is."""
    opening = page.opening
    lines = [bold(opening.title), t("📅 {when}", when=say_when(t, opening.when, page.today))]
    lines.append(standing(t, opening, page.tally))
    if opening.state in OPENING_STATES:
        lines.append(t(OPENING_STATES[opening.state]))
    return lines


def _people(t: Tongue, roster: Roster, shown: Iterable[SignUp]) -> list[Markup]:
    lines: list[Markup] = []
    positions = line_of(roster)
    for group, signups in groupby(shown, key=lambda signup: _group(signup.state)):
        heading, states = _GROUPS[group]
        count = sum(signup.state in states for signup in roster.signups)
        lines += [GAP, t("{group}: {count}", group=bold(t(heading)), count=count)]
        lines += [roster_line(t, signup, positions.get(signup.id, 0), roster) for signup in signups]
    return lines


def _group(state: SignUpState) -> int:
    return next(number for number, (_, states) in enumerate(_GROUPS) if state in states)


def _for_all(t: Tongue, roster: Roster) -> list[Row]:
    council, opening = roster.page.council.id, roster.page.opening
    rows: list[Row] = []
    first: list[Button] = []
    if opening.state is not OpeningState.CANCELLED:
        first.append(Button(t.plain("Enter somebody"), EnterSomebody(council, opening.id)))
    if roster.active:
        first.append(Button(t.plain("Write to all"), WriteToAll(council, opening.id)))
    rows.append(tuple(first))
    if roster.signups:
        kinds = (("Excel", "xlsx"), ("CSV", "csv"))
        rows.append(tuple(Button(label, SendTable(council, opening.id, kind)) for label, kind in kinds))
    if has_begun(roster.page):
        rows.append(_afterwards(t, roster))
    run = Button(t.plain("Run it"), RunOpening(council, opening.id))
    return [*rows, (run, openings_button(t, council))]


def _afterwards(t: Tongue, roster: Roster) -> Row:
    council, opening = roster.page.council.id, roster.page.opening.id
    open_ones = any(signup.state is S.CONFIRMED for signup in roster.signups)
    return (
        *((Button(t.plain("All came"), AllCame(council, opening)),) if open_ones else ()),
        *((Button(t.plain("Thank those who came"), Thank(council, opening)),) if to_thank(roster) else ()),
    )


def thanking_view(t: Tongue, roster: Roster) -> Screen:
    """A thank-you cannot be taken back, so it is asked first."""
    council, opening = roster.page.council.id, roster.page.opening
    count = to_thank(roster)
    told = t.n("{count} person who came gets a thank-you.", "{count} people who came get a thank-you.", count)
    return screen(
        [bold(opening.title), told, GAP, t("Shall I send it?")],
        [
            (Button(t.plain("Yes, thank them"), Thank(council, opening.id, sure=True)),),
            (Button(t.plain("Not now"), ShowRoster(council, opening.id)),),
        ],
    )
