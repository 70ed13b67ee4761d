from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace

import pytest

from council.notice import Notice
from council.ports import Store, StoreFull, Transaction
from council.records import Chat, Record
from storage.memory import MemoryStore
from storage.watched import WatchedStore
from tests.storage.kit import chat, notice


class Listener:
    """What was told, and whether the store had it then."""

    def __init__(self) -> None:
        self.store = MemoryStore()
        self.told: list[tuple[str, list[Record]]] = []
        self.watched = WatchedStore(self.store, lambda tenant, put: self.told.append((tenant, list(put))))


async def test_what_was_put_is_told_in_order_after_the_commit() -> None:
    at = Listener()
    async with at.watched.transaction("c") as tx:
        tx.put(chat("a"))
        tx.put(notice("b"))
        tx.put(replace(chat("a"), council_id="y"))
        assert at.told == []
    assert at.told == [("c", [chat("a"), notice("b"), chat("a", "y")])]
    async with at.store.transaction("c") as tx:
        assert await tx.get(Chat, "a") == chat("a", "y")


async def test_what_was_told_is_there_for_whoever_looks_at_once() -> None:
    store, seen = MemoryStore(), []

    def look(tenant: str, _: object) -> None:
        seen.append(store.transaction(tenant))

    async with WatchedStore(store, look).transaction("c") as tx:
        tx.put(chat("a"))
    async with seen[0] as tx:
        assert await tx.get(Chat, "a") == chat("a")


async def write(store: Store, *, broken_off: bool = False) -> None:
    async with store.transaction("c") as tx:
        tx.put(chat("a"))
        if broken_off:
            raise KeyError


async def test_a_transaction_that_is_broken_off_is_not_told() -> None:
    at = Listener()
    with pytest.raises(KeyError):
        await write(at.watched, broken_off=True)
    assert at.told == []
    assert await at.watched.tenants() == []


class FullStore(MemoryStore):
    """Has no room left when a transaction is to be kept."""

    @asynccontextmanager
    async def transaction(self, tenant: str) -> AsyncIterator[Transaction]:
        async with super().transaction(tenant) as tx:
            yield tx
            raise StoreFull


async def test_a_commit_that_fails_is_not_told() -> None:
    told: list[str] = []
    with pytest.raises(StoreFull):
        await write(WatchedStore(FullStore(), lambda tenant, _: told.append(tenant)))
    assert told == []


async def test_who_only_reads_or_deletes_is_not_told() -> None:
    at = Listener()
    async with at.store.transaction("c") as tx:
        tx.put(notice("a"))
    async with at.watched.transaction("c") as tx:
        assert await tx.get(Notice, "a") == notice("a")
        assert await tx.find(Notice, at_most=1, state="waiting") == [notice("a")]
        assert await tx.count(Notice, state="waiting") == 1
        assert await tx.rank(Notice, "a", state="waiting") == 1
        tx.delete(Notice, "a")
        assert await tx.find(Notice) == []
    assert at.told == []
    async with at.store.transaction("c") as tx:
        assert await tx.find(Notice) == []


async def test_rewriting_is_not_told() -> None:
    at = Listener()
    async with at.store.transaction("c") as tx:
        tx.put(chat("a"))
    await at.watched.rewrite("c", lambda _: chat("a", "y"))
    assert at.told == []
    assert await at.watched.tenants() == ["c"]
    async with at.watched.transaction("c") as tx:
        assert await tx.find(Chat) == [chat("a", "y")]
