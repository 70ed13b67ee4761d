"""Buttons that lead to openings and the people on them, and how both are said in a line."""

from dataclasses import dataclass
from typing import ClassVar

from markupsafe import Markup

from council.openings import Opening, OpeningState, SignUp, SignUpState, Tally, Unit
from council.places import missing
from handlers.codec import Tap
from handlers.screen import Button
from texts.escape import plain, safe
from texts.tongue import N_, Tongue


@dataclass(frozen=True, slots=True)
class OpenOpening(Tap):
    """An opening as a volunteer sees it; `link` is the member's own link that led there."""

    prefix: ClassVar[str] = "o"
    council: str
    opening: str
    link: str = ""


@dataclass(frozen=True, slots=True)
class RunOpening(Tap):
    """An opening for those who run it."""

    prefix: ClassVar[str] = "or"
    council: str
    opening: str


@dataclass(frozen=True, slots=True)
class ShowOpenings(Tap):
    """The openings of a council; `past` those that are over."""

    prefix: ClassVar[str] = "ol"
    council: str
    past: bool = False
    page: int = 0


@dataclass(frozen=True, slots=True)
class ShowRoster(Tap):
    """Who is on an opening."""

    prefix: ClassVar[str] = "ro"
    council: str
    opening: str
    page: int = 0


@dataclass(frozen=True, slots=True)
class ShowStaffing(Tap):
    """Need against have, for every opening."""

    prefix: ClassVar[str] = "sf"
    council: str


@dataclass(frozen=True, slots=True)
class WriteToAll(Tap):
    """A message to everyone on an opening."""

    prefix: ClassVar[str] = "wa"
    council: str
    opening: str


@dataclass(frozen=True, slots=True)
class EnterSomebody(Tap):
    """Enter somebody who has no Telegram."""

    prefix: ClassVar[str] = "re"
    council: str
    opening: str


@dataclass(frozen=True, slots=True)
class ShowMine(Tap):
    """What I have signed up for."""

    prefix: ClassVar[str] = "mi"


@dataclass(frozen=True, slots=True)
class Withdraw(Tap):
    """I can't after all; asks first unless `sure`."""

    prefix: ClassVar[str] = "ow"
    council: str
    opening: str
    sure: bool = False


@dataclass(frozen=True, slots=True)
class Share(Tap):
    """Spread the word: "card" into the group, "poster", "link" (my own), "" shows the ways."""

    prefix: ClassVar[str] = "oS"
    council: str
    opening: str
    how: str = ""


@dataclass(frozen=True, slots=True)
class LookAt(Tap):
    """Show this in a message of its own, below the list it is in: `o`, `r` (run it) or `e` and an id."""

    prefix: ClassVar[str] = "ml"
    council: str
    what: str
    key: str


@dataclass(frozen=True, slots=True)
class StandBy(Tap):
    """I help at short notice, or no longer."""

    prefix: ClassVar[str] = "ob"
    council: str
    ready: bool


@dataclass(frozen=True, slots=True)
class OpenPlaces(Tap):
    """Open places for an entry of the plan."""

    prefix: ClassVar[str] = "op"
    council: str
    entry: str


@dataclass(frozen=True, slots=True)
class CopyPlaces(Tap):
    """Copy the openings of an earlier entry (`source`, "" shows which there are) to this one."""

    prefix: ClassVar[str] = "oC"
    council: str
    entry: str
    source: str = ""


STATES = {
    SignUpState.REQUESTED: N_("asked for a place"),
    SignUpState.CONFIRMED: N_("has a place"),
    SignUpState.WAITING: N_("waits"),
    SignUpState.OFFERED: N_("was offered a place"),
    SignUpState.ATTENDED: N_("came"),
    SignUpState.MISSED: N_("did not come"),
    SignUpState.WITHDRAWN: N_("withdrew"),
    SignUpState.LAPSED: N_("did not answer in time"),
    SignUpState.REMOVED: N_("was taken off"),
}

OPENING_STATES = {
    OpeningState.PAUSED: N_("⏳ Paused: nobody can sign up right now."),
    OpeningState.CLOSED: N_("Closed: nobody new can sign up."),
    OpeningState.CANCELLED: N_("Cancelled: it does not take place."),
}


def openings_button(t: Tongue, council_id: str) -> Button:
    """To the list of openings."""
    return Button(t.plain("◂ All openings"), ShowOpenings(council_id))


def mine_button(t: Tongue) -> Button:
    """To what I have signed up for."""
    return Button(t.plain("What I'm part of"), ShowMine())


def units(t: Tongue, unit: Unit, count: int) -> Markup:
    """So many people, countries, associations, stands."""
    match unit:
        case Unit.COUNTRY:
            return t.n("{count} country", "{count} countries", count)
        case Unit.ASSOCIATION:
            return t.n("{count} association", "{count} associations", count)
        case Unit.STAND:
            return t.n("{count} stand", "{count} stands", count)
        case Unit.PERSON:
            return t.n("{count} person", "{count} people", count)


def standing(t: Tongue, opening: Opening, tally: Tally, *, over: bool = False) -> Markup:
    """How far it is: "6 of 15 countries — 9 to go"; when it is over, nothing is to go any more."""
    over = over or opening.state is OpeningState.CANCELLED
    gap = missing(opening, tally)
    if opening.goal is None or gap is None:
        return t("{units} so far", units=units(t, opening.unit, tally.taken))
    wanted = units(t, opening.unit, opening.goal)
    if over:
        return t("{have} of {wanted}", have=tally.taken, wanted=wanted)
    if gap:
        return t("{have} of {wanted} – {gap} to go", have=tally.taken, wanted=wanted, gap=gap)
    return t("{have} of {wanted} – all found", have=tally.taken, wanted=wanted)


def full_title(t: Tongue, opening: Opening, activity: str) -> Markup:
    """The title, with its activity where that is not the beginning of it."""
    title = safe(opening.title, 120)
    if activity and not opening.title.casefold().startswith(activity.casefold()):
        return t("{activity}: {title}", activity=activity, title=title)
    return title


def shown_name(t: Tongue, name: str, limit: int = 200) -> Markup:
    """A name to be read: somebody who was erased has none, and some are made of nothing that can be seen."""
    if not name:
        return t("A volunteer")
    seen = any(character.isprintable() and not character.isspace() for character in plain(name))
    return safe(name, limit) if seen else t("(no name)")


def party(t: Tongue, signup: SignUp) -> Markup:
    """A name with the guests: "Anna + 2"."""
    name = shown_name(t, signup.name)
    return (
        t("{name} + {guests}", name=name, guests=signup.guests) if signup.guests else t("{name}", name=name)
    )
