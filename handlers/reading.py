"""Reading a document while the chat sees how far that has got."""

import asyncio
import logging
from dataclasses import dataclass

from telegram.constants import ParseMode
from telegram.error import TelegramError

from council.records import Reading
from council.refusals import Refusal
from handlers.screen import Screen, bold, screen
from handlers.turn import Turn
from texts.tongue import Tongue

log = logging.getLogger(__name__)

EVERY = 2.0
"""Seconds between two changes of the message that says how far it is."""
_IN_GROUPS = 3  # times as long: what a bot edits there counts against its 20 messages a minute
_PATIENCE = 5.0  # seconds for one change


@dataclass(slots=True)
class _Waiting:
    """The message that says how far it is; there is none for what is read quickly."""

    turn: Turn
    name: str
    message_id: int = 0
    page: int = 0
    pages: int = 0
    told: int = 0

    def note(self, page: int, pages: int) -> None:
        """The page that is read now."""
        self.page, self.pages = page, pages

    async def tell(self) -> None:
        """Say it in the chat; whether that is seen does not matter."""
        if self.pages > 1 and self.page != self.told:
            self.told = self.page
            view = progress_view(self.turn.t, self.name, self.page, self.pages)
            try:
                async with asyncio.timeout(_PATIENCE):
                    await self._say(view)
            except (TelegramError, TimeoutError) as error:
                log.info("update %d: no sign of progress: %s", self.turn.update_id, type(error).__name__)

    async def _say(self, view: Screen) -> None:
        if self.message_id:
            await self.turn.context.bot.edit_message_text(
                view.text, self.turn.chat_id, self.message_id, parse_mode=ParseMode.HTML
            )
        else:
            self.message_id = (await self.turn.say(view)).message_id

    async def take_back(self) -> None:
        """Nothing is read any more."""
        if self.message_id:
            try:
                await self.turn.context.bot.delete_message(self.turn.chat_id, self.message_id)
            except TelegramError as error:
                log.info("update %d: not taken back: %s", self.turn.update_id, type(error).__name__)


async def read_aloud(turn: Turn, content: bytes, name: str, year: int | None = None) -> tuple[Reading, int]:
    """What a document holds, and the message that said how far it was (0: none did), for what comes next.

    Raises:
        Unreadable: with the reason; then that message is gone.
    """
    waiting = _Waiting(turn, name)
    reading = asyncio.create_task(turn.house.importing.read(content, name, year=year, progress=waiting.note))
    try:
        while not (await asyncio.wait({reading}, timeout=EVERY * (_IN_GROUPS if turn.in_group else 1)))[0]:
            await waiting.tell()
        return reading.result(), waiting.message_id
    except Refusal:
        await waiting.take_back()
        raise
    finally:
        if reading.cancel():  # nobody waits for it any more
            await asyncio.wait({reading})


def progress_view(t: Tongue, name: str, page: int, pages: int) -> Screen:
    """How far it is."""
    return screen(
        [t("I am reading {document}: page {page} of {pages}.", document=bold(name), page=page, pages=pages)]
    )
