"""Carrying notices to people over Telegram."""

from collections.abc import Awaitable, Callable, Sequence
from typing import Any

from telegram.constants import ParseMode
from telegram.error import BadRequest, ChatMigrated, Forbidden, TelegramError
from telegram.ext import ExtBot

from bot.lanes import Priority
from council.notice import Notice
from council.ports import Clock, NotCarried, Unreachable
from handlers.notices import message_of
from texts.tongue import tongue


class TelegramNotifier:
    """A `council.ports.Notifier`; what people wait for goes before what it sends."""

    def __init__(
        self, bot: ExtBot[Any], clock: Clock, migrated: Callable[[int, int], Awaitable[None]]
    ) -> None:
        """`migrated` is told when a group has another number now (before, after)."""
        self._bot = bot
        self._clock = clock
        self._migrated = migrated

    async def carry(self, notices: Sequence[Notice], chat_id: int, language: str) -> None:
        """Send them as one message; a group that has moved is followed."""
        shown = message_of(tongue(language), notices, self._clock.now(), self._bot.username)
        try:
            await self._bot.send_message(
                chat_id,
                shown.text,
                parse_mode=ParseMode.HTML,
                api_kwargs=shown.markup(),
                rate_limit_args=Priority.NOTICE,
            )
        except ChatMigrated as moved:
            await self._migrated(chat_id, moved.new_chat_id)
            await self.carry(notices, moved.new_chat_id, language)
        except Forbidden:
            raise Unreachable from None
        except BadRequest as error:
            if "chat not found" in error.message.lower():
                raise Unreachable from None
            raise NotCarried(type(error).__name__) from None
        except TelegramError as error:
            raise NotCarried(type(error).__name__) from None
