"""Order among what people send: one thing at a time in a chat, and for a person; the rest at once.

PTB's own processors know only "all in order" and "no order at all".
"""

import asyncio
import inspect
from collections.abc import Awaitable, Iterable
from typing import Any

from telegram import Update
from telegram.constants import ChatID
from telegram.ext import BaseUpdateProcessor

# PTB takes one of its places before it asks us. If waiting behind one's own chat took a place,
# one busy chat could take them all; so PTB gets as good as endless places, and we count our own.
_NO_LIMIT = 2**31

# Accounts that stand for many: everyone who is an anonymous admin of some group, and the like.
_NOBODY = frozenset({ChatID.ANONYMOUS_ADMIN, ChatID.SERVICE_CHAT, ChatID.FAKE_CHANNEL})


class KeyedProcessor(BaseUpdateProcessor):
    """Handles updates that share a chat or a user in the order of arrival, others in parallel.

    Each update waits for the last one before it in its chat and in its user's line; these are
    looked up at once on arrival, so no two can wait for each other.
    """

    __slots__ = ("_last", "_places")

    def __init__(self, most: int = 256) -> None:
        """Handle at most `most` updates at once."""
        super().__init__(_NO_LIMIT)
        self._places = asyncio.Semaphore(most)
        self._last: dict[int, asyncio.Future[None]] = {}

    def __len__(self) -> int:
        """How many chats and users have something in work or waiting."""
        return len(self._last)

    async def initialize(self) -> None:
        """Nothing to do."""

    async def shutdown(self) -> None:
        """Nothing to do."""

    async def do_process_update(self, update: object, coroutine: Awaitable[Any]) -> None:
        """Await `coroutine` after those before it; called by `process_update`."""
        done = asyncio.get_running_loop().create_future()
        before = self._line_up(keys_of(update), done)
        try:
            if before:
                # Not gathered: if this task is cancelled, those before it go on.
                await asyncio.wait(before)
            async with self._places:
                await coroutine
        finally:
            if inspect.iscoroutine(coroutine):
                coroutine.close()  # if it never began, so that nobody warns about it
            _resolve_after(before, done)

    def _line_up(self, keys: Iterable[int], done: asyncio.Future[None]) -> set[asyncio.Future[None]]:
        """Be the last in every line; returns who is directly before."""
        keys = tuple(keys)
        before = {self._last[key] for key in keys if key in self._last}
        for key in keys:
            self._last[key] = done
        done.add_done_callback(lambda _: self._forget(keys, done))
        return before

    def _forget(self, keys: Iterable[int], done: asyncio.Future[None]) -> None:
        for key in keys:
            if self._last.get(key) is done:
                del self._last[key]


def keys_of(update: object) -> frozenset[int]:
    """The ids of the chat and the person that an update comes from; a private chat is both."""
    if not isinstance(update, Update):
        return frozenset()
    chat, user = update.effective_chat, update.effective_user
    ids = {each.id for each in (chat, user) if each is not None}
    return frozenset(ids - _NOBODY)


def _resolve_after(before: set[asyncio.Future[None]], done: asyncio.Future[None]) -> None:
    """Let the next ones go, but not before those are done for whom a cancelled update waited."""
    waiting = {each for each in before if not each.done()}
    if not waiting:
        done.set_result(None)
        return

    def one_is_done(which: asyncio.Future[None]) -> None:
        waiting.discard(which)
        if not waiting:
            done.set_result(None)

    for each in waiting:
        each.add_done_callback(one_is_done)
