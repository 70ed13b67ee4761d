"""`/import`: the plan that the council publishes, as a file or pasted, becomes the plan in the chat."""

from telegram import Document, Message

from council.asking import year_is_missing
from council.permissions import Right
from council.records import Draft, Reading
from council.refusals import OutOfDate
from handlers import pasting
from handlers.feature import Command, Feature, on
from handlers.pasting import FORM, TEXT, WHEN
from handlers.reading import read_aloud
from handlers.screen import Screen, bold, screen
from handlers.turn import DOWNLOAD_LIMIT, Turn
from handlers.views.differences import difference_view
from handlers.views.importing import done_view, how_view, year_view
from handlers.views.importing_taps import CancelImport, InYear, OneByOne, Settle, ShowOffer, TakeOver
from handlers.views.navigation import plan_button
from handlers.views.preview import offer_view
from handlers.views.questions import lines_row, years
from services.desk import Actor
from services.importing import Offer
from texts.tongue import N_, Tongue

_YEAR = "year"  # the form waits for the year of a file


async def import_plan(turn: Turn) -> None:
    """A file with this caption, a file answered with it, or text behind it; alone it says how."""
    actor = await turn.actor()
    await turn.house.importing.check(actor)
    document = _document(turn.message)
    if document is not None:
        await _read(turn, actor, document)
    elif turn.args:
        await pasting.begin(turn, actor, turn.args)
    else:
        draft = await turn.house.drafts.begin(turn.form_id, FORM, TEXT, actor.council_id)
        await turn.say(how_view(turn.t, draft.token))


async def take_document(turn: Turn) -> None:
    """A file sent in private is a plan to import."""
    actor = await turn.actor()
    await turn.house.importing.check(actor)
    document = _document(turn.message)
    assert document is not None
    await _read(turn, actor, document)


async def answered(turn: Turn, draft: Draft) -> None:
    """What was typed: the text of a plan, more of it, or a year."""
    assert turn.message is not None
    turn.known_council = await turn.house.councils.council(draft.council_id)
    await turn.house.importing.check(Actor(turn.person.id, draft.council_id))
    year = pasting.year_in(turn.message.text or "")
    if draft.step != _YEAR:
        await pasting.go_on(turn, draft)
    elif year is None:
        await turn.say(_year_view(turn, draft))
    else:
        await _read_again(turn, draft, year)


async def in_year(turn: Turn, tap: InYear) -> None:
    """The year that the document does not say."""
    draft = await turn.house.drafts.with_token(turn.form_id, tap.token)
    if draft.form != FORM or not pasting.year_in(str(tap.year)):
        raise OutOfDate
    turn.known_council = await turn.house.councils.council(draft.council_id)
    await turn.house.importing.check(Actor(turn.person.id, draft.council_id))
    if draft.step == _YEAR:
        await _read_again(turn, draft, tap.year)
    elif draft.answer("asked"):
        await pasting.in_year(turn, draft, tap.year)
    else:
        raise OutOfDate


async def show_offer(turn: Turn, tap: ShowOffer) -> None:
    """The proposal again, another page of it."""
    actor = await _actor(turn, tap.council)
    offer = await turn.house.importing.offer(actor, tap.proposal)
    await pasting.close(turn, WHEN)
    await turn.show(offer_view(turn.t, offer, actor.council_id, turn.today, tap.page))


async def take_over(turn: Turn, tap: TakeOver) -> None:
    """Take over everything that was not edited in chat."""
    actor = await _actor(turn, tap.council)
    outcome = await turn.house.importing.take_over(actor, tap.proposal)
    await pasting.close(turn)
    await turn.show(done_view(turn.t, outcome, actor.council_id, tap.proposal))


async def one_by_one(turn: Turn, tap: OneByOne) -> None:
    """Decide on the next difference."""
    actor = await _actor(turn, tap.council)
    offer = await turn.house.importing.offer(actor, tap.proposal)
    await pasting.close(turn)
    await _next(turn, actor, offer)


