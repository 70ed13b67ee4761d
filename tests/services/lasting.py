"""A corps on the disk, where every copy can be searched for traces of Åse, and a store that stops."""

import json
import shutil
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from council.openings import Opening, SignUp, Tally
from council.places import recount
from council.ports import Transaction
from council.records import COMMONS, Person, Record
from storage.tinydb_store import TinyStore
from tests.services.corps import Corps

ID, NAME, USER, ANSWER, PHONE = "70000007", "Åse Ærlig", "aaase7", "Østtimor", "+45 71 72 73 74"
TRACES = (ID, NAME, USER, ANSWER, PHONE)
ASE = Person(ID, NAME, USER)


@dataclass
class Lasting(Corps):
    """A corps on the disk."""

    folder: Path = Path()

    async def ase(self) -> Person:
        """Åse, as the bot meets her."""
        return await self.town.house.people.meet(ASE, privately=True)

    async def ase_takes(self, opening: Opening, **how: Any) -> None:
        """She takes part."""
        await self.town.house.signups.take(await self.ase(), self.council.id, opening.id, **how)

    async def backed_up(self) -> None:
        """The nightly copy."""
        assert isinstance(self.town.store, TinyStore)
        assert await self.town.store.backup(self.town.clock.now()) == {}
        self.town.clock.turn(days=1)

    def traces(self, *words: str) -> set[tuple[str, str]]:
        """Which of her traces are in which files, however JSON spells them."""
        files = [path for path in self.folder.rglob("*") if path.is_file()]
        return {
            (path.name, word)
            for path in files
            for word in words or TRACES
            if any(each in path.read_bytes() for each in (word.encode(), json.dumps(word)[1:-1].encode()))
        }

    async def check_copies(self) -> None:
        """In every copy that is kept the sums are right."""
        for copy in sorted(self.folder.glob("backups/*/*.json")):
            if copy.parent.name != COMMONS:
                await self._check_copy(copy)

    async def _check_copy(self, copy: Path) -> None:
        other = self.folder.parent / f"restored-{copy.stem}"
        (other / "councils").mkdir(parents=True)
        shutil.copy(copy, other / "councils" / f"{self.council.id}.json")
        async with TinyStore.open(other) as store, store.transaction(self.council.id) as tx:
            tallies = await tx.find(Tally)
            assert tallies
            for tally in tallies:
                found = await tx.find(SignUp, opening_id=tally.id)
                assert replace(recount(found, tally.id), last=tally.last) == tally


class Stopped(Exception):
    """The machine lost its power."""


@dataclass
class Unsteady:
    """A store that stops before its n-th write of one kind."""

    store: TinyStore
    left: int

    def transaction(self, tenant: str) -> AbstractAsyncContextManager[Transaction]:
        self._step()
        return self.store.transaction(tenant)

    async def rewrite(self, tenant: str, change: Callable[[Record], Record | None]) -> None:
        self._step()
        await self.store.rewrite(tenant, change)

    async def tenants(self) -> list[str]:
        return await self.store.tenants()

    def _step(self) -> None:
        if self.left == 0:
            raise Stopped
        self.left -= 1
