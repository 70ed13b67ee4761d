"""Many updates at once, for measurements."""

from __future__ import annotations

import msgspec

from playground.driver import LoopbackTelegram
from playground.incoming import Contents, write
from playground.people import Person


class Bulk(msgspec.Struct, forbid_unknown_fields=True):
    """``bulk``: -> ``{"first_update", "last_update"}``; ``updates`` messages from ``chats`` chats.

    The chats take turns. They are private ones, of people who are made for it and made again only
    when there are too few; the first ``skip`` of them stay silent. With ``tap`` they say nothing, but tap
    the button in that place under the last message of the bot.
    """

    updates: int
    chats: int = 1
    text: str = "/help"
    tap: int | None = None
    skip: int = 0


def pour(tg: LoopbackTelegram, bulk: Bulk, crowd: list[Person]) -> tuple[int, int]:
    """Queue the updates; the first and the last one's id."""
    while len(crowd) < bulk.skip + bulk.chats:
        crowd.append(tg.person(f"Person {len(crowd)}", language="da", started=True))
    first = tg.world.inbox.next_id
    contents = Contents(text=bulk.text)
    for number in range(bulk.updates):
        person = crowd[bulk.skip + number % bulk.chats]
        if bulk.tap is None:
            write(tg.world, person.chat.place, person.user, contents)
        else:
            post = person.chat.last_message
            person.forges_tap(post, post.button(bulk.tap).callback_data or "")
    return first, tg.world.inbox.next_id - 1
