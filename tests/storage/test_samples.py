"""Files of earlier versions, kept here as somebody has them on a disk. They stay as they are.

If a test here fails, a record lost a field, got one without a default, or was renamed: people's files would
no longer open, or would lose what they hold. Add a step to `storage/migrations.py` (and a sample of the new
version); don't write the sample anew.
"""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from storage.migrations import MIGRATIONS, current
from storage.tables import BY_TABLE
from storage.tinydb_store import TinyStore

SAMPLES = Path(__file__).with_name("samples")


def tables_in(file: Path) -> dict[str, dict[str, Any]]:
    _, snapshot = json.loads(file.read_bytes())
    return dict(snapshot["tables"])


def within(less: Any, more: Any) -> bool:  # noqa: ANN401 - any JSON value
    """Whether nothing is lost: the other may have fields in addition."""
    if isinstance(less, dict):
        return all(key in more and within(value, more[key]) for key, value in less.items())
    if isinstance(less, list):
        return len(less) == len(more) and all(map(within, less, more))
    return bool(less == more)


async def opened(sample: Path, folder: Path) -> dict[str, dict[str, Any]]:
    """What is found in it today."""
    (folder / "councils").mkdir()
    shutil.copy(sample, folder / "councils" / "c1.json")
    async with TinyStore.open(folder) as store, store.transaction("c1") as tx:
        await tx.find(BY_TABLE["councils"].kind)
        db = store._tenants["c1"].db
        assert db is not None
        return {name: {doc["id"]: dict(doc) for doc in db.table(name)} for name in BY_TABLE}


@pytest.mark.parametrize("sample", sorted(SAMPLES.glob("*.json")), ids=lambda sample: sample.stem)
async def test_a_file_of_every_version_opens(sample: Path, tmp_path: Path) -> None:
    found = await opened(sample, tmp_path)
    assert sum(map(len, found.values())) > 0
    if sample.stem == f"v{current(MIGRATIONS)}":
        assert within(tables_in(sample), found)


def test_there_is_a_sample_of_every_version() -> None:
    assert {path.stem for path in SAMPLES.iterdir()} == {f"v{n + 1}" for n in range(current(MIGRATIONS))}


async def test_questions_of_version_1_are_put_aside_with_nothing_else(tmp_path: Path) -> None:
    found = await opened(SAMPLES / "v1.json", tmp_path)
    [before] = tables_in(SAMPLES / "v1.json")["proposals"].values()
    [after] = found["proposals"].values()
    [entry] = before["reading"]["entries"]
    assert entry.pop("questions") == ["Hvilket år?"]
    assert within(before, after)
