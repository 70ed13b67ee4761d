"""A store that tells what was written, once it is safe: nobody has to remember to wake anybody."""

from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from typing import TypeVar

from council.ports import Store, Transaction
from council.records import Record

R = TypeVar("R", bound=Record)
Heard = Callable[[str, Sequence[Record]], None]
"""Is called with a tenant and the records that were put, in order, after they are durable."""


class WatchedStore:
    """A `council.ports.Store` around another one. What is put by `rewrite` is not told."""

    def __init__(self, store: Store, heard: Heard) -> None:
        self._store = store
        self._heard = heard

    def transaction(self, tenant: str) -> AbstractAsyncContextManager[Transaction]:
        """As the store's own."""
        return self._watched(tenant)

    @asynccontextmanager
    async def _watched(self, tenant: str) -> AsyncIterator[Transaction]:
        async with self._store.transaction(tenant) as tx:
            watched = _Watched(tx)
            yield watched
        if watched.written:
            self._heard(tenant, watched.written)

    async def rewrite(self, tenant: str, change: Callable[[Record], Record | None]) -> None:
        """As the store's own."""
        await self._store.rewrite(tenant, change)

    async def tenants(self) -> list[str]:
        """As the store's own."""
        return await self._store.tenants()


class _Watched:
    def __init__(self, tx: Transaction) -> None:
        self._tx = tx
        self.written: list[Record] = []

    async def get(self, kind: type[R], key: str) -> R | None:
        return await self._tx.get(kind, key)

    async def find(self, kind: type[R], *, at_most: int | None = None, **equal: str) -> list[R]:
        return await self._tx.find(kind, at_most=at_most, **equal)

    async def count(self, kind: type[R], **equal: str) -> int:
        return await self._tx.count(kind, **equal)

    async def rank(self, kind: type[R], key: str, **equal: str) -> int:
        return await self._tx.rank(kind, key, **equal)

    def put(self, record: Record) -> None:
        self._tx.put(record)
        self.written.append(record)

    def delete(self, kind: type[Record], key: str) -> None:
        self._tx.delete(kind, key)
