"""Long and unlucky lives of a store, against a dict that has none of its troubles."""

import asyncio
import tempfile
from collections.abc import Coroutine
from copy import deepcopy
from dataclasses import replace
from datetime import timedelta
from typing import Any, TypeVar

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from council.notice import Notice
from council.ports import StoreFull, Transaction
from council.records import Record
from storage.tinydb_store import TinyStore
from tests.storage.kit import NOW, FaultyFiles, Killed, notice

T = TypeVar("T")
Model = dict[str, Notice]
Doings = list[tuple[str, str | None]]

TENANTS = st.sampled_from(["t1", "t2", "t3"])
STATES = st.sampled_from(["waiting", "sent"])
DOINGS = st.lists(st.tuples(st.sampled_from("abc"), STATES | st.none()), min_size=1, max_size=4)
CROWDS = st.lists(DOINGS, min_size=2, max_size=6)


class ChangedMind(Exception):
    """What a use case raises in the middle of its work."""


class Lives(RuleBasedStateMachine):
    """Each rule is one thing that happens; after each, store and dict hold the same."""

    def __init__(self) -> None:
        super().__init__()
        self.runner = asyncio.Runner()
        self.folder = tempfile.TemporaryDirectory()
        self.model: dict[str, Model] = {"t1": {}, "t2": {}, "t3": {}}
        self.open()

    def open(self) -> None:
        self.files = FaultyFiles()
        self.store = TinyStore.open(self.folder.name, room=2, files=self.files)

    def run(self, work: Coroutine[Any, Any, T]) -> T:
        return self.runner.run(work)

    def teardown(self) -> None:
        self.run(self.store.close())
        self.runner.close()
        self.folder.cleanup()

    async def change(self, tenant: str, doings: Doings, *, leave: bool = False) -> None:
        async with self.store.transaction(tenant) as tx:
            expected = dict(self.model[tenant])
            for doing in doings:
                carry_out(tx, doing)
                imagine(expected, doing)
            assert await tx.find(Notice) == list(expected.values())
            if leave:
                raise ChangedMind

    def follow(self, tenant: str, doings: Doings) -> None:
        for doing in doings:
            imagine(self.model[tenant], doing)

    @rule(tenant=TENANTS, doings=DOINGS)
    def well(self, tenant: str, doings: Doings) -> None:
        self.run(self.change(tenant, doings))
        self.follow(tenant, doings)

    @rule(tenant=TENANTS, doings=DOINGS)
    def left_in_the_middle(self, tenant: str, doings: Doings) -> None:
        with pytest.raises(ChangedMind):
            self.run(self.change(tenant, doings, leave=True))

    @rule(tenant=TENANTS, doings=DOINGS, call=st.integers(0, 8), once=st.booleans())
    def disk_full(self, tenant: str, doings: Doings, call: int, *, once: bool) -> None:
        self.files.once = once
        self.files.break_at(call)
        try:
            self.run(self.change(tenant, doings))
            self.follow(tenant, doings)
        except StoreFull:
            assert len(self.files.calls) > call
        self.files.well()

    @rule(tenant=TENANTS, doings=DOINGS, call=st.integers(0, 8))
    def killed(self, tenant: str, doings: Doings, call: int) -> None:
        before = deepcopy(self.model[tenant])
        self.files.break_at(call, fatal=True)
        try:
            self.run(self.change(tenant, doings))
            self.follow(tenant, doings)
        except Killed:
            self.again()
            self.follow(tenant, doings)
            if self.found(tenant) == list(before.values()):
                self.model[tenant] = before
        self.files.well()

    @rule(tenant=TENANTS, crowd=CROWDS, call=st.integers(0, 20), once=st.booleans())
    def together(self, tenant: str, crowd: list[Doings], call: int, *, once: bool) -> None:
        """Those that are told that it was saved have done it, in their order, the others nothing."""
        self.files.once = once
        self.files.break_at(call)
        for doings, ending in zip(crowd, self.run(self.all_at_once(tenant, crowd)), strict=True):
            assert ending is None or isinstance(ending, StoreFull)
            if ending is None:
                self.follow(tenant, doings)
        self.files.well()

    @rule(tenant=TENANTS, crowd=CROWDS, call=st.integers(0, 12))
    def killed_together(self, tenant: str, crowd: list[Doings], call: int) -> None:
        """The first few are there, whole, and all that were told that it was saved."""
        self.files.break_at(call, fatal=True)
        endings = self.run(self.all_at_once(tenant, crowd))
        told = endings.count(None)
        assert endings == [None] * told + endings[told:]
        self.again()
        for doings in crowd[:told]:
            self.follow(tenant, doings)
        for doings in crowd[told:]:
            if self.found(tenant) != list(self.model[tenant].values()):
                self.follow(tenant, doings)

    async def all_at_once(self, tenant: str, crowd: list[Doings]) -> list[BaseException | None]:
        async def change(doings: Doings) -> None:
            async with self.store.transaction(tenant) as tx:
                await asyncio.sleep(0)
                for doing in doings:
                    carry_out(tx, doing)
            if self.files.dead:
                raise Killed

        return await asyncio.gather(*map(change, crowd), return_exceptions=True)

    @rule(tenant=TENANTS, reach=st.integers(0, 12), once=st.booleans())
    def rewritten(self, tenant: str, reach: int, *, once: bool) -> None:
        """With a disk that has room for so many calls; 12 are enough."""
        before, after = self.model[tenant], turned(self.model[tenant])
        self.files.once = once
        self.files.break_at(reach)
        try:
            self.run(self.store.rewrite(tenant, turn))
            self.model[tenant] = after
        except StoreFull:
            self.files.well()
            assert self.found(tenant) == list(before.values())
            self.again()
            self.model[tenant] = before if self.found(tenant) == list(before.values()) else after
        self.files.well()

    @rule(tenant=TENANTS, call=st.integers(0, 12))
    def killed_while_rewriting(self, tenant: str, call: int) -> None:
        before, after = self.model[tenant], turned(self.model[tenant])
        self.files.break_at(call, fatal=True)
        try:
            self.run(self.store.rewrite(tenant, turn))
            self.model[tenant] = after
        except Killed:
            self.again()
            self.model[tenant] = before if self.found(tenant) == list(before.values()) else after
        self.files.well()

    @rule(day=st.integers(0, 3))
    def backed_up(self, day: int) -> None:
        assert self.run(self.store.backup(NOW + timedelta(days=day), keep=2)) == {}

    @rule()
    def again(self) -> None:
        self.run(self.store.close())
        self.open()

    @rule()
    def due_for_compaction(self) -> None:
        for mine in self.store._tenants.values():
            if mine.db is not None:
                mine.db.journal._compact_at = 0

    @invariant()
    def same(self) -> None:
        for tenant, model in self.model.items():
            self.run(self.agree(tenant, list(model.values())))
        assert set(self.run(self.store.tenants())) >= {name for name, held in self.model.items() if held}

    async def agree(self, tenant: str, model: list[Notice]) -> None:
        async with self.store.transaction(tenant) as tx:
            assert await tx.find(Notice) == model
            for state in ("waiting", "sent"):
                expected = [record for record in model if record.state == state]
                assert await tx.find(Notice, state=state) == expected
                assert await tx.find(Notice, at_most=1, state=state) == expected[:1]
                assert await tx.count(Notice, state=state) == len(expected)

    def found(self, tenant: str) -> list[Notice]:
        async def find() -> list[Notice]:
            async with self.store.transaction(tenant) as tx:
                return await tx.find(Notice)

        return self.run(find())


def carry_out(tx: Transaction, doing: tuple[str, str | None]) -> None:
    key, state = doing
    if state is None:
        tx.delete(Notice, key)
    else:
        tx.put(notice(key, state))


def turn(record: Record) -> Record | None:
    """`a` and `b` change places, `c` is dropped."""
    assert isinstance(record, Notice)
    return None if record.id == "c" else replace(record, id={"a": "b", "b": "a"}[record.id])


def turned(model: Model) -> Model:
    turned = [turn(record) for record in model.values()]
    return {record.id: record for record in turned if isinstance(record, Notice)}


def imagine(model: Model, doing: tuple[str, str | None]) -> None:
    key, state = doing
    if state is None:
        model.pop(key, None)
    else:
        model[key] = notice(key, state)


TestLives = Lives.TestCase
TestLives.settings = settings(max_examples=45, stateful_step_count=25, deadline=None)
