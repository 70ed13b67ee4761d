"""From an update to the feature that answers it, and the one funnel for what goes wrong."""

import logging
import re
import traceback
from collections.abc import Awaitable, Callable, Iterable
from uuid import uuid4

from telegram import Chat, Message, Update, User
from telegram.constants import ChatID
from telegram.error import BadRequest, Forbidden, NetworkError, TelegramError
from telegram.ext import ApplicationHandlerStop

from council.ports import StoreError
from council.records import Council, Draft, Person
from council.refusals import Anonymous, GroupOnly, OutOfDate, PrivateOnly, Refusal, Unreadable, WhichCouncil
from handlers import inline, membership
from handlers.codec import BadTap, Tap
from handlers.context import Context
from handlers.council import councils_view
from handlers.feature import Command, Feature, TapRoute, Where
from handlers.refusals import sentence
from handlers.screen import Button, screen, visible
from handlers.turn import Turn
from handlers.views.navigation import cancel_button, link, plan_button

log = logging.getLogger(__name__)

_NAME = re.compile(r"[a-z0-9_]{1,32}")
_DANISH = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa"})
_NOBODY = {int(ChatID.ANONYMOUS_ADMIN), int(ChatID.FAKE_CHANNEL), int(ChatID.SERVICE_CHAT)}


class Router:
    """Knows every feature; `dispatch` answers one update."""

    def __init__(self, features: Iterable[Feature]) -> None:
        self.features = tuple(features)
        self._commands: dict[str, Command] = {}
        self._taps: dict[str, TapRoute] = {}
        for feature in self.features:
            self._learn(feature)

    def _learn(self, feature: Feature) -> None:
        for command in feature.commands:
            for name in {command.name, command.danish}:
                if name in self._commands:
                    raise ValueError(f"two commands are called /{name}")
                self._commands[name] = command
        for route in feature.taps:
            if route.tap.prefix in self._taps:
                raise ValueError(f"two buttons begin with {route.tap.prefix}")
            self._taps[route.tap.prefix] = route

    async def dispatch(self, update: Update, context: Context) -> None:
        """Answer an update; a refusal is told to whoever asked. Edited messages change nothing."""
        if update.my_chat_member is not None:
            await membership.changed(update.my_chat_member, context)
        elif update.inline_query is not None:
            await inline.search(update.inline_query, context)
        elif update.chosen_inline_result is not None:
            await inline.chosen(update.chosen_inline_result, context)
        elif update.callback_query is not None:
            await self._guarded(update, context, self._tapped)
        elif update.message is not None and update.message.migrate_to_chat_id:
            await membership.migrated(update.message, context)
        elif update.message is not None and _is_own_words(update.message):
            await self._guarded(update, context, self._said)

    async def _guarded(
        self, update: Update, context: Context, answer: Callable[[Turn], Awaitable[None]]
    ) -> None:
        turn = await _turn(update, context)
        if turn is None:
            return
        try:
            await turn.look_up_council()
            await answer(turn)
        except (Refusal, StoreError) as refusal:
            if isinstance(refusal, StoreError):
                log.error("update %d: %s", turn.update_id, refusal)  # noqa: TRY400  # the text says all
            await _refuse(turn, refusal)
        except Forbidden:
            log.info("update %d: the bot may not write to chat %d", turn.update_id, turn.chat_id)
        await turn.alert("")

    async def _said(self, turn: Turn) -> None:
        message = turn.message
        assert message is not None
        called = _command(message, turn.bot_name)
        if called is not None:
            name, turn.args, addressed = called
            await self._commanded(turn, name, addressed=addressed)
        elif message.document is not None and not turn.in_group:
            await self._first(turn, [feature.documents for feature in self.features])
        elif message.text:
            await self._typed(turn, message)
        elif message.effective_attachment is not None and not turn.in_group:
            raise Unreadable("no_file")

    async def _commanded(self, turn: Turn, name: str, *, addressed: bool) -> None:
        command = self._commands.get(name)
        if command is None:
            if addressed or not turn.in_group:
                t = turn.t
                await turn.say(screen([t("I don't know /{name}. See /help for what I can do.", name=name)]))
            return
        if name == "start" and turn.args and not turn.in_group:
            await self._linked(turn, command)
            return
        _check_place(turn, command)
        await command.run(turn)

    async def _linked(self, turn: Turn, start: Command) -> None:
        prefix, *parts = turn.args.split()[0].split("_")
        for feature in self.features:
            if prefix in feature.links:
                await feature.links[prefix](turn, parts)
                return
        await start.run(turn)

    async def _typed(self, turn: Turn, message: Message) -> None:
        draft = await self._open_form(turn, message)
        forms = (feature.forms.get(draft.form) for feature in self.features) if draft else ()
        answered = next(filter(None, forms), None)
        if draft is not None and answered is not None:
            await answered(turn, draft)
        elif not turn.in_group:
            await self._first(turn, [feature.loose_text for feature in self.features])

    async def _open_form(self, turn: Turn, message: Message) -> Draft | None:
        """The form that this message answers; in a group only a reply to the bot is meant for it."""
        replied = message.reply_to_message
        to_bot = replied is not None and replied.from_user is not None and replied.from_user.is_bot
        if turn.in_group and not to_bot:
            return None
        draft = await turn.house.drafts.open(turn.form_id)
        return draft if draft is not None and message.message_id > draft.message_id else None

    async def _first(self, turn: Turn, runs: Iterable[object]) -> None:
        for run in runs:
            if callable(run):
                await run(turn)
                return

    async def _tapped(self, turn: Turn) -> None:
        data = (turn.query.data if turn.query else None) or ""
        route = self._taps.get(data.split(":")[0])
        if route is None or (turn.is_inline and not route.inline):
            raise OutOfDate
        try:
            tap: Tap = route.tap.unpack(data)
        except BadTap:
            raise OutOfDate from None
        await route.run(turn, tap)


