"""Whoever is forgotten is in no byte of the data folder."""

import asyncio
import logging
import shutil
from pathlib import Path

import pytest

from council.ports import StoreDamaged, StoreError
from council.records import COMMONS, Chat, Membership, Record
from storage.frames import frame
from storage.migrations import MIGRATIONS, current
from storage.tinydb_store import TinyStore
from tests.storage.forgetting import AFTER, NAMES, OTHERS, contents_of, fill, traces, without_7
from tests.storage.kit import FaultyFiles, SlowFiles, chat, held, journal_of, member, put
from tests.storage.test_migrations import OLD, STEPS

FILE, BACKUPS = "councils/t1.json", [f"backups/t1/2026-05-0{day}.json" for day in (4, 5, 6)]


@pytest.fixture
async def folder(tmp_path: Path) -> Path:
    await fill(tmp_path)
    return tmp_path


async def rewrite(folder: Path, tenant: str = "t1") -> None:
    async with TinyStore.open(folder) as store:
        await store.rewrite(tenant, without_7)


async def test_no_byte_is_left_and_all_copies_are_good(folder: Path) -> None:
    await rewrite(folder)
    assert traces(folder) == set()
    assert list(contents_of(folder)) == [*BACKUPS, FILE, "lock"]
    async with TinyStore.open(folder) as store:
        assert await held(store, "t1") == {**AFTER, "chats": OTHERS["chats"]}
    for backup in BACKUPS:
        shutil.copy(folder / backup, folder / FILE)
        async with TinyStore.open(folder) as store:
            assert await held(store, "t1") == AFTER


async def test_nor_later_when_others_write(folder: Path) -> None:
    async with TinyStore.open(folder) as store:
        await put(store, "t1", member("7", NAMES[1]))
        (folder / f"{FILE}.new").write_text(NAMES[1], encoding="utf-8")
        await store.rewrite("t1", without_7)
        assert contents_of(folder)[FILE].count(b"\n") == 1
        await put(store, "t1", chat("9"))
        journal_of(store, "t1")._compact_at = 0
        await put(store, "t1", chat("10"))
        assert traces(folder) == set()
        assert await held(store, "t1") == {**AFTER, "chats": [*OTHERS["chats"], chat("9"), chat("10")]}


async def test_what_was_deleted_before_goes_too(tmp_path: Path) -> None:
    async with TinyStore.open(tmp_path) as store:
        await put(store, "t1", chat("8"), chat("7", NAMES[0]))
        async with store.transaction("t1") as tx:
            tx.delete(Chat, "7")
        assert traces(tmp_path) != set()
        await store.rewrite("t1", lambda record: record)
        assert traces(tmp_path) == set()


async def test_other_tenants_are_left_alone(folder: Path) -> None:
    await fill(folder, "t10")
    await fill(folder, COMMONS)
    async with TinyStore.open(folder) as store:
        (folder / "councils/t10.v1.json.new").touch()  # somebody else's, being written
        before = {name: data for name, data in contents_of(folder).items() if "t10" in name}
        await store.rewrite("t1", without_7)
        await store.rewrite(COMMONS, without_7)
        after = contents_of(folder)
    assert {name: data for name, data in after.items() if "t10" in name} == before
    assert {name for name, _ in traces(folder)} <= set(before)


async def test_nobody_is_left(folder: Path) -> None:
    async with TinyStore.open(folder) as store:
        await store.rewrite("t1", lambda _: None)
    assert list(contents_of(folder)) == [*BACKUPS, "lock"]
    nothing = frame(b'{"schema":%d,"tables":{}}' % current(MIGRATIONS))
    assert {contents_of(folder)[backup] for backup in BACKUPS} == {nothing}
    shutil.copy(folder / BACKUPS[0], folder / FILE)
    async with TinyStore.open(folder) as store:
        assert await held(store, "t1") == {}


async def test_without_a_file_the_copies_are_done(folder: Path) -> None:
    (folder / FILE).unlink()
    await rewrite(folder)
    assert traces(folder) == set()
    assert list(contents_of(folder)) == [*BACKUPS, "lock"]


async def test_a_copy_that_is_good_is_not_written_again(folder: Path) -> None:
    await rewrite(folder)
    files = FaultyFiles()
    async with TinyStore.open(folder, files=files) as store:
        await store.rewrite("t1", without_7)
    own_file = ["write", "fsync", "replace", "fsync"]
    assert files.calls == ["fsync", "fsync", *own_file]  # those of the folders, in case they were missing


