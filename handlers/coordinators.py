"""Who coordinates an activity: chosen in private on the activity's page, by who looks after people."""

from council.refusals import NoSuchActivity, PrivateOnly
from handlers.feature import Feature, on
from handlers.menus import set_private_menu
from handlers.screen import Button, Screen, bold, rows_of, screen
from handlers.turn import Turn
from handlers.views.navigation import ChooseCoordinators, ShowActivity
from services.desk import Actor
from services.people import Roster
from texts.tongue import N_, Tongue

_MOST = 80  # buttons with names on one screen


async def choose(turn: Turn, tap: ChooseCoordinators) -> None:
    """Show everybody, and change the one that was tapped."""
    if turn.in_group:
        raise PrivateOnly
    council = await turn.council_of_button(tap.council)
    actor = Actor(turn.person.id, council.id)
    if tap.person:
        await turn.house.people.set_coordinating(actor, tap.person, tap.activity, on=tap.start)
    roster = await turn.house.people.roster(actor)
    if tap.activity not in roster.activities:  # merged into another one since the button was shown
        raise NoSuchActivity
    await turn.show(coordinators_view(turn.t, roster, council.id, tap.activity))
    if tap.person:
        await _warn_if_unreachable(turn, tap)
        await set_private_menu(turn, tap.person)


async def _warn_if_unreachable(turn: Turn, tap: ChooseCoordinators) -> None:
    """Who never opened the private chat hears nothing of those who sign up."""
    person = await turn.house.people.person(tap.person)
    if tap.start and (person is None or not person.reachable):
        told = turn.own.plain(
            "{name} has not opened our private chat yet, so I cannot write to them. "
            "Until they do, the secretary hears of it.",
            name=person.name if person else "–",
        )
        await turn.alert(told, box=True)


def coordinators_view(t: Tongue, roster: Roster, council_id: str, activity_id: str) -> Screen:
    """Everybody in the council, the coordinators of the activity marked."""
    buttons = []
    for member in roster.members[:_MOST]:
        coordinates = activity_id in member.coordinates
        label = f"● {member.name}" if coordinates else member.name
        tap = ChooseCoordinators(council_id, activity_id, member.id, start=not coordinates)
        buttons.append(Button(label, tap))
    back = (Button(t.plain("◂ Back"), ShowActivity(council_id, activity_id)),)
    name = roster.activities.get(activity_id, "")
    question = t("Who coordinates it? Tap a name to add or take away.")
    return screen([bold(name), question], [*rows_of(buttons, 2), back])


FEATURE = Feature(title=N_("Coordinators"), order=31, taps=(on(ChooseCoordinators, choose),))
