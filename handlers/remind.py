"""`/remind` and `/remindme`: a reminder of one's own choice, in one line or step by step."""

from collections.abc import Sequence

from council.before import is_distance
from council.due import GROUP, takes_place
from council.overview import coming, found
from council.permissions import Right, may
from council.refusals import OutOfDate
from council.when import Precision
from handlers.feature import Command, Feature, Where, on
from handlers.screen import screen
from handlers.turn import Turn
from handlers.views.navigation import plan_button
from handlers.views.remind import (
    ME,
    About,
    Candidate,
    choice_view,
    group_help_view,
    group_view,
    help_view,
    subject_view,
    whom_view,
)
from handlers.views.remind_taps import ForgetReminder, Remind, ShowSubject, unpacked
from plans.distances import distance_from_text
from services.desk import Actor
from texts.tongue import N_

_OFFERED = 10


async def remind(turn: Turn) -> None:
    """The group or those who are signed up, or oneself; in the group it is the group."""
    await _begin(turn, GROUP if turn.in_group else "")


async def remind_me(turn: Turn) -> None:
    """Oneself alone."""
    await _begin(turn, ME)


async def _begin(turn: Turn, to: str) -> None:
    actor = await turn.actor()
    distance, words = distance_from_text(turn.args) or ("", turn.args)
    if turn.in_group and not (distance and words):
        await turn.say(group_help_view(turn.t, actor.council_id, turn.bot_name))
        return
    candidates = await _named(turn, actor, words) if words else await _ahead(turn, actor)
    if not words and not (distance and candidates):
        await turn.say(help_view(turn.t, actor.council_id, candidates[:_OFFERED], turn.today, to))
    elif not candidates:
        told = turn.t("Nothing that lies ahead is called “{text}”.", text=words)
        await turn.say(screen([told], [(plan_button(turn.t, actor.council_id),)]))
    elif len(candidates) == 1 and words:
        await _chosen(turn, actor, candidates[0].key, distance, to)
    else:
        shown = candidates[:_OFFERED]
        await turn.say(choice_view(turn.t, actor.council_id, shown, turn.today, distance, to))


async def _chosen(turn: Turn, actor: Actor, key: str, distance: str, to: str) -> None:
    """It is known what it is about; ask for what is not known yet, or do it."""
    about = await _about(turn, actor, key)
    if not distance:
        await turn.show(subject_view(turn.t, about, to))
    elif not to and about.others and about.ahead(distance):
        await turn.show(whom_view(turn.t, about, distance))
    else:
        await turn.house.reminders.remind(actor, key, distance, to or ME)
        about = await _about(turn, actor, key)
        shown = group_view(turn.t, about, distance, turn.bot_name) if turn.in_group else None
        await turn.show(shown or subject_view(turn.t, about, to))


async def show(turn: Turn, tap: ShowSubject) -> None:
    """The reminders of one thing."""
    if turn.in_group:
        raise OutOfDate
    await _chosen(turn, await _actor(turn, tap.council), tap.subject, "", tap.to)


async def choose(turn: Turn, tap: Remind) -> None:
    """Remind of it so long before."""
    distance = unpacked(tap.distance)
    if (turn.in_group and tap.to != GROUP) or not is_distance(distance):
        raise OutOfDate
    await _chosen(turn, await _actor(turn, tap.council), tap.subject, distance, tap.to)


async def forget(turn: Turn, tap: ForgetReminder) -> None:
    """Remind no more."""
    if turn.in_group:
        raise OutOfDate
    actor = await _actor(turn, tap.council)
    about = await _about(turn, actor, tap.subject)
    if tap.reminder in {each.id for each in about.customs}:
        await turn.house.reminders.forget(actor, tap.subject, tap.reminder)
    await turn.show(subject_view(turn.t, await _about(turn, actor, tap.subject), tap.to))


async def arrive(turn: Turn, parts: list[str]) -> None:
    """Somebody came from the group to choose."""
    if parts:
        await turn.council_of_button(parts[0])
    turn.args = ""
    await remind(turn)


async def _actor(turn: Turn, council_id: str) -> Actor:
    return Actor(turn.person.id, (await turn.council_of_button(council_id)).id)


async def _about(turn: Turn, actor: Actor, key: str) -> About:
    """What is known of an entry or an opening, as this person sees it."""
    what, _, record = key.partition("-")
    if what not in {"e", "o"}:
        raise OutOfDate
    seen = await turn.house.reminders.subject(actor, key)
    if what == "e":
        entry = (await turn.house.plans.entry(actor, record)).entry
        when, others = entry.when, may(seen.viewer, Right.EDIT_PLAN, entry.activity_id)
    else:
        opening = (await turn.house.openings.page(actor.person_id, actor.council_id, record)).opening
        when, others = opening.when, may(seen.viewer, Right.RUN_OPENINGS, opening.activity_id)
    return About(seen.council, key, seen.title, when, seen.customs, others, turn.now)


async def _named(turn: Turn, actor: Actor, words: str) -> list[Candidate]:
    """What lies ahead and has all the words in its title; one that is called just so is meant alone."""
    plan = await turn.house.plans.plan(actor.council_id)
    listed = await turn.house.openings.listed(actor)
    entries = [
        Candidate(f"e-{entry.id}", entry.title, entry.when)
        for entry in found(plan.entries, words)
        if takes_place(entry) and entry.when.last >= plan.today
    ]
    openings = [
        Candidate(f"o-{line.opening.id}", line.opening.title, line.opening.when)
        for line in listed.lines
        if all(word in line.opening.title.casefold() for word in words.casefold().split())
    ]
    matching = _in_order([*entries, *openings])
    exact = [each for each in matching if each.title.casefold() == words.casefold()]
    return exact if len(exact) == 1 else matching


async def _ahead(turn: Turn, actor: Actor) -> list[Candidate]:
    """What comes next, and what one takes part in or runs."""
    plan = await turn.house.plans.plan(actor.council_id)
    listed = await turn.house.openings.listed(actor)
    entries = [
        Candidate(f"e-{entry.id}", entry.title, entry.when)
        for entry in coming(plan.entries, plan.today, _OFFERED)
        if entry.when.known
    ]
    openings = [
        Candidate(f"o-{line.opening.id}", line.opening.title, line.opening.when)
        for line in listed.lines
        if line.opening.when.precision is not Precision.UNKNOWN
        and (line.mine is not None or may(listed.viewer, Right.RUN_OPENINGS, line.opening.activity_id))
    ]
    return _in_order([*entries, *openings])


def _in_order(candidates: Sequence[Candidate]) -> list[Candidate]:
    return sorted(candidates, key=lambda each: (each.when.order, each.title))


FEATURE = Feature(
    title=N_("Reminders of your choice"),
    order=41,
    commands=(
        Command(
            "remind",
            "paamind",
            N_("Remind the group or those who are signed up of something, at a time you choose"),
            remind,
            right=Right.EDIT_PLAN,
        ),
        Command(
            "remindme",
            "mindmig",
            N_("Be reminded of something, at a time you choose"),
            remind_me,
            where=Where.PRIVATE,
        ),
    ),
    taps=(on(ShowSubject, show), on(Remind, choose), on(ForgetReminder, forget)),
    links={"ms": arrive},
)
