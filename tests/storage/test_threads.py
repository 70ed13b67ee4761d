import asyncio
import threading

import pytest

from storage.threads import Threads


async def test_who_starts_a_work_is_told_on_the_loop_what_went_wrong() -> None:
    threads, told = Threads(1), asyncio.Queue[tuple[BaseException | None, threading.Thread]]()
    error = LookupError()

    def work() -> None:
        raise error

    def tell(found: BaseException | None) -> None:
        told.put_nowait((found, threading.current_thread()))

    threads.start(work, tell)
    threads.start(lambda: None, tell)
    assert [await told.get() for _ in range(2)] == [
        (error, threading.main_thread()),
        (None, threading.main_thread()),
    ]
    threads.close()


async def test_who_is_cancelled_waits_for_the_end_and_hears_what_went_wrong() -> None:
    threads, go, begun = Threads(1), threading.Event(), threading.Event()

    def work() -> None:
        begun.set()
        assert go.wait(10)
        raise LookupError

    task = asyncio.create_task(threads.run(work))
    await asyncio.to_thread(begun.wait)
    task.cancel()
    await asyncio.sleep(0)
    assert not task.done()
    go.set()
    with pytest.raises(asyncio.CancelledError) as raised:
        await task
    assert isinstance(raised.value.__cause__, LookupError)
    threads.close()
