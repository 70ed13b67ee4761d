"""Changing cards over Telegram."""

import hashlib
from typing import Any

from telegram.constants import ParseMode
from telegram.error import BadRequest, ChatMigrated, Forbidden, TelegramError
from telegram.ext import ExtBot

from bot.lanes import Priority
from council.openings import Card
from council.ports import NotCarried, Unreachable
from handlers.screen import Screen
from handlers.views.card import card_view
from services.boards import OpeningPage
from texts.tongue import tongue

_GONE = ("message to edit not found", "message can't be edited", "message_id_invalid", "chat not found")


class TelegramPainter:
    """A `scheduler.cardkeeper.Painter`: cards speak the language of their council."""

    def __init__(self, bot: ExtBot[Any]) -> None:
        self._bot = bot

    def digest(self, page: OpeningPage) -> str:
        """A short name of what the card is to say."""
        shown = self._view(page, inline=False)
        return hashlib.sha256(f"{shown.text}{shown.rows}".encode()).hexdigest()[:16]

    async def paint(self, card: Card, page: OpeningPage) -> None:
        """Make it say it.

        Raises:
            Unreachable: the message or the chat is gone.
            NotCarried: it did not work this time.
        """
        inline = not card.chat_id
        shown = self._view(page, inline=inline)
        try:
            await self._bot.edit_message_text(
                shown.text,
                chat_id=card.chat_id or None,
                message_id=card.message_id or None,
                inline_message_id=card.id if inline else None,
                parse_mode=ParseMode.HTML,
                api_kwargs=shown.markup(),
                rate_limit_args=Priority.NOTICE,
            )
        except (Forbidden, ChatMigrated):  # messages of a group that became a supergroup stay behind
            raise Unreachable from None
        except BadRequest as error:
            reason = error.message.lower()
            if "not modified" in reason:
                return
            if any(gone in reason for gone in _GONE):
                raise Unreachable from None
            raise NotCarried(type(error).__name__) from None
        except TelegramError as error:
            raise NotCarried(type(error).__name__) from None

    def _view(self, page: OpeningPage, *, inline: bool) -> Screen:
        return card_view(tongue(page.council.language), page, self._bot.username, inline=inline)
