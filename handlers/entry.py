"""`/entry`: one entry of the plan, found by words of its title or tapped in a list."""

from council.overview import coming, found
from council.refusals import NoSuchEntry, OutOfDate
from handlers.feature import Command, Feature, on
from handlers.screen import screen
from handlers.turn import Turn
from handlers.views.entry import entry_view, history_view
from handlers.views.entry_taps import ShowHistory
from handlers.views.navigation import OpenEntry, plan_button
from handlers.views.plan import choice_view, empty_view
from services.desk import Actor
from services.plan import EntryPage
from texts.tongue import N_

_OFFERED = 10


async def find_entry(turn: Turn) -> None:
    """The entry that the words mean, or those to choose from."""
    actor = await turn.actor()
    t = turn.t
    plan = await turn.house.plans.plan(actor.council_id)
    matching = found(plan.entries, turn.args) if turn.args else coming(plan.entries, plan.today, _OFFERED)
    matching = matching or ([] if turn.args else plan.entries[-_OFFERED:])
    if not plan.entries:
        await turn.say(empty_view(t, plan))
    elif not matching:
        nothing = t("Nothing on the plan is called “{text}”.", text=turn.args)
        await turn.say(screen([nothing], [(plan_button(t, actor.council_id),)]))
    elif len(matching) == 1:
        page = await turn.house.plans.entry(actor, matching[0].id)
        await turn.say(entry_view(t, page, in_group=turn.in_group, bot_name=turn.bot_name))
    else:
        await turn.say(choice_view(t, plan, matching, t.plain("Which one do you mean?")))


async def open_entry(turn: Turn, tap: OpenEntry) -> None:
    """The page of one entry."""
    await show_entry(turn, await _page(turn, tap.council, tap.entry))


async def show_history(turn: Turn, tap: ShowHistory) -> None:
    """Who changed what when."""
    await turn.show(history_view(turn.t, await _page(turn, tap.council, tap.entry)))


async def arrive(turn: Turn, parts: list[str]) -> None:
    """Somebody opened the entry from the group."""
    match parts:
        case [council_id, entry_id]:
            page = await _page(turn, council_id, entry_id)
        case _:
            raise NoSuchEntry
    await turn.say(entry_view(turn.t, page, in_group=False, bot_name=turn.bot_name))


async def show_entry(turn: Turn, page: EntryPage) -> None:
    """The entry in the tapped message."""
    await turn.show(entry_view(turn.t, page, in_group=turn.in_group, bot_name=turn.bot_name))


async def _page(turn: Turn, council_id: str, entry_id: str) -> EntryPage:
    council = await turn.council_of_button(council_id)
    page = await turn.house.plans.entry(Actor(turn.person.id, council.id), entry_id)
    if page.entry.removed and page.viewer is None:
        raise OutOfDate
    return page


FEATURE = Feature(
    title=N_("The plan, one by one"),
    order=12,
    commands=(Command("entry", "punkt", N_("One thing on the plan, by words of its title"), find_entry),),
    taps=(on(OpenEntry, open_entry), on(ShowHistory, show_history)),
    links={"e": arrive},
)
