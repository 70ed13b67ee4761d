"""`/calendar`: the plan for everybody's own calendar, as an iCalendar file."""

import re

from council.activities import known_as
from handlers.feature import Command, Feature, on
from handlers.screen import Button, Row, Screen, bold, rows_of, screen
from handlers.turn import Turn
from handlers.views.calendar_words import calendar_words
from handlers.views.navigation import SendCalendar, plan_button
from services.calendars import CalendarFile
from services.desk import Actor
from services.plan import Plan
from texts.tongue import N_, Tongue

_NAME_LIMIT = 60
_NOTHING = N_("Nothing is planned here yet, so there is nothing for a calendar.")


async def send_plan(turn: Turn) -> None:
    """The whole plan, with buttons for one activity; behind the command an activity's name."""
    actor = await turn.actor()
    plan = await turn.house.plans.plan(actor.council_id)
    wanted = known_as(plan.activities.values(), turn.args) if turn.args else None
    await _send(turn, plan, SendCalendar(plan.council.id, activity=wanted.id if wanted else ""))


async def send(turn: Turn, tap: SendCalendar) -> None:
    """One entry, one activity or the whole plan."""
    council = await turn.council_of_button(tap.council)
    await _send(turn, await turn.house.plans.plan(council.id), tap)


async def _send(turn: Turn, plan: Plan, wanted: SendCalendar) -> None:
    t, actor = turn.t, Actor(turn.person.id, plan.council.id)
    file = await turn.house.calendars.file(
        actor, calendar_words(t), entry_id=wanted.entry, activity_id=wanted.activity
    )
    if file.count:
        caption = caption_view(t, file, plan, wanted, turn.args)
        await turn.send_file(file.content, f"{file_name(file.name)}.ics", caption)
    elif turn.query is not None:
        await turn.alert(turn.own.plain(_NOTHING), box=True)
    else:
        await turn.say(screen([t(_NOTHING)]))


def caption_view(t: Tongue, file: CalendarFile, plan: Plan, wanted: SendCalendar, words: str = "") -> Screen:
    """What the file is and what to do with it; `words` stood behind the command."""
    whole = not wanted.entry and not wanted.activity
    activities = sorted(plan.activities.values(), key=lambda activity: activity.name.casefold())
    buttons = (Button(a.name, SendCalendar(plan.council.id, activity=a.id)) for a in activities[:20])
    rows: list[Row] = rows_of(buttons, 2) if whole else []
    count = t.n(
        "{count} entry. Open the file to put it into your calendar.",
        "{count} entries. Open the file to put them into your calendar.",
        file.count,
    )
    only_one = t("Only one activity? Choose it here.") if rows else None
    unknown = t("No activity is called “{text}”, so this is the whole plan.", text=words)
    lines = [bold(file.name), unknown if words and whole else None, count, only_one]
    return screen(lines, [*rows, (plan_button(t, plan.council.id),)])


def file_name(name: str) -> str:
    """The name as a file's: letters of any language, no signs that a file system minds."""
    return re.sub(r"[^\w]+", "-", name).strip("-_")[:_NAME_LIMIT].rstrip("-_") or "plan"


FEATURE = Feature(
    title=N_("Calendar"),
    order=18,
    commands=(Command("calendar", "kalender", N_("The plan as a file for your own calendar"), send_plan),),
    taps=(on(SendCalendar, send),),
)
