"""`/activities`: the undertakings of the council; renaming, merging and describing them."""

from dataclasses import dataclass
from typing import ClassVar

from council.permissions import Right
from council.records import Draft
from council.refusals import NotAllowed, OutOfDate
from handlers.codec import Tap
from handlers.feature import Command, Feature, on
from handlers.screen import GAP, Button, Row, Screen, bold, italic, rows_of, screen
from handlers.turn import Turn
from handlers.views.navigation import (
    ChooseCoordinators,
    SendCalendar,
    ShowActivity,
    ShowPlan,
    cancel_button,
    plan_button,
)
from handlers.views.remind_taps import ShowRules
from services.activities import ActivityList, ActivityPage
from services.desk import Actor
from texts.tongue import N_, Tongue

FORM = "activity"
_MOST = 40  # buttons on one screen


@dataclass(frozen=True, slots=True)
class ShowActivities(Tap):
    """All of them."""

    prefix: ClassVar[str] = "a"
    council: str


@dataclass(frozen=True, slots=True)
class AskActivity(Tap):
    """Ask for its new `name` or `description`."""

    prefix: ClassVar[str] = "aq"
    council: str
    activity: str
    field: str


@dataclass(frozen=True, slots=True)
class Merge(Tap):
    """Merge `other` into `activity`; without `other` it shows which ones there are."""

    prefix: ClassVar[str] = "am"
    council: str
    activity: str
    other: str = ""
    sure: bool = False


async def show_activities(turn: Turn) -> None:
    """All activities."""
    actor = await turn.actor()
    await turn.say(list_view(turn.t, await turn.house.activities.listed(actor), actor.council_id))


async def back_to_list(turn: Turn, tap: ShowActivities) -> None:
    """All activities, in the same message."""
    actor = await _actor(turn, tap.council)
    await turn.show(list_view(turn.t, await turn.house.activities.listed(actor), actor.council_id))


async def show_activity(turn: Turn, tap: ShowActivity) -> None:
    """One activity."""
    actor = await _actor(turn, tap.council)
    await _show(turn, actor, tap.activity)


async def ask(turn: Turn, tap: AskActivity) -> None:
    """Ask for a new name or description."""
    actor = await _actor(turn, tap.council)
    page = (await turn.house.activities.listed(actor)).page(tap.activity)
    if not page.editable:
        raise NotAllowed(Right.EDIT_ACTIVITIES)
    if tap.field not in _QUESTIONS:
        raise OutOfDate
    draft = await turn.house.drafts.begin(
        turn.form_id, FORM, tap.field, actor.council_id, activity=tap.activity
    )
    await turn.show(question_view(turn.t, page, draft, in_group=turn.in_group))


async def answered(turn: Turn, draft: Draft) -> None:
    """The new name or description."""
    assert turn.message is not None
    text = " ".join((turn.message.text or "").split())
    actor, activity_id = Actor(turn.person.id, draft.council_id), draft.answer("activity")
    activities = turn.house.activities
    if draft.step == "name":
        changed = await activities.rename(actor, activity_id, text)
    else:
        changed = await activities.describe(actor, activity_id, text)
    await turn.house.drafts.drop(turn.form_id)
    turn.known_council = await turn.house.councils.council(draft.council_id)
    page = (await activities.listed(actor)).page(changed.id)
    await turn.say(activity_view(turn.t, page, actor.council_id, in_group=turn.in_group))


async def merge(turn: Turn, tap: Merge) -> None:
    """Make two of them one, once that is confirmed."""
    actor = await _actor(turn, tap.council)
    listed = await turn.house.activities.listed(actor)
    page = listed.page(tap.activity)
    if not page.editable:
        raise NotAllowed(Right.EDIT_ACTIVITIES)
    if not tap.other:
        await turn.show(merge_view(turn.t, page, listed, actor.council_id))
    elif not tap.sure:
        await turn.show(merging_view(turn.t, page, listed.page(tap.other), actor.council_id))
    else:
        kept = await turn.house.activities.merge(actor, tap.activity, tap.other)
        await _show(turn, actor, kept.id)


async def _actor(turn: Turn, council_id: str) -> Actor:
    return Actor(turn.person.id, (await turn.council_of_button(council_id)).id)


async def _show(turn: Turn, actor: Actor, activity_id: str) -> None:
    page = (await turn.house.activities.listed(actor)).page(activity_id)
    await turn.show(activity_view(turn.t, page, actor.council_id, in_group=turn.in_group))


