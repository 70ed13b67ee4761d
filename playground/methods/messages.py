"""Sending: ``sendMessage`` and what all sent messages have in common."""

from __future__ import annotations

import msgspec

from playground.checks.keyboards import Keyboard, read_keyboard
from playground.checks.texts import check_text, read_text
from playground.errors import bad_request
from playground.methods.reach import open_chat
from playground.requests import Call
from playground.state import Chat, World
from playground.wire import Entity, InlineKeyboard, Message

_ACTIONS = frozenset(
    {
        "typing",
        "upload_photo",
        "record_video",
        "upload_video",
        "record_voice",
        "upload_voice",
        "upload_document",
        "choose_sticker",
        "find_location",
        "record_video_note",
        "upload_video_note",
    }
)
_MENTION = "tg://user?id="


class ReplyParameters(msgspec.Struct):
    """Which message is answered."""

    message_id: int
    chat_id: int | str | None = None
    allow_sending_without_reply: bool = False


def formatted(
    world: World, call: Call, name: str = "text", entities: str = "entities"
) -> tuple[str, list[Entity] | None]:
    """The text parameter ``name`` without its markup, and its entities."""
    params = call.params
    text, found = read_text(params.get(name, ""), params.get("parse_mode"), params.get(entities))
    mention(world, found)
    return text, found


def mention(world: World, entities: list[Entity] | None) -> None:
    """Links to people whom the bot knows are mentions."""
    for entity in entities or ():
        if entity.url is not None and entity.url.startswith(_MENTION):
            _mention(world, entity)


def _mention(world: World, entity: Entity) -> None:
    number = str(entity.url).removeprefix(_MENTION)
    user = world.users.get(int(number)) if number.isdecimal() else None
    if user is not None:
        entity.type, entity.user, entity.url = "text_mention", user, None


def replied(chat: Chat, call: Call) -> Message | None:
    """The message that ``reply_parameters`` names, without what it answers itself.

    Raises:
        ApiError: there is no such message and the call insists on it.
    """
    source = call.text("reply_parameters")
    if source is None:
        return None
    try:
        reply = msgspec.json.decode(source, type=ReplyParameters)
    except msgspec.MsgspecError as error:
        raise bad_request("can't parse reply parameters JSON object") from error
    message = chat.messages.get(reply.message_id)
    if message is not None:
        return msgspec.structs.replace(message, reply_to_message=None)
    if reply.allow_sending_without_reply:
        return None
    raise bad_request("message to be replied not found")


def send_message(world: World, call: Call) -> Message:
    """``sendMessage``."""
    chat = open_chat(world, call)
    text, entities = formatted(world, call)
    check_text(text)
    keyboard = read_keyboard(call.params.get("reply_markup"))
    message = new_message(world, chat, call)
    message.text, message.entities = text, entities
    return post(world, chat, message, keyboard)


def new_message(world: World, chat: Chat, call: Call) -> Message:
    """A message of the bot, still empty and not yet sent."""
    return Message(
        message_id=0,
        date=world.now(),
        chat=chat.info,
        from_=world.bot,
        reply_to_message=replied(chat, call),
        has_protected_content=True if call.flag("protect_content") else None,
    )


def post(world: World, chat: Chat, message: Message, keyboard: Keyboard | None) -> Message:
    """Put a checked message of the bot into the chat."""
    message.message_id = world.new_message_id(chat)
    if isinstance(keyboard, InlineKeyboard):
        message.reply_markup = keyboard if keyboard.inline_keyboard else None
    elif keyboard is not None:
        chat.keyboards[message.message_id] = keyboard
    chat.messages[message.message_id] = message
    chat.spoken.append(message)
    world.tell("said", chat, world.bot, message)
    return message


def send_chat_action(world: World, call: Call) -> bool:
    """``sendChatAction``."""
    open_chat(world, call)
    if call.params.get("action") not in _ACTIONS:
        raise bad_request("wrong parameter action in request")
    return True


METHODS = {"sendMessage": send_message, "sendChatAction": send_chat_action}
