"""What a file on a failing disk holds: the last good state, whatever fails and whenever."""

import errno
import shutil
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest

from council.ports import Store, StoreDamaged, StoreError, StoreFull
from council.records import Chat
from storage.frames import frame
from storage.tinydb_store import TinyStore
from tests.storage.kit import FaultyFiles, Held, Killed, chat, held, notice

Deed = Callable[[TinyStore], Awaitable[None]]


async def begin(store: Store) -> None:
    async with store.transaction("t1") as tx:
        tx.put(chat("1"))
        tx.put(notice("n", "x" * 500))


async def append(store: Store) -> None:
    async with store.transaction("t1") as tx:
        tx.put(chat("2"))
        tx.delete(Chat, "1")


async def create(store: Store) -> None:
    async with store.transaction("t2") as tx:
        tx.put(chat("2"))


async def grow(store: TinyStore) -> None:
    """A transaction after which the file is due to be written anew."""
    db = store._tenants["t1"].db
    assert db is not None
    db.journal._compact_at = 0
    await append(store)


async def empty(store: Store) -> None:
    async with store.transaction("t1") as tx:
        for kind in (Chat, type(notice("n"))):
            for record in await tx.find(kind):
                tx.delete(kind, record.id)


async def everything(store: Store) -> dict[str, Held]:
    return {tenant: await held(store, tenant) for tenant in ("t1", "t2")}


async def on_disk(path: Path) -> dict[str, Held]:
    """What a process would find that started now, here on a copy."""
    copy = path.with_name("copy")
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(path, copy)
    async with TinyStore.open(copy) as store:
        return await everything(store)


def half_written(path: Path) -> list[Path]:
    return list(path.rglob("*.new"))


CALLS = [
    *((append, call) for call in range(2)),  # write, fsync
    *((create, call) for call in range(4)),  # write, fsync, replace, fsync of the folder
    *((grow, call) for call in range(2)),
]
LATE = [
    *((grow, call) for call in range(2, 6)),  # the transaction is safe; tidying up fails
    *((empty, call) for call in range(2, 4)),  # as before: unlink, fsync of the folder
]


@pytest.mark.parametrize(("deed", "call"), CALLS)
@pytest.mark.parametrize("once", [True, False], ids=["once", "lasting"])
@pytest.mark.parametrize(
    ("error", "refusal"), [(errno.ENOSPC, StoreFull), (errno.EDQUOT, StoreFull), (errno.EIO, StoreError)]
)
async def test_a_failing_call_leaves_the_last_good_state(
    tmp_path: Path, deed: Deed, call: int, *, once: bool, error: int, refusal: type[StoreError]
) -> None:
    files, path = FaultyFiles(error=error, once=once), tmp_path / "data"
    async with TinyStore.open(path, files=files) as store:
        await begin(store)
        before = await everything(store)
        files.break_at(call)
        with pytest.raises(refusal, match="Nothing was changed"):
            await deed(store)
        assert await everything(store) == await on_disk(path) == before
        assert half_written(path) == []
        if not once:
            with pytest.raises(refusal):
                await append(store)
            assert await everything(store) == await on_disk(path) == before
        files.well()
        await deed(store)
        after = await everything(store)
        assert after == await on_disk(path) != before
    async with TinyStore.open(path) as store:
        assert await everything(store) == after


@pytest.mark.parametrize(("deed", "call"), LATE)
async def test_what_is_safe_stays_so_when_tidying_up_fails(tmp_path: Path, deed: Deed, call: int) -> None:
    files, path = FaultyFiles(), tmp_path / "data"
    async with TinyStore.open(path, files=files) as store:
        await begin(store)
        files.break_at(call)
        await deed(store)
        assert len(files.calls) > call
        assert await everything(store) == await on_disk(path)
        files.well()
        await create(store)
        await begin(store)
        after = await everything(store)
    async with TinyStore.open(path) as store:
        assert await everything(store) == after


async def test_compaction_that_fails_is_not_tried_each_time(tmp_path: Path) -> None:
    files = FaultyFiles()
    async with TinyStore.open(tmp_path, files=files) as store:
        await begin(store)
        files.break_at(2)
        await grow(store)
        files.calls.clear()
        files.well()
        await append(store)
        assert files.calls == ["write", "fsync"]


async def test_a_file_that_may_not_be_in_its_place_for_good_is_written_anew(tmp_path: Path) -> None:
    files = FaultyFiles()
    async with TinyStore.open(tmp_path, files=files) as store:
        await begin(store)
        files.break_at(5)
        await grow(store)
        files.calls.clear()
        files.well()
        await append(store)
    anew, line = ["write", "fsync", "replace", "fsync"], ["write", "fsync"]
    assert files.calls == [*anew, *line]


