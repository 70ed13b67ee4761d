"""What every store does when the records of a tenant are put through a change."""

import asyncio
from copy import copy
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from council.notice import Notice
from council.ports import Store
from council.records import Draft, Membership, Record
from storage.tables import TABLES, Kept
from tests.storage.contract import Adapter
from tests.storage.forgetting import without_7
from tests.storage.kit import anything, chat, draft, held, member, notice, put


def swapped(record: Record) -> Record:
    """Those of two people, each under the other's id."""
    assert isinstance(record, Membership)
    return replace(record, id={"a": "b", "b": "a"}.get(record.id, record.id))


class RewritingContract(Adapter):
    """A store that can forget."""

    async def test_records_are_changed_and_dropped(self, store: Store) -> None:
        await put(store, "t1", member("6"), member("7"), draft("-1:7", "Åse"), draft("-1:6"), notice("n"))
        await store.rewrite("t1", without_7)
        expected = {
            "memberships": [member("6")],
            "notices": [replace(notice("n"), person_id="", facts=())],
            "drafts": [replace(draft("-1:0"), answers=()), draft("-1:6")],
        }
        assert await held(store, "t1") == expected
        await store.rewrite("t1", without_7)
        assert await held(await self.again(store), "t1") == expected

    async def test_nothing_is_found_under_what_it_was(self, store: Store) -> None:
        await put(store, "t1", notice("a"), notice("b", "sent"), draft("-1:7"))
        await store.rewrite("t1", lambda r: replace(r, state="failed") if r == notice("a") else without_7(r))
        async with store.transaction("t1") as tx:
            assert await tx.find(Notice, state="waiting") == []
            assert [n.id for n in await tx.find(Notice, state="failed")] == ["a"]
            assert await tx.get(Draft, "-1:7") is None
            assert await tx.get(Draft, "-1:0") is not None

    async def test_two_records_can_swap_their_ids(self, store: Store) -> None:
        await put(store, "t1", member("a", "Ada"), member("b", "Bo"), member("c"))
        await store.rewrite("t1", swapped)
        expected = {"memberships": [member("b", "Ada"), member("a", "Bo"), member("c")]}
        assert await held(store, "t1") == expected
        assert await held(await self.again(store), "t1") == expected

    async def test_one_can_take_the_id_of_one_that_goes(self, store: Store) -> None:
        await put(store, "t1", member("a", "Ada"), member("b", "Bo"))
        await store.rewrite("t1", lambda r: None if r.id == "b" else member("b", "Ada"))
        assert await held(await self.again(store), "t1") == {"memberships": [member("b", "Ada")]}

    async def test_what_comes_later_comes_after_the_others(self, store: Store) -> None:
        await put(store, "t1", *(notice(key) for key in "dcba"))
        await store.rewrite("t1", lambda r: None if r.id == "c" else r)
        await put(store, "t1", notice("c"), notice("b"))
        expected = {"notices": [notice(key) for key in "dbac"]}
        assert await held(store, "t1") == expected
        assert await held(await self.again(store), "t1") == expected

    @pytest.mark.parametrize(
        ("made", "refusal"),
        [
            (member("same"), ValueError),
            (chat("1"), TypeError),
            (member("7", "\ud800"), ValueError),
            (replace(member("7"), coordinates=["list"]), TypeError),  # type: ignore[arg-type] # meant
        ],
    )
    async def test_what_cannot_be_kept_is_refused(
        self, store: Store, made: Record, refusal: type[Exception]
    ) -> None:
        before = [member("6"), member("7")]
        await put(store, "t1", *before)
        with pytest.raises(refusal):
            await store.rewrite("t1", lambda _: made)
        await put(store, "t1", member("8"))
        assert await held(await self.again(store), "t1") == {"memberships": [*before, member("8")]}

    async def test_an_exception_leaves_everything(self, store: Store) -> None:
        def change(record: Record) -> Record | None:
            if record.id == "7":
                raise LookupError
            return None

        await put(store, "t1", member("6"), member("7"))
        with pytest.raises(LookupError):
            await store.rewrite("t1", change)
        assert await held(store, "t1") == {"memberships": [member("6"), member("7")]}
        assert await held(await self.again(store), "t1") == {"memberships": [member("6"), member("7")]}

    async def test_who_holds_nothing_more_is_no_tenant_more(self, store: Store) -> None:
        await put(store, "t1", member("7"))
        await put(store, "t2", member("7"))
        await store.rewrite("t1", without_7)
        await store.rewrite("t3", without_7)
        assert await held(store, "t2") == {"memberships": [member("7")]}
        assert await store.tenants() == ["t2"]
        store = await self.again(store)
        assert await store.tenants() == ["t2"]
        await put(store, "t1", member("6"))
        assert await held(await self.again(store), "t1") == {"memberships": [member("6")]}

    async def test_it_waits_for_its_turn_and_others_wait_for_it(self, store: Store) -> None:
        async def join(key: str) -> list[str]:
            async with store.transaction("t1") as tx:
                seen = [m.id for m in await tx.find(Membership)]
                await asyncio.sleep(0)
                tx.put(member(key))
            return seen

        await put(store, "t1", member("7"))
        async with store.transaction("t1") as tx:
            early = asyncio.create_task(join("1"))
            await asyncio.sleep(0)
            rewriting = asyncio.create_task(store.rewrite("t1", without_7))
            await asyncio.sleep(0)
            late = [asyncio.create_task(join(key)) for key in "23"]
            await asyncio.sleep(0)
            tx.put(member("0"))
        await rewriting
        assert await early == ["7", "0"]
        assert [await task for task in late] == [["0", "1"], ["0", "1", "2"]]
        assert await held(await self.again(store), "t1") == {"memberships": [member(key) for key in "0123"]}

    async def test_inside_a_transaction_it_is_refused(self, store: Store) -> None:
        async with store.transaction("t1") as tx:
            tx.put(chat("1"))
            with pytest.raises(RuntimeError, match="inside a transaction"):
                await store.rewrite("t1", without_7)
        assert await held(store, "t1") == {"chats": [chat("1")]}

    async def test_it_is_for_tenants_alone(self, store: Store) -> None:
        with pytest.raises(ValueError, match="id of a tenant"):
            await store.rewrite("../t1", without_7)

    @pytest.mark.parametrize("kept", TABLES, ids=lambda kept: kept.table)
    @settings(max_examples=10, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
    @given(data=st.data())
    async def test_what_is_left_alone_is_as_it_was(
        self, store: Store, kept: Kept, data: st.DataObject
    ) -> None:
        record: Record = data.draw(anything(kept.kind))
        await store.rewrite("t1", lambda _: None)
        await put(store, "t1", record)
        await store.rewrite("t1", copy)
        assert await held(store, "t1") == {kept.table: [record]}
