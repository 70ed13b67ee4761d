"""Stopped at any call, the current state is one or the other, and doing it again leaves no byte."""

import asyncio
import errno
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from council.ports import StoreDamaged, StoreError, StoreFull
from council.records import Chat
from storage.tinydb_store import TinyStore
from tests.storage.forgetting import AFTER, OTHERS, contents_of, fill, traces, without_7
from tests.storage.kit import FaultyFiles, Held, Killed, chat, held, put

ROOT = Path(__file__).parents[2]
DONE: Held = {**AFTER, "chats": OTHERS["chats"]}
# Two leftovers and their folder; three copies of four calls each and their folder; the file.
_WRITE = ["write", "fsync", "replace", "fsync"]
CALLS = ["unlink", "unlink", "fsync", *(_WRITE * 3), "fsync", *_WRITE]


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("filled")
    asyncio.run(fill(path))
    return path


@pytest.fixture
def folder(filled: Path, tmp_path: Path) -> Path:
    shutil.copytree(filled, tmp_path / "data")
    return tmp_path / "data"


async def found_in(folder: Path) -> Held:
    """What a process would find that started now, here on a copy."""
    copy = folder.with_name("copy")
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(folder, copy)
    async with TinyStore.open(copy) as store:
        return await held(store, "t1")


async def finish(folder: Path) -> None:
    """Do it again; then all is as if nothing had happened on the way."""
    async with TinyStore.open(folder) as store:
        await store.rewrite("t1", without_7)
        assert await held(store, "t1") == DONE
    assert traces(folder) == set()
    *backups, file, lock = contents_of(folder)
    assert (file, lock) == ("councils/t1.json", "lock")
    assert len(backups) == 3
    for backup in backups:
        shutil.copy(folder / backup, folder / file)
        assert await found_in(folder) == AFTER


async def test_these_are_the_calls(folder: Path) -> None:
    files = FaultyFiles()
    async with TinyStore.open(folder, files=files) as store:
        await store.rewrite("t1", without_7)
    assert files.calls == CALLS


FAILING = [number for number, call in enumerate(CALLS) if call != "unlink"]


@pytest.mark.parametrize("call", FAILING)
@pytest.mark.parametrize(
    ("once", "error", "refusal"),
    [(True, errno.ENOSPC, StoreFull), (False, errno.ENOSPC, StoreFull), (False, errno.EIO, StoreError)],
    ids=["full once", "full", "broken"],
)
async def test_a_failing_call_leaves_the_current_state(
    folder: Path, call: int, *, once: bool, error: int, refusal: type[StoreError]
) -> None:
    files = FaultyFiles(error=error, once=once)
    async with TinyStore.open(folder, files=files) as store:
        before = await held(store, "t1")
        files.break_at(call)
        with pytest.raises(refusal):
            await store.rewrite("t1", without_7)
        assert await held(store, "t1") == before
        # When the folder cannot be synced after the last rename, nor the old file be put back, a new
        # process finds the new state.
        if once or call < len(CALLS) - 1:
            assert await found_in(folder) == before
        assert not any(name.endswith(".new") for name in contents_of(folder))
        files.well()
        await put(store, "t1", chat("8"))
        assert await found_in(folder) == before
        await store.rewrite("t1", without_7)
        assert traces(folder) == set()
    await finish(folder)


@pytest.mark.parametrize("call", range(len(CALLS)))
async def test_killed_at_any_call(folder: Path, call: int) -> None:
    before, files = await found_in(folder), FaultyFiles()
    store = TinyStore.open(folder, files=files)
    files.break_at(call, fatal=True)
    with pytest.raises(Killed):
        await store.rewrite("t1", without_7)
    await store.close()
    assert await found_in(folder) == (before if call < len(CALLS) - 1 else DONE)
    await finish(folder)


@pytest.mark.parametrize("call", range(len(CALLS)))
async def test_killed_with_kill_9_at_any_call(folder: Path, call: int) -> None:
    before = await found_in(folder)
    command = [sys.executable, "-m", "tests.storage.rewriter", str(folder), str(call)]
    done = await asyncio.to_thread(subprocess.run, command, cwd=ROOT, check=False)
    assert done.returncode == -9
    assert await found_in(folder) == (before if call < len(CALLS) - 1 else DONE)
    await finish(folder)


class StubbornFiles(FaultyFiles):
    """Some of its files cannot be taken away."""

    stubborn = ""

    def unlink(self, path: Path) -> None:
        if self.stubborn and path.name.endswith(self.stubborn):
            raise PermissionError(errno.EACCES, "Permission denied")
        super().unlink(path)


@pytest.mark.parametrize("name", [".v1.json", ".json.new", "04.json"])
async def test_what_cannot_be_removed_is_not_passed_over(folder: Path, name: str) -> None:
    (folder / "backups/t1/2026-05-04.json").write_bytes(b"damaged")
    files = StubbornFiles()
    async with TinyStore.open(folder, files=files) as store:
        before, files.stubborn = await held(store, "t1"), name
        with pytest.raises(StoreError, match="Permission denied"):
            await store.rewrite("t1", without_7)
        assert await held(store, "t1") == await found_in(folder) == before
        files.stubborn = ""
        await store.rewrite("t1", without_7)
    assert traces(folder) == set()


async def test_a_file_that_could_not_be_removed_when_nothing_was_left_in_it(tmp_path: Path) -> None:
    files, file = StubbornFiles(), tmp_path / "councils/t1.json"
    async with TinyStore.open(tmp_path, files=files) as store:
        files.stubborn = file.name
        await put(store, "t1", chat("7", "sekret"))
        async with store.transaction("t1") as tx:
            tx.delete(Chat, "7")
        assert traces(tmp_path) != set()
        await store.rewrite("t1", without_7)
        assert traces(tmp_path) == set()
        files.stubborn = ""
        await store.rewrite("t1", without_7)
        assert list(contents_of(tmp_path)) == ["lock"]


class LyingFiles(FaultyFiles):
    """When told to, it writes something else than it was given."""

    lies = False

    def write(self, descriptor: int, data: bytes | memoryview) -> int:
        return super().write(descriptor, bytes(data).replace(b"Keld", b"Kell") if self.lies else data)


async def test_a_copy_that_cannot_be_read_again_does_not_take_its_place(folder: Path) -> None:
    before, files = contents_of(folder), LyingFiles()
    async with TinyStore.open(folder, files=files) as store:
        files.lies = True
        with pytest.raises(StoreDamaged, match="is not what was written"):
            await store.rewrite("t1", without_7)
        after = contents_of(folder)
        assert set(after) == {name for name in before if ".v1." not in name and ".new" not in name}
        assert all(after[name] == before[name] for name in after if name != "lock")
        files.lies = False
        await store.rewrite("t1", without_7)
    await finish(folder)


async def test_what_is_put_after_a_failure_is_not_lost(folder: Path) -> None:
    files = FaultyFiles()
    async with TinyStore.open(folder, files=files) as store:
        files.break_at(len(CALLS) - 1)
        with pytest.raises(StoreFull):
            await store.rewrite("t1", without_7)
        files.well()
        await put(store, "t1", chat("9"))
        async with store.transaction("t1") as tx:
            assert await tx.find(Chat) == [*OTHERS["chats"], chat("9")]
    assert (await found_in(folder))["memberships"] != OTHERS["memberships"]
    assert (await found_in(folder))["chats"] == [*OTHERS["chats"], chat("9")]
