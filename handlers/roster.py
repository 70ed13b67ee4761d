"""`/roster`: everyone who signed up, for those who run the opening. In private only: names are private."""

import asyncio
import re

from council.openings import SignUp
from council.permissions import Right
from council.refusals import NoSuchSignUp, OutOfDate, PrivateOnly
from handlers.feature import Command, Feature, Where, on
from handlers.turn import Turn
from handlers.views.places import ShowRoster
from handlers.views.roster import roster_view, thanking_view
from handlers.views.roster_choice import choice_view, run_by
from handlers.views.roster_table import caption_view, table_header, table_rows
from handlers.views.roster_taps import AllCame, ChooseRoster, SendTable, Thank
from papers.tables import as_csv, as_xlsx
from services.desk import Actor
from services.openings import Listed, OpeningList
from services.rosters import Roster
from texts.tongue import N_, Tongue

_FILE_NAME = 60  # characters


async def find_roster(turn: Turn) -> None:
    """The roster that the words mean, or the openings to choose from."""
    actor = await turn.actor()
    listed, lines = await _run_by(turn, actor)
    words = turn.args.casefold().split()
    meant = [line for line in lines if all(word in line.opening.title.casefold() for word in words)]
    if len(meant) == 1:
        roster = await turn.house.rosters.roster(actor, meant[0].opening.id)
        await turn.say(roster_view(turn.t, roster))
    elif meant:
        await turn.say(choice_view(turn.t, listed, meant))
    else:
        await turn.say(choice_view(turn.t, listed, lines, unknown=turn.args))


async def choose(turn: Turn, tap: ChooseRoster) -> None:
    """Some of the openings."""
    listed, lines = await _run_by(turn, await private_actor(turn, tap.council))
    await turn.show(choice_view(turn.t, listed, lines, tap.page))


async def show_roster(turn: Turn, tap: ShowRoster) -> None:
    """Everyone on it."""
    actor = await private_actor(turn, tap.council)
    await turn.show(roster_view(turn.t, await turn.house.rosters.roster(actor, tap.opening), tap.page))


async def all_came(turn: Turn, tap: AllCame) -> None:
    """Note that all came of whom nothing else was noted."""
    actor = await private_actor(turn, tap.council)
    await turn.show(roster_view(turn.t, await turn.house.rosters.all_attended(actor, tap.opening)))


async def thank(turn: Turn, tap: Thank) -> None:
    """Thank those who came, once that is confirmed."""
    actor = await private_actor(turn, tap.council)
    if not tap.sure:
        await turn.show(thanking_view(turn.t, await turn.house.rosters.roster(actor, tap.opening)))
        return
    count = await turn.house.rosters.thank(actor, tap.opening)
    told = turn.own.plain_n("{count} thank-you is on its way.", "{count} thank-yous are on their way.", count)
    await turn.alert(told)
    await turn.show(roster_view(turn.t, await turn.house.rosters.roster(actor, tap.opening)))


async def send_table(turn: Turn, tap: SendTable) -> None:
    """The roster as a file; writing a long one takes its time, so it is done beside everything else."""
    actor = await private_actor(turn, tap.council)
    if tap.kind not in {"xlsx", "csv"}:
        raise OutOfDate
    t, roster = turn.t, await turn.house.rosters.roster(actor, tap.opening)
    content = await asyncio.to_thread(_written, t, roster, tap.kind)
    name = f"{_file_name(roster.page.opening.title)}.{tap.kind}"
    await turn.send_file(content, name, caption_view(t, roster))


def _written(t: Tongue, roster: Roster, kind: str) -> bytes:
    header, rows = table_header(t, roster), table_rows(t, roster)
    return as_csv(header, rows) if kind == "csv" else as_xlsx(roster.page.opening.title, header, rows)


async def private_actor(turn: Turn, council_id: str) -> Actor:
    """Whoever taps a button about names, which is nowhere but in private.

    Raises:
        PrivateOnly, NotOnCouncil
    """
    if turn.in_group:
        raise PrivateOnly
    return Actor(turn.person.id, (await turn.council_of_button(council_id)).id)


def signup_on(roster: Roster, key: str) -> SignUp:
    """The sign-up on this roster.

    Raises:
        NoSuchSignUp
    """
    signup = roster.signup(key)
    if signup is None:
        raise NoSuchSignUp
    return signup


async def _run_by(turn: Turn, actor: Actor) -> tuple[OpeningList, list[Listed]]:
    """The openings that somebody runs: those to come, then those that are over, the latest first."""
    openings = turn.house.openings
    await openings.may_open(actor)
    listed = await openings.listed(actor)
    past = run_by(await openings.listed(actor, past=True))
    return listed, [*run_by(listed), *reversed(past)]


def _file_name(title: str) -> str:
    """The title as a file's name: letters of any language, no signs that a file system minds."""
    return re.sub(r"[^\w]+", "-", title)[:_FILE_NAME].strip("-_") or "roster"


FEATURE = Feature(
    title=N_("Those who signed up"),
    order=32,
    commands=(
        Command(
            "roster",
            "tilmeldte",
            N_("Who signed up, and what is to be done about it"),
            find_roster,
            Where.PRIVATE,
            right=Right.RUN_OPENINGS,
        ),
    ),
    taps=(
        on(ChooseRoster, choose),
        on(ShowRoster, show_roster),
        on(AllCame, all_came),
        on(Thank, thank),
        on(SendTable, send_table),
    ),
)
