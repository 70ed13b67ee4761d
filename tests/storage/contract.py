"""What every store does: each adapter's tests inherit these and say how to make one."""

import asyncio
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from council.notice import Notice
from council.ports import Store
from council.records import COMMONS, Chat, Draft, Record
from storage.tables import TABLES, Kept
from tests.storage.kit import anything, chat, held, notice


class Adapter:
    """A test class with a `store` fixture."""

    @pytest.fixture
    def store(self) -> Store:
        raise NotImplementedError

    async def again(self, store: Store) -> Store:
        """The same store, opened anew if it can be."""
        return store

    def tidy(self, store: Store, tenant: str) -> None:
        """Have what it keeps written anew with the next transaction, if there is such a thing."""


class Contract(Adapter):
    """Transactions."""

    @pytest.mark.parametrize("kept", TABLES, ids=lambda kept: kept.table)
    @settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
    @given(data=st.data())
    async def test_every_record_comes_back_as_it_was(
        self, store: Store, kept: Kept, data: st.DataObject
    ) -> None:
        record: Record = data.draw(anything(kept.kind))
        async with store.transaction("t1") as tx:
            tx.put(record)
            assert await tx.get(kept.kind, record.id) == record
        async with store.transaction("t1") as tx:
            assert await tx.get(kept.kind, record.id) == record

    async def test_everything_is_there_after_opening_again(self, store: Store) -> None:
        async with store.transaction("t1") as tx:
            tx.put(chat("1"))
            tx.put(notice("n"))
        assert await held(await self.again(store), "t1") == {"chats": [chat("1")], "notices": [notice("n")]}

    async def test_kinds_and_tenants_are_apart(self, store: Store) -> None:
        async with store.transaction("t1") as tx:
            tx.put(chat("1"))
            assert await tx.get(Notice, "1") is None
        async with store.transaction("t2") as tx:
            assert await tx.get(Chat, "1") is None

    async def test_an_exception_leaves_nothing(self, store: Store) -> None:
        async with store.transaction("t1") as tx:
            tx.put(chat("1", "before"))

        async def work() -> None:
            async with store.transaction("t1") as tx:
                tx.put(chat("1", "after"))
                tx.put(chat("2"))
                tx.delete(Chat, "1")
                raise LookupError

        with pytest.raises(LookupError):
            await work()
        assert await held(store, "t1") == {"chats": [chat("1", "before")]}
        assert await held(await self.again(store), "t1") == {"chats": [chat("1", "before")]}

    async def test_a_cancelled_block_leaves_nothing(self, store: Store) -> None:
        entered = asyncio.Event()

        async def work() -> None:
            async with store.transaction("t1") as tx:
                tx.put(chat("1"))
                entered.set()
                await asyncio.Event().wait()

        task = asyncio.create_task(work())
        await entered.wait()
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        assert await held(store, "t1") == {}

    async def test_who_waits_for_a_turn_can_be_cancelled(self, store: Store) -> None:
        async with store.transaction("t1") as tx:
            task = asyncio.create_task(held(store, "t1"))
            await asyncio.sleep(0)
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task
            tx.put(chat("1"))
        assert await held(store, "t1") == {"chats": [chat("1")]}

    async def test_a_transaction_sees_its_own_doings(self, store: Store) -> None:
        async with store.transaction("t1") as tx:
            tx.put(notice("a"))
            tx.put(notice("b"))
            tx.put(notice("c", "sent"))
        async with store.transaction("t1") as tx:
            tx.put(notice("a", "sent"))
            tx.delete(Notice, "b")
            tx.put(notice("d"))
            assert [n.id for n in await tx.find(Notice)] == ["a", "c", "d"]
            assert [n.id for n in await tx.find(Notice, state="waiting")] == ["d"]
            assert [n.id for n in await tx.find(Notice, state="sent")] == ["a", "c"]
            assert await tx.get(Notice, "b") is None

    async def test_two_racing_transactions_lose_no_update(self, store: Store) -> None:
        async def add(mark: str) -> None:
            async with store.transaction("t1") as tx:
                before = await tx.get(Draft, "d") or Draft("d", token="", form="f", step="", council_id="")
                await asyncio.sleep(0)
                tx.put(replace(before, step=before.step + mark))

        await asyncio.gather(*(add(mark) for mark in "abcdefghijklmnop"))
        async with store.transaction("t1") as tx:
            draft = await tx.get(Draft, "d")
        assert draft is not None
        assert sorted(draft.step) == list("abcdefghijklmnop")

    async def test_of_many_at_once_all_are_kept_but_those_that_changed_their_mind(self, store: Store) -> None:
        async def visit(number: int) -> int:
            async with store.transaction("t1") as tx:
                seen = await tx.count(Chat)
                tx.put(chat(str(number)))
                await asyncio.sleep(0)
                if number % 5 == 0:
                    raise LookupError
            return seen

        seen = await asyncio.gather(*map(visit, range(100)), return_exceptions=True)
        stayed = [number for number in range(100) if number % 5]
        assert [found for found in seen if isinstance(found, int)] == list(range(80))
        expected = {"chats": [chat(str(number)) for number in stayed]}
        assert await held(store, "t1") == expected
        assert await held(await self.again(store), "t1") == expected

    async def test_nobody_sees_what_is_not_saved_yet(self, store: Store) -> None:
        async with store.transaction("t1") as tx:
            tx.put(chat("1"))
            reader = asyncio.create_task(held(store, "t1"))
            await asyncio.sleep(0)
            assert not reader.done()
            tx.put(chat("2"))
        assert await reader == {"chats": [chat("1"), chat("2")]}

    async def test_tenants_do_not_wait_for_each_other(self, store: Store) -> None:
        async with store.transaction("t1") as one, store.transaction("t2") as two:
            one.put(chat("1"))
            two.put(chat("2"))
            async with asyncio.timeout(10):
                assert await held(store, "t3") == {}

    async def test_a_transaction_in_a_transaction_is_refused(self, store: Store) -> None:
        async with store.transaction("t1") as tx:
            tx.put(chat("1"))
            with pytest.raises(RuntimeError, match="inside a transaction"):
                await held(store, "t1")
        assert await held(store, "t1") == {"chats": [chat("1")]}

    async def test_what_is_deleted_is_gone(self, store: Store) -> None:
        async with store.transaction("t1") as tx:
            tx.put(chat("1"))
            tx.put(notice("n"))
        async with store.transaction("t1") as tx:
            tx.delete(Chat, "1")
            tx.delete(Chat, "never there")
            assert await tx.get(Chat, "1") is None
        assert await held(await self.again(store), "t1") == {"notices": [notice("n")]}

    async def test_order_is_that_of_first_putting(self, store: Store) -> None:
        async with store.transaction("t1") as tx:
            for key in "cab":
                tx.put(notice(key))
        async with store.transaction("t1") as tx:
            tx.put(notice("c", "sent"))
            tx.delete(Notice, "a")
            tx.put(notice("a"))
            assert [n.id for n in await tx.find(Notice)] == ["c", "b", "a"]
        async with store.transaction("t1") as tx:
            tx.put(notice("c"))
        store = await self.again(store)
        async with store.transaction("t1") as tx:
            assert [n.id for n in await tx.find(Notice)] == ["c", "b", "a"]
            assert [n.id for n in await tx.find(Notice, state="waiting")] == ["c", "b", "a"]

    async def test_finding_by_what_is_not_indexed_is_a_mistake(self, store: Store) -> None:
        async with store.transaction("t1") as tx:
            with pytest.raises(TypeError, match="not indexed: about"):
                await tx.find(Notice, about="7")

    async def test_what_cannot_be_read_again_is_not_taken(self, store: Store) -> None:
        async with store.transaction("t1") as tx:
            with pytest.raises(TypeError):
                tx.put(Chat(id="1", council_id=7))  # type: ignore[arg-type] # the mistake that is meant
            with pytest.raises(ValueError, match="Unicode"):
                tx.put(chat("1", "\ud800"))
        assert await held(store, "t1") == {}

    async def test_a_transaction_that_has_ended_is_of_no_use(self, store: Store) -> None:
        async with store.transaction("t1") as tx:
            tx.put(chat("1"))
        with pytest.raises(RuntimeError, match="ended"):
            tx.put(chat("2"))
        with pytest.raises(RuntimeError, match="ended"):
            tx.delete(Chat, "1")
        with pytest.raises(RuntimeError, match="ended"):
            await tx.get(Chat, "1")
        with pytest.raises(RuntimeError, match="ended"):
            await tx.find(Chat)
        with pytest.raises(RuntimeError, match="ended"):
            await tx.count(Chat)

    async def test_tenants_are_those_that_hold_something(self, store: Store) -> None:
        for tenant in ("t2", COMMONS, "t1", "t3"):
            async with store.transaction(tenant) as tx:
                tx.put(chat("1"))
        async with store.transaction("t3") as tx:
            tx.delete(Chat, "1")
        await held(store, "t4")
        assert await store.tenants() == [COMMONS, "t1", "t2"]
        store = await self.again(store)
        assert await store.tenants() == [COMMONS, "t1", "t2"]
        async with store.transaction("t3") as tx:
            tx.put(chat("2"))
        assert await held(await self.again(store), "t3") == {"chats": [chat("2")]}

    @pytest.mark.parametrize("tenant", ["", "..", "a/b", "A", "a.b", "ø", "a\n", "a" * 65])
    async def test_ids_of_tenants_are_plain(self, store: Store, tenant: str) -> None:
        with pytest.raises(ValueError, match="id of a tenant"):
            await held(store, tenant)
