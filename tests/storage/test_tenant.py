"""Transactions on one tenant that come while its disk is busy: written together, in their order."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path

import pytest

from council.ports import StoreError
from council.records import Chat
from storage.tinydb_store import TinyStore
from tests.storage.crowd import (
    ANEW,
    APPEND,
    BEFORE,
    NOTICES,
    BusyFiles,
    busy,
    clear,
    endings,
    on_disk,
    put_notices,
    turns,
)
from tests.storage.kit import NOW, Held, chat, held, journal_of, member, put


@pytest.fixture
def files() -> BusyFiles:
    return BusyFiles()


@pytest.fixture
async def store(tmp_path: Path, files: BusyFiles) -> AsyncIterator[TinyStore]:
    async with TinyStore.open(tmp_path / "data", files=files) as store:
        await put(store, "t1", *BEFORE["chats"])
        files.calls.clear()
        yield store


async def test_those_that_come_meanwhile_are_written_together(store: TinyStore, files: BusyFiles) -> None:
    async with busy(store, files) as tasks:
        tasks.extend(put_notices(store))
    assert await endings(tasks) == ["saved"] * 21
    assert files.calls == ["write", "fsync"] * 2
    lines = journal_of(store, "t1").path.read_bytes().splitlines()
    assert len(lines) == 1 + 1 + 21
    assert [b'"notices","%d"' % number in line for number, line in enumerate(lines[3:])] == [True] * 20


async def test_each_sees_what_earlier_ones_did_and_ends_when_that_is_saved(
    store: TinyStore, files: BusyFiles
) -> None:
    seen: list[Held] = []

    async def look() -> None:
        seen.append(await held(store, "t1"))

    async def read() -> None:
        async with store.transaction("t1") as tx:
            seen.append({"chats": list(await tx.find(Chat))})

    async with busy(store, files) as tasks:
        tasks += [asyncio.create_task(work) for work in (read(), put(store, "t1", member("7")), look())]
        await turns()
        assert seen == [{"chats": [chat("1"), chat("2"), chat("3")]}]
    assert await endings(tasks) == ["saved"] * 4
    assert seen[1] == seen[0] | {"memberships": [member("7")]}
    files.calls.clear()
    await look()
    assert files.calls == []


async def test_cancelling_one_loses_nothing(store: TinyStore, files: BusyFiles) -> None:
    async with busy(store, files) as tasks:
        tasks.extend(put_notices(store))
        await turns()
        for task in tasks[:3]:
            task.cancel()
    assert await endings(tasks) == ["CancelledError"] * 3 + ["saved"] * 18
    expected: Held = {"chats": [*BEFORE["chats"], chat("3")], "notices": NOTICES}
    assert await held(store, "t1") == expected


async def test_compaction_writes_what_was_there_at_its_moment(
    tmp_path: Path, store: TinyStore, files: BusyFiles
) -> None:
    journal_of(store, "t1")._compact_at = 0
    async with busy(store, files) as tasks:
        tasks.extend(put_notices(store))
    await asyncio.gather(*tasks)
    assert files.calls == [*APPEND, *ANEW, *APPEND]
    snapshot, *lines = journal_of(store, "t1").path.read_bytes().splitlines()
    assert (b'"3"' in snapshot, b"notices" in snapshot, len(lines)) == (True, False, 20)
    expected: Held = {"chats": [*BEFORE["chats"], chat("3")], "notices": NOTICES}
    assert await held(store, "t1") == await on_disk(tmp_path / "data") == expected


async def test_who_holds_nothing_and_at_once_something_again(
    tmp_path: Path, store: TinyStore, files: BusyFiles
) -> None:
    async with busy(store, files) as tasks:
        tasks.append(asyncio.create_task(clear(store)))
    await asyncio.gather(*tasks)
    assert await store.tenants() == []
    with files.stuck():
        tasks = [asyncio.create_task(put(store, "t1", chat("1")))]
        await asyncio.to_thread(files.reached.wait)
        tasks += [asyncio.create_task(clear(store)), *put_notices(store)]
    await asyncio.gather(*tasks)
    assert await held(store, "t1") == await on_disk(tmp_path / "data") == {"notices": NOTICES}


async def rewritten(store: TinyStore) -> None:
    await store.rewrite("t1", lambda record: None if record == chat("1") else record)


async def backed_up(store: TinyStore) -> None:
    assert await store.backup(NOW) == {}


@pytest.mark.parametrize(
    ("deed", "kept"),
    [(rewritten, [chat("2"), chat("3")]), (backed_up, [chat("1"), chat("2"), chat("3")])],
    ids=["rewrite", "backup"],
)
async def test_who_needs_the_file_waits_for_what_is_being_saved(
    tmp_path: Path,
    store: TinyStore,
    files: BusyFiles,
    deed: Callable[[TinyStore], Awaitable[None]],
    kept: list[Chat],
) -> None:
    async def do() -> None:
        await deed(store)

    async with busy(store, files) as tasks:
        tasks += [asyncio.create_task(put(store, "t1", member("7"))), asyncio.create_task(do())]
    assert await endings(tasks) == ["saved"] * 3
    expected = {"memberships": [member("7")], "chats": kept}
    assert await held(store, "t1") == await on_disk(tmp_path / "data") == expected
    if deed is backed_up:
        (tmp_path / "data/councils/t1.json").write_bytes(
            (tmp_path / "data/backups/t1/2026-05-04.json").read_bytes()
        )
        assert await on_disk(tmp_path / "data") == expected


async def test_closing_waits_for_what_is_being_saved(
    tmp_path: Path, store: TinyStore, files: BusyFiles
) -> None:
    async with busy(store, files) as tasks:
        tasks += [asyncio.create_task(put(store, "t1", member("7"))), asyncio.create_task(store.close())]
        await turns()
        late = asyncio.create_task(put(store, "t1", member("8")))
    assert await endings(tasks) == ["saved"] * 3
    with pytest.raises(StoreError, match="closed"):
        await late
    expected = {"memberships": [member("7")], "chats": [*BEFORE["chats"], chat("3")]}
    assert await on_disk(tmp_path / "data") == expected


async def test_what_is_being_saved_is_not_put_aside(tmp_path: Path) -> None:
    files = BusyFiles()
    async with TinyStore.open(tmp_path / "data", files=files, room=1) as store:
        await put(store, "t1", chat("1"))
        async with busy(store, files) as tasks:
            assert await held(store, "t2") == await held(store, "t3") == {}
        assert await endings(tasks) == ["saved"]
        assert len(store._tenants) == 1
        assert await held(store, "t1") == {"chats": [chat("1"), chat("3")]}
