"""`/staffing`: need against have for every opening that somebody runs, in words and as a picture."""

import asyncio

from council.permissions import Right
from handlers.feature import Command, Feature, on
from handlers.screen import Screen, bold, screen
from handlers.turn import Turn
from handlers.views.places import ShowStaffing
from handlers.views.staffing import SendChart, chart_bars, chart_legend, staffing_view, summary
from papers.chart import draw_chart
from services.desk import Actor
from services.staffing import Staffing
from texts.tongue import N_


async def staffing(turn: Turn) -> None:
    """Counts, never names: it can be said in the group too."""
    found = await turn.house.staffing.staffing(await turn.actor())
    await turn.say(_view(turn, found))


async def arrive(turn: Turn, parts: list[str]) -> None:
    """Somebody came from the group to see more."""
    if parts:
        await turn.council_of_button(parts[0])
    await staffing(turn)


async def show(turn: Turn, tap: ShowStaffing) -> None:
    """The same, in the tapped message."""
    council = await turn.council_of_button(tap.council)
    await turn.show(_view(turn, await turn.house.staffing.staffing(Actor(turn.person.id, council.id))))


async def send_chart(turn: Turn, tap: SendChart) -> None:
    """A picture of it; drawing takes its time, so it is done beside everything else."""
    council = await turn.council_of_button(tap.council)
    t, found = turn.t, await turn.house.staffing.staffing(Actor(turn.person.id, council.id))
    title = t.plain("Who is needed: {council}", council=council.name)
    picture = await asyncio.to_thread(draw_chart, title, chart_bars(t, found), chart_legend(t, found))
    await turn.send_photo(picture, screen([bold(t("Who is needed")), summary(t, found)]))


def _view(turn: Turn, found: Staffing) -> Screen:
    return staffing_view(turn.t, found, in_group=turn.in_group, bot_name=turn.bot_name)


FEATURE = Feature(
    title=N_("Who is needed"),
    order=36,
    commands=(
        Command(
            "staffing",
            "bemanding",
            N_("Who is needed where, against who is there"),
            staffing,
            right=Right.RUN_OPENINGS,
        ),
    ),
    taps=(on(ShowStaffing, show), on(SendChart, send_chart)),
    links={"st": arrive},
)
