"""Running an opening: its page, changing what it says, moving, pausing, cancelling, its questions."""

import re
from dataclasses import replace
from datetime import datetime, time
from typing import Any

from council.openings import Asking, Audience, OpeningState, Question, Unit
from council.records import Draft
from council.refusals import NoDateUnderstood, NotANumber, OutOfDate
from council.times import instant
from council.when import When
from handlers.feature import Feature, on
from handlers.screen import Screen
from handlers.turn import Turn
from handlers.views.places import RunOpening
from handlers.views.running import (
    CLEARABLE,
    FIELDS,
    audience_view,
    cancel_opening_view,
    edit_opening_view,
    field_view,
    run_view,
    state_view,
    unit_view,
)
from handlers.views.running_questions import questions_view
from handlers.views.running_taps import ClearOpening, DropQuestion, EditOpening, MendQuestion, SetOpening
from handlers.views.toall import CallList
from plans.openings import count_from_text
from services.boards import OpeningPage
from services.desk import Actor
from services.typed import read_when
from texts.tongue import N_

FORM = "openingfield"
_NUMBERS = {"size", "target", "minimum"}
_SCREENS = {
    "": edit_opening_view,
    "state": state_view,
    "unit": unit_view,
    "audience": audience_view,
    "questions": questions_view,
}
_MIDNIGHT = time(23, 59)


async def open_run(turn: Turn, tap: RunOpening) -> None:
    """The opening for those who run it."""
    await _show(turn, await _page(turn, tap.council, tap.opening))


async def edit(turn: Turn, tap: EditOpening) -> None:
    """What can be changed, or one of it."""
    page = await _page(turn, tap.council, tap.opening)
    if tap.field in _SCREENS:
        await turn.show(_SCREENS[tap.field](turn.own, page))
    elif tap.field in FIELDS:
        draft = await turn.house.drafts.begin(
            turn.form_id, FORM, tap.field, tap.council, opening=tap.opening, key=turn.house.drafts.new_key()
        )
        await turn.show(field_view(turn.own, page, draft))
    else:
        raise OutOfDate


async def answered(turn: Turn, draft: Draft) -> None:
    """The new value was typed."""
    assert turn.message is not None
    text = (turn.message.text or "").strip()
    turn.known_council = await turn.house.councils.council(draft.council_id)
    page = await _changed(turn, draft, text)
    await turn.house.drafts.drop(turn.form_id)
    await turn.say(_after(turn, draft, page))


async def clear(turn: Turn, tap: ClearOpening) -> None:
    """The field has no value any more."""
    draft = await turn.house.drafts.with_token(turn.form_id, tap.token)
    if draft.form != FORM or draft.step not in CLEARABLE:
        raise OutOfDate
    turn.known_council = await turn.house.councils.council(draft.council_id)
    page = await _changed(turn, draft, "")
    await turn.house.drafts.drop(turn.form_id)
    await turn.show(_after(turn, draft, page))


def _after(turn: Turn, draft: Draft, page: OpeningPage) -> Screen:
    if draft.step == "question":
        return questions_view(turn.own, page)
    return run_view(turn.own, page, turn.bot_name)


async def _changed(turn: Turn, draft: Draft, text: str) -> OpeningPage:
    openings, opening = turn.house.openings, draft.answer("opening")
    actor = Actor(turn.person.id, draft.council_id)
    field = draft.step
    if field == "when":
        when = read_when(text, turn.today) if text else When()
        return await openings.move(actor, opening, when=when)
    if field == "place":
        return await openings.move(actor, opening, place=" ".join(text.split()))
    if field == "size":
        return await openings.resize(actor, opening, _number(text) if text else None)
    if field == "question":
        return await openings.ask(actor, opening, _question(draft.answer("key")[:4], text))
    return await openings.change(actor, opening, **_value(turn, field, text))


def _value(turn: Turn, field: str, text: str) -> dict[str, Any]:
    if field in _NUMBERS:
        empty = 0 if field == "minimum" else None
        return {field: _number(text) if text else empty}
    if field == "closes":
        return {field: _closing(turn, text) if text else None}
    return {field: " ".join(text.split()) if field != "note" else text}


def _number(text: str) -> int:
    number = count_from_text(text)
    if number is None:
        raise NotANumber
    return number


def _closing(turn: Turn, text: str) -> datetime:
    """The instant at which nobody can sign up any more: a day alone means its end."""
    when = read_when(text, turn.today)
    if not when.known or turn.known_council is None:
        raise NoDateUnderstood(text[:80])
    return instant(when.start or datetime.combine(when.last, _MIDNIGHT), turn.known_council.zone)


