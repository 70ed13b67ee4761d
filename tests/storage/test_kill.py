import random
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from council.records import Activity
from storage.tinydb_store import TinyStore

WRITER = Path(__file__).with_name("writer.py")


def killed_while_writing(folder: Path, at_once: int, chance: random.Random) -> list[int]:
    """Run a writer, kill it at some moment; returns the numbers that it said were saved."""
    command = [sys.executable, str(WRITER), str(folder), str(at_once)]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as writer:
        assert writer.stdout is not None
        lines = [writer.stdout.readline()]
        killer = threading.Timer(chance.uniform(0, 0.05), writer.kill)
        killer.start()
        lines += writer.stdout.readlines()
        killer.join()
    assert writer.returncode == -9
    return [int(line) for line in lines if line.endswith(b"\n")]


@pytest.mark.parametrize("at_once", [1, 3, 30])
@pytest.mark.parametrize("seed", range(4))
async def test_what_was_acknowledged_survives_kill_9(tmp_path: Path, seed: int, at_once: int) -> None:
    chance, first = random.Random(seed), 0
    for _ in range(2):
        said = killed_while_writing(tmp_path, at_once, chance)
        async with TinyStore.open(tmp_path) as store, store.transaction("t1") as tx:
            kept = [record.id for record in await tx.find(Activity)]
            last = await tx.get(Activity, "last")
        assert last is not None
        assert said == list(range(first, first + len(said)))
        # Some more may be saved that nobody was told of: each task waits for one at most.
        assert int(last.name) - said[-1] in range(at_once + 1)
        first = int(last.name) + 1
        assert kept == ["a0", "last", "b0", *(f"{x}{n}" for n in range(1, first) for x in "ab")]