async def test_files_of_an_earlier_version_become_ones_of_today_or_go(tmp_path: Path) -> None:
    for path in (tmp_path / FILE, tmp_path / BACKUPS[0]):
        path.parent.mkdir(parents=True)
        path.write_bytes(OLD)
    async with TinyStore.open(tmp_path, migrations=STEPS) as store:
        await store.rewrite("t1", lambda record: None if record.id == "1" else record)
        assert await held(store, "t1") == {"chats": [chat("2", "c-y")]}
    found = contents_of(tmp_path)
    assert list(found) == [BACKUPS[0], FILE, "lock"]
    assert found[BACKUPS[0]] == found[FILE]
    assert b'"1"' not in found[FILE]


# --- copies that cannot be rewritten -----------------------------------------------------------------


def damage(file: Path) -> None:
    file.write_bytes(file.read_bytes().replace(b"Keld", b"Kell"))


async def test_a_damaged_copy_is_deleted_and_the_log_says_so(
    folder: Path, caplog: pytest.LogCaptureFixture
) -> None:
    damage(folder / BACKUPS[1])
    # Where reading fails as it does on a bad sector.
    (folder / BACKUPS[2]).unlink()
    (folder / BACKUPS[2]).symlink_to("/proc/self/mem")
    with caplog.at_level(logging.WARNING, "storage.backups"):
        await rewrite(folder)
    said = [record.getMessage() for record in caplog.records if record.name == "storage.backups"]
    assert said == [
        f"{folder / backup} was damaged, could not be rewritten and has been deleted"
        for backup in BACKUPS[1:]
    ]
    assert list(contents_of(folder)) == [BACKUPS[0], FILE, "lock"]
    assert traces(folder) == set()


async def test_a_damaged_file_keeps_its_copies(folder: Path) -> None:
    damage(folder / FILE)
    before = contents_of(folder)
    with pytest.raises(StoreDamaged, match=BACKUPS[2]):
        await rewrite(folder)
    assert {**contents_of(folder), "lock": b""} == {**before, "lock": b""}


async def test_a_copy_of_a_later_version_is_for_the_operator(folder: Path) -> None:
    (folder / BACKUPS[1]).write_bytes(frame(b'{"schema":9,"tables":{}}'))
    before = contents_of(folder)
    with pytest.raises(StoreError, match=f"{BACKUPS[1]} is newer than this program"):
        await rewrite(folder)
    after = contents_of(folder)
    assert [after[name] for name in (FILE, *BACKUPS[1:])] == [before[name] for name in (FILE, *BACKUPS[1:])]
    (folder / BACKUPS[1]).unlink()
    await rewrite(folder)
    assert traces(folder) == set()


async def test_what_is_no_file_is_for_the_operator(folder: Path) -> None:
    (folder / BACKUPS[1]).unlink()
    (folder / BACKUPS[1]).mkdir()
    before = contents_of(folder)[FILE]
    with pytest.raises(StoreError, match=BACKUPS[1]):
        await rewrite(folder)
    assert contents_of(folder)[FILE] == before


async def test_a_rule_that_fails_for_an_old_record_leaves_the_current_state(folder: Path) -> None:
    def change(record: Record) -> Record | None:
        if isinstance(record, Membership) and record.name == NAMES[1]:
            raise LookupError
        return without_7(record)

    async with TinyStore.open(folder) as store:
        before = await held(store, "t1")
        with pytest.raises(LookupError):
            await store.rewrite("t1", change)
        assert await held(store, "t1") == before
    async with TinyStore.open(folder) as store:
        assert await held(store, "t1") == before
    await rewrite(folder)
    assert traces(folder) == set()


# --- meanwhile ---------------------------------------------------------------------------------------


async def test_meanwhile_the_loop_and_other_tenants_go_on(folder: Path) -> None:
    slow = SlowFiles()
    async with TinyStore.open(folder, files=slow) as store:
        await put(store, "t2", chat("1"))
        with slow.stuck():
            rewriting = asyncio.create_task(store.rewrite("t1", without_7))
            await asyncio.to_thread(slow.reached.wait)
            waiting = asyncio.create_task(put(store, "t1", chat("9")))
            assert await held(store, "t2") == {"chats": [chat("1")]}
            assert not rewriting.done()
            assert not waiting.done()
        await rewriting
        await waiting
        assert await held(store, "t1") == {**AFTER, "chats": [*OTHERS["chats"], chat("9")]}


async def test_cancelled_or_closed_meanwhile_it_is_done(folder: Path) -> None:
    slow = SlowFiles()
    store = TinyStore.open(folder, files=slow)
    with slow.stuck():
        rewriting = asyncio.create_task(store.rewrite("t1", without_7))
        await asyncio.to_thread(slow.reached.wait)
        rewriting.cancel()
        closing = asyncio.create_task(store.close())
        await asyncio.sleep(0)
        assert not rewriting.done()
    with pytest.raises(asyncio.CancelledError):
        await rewriting
    await closing
    assert traces(folder) == set()
    with pytest.raises(StoreError, match="closed"):
        await store.rewrite("t1", without_7)