async def test_a_failing_fsync_makes_it_write_the_file_anew(tmp_path: Path) -> None:
    files = FaultyFiles(once=True)
    async with TinyStore.open(tmp_path, files=files) as store:
        await begin(store)
        files.break_at(1)
        with pytest.raises(StoreFull):
            await append(store)
        files.break_at(99)
        await append(store)
    anew, line = ["write", "fsync", "replace", "fsync"], ["write", "fsync"]
    assert files.calls == [*anew, *line]


async def test_a_disk_that_takes_few_bytes_at_a_time(tmp_path: Path) -> None:
    async with TinyStore.open(tmp_path, files=FaultyFiles(short=7)) as store:
        await begin(store)
        await append(store)
        expected = await everything(store)
    async with TinyStore.open(tmp_path) as store:
        assert await everything(store) == expected


async def test_a_disk_that_takes_nothing_is_full(tmp_path: Path) -> None:
    async with TinyStore.open(tmp_path, files=FaultyFiles(short=0)) as store:
        with pytest.raises(StoreFull):
            await begin(store)
        assert await store.tenants() == []


@pytest.mark.parametrize("deed", [append, create, grow, empty])
@pytest.mark.parametrize("call", range(7))
async def test_killed_at_any_call_it_was_all_or_nothing(tmp_path: Path, deed: Deed, call: int) -> None:
    files, path = FaultyFiles(), tmp_path / "data"
    store = TinyStore.open(path, files=files)
    await begin(store)
    before = await everything(store)
    files.break_at(call, fatal=True)
    try:
        await deed(store)
        acknowledged = True
    except Killed:
        acknowledged = False
    await store.close()
    async with TinyStore.open(path) as store:
        found = await everything(store)
        assert half_written(path) == []
        if found == before:
            assert not acknowledged
            await deed(store)
            found = await everything(store)
    async with TinyStore.open(tmp_path / "other") as store:
        await begin(store)
        await deed(store)
        assert found == await everything(store)


async def two_lines(path: Path) -> bytes:
    """A file of a snapshot and two transactions."""
    async with TinyStore.open(path) as store:
        await begin(store)
        await append(store)
    return (path / "councils/t1.json").read_bytes()


async def test_a_tail_torn_at_any_byte_is_cut_off_and_written_over(tmp_path: Path) -> None:
    data = await two_lines(tmp_path)
    file = tmp_path / "councils/t1.json"
    start = data.rindex(b"\n", 0, -1) + 1
    for end in range(start, len(data)):
        file.write_bytes(data[:end])
        async with TinyStore.open(tmp_path) as store:
            assert (await held(store, "t1"))["chats"] == [chat("1")]
            await append(store)
        assert file.read_bytes() == data


async def test_any_byte_flipped_is_damage_and_stays_for_who_repairs_it(tmp_path: Path) -> None:
    data = await two_lines(tmp_path)
    file = tmp_path / "councils/t1.json"
    for place in range(0, len(data), 7):
        damaged = data[:place] + bytes([data[place] ^ 0x10]) + data[place + 1 :]
        file.write_bytes(damaged)
        async with TinyStore.open(tmp_path) as store:
            with pytest.raises(StoreDamaged, match=r"t1\.json is damaged: .*line"):
                await append(store)
        assert file.read_bytes() == damaged


@pytest.mark.parametrize(
    "payload",
    [
        b'{"schema":0,"tables":{}}',
        b'{"schema":1}',
        b'{"tables":{}}',
        b'{"schema":1,"tables":{"unknown":{}}}',
        b'{"schema":1,"tables":{"chats":{"1":{"id":"1"}}}}',
        b'{"schema":1,"tables":{"chats":{"1":{"id":"2","council_id":"x"}}}}',
        b'{"schema":1,"tables":{},"more":1}',
    ],
)
async def test_a_file_that_holds_other_things_is_damaged(tmp_path: Path, payload: bytes) -> None:
    await refuses(tmp_path, frame(payload))


@pytest.mark.parametrize(
    "payload", [b"1", b"[1]", b"[[]]", b'[["chats","1",{}]]', b'[["chats","1",null]]', b"[["]
)
async def test_a_line_that_holds_other_things_is_damaged(tmp_path: Path, payload: bytes) -> None:
    await refuses(tmp_path, frame(b'{"schema":1,"tables":{}}') + frame(payload))


async def refuses(path: Path, data: bytes) -> None:
    async with TinyStore.open(path) as store:
        (path / "councils/t1.json").write_bytes(data)
        with pytest.raises(StoreDamaged):
            await begin(store)
