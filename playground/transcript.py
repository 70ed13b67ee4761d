"""What happened, for reading: an append-only list of lines and how they look in a terminal."""

from __future__ import annotations

import textwrap
from collections.abc import Callable
from dataclasses import dataclass

from playground.checks.keyboards import ReplyKeyboard
from playground.checks.utf16 import utf16_slice
from playground.render import to_html, to_rows
from playground.state import Event
from playground.wire import Entity, Message

_MARKS = {"bold": "*", "code": "`", "pre": "`", "strikethrough": "~"}
_SIGNS = {
    "shared": "↪ ",
    "offered": "🔎 ",
    "edited": "✎ ",
    "rewrote": "✎ ",
    "deleted": "✗ ",
    "pinned": "📌 ",
}


@dataclass(frozen=True, slots=True)
class Line:
    """One event as it looked when it happened.

    Attributes:
        kind: "wrote", "rewrote", "tapped", "followed", "searched", "shared", "joined", "left",
            "blocked", "migrated" (people); "said", "edited", "pinned", "answered", "alerted",
            "offered" (the bot); "deleted" (both).
        who: a first name.
        where: the group's title, or for a private chat who is in it beside the bot.
        is_private: between one person and the bot, or two people.
        text: plain; ``html`` the same with tags.
        rows: the texts of the buttons, inline or instead of letters.
        file: its name.
        note: the tapped button, the answer's text and link, the link that was followed, what was
            searched for, "unseen" for what the bot does not get.
    """

    kind: str
    who: str
    where: str
    is_private: bool
    message_id: int = 0
    text: str = ""
    html: str = ""
    shown: str = ""
    rows: tuple[tuple[str, ...], ...] = ()
    file: str = ""
    note: str = ""


Watcher = Callable[[Line], None]


class Transcript:
    """The lines so far; ``watch`` is called with each new one."""

    def __init__(self) -> None:
        self.lines: list[Line] = []
        self.watchers: list[Watcher] = []

    def watch(self, watcher: Watcher) -> None:
        """Call ``watcher`` with every line from now on."""
        self.watchers.append(watcher)

    def note(self, event: Event) -> None:
        """Add an event."""
        line = _line(event)
        self.lines.append(line)
        for watcher in self.watchers:
            watcher(line)

    def __str__(self) -> str:
        return render(self.lines)


def _line(event: Event) -> Line:
    info = event.chat.info
    message = event.message
    line = Line(
        kind=event.kind,
        who=event.who.first_name,
        where=info.title or info.first_name or "",
        is_private=event.chat.is_private,
        note=event.note,
    )
    return line if message is None else _with_message(line, event, message)


def _with_message(line: Line, event: Event, message: Message) -> Line:
    text = message.text or message.caption or ""
    entities = message.entities or message.caption_entities
    return Line(
        kind=line.kind,
        who=line.who,
        where=line.where,
        is_private=line.is_private,
        note=line.note,
        message_id=message.message_id,
        text=text,
        html=to_html(text, entities),
        shown=plain(text, entities),
        rows=_rows(event, message),
        file=_file(message),
    )


def _rows(event: Event, message: Message) -> tuple[tuple[str, ...], ...]:
    keyboard = event.chat.keyboards.get(message.message_id)
    if isinstance(keyboard, ReplyKeyboard):
        return tuple(
            tuple(button if isinstance(button, str) else button.text for button in row)
            for row in keyboard.keyboard
        )
    return tuple(map(tuple, to_rows(message.reply_markup)))


def _file(message: Message) -> str:
    if message.document is not None:
        return message.document.file_name or "file"
    return f"photo {message.photo[-1].width} × {message.photo[-1].height}" if message.photo else ""


def plain(text: str, entities: list[Entity] | None) -> str:
    """``text`` with its formatting reduced to signs: ``*bold*``, link targets in brackets."""
    edits: list[tuple[int, int, str]] = []
    for order, entity in enumerate(entities or ()):
        end = entity.offset + entity.length
        mark = _MARKS.get(entity.type)
        if mark:
            edits += [(entity.offset, order, mark), (end, -order, mark)]
        elif entity.type == "text_link":
            edits.append((end, -order, f" <{entity.url}>"))
    parts: list[str] = []
    at = 0
    for offset, _, mark in sorted(edits, key=lambda edit: (edit[0], edit[1])):
        parts += [utf16_slice(text, at, offset - at), mark]
        at = offset
    return "".join([*parts, utf16_slice(text, at, 2 * len(text) - at)])


def render(lines: list[Line]) -> str:
    """All ``lines`` for a terminal, a heading wherever the chat changes."""
    parts: list[str] = []
    watch = printer(parts.append)
    for line in lines:
        watch(line)
    return "\n".join(parts)


def heading(line: Line) -> str:
    """The name of the chat that ``line`` belongs to."""
    return f"\n── {line.where} (private) ──" if line.is_private else f"\n══ {line.where} ══"


def printer(write: Callable[[str], object]) -> Watcher:
    """A watcher that writes every line as it comes, with headings where the chat changes."""
    last: list[tuple[str, bool]] = []

    def watch(line: Line) -> None:
        where = line.where, line.is_private
        if last != [where]:
            last[:] = [where]
            write(heading(line))
        write(render_line(line))

    return watch


def render_line(line: Line) -> str:
    """One line (with its buttons below) for a terminal."""
    body = _SENTENCES[line.kind](line) if line.kind in _SENTENCES else _body(line)
    first, *rest = (body or "·").split("\n")
    head = f"{line.who}: {_SIGNS.get(line.kind, '')}{first}"
    below = [*rest, *("".join(f"[ {text} ] " for text in row).rstrip() for row in line.rows)]
    if line.kind in _SENTENCES:
        return head
    return "\n".join([head, *(textwrap.indent(text, "    ") for text in below)])


def _body(line: Line) -> str:
    via = "via the bot:" if line.kind == "shared" else ""
    parts = [via, f"📎 {line.file}" if line.file else "", line.shown]
    unseen = line.note and line.kind != "shared"  # of what is sent via it, it gets the taps
    return "\n".join(filter(None, parts)) + (" (unseen by the bot)" if unseen else "")


_SENTENCES: dict[str, Callable[[Line], str]] = {
    "tapped": lambda line: f"👆 [ {line.note} ]",
    "followed": lambda line: f"↗ {line.note}",
    "searched": lambda line: f"🔎 {line.note}",
    "answered": lambda line: f"⟵ {line.note or '✓'}",
    "alerted": lambda line: f"⟵ ⚠ {line.note}",
    "deleted": lambda line: line.text.split("\n", 1)[0],
    "pinned": lambda line: line.text.split("\n", 1)[0],
    "joined": lambda _line: "→ joined",
    "left": lambda _line: "← left",
    "blocked": lambda _line: "⛔ blocked the bot",
    "migrated": lambda _line: "the group is now a supergroup",
}
