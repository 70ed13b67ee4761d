"""Deleting messages."""

from __future__ import annotations

import msgspec

from playground.errors import bad_request
from playground.methods.reach import open_chat
from playground.requests import Call
from playground.state import Chat, World
from playground.wire import Message

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


METHODS = {"deleteMessage": delete_message, "deleteMessages": delete_messages}
