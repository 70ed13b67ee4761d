"""What Telegram knows: people, chats, messages, files. Plain data; nothing here speaks HTTP."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from playground.inbox import Inbox
from playground.results import InlineAnswer
from playground.signals import Signal
from playground.wire import CallbackQuery, ChatInfo, Command, CommandScope, InlineQuery, Message, User

ANONYMOUS_ADMIN = User(id=1087968824, is_bot=True, first_name="Group", username="GroupAnonymousBot")
PRESENT = frozenset({"creator", "administrator", "member", "restricted"})


@dataclass(slots=True)
class Member:
    """Somebody's place in a chat; status as in ``ChatMember.status``."""

    user: User
    status: str = "member"
    is_anonymous: bool = False

    @property
    def is_present(self) -> bool:
        """In the chat at the moment."""
        return self.status in PRESENT

    @property
    def is_admin(self) -> bool:
        """Creator or administrator."""
        return self.status in {"creator", "administrator"}


@dataclass(slots=True)
class Chat:
    """A chat as the server sees it.

    ``opened``: the person of a private chat has written to the bot. ``spoken``: the bot's
    messages in order. ``past``: earlier texts of edited messages. ``keyboards``: keyboards that
    replace letters, by message. ``inline_ids``: of messages sent via the bot, by message.
    """

    info: ChatInfo
    members: dict[int, Member] = field(default_factory=dict)
    messages: dict[int, Message] = field(default_factory=dict)
    spoken: list[Message] = field(default_factory=list)
    past: dict[int, list[Message]] = field(default_factory=dict)
    keyboards: dict[int, object] = field(default_factory=dict)
    inline_ids: dict[int, str] = field(default_factory=dict)
    pinned: list[int] = field(default_factory=list)
    opened: bool = False
    blocked: bool = False
    deactivated: bool = False
    migrated_to: int | None = None
    last_id: int = 0

    @property
    def is_private(self) -> bool:
        """Between one person and the bot, or between two people."""
        return self.info.type == "private"


@dataclass(frozen=True, slots=True)
class StoredFile:
    """A file on the server."""

    file_id: str
    unique_id: str
    path: str
    name: str
    mime: str
    data: bytes
    pixels: tuple[int, int] | None = None

    @property
    def is_photo(self) -> bool:
        """Sent as a photo, not as a document."""
        return self.pixels is not None


@dataclass(frozen=True, slots=True)
class Answer:
    """How the bot answered a tap; ``url`` is a link that the person's client opens."""

    text: str = ""
    is_alert: bool = False
    url: str | None = None


@dataclass(slots=True)
class Tap:
    """A callback query, the message that was tapped, and what became of it."""

    query: CallbackQuery
    place: Chat
    message: Message
    answer: Answer | None = None
    is_expired: bool = False


@dataclass(slots=True)
class Search:
    """An inline query, where it was typed, and what became of it."""

    query: InlineQuery
    place: Chat
    answer: InlineAnswer | None = None
    is_expired: bool = False


@dataclass(frozen=True, slots=True)
class Event:
    """Something that somebody could see; ``kind`` is one of the names in `transcript`."""

    kind: str
    chat: Chat
    who: User
    message: Message | None = None
    note: str = ""


Listener = Callable[[Event], None]


@dataclass(slots=True)
class World:
    """Everything on the server. ``now`` gives Unix seconds; ``webhook`` is its url and secret.

    ``inline``: where messages sent via the bot are, by ``inline_message_id``. ``remembered``: answers
    to inline queries and until when they are given again, by query, offset and person (0: everybody).
    ``inline_feedback``: the bot is told which results are chosen, as one turns on with BotFather.
    """

    token: str = field(repr=False)
    bot: User
    now: Callable[[], int]
    reads_everything: bool = False
    inbox: Inbox = field(default_factory=Inbox)
    users: dict[int, User] = field(default_factory=dict)
    chats: dict[int, Chat] = field(default_factory=dict)
    files: dict[str, StoredFile] = field(default_factory=dict)
    taps: dict[str, Tap] = field(default_factory=dict)
    searches: dict[str, Search] = field(default_factory=dict)
    remembered: dict[tuple[str, str, int], tuple[int, InlineAnswer]] = field(default_factory=dict)
    inline: dict[str, tuple[Chat, int]] = field(default_factory=dict)
    inline_feedback: bool = True
    commands: dict[tuple[CommandScope, str], list[Command]] = field(default_factory=dict)
    profile: dict[tuple[str, str], str] = field(default_factory=dict)
    webhook: dict[str, str] = field(default_factory=dict, repr=False)
    webhook_error: str = ""
    listeners: list[Listener] = field(default_factory=list)
    changed: Signal = field(default_factory=Signal)
    last_message_id: int = 0
    last_number: int = 0

    def number(self) -> int:
        """A number that was not given out before."""
        self.last_number += 1
        return self.last_number

    def new_message_id(self, chat: Chat) -> int:
        """Supergroups count for themselves; all other chats share the bot's own counter."""
        if chat.info.type in {"supergroup", "channel"}:
            chat.last_id += 1
            return chat.last_id
        self.last_message_id += 1
        return self.last_message_id

    def member(self, chat: Chat, user: User) -> Member:
        """Somebody's place in a chat; who never was there has left."""
        return chat.members.get(user.id) or Member(user, "left")

    def bot_in(self, chat: Chat) -> Member:
        """The bot's own place in a chat."""
        return self.member(chat, self.bot)

    def tell(self, kind: str, chat: Chat, who: User, message: Message | None = None, note: str = "") -> None:
        """Let listeners and waiting tests know."""
        if self.listeners:
            event = Event(kind, chat, who, message, note)
            for listener in self.listeners:
                listener(event)
        self.changed.notify()
