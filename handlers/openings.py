"""`/openings` and `/mine`: where people are needed, what I take part in; and last year's openings again."""

from council.refusals import OutOfDate
from handlers.feature import Command, Feature, Where, on
from handlers.screen import Button, screen
from handlers.turn import Turn
from handlers.views.entry import entry_view
from handlers.views.navigation import OpenEntry
from handlers.views.opening import opening_view
from handlers.views.openinglist import copies_view, list_view, mine_view
from handlers.views.places import CopyPlaces, LookAt, ShowMine, ShowOpenings, StandBy, openings_button
from handlers.views.running import run_view
from services.desk import Actor
from texts.tongue import N_


async def show_list(turn: Turn) -> None:
    """Where people are needed."""
    actor = await turn.actor()
    found = await turn.house.openings.listed(actor)
    asked = ShowOpenings(actor.council_id)
    await turn.say(list_view(turn.t, found, asked, turn.bot_name, in_group=turn.in_group))


async def turn_list(turn: Turn, tap: ShowOpenings) -> None:
    """Another page of it, or what is over."""
    council = await turn.council_of_button(tap.council)
    found = await turn.house.openings.listed(Actor(turn.person.id, council.id), past=tap.past)
    await turn.show(list_view(turn.t, found, tap, turn.bot_name, in_group=turn.in_group))


async def show_mine(turn: Turn, _: ShowMine | None = None) -> None:
    """What I take part in, in every council."""
    if turn.in_group:
        raise OutOfDate
    mine = await turn.house.signups.mine(turn.person)
    ready = {
        council_id: await turn.house.cover.stands_by(turn.person.id, council_id)
        for council_id in turn.person.councils
    }
    now = turn.context.surroundings.clock.now()
    await turn.show(mine_view(turn.own, mine, now, ready))


async def look_at(turn: Turn, tap: LookAt) -> None:
    """One of a list, in a message of its own, so that the list stays."""
    if turn.in_group:
        raise OutOfDate
    if tap.what == "e":
        council = await turn.council_of_button(tap.council)
        entry = await turn.house.plans.entry(Actor(turn.person.id, council.id), tap.key)
        await turn.say(entry_view(turn.own, entry, in_group=False, bot_name=turn.bot_name))
    elif tap.what == "r":
        council = await turn.council_of_button(tap.council)
        page = await turn.house.openings.run_page(Actor(turn.person.id, council.id), tap.key)
        await turn.say(run_view(turn.own, page, turn.bot_name))
    else:
        await turn.council_of_link(tap.council)
        page = await turn.house.openings.page(turn.person.id, tap.council, tap.key)
        await turn.say(opening_view(turn.own, page))


async def stand_by(turn: Turn, tap: StandBy) -> None:
    """I help at short notice, or no longer."""
    council = await turn.council_of_button(tap.council)
    await turn.house.cover.stand_by(turn.person, council.id, ready=tap.ready)
    t = turn.own
    if tap.ready:
        await turn.alert(t.plain("Thank you. I'll ask you when somebody needs cover."), box=True)
    await show_mine(turn)


async def copy(turn: Turn, tap: CopyPlaces) -> None:
    """Last year's openings for this year's entry."""
    council = await turn.council_of_button(tap.council)
    actor, t = Actor(turn.person.id, council.id), turn.own
    if not tap.source:
        page = await turn.house.plans.entry(actor, tap.entry)
        earlier = await turn.house.openings.copies_of(actor, tap.entry)
        await turn.show(copies_view(t, council.id, page.entry, earlier, turn.today))
        return
    count = await turn.house.openings.copy(actor, tap.source, tap.entry)
    told = t.n(
        "{count} opening is copied. People can sign up now.",
        "{count} openings are copied. People can sign up now.",
        count,
    )
    nothing = t("All of them are here already.")
    rows = [
        (openings_button(t, council.id),),
        (Button(t.plain("◂ Back to it"), OpenEntry(council.id, tap.entry)),),
    ]
    await turn.show(screen([told if count else nothing], rows))


async def mine(turn: Turn) -> None:
    """What I take part in."""
    await show_mine(turn)


FEATURE = Feature(
    title=N_("Helping out"),
    order=19,
    commands=(
        Command("openings", "pladser", N_("Where people are needed"), show_list),
        Command("mine", "mine", N_("What you take part in"), mine, where=Where.PRIVATE),
    ),
    taps=(
        on(LookAt, look_at),
        on(ShowOpenings, turn_list),
        on(ShowMine, show_mine),
        on(StandBy, stand_by),
        on(CopyPlaces, copy),
    ),
)
