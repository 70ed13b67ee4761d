"""The roster as a table: a line for everybody, with what only those who run the opening see."""

from zoneinfo import ZoneInfo

from council.openings import SignUp
from handlers.screen import Screen, bold, capitalised, screen
from handlers.views.places import STATES
from handlers.views.roster_lines import UNITS
from papers.cells import Cell
from services.rosters import Roster
from texts.tongue import Tongue


def table_header(t: Tongue, roster: Roster) -> list[str]:
    """The names of the columns."""
    return [
        t.plain("Number"),
        t.plain("Name"),
        t.plain("What they are"),
        t.plain("State"),
        t.plain("Guests"),
        *(question.text for question in roster.page.opening.questions),
        t.plain("How they agreed"),
        t.plain("Phone"),
        t.plain("On the list since"),
    ]


def table_rows(t: Tongue, roster: Roster) -> list[list[Cell]]:
    """A row for everybody, in the order of the roster."""
    zone = ZoneInfo(roster.page.council.zone)
    return [_row(t, roster, signup, zone) for signup in roster.signups]


def _row(t: Tongue, roster: Roster, signup: SignUp, zone: ZoneInfo) -> list[Cell]:
    agreed = t.plain("signed up in the chat") if signup.person_id else signup.agreed
    return [
        signup.number,
        signup.name,
        t.plain(UNITS[signup.unit]),
        capitalised(t.plain(STATES[signup.state])),
        signup.guests,
        *(signup.answer(question.id) for question in roster.page.opening.questions),
        agreed,
        signup.phone,
        f"{signup.since.astimezone(zone):%Y-%m-%d %H:%M}",
    ]


def caption_view(t: Tongue, roster: Roster) -> Screen:
    """What the file is, and that it is to be kept with care."""
    count = len(roster.signups)
    return screen(
        [
            bold(roster.page.opening.title),
            t.n("{count} name.", "{count} names.", count),
            t("The file holds names, answers and phone numbers. Please delete it when you are done with it."),
        ]
    )
