"""`/opening`: places for people to take, from one line or step by step; nobody can sign up before the yes."""

from dataclasses import replace

from council.permissions import Right
from council.records import Draft, PlanEntry
from council.refusals import NotANumber, NothingUnderstood, OutOfDate
from council.when import When
from handlers.feature import Command, Feature, on
from handlers.screen import Screen
from handlers.sharing import post_here
from handlers.turn import Turn
from handlers.views.newopening import (
    NO_LIMIT,
    AskOpening,
    FillOpening,
    SaveOpening,
    answers_of,
    confirm_view,
    opening_in,
    question_view,
)
from handlers.views.places import OpenPlaces
from handlers.views.running import run_view
from plans.openings import count_from_text, opening_from_line
from services.desk import Actor
from services.typed import read_hours, read_when
from texts.tongue import N_

FORM = "opening"
_ORDER = ("title", "when", "place", "size", "confirm")
_MENDING = "mending"  # the answer of this name says that one answer was asked for again
_ASKED = {"when": "when", "place": "place", "size": "size"}


async def new(turn: Turn) -> None:
    """From the text behind the command, or asking what, when, where and how many."""
    actor = await turn.actor()
    await turn.house.openings.may_open(actor)
    drafts = turn.house.drafts
    if not turn.args:
        draft = await drafts.begin(turn.form_id, FORM, "title", actor.council_id, key=drafts.new_key())
        await turn.say(question_view(turn.t, draft, in_group=turn.in_group))
        return
    answers = answers_of(opening_from_line(turn.args, turn.today))
    if not answers["title"] and answers["activity"]:
        answers |= {"title": answers["activity"], "activity": ""}
    if not answers["title"]:
        raise NothingUnderstood
    answers["key"] = drafts.new_key()
    draft = await drafts.begin(turn.form_id, FORM, "confirm", actor.council_id, **answers)
    await turn.say(confirm_view(turn.t, draft, turn.today))


async def for_entry(turn: Turn, tap: OpenPlaces) -> None:
    """Open places for an entry of the plan; its time and place are those of the entry."""
    council = await turn.council_of_button(tap.council)
    actor = Actor(turn.person.id, council.id)
    page = await turn.house.plans.entry(actor, tap.entry)
    await turn.house.openings.may_open(actor, page.entry.activity_id)
    answers = _of_entry(page.entry) | {"key": turn.house.drafts.new_key()}
    draft = await turn.house.drafts.begin(turn.form_id, FORM, "title", council.id, **answers)
    await turn.show(question_view(turn.t, draft, in_group=turn.in_group))


def _of_entry(entry: PlanEntry) -> dict[str, str]:
    return {
        "entry": entry.id,
        "when": entry.when.edtf,
        "words": entry.when.words,
        "place": entry.place,
        "said_place": "yes",
    }


async def answered(turn: Turn, draft: Draft) -> None:
    """What was typed while the form asked something."""
    assert turn.message is not None
    text = " ".join((turn.message.text or "").split())
    turn.known_council = await turn.house.councils.council(draft.council_id)
    draft = replace(draft, message_id=turn.message.message_id)
    if draft.step == "confirm":
        await turn.say(confirm_view(turn.t, draft, turn.today))
        return
    await turn.say(await _go_on(turn, _with_text(draft, text, turn)))


def _with_text(draft: Draft, text: str, turn: Turn) -> Draft:
    if draft.step == "title":
        return _titled(draft, text, turn)
    if draft.step == "when":
        return _timed(draft, read_when(text, turn.today))
    if draft.step == "size":
        number = count_from_text(text)
        if number is None:
            raise NotANumber
        return draft.with_answer("size", str(number), step="size")
    return draft.with_answer("place", text, step=draft.step)


