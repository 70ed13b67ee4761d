"""Changing messages: the bot's own, and those that were sent via it."""

from __future__ import annotations

import msgspec

from playground.checks.keyboards import Keyboard, read_keyboard
from playground.checks.texts import check_caption, check_text
from playground.errors import bad_request
from playground.methods.files import as_document, as_photo, given_file
from playground.methods.messages import formatted
from playground.methods.reach import open_chat
from playground.requests import Call
from playground.state import Chat, World
from playground.wire import Document, Entity, InlineKeyboard, Message, PhotoSize

Content = str | list[Entity] | list[PhotoSize] | Document | None


class Media(msgspec.Struct):
    """``InputMediaPhoto`` and ``InputMediaDocument``, as far as they are modelled."""

    type: str
    media: str
    caption: str = ""
    parse_mode: str = ""


def _check_reach(world: World, call: Call) -> None:
    """The call says which message it means, and the bot can act in its chat."""
    if call.text("inline_message_id"):
        return
    if not call.text("chat_id") or not call.text("message_id"):
        raise bad_request("message identifier is not specified")
    open_chat(world, call)


def _own(world: World, call: Call) -> tuple[Chat, Message]:
    """The message that a call wants to change, and where it is."""
    inline_id = call.text("inline_message_id")
    if inline_id is not None:
        return _inline(world, inline_id)
    chat = open_chat(world, call)
    message = chat.messages.get(call.number("message_id"))
    if message is None:
        raise bad_request("message to edit not found")
    if message.from_ is None or message.from_.id != world.bot.id:
        raise bad_request("message can't be edited")
    return chat, message


def _inline(world: World, inline_id: str) -> tuple[Chat, Message]:
    """A message that was sent via the bot and still exists."""
    place, number = world.inline.get(inline_id, (None, 0))
    if place is None or number not in place.messages:
        raise bad_request("MESSAGE_ID_INVALID")
    return place, place.messages[number]


def _keyboard(call: Call) -> InlineKeyboard | None:
    """The new inline keyboard; an edit without one takes the old one away."""
    keyboard: Keyboard | None = read_keyboard(call.params.get("reply_markup"))
    if keyboard is None:
        return None
    if not isinstance(keyboard, InlineKeyboard):
        raise bad_request("inline keyboard expected")
    return keyboard if keyboard.inline_keyboard else None


def edit_message_text(world: World, call: Call) -> Message | bool:
    """``editMessageText``."""
    _check_reach(world, call)
    text, entities = formatted(world, call)
    check_text(text)
    keyboard = _keyboard(call)
    chat, message = _own(world, call)
    if message.text is None:
        raise bad_request("there is no text in the message to edit")
    return _change(world, chat, message, keyboard, text=text, entities=entities)


def edit_message_caption(world: World, call: Call) -> Message | bool:
    """``editMessageCaption``."""
    _check_reach(world, call)
    text, entities = formatted(world, call, "caption", "caption_entities")
    check_caption(text)
    keyboard = _keyboard(call)
    chat, message = _own(world, call)
    if message.document is None and message.photo is None:
        raise bad_request("there is no caption in the message to edit")
    return _change(world, chat, message, keyboard, caption=text or None, caption_entities=entities)


def edit_message_reply_markup(world: World, call: Call) -> Message | bool:
    """``editMessageReplyMarkup``."""
    _check_reach(world, call)
    keyboard = _keyboard(call)
    return _change(world, *_own(world, call), keyboard)


def edit_message_media(world: World, call: Call) -> Message | bool:
    """``editMessageMedia``: another photo or document; a text message becomes one.

    A message that was sent via the bot takes only files that Telegram has already.
    """
    _check_reach(world, call)
    media = _media(call)
    if call.text("inline_message_id") and media.media.startswith("attach://"):
        raise bad_request("wrong file identifier/HTTP URL specified")
    about = Call(call.method, {"caption": media.caption, "parse_mode": media.parse_mode})
    caption, entities = formatted(world, about, "caption", "caption_entities")
    check_caption(caption)
    keyboard = _keyboard(call)
    chat, message = _own(world, call)
    file = given_file(world, call, media.type, media.media)
    is_photo = media.type == "photo"
    return _change(
        world,
        chat,
        message,
        keyboard,
        text=None,
        entities=None,
        photo=as_photo(file) if is_photo else None,
        document=None if is_photo else as_document(file),
        caption=caption or None,
        caption_entities=entities,
    )


def _media(call: Call) -> Media:
    try:
        media = msgspec.json.decode(call.params.get("media", ""), type=Media)
    except msgspec.MsgspecError as error:
        raise bad_request(f"can't parse input media JSON object: {error}") from error
    if media.type not in {"photo", "document"}:
        raise bad_request(f'can\'t parse InputMedia: type "{media.type}" is unsupported')
    return media


def _change(
    world: World, chat: Chat, message: Message, keyboard: InlineKeyboard | None, **content: Content
) -> Message | bool:
    """Apply an edit, keeping what was there before in the chat's ``past``.

    The answer is the message, or only that it was done for one that was sent via the bot.
    """
    if message.reply_markup == keyboard and all(
        getattr(message, name) == value for name, value in content.items()
    ):
        raise bad_request(
            "message is not modified: specified new message content and reply markup are exactly "
            "the same as a current content and reply markup of the message"
        )
    chat.past.setdefault(message.message_id, []).append(msgspec.structs.replace(message))
    for name, value in content.items():
        setattr(message, name, value)
    message.reply_markup = keyboard
    message.edit_date = world.now()
    world.tell("edited", chat, world.bot, message)
    return message if message.via_bot is None else True


METHODS = {
    "editMessageText": edit_message_text,
    "editMessageCaption": edit_message_caption,
    "editMessageMedia": edit_message_media,
    "editMessageReplyMarkup": edit_message_reply_markup,
}
