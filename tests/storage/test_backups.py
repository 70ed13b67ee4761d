import errno
import json
from datetime import timedelta
from pathlib import Path

import pytest

from council.ports import StoreFull
from storage.backups import newest_good
from storage.migrations import MIGRATIONS, current
from storage.tinydb_store import TinyStore
from tests.storage.kit import NOW, FaultyFiles, chat, notice


async def fill(store: TinyStore, *keys: str) -> None:
    async with store.transaction("t1") as tx:
        for key in keys:
            tx.put(chat(key))


def names(path: Path) -> list[str]:
    return sorted(str(found.relative_to(path / "backups")) for found in path.glob("backups/*/*"))


def content(path: Path) -> bytes:
    return path.read_bytes()


async def test_a_backup_is_one_line_of_json_with_everything(tmp_path: Path) -> None:
    async with TinyStore.open(tmp_path) as store:
        await fill(store, "1", "2")
        async with store.transaction("t1") as tx:
            tx.put(notice("n"))
        await store.backup(NOW)
    [line] = content(tmp_path / "backups/t1/2026-05-04.json").splitlines()
    _, snapshot = json.loads(line)
    assert snapshot["schema"] == current(MIGRATIONS)
    assert list(snapshot["tables"]["chats"]) == ["1", "2"]
    assert snapshot["tables"]["notices"]["n"]["created"] == "2026-05-04T03:02:01Z"


async def test_old_ones_are_dropped_and_the_day_is_that_of_utc(tmp_path: Path) -> None:
    async with TinyStore.open(tmp_path) as store:
        await fill(store, "1")
        for days in range(4):
            assert await store.backup(NOW + timedelta(days=days), keep=2) == {}
    assert names(tmp_path) == ["t1/2026-05-06.json", "t1/2026-05-07.json"]


async def test_a_second_one_on_a_day_takes_the_place_of_the_first(tmp_path: Path) -> None:
    async with TinyStore.open(tmp_path) as store:
        await fill(store, "1")
        await store.backup(NOW)
        await fill(store, "2")
        await store.backup(NOW)
    assert names(tmp_path) == ["t1/2026-05-04.json"]
    assert b'"2"' in content(tmp_path / "backups/t1/2026-05-04.json")


@pytest.mark.parametrize("call", range(4))  # write, fsync, replace, fsync of the folder
async def test_no_room_keeps_the_earlier_ones_and_leaves_no_half_one(tmp_path: Path, call: int) -> None:
    files = FaultyFiles(error=errno.ENOSPC)
    async with TinyStore.open(tmp_path, files=files) as store:
        await fill(store, "1")
        await store.backup(NOW, keep=1)
        before = content(tmp_path / "backups/t1/2026-05-04.json")
        files.break_at(call)
        problems = await store.backup(NOW + timedelta(days=1), keep=1)
        assert isinstance(problems["t1"], StoreFull)
        assert content(tmp_path / "backups/t1/2026-05-04.json") == before
        assert not list_new(tmp_path)
        files.well()
        await fill(store, "2")
        assert await store.backup(NOW + timedelta(days=1), keep=1) == {}
    assert names(tmp_path) == ["t1/2026-05-05.json"]


def list_new(path: Path) -> list[Path]:
    return list(path.rglob("*.new"))


class LyingFiles(FaultyFiles):
    """Says that it wrote what it was given, but when told to writes something else."""

    lies = False

    def write(self, descriptor: int, data: bytes | memoryview) -> int:
        return super().write(descriptor, bytes(data).replace(b'"x"', b'"y"') if self.lies else data)


async def test_a_backup_that_cannot_be_read_again_does_not_count(tmp_path: Path) -> None:
    files = LyingFiles()
    async with TinyStore.open(tmp_path, files=files) as store:
        await fill(store, "1")
        files.lies = True
        problems = await store.backup(NOW)
    assert "is not what was written" in str(problems["t1"])
    assert names(tmp_path) == []


async def test_at_least_one_is_kept(tmp_path: Path) -> None:
    async with TinyStore.open(tmp_path) as store:
        with pytest.raises(ValueError, match="at least one"):
            await store.backup(NOW, keep=0)


def test_without_backups_none_is_the_newest(tmp_path: Path) -> None:
    assert newest_good(tmp_path / "never there", ()) is None