def _question(key: str, text: str) -> Question:
    """A choice when answers stand behind the question mark, a number when it asks how many."""
    asked, mark, behind = text.partition("?")
    options = tuple(part.strip() for part in re.split(r"[/\n]", behind) if part.strip())
    if mark and len(options) > 1:
        return Question(key, f"{asked.strip()}?", Asking.CHOICE, options)
    number = re.match(r"(?i)\s*(hvor mange|hvor meget|how many|how much|antal|number of)\b", text)
    return Question(key, " ".join(text.split()), Asking.NUMBER if number else Asking.TEXT)


async def set_field(turn: Turn, tap: SetOpening) -> None:
    """A state, who may sign up, what is counted."""
    page = await _page(turn, tap.council, tap.opening)
    actor = Actor(turn.person.id, tap.council)
    if tap.field == "state":
        await _set_state(turn, page, actor, tap.value)
        return
    changes: dict[tuple[str, str], dict[str, Any]] = {
        **{("unit", unit.value): {"unit": unit} for unit in Unit},
        **{("audience", who.value): {"audience": who} for who in Audience},
        **{("confirm", value): {"confirm_each": value == "yes"} for value in ("yes", "no")},
        **{("children", value): {"with_children": value == "yes"} for value in ("yes", "no")},
    }
    if (tap.field, tap.value) not in changes:
        raise OutOfDate
    page = await turn.house.openings.change(actor, tap.opening, **changes[tap.field, tap.value])
    await turn.show(
        edit_opening_view(turn.own, page) if tap.field == "unit" else audience_view(turn.own, page)
    )


async def _set_state(turn: Turn, page: OpeningPage, actor: Actor, value: str) -> None:
    concerned = page.tally.taken or page.tally.waiting or page.tally.requested or page.tally.held
    if value == OpeningState.CANCELLED and concerned:
        await turn.show(cancel_opening_view(turn.own, page))
        return
    state = OpeningState.CANCELLED if value == "sure" else _state(value)
    page = await turn.house.openings.set_state(actor, page.opening.id, state)
    await turn.show(run_view(turn.own, page, turn.bot_name, await _to_call(turn, actor, page)))


async def _to_call(turn: Turn, actor: Actor, page: OpeningPage) -> CallList:
    """After a change of which people hear: those whom no message reaches."""
    if page.opening.state is not OpeningState.CANCELLED:
        return ()
    _, to_call = await turn.house.rosters.reached(actor, page.opening.id)
    return to_call


def _state(value: str) -> OpeningState:
    if value not in set(OpeningState):
        raise OutOfDate
    return OpeningState(value)


async def drop_question(turn: Turn, tap: DropQuestion) -> None:
    """Ask it no more."""
    await _page(turn, tap.council, tap.opening)
    actor = Actor(turn.person.id, tap.council)
    page = await turn.house.openings.ask_no_more(actor, tap.opening, tap.question)
    await turn.show(questions_view(turn.own, page))


async def mend_question(turn: Turn, tap: MendQuestion) -> None:
    """Whether it must be answered, and whether answers must differ."""
    page = await _page(turn, tap.council, tap.opening)
    question = page.opening.question(tap.question)
    if question is None:
        raise OutOfDate
    changed = replace(question, required=tap.required, differ=tap.differ)
    actor = Actor(turn.person.id, tap.council)
    questions = tuple(changed if each.id == changed.id else each for each in page.opening.questions)
    page = await turn.house.openings.change(actor, tap.opening, questions=questions)
    await turn.show(questions_view(turn.own, page))


async def _page(turn: Turn, council_id: str, opening_id: str) -> OpeningPage:
    council = await turn.council_of_button(council_id)
    if turn.in_group:
        raise OutOfDate
    return await turn.house.openings.run_page(Actor(turn.person.id, council.id), opening_id)


async def _show(turn: Turn, page: OpeningPage) -> None:
    await turn.show(run_view(turn.own, page, turn.bot_name))


FEATURE = Feature(
    title=N_("Running what you opened"),
    order=24,
    taps=(
        on(RunOpening, open_run),
        on(EditOpening, edit),
        on(SetOpening, set_field),
        on(ClearOpening, clear),
        on(DropQuestion, drop_question),
        on(MendQuestion, mend_question),
    ),
    forms={FORM: answered},
)
