"""Finding the chat or person that a call names, and what stands in the way."""

from __future__ import annotations

from playground.errors import bad_request, forbidden
from playground.requests import Call
from playground.state import Chat, Member, World


def find_chat(world: World, call: Call, name: str = "chat_id") -> Chat:
    """The chat, whether or not the bot may write in it.

    Raises:
        ApiError: no such chat, or a group that became a supergroup.
    """
    given = call.text(name)
    if given is None:
        raise bad_request("chat_id is empty")
    chat = world.chats.get(_chat_id(world, given))
    if chat is None:
        raise bad_request("chat not found")
    if chat.migrated_to is not None:
        raise bad_request("group chat was upgraded to a supergroup chat", migrate_to_chat_id=chat.migrated_to)
    return chat


def _chat_id(world: World, given: str) -> int:
    if given.startswith("@"):
        named = (c.info for c in world.chats.values() if c.info.type != "private")
        return next((i.id for i in named if i.username == given[1:]), 0)
    try:
        return int(given)
    except ValueError:
        return 0


def open_chat(world: World, call: Call, name: str = "chat_id") -> Chat:
    """The chat, if the bot can act in it.

    Raises:
        ApiError: as `find_chat`; 403 when the bot was never let in or was thrown out.
    """
    chat = find_chat(world, call, name)
    if chat.is_private:
        _check_private(chat)
    else:
        _check_group(world, chat)
    return chat


def _check_private(chat: Chat) -> None:
    if chat.deactivated:
        raise forbidden("user is deactivated")
    if chat.blocked:
        raise forbidden("bot was blocked by the user")
    if not chat.opened:
        raise forbidden("bot can't initiate conversation with a user")


def _check_group(world: World, chat: Chat) -> None:
    own = world.bot_in(chat)
    if own.is_present:
        return
    if own.status == "kicked":
        raise forbidden(f"bot was kicked from the {chat.info.type} chat")
    raise forbidden(f"bot is not a member of the {chat.info.type} chat")


def check_admin(world: World, chat: Chat, reason: str) -> None:
    """The bot's right to do what only administrators may.

    Raises:
        ApiError: 400 with ``reason``.
    """
    if not chat.is_private and not world.bot_in(chat).is_admin:
        raise bad_request(reason)


def find_member(world: World, chat: Chat, call: Call) -> Member:
    """The place of the named user in a chat.

    Raises:
        ApiError: nobody has that number.
    """
    user = world.users.get(call.number("user_id"))
    if user is None:
        raise bad_request("invalid user_id specified")
    return world.member(chat, user)
