"""What is shown: a text and its buttons, as plain data. Views build these; only `turn.py` sends them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import unescape
from typing import TypeVar

import msgspec
from markupsafe import Markup
from telegram import InlineKeyboardMarkup

from handlers.codec import Tap
from texts.escape import plain, safe, telegram_length

TEXT_LIMIT = 4096
"""UTF-16 code units of a message's text once its markup is taken away (Bot API, sendMessage)."""

Text = TypeVar("Text", str, Markup)

_LABEL_LIMIT = 60  # characters; longer labels are cut off on a phone anyway


@dataclass(frozen=True, slots=True)
class Button:
    """A button that is tapped (`tap`), opens a link (`url`), or a chat of one's own choice to say this in."""

    label: str
    tap: Tap | None = None
    url: str = ""
    inline: str = ""


Row = tuple[Button, ...]


@dataclass(frozen=True, slots=True)
class Screen:
    """A message: HTML that is escaped already, and rows of buttons."""

    text: Markup
    rows: tuple[Row, ...] = ()

    def keyboard(self) -> InlineKeyboardMarkup | None:
        """The buttons in PTB's terms."""
        return InlineKeyboardMarkup.de_json({"inline_keyboard": rows}) if (rows := self._rows()) else None

    def markup(self) -> dict[str, str]:
        """The buttons as an argument of the Bot API: without an object for each they cost a tenth."""
        rows = self._rows()
        return {"reply_markup": msgspec.json.encode({"inline_keyboard": rows}).decode()} if rows else {}

    def _rows(self) -> list[list[dict[str, str]]]:
        return [[_telegram(button) for button in row] for row in self.rows if row]


def screen(parts: Iterable[Markup | None], rows: Sequence[Row] = ()) -> Screen:
    """A screen of these lines; None leaves a line out. What does not fit is cut at a line's end."""
    return Screen(fitted([part for part in parts if part is not None]), tuple(row for row in rows if row))


def fitted(lines: Sequence[Markup], limit: int = TEXT_LIMIT) -> Markup:
    """The lines as one text that Telegram takes; lines that are too many give way to an ellipsis."""
    kept: list[Markup] = []
    room = limit - 2
    for line in lines:
        room -= telegram_length(visible(line)) + 1
        if room < 0:
            kept.append(Markup("…"))
            break
        kept.append(line)
    return Markup("\n").join(kept).strip()


def visible(line: Markup) -> str:
    """What a reader sees of it."""
    return unescape(line.striptags()) if "<" in line or "&" in line else str(line)


def bold(text: object) -> Markup:
    """In bold."""
    return _tagged("b", text, 300)


def italic(text: object) -> Markup:
    """In italics."""
    return _tagged("i", text, 1000)


def struck(text: object) -> Markup:
    """Struck out."""
    return _tagged("s", text, 300)


def capitalised(text: Text) -> Text:
    """With a capital letter in front, as on a button."""
    return text[:1].upper() + text[1:]


GAP = Markup("")
"""An empty line."""


def rows_of(buttons: Iterable[Button], width: int) -> list[Row]:
    """The buttons in rows of so many."""
    listed = list(buttons)
    return [tuple(listed[i : i + width]) for i in range(0, len(listed), width)]


def _tagged(tag: str, text: object, limit: int) -> Markup:
    return Markup(f"<{tag}>{safe(text, limit)}</{tag}>")  # noqa: S704  # made safe just here


def _telegram(button: Button) -> dict[str, str]:
    label = plain(button.label, _LABEL_LIMIT)
    if not any(character.isprintable() and character != " " for character in label):
        label = "…"  # Telegram refuses a message with a button on which nothing can be read
    if button.tap is not None:
        return {"text": label, "callback_data": button.tap.pack()}
    if button.inline:
        return {"text": label, "switch_inline_query": plain(button.inline, _LABEL_LIMIT)}
    return {"text": label, "url": button.url}
