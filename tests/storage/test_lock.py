import os
import subprocess
import sys
from pathlib import Path

import pytest

from council.ports import StoreInUse
from storage.lock import lock_folder

HOLD = """
import sys
from pathlib import Path
from storage.lock import lock_folder
lock_folder(Path(sys.argv[1]))
print("held", flush=True)
sys.stdin.read()
"""


def test_another_process_is_named_and_killing_it_frees_the_folder(tmp_path: Path) -> None:
    command = [sys.executable, "-c", HOLD, str(tmp_path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == b"held\n"
        with pytest.raises(StoreInUse, match=rf"Another process \(number {holder.pid}\) works on {tmp_path}"):
            lock_folder(tmp_path)
        holder.kill()
    os.close(lock_folder(tmp_path))


def test_a_lock_without_a_number_still_holds(tmp_path: Path) -> None:
    held = lock_folder(tmp_path)
    os.ftruncate(held, 0)
    with pytest.raises(StoreInUse, match="number unknown"):
        lock_folder(tmp_path)
    os.close(held)
