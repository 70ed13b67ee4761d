import asyncio
import os
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

import pytest

from council.notice import Notice
from council.ports import Store, StoreDamaged, StoreError, StoreInUse
from council.records import COMMONS, Chat
from storage.files import Files
from storage.tinydb_store import TinyStore
from tests.storage.contract import Contract
from tests.storage.contract_finding import FindingContract
from tests.storage.contract_rewriting import RewritingContract
from tests.storage.kit import NOW, FaultyFiles, SlowFiles, chat, held, notice, put


class TestTinyStore(Contract, FindingContract, RewritingContract):
    @pytest.fixture
    async def store(self, tmp_path: Path) -> AsyncIterator[TinyStore]:
        self._path = tmp_path / "data"
        self._store = TinyStore.open(self._path)
        yield self._store
        await self._store.close()

    async def again(self, store: Store) -> Store:
        assert isinstance(store, TinyStore)
        await self._store.close()
        self._store = TinyStore.open(self._path)
        return self._store

    def tidy(self, store: Store, tenant: str) -> None:
        assert store is self._store
        mine = self._store._tenants.get(tenant)
        if mine is not None and mine.db is not None:
            mine.db.journal._compact_at = 0


def descriptors() -> int:
    return len(list(Path("/proc/self/fd").iterdir()))


async def test_files_are_for_their_owner_and_a_tenant_is_one_file(tmp_path: Path) -> None:
    async with TinyStore.open(tmp_path / "data") as store:
        await put(store, "t1", chat("1"))
        await put(store, COMMONS, chat("2"))
    found = {str(path.relative_to(tmp_path / "data")): path for path in (tmp_path / "data").rglob("*")}
    assert sorted(found) == ["commons.json", "councils", "councils/t1.json", "lock"]
    assert found["commons.json"].stat().st_mode & 0o077 == 0
    assert (tmp_path / "data").stat().st_mode & 0o077 == 0


async def test_reading_writes_nothing(tmp_path: Path) -> None:
    async with TinyStore.open(tmp_path) as store:
        await put(store, "t1", chat("1"))
    files = FaultyFiles()
    async with TinyStore.open(tmp_path, files=files) as store:
        before = (tmp_path / "councils/t1.json").stat()
        assert await held(store, "t1") == {"chats": [chat("1")]}
        assert await held(store, "t2") == {}
        async with store.transaction("t1") as tx:
            tx.delete(Chat, "never there")
        assert files.calls == []
        assert (tmp_path / "councils/t1.json").stat() == before
        assert not (tmp_path / "councils/t2.json").exists()


async def test_compaction_changes_nothing_but_the_size(tmp_path: Path) -> None:
    long, descriptors_before = "x" * 10_000, descriptors()
    async with TinyStore.open(tmp_path) as store:
        await put(store, "t1", notice("b"), notice("a"), notice("gone"))
        sizes = []
        for number in range(60):
            await put(store, "t1", notice("b", f"{number}{long}"))
            sizes.append((tmp_path / "councils/t1.json").stat().st_size)
        async with store.transaction("t1") as tx:
            tx.delete(Notice, "gone")
        expected = await held(store, "t1")
        assert descriptors() <= descriptors_before + 2
    assert 256 * 1024 < max(sizes) < 300_000
    assert sizes != sorted(sizes)
    async with TinyStore.open(tmp_path) as store:
        assert await held(store, "t1") == expected
        assert [record.id for record in expected["notices"]] == ["b", "a"]


async def test_a_second_store_on_one_folder_is_refused(tmp_path: Path) -> None:
    async with TinyStore.open(tmp_path):
        with pytest.raises(StoreInUse, match=rf"Another process \(number {os.getpid()}\)"):
            TinyStore.open(tmp_path)
    await TinyStore.open(tmp_path).close()


async def test_a_closed_store_says_so(tmp_path: Path) -> None:
    store = TinyStore.open(tmp_path)
    await store.close()
    await store.close()
    with pytest.raises(StoreError, match="closed"):
        await held(store, "t1")
    with pytest.raises(StoreError, match="closed"):
        await store.tenants()


async def test_closing_waits_for_what_is_under_way(tmp_path: Path) -> None:
    store = TinyStore.open(tmp_path)
    async with store.transaction("t1") as tx:
        closing = asyncio.create_task(store.close())
        late = asyncio.create_task(held(store, "t1"))
        await asyncio.sleep(0)
        tx.put(chat("1"))
    await closing
    with pytest.raises(StoreError, match="closed"):
        await late
    async with TinyStore.open(tmp_path) as store:
        assert await held(store, "t1") == {"chats": [chat("1")]}


async def test_ten_times_more_tenants_than_room(tmp_path: Path) -> None:
    before = descriptors()
    async with TinyStore.open(tmp_path, room=5) as store:
        for number in range(50):
            await put(store, f"t{number}", chat("1", f"c{number}"))
        assert len(store._tenants) == 5
        assert descriptors() <= before + 6
        for number in range(50):
            assert await held(store, f"t{number}") == {"chats": [chat("1", f"c{number}")]}
    assert descriptors() == before


async def test_what_is_in_use_is_never_put_aside(tmp_path: Path) -> None:
    async with TinyStore.open(tmp_path, room=1) as store:
        async with store.transaction("t1") as one, store.transaction("t2") as two:
            await put(store, "t3", chat("3"))
            waiting = asyncio.create_task(put(store, "t1", chat("late")))
            await asyncio.sleep(0)
            one.put(chat("1"))
            two.put(chat("2"))
        await waiting
        assert await held(store, "t1") == {"chats": [chat("1"), chat("late")]}
        assert await held(store, "t2") == {"chats": [chat("2")]}
        assert len(store._tenants) == 1


