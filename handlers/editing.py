"""Changing an entry in private: every field by a button and, where needed, a typed answer."""

from council.permissions import Right, require
from council.records import Draft, Kind, Status
from council.refusals import OutOfDate, PrivateOnly
from council.when import When
from handlers.entry import show_entry
from handlers.feature import Feature, on
from handlers.screen import Screen
from handlers.turn import Turn
from handlers.views.entry import (
    QUESTIONS,
    deleting_view,
    edit_view,
    entry_view,
    kind_view,
    moving_view,
    question_view,
    state_view,
)
from handlers.views.entry_taps import Clear, Delete, Edit, Move, SetActivity, SetKind, SetState, Undo
from services.desk import Actor
from services.plan import EntryPage
from services.typed import read_new_time
from texts.tongue import N_

FORM = "edit"


async def edit(turn: Turn, tap: Edit) -> None:
    """What can be changed, or the question for one field."""
    page = await _page(turn, tap.council, tap.entry)
    choices = {"": edit_view, "state": state_view, "kind": kind_view}
    if tap.field in choices:
        await turn.show(choices[tap.field](turn.t, page))
    elif tap.field in QUESTIONS:
        await _ask(turn, page, tap.field)
    else:
        raise OutOfDate


async def answered(turn: Turn, draft: Draft) -> None:
    """The typed answer to the question for a field."""
    assert turn.message is not None
    text = (turn.message.text or "").strip()
    actor, entry_id = Actor(turn.person.id, draft.council_id), draft.answer("entry")
    turn.known_council = await turn.house.councils.council(draft.council_id)
    plans = turn.house.plans
    if draft.step in {"when", "confirm"}:
        page = await plans.entry(actor, entry_id)
        when = read_new_time(page.entry, text, turn.today)
        kept = draft.with_answer("when", when.edtf, step="confirm").with_answer(
            "words", when.words, step="confirm"
        )
        await turn.house.drafts.keep(kept)
        await turn.say(moving_view(turn.t, page, when, draft.token))
        return
    if draft.step == "activity":
        page = await plans.assign(actor, entry_id, text)
    elif draft.step == "waiting":
        page = await plans.amend(actor, entry_id, status=Status.WAITING, waiting_for=" ".join(text.split()))
    else:
        page = await plans.amend(actor, entry_id, **{draft.step: " ".join(text.split())})
    await turn.house.drafts.drop(turn.form_id)
    await turn.say(_entry(turn, page))


async def move(turn: Turn, tap: Move) -> None:
    """The new time is right."""
    draft = await turn.house.drafts.with_token(turn.form_id, tap.token)
    if draft.form != FORM or not draft.answer("when"):
        raise OutOfDate
    actor = Actor(turn.person.id, draft.council_id)
    when = When(draft.answer("when"), draft.answer("words"))
    page = await turn.house.plans.amend(actor, draft.answer("entry"), when=when)
    await _settled(turn, page)


async def clear(turn: Turn, tap: Clear) -> None:
    """The field is empty from now on."""
    draft = await turn.house.drafts.with_token(turn.form_id, tap.token)
    if draft.form != FORM or draft.step not in {"place", "responsible", "note"}:
        raise OutOfDate
    actor = Actor(turn.person.id, draft.council_id)
    page = await turn.house.plans.amend(actor, draft.answer("entry"), **{draft.step: ""})
    await _settled(turn, page)


async def set_state(turn: Turn, tap: SetState) -> None:
    """Certain, tentative, waiting, done, cancelled, or back on the plan."""
    page = await _page(turn, tap.council, tap.entry)
    if tap.state == "waiting":
        await _ask(turn, page, "waiting")
        return
    when = page.entry.when
    fields: dict[str, dict[str, object]] = {
        "certain": {"when": when.marked(approximate=when.approximate), "status": Status.PLANNED},
        "tentative": {
            "when": when.marked(uncertain=True, approximate=when.approximate),
            "status": Status.PLANNED,
        },
        "back": {"removed": False},
        Status.PLANNED: {"status": Status.PLANNED},
        Status.DONE: {"status": Status.DONE},
        Status.CANCELLED: {"status": Status.CANCELLED},
    }
    if tap.state not in fields:
        raise OutOfDate
    actor = Actor(turn.person.id, page.plan.council.id)
    await show_entry(turn, await turn.house.plans.amend(actor, tap.entry, **fields[tap.state]))


async def set_kind(turn: Turn, tap: SetKind) -> None:
    """What the entry is."""
    page = await _page(turn, tap.council, tap.entry)
    if tap.kind not in list(Kind):
        raise OutOfDate
    actor = Actor(turn.person.id, page.plan.council.id)
    await show_entry(turn, await turn.house.plans.amend(actor, tap.entry, kind=Kind(tap.kind)))


async def set_activity(turn: Turn, tap: SetActivity) -> None:
    """Which activity the entry is part of."""
    page = await _page(turn, tap.council, tap.entry)
    if tap.activity and tap.activity not in page.plan.activities:
        raise OutOfDate
    actor = Actor(turn.person.id, page.plan.council.id)
    name = page.plan.activities[tap.activity].name if tap.activity else ""
    await _settled(turn, await turn.house.plans.assign(actor, tap.entry, name))


async def delete(turn: Turn, tap: Delete) -> None:
    """Take the entry off the plan once that is confirmed."""
    page = await _page(turn, tap.council, tap.entry)
    if not tap.sure:
        await turn.show(deleting_view(turn.t, page))
        return
    actor = Actor(turn.person.id, page.plan.council.id)
    page = await turn.house.plans.amend(actor, tap.entry, removed=True)
    await turn.show(edit_view(turn.t, page))


async def undo(turn: Turn, tap: Undo) -> None:
    """Take back the last change."""
    page = await _page(turn, tap.council, tap.entry)
    actor = Actor(turn.person.id, page.plan.council.id)
    await show_entry(turn, await turn.house.plans.undo(actor, tap.entry, tap.change))


async def _page(turn: Turn, council_id: str, entry_id: str) -> EntryPage:
    """The entry, for somebody who may change it."""
    if turn.in_group:
        raise PrivateOnly
    council = await turn.council_of_button(council_id)
    page = await turn.house.plans.entry(Actor(turn.person.id, council.id), entry_id)
    require(page.viewer, Right.EDIT_PLAN, page.entry.activity_id)
    return page


async def _ask(turn: Turn, page: EntryPage, field: str) -> None:
    council_id, entry_id = page.plan.council.id, page.entry.id
    draft = await turn.house.drafts.begin(turn.form_id, FORM, field, council_id, entry=entry_id)
    await turn.show(question_view(turn.t, draft, page))


async def _settled(turn: Turn, page: EntryPage) -> None:
    await turn.house.drafts.drop(turn.form_id)
    turn.known_council = page.plan.council
    await turn.show(_entry(turn, page))


def _entry(turn: Turn, page: EntryPage) -> Screen:
    return entry_view(turn.t, page, in_group=turn.in_group, bot_name=turn.bot_name)


FEATURE = Feature(
    title=N_("Changing the plan"),
    order=13,
    taps=(
        on(Edit, edit),
        on(Move, move),
        on(Clear, clear),
        on(SetState, set_state),
        on(SetKind, set_kind),
        on(SetActivity, set_activity),
        on(Delete, delete),
        on(Undo, undo),
    ),
    forms={FORM: answered},
)
