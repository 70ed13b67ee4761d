"""What people do, as the updates that reach the bot."""

from __future__ import annotations

from dataclasses import dataclass

import msgspec

from playground.checks.entities import find_entities
from playground.methods.files import as_document, as_photo
from playground.state import ANONYMOUS_ADMIN, Chat, StoredFile, Tap, World
from playground.wire import CallbackQuery, Entity, ForwardOrigin, Message, User

_FORGOTTEN_DATE = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """What a person's message holds; ``text`` is the caption when there is a file."""

    text: str = ""
    file: StoredFile | None = None
    reply_to: Message | None = None
    forwarded_from: User | None = None
    anonymously: bool = False


def write(world: World, chat: Chat, user: User, contents: Contents) -> tuple[Message, int | None]:
    """A person's message, and the update's id if the bot gets to see it."""
    message = Message(message_id=world.new_message_id(chat), date=world.now(), chat=chat.info, from_=user)
    _sign(message, chat, user, contents)
    _fill(message, contents)
    return message, deliver(world, chat, user, message, "wrote")


def deliver(world: World, chat: Chat, user: User, message: Message, kind: str) -> int | None:
    """Put a person's message into the chat; the update's id if the bot gets to see it."""
    chat.messages[message.message_id] = message
    if chat.is_private and world.bot_in(chat).is_present:
        open_private(world, chat, user)
    seen = world.inbox.push("message", message) if is_seen(world, chat, message) else None
    world.tell(kind, chat, user, message, "" if seen is not None else "unseen")
    return seen


def _sign(message: Message, chat: Chat, user: User, contents: Contents) -> None:
    """Who it is from; an anonymous administrator speaks as the group."""
    if contents.anonymously:
        message.from_, message.sender_chat = ANONYMOUS_ADMIN, chat.info
    if contents.reply_to is not None:
        message.reply_to_message = msgspec.structs.replace(contents.reply_to, reply_to_message=None)
    if contents.forwarded_from is not None:
        message.forward_origin = ForwardOrigin(
            type="user", date=message.date, sender_user=contents.forwarded_from
        )
    chat.members[user.id].is_anonymous |= contents.anonymously


def _fill(message: Message, contents: Contents) -> None:
    entities: list[Entity] | None = find_entities(contents.text) or None
    if contents.file is None:
        message.text, message.entities = contents.text, entities
        return
    message.caption, message.caption_entities = contents.text or None, entities
    if contents.file.is_photo:
        message.photo = as_photo(contents.file)
    else:
        message.document = as_document(contents.file)


def open_private(world: World, chat: Chat, user: User) -> None:
    """Writing to the bot opens the chat, and unblocks it."""
    if chat.opened and not chat.blocked:
        return
    was = "kicked" if chat.blocked else "left"
    chat.opened, chat.blocked = True, False
    if was == "kicked":
        private_status(world, chat, user, was, "member")


def private_status(world: World, chat: Chat, user: User, old: str, new: str) -> None:
    """``my_chat_member`` of a private chat: the person blocks or unblocks the bot."""
    world.inbox.push(
        "my_chat_member",
        {
            "chat": chat.info,
            "from": user,
            "date": world.now(),
            "old_chat_member": _private_member(world, old),
            "new_chat_member": _private_member(world, new),
        },
    )


def _private_member(world: World, status: str) -> dict[str, object]:
    return {"user": world.bot, "status": status} | ({"until_date": 0} if status == "kicked" else {})


def is_seen(world: World, chat: Chat, message: Message) -> bool:
    """Whether the bot receives a message; https://core.telegram.org/bots/features#privacy-mode.

    In groups a bot sees everything if it is an administrator or its privacy mode is off; otherwise
    commands that aren't for another bot, mentions of itself, replies to itself and what is sent via it.
    """
    own = world.bot_in(chat)
    if not own.is_present:
        return False
    if chat.is_private:
        return not chat.deactivated
    if world.reads_everything or own.is_admin or message.via_bot is not None:
        return True
    reply = message.reply_to_message
    to_bot = reply is not None and reply.from_ is not None and reply.from_.id == world.bot.id
    return to_bot or _addresses(world, message.text or message.caption or "")


def _addresses(world: World, text: str) -> bool:
    name = f"@{world.bot.username}".lower()
    if text.startswith("/"):
        command = text.split(maxsplit=1)[0].lower()
        return "@" not in command or command.endswith(name)
    return name in text.lower()


def rewrite(world: World, chat: Chat, user: User, message: Message, text: str) -> int | None:
    """A person edits their message."""
    chat.past.setdefault(message.message_id, []).append(msgspec.structs.replace(message))
    message.edit_date = world.now()
    entities = find_entities(text) or None
    if message.text is None:
        message.caption, message.caption_entities = text, entities
    else:
        message.text, message.entities = text, entities
    seen = is_seen(world, chat, message)
    update_id = world.inbox.push("edited_message", message) if seen else None
    world.tell("rewrote", chat, user, message)
    return update_id


def tap(world: World, chat: Chat, user: User, message: Message, data: str) -> tuple[Tap, int | None]:
    """A tap on an inline button, or what claims to be one; the bot must distrust ``data``.

    Of a message sent via the bot, the bot learns the ``inline_message_id`` and not where it is.
    """
    inline_id = chat.inline_ids.get(message.message_id)
    query = CallbackQuery(
        id=str(4_000_000_000_000 + world.number()),
        from_=user,
        chat_instance=str(abs(chat.info.id) * 7919),
        data=data,
        message=_tapped(chat, message) if inline_id is None else None,
        inline_message_id=inline_id,
    )
    made = Tap(query, chat, message)
    world.taps[query.id] = made
    return made, world.inbox.push("callback_query", query)


def _tapped(chat: Chat, message: Message) -> Message:
    """Of a deleted message only its number is left, and the date 0 (``InaccessibleMessage``)."""
    if message.message_id in chat.messages:
        return message
    return Message(message_id=message.message_id, date=_FORGOTTEN_DATE, chat=message.chat)


def service(world: World, chat: Chat, user: User, message: Message) -> int | None:
    """A service message, such as that somebody came or left."""
    message.message_id = world.new_message_id(chat)
    message.from_ = user
    chat.messages[message.message_id] = message
    return world.inbox.push("message", message)


def blank(world: World, chat: Chat) -> Message:
    """A service message to fill in and send with `service`."""
    return Message(message_id=0, date=world.now(), chat=chat.info)
