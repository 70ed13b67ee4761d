"""One process per data folder: two would each write over what the other does not know."""

import fcntl
import os
from contextlib import suppress
from pathlib import Path

from council.ports import StoreInUse


def lock_folder(folder: Path) -> int:
    """Take the folder; returns the descriptor that holds it until it is closed or the process ends.

    Raises:
        StoreInUse: another process holds it.
    """
    path = folder / "lock"
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        holder = os.pread(descriptor, 32, 0).decode("ascii", "replace").strip() or "unknown"
        os.close(descriptor)
        raise StoreInUse(
            f"Another process (number {holder}) works on {folder}. Stop it, or choose another folder."
        ) from None
    _sign(descriptor)
    return descriptor


def _sign(descriptor: int) -> None:
    """Write who holds it, for the message alone: a full disk must not keep the bot from starting."""
    with suppress(OSError):
        os.ftruncate(descriptor, 0)
        os.pwrite(descriptor, f"{os.getpid()}\n".encode("ascii"), 0)
