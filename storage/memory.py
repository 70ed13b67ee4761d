"""The store that forgets: for tests and trying out."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from council.ports import Transaction
from council.records import Record
from storage.changing import Rule, changed
from storage.rows import Rows
from storage.transaction import Staged, apply, shelves
from storage.turns import Turn, checked


@dataclass(slots=True)
class _Tenant:
    turn: Turn = field(default_factory=Turn)
    kept: dict[type[Record], Rows] = field(default_factory=shelves)


class MemoryStore:
    """A `council.ports.Store` with the behaviour of the lasting ones, but in memory alone."""

    def __init__(self) -> None:
        self._tenants: dict[str, _Tenant] = {}

    @asynccontextmanager
    async def transaction(self, tenant: str) -> AsyncIterator[Transaction]:
        """All or nothing; an exception inside leaves no trace.

        Raises:
            ValueError: this is no id of a tenant.
        """
        mine = self._tenant(tenant)
        async with mine.turn:
            work = Staged(mine.kept)
            try:
                yield work
            finally:
                work.end()
            apply(work.steps, mine.kept)

    async def rewrite(self, tenant: str, change: Rule) -> None:
        """Put every record of the tenant through `change` (None drops it).

        Raises:
            TypeError, ValueError: what it made cannot be kept (see `storage.changing.changed`).
            ValueError: this is no id of a tenant.
        """
        mine = self._tenant(tenant)
        async with mine.turn:
            mine.kept = changed(mine.kept, change)

    async def tenants(self) -> list[str]:
        """The ids of all tenants that hold anything, sorted."""
        return sorted(name for name, held in self._tenants.items() if any(map(len, held.kept.values())))

    def _tenant(self, tenant: str) -> _Tenant:
        if checked(tenant) not in self._tenants:
            self._tenants[tenant] = _Tenant()
        return self._tenants[tenant]
