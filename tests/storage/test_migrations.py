from pathlib import Path

import pytest

from council.ports import StoreError, StoreFull
from storage.migrations import Documents
from storage.tinydb_store import TinyStore
from tests.storage.kit import FaultyFiles, chat, held


def name_groups(tables: Documents) -> Documents:
    """Invented: version 2 calls the table `chats`, which version 1 called `groups`."""
    return {"chats" if name == "groups" else name: documents for name, documents in tables.items()}


def prefix_councils(tables: Documents) -> Documents:
    """Invented: version 3 spells ids of councils differently."""
    for document in tables.get("chats", {}).values():
        document["council_id"] = f"c-{document['council_id']}"
    return tables


STEPS = (name_groups, prefix_councils)
# The checksums are not computed here, so that a change of the format cannot go unnoticed.
OLD = (
    b'["dd96cf10",{"schema":1,"tables":{"groups":{"1":{"id":"1","council_id":"x"}}}}]\n'
    b'["7a13183d",[["groups","2",{"id":"2","council_id":"y"}],["groups","1",null]]]\n'
)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    (tmp_path / "councils").mkdir()
    file = tmp_path / "councils" / "t1.json"
    file.write_bytes(OLD)
    return file


def content(file: Path) -> bytes:
    return file.read_bytes()


async def test_an_older_file_is_brought_up_to_date_and_kept_beside(tmp_path: Path, file: Path) -> None:
    for _ in range(2):
        async with TinyStore.open(tmp_path, migrations=STEPS) as store:
            assert await held(store, "t1") == {"chats": [chat("2", "c-y")]}
            assert await store.tenants() == ["t1"]
    assert b'"schema":3' in content(file)
    assert content(file.with_name("t1.v1.json")) == OLD


async def test_an_older_file_can_be_changed_at_once(tmp_path: Path, file: Path) -> None:
    async with TinyStore.open(tmp_path, migrations=STEPS) as store, store.transaction("t1") as tx:
        tx.put(chat("3"))
    async with TinyStore.open(tmp_path, migrations=STEPS) as store:
        assert await held(store, "t1") == {"chats": [chat("2", "c-y"), chat("3")]}
    assert content(file.with_name("t1.v1.json")) == OLD


async def test_a_newer_file_is_refused_and_left_alone(tmp_path: Path, file: Path) -> None:
    async with TinyStore.open(tmp_path, migrations=STEPS) as store:
        await held(store, "t1")
    newer = content(file)
    async with TinyStore.open(tmp_path) as store:
        with pytest.raises(StoreError, match=r"t1\.json is newer than this program: it is of version 3"):
            await held(store, "t1")
    assert content(file) == newer


@pytest.mark.parametrize("call", range(8))
async def test_no_room_to_bring_it_up_to_date_leaves_it_as_it_was(
    tmp_path: Path, file: Path, call: int
) -> None:
    files = FaultyFiles()
    async with TinyStore.open(tmp_path, files=files, migrations=STEPS) as store:
        files.break_at(call)
        with pytest.raises(StoreFull):
            await held(store, "t1")
        assert content(file) == OLD or b'"schema":3' in content(file)
        files.well()
        assert await held(store, "t1") == {"chats": [chat("2", "c-y")]}
