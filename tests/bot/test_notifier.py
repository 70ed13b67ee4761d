"""Carrying notices: one message, into the chat as it is called now."""

from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

import pytest
from telegram.error import BadRequest, ChatMigrated, Forbidden, TelegramError, TimedOut

from bot.notifier import TelegramNotifier
from council.notice import Notice
from council.ports import NotCarried, Unreachable
from playground.clock import TurnableClock

NOW = datetime(2027, 3, 1, 11, tzinfo=UTC)
NOTICE = Notice("n1", "thrown_out", "7", (("council", "Rådet"),), NOW)


@dataclass
class FakeBot:
    """Says what it was told to, into which chat; `trouble` by chat."""

    trouble: dict[int, TelegramError] = field(default_factory=dict)
    said: list[int] = field(default_factory=list)
    username: str = "samspil_bot"

    async def send_message(self, chat_id: int, _text: str, **_: Any) -> None:
        if chat_id in self.trouble:
            raise self.trouble[chat_id]
        self.said.append(chat_id)


async def carried(bot: FakeBot, chat_id: int) -> list[tuple[int, int]]:
    moves: list[tuple[int, int]] = []

    async def migrated(old: int, new: int) -> None:
        moves.append((old, new))

    notifier = TelegramNotifier(bot, TurnableClock(NOW), migrated)  # type: ignore[arg-type]  # a fake
    await notifier.carry([NOTICE], chat_id, "da")
    return moves


async def test_into_the_chat() -> None:
    bot = FakeBot()
    assert await carried(bot, 7) == []
    assert bot.said == [7]


async def test_a_group_that_has_moved_is_followed() -> None:
    bot = FakeBot({-5: ChatMigrated(-100500)})
    assert await carried(bot, -5) == [(-5, -100500)]
    assert bot.said == [-100500]


@pytest.mark.parametrize("error", [Forbidden("bot was blocked by the user"), BadRequest("Chat not found")])
async def test_who_cannot_be_reached(error: TelegramError) -> None:
    with pytest.raises(Unreachable):
        await carried(FakeBot({7: error}), 7)


@pytest.mark.parametrize("error", [TimedOut(), BadRequest("message is too long")])
async def test_what_did_not_go_out_this_time(error: TelegramError) -> None:
    with pytest.raises(NotCarried):
        await carried(FakeBot({7: error}), 7)
