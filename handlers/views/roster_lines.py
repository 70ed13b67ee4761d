"""Somebody on a roster, in a line."""

from markupsafe import Markup

from council.openings import ENDED, SignUp, SignUpState, Unit
from handlers.views.places import STATES, shown_name
from services.rosters import Roster
from texts.tongue import N_, Tongue

_NAME = 60  # characters of a name in a list: fifteen of them in emoji fit a message

S = SignUpState

UNITS = {
    Unit.PERSON: N_("a person"),
    Unit.COUNTRY: N_("a country"),
    Unit.ASSOCIATION: N_("an association"),
    Unit.STAND: N_("a stand"),
}


def short_party(t: Tongue, signup: SignUp) -> Markup:
    """A name with the guests, not too long for a list."""
    name = shown_name(t, signup.name, _NAME)
    return t("{name} + {guests}", name=name, guests=signup.guests) if signup.guests else name


def line_of(roster: Roster) -> dict[str, int]:
    """The places in the waiting line, from 1, by the ids of sign-ups."""
    waiting = [signup.id for signup in roster.signups if signup.state is S.WAITING]
    return {key: number for number, key in enumerate(waiting, start=1)}


def roster_line(t: Tongue, signup: SignUp, position: int, roster: Roster) -> Markup:
    """The name, the place in the waiting line, and what has to be known at a glance."""
    name = short_party(t, signup)
    if position:
        name = t("{number}. {line}", number=position, line=name)
    notes = _notes(t, signup, roster)
    return t("{name} – {notes}", name=name, notes=Markup(" · ").join(notes)) if notes else name


def _notes(t: Tongue, signup: SignUp, roster: Roster) -> list[Markup]:
    """What has to be known about somebody at a glance."""
    notes: list[tuple[bool, Markup]] = [
        (signup.state in ENDED | {S.ATTENDED, S.MISSED}, t(STATES[signup.state])),
        (
            signup.unit is not roster.page.opening.unit and signup.unit is not Unit.PERSON,
            t(UNITS[signup.unit]),
        ),
        (signup.seeking, t("looks for somebody to take over")),
        (signup.still == "asked" and signup.state is S.CONFIRMED, t("has not said whether they come")),
        (not signup.person_id and signup.active, t("no Telegram")),
        (_lacks_certificate(signup, roster), t("certificate not seen")),
    ]
    return [note for holds, note in notes if holds]


def _lacks_certificate(signup: SignUp, roster: Roster) -> bool:
    return roster.page.opening.with_children and signup.certificate is None and signup.active
