"""One thing somebody said or tapped, and the ways to answer it."""

import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TypeVar
from zoneinfo import ZoneInfo

from telegram import CallbackQuery, Document, InputFile, Message
from telegram.constants import ChatAction, FileSizeLimit, ParseMode
from telegram.error import BadRequest, ChatMigrated, Forbidden, TelegramError

from council.records import Council, Membership, Person
from council.refusals import NoSuchOpening, NotSetUp, OutOfDate, Unreadable
from handlers.context import Context
from handlers.screen import Screen
from services.desk import Actor
from services.house import House
from texts.catalogue import nearest
from texts.tongue import Tongue, tongue

log = logging.getLogger(__name__)
T = TypeVar("T")

_UNKNOWN = "da"  # for groups of which nothing is known, as when an administrator writes anonymously

DOWNLOAD_LIMIT = int(FileSizeLimit.FILESIZE_DOWNLOAD)
"""Bytes of a file that a bot may fetch (Bot API, getFile: 20 MB)."""

_GONE = (
    "message to edit not found",
    "message can't be edited",
    "message_id_invalid",
    "there is no text in the message to edit",  # a file or a picture with buttons under it
)


@dataclass(slots=True)
class Turn:
    """Who says or taps what in which chat. `args` is what stands behind a command.

    `message` is what was sent; `tapped` the number of the message with the tapped button (0: there is none).
    """

    context: Context
    person: Person
    chat_id: int
    in_group: bool
    update_id: int
    chat_title: str = ""
    args: str = ""
    message: Message | None = None
    tapped: int = 0
    query: CallbackQuery | None = None
    known_council: Council | None = None
    answered: bool = field(default=False, init=False)

    @property
    def house(self) -> House:
        """The use cases."""
        return self.context.house

    @property
    def own(self) -> Tongue:
        """The person's language."""
        return tongue(nearest(self.person.language or self.person.telegram_language))

    @property
    def t(self) -> Tongue:
        """The language of this chat: the council's in a group, the person's in private."""
        if self.in_group and self.known_council is not None:
            return tongue(nearest(self.known_council.language))
        if self.in_group and not (self.person.language or self.person.telegram_language):
            return tongue(_UNKNOWN)
        return self.own

    @property
    def is_inline(self) -> bool:
        """Whether a button was tapped under a message that somebody posted in a chat of theirs."""
        return self.query is not None and self.query.inline_message_id is not None

    @property
    def form_id(self) -> str:
        """Names the form that this person fills in here."""
        return f"{self.chat_id}:{self.person.id}"

    @property
    def now(self) -> datetime:
        """Now, in the council's zone (UTC without one)."""
        zone = ZoneInfo(self.known_council.zone) if self.known_council else None
        return (
            self.context.surroundings.clock.now().astimezone(zone)
            if zone
            else self.context.surroundings.clock.now()
        )

    @property
    def today(self) -> date:
        """Today, in the council's zone."""
        return self.now.date()

    @property
    def bot_name(self) -> str:
        """The bot's user name, without @."""
        return self.context.bot.username

    async def council(self) -> Council:
        """The council that is meant: the group's, or in private the person's.

        Raises:
            NotSetUp, NotOnCouncil, WhichCouncil
        """
        if self.known_council is None:
            house = self.house.councils
            self.known_council = (
                await house.of_chat(self.chat_id) if self.in_group else await house.meant_by(self.person)
            )
        return self.known_council

    async def council_of_button(self, council_id: str) -> Council:
        """The council that a button names, when it may be used here.

        Raises:
            OutOfDate: in a group that is not this council's.
            NotOnCouncil: in private, when the person does not belong to it.
        """
        if self.in_group:
            council = await self.council()
            if council.id != council_id:
                raise OutOfDate
            return council
        self.known_council = await self.house.councils.shown_to(self.person, council_id)
        return self.known_council

    async def council_of_link(self, council_id: str) -> Council:
        """The council of an opening that whoever has its link may see.

        Raises:
            NoSuchOpening: there is no such council.
        """
        try:
            self.known_council = await self.house.councils.council(council_id)
        except NotSetUp:
            raise NoSuchOpening from None
        return self.known_council

    async def actor(self) -> Actor:
        """The person in the council that is meant."""
        return Actor(self.person.id, (await self.council()).id)

    async def member_of(self, council_id: str) -> Membership | None:
        """What the person is in this council; None for "" too."""
        if not council_id:
            return None
        return await self.house.people.member(Actor(self.person.id, council_id))

    async def look_up_council(self) -> None:
        """Know the group's council if it has one, for its language."""
        if self.in_group and self.known_council is None:
            try:
                await self.council()
            except NotSetUp:
                return

    async def say(self, shown: Screen) -> Message:
        """Send a new message into this chat."""
        return await self._reaching(
            lambda: self.context.bot.send_message(
                self.chat_id, shown.text, parse_mode=ParseMode.HTML, api_kwargs=shown.markup()
            )
        )

    async def say_in(self, chat_id: int, shown: Screen) -> Message:
        """Send a new message into the council's group."""
        return await self.context.bot.send_message(
            chat_id, shown.text, parse_mode=ParseMode.HTML, api_kwargs=shown.markup()
        )

    async def show(self, shown: Screen) -> None:
        """Change the tapped message to what is true now, or say it where there is none to change."""
        if not self.tapped:
            await self.say(shown)
            return
        await self.change(self.tapped, shown)

    async def change(self, message_id: int, shown: Screen) -> None:
        """Change one of the bot's messages in this chat."""
        try:
            await self._reaching(
                lambda: self.context.bot.edit_message_text(
                    shown.text,
                    self.chat_id,
                    message_id,
                    parse_mode=ParseMode.HTML,
                    api_kwargs=shown.markup(),
                )
            )
        except BadRequest as error:
            reason = error.message.lower()
            if "not modified" in reason:
                return
            if not any(gone in reason for gone in _GONE):
                raise
            await self.say(shown)

    async def alert(self, text: str, *, box: bool = False) -> None:
        """Answer the tap with a short text, in a box that must be closed or passing by."""
        if self.query is not None and not self.answered:
            self.answered = True
            try:
                await self.context.bot.answer_callback_query(self.query.id, text[:200], show_alert=box)
            except BadRequest as error:  # too old to be answered: whoever tapped has gone on
                log.info("tap not answered in update %d: %s", self.update_id, error.message)

    async def busy(self) -> None:
        """Show that something takes a moment; whether that is seen does not matter."""
        try:
            await self.context.bot.send_chat_action(self.chat_id, ChatAction.TYPING)
        except TelegramError as error:
            log.info("update %d: no sign of being busy: %s", self.update_id, error.message)

    async def send_file(self, content: bytes, name: str, caption: Screen) -> None:
        """Send a document."""
        await self._reaching(
            lambda: self.context.bot.send_document(
                self.chat_id,
                InputFile(content, filename=name, attach=True),
                caption=caption.text,
                parse_mode=ParseMode.HTML,
                api_kwargs=caption.markup(),
            )
        )

    async def send_photo(self, content: bytes, caption: Screen) -> None:
        """Send a picture (PNG)."""
        await self._reaching(
            lambda: self.context.bot.send_photo(
                self.chat_id,
                InputFile(content, filename="samspil.png", attach=True),
                caption=caption.text,
                parse_mode=ParseMode.HTML,
                api_kwargs=caption.markup(),
            )
        )

    async def fetch(self, document: Document) -> bytes:
        """The content of a file that was sent.

        Raises:
            Unreadable: it is larger than a bot may fetch.
        """
        if (document.file_size or 0) > DOWNLOAD_LIMIT:
            raise Unreadable("too_large", document.file_name or "")
        return await self.context.surroundings.fetch(document.file_id, DOWNLOAD_LIMIT)

    async def is_administrator(self) -> bool:
        """Whether the person administers this group chat, as Telegram says now."""
        _, administers = await self._standing(self.chat_id)
        return administers

    async def is_in(self, chat_id: int) -> bool:
        """Whether the person is in a group chat, as Telegram says now."""
        belongs, _ = await self._standing(chat_id)
        return belongs

    async def _standing(self, chat_id: int) -> tuple[bool, bool]:
        try:
            return await self.context.surroundings.is_in_chat(chat_id, int(self.person.id))
        except BadRequest:  # Telegram has never seen them there
            return False, False

    async def _reaching(self, send: Callable[[], Awaitable[T]]) -> T:
        """Send; follow a group that has moved, note whoever cannot be reached any more."""
        try:
            return await send()
        except ChatMigrated as moved:
            await self.house.councils.migrated(self.chat_id, moved.new_chat_id)
            self.chat_id = moved.new_chat_id
            return await send()
        except Forbidden:
            if not self.in_group:
                await self.house.people.unreachable(self.person.id)
            raise
