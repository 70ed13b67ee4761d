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


async def send_plan(turn: Turn) -> None:
    """The whole plan, with buttons for one activity; behind the command an activity's name."""
    actor = await turn.actor()
    plan = await turn.house.plans.plan(actor.council_id)
    wanted = known_as(plan.activities.values(), turn.args) if turn.args else None
    if not plan.entries:
        t = turn.t
        await turn.say(screen([t("The plan is empty, so there is nothing for a calendar yet.")]))
        return
    await _send(turn, actor, plan, activity_id=wanted.id if wanted else "")


async def send(turn: Turn, tap: SendCalendar) -> None:
    """One entry, one activity or the whole plan."""
    council = await turn.council_of_button(tap.council)
    plan = await turn.house.plans.plan(council.id)
    await _send(turn, Actor(turn.person.id, council.id), plan, tap.entry, tap.activity)


async def _send(turn: Turn, actor: Actor, plan: Plan, entry_id: str = "", activity_id: str = "") -> None:
    words = calendar_words(turn.t)
    file = await turn.house.calendars.file(actor, words, entry_id=entry_id, activity_id=activity_id)
    caption = caption_view(turn.t, file, plan, whole=not entry_id and not activity_id)
    await turn.send_file(file.content, f"{_file_name(file.name)}.ics", caption)


def caption_view(t: Tongue, file: CalendarFile, plan: Plan, *, whole: bool) -> Screen:
    """What the file is and what to do with it."""
    activities = sorted(plan.activities.values(), key=lambda activity: activity.name.casefold())
    buttons = (Button(a.name, SendCalendar(plan.council.id, activity=a.id)) for a in activities[:20])
    rows: list[Row] = rows_of(buttons, 2) if whole else []
    count = t.n(
        "{count} entry. Open the file to put it into your calendar.",
        "{count} entries. Open the file to put them into your calendar.",
        file.count,
    )
    only_one = t("Only one activity? Choose it here.") if rows else None
    return screen([bold(file.name), count, only_one], [*rows, (plan_button(t, plan.council.id),)])


def _file_name(name: str) -> str:
    """The name as a file's: letters of any language, no signs that a file system minds."""
    return re.sub(r"[^\w]+", "-", name).strip("-_")[:_NAME_LIMIT].rstrip("-_") or "plan"


FEATURE = Feature(
    title=N_("Calendar"),
    order=18,
    commands=(Command("calendar", "kalender", N_("The plan as a file for your own calendar"), send_plan),),
    taps=(on(SendCalendar, send),),
)
