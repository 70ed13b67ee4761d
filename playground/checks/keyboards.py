"""Keyboards: the shape that Telegram accepts."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from playground.checks.urls import is_url
from playground.errors import bad_request
from playground.wire import Button, InlineKeyboard, Json

MAX_BUTTONS = 100
MAX_BUTTONS_PER_ROW = 8
MAX_DATA_BYTES = 64
MAX_PLACEHOLDER = 64


class ReplyButton(msgspec.Struct, omit_defaults=True):
    """A button of the keyboard that replaces the letters."""

    text: str
    request_contact: bool = False
    request_location: bool = False
    request_users: Json | None = None
    request_chat: Json | None = None
    request_poll: Json | None = None
    web_app: Json | None = None


class ReplyKeyboard(msgspec.Struct, omit_defaults=True, kw_only=True):
    """A keyboard that replaces the letters."""

    keyboard: list[list[ReplyButton | str]]
    is_persistent: bool = False
    resize_keyboard: bool = False
    one_time_keyboard: bool = False
    selective: bool = False
    input_field_placeholder: str | None = None


class RemoveKeyboard(msgspec.Struct, omit_defaults=True, kw_only=True):
    """Gives the letters back."""

    remove_keyboard: bool
    selective: bool = False


class ForceReply(msgspec.Struct, omit_defaults=True, kw_only=True):
    """Opens a reply to the message."""

    force_reply: bool
    selective: bool = False
    input_field_placeholder: str | None = None


Keyboard = InlineKeyboard | ReplyKeyboard | RemoveKeyboard | ForceReply
_KINDS: tuple[tuple[str, type[Keyboard]], ...] = (
    ("inline_keyboard", InlineKeyboard),
    ("keyboard", ReplyKeyboard),
    ("remove_keyboard", RemoveKeyboard),
    ("force_reply", ForceReply),
)
_ACTIONS = (
    "url",
    "callback_data",
    "web_app",
    "login_url",
    "switch_inline_query",
    "switch_inline_query_current_chat",
    "switch_inline_query_chosen_chat",
    "copy_text",
    "callback_game",
    "pay",
)


def read_keyboard(source: str | None) -> Keyboard | None:
    """The keyboard in ``reply_markup``, checked; ``None`` when there is none.

    Raises:
        ApiError: the JSON has no keyboard's shape, or a button is one that Telegram refuses.
    """
    if not source:
        return None
    kind = _kind(source)
    if kind is None:
        return None
    try:
        keyboard: Keyboard = msgspec.json.decode(source, type=kind)
    except msgspec.MsgspecError as error:
        raise bad_request(f"can't parse reply keyboard markup JSON object: {error}") from error
    _check(keyboard)
    return keyboard


def _kind(source: str) -> type[Keyboard] | None:
    try:
        fields = msgspec.json.decode(source, type=dict[str, msgspec.Raw])
    except msgspec.MsgspecError as error:
        raise bad_request("object expected as reply markup") from error
    return next((kind for name, kind in _KINDS if name in fields), None)


def _check(keyboard: Keyboard) -> None:
    if isinstance(keyboard, InlineKeyboard):
        check_inline(keyboard)
    elif isinstance(keyboard, ReplyKeyboard):
        _check_reply(keyboard)
    elif isinstance(keyboard, ForceReply):
        _check_placeholder(keyboard.input_field_placeholder)


def check_inline(keyboard: InlineKeyboard) -> None:
    """Every button says something and does exactly one thing.

    Raises:
        ApiError: the first button that Telegram would refuse.
    """
    buttons = [button for row in keyboard.inline_keyboard for button in row]
    if len(buttons) > MAX_BUTTONS:
        raise bad_request("REPLY_MARKUP_TOO_LONG")
    if any(len(row) > MAX_BUTTONS_PER_ROW for row in keyboard.inline_keyboard):
        raise bad_request("REPLY_MARKUP_INVALID")
    for button in buttons:
        _check_button(button)


def _actions(button: Button) -> Iterator[str]:
    return (name for name in _ACTIONS if getattr(button, name) is not None)


def _check_button(button: Button) -> None:
    if not button.text.strip():
        raise bad_request("can't parse inline keyboard button: button text must be non-empty")
    actions = list(_actions(button))
    if not actions:
        raise bad_request(
            "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard"
        )
    if len(actions) > 1:
        raise bad_request("can't parse inline keyboard button: exactly one action is expected")
    if button.callback_data is not None:
        _check_data(button.callback_data)
    if button.url is not None and not is_url(button.url):
        raise bad_request(f"inline keyboard button URL '{button.url}' is invalid: Wrong HTTP URL")


def _check_data(data: str) -> None:
    if not 1 <= len(data.encode()) <= MAX_DATA_BYTES:
        raise bad_request("BUTTON_DATA_INVALID")


def _check_reply(keyboard: ReplyKeyboard) -> None:
    texts = [
        button if isinstance(button, str) else button.text for row in keyboard.keyboard for button in row
    ]
    if not texts:
        raise bad_request("reply keyboard must have at least one button")
    if not all(text.strip() for text in texts):
        raise bad_request("keyboard button text must be non-empty")
    _check_placeholder(keyboard.input_field_placeholder)


def _check_placeholder(text: str | None) -> None:
    if text is not None and not 1 <= len(text) <= MAX_PLACEHOLDER:
        raise bad_request("PLACEHOLDER_INVALID")
