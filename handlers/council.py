"""`/council`: which of several councils is meant in private."""

from dataclasses import dataclass
from typing import ClassVar

from council.records import Council
from council.refusals import NotOnCouncil
from handlers.codec import Tap
from handlers.feature import Command, Feature, Where, on
from handlers.menus import set_private_menu
from handlers.screen import Button, Screen, bold, screen
from handlers.turn import Turn
from handlers.views.navigation import SendCalendar, ShowPlan, plan_button
from services.desk import Actor
from texts.tongue import N_, Tongue


@dataclass(frozen=True, slots=True)
class ChooseCouncil(Tap):
    """This one is meant."""

    prefix: ClassVar[str] = "k"
    council: str


async def which(turn: Turn) -> None:
    """The councils somebody belongs to, the chosen one marked; in the group, the one it is."""
    t = turn.t
    if turn.in_group:
        council = await turn.council()
        await turn.say(screen([bold(council.name)], [(plan_button(t, council.id),)]))
        return
    councils = await turn.house.councils.of_person(turn.person)
    if not councils:
        raise NotOnCouncil
    await turn.say(councils_view(t, councils, turn.person.council_id))


async def choose(turn: Turn, tap: ChooseCouncil) -> None:
    """Remember which one is meant."""
    actor = Actor(turn.person.id, tap.council)
    await turn.house.people.choose_council(actor)
    council = await turn.house.councils.council(tap.council)
    await turn.show(chosen_view(turn.t, council))
    await set_private_menu(turn, turn.person.id)


def councils_view(t: Tongue, councils: list[Council], chosen: str) -> Screen:
    """One button for each council."""
    if len(councils) == 1:
        return chosen_view(t, councils[0])
    rows = [
        (Button(f"● {c.name}" if c.id == chosen else c.name, ChooseCouncil(c.id)),) for c in councils[:90]
    ]
    return screen([bold(t("Which council do you mean?")), t("I remember it until you choose another.")], rows)


def chosen_view(t: Tongue, council: Council) -> Screen:
    """The council that is meant now."""
    return screen(
        [t("We are talking about {council} now.", council=bold(council.name))],
        [
            (
                Button(t.plain("See the plan"), ShowPlan(council.id)),
                Button(t.plain("Calendar"), SendCalendar(council.id)),
            ),
        ],
    )


FEATURE = Feature(
    title=N_("Which council"),
    order=60,
    commands=(
        Command("council", "raad", N_("Choose which of your councils you mean"), which, where=Where.ANYWHERE),
    ),
    taps=(on(ChooseCouncil, choose),),
)
