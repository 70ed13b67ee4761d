"""Texts and captions: parsed, cleaned, measured."""

from __future__ import annotations

import msgspec

from playground.checks.entities import with_found
from playground.checks.markup import parse_html
from playground.checks.utf16 import utf16_length
from playground.errors import bad_request
from playground.wire import Entity

MAX_TEXT = 4096
MAX_CAPTION = 1024
MAX_ENTITIES = 100

_CLEAN = {code: " " for code in range(32) if code != ord("\n")} | {ord("\r"): None}


def read_text(text: str, parse_mode: str | None, entities: str | None) -> tuple[str, list[Entity] | None]:
    """Plain text and entities of what a bot sends; length not yet checked.

    Raises:
        ApiError: the markup can't be parsed, or the parse mode is unknown.
    """
    given: list[Entity] = []
    if parse_mode and parse_mode.lower() == "html":
        text, given = parse_html(text)
    elif parse_mode:
        # Nobody here writes Markdown, so guessing its rules would only hide a mistake.
        raise bad_request("unsupported parse_mode")
    elif entities:
        given = _given(entities)
    if not text.isprintable():
        text = text.translate(_CLEAN)
    text, given = _trimmed(text, given)
    # Telegram keeps the first hundred and drops the others without a word.
    return text, with_found(text, given)[:MAX_ENTITIES] or None


def _given(entities: str) -> list[Entity]:
    try:
        return msgspec.json.decode(entities, type=list[Entity])
    except msgspec.MsgspecError as error:
        raise bad_request(f"can't parse entities: {error}") from error


def _trimmed(text: str, entities: list[Entity]) -> tuple[str, list[Entity]]:
    """White space around the text goes; entities move with it and shrink to what is left."""
    stripped = text.strip()
    if stripped == text:
        return text, entities
    shift = utf16_length(text) - utf16_length(text.lstrip())
    end = utf16_length(stripped)
    kept = []
    for entity in entities:
        start = max(entity.offset - shift, 0)
        stop = min(entity.offset - shift + entity.length, end)
        if stop > start:
            kept.append(msgspec.structs.replace(entity, offset=start, length=stop - start))
    return stripped, kept


def check_text(text: str) -> None:
    """1 to 4096 characters after entities parsing.

    Telegram doesn't say how it counts a character outside the first plane; counting UTF-16
    units is the stricter reading, so what passes here passes there.

    Raises:
        ApiError: "message text is empty" or "message is too long".
    """
    if not text:
        raise bad_request("message text is empty")
    if utf16_length(text) > MAX_TEXT:
        raise bad_request("message is too long")


def check_caption(text: str) -> None:
    """0 to 1024 characters after entities parsing, counted as in `check_text`.

    Raises:
        ApiError: "message caption is too long".
    """
    if utf16_length(text) > MAX_CAPTION:
        raise bad_request("message caption is too long")