async def on_error(update: object, context: Context) -> None:
    """A bug, or Telegram out of reach: tell the user something went wrong and the operator where.

    The log has the kind of the error and where it arose, not its text, which may hold what people wrote.
    """
    error = context.error
    if isinstance(error, ApplicationHandlerStop) or error is None:
        return
    reference = uuid4().hex[:8]
    where = "".join(traceback.format_tb(error.__traceback__))
    told = error.message if isinstance(error, TelegramError) else ""
    number = update.update_id if isinstance(update, Update) else None
    log.error("error %s in update %s: %s %s\n%s", reference, number, type(error).__name__, told, where)
    if isinstance(update, Update):
        await _apologise(update, context, reference)


async def _apologise(update: Update, context: Context, reference: str) -> None:
    try:
        turn = await _turn(update, context)
        if turn is not None:
            t = turn.own
            text = t("Something went wrong on my side. Please try again. (Reference: {ref})", ref=reference)
            if isinstance(context.error, NetworkError) and not isinstance(context.error, BadRequest):
                # Whether Telegram took the answer before the connection broke, nobody knows.
                text = t("The connection was bad just now. If you see no answer above, please try again.")
            await turn.alert("")
            await turn.say(screen([text]))
    except (TelegramError, StoreError) as trouble:
        log.warning("error %s could not be told: %s", reference, type(trouble).__name__)


async def _refuse(turn: Turn, refusal: Exception) -> None:
    """Say no: to a tap in a box that only the one who tapped sees, to a message with a message."""
    if turn.query is not None:
        await turn.alert(visible(sentence(turn.own, refusal)), box=True)
    elif isinstance(refusal, WhichCouncil):
        councils = await turn.house.councils.of_person(turn.person)
        await turn.say(councils_view(turn.t, councils, turn.person.council_id))
    else:
        form = await turn.house.drafts.open(turn.form_id)
        rows = [_way_on(turn, turn.known_council, refusal)] if turn.known_council else []
        if form is not None and _is_answer(turn):
            rows = [(cancel_button(turn.t, form.token),)]
        await turn.say(screen([sentence(turn.t, refusal)], rows))


def _is_answer(turn: Turn) -> bool:
    """Whether what was refused is an answer to an open form, which stays open."""
    return turn.message is not None and not (turn.message.text or "/").startswith("/")


def _way_on(turn: Turn, council: Council, refusal: Exception) -> tuple[Button, ...]:
    if isinstance(refusal, PrivateOnly):
        return (Button(turn.t.plain("Open the private chat"), url=link(turn.bot_name, "c", council.id)),)
    return (plan_button(turn.t, council.id),)


def _is_own_words(message: Message) -> bool:
    """Whether somebody wrote it themselves: what is posted by way of a bot is the bot's."""
    return message.from_user is not None and message.via_bot is None


def _check_place(turn: Turn, command: Command) -> None:
    here = Where.GROUP if turn.in_group else Where.PRIVATE
    if here not in command.where:
        raise PrivateOnly if turn.in_group else GroupOnly
    if turn.person.id in {str(nobody) for nobody in _NOBODY} and command.administrators:
        raise Anonymous


def _command(message: Message, bot_name: str) -> tuple[str, str, bool] | None:
    """The command a message begins with: name, what stands behind it, whether it names this bot.

    Read from the text and not from Telegram's mark, which stops at the first letter beyond a–z ("/næste").
    """
    text = message.text or message.caption or ""
    word = text.split(maxsplit=1)[0] if text.startswith("/") else ""
    name, _, addressee = word[1:].partition("@")
    name = name.casefold().translate(_DANISH)
    if not _NAME.fullmatch(name) or (addressee and addressee.casefold() != bot_name.casefold()):
        return None
    return name, text[len(word) :].strip(), bool(addressee)


async def _turn(update: Update, context: Context) -> Turn | None:
    """What was said or tapped, with the person as known; None when there is nobody or no chat to answer."""
    user, chat, query = update.effective_user, update.effective_chat, update.callback_query
    inline_message = query is not None and query.inline_message_id is not None
    if user is None or (chat is None and not inline_message):
        return None
    in_group = chat is None or chat.type != Chat.PRIVATE
    tapped = query.message.message_id if query and query.message else 0
    return Turn(
        context=context,
        person=await context.house.people.meet(_seen(user), privately=not in_group),
        chat_id=chat.id if chat else 0,
        in_group=in_group,
        update_id=update.update_id,
        chat_title=(chat.title or "") if chat else "",
        message=update.message,
        tapped=tapped,
        query=query,
    )


def _seen(user: User) -> Person:
    return Person(
        str(user.id),
        user.full_name,
        user.username or "",
        user.language_code or "",
    )
