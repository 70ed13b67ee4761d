"""Where files are worked on: the event loop waits for no disk."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

T = TypeVar("T")


class Threads:
    """So many works at a time at most."""

    def __init__(self, most: int) -> None:
        self._pool = ThreadPoolExecutor(most, thread_name_prefix="store")

    def start(self, work: Callable[[], None], then: Callable[[BaseException | None], None]) -> None:
        """Do it; `then` is called on the event loop with what went wrong (None: nothing)."""
        loop = asyncio.get_running_loop()

        def done() -> None:
            loop.call_soon_threadsafe(then, _done(work))

        self._pool.submit(done)

    async def run(self, work: Callable[[], T]) -> T:
        """Do it; who is cancelled waits for its end, as nobody can stop it."""
        future = asyncio.get_running_loop().run_in_executor(self._pool, work)
        cancelled = await held_out(future)
        if cancelled:
            raise cancelled from future.exception()
        return future.result()

    def close(self) -> None:
        """Wait for the end of all works."""
        self._pool.shutdown()


async def held_out(future: asyncio.Future[T]) -> asyncio.CancelledError | None:
    """Wait until it is done, also when cancelled; returns the cancellation, which is still to be raised."""
    cancelled = None
    while not future.done():
        try:
            await asyncio.wait([future])
        except asyncio.CancelledError as error:
            cancelled = error
    return cancelled


def _done(work: Callable[[], None]) -> BaseException | None:
    try:
        work()
    except BaseException as error:  # noqa: BLE001 - whatever it is, somebody is waiting to be told
        return error
    return None