async def test_a_slow_disk_stops_neither_the_loop_nor_other_tenants(tmp_path: Path) -> None:
    slow = SlowFiles()
    async with TinyStore.open(tmp_path, files=slow) as store:
        await put(store, "t1", chat("1"))
        await put(store, "t2", chat("1"))
        with slow.stuck():
            task = asyncio.create_task(put(store, "t1", chat("2")))
            await asyncio.to_thread(slow.reached.wait)
            assert await held(store, "t2") == {"chats": [chat("1")]}
            assert not task.done()
        await task


@pytest.mark.parametrize("tenant", ["new", "t1"])
async def test_cancelled_while_being_saved_it_is_saved(tmp_path: Path, tenant: str) -> None:
    slow = SlowFiles()
    async with TinyStore.open(tmp_path, files=slow) as store:
        await put(store, "t1", chat("1"))
        with slow.stuck():
            task = asyncio.create_task(put(store, tenant, chat("1", "saved")))
            await asyncio.to_thread(slow.reached.wait)
            for _ in range(3):
                task.cancel()
                await asyncio.sleep(0)
            assert not task.done()
        with pytest.raises(asyncio.CancelledError):
            await task
        assert await held(store, tenant) == {"chats": [chat("1", "saved")]}
    async with TinyStore.open(tmp_path) as store:
        assert await held(store, tenant) == {"chats": [chat("1", "saved")]}


@contextmanager
def damage(path: Path) -> Iterator[None]:
    """One bit of the file turned over."""
    data = path.read_bytes()
    path.write_bytes(data[:20] + bytes([data[20] ^ 1]) + data[21:])
    damaged = path.read_bytes()
    yield
    assert path.read_bytes() == damaged


async def test_a_damaged_file_is_reported_and_the_others_work(tmp_path: Path) -> None:
    async with TinyStore.open(tmp_path) as store:
        for tenant in ("t1", "t2"):
            await put(store, tenant, chat("1"))
    file = tmp_path / "councils/t1.json"
    async with TinyStore.open(tmp_path) as store:
        with damage(file):
            for _ in range(2):
                with pytest.raises(StoreDamaged, match=r"t1\.json is damaged.*There is no good backup"):
                    await put(store, "t1", chat("2"))
            await put(store, "t2", chat("2"))
        assert await store.tenants() == ["t1", "t2"]


async def test_the_newest_good_backup_is_named_and_can_be_copied_back(tmp_path: Path) -> None:
    file, copies = tmp_path / "councils/t1.json", tmp_path / "backups/t1"
    async with TinyStore.open(tmp_path) as store:
        for day in range(3):
            await put(store, "t1", chat("1", f"day {day}"))
            assert await store.backup(NOW + timedelta(days=day)) == {}
    assert [path.name for path in sorted(copies.iterdir())] == [f"2026-05-0{day}.json" for day in (4, 5, 6)]
    good = copies / "2026-05-05.json"
    with damage(copies / "2026-05-06.json"):
        async with TinyStore.open(tmp_path) as store:
            with damage(file), pytest.raises(StoreDamaged, match=f"newest good backup is {good}"):
                await held(store, "t1")
    file.write_bytes(good.read_bytes())
    async with TinyStore.open(tmp_path) as store:
        assert await held(store, "t1") == {"chats": [chat("1", "day 1")]}


def backups(folder: Path) -> dict[str, str]:
    return {path.parent.name: path.name for path in folder.glob("backups/*/*")}


async def test_a_damaged_tenant_keeps_its_backups_and_the_others_get_theirs(tmp_path: Path) -> None:
    async with TinyStore.open(tmp_path) as store:
        for tenant in ("t1", "t2", COMMONS):
            await put(store, tenant, chat("1"))
        assert await store.backup(NOW, keep=1) == {}
    async with TinyStore.open(tmp_path) as store:
        with damage(tmp_path / "councils/t1.json"):
            problems = await store.backup(NOW + timedelta(days=1), keep=1)
    assert list(problems) == ["t1"]
    assert isinstance(problems["t1"], StoreDamaged)
    assert backups(tmp_path) == {"t1": "2026-05-04.json", "t2": "2026-05-05.json", COMMONS: "2026-05-05.json"}


class MistakenFiles(Files):
    """Its fsync has a mistake in it when told to."""

    mistaken = False

    def fsync(self, descriptor: int) -> None:
        if self.mistaken:
            raise ZeroDivisionError
        super().fsync(descriptor)


async def test_a_fault_of_ours_while_saving_makes_it_read_the_file_again(tmp_path: Path) -> None:
    files = MistakenFiles()
    async with TinyStore.open(tmp_path, files=files) as store:
        await put(store, "t1", chat("1"))
        files.mistaken = True
        with pytest.raises(ZeroDivisionError):
            await put(store, "t1", chat("2"))
        assert store._tenants["t1"].db is None
        files.mistaken = False
        await put(store, "t1", chat("3"))
        assert await held(store, "t1") == {"chats": [chat("1"), chat("3")]}
    async with TinyStore.open(tmp_path) as store:
        assert await held(store, "t1") == {"chats": [chat("1"), chat("3")]}
