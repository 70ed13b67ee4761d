"""Records made up from their types, disks that fail on demand, and what a store holds."""

import errno
import os
import threading
import types
import typing
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import fields
from datetime import UTC, date, datetime, time
from enum import Enum
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from council.notice import Notice
from council.ports import Store
from council.records import Chat, Draft, Membership, Record, Role
from council.when import When
from storage.files import Files
from storage.journal import JournalStorage
from storage.tables import TABLES
from storage.tinydb_store import TinyStore

NOW = datetime(2026, 5, 4, 3, 2, 1, tzinfo=UTC)

Held = dict[str, list[Record]]


def chat(key: str, council: str = "x") -> Chat:
    return Chat(id=key, council_id=council)


def notice(key: str, state: str = "waiting") -> Notice:
    return Notice(id=key, kind="k", person_id="7", facts=(("a", "b"),), created=NOW, state=state)


def member(key: str, name: str = "Bo") -> Membership:
    return Membership(id=key, name=name, role=Role.MEMBER)


def draft(key: str, answer: str = "") -> Draft:
    return Draft(id=key, token="t", form="f", step="s", council_id="x", answers=(("name", answer),))


async def put(store: Store, tenant: str, *records: Record) -> None:
    """Keep these, in one transaction."""
    async with store.transaction(tenant) as tx:
        for record in records:
            tx.put(record)


async def held(store: Store, tenant: str) -> Held:
    """Everything of one tenant, in order, by the name of its kind."""
    async with store.transaction(tenant) as tx:
        found = {kept.table: list(await tx.find(kept.kind)) for kept in TABLES}
    return {table: records for table, records in found.items() if records}


# --- records -----------------------------------------------------------------------------------------

# No NUL: PostgreSQL, which comes later, has none in its texts.
TEXTS = st.text(
    st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=12
) | st.sampled_from(["👩🏽‍🌾🇩🇰", "مرحبا بكم", "Året rundt\r\n", '"\\', "\u2028\ufeff"])
NUMBERS = st.integers() | st.sampled_from([2**53 + 1, -(2**63), 2**64, 10**40])
WHENS = st.builds(
    When,
    st.sampled_from(["XXXX", "2021-06?", "2021-09/2021-10", "2021-09-18T17:00", "2021-W34~", "2021-33"]),
    TEXTS,
)
SIMPLE: dict[Any, st.SearchStrategy[Any]] = {
    str: TEXTS,
    int: NUMBERS,
    float: st.floats(0, 1),
    bool: st.booleans(),
    datetime: st.datetimes(timezones=st.just(UTC)),
    date: st.dates(),
    time: st.times(),
    type(None): st.none(),
    When: WHENS,
}


def anything(hint: Any) -> st.SearchStrategy[Any]:  # noqa: ANN401 - annotations have no common type
    """Values of a type as the records use them; a TypeError is a type that is new in them."""
    if typing.get_origin(hint) in {typing.Union, types.UnionType}:
        return st.one_of([anything(part) for part in typing.get_args(hint)])
    if typing.get_origin(hint) is tuple:
        return _tuples(typing.get_args(hint))
    if hint in SIMPLE:
        return SIMPLE[hint]
    if issubclass(hint, Enum):
        return st.sampled_from(hint)
    return _dataclasses(hint)


def _dataclasses(kind: Any) -> st.SearchStrategy[Any]:  # noqa: ANN401 - any dataclass
    hints = typing.get_type_hints(kind)
    return st.builds(kind, **{field.name: anything(hints[field.name]) for field in fields(kind)})


def _tuples(parts: tuple[Any, ...]) -> st.SearchStrategy[Any]:
    if parts[1:] == (...,):
        return st.lists(anything(parts[0]), max_size=3).map(tuple)
    return st.tuples(*map(anything, parts))


# --- disks -------------------------------------------------------------------------------------------


class Killed(BaseException):
    """The process is no more; nothing it would do after this happens."""


class FaultyFiles(Files):
    """Counts its calls; from number `bad` on it fails, once or until it is `well`.

    `short` is how many bytes one write takes at most; `fatal` makes the failure the end of the process.
    """

    def __init__(self, *, error: int = errno.ENOSPC, once: bool = False, short: int | None = None) -> None:
        self.error, self.once, self.short = error, once, short
        self.calls: list[str] = []
        self.bad: int | None = None
        self.fatal = self.dead = False

    def break_at(self, call: int, *, fatal: bool = False) -> None:
        self.calls.clear()
        self.bad, self.fatal = call, fatal

    def well(self) -> None:
        self.bad = None

    def write(self, descriptor: int, data: bytes | memoryview) -> int:
        if self._fails("write") and len(data) > 1:
            super().write(descriptor, data[: len(data) // 2])
        self._raise()
        return super().write(descriptor, data[: self.short])

    def fsync(self, descriptor: int) -> None:
        self._fails("fsync")
        self._raise()
        super().fsync(descriptor)

    def truncate(self, descriptor: int, size: int) -> None:
        self._fails("truncate")
        self._raise(only=Killed)  # cutting needs no room
        super().truncate(descriptor, size)

    def replace(self, source: Path, target: Path) -> None:
        self._fails("replace")
        self._raise()
        super().replace(source, target)

    def unlink(self, path: Path) -> None:
        self._fails("unlink")
        self._raise(only=Killed)
        super().unlink(path)

    def _fails(self, name: str) -> bool:
        number = len(self.calls)
        self.calls.append(name)
        self._failing = self.dead or (
            self.bad is not None and (number == self.bad if self.once else number >= self.bad)
        )
        return self._failing and not self.dead

    def _raise(self, only: type[BaseException] | None = None) -> None:
        if not self._failing:
            return
        if self.fatal:
            self.dead = True
            raise Killed
        if only is None:
            raise OSError(self.error, os.strerror(self.error))


class SlowFiles(Files):
    """Its fsync of files (not folders) waits until it is let go."""

    def __init__(self) -> None:
        self.reached, self.go = threading.Event(), threading.Event()
        self.go.set()

    def fsync(self, descriptor: int) -> None:
        self.reached.set()
        assert self.go.wait(10)
        super().fsync(descriptor)

    @contextmanager
    def stuck(self) -> Iterator[None]:
        self.reached.clear()
        self.go.clear()
        try:
            yield
        finally:
            self.go.set()


def journal_of(store: TinyStore, tenant: str) -> JournalStorage:
    """The open file of a tenant, to look inside."""
    db = store._tenants[tenant].db
    assert db is not None
    return db.journal
