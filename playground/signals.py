"""Waiting for something to happen, without polling."""

from __future__ import annotations

import asyncio
from collections.abc import Callable


class Signal:
    """Wakes everybody who waits, each time something happens; ``times`` counts how often."""

    def __init__(self) -> None:
        self.times = 0
        self._waiting: set[asyncio.Future[None]] = set()

    def notify(self) -> None:
        """Something happened."""
        self.times += 1
        for future in self._waiting:
            if not future.done():
                future.set_result(None)
        self._waiting.clear()

    async def wait(self) -> None:
        """Until the next `notify`."""
        future = asyncio.get_running_loop().create_future()
        self._waiting.add(future)
        try:
            await future
        finally:
            self._waiting.discard(future)

    async def until(self, predicate: Callable[[], object], timeout: float) -> bool:  # noqa: ASYNC109 - callers read better
        """Whether ``predicate`` came true within ``timeout`` seconds; asked after each event."""
        try:
            async with asyncio.timeout(timeout):
                while not predicate():
                    await self.wait()
        except TimeoutError:
            return bool(predicate())
        return True
