"""`/deliveries`: what went out, what waits, what failed and why, and whom to call."""

from council.permissions import Right
from council.refusals import OutOfDate
from handlers.feature import Command, Feature, Where, on
from handlers.turn import Turn
from handlers.views.deliveries import (
    CALLS,
    STATES,
    ShowDeliveries,
    calls_view,
    overview_view,
    state_view,
)
from services.desk import Actor
from texts.tongue import N_


async def deliveries(turn: Turn) -> None:
    """How many of each."""
    found = await turn.house.ledger.deliveries(await turn.actor())
    await turn.say(overview_view(turn.own, found))


async def show(turn: Turn, tap: ShowDeliveries) -> None:
    """The latest in one state, or whom to call."""
    if turn.in_group or tap.state not in {"", CALLS, *STATES}:
        raise OutOfDate
    council = await turn.council_of_button(tap.council)
    found = await turn.house.ledger.deliveries(Actor(turn.person.id, council.id))
    if not tap.state:
        await turn.show(overview_view(turn.own, found))
    elif tap.state == CALLS:
        await turn.show(calls_view(turn.own, found, tap))
    else:
        await turn.show(state_view(turn.own, found, tap))


FEATURE = Feature(
    title=N_("What I have said"),
    order=42,
    commands=(
        Command(
            "deliveries",
            "beskeder",
            N_("What went out, what waits, what failed, and whom to call"),
            deliveries,
            where=Where.PRIVATE,
            right=Right.MANAGE_PEOPLE,
        ),
    ),
    taps=(on(ShowDeliveries, show),),
)
