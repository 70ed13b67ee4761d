"""`/import`: the plan that the council publishes, as a file or pasted, becomes the plan in the chat."""

from telegram import Document, Message

from council.permissions import Right
from council.records import Draft
from handlers.feature import Command, Feature, on
from handlers.screen import GAP, Screen, bold, screen
from handlers.turn import Turn
from handlers.views.differences import difference_view
from handlers.views.importing import done_view, offer_view
from handlers.views.importing_taps import CancelImport, OneByOne, Settle, ShowOffer, TakeOver
from handlers.views.navigation import cancel_button, plan_button
from services.desk import Actor
from services.importing import Offer
from texts.tongue import N_, Tongue

FORM = "import"


async def import_plan(turn: Turn) -> None:
    """A file with this caption, a file answered with it, or text behind it; alone it says how."""
    actor = await turn.actor()
    await turn.house.importing.check(actor)
    document = _document(turn.message)
    if document is not None:
        await _read(turn, actor, document)
    elif turn.args:
        await _offer(turn, actor, turn.args.encode(), turn.t.plain("the pasted text"))
    else:
        draft = await turn.house.drafts.begin(turn.form_id, FORM, "text", actor.council_id)
        await turn.say(how_view(turn.t, draft.token))


async def pasted(turn: Turn, draft: Draft) -> None:
    """The text of a plan, sent after `/import`."""
    assert turn.message is not None
    actor = Actor(turn.person.id, draft.council_id)
    turn.known_council = await turn.house.councils.council(draft.council_id)
    await turn.house.importing.check(actor)
    await _offer(turn, actor, (turn.message.text or "").encode(), turn.t.plain("the pasted text"))
    await turn.house.drafts.drop(turn.form_id)


async def take_document(turn: Turn) -> None:
    """A file sent in private is a plan to import."""
    actor = await turn.actor()
    await turn.house.importing.check(actor)
    document = _document(turn.message)
    assert document is not None
    await _read(turn, actor, document)


async def show_offer(turn: Turn, tap: ShowOffer) -> None:
    """The proposal again, another page of it."""
    actor = await _actor(turn, tap.council)
    offer = await turn.house.importing.offer(actor, tap.proposal)
    await turn.show(offer_view(turn.t, offer, actor.council_id, turn.today, tap.page))


async def take_over(turn: Turn, tap: TakeOver) -> None:
    """Take over everything that was not edited in chat."""
    actor = await _actor(turn, tap.council)
    outcome = await turn.house.importing.take_over(actor, tap.proposal)
    await turn.show(done_view(turn.t, outcome, actor.council_id, tap.proposal))


async def one_by_one(turn: Turn, tap: OneByOne) -> None:
    """Decide on the next difference."""
    actor = await _actor(turn, tap.council)
    await _next(turn, actor, await turn.house.importing.offer(actor, tap.proposal))


async def settle(turn: Turn, tap: Settle) -> None:
    """A decision on one difference; then the next."""
    actor = await _actor(turn, tap.council)
    await _next(turn, actor, await turn.house.importing.settle(actor, tap.proposal, tap.key, take=tap.take))


async def cancel(turn: Turn, tap: CancelImport) -> None:
    """Forget the proposal."""
    actor = await _actor(turn, tap.council)
    await turn.house.importing.cancel(actor, tap.proposal)
    t = turn.t
    await turn.show(screen([t("All right, the plan stays as it is.")], [(plan_button(t, actor.council_id),)]))


async def _read(turn: Turn, actor: Actor, document: Document) -> None:
    name = document.file_name or turn.t.plain("the file")
    await turn.busy()
    content = await turn.fetch(document)
    await _offer(turn, actor, content, name)


async def _offer(turn: Turn, actor: Actor, content: bytes, name: str) -> None:
    reading = await turn.house.importing.read(content, name)
    offer = await turn.house.importing.propose(actor, reading)
    await turn.say(offer_view(turn.t, offer, actor.council_id, turn.today))


async def _next(turn: Turn, actor: Actor, offer: Offer) -> None:
    if offer.open:
        await turn.show(difference_view(turn.t, offer, actor.council_id, turn.today))
    else:
        await turn.show(settled_view(turn.t, actor.council_id))


async def _actor(turn: Turn, council_id: str) -> Actor:
    return Actor(turn.person.id, (await turn.council_of_button(council_id)).id)


def _document(message: Message | None) -> Document | None:
    """The file of a message, or of the one it answers."""
    if message is None:
        return None
    if message.document is None and message.reply_to_message is not None:
        return message.reply_to_message.document
    return message.document


def how_view(t: Tongue, token: str) -> Screen:
    """How to hand over a plan."""
    return screen(
        [
            bold(t("Send me the plan you publish")),
            t("As a file (PDF, Word or text) in our private chat, or here with /import as its caption."),
            t("You can also paste the text of it here as your next message."),
            GAP,
            t("I show you what I read, and nothing is saved before you say so."),
        ],
        [(cancel_button(t, token),)],
    )


def settled_view(t: Tongue, council_id: str) -> Screen:
    """Every difference was decided on."""
    return screen([bold(t("That was all of it"))], [(plan_button(t, council_id),)])


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
    ),
    forms={FORM: pasted},
    documents=take_document,
)
