"""Chats as tests and the demo see them."""

from __future__ import annotations

from typing import Protocol

import msgspec

from playground.incoming import blank, service
from playground.methods.chats import change_member
from playground.posts import Post
from playground.state import Chat, Member, World
from playground.wire import ChatInfo, Message, User

_FIRST_SUPERGROUP = -1_000_000_000_000


class HasUser(Protocol):
    """A person."""

    @property
    def user(self) -> User:
        """Their record."""
        ...


class Room:
    """A chat. ``next_message`` reads the bot's messages one after the other."""

    def __init__(self, world: World, place: Chat) -> None:
        self.world = world
        self.place = place
        self._read = 0

    @property
    def id(self) -> int:
        """The chat's number; a group gets a new one when it migrates."""
        return self.place.info.id

    @property
    def posts(self) -> list[Post]:
        """Everything that stands in the chat now, everybody's."""
        return [Post(self.world, self.place, m) for m in self.place.messages.values()]

    @property
    def spoken(self) -> list[Post]:
        """Everything the bot has said here, in order, deleted messages included."""
        return [Post(self.world, self.place, message) for message in self.place.spoken]

    @property
    def last_message(self) -> Post:
        """The newest thing the bot has said here.

        Raises:
            LookupError: it has said nothing.
        """
        if not self.place.spoken:
            raise LookupError(f"the bot has said nothing in {self!r}")
        return Post(self.world, self.place, self.place.spoken[-1])

    @property
    def pinned(self) -> list[Post]:
        """The pinned messages, the newest last."""
        return [Post(self.world, self.place, self.place.messages[n]) for n in self.place.pinned]

    def read_all(self) -> list[Post]:
        """What the bot has said since the last reading; now it is read."""
        new = self.spoken[self._read :]
        self._read = len(self.place.spoken)
        return new

    async def next_message(self, timeout: float = 5.0) -> Post:  # noqa: ASYNC109 - a limit, not a wait
        """The bot's oldest message here that was not yet read.

        Raises:
            TimeoutError: there was none within ``timeout`` seconds.
        """
        if not await self.world.changed.until(lambda: len(self.place.spoken) > self._read, timeout):
            raise TimeoutError(f"no new message from the bot in {self!r} within {timeout} s")
        self._read += 1
        return Post(self.world, self.place, self.place.spoken[self._read - 1])

    def __repr__(self) -> str:
        info = self.place.info
        return f"<{info.type} {info.id} {info.title or info.first_name!r}>"


class Group(Room):
    """A group or supergroup and what its members do with it."""

    def add(self, *people: HasUser, by: HasUser | None = None, admin: bool = False) -> int | None:
        """People join; the update's id."""
        world, place = self.world, self.place
        users = [person.user for person in people]
        actor = by.user if by else users[0]
        for user in users:
            status = "administrator" if admin else "member"
            change_member(world, place, world.member(place, actor), status, Member(user, "left"))
        message = blank(world, place)
        message.new_chat_members = users
        world.tell("joined", place, users[0])
        return self._service(actor, message)

    def remove(self, person: HasUser, by: HasUser | None = None) -> int | None:
        """Somebody leaves, or is removed; the update's id."""
        world, place = self.world, self.place
        actor = by.user if by else person.user
        status = "kicked" if by else "left"
        change_member(world, place, world.member(place, actor), status, world.member(place, person.user))
        message = blank(world, place)
        message.left_chat_member = person.user
        world.tell("left", place, person.user)
        return self._service(actor, message)

    def add_bot(self, by: HasUser, *, admin: bool = False) -> int | None:
        """The bot is added: ``my_chat_member`` and a service message; the latter's id."""
        world, place = self.world, self.place
        status = "administrator" if admin else "member"
        change_member(world, place, world.member(place, by.user), status, world.bot_in(place))
        message = blank(world, place)
        message.new_chat_members = [world.bot]
        world.tell("joined", place, world.bot)
        return self._service(by.user, message)

    def remove_bot(self, by: HasUser) -> int | None:
        """The bot is thrown out; the id of the ``my_chat_member`` update."""
        world, place = self.world, self.place
        actor = world.member(place, by.user)
        change_member(world, place, actor, "kicked", world.bot_in(place))
        message = blank(world, place)
        message.left_chat_member = world.bot
        world.tell("left", place, world.bot)
        return service(world, place, by.user, message)

    def promote(self, person: HasUser | None = None, *, by: HasUser, admin: bool = True) -> None:
        """Make somebody (by default the bot) an administrator, or an ordinary member again."""
        world, place = self.world, self.place
        user = person.user if person else world.bot
        status = "administrator" if admin else "member"
        change_member(world, place, world.member(place, by.user), status, world.member(place, user))
        world.changed.notify()

    def rename(self, title: str, by: HasUser) -> int | None:
        """Give the group another title; the update's id."""
        self.place.info.title = title
        message = blank(self.world, self.place)
        message.new_chat_title = title
        return self._service(by.user, message)

    def migrate(self) -> None:
        """Become a supergroup: a new chat number, two service messages, the old chat closed."""
        world, old = self.world, self.place
        number = _FIRST_SUPERGROUP - 1_000_000 - world.number()
        info = msgspec.structs.replace(old.info, id=number, type="supergroup")
        new = Chat(info, members=old.members)
        world.chats[number] = new
        actor = next(m.user for m in old.members.values() if m.is_admin)
        leaving, arriving = blank(world, old), blank(world, new)
        leaving.migrate_to_chat_id, arriving.migrate_from_chat_id = number, old.info.id
        service(world, old, actor, leaving)
        old.migrated_to = number
        self.place, self._read = new, 0
        world.tell("migrated", new, actor)
        service(world, new, actor, arriving)

    def _service(self, actor: User, message: Message) -> int | None:
        """Deliver a service message if the bot is there to see it."""
        if not self.world.bot_in(self.place).is_present:
            return None
        return service(self.world, self.place, actor, message)


def between(world: World, one: User, other: User) -> Chat:
    """A private chat of two people. The bot can't reach it, so its number means nothing."""
    title = f"{one.first_name} & {other.first_name}"
    info = ChatInfo(id=world.number(), type="private", title=title)
    return Chat(info, members={user.id: Member(user) for user in (one, other)})


def new_group(world: World, title: str, kind: str = "group") -> Chat:
    """An empty group or supergroup."""
    number = world.number()
    first = _FIRST_SUPERGROUP if kind == "supergroup" else -1000
    chat = Chat(ChatInfo(id=first - number, type=kind, title=title))
    world.chats[chat.info.id] = chat
    return chat
