"""When those that came while the disk was busy cannot be saved, none of them was ever there."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from council.notice import Notice
from council.ports import StoreFull
from council.records import Chat, Record
from storage.tinydb_store import TinyStore
from tests.storage.crowd import (
    ANEW,
    APPEND,
    BEFORE,
    BusyFiles,
    busy,
    clear,
    endings,
    on_disk,
    put_notices,
    turns,
)
from tests.storage.kit import Held, chat, held, journal_of, member, notice, put


@pytest.fixture
def files() -> BusyFiles:
    return BusyFiles()


@pytest.fixture
async def store(tmp_path: Path, files: BusyFiles) -> AsyncIterator[TinyStore]:
    async with TinyStore.open(tmp_path / "data", files=files) as store:
        await put(store, "t1", *BEFORE["chats"])
        files.calls.clear()
        yield store


async def test_a_refusal_is_heard_when_what_it_tells_is_saved(store: TinyStore, files: BusyFiles) -> None:
    async def refuse() -> None:
        async with store.transaction("t1") as tx:
            if await tx.get(Chat, "3"):
                raise LookupError

    async with busy(store, files) as tasks:
        tasks.append(asyncio.create_task(refuse()))
    assert await endings(tasks) == ["saved", "LookupError"]
    files.error = 5
    async with busy(store, files) as tasks:
        tasks.append(asyncio.create_task(refuse()))
        files.break_at(0)
    assert await endings(tasks) == ["StoreError", "StoreError"]


@pytest.mark.parametrize("once", [True, False], ids=["once", "lasting"])
async def test_what_cannot_be_saved_fails_with_all_that_saw_it(
    tmp_path: Path, store: TinyStore, files: BusyFiles, *, once: bool
) -> None:
    async def change() -> None:
        async with store.transaction("t1") as tx:
            tx.delete(Chat, "1")
            tx.put(chat("1", "comes last now"))
            tx.put(chat("2", "stays in its place"))

    async def read() -> None:
        await held(store, "t1")

    files.once = once
    async with busy(store, files) as tasks:
        tasks += [asyncio.create_task(work()) for work in (change, read, lambda: clear(store), change)]
        files.break_at(0)
    assert await endings(tasks) == ["StoreFull"] * 5
    assert await held(store, "t1") == await on_disk(tmp_path / "data") == BEFORE
    files.well()
    await put(store, "t1", chat("4"))
    after = {"chats": [chat("1"), chat("2"), chat("4")]}
    assert await held(store, "t1") == await on_disk(tmp_path / "data") == after


async def test_what_was_saved_before_stays(tmp_path: Path, store: TinyStore, files: BusyFiles) -> None:
    async with busy(store, files) as tasks:
        tasks += [*put_notices(store), asyncio.create_task(clear(store))]
        files.break_at(1)  # after the sync of the first, half of the others is written
    assert await endings(tasks) == ["saved"] + ["StoreFull"] * 21
    after: Held = {"chats": [*BEFORE["chats"], chat("3")]}
    assert await held(store, "t1") == await on_disk(tmp_path / "data") == after


async def test_who_is_at_work_keeps_what_it_sees_and_then_fails(
    tmp_path: Path, store: TinyStore, files: BusyFiles
) -> None:
    seen, entered, leave = [], asyncio.Event(), asyncio.Event()

    async def work() -> None:
        async with store.transaction("t1") as tx:
            seen.append(await tx.get(Chat, "3"))
            entered.set()
            await leave.wait()
            seen.append(await tx.get(Chat, "3"))
            tx.put(chat("4"))

    async with busy(store, files) as tasks:
        tasks.append(asyncio.create_task(work()))
        await entered.wait()
        files.break_at(0)
    await asyncio.to_thread(files.cut.wait)
    await turns()
    assert not tasks[0].done()
    waiting = asyncio.create_task(held(store, "t1"))
    leave.set()
    assert await endings(tasks) == ["StoreFull"] * 2
    assert seen == [chat("3")] * 2
    assert await waiting == await on_disk(tmp_path / "data") == BEFORE


async def test_after_a_failing_sync_the_next_are_written_behind_what_was_saved(
    store: TinyStore, files: BusyFiles
) -> None:
    files.once = True
    async with busy(store, files) as tasks:
        files.break_at(0)
    assert await endings(tasks) == ["StoreFull"]
    files.break_at(99)
    await asyncio.gather(*put_notices(store))
    assert files.calls == [*ANEW, *APPEND, *APPEND]
    snapshot, *lines = journal_of(store, "t1").path.read_bytes().splitlines()
    assert b"notices" not in snapshot
    assert len(lines) == 20


async def test_a_failure_is_told_to_who_is_cancelled_too(store: TinyStore, files: BusyFiles) -> None:
    async with busy(store, files) as tasks:
        tasks[0].cancel()
        files.break_at(0)
    with pytest.raises(asyncio.CancelledError) as raised:
        await tasks[0]
    assert isinstance(raised.value.__cause__, StoreFull)
    assert await held(store, "t1") == BEFORE


async def test_when_compaction_fails_nothing_of_later_is_saved_with_it(
    tmp_path: Path, store: TinyStore, files: BusyFiles
) -> None:
    journal_of(store, "t1")._compact_at = 0
    files.once = True
    async with busy(store, files) as tasks:
        tasks.extend(put_notices(store))
        files.break_at(4)  # after the sync: write, fsync, replace, fsync of the folder
    await asyncio.gather(*tasks)
    assert files.calls == ["fsync", *ANEW, *ANEW, *APPEND]
    snapshot, *lines = journal_of(store, "t1").path.read_bytes().splitlines()
    assert (b'"3"' in snapshot, b"notices" in snapshot, len(lines)) == (True, False, 20)
    assert await held(store, "t1") == await on_disk(tmp_path / "data")


def without_1(record: Record) -> Record | None:
    return None if record == chat("1") else record


async def test_who_needs_the_file_goes_on_when_that_could_not_be_saved(
    store: TinyStore, files: BusyFiles
) -> None:
    files.once = True
    async with busy(store, files) as tasks:
        tasks.append(asyncio.create_task(store.rewrite("t1", without_1)))
        files.break_at(0)
    assert await endings(tasks) == ["StoreFull", "saved"]
    assert await held(store, "t1") == {"chats": [chat("2")]}


async def test_a_fault_of_ours_fails_all_and_the_file_is_read_again(
    store: TinyStore, files: BusyFiles
) -> None:
    async with busy(store, files) as tasks:
        tasks += [asyncio.create_task(clear(store)), asyncio.create_task(put(store, "t1", member("7")))]
        await turns()
        files.mistaken = files.once = True
        files.break_at(0)
    assert await endings(tasks) == ["ZeroDivisionError"] * 3
    assert store._tenants["t1"].db is None
    files.well()
    assert await held(store, "t1") == BEFORE


async def test_found_and_counted_as_before_a_failure(store: TinyStore, files: BusyFiles) -> None:
    async def answers() -> list[object]:
        async with store.transaction("t1") as tx:
            return [
                (await tx.find(Notice, state=state), await tx.count(Notice, state=state))
                for state in ("waiting", "sent")
            ]

    await put(store, "t1", notice("a"), notice("b", "sent"), notice("c"))
    before = await answers()
    async with busy(store, files) as tasks:
        tasks.append(asyncio.create_task(put(store, "t1", notice("a", "sent"), notice("b"), notice("d"))))
        tasks.append(asyncio.create_task(put(store, "t1", notice("a"), notice("c", ""), notice("d", "sent"))))
        files.break_at(0)
    assert await endings(tasks) == ["StoreFull"] * 3
    assert await answers() == before