def list_view(t: Tongue, listed: ActivityList, council_id: str) -> Screen:
    """All activities with what they hold."""
    heading = t("Activities of {council}", council=listed.council_name)
    if not listed.pages:
        none_yet = t("There are no activities yet. They come with the plan, or with /new.")
        return screen([bold(heading), none_yet], [(plan_button(t, council_id),)])
    lines = [
        t.n(
            "{name} – {count} entry",
            "{name} – {count} entries",
            page.entries,
            name=bold(page.activity.name),
        )
        for page in listed.pages[:_MOST]
    ]
    buttons = (
        Button(page.activity.name, ShowActivity(council_id, page.activity.id))
        for page in listed.pages[:_MOST]
    )
    return screen([bold(heading), GAP, *lines], [*rows_of(buttons, 2), (plan_button(t, council_id),)])


def activity_view(t: Tongue, page: ActivityPage, council_id: str, *, in_group: bool) -> Screen:
    """One activity; buttons to change it for those who may."""
    activity = page.activity
    names = [member.name for member in page.coordinators]
    coordinator = t.n("Coordinator: {names}", "Coordinators: {names}", len(names), names=t.listed(names))
    nobody = t("No coordinator yet. The secretary or the chair chooses one.")
    lines = [
        bold(activity.name),
        italic(activity.description) if activity.description else None,
        coordinator if names else nobody,
        t.n("{count} entry on the plan", "{count} entries on the plan", page.entries),
        t("Also known as {names}", names=t.listed(activity.aliases)) if activity.aliases else None,
    ]
    rows: list[Row] = [
        (
            Button(t.plain("See its plan"), ShowPlan(council_id, activity=activity.id, months=12)),
            Button(t.plain("Calendar"), SendCalendar(council_id, activity=activity.id)),
        )
    ]
    if page.editable:
        rows.append(
            (
                Button(t.plain("Rename"), AskActivity(council_id, activity.id, "name")),
                Button(t.plain("Describe"), AskActivity(council_id, activity.id, "description")),
                Button(t.plain("Merge"), Merge(council_id, activity.id)),
            )
        )
    if page.editable and not in_group:
        rows.append((Button(t.plain("Reminders"), ShowRules(council_id, f"a-{activity.id}")),))
    if page.appointable and not in_group:
        choosing = Button(t.plain("Choose coordinators"), ChooseCoordinators(council_id, activity.id))
        rows.append((choosing,))
    return screen(lines, [*rows, (Button(t.plain("◂ All activities"), ShowActivities(council_id)),)])


_QUESTIONS = {
    "name": N_("What shall it be called?"),
    "description": N_("What is it, in a sentence or two?"),
}


def question_view(t: Tongue, page: ActivityPage, draft: Draft, *, in_group: bool) -> Screen:
    """Ask for the new text."""
    how = t("Answer this message.") if in_group else None
    lines = [bold(page.activity.name), t(_QUESTIONS[draft.step]), how]
    return screen(lines, [(cancel_button(t, draft.token),)])


def merge_view(t: Tongue, page: ActivityPage, listed: ActivityList, council_id: str) -> Screen:
    """Which other one is the same?"""
    kept = page.activity
    others = [other.activity for other in listed.pages if other.activity.id != kept.id]
    buttons = (Button(other.name, Merge(council_id, kept.id, other.id)) for other in others[:_MOST])
    question = t("Which one is the same as {name}?", name=bold(kept.name))
    alone = t("There is no other activity to merge it with.")
    back = (Button(t.plain("◂ Back"), ShowActivity(council_id, kept.id)),)
    return screen([question if others else alone], [*rows_of(buttons, 2), back])


def merging_view(t: Tongue, page: ActivityPage, other: ActivityPage, council_id: str) -> Screen:
    """Are you sure?"""
    kept, gone = page.activity, other.activity
    return screen(
        [
            bold(t("Make {other} a part of {name}?", other=gone.name, name=kept.name)),
            t.n(
                "Its {count} entry goes over to {name}. This cannot be undone.",
                "Its {count} entries go over to {name}. This cannot be undone.",
                other.entries,
                name=kept.name,
            ),
        ],
        [
            (Button(t.plain("No, leave them"), ShowActivity(council_id, kept.id)),),
            (Button(t.plain("Yes, merge them"), Merge(council_id, kept.id, gone.id, sure=True)),),
        ],
    )


FEATURE = Feature(
    title=N_("Activities"),
    order=30,
    commands=(
        Command(
            "activities",
            "aktiviteter",
            N_("The undertakings: who coordinates, what they are"),
            show_activities,
        ),
    ),
    taps=(
        on(ShowActivities, back_to_list),
        on(ShowActivity, show_activity),
        on(AskActivity, ask),
        on(Merge, merge),
    ),
    forms={FORM: answered},
)
