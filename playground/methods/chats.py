"""Chats and who is in them."""

from __future__ import annotations

import msgspec

from playground.errors import bad_request
from playground.methods.reach import check_admin, find_chat, find_member, open_chat
from playground.requests import Call
from playground.state import Chat, Member, World
from playground.wire import Message

_ADMIN_RIGHTS = (
    "can_manage_chat",
    "can_delete_messages",
    "can_manage_video_chats",
    "can_restrict_members",
    "can_promote_members",
    "can_change_info",
    "can_invite_users",
    "can_post_stories",
    "can_edit_stories",
    "can_delete_stories",
)
_GROUP_RIGHTS = ("can_pin_messages", "can_manage_topics")
_GIFTS = (
    "unlimited_gifts",
    "limited_gifts",
    "unique_gifts",
    "premium_subscription",
    "gifts_from_channels",
)
_NO_RIGHT_TO_PIN = "not enough rights to manage pinned messages in the chat"


def as_chat_member(member: Member) -> dict[str, object]:
    """A ``ChatMember``."""
    shown: dict[str, object] = {"user": member.user, "status": member.status}
    if member.is_admin:
        shown["is_anonymous"] = member.is_anonymous
    if member.status == "administrator":
        shown |= dict.fromkeys((*_ADMIN_RIGHTS, *_GROUP_RIGHTS), True) | {"can_be_edited": False}
    if member.status == "kicked":
        shown["until_date"] = 0
    return shown


def get_chat(world: World, call: Call) -> dict[str, object]:
    """``getChat``: a ``ChatFullInfo``."""
    chat = find_chat(world, call)
    if not chat.is_private:
        open_chat(world, call)
    full: dict[str, object] = {
        **msgspec.structs.asdict(chat.info),
        "accent_color_id": 0,
        "max_reaction_count": 11,
        "accepted_gift_types": dict.fromkeys(_GIFTS, False),
    }
    if chat.pinned:
        full["pinned_message"] = chat.messages[chat.pinned[-1]]
    return {name: value for name, value in full.items() if value is not None}


def get_chat_member(world: World, call: Call) -> dict[str, object]:
    """``getChatMember``."""
    chat = open_chat(world, call)
    return as_chat_member(find_member(world, chat, call))


def get_chat_administrators(world: World, call: Call) -> list[dict[str, object]]:
    """``getChatAdministrators``: people only, no other bots."""
    chat = open_chat(world, call)
    if chat.is_private:
        raise bad_request("there are no administrators in the private chat")
    admins = (m for m in chat.members.values() if m.is_admin)
    return [as_chat_member(m) for m in admins if not m.user.is_bot or m.user.id == world.bot.id]


def get_chat_member_count(world: World, call: Call) -> int:
    """``getChatMemberCount``: everybody present, the bot included."""
    chat = open_chat(world, call)
    return 2 if chat.is_private else sum(m.is_present for m in chat.members.values())


def leave_chat(world: World, call: Call) -> bool:
    """``leaveChat``."""
    chat = open_chat(world, call)
    if chat.is_private:
        raise bad_request("chat member status can't be changed in private chats")
    change_member(world, chat, world.bot_in(chat), "left", world.bot_in(chat))
    world.tell("left", chat, world.bot)
    return True


def change_member(world: World, chat: Chat, by: Member, status: str, member: Member) -> None:
    """Give somebody another status and queue the update about it."""
    before = Member(member.user, member.status, member.is_anonymous)
    member.status = status
    chat.members[member.user.id] = member
    kind = "my_chat_member" if member.user.id == world.bot.id else "chat_member"
    update = {
        "chat": chat.info,
        "from": by.user,
        "date": world.now(),
        "old_chat_member": as_chat_member(before),
        "new_chat_member": as_chat_member(member),
    }
    if kind == "my_chat_member" or world.bot_in(chat).is_admin:
        world.inbox.push(kind, update)


def pin_chat_message(world: World, call: Call) -> bool:
    """``pinChatMessage``."""
    chat = open_chat(world, call)
    check_admin(world, chat, _NO_RIGHT_TO_PIN)
    message = chat.messages.get(call.number("message_id"))
    if message is None:
        raise bad_request("message to pin not found")
    if message.message_id in chat.pinned:
        return True
    chat.pinned.append(message.message_id)
    service = Message(
        message_id=world.new_message_id(chat),
        date=world.now(),
        chat=chat.info,
        from_=world.bot,
        pinned_message=msgspec.structs.replace(message, reply_to_message=None),
    )
    chat.messages[service.message_id] = service
    world.tell("pinned", chat, world.bot, message)
    return True


def unpin_chat_message(world: World, call: Call) -> bool:
    """``unpinChatMessage``; without a message, the newest pin."""
    chat = open_chat(world, call)
    check_admin(world, chat, _NO_RIGHT_TO_PIN)
    number = call.number("message_id", chat.pinned[-1] if chat.pinned else 0)
    if number not in chat.pinned:
        raise bad_request("message to unpin not found")
    chat.pinned.remove(number)
    return True


def unpin_all_chat_messages(world: World, call: Call) -> bool:
    """``unpinAllChatMessages``."""
    chat = open_chat(world, call)
    check_admin(world, chat, _NO_RIGHT_TO_PIN)
    chat.pinned.clear()
    return True


METHODS = {
    "getChat": get_chat,
    "getChatMember": get_chat_member,
    "getChatAdministrators": get_chat_administrators,
    "getChatMemberCount": get_chat_member_count,
    "leaveChat": leave_chat,
    "pinChatMessage": pin_chat_message,
    "unpinChatMessage": unpin_chat_message,
    "unpinAllChatMessages": unpin_all_chat_messages,
}
