"""Changing and deleting messages."""

from __future__ import annotations

import msgspec

from playground.checks.keyboards import Keyboard, read_keyboard
from playground.checks.texts import check_caption, check_text
from playground.errors import bad_request
from playground.methods.messages import formatted
from playground.methods.reach import open_chat
from playground.requests import Call
from playground.state import Chat, World
from playground.wire import Entity, InlineKeyboard, Message

MAX_DELETED = 100
_SECONDS_TO_DELETE = 48 * 3600
_SERVICE = (
    "new_chat_members",
    "left_chat_member",
    "group_chat_created",
    "migrate_to_chat_id",
    "migrate_from_chat_id",
    "pinned_message",
)


def _own(world: World, chat: Chat, call: Call) -> Message:
    """The bot's own message that a call wants to change."""
    message = chat.messages.get(call.number("message_id"))
    if message is None:
        raise bad_request("message to edit not found")
    if message.from_ is None or message.from_.id != world.bot.id:
        raise bad_request("message can't be edited")
    return message


def _chat(world: World, call: Call) -> Chat:
    if call.text("inline_message_id"):
        raise bad_request("MESSAGE_ID_INVALID")
    if not call.text("chat_id") or not call.text("message_id"):
        raise bad_request("message identifier is not specified")
    return open_chat(world, call)


def _inline(call: Call) -> InlineKeyboard | None:
    """The new inline keyboard; an edit without one takes the old one away."""
    keyboard: Keyboard | None = read_keyboard(call.params.get("reply_markup"))
    if keyboard is None:
        return None
    if not isinstance(keyboard, InlineKeyboard):
        raise bad_request("inline keyboard expected")
    return keyboard if keyboard.inline_keyboard else None


def edit_message_text(world: World, call: Call) -> Message:
    """``editMessageText``."""
    chat = _chat(world, call)
    text, entities = formatted(world, call)
    check_text(text)
    keyboard = _inline(call)
    message = _own(world, chat, call)
    if message.text is None:
        raise bad_request("there is no text in the message to edit")
    return _change(world, chat, message, keyboard, text=text, entities=entities)


def edit_message_caption(world: World, call: Call) -> Message:
    """``editMessageCaption``."""
    chat = _chat(world, call)
    text, entities = formatted(world, call, "caption", "caption_entities")
    check_caption(text)
    keyboard = _inline(call)
    message = _own(world, chat, call)
    if message.document is None and message.photo is None:
        raise bad_request("there is no caption in the message to edit")
    return _change(world, chat, message, keyboard, caption=text or None, caption_entities=entities)


def edit_message_reply_markup(world: World, call: Call) -> Message:
    """``editMessageReplyMarkup``."""
    chat = _chat(world, call)
    keyboard = _inline(call)
    return _change(world, chat, _own(world, chat, call), keyboard)


def _change(
    world: World,
    chat: Chat,
    message: Message,
    keyboard: InlineKeyboard | None,
    **content: str | list[Entity] | None,
) -> Message:
    """Apply an edit, keeping what was there before in the chat's ``past``."""
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
    return message


def delete_message(world: World, call: Call) -> bool:
    """``deleteMessage``."""
    chat = open_chat(world, call)
    message = chat.messages.get(call.number("message_id"))
    if message is None:
        raise bad_request("message to delete not found")
    if not _deletable(world, chat, message):
        raise bad_request("message can't be deleted")
    _delete(world, chat, message)
    return True


def delete_messages(world: World, call: Call) -> bool:
    """``deleteMessages``; what can't be found or deleted is passed over."""
    chat = open_chat(world, call)
    try:
        numbers = msgspec.json.decode(call.params.get("message_ids", ""), type=list[int])
    except msgspec.MsgspecError as error:
        raise bad_request("can't parse message identifiers JSON array") from error
    if not 1 <= len(numbers) <= MAX_DELETED:
        raise bad_request("too many message identifiers specified")
    for number in numbers:
        message = chat.messages.get(number)
        if message is not None and _deletable(world, chat, message):
            _delete(world, chat, message)
    return True


def _deletable(world: World, chat: Chat, message: Message) -> bool:
    """Own messages and, for administrators, everybody's; for 48 hours."""
    own = message.from_ is not None and message.from_.id == world.bot.id
    service = any(getattr(message, name) is not None for name in _SERVICE)
    allowed = own or chat.is_private or world.bot_in(chat).is_admin
    young = world.now() - message.date < _SECONDS_TO_DELETE
    is_admin = not chat.is_private and world.bot_in(chat).is_admin
    return allowed and (young or is_admin) and not (service and chat.info.type == "group")


def _delete(world: World, chat: Chat, message: Message) -> None:
    del chat.messages[message.message_id]
    world.tell("deleted", chat, world.bot, message)


METHODS = {
    "editMessageText": edit_message_text,
    "editMessageCaption": edit_message_caption,
    "editMessageReplyMarkup": edit_message_reply_markup,
    "deleteMessage": delete_message,
    "deleteMessages": delete_messages,
}
