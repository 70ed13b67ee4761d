"""Entities that Telegram finds in text by itself: commands, mentions, addresses, hashtags."""

from __future__ import annotations

import re

from playground.checks.utf16 import utf16_length
from playground.wire import Entity

_HINT = re.compile(r"[/@#.]")
_FOUND = re.compile(
    r"(?P<url>https?://[^\s<>\"]*[^\s<>\".,;:!?()'»]"
    r"|(?<![\w@./-])(?:[\w-]+\.)+(?:com|dk|eu|info|io|me|net|org)(?![\w@-])(?:/[^\s<>\"]*[^\s<>\".,;:!?()'»])?)"
    r"|(?P<email>(?<![\w.+-])[A-Za-z0-9][\w.+-]*@(?:[\w-]+\.)+[A-Za-z]{2,})"
    r"|(?P<mention>(?<![\w@/])@[A-Za-z][A-Za-z0-9_]{2,31}(?!\w))"
    r"|(?P<bot_command>(?<![\w/@<>])/[A-Za-z0-9_]{1,64}(?:@[A-Za-z][A-Za-z0-9_]{2,31})?(?![\w/]))"
    r"|(?P<hashtag>(?<![\w#])#\w*[^\W\d]\w*)"
)
_OPAQUE = frozenset({"code", "pre", "text_link", "custom_emoji"})


def find_entities(text: str) -> list[Entity]:
    """Entities of plain ``text`` in order; offsets in UTF-16 units."""
    if not _HINT.search(text):
        return []
    return [
        Entity(
            type=str(found.lastgroup),
            offset=utf16_length(text[: found.start()]),
            length=utf16_length(found[0]),
        )
        for found in _FOUND.finditer(text)
    ]


def _overlaps(one: Entity, other: Entity) -> bool:
    return one.offset < other.offset + other.length and other.offset < one.offset + one.length


def with_found(text: str, given: list[Entity]) -> list[Entity]:
    """The ``given`` entities and those found in ``text`` outside code and links."""
    opaque = [entity for entity in given if entity.type in _OPAQUE]
    found = [
        entity for entity in find_entities(text) if not any(_overlaps(entity, other) for other in opaque)
    ]
    if not found:
        return given
    return sorted(given + found, key=lambda entity: (entity.offset, -entity.length))