def _titled(draft: Draft, text: str, turn: Turn) -> Draft:
    """A title; what else the line says counts as well, at first also against the time of an entry.

    For an entry of the plan, hours without a day are those of its day.
    """
    of_entry = When(draft.answer("when") or "XXXX")
    no_day = opening_from_line(text, turn.today).when is None
    if draft.answer("entry") and of_entry.known and no_day:
        hours, text = read_hours(text, of_entry.first)
        draft = _timed(draft, hours) if hours else draft
    read = answers_of(opening_from_line(text, turn.today))
    title = read.pop("title") or read.pop("activity")
    if not title:
        raise NothingUnderstood
    draft = draft.with_answer("title", title, step="title")
    for name, value in read.items():
        if value and not (draft.answer(name) and draft.answer(_MENDING)):
            draft = draft.with_answer(name, value, step="title")
    return draft


def _timed(draft: Draft, when: When) -> Draft:
    return draft.with_answer("when", when.edtf, step="when").with_answer("words", when.words, step="when")


async def fill(turn: Turn, tap: FillOpening) -> None:
    """The open question was answered with a button."""
    draft = await _draft(turn, tap.token)
    if draft.step == tap.step and tap.step in _ASKED:
        if tap.step == "size":
            number = count_from_text(tap.value)
            value = NO_LIMIT if tap.value == NO_LIMIT or number is None else str(number)
            draft = draft.with_answer("size", value, step="size")
        else:
            draft = draft.with_answer(tap.step, "", step=tap.step)
        await turn.show(await _go_on(turn, _said(draft, tap.step)))
        return
    await turn.show(await _screen(turn, draft))


def _said(draft: Draft, step: str) -> Draft:
    """Note that a question was answered, be it with nothing."""
    return draft.with_answer(f"said_{step}", "yes", step=draft.step)


async def ask(turn: Turn, tap: AskOpening) -> None:
    """Ask for one of the answers again."""
    draft = await _draft(turn, tap.token)
    if tap.step in _ORDER[:-1]:
        draft = draft.with_answer(_MENDING, "yes", step=tap.step)
        await turn.house.drafts.keep(draft)
    await turn.show(await _screen(turn, draft))


async def save(turn: Turn, tap: SaveOpening) -> None:
    """Open the places."""
    draft = await _draft(turn, tap.token)
    actor = Actor(turn.person.id, draft.council_id)
    opening = replace(opening_in(draft), id=draft.answer("key"))
    page = await turn.house.openings.open(actor, opening, draft.answer("activity"))
    await turn.house.drafts.drop(turn.form_id)
    turn.known_council = page.council
    if turn.in_group:
        await post_here(turn, page)
    else:
        await turn.show(run_view(turn.own, page, turn.bot_name))


async def _go_on(turn: Turn, draft: Draft) -> Screen:
    """Ask what is not known yet, or show it all."""
    draft = replace(draft, step=_next(draft))
    await turn.house.drafts.keep(draft)
    return await _screen(turn, draft)


def _next(draft: Draft) -> str:
    if draft.answer(_MENDING):
        return "confirm"
    for step in _ORDER[1:-1]:
        known = (
            draft.answer(step) or draft.answer(f"said_{step}") or (step == "size" and draft.answer("target"))
        )
        if not known:
            return step
    return "confirm"


async def _draft(turn: Turn, token: str) -> Draft:
    draft = await turn.house.drafts.with_token(turn.form_id, token)
    if draft.form != FORM:  # the token is of another form, the button made up
        raise OutOfDate
    return draft


async def _screen(turn: Turn, draft: Draft) -> Screen:
    turn.known_council = await turn.house.councils.council(draft.council_id)
    if draft.step == "confirm":
        return confirm_view(turn.t, draft, turn.today)
    return question_view(turn.t, draft, in_group=turn.in_group)


FEATURE = Feature(
    title=N_("Finding people"),
    order=22,
    commands=(
        Command(
            "opening",
            "plads",
            N_("Open places for people to take, in one line or step by step"),
            new,
            right=Right.RUN_OPENINGS,
        ),
    ),
    taps=(on(SaveOpening, save), on(AskOpening, ask), on(FillOpening, fill), on(OpenPlaces, for_entry)),
    forms={FORM: answered},
)
