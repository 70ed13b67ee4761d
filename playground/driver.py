"""The stand-in for Telegram, in process: a server, and the people and groups who use it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from types import TracebackType
from typing import Self

from playground.endpoint import Endpoint
from playground.faults import Faults
from playground.limits import Limits
from playground.listener import Listener
from playground.people import Person
from playground.posts import Post, Tapped
from playground.rooms import Group, HasUser, Room, between, new_group
from playground.state import Answer, Member, World
from playground.transcript import Transcript
from playground.webhook import Courier
from playground.wire import Command, CommandScope, User

# A Monday in January, noon in Copenhagen: messages have plausible dates and tests the same ones.
_START = 1_767_610_800
_FIRST_PERSON = 501_000_000
TOKEN = "501:loopback-token"  # noqa: S105 - made up; nobody outside this process knows it


class LoopbackTelegram:
    """Telegram on 127.0.0.1, for one bot.

    ``now`` gives Unix seconds for the dates of messages; by default time runs from a fixed day.
    ``reads_everything`` turns the bot's privacy mode off, as one does with BotFather.
    ``busy`` may say whether the bot still has work to do; it makes `settle` exact.
    """

    def __init__(
        self,
        token: str = TOKEN,
        bot_username: str = "samspil_bot",
        *,
        now: Callable[[], int] | None = None,
        reads_everything: bool = False,
        busy: Callable[[], bool] = lambda: False,
        port: int = 0,
        records: bool = True,
    ) -> None:
        bot = User(id=int(token.partition(":")[0]), is_bot=True, first_name="Samspil", username=bot_username)
        self.world = World(token, bot, now or self._tick, reads_everything)
        self.world.users[bot.id] = bot
        self.faults = Faults()
        self.limits = Limits(lambda: asyncio.get_running_loop().time())
        self.endpoint = Endpoint(self.world, self.faults, self.limits)
        self.busy = busy
        self.transcript = Transcript()
        if records:
            self.world.listeners.append(self.transcript.note)
        self._listener = Listener(self.endpoint, port)
        self._courier = Courier(self.world)
        self._began = 0.0
        self._address = ""

    def _tick(self) -> int:
        return _START + int(asyncio.get_running_loop().time() - self._began)

    @property
    def token(self) -> str:
        """The bot's token."""
        return self.world.token

    @property
    def url(self) -> str:
        """The server's address, e.g. ``http://127.0.0.1:40123``."""
        return self._address

    @property
    def base_url(self) -> str:
        """What python-telegram-bot calls ``base_url``; the token comes right after it."""
        return f"{self._address}/bot"

    @property
    def base_file_url(self) -> str:
        """What python-telegram-bot calls ``base_file_url``."""
        return f"{self._address}/file/bot"

    async def __aenter__(self) -> Self:
        self._began = asyncio.get_running_loop().time()
        self._address = f"http://127.0.0.1:{await self._listener.start()}"
        self._courier.start()
        return self

    async def __aexit__(
        self,
        _kind: type[BaseException] | None,
        _error: BaseException | None,
        _trace: TracebackType | None,
    ) -> None:
        await self._courier.stop()
        self.world.inbox.wake()
        await self._listener.stop()

    def person(
        self,
        first_name: str,
        *,
        language: str | None = None,
        username: str | None = None,
        last_name: str | None = None,
        started: bool = False,
    ) -> Person:
        """Somebody new. ``started``: they have written to the bot before."""
        user = User(
            id=_FIRST_PERSON + self.world.number(),
            is_bot=False,
            first_name=first_name,
            last_name=last_name,
            username=username,
            language_code=language,
        )
        self.world.users[user.id] = user
        person = Person(self.world, user)
        person.chat.place.opened = started
        return person

    def group(
        self,
        title: str,
        *,
        admins: Sequence[HasUser] = (),
        members: Sequence[HasUser] = (),
        supergroup: bool = False,
        bot: str = "member",
    ) -> Group:
        """A group; its first admin made it. ``bot``: the bot's status in it ("left" for none)."""
        chat = new_group(self.world, title, "supergroup" if supergroup else "group")
        for person in members:
            chat.members[person.user.id] = Member(person.user)
        for order, person in enumerate(admins):
            chat.members[person.user.id] = Member(person.user, "administrator" if order else "creator")
        if bot != "left":
            chat.members[self.world.bot.id] = Member(self.world.bot, bot)
        return Group(self.world, chat)

    def between(self, one: HasUser, other: HasUser) -> Room:
        """A private chat of two people, which the bot has no part in."""
        return Room(self.world, between(self.world, one.user, other.user))

    def forged_tap(self, person: Person, post: Post, data: str) -> Tapped:
        """A callback query whose data no button offered; the message may be deleted."""
        return person.forges_tap(post, data)

    def repeats(self, update_id: int) -> None:
        """Deliver a confirmed update once more, as after a lost confirmation."""
        self.world.inbox.repeat(update_id)

    def calls(self, method: str) -> int:
        """How often the bot has called a method."""
        return self.endpoint.calls[method]

    def answers(self) -> list[Answer]:
        """All answers to taps, in the order of the taps."""
        return [tap.answer for tap in self.world.taps.values() if tap.answer is not None]

    def menu(self, scope: str = "default", language: str = "", chat_id: int | None = None) -> list[Command]:
        """The commands that the bot has set for a scope, a language and, maybe, a chat."""
        return self.world.commands.get((CommandScope(scope, chat_id), language), [])

    async def until(self, predicate: Callable[[], object], timeout: float = 5.0) -> None:  # noqa: ASYNC109 - a limit, not a wait
        """Wait until ``predicate`` is true; asked after every event on the server.

        Raises:
            TimeoutError: it was not within ``timeout`` seconds; says what happened last.
        """
        if not await self.world.changed.until(predicate, timeout):
            last = "\n".join(str(self.transcript).splitlines()[-12:])
            raise TimeoutError(f"not within {timeout} s; what happened last:\n{last}")

    async def confirmed(
        self,
        update: Post | Tapped | int | None,
        timeout: float = 5.0,  # noqa: ASYNC109 - a limit, not a wait
    ) -> None:
        """Wait until the bot has confirmed an update; it may still be working on it.

        Raises:
            TimeoutError: it did not within ``timeout`` seconds.
        """
        number = update.update_id if isinstance(update, Post | Tapped) else update
        inbox = self.world.inbox
        if number is not None and not await inbox.taken.until(lambda: inbox.confirmed >= number, timeout):
            raise TimeoutError(f"update {number} was not confirmed within {timeout} s")

    async def settle(
        self,
        quiet: float = 0.05,
        timeout: float = 10.0,  # noqa: ASYNC109 - a limit, not a wait
    ) -> None:
        """Wait until the bot has taken all updates and has called nothing for ``quiet`` seconds.

        Raises:
            TimeoutError: it did not come to rest within ``timeout`` seconds.
        """
        inbox = self.world.inbox
        try:
            async with asyncio.timeout(timeout):
                await self.confirmed(inbox.next_id - 1, timeout)
                while await self._stirs(quiet):
                    await self.confirmed(inbox.next_id - 1, timeout)
        except TimeoutError as error:
            waiting = f"{len(inbox.pending)} updates wait, {self.endpoint.busy} calls run"
            raise TimeoutError(f"the bot did not come to rest in {timeout} s: {waiting}") from error

    async def _stirs(self, quiet: float) -> bool:
        """Whether anything happens within ``quiet`` seconds, or is still under way."""
        changed = self.world.changed
        before = changed.times
        await changed.until(lambda: changed.times > before, quiet)
        return changed.times > before or self.endpoint.busy > 0 or self.busy()