async def settle(turn: Turn, tap: Settle) -> None:
    """A decision on one difference; then the next."""
    actor = await _actor(turn, tap.council)
    await _next(turn, actor, await turn.house.importing.settle(actor, tap.proposal, tap.key, take=tap.take))


async def cancel(turn: Turn, tap: CancelImport) -> None:
    """Forget the proposal."""
    actor = await _actor(turn, tap.council)
    await turn.house.importing.cancel(actor, tap.proposal)
    await pasting.close(turn)
    t = turn.t
    await turn.show(screen([t("All right, the plan stays as it is.")], [(plan_button(t, actor.council_id),)]))


async def _read(turn: Turn, actor: Actor, document: Document) -> None:
    name = document.file_name or turn.t.plain("the file")
    await turn.busy()
    reading, waiting = await read_aloud(turn, await turn.fetch(document), name)
    await pasting.close(turn)
    if not year_is_missing(reading):
        await _offer(turn, actor, reading, waiting)
        return
    asked = {"file": document.file_id, "name": name, "count": str(len(reading.entries))}
    draft = await turn.house.drafts.begin(turn.form_id, FORM, _YEAR, actor.council_id, **asked)
    await _put(turn, _year_view(turn, draft), waiting)


async def _read_again(turn: Turn, draft: Draft, year: int) -> None:
    content = await turn.context.surroundings.fetch(draft.answer("file"), DOWNLOAD_LIMIT)
    reading, waiting = await read_aloud(turn, content, draft.answer("name"), year)
    await _offer(turn, Actor(turn.person.id, draft.council_id), reading, waiting)
    await turn.house.drafts.drop(turn.form_id)


async def _offer(turn: Turn, actor: Actor, reading: Reading, waiting: int) -> None:
    offer = await turn.house.importing.propose(actor, reading)
    await _put(turn, offer_view(turn.t, offer, actor.council_id, turn.today), waiting)


async def _put(turn: Turn, view: Screen, waiting: int) -> None:
    """In the place of the message that said how far the reading was, if there was one."""
    if waiting:
        await turn.change(waiting, view)
    else:
        await turn.show(view)


def _year_view(turn: Turn, draft: Draft) -> Screen:
    count = int(draft.answer("count"))
    return year_view(turn.t, count, draft.answer("name"), draft.token, years(turn.today))


async def _next(turn: Turn, actor: Actor, offer: Offer) -> None:
    if offer.open:
        await turn.show(difference_view(turn.t, offer, actor.council_id, turn.today))
    else:
        await turn.show(settled_view(turn.t, offer, actor.council_id))


async def _actor(turn: Turn, council_id: str) -> Actor:
    return Actor(turn.person.id, (await turn.council_of_button(council_id)).id)


def _document(message: Message | None) -> Document | None:
    """The file of a message, or of the one it answers."""
    if message is None:
        return None
    if message.document is None and message.reply_to_message is not None:
        return message.reply_to_message.document
    return message.document


def settled_view(t: Tongue, offer: Offer, council_id: str) -> Screen:
    """Every difference was decided on."""
    lines = lines_row(t, len(offer.lines), council_id, offer.proposal.id)
    return screen([bold(t("That was all of it"))], [lines, (plan_button(t, council_id),)])


FEATURE = Feature(
    title=N_("Your plan from a document"),
    order=20,
    commands=(
        Command(
            "import",
            "importer",
            N_("Take over the plan you publish, from a file or pasted text"),
            import_plan,
            right=Right.IMPORT_PLAN,
        ),
    ),
    taps=(
        on(TakeOver, take_over),
        on(ShowOffer, show_offer),
        on(OneByOne, one_by_one),
        on(Settle, settle),
        on(CancelImport, cancel),
        on(InYear, in_year),
    ),
    forms={FORM: answered},
    documents=take_document,
    loose_text=pasting.unasked,
)
