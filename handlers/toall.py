"""Writing to everyone on an opening: nothing is sent before it was read through once more."""

from dataclasses import replace

from markupsafe import Markup

from council.records import Draft
from council.refusals import NothingUnderstood, OutOfDate, TooLong
from handlers.feature import Feature, on
from handlers.notices import message_view
from handlers.roster import private_actor
from handlers.turn import Turn
from handlers.views.places import WriteToAll
from handlers.views.toall import CallList, SendToAll, WriteAnew, asking_view, preview_view, sent_view
from services.boards import OpeningPage
from services.desk import Actor
from services.rosters import MESSAGE_LIMIT
from texts.tongue import N_

FORM = "toall"


async def ask(turn: Turn, tap: WriteToAll) -> None:
    """Ask for the text."""
    actor = await private_actor(turn, tap.council)
    page = await turn.house.openings.run_page(actor, tap.opening)
    draft = await turn.house.drafts.begin(turn.form_id, FORM, "text", actor.council_id, opening=tap.opening)
    await turn.show(asking_view(turn.t, page, draft))


async def answered(turn: Turn, draft: Draft) -> None:
    """The text; while it is read through, another one takes its place."""
    assert turn.message is not None
    text = (turn.message.text or "").strip()
    if not text:
        raise NothingUnderstood
    if len(text) > MESSAGE_LIMIT:
        raise TooLong(MESSAGE_LIMIT)
    page = await _page(turn, draft)
    draft = replace(draft, message_id=turn.message.message_id).with_answer("text", text, step="confirm")
    await turn.house.drafts.keep(draft)
    message, reached = await _message(turn, draft, page), await _reached(turn, draft)
    await turn.say(preview_view(turn.t, draft, message, *reached))


async def write_anew(turn: Turn, tap: WriteAnew) -> None:
    """Another text."""
    draft = await _draft(turn, tap.token)
    page = await _page(turn, draft)
    await turn.house.drafts.keep(replace(draft, step="text"))
    await turn.show(asking_view(turn.t, page, draft))


async def send(turn: Turn, tap: SendToAll) -> None:
    """Send it. The form is closed last: whoever is asked again after a breakdown sends nothing twice."""
    draft = await _draft(turn, tap.token)
    if draft.step != "confirm":
        raise OutOfDate
    page = await _page(turn, draft)
    actor, opening, text = _actor(turn, draft), draft.answer("opening"), draft.answer("text")
    await turn.house.rosters.write_to_all(actor, opening, text, draft.token)
    message, reached = await _message(turn, draft, page), await _reached(turn, draft)
    await turn.show(sent_view(turn.t, page, message, *reached))
    await turn.house.drafts.drop(turn.form_id)


async def _draft(turn: Turn, token: str) -> Draft:
    draft = await turn.house.drafts.with_token(turn.form_id, token)
    if draft.form != FORM:  # the token is of another form, the button made up
        raise OutOfDate
    return draft


def _actor(turn: Turn, draft: Draft) -> Actor:
    return Actor(turn.person.id, draft.council_id)


async def _page(turn: Turn, draft: Draft) -> OpeningPage:
    """The opening, for somebody who still runs it."""
    turn.known_council = await turn.house.councils.council(draft.council_id)
    return await turn.house.openings.run_page(_actor(turn, draft), draft.answer("opening"))


async def _reached(turn: Turn, draft: Draft) -> tuple[int, CallList]:
    return await turn.house.rosters.reached(_actor(turn, draft), draft.answer("opening"))


async def _message(turn: Turn, draft: Draft, page: OpeningPage) -> Markup:
    """The message as those who get it read it."""
    sender = page.viewer.name if page.viewer else ""
    return message_view(turn.t, page.opening.title, sender, draft.answer("text"), turn.now).text


FEATURE = Feature(
    title=N_("A message to everyone who signed up"),
    order=35,
    taps=(on(WriteToAll, ask), on(SendToAll, send), on(WriteAnew, write_anew)),
    forms={FORM: answered},
)
