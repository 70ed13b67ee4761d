"""The few calls with which files are changed, and what is made of their failing."""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from council.ports import StoreError, StoreFull

_NO_ROOM = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_NEW = ".new"


class Files:
    """The operating system's calls; tests hand in ones that fail."""

    def write(self, descriptor: int, data: bytes | memoryview) -> int:
        """Write some of it; returns how many bytes."""
        return os.write(descriptor, data)

    def fsync(self, descriptor: int) -> None:
        """Return when it is on the disk."""
        os.fsync(descriptor)

    def truncate(self, descriptor: int, size: int) -> None:
        """Cut it to this many bytes."""
        os.ftruncate(descriptor, size)

    def replace(self, source: Path, target: Path) -> None:
        """Put one file in the place of another, in one step."""
        source.replace(target)

    def unlink(self, path: Path) -> None:
        """Take a file away."""
        path.unlink()


def write_all(files: Files, descriptor: int, data: bytes) -> None:
    """Write all of it: one call may take only a part."""
    rest = memoryview(data)
    while rest:
        written = files.write(descriptor, rest)
        if not written:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        rest = rest[written:]


def beside(path: Path) -> Path:
    """Where a file is written before it takes its place."""
    return path.with_name(path.name + _NEW)


def write_beside(files: Files, path: Path, data: bytes) -> int:
    """Write the file's successor beside it, durably; returns its open descriptor, for appending.

    Raises:
        OSError: it could not; nothing is left of it.
    """
    new = beside(path)
    descriptor = os.open(new, os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND | os.O_CLOEXEC, 0o600)
    try:
        write_all(files, descriptor, data)
        files.fsync(descriptor)
    except BaseException:
        discard(files, new, descriptor)
        raise
    return descriptor


def discard(files: Files, path: Path, descriptor: int) -> None:
    """Close a file and take it away, if that can be done."""
    os.close(descriptor)
    with suppress(OSError):
        files.unlink(path)


def write_whole(files: Files, path: Path, data: bytes) -> None:
    """Write a file in one step: afterwards it is all there, or what was there before."""
    os.close(write_beside(files, path, data))
    take_place(files, path)


def take_place(files: Files, path: Path) -> None:
    """Let the successor that was written beside it be the file."""
    try:
        files.replace(beside(path), path)
    except OSError:
        with suppress(OSError):
            files.unlink(beside(path))
        raise
    sync_folder(files, path.parent)


def sync_folder(files: Files, folder: Path) -> None:
    """Make durable which files it has: a rename alone may be lost with the power."""
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        files.fsync(descriptor)
    finally:
        os.close(descriptor)


def make_folder(path: Path) -> Path:
    """The folder, made if it was not there."""
    path.mkdir(mode=0o700, parents=True, exist_ok=True)
    return path


def sweep(folder: Path) -> None:
    """Take away what a killed process left half-written, if that can be done."""
    for left in folder.glob(f"*{_NEW}"):
        with suppress(OSError):
            left.unlink()


@contextmanager
def reported(path: Path) -> Iterator[None]:
    """Turn failing calls into what the port promises.

    Raises:
        StoreFull: there is no room.
        StoreError: the system refused for another reason.
    """
    try:
        yield
    except OSError as error:
        if error.errno in _NO_ROOM:
            raise StoreFull(
                f"No room is left on the disk for {path}. Nothing was changed; make room."
            ) from error
        raise StoreError(f"{path} cannot be written ({error.strerror}). Nothing was changed.") from error
