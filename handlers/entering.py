"""Entering somebody who has no Telegram, step by step; nothing is saved before it is confirmed."""

from dataclasses import replace

from council.openings import Unit
from council.records import Draft
from council.refusals import NothingUnderstood, OutOfDate, TooLong
from handlers.feature import Feature, on
from handlers.roster import private_actor, signup_on
from handlers.screen import Screen
from handlers.turn import Turn
from handlers.views.entering import (
    HOWS,
    LIMITS,
    STEPS,
    AskAgain,
    EnterAs,
    EnterThem,
    LeaveOut,
    SayHow,
    arriving,
    confirm_view,
    question_view,
)
from handlers.views.places import EnterSomebody
from handlers.views.roster_person import signup_view
from services.boards import OpeningPage
from services.desk import Actor
from texts.tongue import N_

FORM = "enter"


async def begin(turn: Turn, tap: EnterSomebody) -> None:
    """Ask whom."""
    actor = await private_actor(turn, tap.council)
    page = await turn.house.openings.run_page(actor, tap.opening)
    drafts = turn.house.drafts
    draft = await drafts.begin(turn.form_id, FORM, STEPS[0], actor.council_id, opening=tap.opening)
    await turn.show(question_view(turn.t, page, draft))


async def answered(turn: Turn, draft: Draft) -> None:
    """What was typed while the form asked something."""
    assert turn.message is not None
    text = " ".join((turn.message.text or "").split())
    if draft.step in LIMITS:
        if not text:
            raise NothingUnderstood
        if len(text) > LIMITS[draft.step]:
            raise TooLong(LIMITS[draft.step])
        draft = _answered(replace(draft, message_id=turn.message.message_id), text)
        await turn.house.drafts.keep(draft)
    await turn.say(await _screen(turn, draft))


async def choose_unit(turn: Turn, tap: EnterAs) -> None:
    """A person, a country, an association."""
    if tap.unit not in list(Unit):
        raise OutOfDate
    await _answer(turn, tap.token, "unit", tap.unit)


async def choose_how(turn: Turn, tap: SayHow) -> None:
    """On the phone, at the meeting."""
    if tap.how not in HOWS:
        raise OutOfDate
    await _answer(turn, tap.token, "agreed", turn.t.plain(HOWS[tap.how]))


async def leave_out(turn: Turn, tap: LeaveOut) -> None:
    """Without an answer."""
    if tap.step not in {"agreed", "phone"}:
        raise OutOfDate
    await _answer(turn, tap.token, tap.step, "")


async def ask_again(turn: Turn, tap: AskAgain) -> None:
    """Another name, another number."""
    draft = await _draft(turn, tap.token)
    if draft.step == STEPS[-1] and tap.step in LIMITS:
        await turn.house.drafts.keep(draft := replace(draft, step=tap.step))
    await turn.show(await _screen(turn, draft))


async def enter(turn: Turn, tap: EnterThem) -> None:
    """Enter them. The form is closed last: after a breakdown the same tap shows whom it entered."""
    draft = await _draft(turn, tap.token)
    if draft.step != STEPS[-1]:
        raise OutOfDate
    actor, opening = Actor(turn.person.id, draft.council_id), draft.answer("opening")
    signup = await turn.house.rosters.enter(actor, opening, arriving(draft))
    roster = await turn.house.rosters.roster(actor, opening)
    turn.known_council = roster.page.council
    await turn.show(signup_view(turn.t, roster, signup_on(roster, signup.id)))
    await turn.house.drafts.drop(turn.form_id)


async def _answer(turn: Turn, token: str, step: str, text: str) -> None:
    """Take a tapped answer, unless that question was answered already."""
    draft = await _draft(turn, token)
    if draft.step == step:
        await turn.house.drafts.keep(draft := _answered(draft, text))
    await turn.show(await _screen(turn, draft))


def _answered(draft: Draft, text: str) -> Draft:
    """With the open question answered, and the next one open that was not asked before."""
    given = {name for name, _ in draft.answers} | {draft.step}
    following = next(step for step in STEPS if step not in given)
    return draft.with_answer(draft.step, text, step=following)


async def _draft(turn: Turn, token: str) -> Draft:
    draft = await turn.house.drafts.with_token(turn.form_id, token)
    if draft.form != FORM:  # the token is of another form, the button made up
        raise OutOfDate
    return draft


async def _page(turn: Turn, draft: Draft) -> OpeningPage:
    """The opening, for somebody who still runs it."""
    turn.known_council = await turn.house.councils.council(draft.council_id)
    actor = Actor(turn.person.id, draft.council_id)
    return await turn.house.openings.run_page(actor, draft.answer("opening"))


async def _screen(turn: Turn, draft: Draft) -> Screen:
    page = await _page(turn, draft)
    view = confirm_view if draft.step == STEPS[-1] else question_view
    return view(turn.t, page, draft)


FEATURE = Feature(
    title=N_("Those without Telegram"),
    order=34,
    taps=(
        on(EnterSomebody, begin),
        on(EnterAs, choose_unit),
        on(SayHow, choose_how),
        on(LeaveOut, leave_out),
        on(AskAgain, ask_again),
        on(EnterThem, enter),
    ),
    forms={FORM: answered},
)
