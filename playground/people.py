"""People as tests and the demo see them: what they do, in their words."""

from __future__ import annotations

from playground.incoming import Contents, private_status, rewrite, tap, write
from playground.inline import choose, search
from playground.links import start_payload
from playground.methods.files import store
from playground.posts import NoSuchButtonError, Post, Tapped
from playground.requests import Upload
from playground.rooms import HasUser, Room
from playground.searched import Searched
from playground.state import Chat, Member, World
from playground.wire import ChatInfo, User


class Person:
    """Somebody with a Telegram account. Without ``chat`` they write to the bot in private."""

    def __init__(self, world: World, user: User) -> None:
        self.world = world
        self.user = user
        self.chat = Room(world, _private_chat(world, user))

    @property
    def id(self) -> int:
        """Their number, also that of the private chat."""
        return self.user.id

    def __repr__(self) -> str:
        return f"<{self.user.first_name} {self.id}>"

    async def says(
        self,
        text: str,
        chat: Room | None = None,
        *,
        reply_to: Post | None = None,
        forwarded_from: HasUser | None = None,
        anonymously: bool = False,
    ) -> Post:
        """Write a message; does not wait for the bot."""
        contents = Contents(
            text=text,
            reply_to=reply_to.message if reply_to else None,
            forwarded_from=forwarded_from.user if forwarded_from else None,
            anonymously=anonymously,
        )
        return self._write(chat, contents)

    async def asks(self, text: str, chat: Room | None = None) -> Post:
        """Write a message and wait for what the bot says next in that chat."""
        room = chat or self.chat
        room.read_all()
        await self.says(text, room)
        return await room.next_message()

    async def starts(self, payload: str = "") -> Post:
        """Open the private chat, as the Start button or a deep link does."""
        return await self.says(f"/start {payload}".strip())

    async def sends_file(
        self,
        name: str,
        data: bytes,
        mime: str = "application/octet-stream",
        *,
        caption: str = "",
        chat: Room | None = None,
        reply_to: Post | None = None,
        as_photo: bool = False,
    ) -> Post:
        """Send a document or a photo."""
        file = store(self.world, Upload(name, mime, data), is_photo=as_photo)
        reply = reply_to.message if reply_to else None
        return self._write(chat, Contents(text=caption, file=file, reply_to=reply))

    def _write(self, chat: Room | None, contents: Contents) -> Post:
        place = (chat or self.chat).place
        self._must_be_in(place)
        message, update_id = write(self.world, place, self.user, contents)
        return Post(self.world, place, message, update_id)

    def _must_be_in(self, place: Chat) -> None:
        if not self.world.member(place, self.user).is_present:
            raise LookupError(f"{self!r} is not in {place.info.title!r}")

    async def edits(self, post: Post, text: str) -> int | None:
        """Change the text of one of their messages; the update's id."""
        return rewrite(self.world, post.place, self.user, post.message, text)

    async def taps(self, post: Post, which: str | int) -> Tapped:
        """Tap a button under a message, by its text, data or place.

        Raises:
            NoSuchButtonError: it isn't there, or it doesn't call the bot.
        """
        self._must_be_in(post.place)
        button = post.button(which)
        if button.callback_data is None:
            raise NoSuchButtonError(f"[ {button.text} ] does not call the bot: {button.url}")
        self.world.tell("tapped", post.place, self.user, post.message, button.text)
        return self.forges_tap(post, button.callback_data)

    def forges_tap(self, post: Post, data: str) -> Tapped:
        """Send a callback query that no button offered."""
        made, update_id = tap(self.world, post.place, self.user, post.message, data)
        return Tapped(self.world, made, update_id)

    async def deletes(self, post: Post) -> None:
        """Take a message away; bots are not told."""
        del post.place.messages[post.id]
        self.world.tell("deleted", post.place, self.user, post.message)

    async def follows(self, url: str | None) -> Post:
        """Open a link to the bot, of a button or of the answer to a tap, and press Start there.

        Raises:
            LookupError: it doesn't lead to the private chat with the bot.
        """
        payload = start_payload(url or "", self.world.bot)
        if payload is None:
            raise LookupError(f"{url!r} does not lead to the bot")
        self.world.tell("followed", self.chat.place, self.user, note=str(url))
        return await self.starts(payload)

    async def searches(self, query: str, chat: Room | None = None, *, offset: str = "") -> Searched:
        """Type the bot's name and ``query`` in a chat, also one that the bot is not in.

        Telegram may remember an answer and not ask the bot. ``offset``: the ``next_offset`` of an
        answer, for those who scroll down.
        """
        place = (chat or self.chat).place
        self._must_be_in(place)
        made, update_id = search(self.world, place, self.user, query, offset)
        return Searched(self.world, made, update_id)

    async def chooses(self, searched: Searched, which: str | int = 0) -> Post:
        """Send a result, by its title, id or place, into the chat in which they searched.

        Waits for the bot's answer if there is none yet.

        Raises:
            NoSuchResultError: it isn't there.
        """
        answer = await searched.answered()
        message, update_id = choose(self.world, searched.search, self.user, answer.result(which))
        return Post(self.world, searched.search.place, message, update_id)

    def blocks_bot(self) -> int | None:
        """Block the bot; the update's id."""
        place = self.chat.place
        place.blocked = True
        private_status(self.world, place, self.user, "member", "kicked")
        self.world.tell("blocked", place, self.user)
        return self.world.inbox.next_id - 1

    def unblocks_bot(self) -> None:
        """Let the bot write again."""
        self.chat.place.blocked = False
        private_status(self.world, self.chat.place, self.user, "kicked", "member")

    def deletes_account(self) -> None:
        """From now on the bot can't reach them."""
        self.chat.place.deactivated = True


def _private_chat(world: World, user: User) -> Chat:
    info = ChatInfo(
        id=user.id,
        type="private",
        first_name=user.first_name,
        last_name=user.last_name,
        username=user.username,
    )
    chat = Chat(info, members={user.id: Member(user), world.bot.id: Member(world.bot)})
    world.chats[user.id] = chat
    return chat
