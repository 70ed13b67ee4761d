"""Carrying notices to people over Telegram."""

from typing import Any

from telegram.constants import ParseMode
from telegram.error import BadRequest, Forbidden, TelegramError
from telegram.ext import ExtBot

from bot.lanes import Priority
from council.ports import Clock, NotCarried, Unreachable
from council.records import Notice
from handlers.notices import notice_view
from texts.tongue import tongue


class TelegramNotifier:
    """A `council.ports.Notifier`; what people wait for goes before what it sends."""

    def __init__(self, bot: ExtBot[Any], clock: Clock) -> None:
        self._bot = bot
        self._clock = clock

    async def carry(self, notice: Notice, language: str) -> None:
        """Send it into the person's private chat."""
        shown = notice_view(tongue(language), notice, self._clock.now())
        try:
            await self._bot.send_message(
                int(notice.person_id),
                shown.text,
                parse_mode=ParseMode.HTML,
                api_kwargs=shown.markup(),
                rate_limit_args=Priority.NOTICE,
            )
        except Forbidden:
            raise Unreachable from None
        except BadRequest as error:
            if "chat not found" in error.message.lower():
                raise Unreachable from None
            raise NotCarried(type(error).__name__) from None
        except TelegramError as error:
            raise NotCarried(type(error).__name__) from None
