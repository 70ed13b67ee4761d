"""The text of a plan in one message or in several: read together, shown in one preview.

The form stays open as long as nobody has gone on with the preview, at most an hour: Telegram cuts what is
long into messages, and people paste month by month.
"""

import re
from dataclasses import replace
from datetime import datetime, timedelta

from council.asking import year_is_missing
from council.permissions import Right, may
from council.records import Draft, Reading
from handlers.reading import read_aloud
from handlers.screen import Screen
from handlers.turn import Turn
from handlers.views.importing import continued_view, nothing_view, year_view
from handlers.views.preview import offer_view
from handlers.views.questions import years
from handlers.welcome import loose_text
from services.desk import Actor
from services.pasting import joined, room_in

FORM, TEXT, MORE = "import", "text", "more"
"""The form, and what it waits for: a text, more of it."""
WHEN = "importwhen"
"""The form in which a time is typed for something that the reader asks."""
_YEAR = re.compile(r"\s*((?:19|20)\d\d)\s*")
_WHILE = timedelta(hours=1)
_A_PLAN = 3  # lines of a text that is read without being asked to


async def begin(turn: Turn, actor: Actor, text: str, reading: Reading | None = None) -> None:
    """The first piece of a text."""
    draft = await turn.house.drafts.begin(turn.form_id, FORM, MORE, actor.council_id)
    await _show(turn, _with_text(turn, draft, text), reading)


async def go_on(turn: Turn, draft: Draft) -> None:
    """Another piece, or the year of what was pasted."""
    assert turn.message is not None
    text = turn.message.text or ""
    if draft.step == TEXT:
        await begin(turn, Actor(turn.person.id, draft.council_id), text)
    elif turn.now - datetime.fromisoformat(draft.answer("at")) > _WHILE:
        await turn.house.drafts.drop(turn.form_id)
        await unasked(turn)
    elif draft.answer("asked") and (year := year_in(text)):
        await in_year(turn, draft, year)
    else:
        await _append(turn, draft, text)


async def in_year(turn: Turn, draft: Draft, year: int) -> None:
    """Read it again: it is a plan for this year."""
    await _show(turn, draft.with_answer("year", str(year), step=MORE), None)


async def unasked(turn: Turn) -> None:
    """Something typed that answers no question. Several lines of a plan are one that was pasted."""
    assert turn.message is not None
    text = turn.message.text or ""
    draft = await turn.house.drafts.open(turn.form_id)
    if draft is not None and draft.form == FORM and draft.message_id >= turn.message.message_id:
        return  # it was taken already, and came once more
    lines = [line for line in text.splitlines() if line.strip()]
    if draft is None and len(lines) >= _A_PLAN and turn.person.councils:
        actor = await turn.actor()
        if may(await turn.member_of(actor.council_id), Right.IMPORT_PLAN):
            reading = await turn.house.importing.read(text.encode(), _name(turn))
            if len(reading.entries) > 1:
                await begin(turn, actor, text, reading)
                return
    await loose_text(turn)


async def close(turn: Turn, *forms: str) -> None:
    """Nothing more is typed for these: somebody went on, or sent another document."""
    draft = await turn.house.drafts.open(turn.form_id)
    if draft is not None and draft.form in (forms or (FORM, WHEN)):
        await turn.house.drafts.drop(turn.form_id)


def year_in(text: str) -> int | None:
    """The year that was typed."""
    found = _YEAR.fullmatch(text)
    return int(found[1]) if found else None


async def _append(turn: Turn, draft: Draft, piece: str) -> None:
    text = joined(draft.answer("text"), int(draft.answer("room")), piece)
    reading = await _read(turn, draft, text)
    adds = _size(reading) != draft.answer("size")
    if adds or "\n" in piece:
        await _show(turn, _with_text(turn, draft, text, piece), reading)
    elif not turn.in_group:
        await loose_text(turn)


def _with_text(turn: Turn, draft: Draft, text: str, piece: str | None = None) -> Draft:
    assert turn.message is not None
    room = room_in((turn.message.text or text) if piece is None else piece)
    told = {"text": text, "room": str(room), "at": turn.now.isoformat()}
    for name, value in told.items():
        draft = draft.with_answer(name, value, step=MORE)
    return replace(draft, message_id=turn.message.message_id)


async def _show(turn: Turn, draft: Draft, reading: Reading | None) -> None:
    turn.known_council = await turn.house.councils.council(draft.council_id)
    reading = reading or await _read(turn, draft, draft.answer("text"))
    view, told = await _view(turn, draft, reading)
    shown = await _put(turn, view, int(draft.answer("shown") or 0))
    for name, value in (told | {"size": _size(reading), "shown": str(shown)}).items():
        draft = draft.with_answer(name, value, step=MORE)
    await turn.house.drafts.keep(draft)


async def _read(turn: Turn, draft: Draft, text: str) -> Reading:
    year = draft.answer("year")
    reading, _ = await read_aloud(turn, text.encode(), _name(turn), int(year) if year else None)
    return reading


async def _view(turn: Turn, draft: Draft, reading: Reading) -> tuple[Screen, dict[str, str]]:
    """What to show, and what the form has to know of it."""
    t, count = turn.t, len(reading.entries)
    if not (reading.entries or reading.unplaced):
        return nothing_view(t, reading.document, draft.token), {"asked": "", "proposal": ""}
    if not draft.answer("year") and year_is_missing(reading):
        view = year_view(t, count, reading.document, draft.token, years(turn.today))
        return view, {"asked": "year", "proposal": ""}
    offer = await turn.house.importing.propose(Actor(turn.person.id, draft.council_id), reading)
    view = offer_view(t, offer, draft.council_id, turn.today, growing=not turn.in_group)
    return view, {"asked": "", "proposal": offer.proposal.id}


async def _put(turn: Turn, view: Screen, shown: int) -> int:
    """In the place of the last preview if that is the newest thing in the chat, else at the end of it."""
    if turn.tapped:
        await turn.show(view)
        return turn.tapped
    assert turn.message is not None
    if shown > turn.message.message_id:
        await turn.change(shown, view)
        return shown
    said = await turn.say(view)
    if shown:
        await turn.change(shown, continued_view(turn.t))
    return said.message_id


def _name(turn: Turn) -> str:
    return turn.t.plain("the pasted text")


def _size(reading: Reading) -> str:
    """How much was found; what adds nothing to it was not meant for the plan."""
    return f"{len(reading.entries)}+{len(reading.unplaced)}"
