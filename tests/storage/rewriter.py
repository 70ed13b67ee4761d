"""A process that forgets person 7 and kills itself before its n-th call: `rewriter.py FOLDER N`."""

import asyncio
import os
import signal
import sys
from pathlib import Path

from storage.files import Files
from storage.tinydb_store import TinyStore
from tests.storage.forgetting import without_7


class DeadlyFiles(Files):
    """So many calls it has left; the one after those is its death, a write in the middle."""

    def __init__(self, left: int) -> None:
        self.left = left

    def write(self, descriptor: int, data: bytes | memoryview) -> int:
        if not self.left:
            super().write(descriptor, data[: len(data) // 2])
        self._live()
        return super().write(descriptor, data)

    def fsync(self, descriptor: int) -> None:
        self._live()
        super().fsync(descriptor)

    def replace(self, source: Path, target: Path) -> None:
        self._live()
        super().replace(source, target)

    def unlink(self, path: Path) -> None:
        self._live()
        super().unlink(path)

    def _live(self) -> None:
        if not self.left:
            os.kill(os.getpid(), signal.SIGKILL)
        self.left -= 1


async def main(folder: str, left: int) -> None:
    async with TinyStore.open(folder, files=DeadlyFiles(left)) as store:
        await store.rewrite("t1", without_7)


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1], int(sys.argv[2])))
