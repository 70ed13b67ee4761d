"""Telegram's rate limits (https://core.telegram.org/bots/faq#my-bot-is-hitting-limits)."""

from __future__ import annotations

import math
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field

from playground.errors import too_many_requests


@dataclass(slots=True)
class Window:
    """At most ``most`` events in any ``seconds``."""

    most: int
    seconds: float
    times: deque[float] = field(default_factory=deque)

    def wait(self, now: float) -> float:
        """Seconds until the next event fits; 0 when it fits now."""
        while self.times and self.times[0] <= now - self.seconds:
            self.times.popleft()
        if len(self.times) < self.most:
            return 0.0
        return self.times[0] + self.seconds - now


@dataclass(slots=True)
class Limits:
    """30 messages a second overall, 1 a second in a private chat, 20 a minute in a group.

    An edit of a message sent via the bot counts as one of the 30: its chat is nobody's business.
    Off unless ``enforced``. ``clock`` gives seconds, monotonic.
    """

    clock: Callable[[], float]
    enforced: bool = False
    overall: Window = field(default_factory=lambda: Window(30, 1.0))
    chats: dict[str, list[Window]] = field(default_factory=dict)
    refused: int = 0

    def check(self, method: str, chat_id: str, inline_message_id: str = "") -> None:
        """Count a call that puts a message into a chat, or changes one there that was sent via the bot.

        Raises:
            ApiError: 429 with the seconds to wait, at least one.
        """
        sends = method.startswith("send") and method != "sendChatAction"
        if not self.enforced or not (sends or inline_message_id):
            return
        now = self.clock()
        windows = [self.overall, *(self._windows(chat_id) if sends else ())]
        wait = max(window.wait(now) for window in windows)
        if wait > 0:
            self.refused += 1
            raise too_many_requests(max(1, math.ceil(wait)))
        for window in windows:
            window.times.append(now)

    def _windows(self, chat_id: str) -> list[Window]:
        if chat_id not in self.chats:
            second = Window(1, 1.0)
            is_group = chat_id.startswith(("-", "@"))
            self.chats[chat_id] = [second, Window(20, 60.0)] if is_group else [second]
        return self.chats[chat_id]
