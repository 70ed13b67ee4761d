"""Text and entities back to HTML, and keyboards to something readable."""

from __future__ import annotations

from collections import defaultdict

from markupsafe import escape

from playground.wire import Entity, InlineKeyboard

_TAGS = {
    "bold": "b",
    "italic": "i",
    "underline": "u",
    "strikethrough": "s",
    "spoiler": "tg-spoiler",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
}


def _tags(entity: Entity) -> tuple[str, str] | None:
    if entity.type == "text_link":
        return f'<a href="{escape(entity.url)}">', "</a>"
    if entity.type == "text_mention" and entity.user is not None:
        return f'<a href="tg://user?id={entity.user.id}">', "</a>"
    if entity.type == "expandable_blockquote":
        return "<blockquote expandable>", "</blockquote>"
    if entity.type == "pre" and entity.language:
        language = escape(entity.language)
        return f'<pre><code class="language-{language}">', "</code></pre>"
    tag = _TAGS.get(entity.type)
    return (f"<{tag}>", f"</{tag}>") if tag else None


def to_html(text: str, entities: list[Entity] | None) -> str:
    """The HTML that gives ``text`` with these ``entities``; found entities need no tag."""
    opening: dict[int, list[str]] = defaultdict(list)
    closing: dict[int, list[str]] = defaultdict(list)
    for entity in sorted(entities or (), key=lambda e: (e.offset, -e.length)):
        tags = _tags(entity)
        if tags:
            opening[entity.offset].append(tags[0])
            closing[entity.offset + entity.length].insert(0, tags[1])
    parts: list[str] = []
    offset = 0
    for character in text:
        parts += [*closing.pop(offset, []), *opening.pop(offset, [])]
        parts.append(str(escape(character)))
        offset += 1 + (character > "\uffff")
    return "".join([*parts, *closing.pop(offset, [])])


def to_rows(keyboard: InlineKeyboard | None) -> list[list[str]]:
    """The texts of the buttons, row by row."""
    return [[button.text for button in row] for row in keyboard.inline_keyboard] if keyboard else []
