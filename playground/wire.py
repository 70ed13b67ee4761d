"""The records of the Bot API, named and shaped as they travel (core.telegram.org/bots/api).

They are at once the state and the answer: encoding a record with msgspec gives the JSON that
Telegram would send. Fields that are ``None`` don't travel.
"""

from __future__ import annotations

import msgspec

Json = dict[str, object]  # an object that nobody here looks into


class User(msgspec.Struct, omit_defaults=True, kw_only=True):
    """A person or a bot."""

    id: int
    is_bot: bool
    first_name: str
    last_name: str | None = None
    username: str | None = None
    language_code: str | None = None


class ChatInfo(msgspec.Struct, omit_defaults=True, kw_only=True):
    """The short form of a chat, as it stands inside messages."""

    id: int
    type: str
    title: str | None = None
    username: str | None = None
    first_name: str | None = None
    last_name: str | None = None


class Entity(msgspec.Struct, omit_defaults=True, kw_only=True):
    """A stretch of text with a meaning; offset and length in UTF-16 code units."""

    type: str
    offset: int
    length: int
    url: str | None = None
    user: User | None = None
    language: str | None = None
    custom_emoji_id: str | None = None


class Document(msgspec.Struct, omit_defaults=True, kw_only=True):
    """A file that was sent as a document; size in bytes."""

    file_id: str
    file_unique_id: str
    file_name: str | None = None
    mime_type: str | None = None
    file_size: int | None = None


class PhotoSize(msgspec.Struct, omit_defaults=True, kw_only=True):
    """One size of a photo; pixels and bytes."""

    file_id: str
    file_unique_id: str
    width: int
    height: int
    file_size: int | None = None


class Button(msgspec.Struct, omit_defaults=True, kw_only=True):
    """A button under a message; exactly one of the optional fields says what it does."""

    text: str
    url: str | None = None
    callback_data: str | None = None
    web_app: Json | None = None
    login_url: Json | None = None
    switch_inline_query: str | None = None
    switch_inline_query_current_chat: str | None = None
    switch_inline_query_chosen_chat: Json | None = None
    copy_text: Json | None = None
    callback_game: Json | None = None
    pay: bool | None = None
    icon_custom_emoji_id: str | None = None
    style: str | None = None


class InlineKeyboard(msgspec.Struct, omit_defaults=True, kw_only=True):
    """The rows of buttons under a message."""

    inline_keyboard: list[list[Button]]


class ForwardOrigin(msgspec.Struct, omit_defaults=True, kw_only=True):
    """Where a forwarded message comes from (``MessageOriginUser``, ``MessageOriginHiddenUser``)."""

    type: str
    date: int
    sender_user: User | None = None
    sender_user_name: str | None = None


class Message(msgspec.Struct, omit_defaults=True, kw_only=True):
    """A message; dates in Unix seconds."""

    message_id: int
    date: int
    chat: ChatInfo
    from_: User | None = msgspec.field(default=None, name="from")
    sender_chat: ChatInfo | None = None
    author_signature: str | None = None
    via_bot: User | None = None
    forward_origin: ForwardOrigin | None = None
    reply_to_message: Message | None = None
    edit_date: int | None = None
    has_protected_content: bool | None = None
    text: str | None = None
    entities: list[Entity] | None = None
    caption: str | None = None
    caption_entities: list[Entity] | None = None
    document: Document | None = None
    photo: list[PhotoSize] | None = None
    new_chat_members: list[User] | None = None
    left_chat_member: User | None = None
    new_chat_title: str | None = None
    group_chat_created: bool | None = None
    migrate_to_chat_id: int | None = None
    migrate_from_chat_id: int | None = None
    pinned_message: Message | None = None
    reply_markup: InlineKeyboard | None = None


class CallbackQuery(msgspec.Struct, omit_defaults=True, kw_only=True):
    """A tap on a button, of the bot's own message or of one that was sent via the bot."""

    id: str
    from_: User = msgspec.field(name="from")
    chat_instance: str
    data: str
    message: Message | None = None
    inline_message_id: str | None = None


class InlineQuery(msgspec.Struct, omit_defaults=True, kw_only=True):
    """What somebody typed after the bot's name in any chat."""

    id: str
    from_: User = msgspec.field(name="from")
    query: str
    offset: str
    chat_type: str | None = None


class ChosenInlineResult(msgspec.Struct, omit_defaults=True, kw_only=True):
    """What somebody chose from an answer to an inline query."""

    result_id: str
    from_: User = msgspec.field(name="from")
    query: str
    inline_message_id: str | None = None


class Command(msgspec.Struct):
    """One line of a command menu."""

    command: str
    description: str


class CommandScope(msgspec.Struct, frozen=True):
    """Whom a command menu is for."""

    type: str = "default"
    chat_id: int | str | None = None
    user_id: int | None = None
