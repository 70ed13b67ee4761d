"""What every store finds, against a dict that is read from one end to the other."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from council.notice import Notice
from council.ports import Store, Transaction
from tests.storage.contract import Adapter
from tests.storage.kit import notice, put

# The store is emptied for each example; each adapter's test class runs them all.
SHARED = [HealthCheck.function_scoped_fixture, HealthCheck.differing_executors]
Model = dict[str, Notice]
Doing = tuple[str, str | None]

KEYS = "abcdef"
STATES = ["waiting", "sent", "failed"]
DOINGS = st.lists(st.tuples(st.sampled_from(KEYS), st.sampled_from([*STATES, ""]) | st.none()), max_size=8)


def carry_out(tx: Transaction, model: Model, doing: Doing) -> None:
    key, state = doing
    if state is None:
        tx.delete(Notice, key)
        model.pop(key, None)
    else:
        tx.put(notice(key, state))
        model[key] = notice(key, state)


async def agree(tx: Transaction, model: Model) -> None:
    await same(tx, list(model.values()))
    for state in STATES:
        expected = [record for record in model.values() if record.state == state]
        await same(tx, expected, state=state)
        ranks = {record.id: rank for rank, record in enumerate(expected, 1)}
        assert {key: await tx.rank(Notice, key, state=state) for key in KEYS} == dict.fromkeys(
            KEYS, 0
        ) | ranks


async def same(tx: Transaction, expected: list[Notice], **equal: str) -> None:
    assert await tx.count(Notice, **equal) == len(expected)
    for most in (None, 0, 1, 2, 9):
        assert await tx.find(Notice, at_most=most, **equal) == expected[:most]


class FindingContract(Adapter):
    """A store in which something can be found."""

    @settings(max_examples=30, suppress_health_check=SHARED, deadline=None)
    @given(
        work=st.lists(DOINGS, max_size=5), tidied=st.sets(st.integers(0, 4)), again=st.sets(st.integers(0, 4))
    )
    async def test_what_is_found_is_what_is_there(
        self, store: Store, work: list[list[Doing]], tidied: set[int], again: set[int]
    ) -> None:
        store = await self.again(store)
        await store.rewrite("t1", lambda _: None)
        model: Model = {}
        for number, doings in enumerate(work):
            if number in tidied:
                self.tidy(store, "t1")
            async with store.transaction("t1") as tx:
                for doing in doings:
                    carry_out(tx, model, doing)
                    await agree(tx, model)
            if number in again:
                store = await self.again(store)
            async with store.transaction("t1") as tx:
                await agree(tx, model)

    async def test_who_comes_back_into_a_queue_has_the_place_of_first_putting(self, store: Store) -> None:
        await put(store, "t1", *map(notice, "abc"))
        await put(store, "t1", notice("a", "sent"), notice("b", ""))
        async with store.transaction("t1") as tx:
            assert await tx.find(Notice, state="waiting", at_most=1) == [notice("c")]
            tx.put(notice("a"))
            assert await tx.find(Notice, state="waiting", at_most=1) == [notice("a")]
        store = await self.again(store)
        async with store.transaction("t1") as tx:
            assert await tx.find(Notice, state="waiting") == [notice("a"), notice("c")]
            assert await tx.find(Notice) == [notice("a"), notice("b", ""), notice("c")]

    async def test_what_cannot_be_found_is_not_counted_either(self, store: Store) -> None:
        async with store.transaction("t1") as tx:
            tx.put(notice("a"))
            with pytest.raises(TypeError, match="not indexed: about"):
                await tx.count(Notice, about="7")
            with pytest.raises(ValueError, match="in no index"):
                await tx.count(Notice, state="")
            with pytest.raises(ValueError, match="in no index"):
                await tx.find(Notice, state="")
            with pytest.raises(ValueError, match="islice"):
                await tx.find(Notice, at_most=-1)
            with pytest.raises(TypeError, match="by one field"):
                await tx.rank(Notice, "a")
            with pytest.raises(TypeError, match="not indexed: about"):
                await tx.rank(Notice, "a", about="7")
            with pytest.raises(ValueError, match="in no index"):
                await tx.rank(Notice, "never there", state="")
