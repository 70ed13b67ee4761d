"""`/new`: one more entry, from one line of text or step by step; nothing is saved before it is confirmed."""

from dataclasses import replace

from council.permissions import Right
from council.records import Draft, Printed
from council.refusals import OutOfDate
from council.when import Precision, When
from handlers.feature import Command, Feature, on
from handlers.screen import Screen
from handlers.turn import Turn
from handlers.views.entry import entry_view
from handlers.views.newentry import (
    DOUBT,
    QUESTIONS,
    Ask,
    Save,
    Skip,
    answers_of,
    confirm_view,
    entry_in,
    question_view,
    retitled,
)
from plans.typed import LineReading
from services.desk import Actor
from services.typed import printed, read_line, read_when
from texts.tongue import N_

FORM = "new"
_MENDING = "mending"  # the answer of this name says which answer was asked for again


async def new(turn: Turn) -> None:
    """From the text behind the command, or asking what, when and where."""
    actor = await turn.actor()
    await turn.house.plans.may_add(actor)
    if not turn.args:
        draft = await turn.house.drafts.begin(turn.form_id, FORM, "title", actor.council_id)
        await turn.say(question_view(turn.t, draft, in_group=turn.in_group))
        return
    reading = read_line(turn.args, turn.today)
    answers = answers_of(_entry(reading, turn.args)) | {DOUBT: "date" if reading.doubts else ""}
    draft = await turn.house.drafts.begin(turn.form_id, FORM, "confirm", actor.council_id, **answers)
    await turn.say(confirm_view(turn.t, draft, turn.today))


async def answered(turn: Turn, draft: Draft) -> None:
    """What was typed while the form asked something."""
    assert turn.message is not None
    text = " ".join((turn.message.text or "").split())
    draft = replace(draft, message_id=turn.message.message_id)
    turn.known_council = await turn.house.councils.council(draft.council_id)
    if draft.step == "title":
        draft = retitled(draft, _entry(read_line(text, turn.today), text))
    elif draft.step == "when":
        draft = _timed(draft, read_when(text, turn.today))
    elif draft.step == "place":
        draft = draft.with_answer("place", text, step="confirm")
    else:
        await turn.say(confirm_view(turn.t, draft, turn.today))
        return
    await _go_on(turn, draft)


async def skip(turn: Turn, tap: Skip) -> None:
    """The open question stays without an answer."""
    draft = await _draft(turn, tap.token)
    if draft.step == tap.step == "when":
        await turn.house.drafts.keep(draft := _timed(draft, When.unknown()))
    elif draft.step == tap.step == "place":
        await turn.house.drafts.keep(draft := draft.with_answer("place", "", step="confirm"))
    await turn.show(await _screen(turn, draft))


async def ask(turn: Turn, tap: Ask) -> None:
    """Ask for one of the answers again."""
    draft = await _draft(turn, tap.token)
    if tap.step in QUESTIONS:
        draft = draft.with_answer(_MENDING, tap.step, step=tap.step)
        await turn.house.drafts.keep(draft)
    await turn.show(await _screen(turn, draft))


async def save(turn: Turn, tap: Save) -> None:
    """Put it on the plan; what was saved before, but could not be shown, is shown now."""
    draft = await turn.house.drafts.open(turn.form_id)
    if draft is None or draft.token != tap.token:
        page = await turn.house.plans.saved(await turn.actor(), tap.token)
    else:
        draft = await _draft(turn, tap.token)
        actor = Actor(turn.person.id, draft.council_id)
        page = await turn.house.plans.add(actor, entry_in(draft), entry_id=draft.token)
        await turn.house.drafts.drop(turn.form_id)
    turn.known_council = page.plan.council
    await turn.show(entry_view(turn.t, page, in_group=turn.in_group, bot_name=turn.bot_name))


async def _draft(turn: Turn, token: str) -> Draft:
    draft = await turn.house.drafts.with_token(turn.form_id, token)
    if draft.form != FORM:  # the token is of another form, the button made up
        raise OutOfDate
    return draft


async def _go_on(turn: Turn, draft: Draft) -> None:
    await turn.house.drafts.keep(draft)
    await turn.say(await _screen(turn, draft))


async def _screen(turn: Turn, draft: Draft) -> Screen:
    turn.known_council = await turn.house.councils.council(draft.council_id)
    if draft.step == "confirm":
        return confirm_view(turn.t, draft, turn.today)
    return question_view(turn.t, draft, in_group=turn.in_group)


def _entry(reading: LineReading, text: str) -> Printed:
    """A line as an entry. A season that begins the line is a part of the name: "Summer party"."""
    entry = printed(reading)
    text, season = " ".join(text.split()), entry.when.words
    named_for = entry.when.precision is Precision.SEASON and text.casefold().startswith(season.casefold())
    if named_for and text[len(season) : len(season) + 2].strip().isalpha():
        return replace(entry, title=text, when=When.unknown())
    return entry


def _timed(draft: Draft, when: When) -> Draft:
    """The form with this time; the place is asked for next, but not when only the time was mended."""
    step = "confirm" if draft.answer(_MENDING) else "place"
    return draft.with_answer("when", when.edtf, step=step).with_answer("words", when.words, step=step)


FEATURE = Feature(
    title=N_("Something new"),
    order=15,
    commands=(
        Command(
            "new",
            "nyt",
            N_("Put something on the plan, in one line or step by step"),
            new,
            right=Right.EDIT_PLAN,
        ),
    ),
    taps=(on(Save, save), on(Ask, ask), on(Skip, skip)),
    forms={FORM: answered},
)
