"""Links that open the bot (https://core.telegram.org/bots/features#deep-linking)."""

from __future__ import annotations

import re

from playground.wire import User

_LINK = re.compile(
    r"(?:https?://)?(?:t|telegram)\.me/(?P<name>\w+)(?:\?start=(?P<payload>[A-Za-z0-9_-]{0,64}))?",
    re.IGNORECASE,
)


def start_payload(url: str, bot: User) -> str | None:
    """What is said after ``/start`` when a link is followed; "" for a link without a payload.

    ``None`` when it doesn't lead to the private chat with this bot.
    """
    found = _LINK.fullmatch(url)
    if found is None or found["name"].lower() != (bot.username or "").lower():
        return None
    return found["payload"] or ""
