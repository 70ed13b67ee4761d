"""What the reader of a plan asks: doubts, and lines that it could not place, one at a time."""

from collections.abc import Sequence
from typing import TypeVar

from council.asking import Line, Question, position
from council.records import Draft
from council.refusals import OutOfDate
from handlers import pasting
from handlers.feature import Feature, on
from handlers.pasting import WHEN
from handlers.screen import Screen
from handlers.turn import Turn
from handlers.views.importing_taps import Ask, Choose, DropLine, Write
from handlers.views.preview import offer_view
from handlers.views.questions import (
    AS_READ,
    LINE,
    line_view,
    noted_view,
    question_view,
    time_label,
    writing_view,
)
from services.asking import choices, from_line, typed_time, with_time
from services.desk import Actor
from services.importing import Offer
from texts.tongue import N_

Asked = TypeVar("Asked", Question, Line)


async def ask(turn: Turn, tap: Ask) -> None:
    """The question or line of this key, or the next that is open."""
    actor, offer = await _offer(turn, tap.council, tap.proposal)
    await pasting.close(turn)
    await turn.show(_from(turn, offer, actor.council_id, tap.key, itself=True))


async def choose(turn: Turn, tap: Choose) -> None:
    """One of the proposed answers."""
    actor, offer = await _offer(turn, tap.council, tap.proposal)
    question, when = offer.question(tap.key), None
    if tap.choice != AS_READ:
        when = choices(question, (tap.choice,)).get(tap.choice)
        if when is None:  # no button offers it
            raise OutOfDate
    offer = await turn.house.importing.answer(actor, tap.proposal, tap.key, when)
    await pasting.close(turn)
    if when is not None:
        time = time_label(turn.t, question, when, turn.today)
        await turn.alert(turn.t.plain("{title}: {when}", title=question.read.printed.title, when=time))
    await turn.show(_from(turn, offer, actor.council_id, tap.key))


async def drop_line(turn: Turn, tap: DropLine) -> None:
    """The line is not for the plan."""
    actor, _ = await _offer(turn, tap.council, tap.proposal)
    offer = await turn.house.importing.place(actor, tap.proposal, tap.key, None)
    await pasting.close(turn)
    await turn.show(_from(turn, offer, actor.council_id, tap.key))


async def write(turn: Turn, tap: Write) -> None:
    """Ask for the time to be typed."""
    actor, offer = await _offer(turn, tap.council, tap.proposal)
    what = (
        offer.line(tap.key).source.words
        if tap.key.startswith(LINE)
        else offer.question(tap.key).read.printed.title
    )
    await turn.house.drafts.begin(
        turn.form_id, WHEN, "when", actor.council_id, proposal=tap.proposal, key=tap.key
    )
    await turn.show(writing_view(turn.t, what, actor.council_id, tap.proposal, tap.key))


async def written(turn: Turn, draft: Draft) -> None:
    """The time that was typed."""
    assert turn.message is not None
    text, key, proposal = turn.message.text or "", draft.answer("key"), draft.answer("proposal")
    turn.known_council = await turn.house.councils.council(draft.council_id)
    actor, importing = Actor(turn.person.id, draft.council_id), turn.house.importing
    offer = await importing.offer(actor, proposal)
    if key.startswith(LINE):
        printed = from_line(offer.line(key), offer.proposal.reading, text, turn.today)
        offer = await importing.place(actor, proposal, key, printed)
    else:
        question = offer.question(key)
        when = typed_time(question, offer.proposal.reading, text, turn.today)
        printed = with_time(question, when)
        offer = await importing.answer(actor, proposal, key, when)
    await turn.house.drafts.drop(turn.form_id)
    following = _from(turn, offer, actor.council_id, key)
    await turn.say(noted_view(turn.t, printed, turn.today, following))


def _from(turn: Turn, offer: Offer, council_id: str, key: str, *, itself: bool = False) -> Screen:
    """The next thing to ask from this key on; the preview when there is none."""
    if key.startswith(LINE):
        line = _next(offer.lines, key, itself=itself)
        if line is not None:
            return line_view(turn.t, offer, line, council_id)
    else:
        question = _next(offer.questions, key, itself=itself)
        if question is not None:
            return question_view(turn.t, offer, question, council_id, turn.today)
    return offer_view(turn.t, offer, council_id, turn.today)


def _next(asked: Sequence[Asked], key: str, *, itself: bool) -> Asked | None:
    here = position(key)
    behind = (each for each in asked if position(each.key) > here or (itself and each.key == key))
    return next(behind, None)


async def _offer(turn: Turn, council_id: str, proposal: str) -> tuple[Actor, Offer]:
    actor = Actor(turn.person.id, (await turn.council_of_button(council_id)).id)
    return actor, await turn.house.importing.offer(actor, proposal)


FEATURE = Feature(
    title=N_("Questions about a plan"),
    order=21,
    taps=(on(Ask, ask), on(Choose, choose), on(Write, write), on(DropLine, drop_line)),
    forms={WHEN: written},
)
