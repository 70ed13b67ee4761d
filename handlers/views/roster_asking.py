"""What is asked before somebody on a roster is moved, taken off or erased."""

from markupsafe import Markup

from council.openings import Opening, OpeningState, SignUp
from council.places import is_over
from handlers.screen import GAP, Button, Screen, bold, screen
from handlers.views.roster_taps import Erase, MoveTo, ShowSignUp, TakeOff
from services.rosters import Roster
from texts.dates import say_when
from texts.escape import safe
from texts.tongue import Tongue

_MOST_OTHERS = 40  # openings to move somebody to


def targets(roster: Roster) -> list[Opening]:
    """The openings that somebody can be moved to, the next first."""
    page = roster.page
    found = [
        other
        for other in roster.others
        if other.state is not OpeningState.CANCELLED and not is_over(other, page.now, page.council.zone)
    ]
    return sorted(found, key=lambda other: (other.when.order, other.title))[:_MOST_OTHERS]


def moving_view(t: Tongue, roster: Roster, signup: SignUp) -> Screen:
    """Where to?"""
    council, today = roster.page.council.id, roster.page.today
    openings = targets(roster)
    lines = [
        t("{title}, {when}", title=bold(safe(other.title, 40)), when=say_when(t, other.when, today))
        for other in openings
    ]
    told = _is_told(t, signup)
    lost = t("The answers to the questions here do not come along.") if signup.answers else None
    question = t("Where do you want to move {name}?", name=signup.name)
    return screen(
        [bold(question), told, lost, GAP, *lines],
        [
            *((Button(other.title, MoveTo(council, signup.id, other.id)),) for other in openings),
            (Button(t.plain("◂ Back"), ShowSignUp(council, signup.id)),),
        ],
    )


def taking_off_view(t: Tongue, roster: Roster, signup: SignUp) -> Screen:
    """Are you sure?"""
    question = t("Take {name} off the list?", name=signup.name)
    goes_on = t("A place that comes free is offered to the next who waits.")
    return _sure(
        t, roster, signup, [question, _is_told(t, signup), goes_on], t.plain("Yes, take off the list")
    )


def erasing_view(t: Tongue, roster: Roster, signup: SignUp) -> Screen:
    """Are you sure?"""
    question = t("Erase {name}?", name=signup.name)
    told = t("Name, phone number and notes are gone for good, and the place is free again.")
    return _sure(t, roster, signup, [question, told], t.plain("Yes, erase"), erase=True)


def _sure(
    t: Tongue, roster: Roster, signup: SignUp, lines: list[Markup], label: str, *, erase: bool = False
) -> Screen:
    council, key = roster.page.council.id, signup.id
    do = Erase(council, key, sure=True) if erase else TakeOff(council, key, sure=True)
    keep = Button(t.plain("No, keep {name}", name=signup.name), ShowSignUp(council, key))
    return screen([bold(lines[0]), *lines[1:]], [(keep,), (Button(label, do),)])


def _is_told(t: Tongue, signup: SignUp) -> Markup:
    if signup.person_id:
        return t("I tell them, kindly.")
    return t("They have no Telegram, so please tell them yourself.")
