"""Reading a document outside this process, so that none can harm it."""

import asyncio
import contextlib
import os
import signal
import sys
from collections.abc import AsyncIterator, Callable
from pathlib import Path

from council.records import Reading
from plans.errand import Said, Task, heard, put_together, written
from plans.limits import Limits
from plans.unreadable import Reason, UnreadableDocument

Progress = Callable[[int, int], None]
"""Is told on the event loop how many pages of how many have been read."""

_HOUSE = Path(__file__).resolve().parent.parent
_KEPT = ("PATH", "LANG", "LC_ALL", "SYSTEMROOT", "VIRTUAL_ENV")
_OUT_OF_TIME = {-signal.SIGKILL, -getattr(signal, "SIGXCPU", signal.SIGKILL)}
_OUT_OF_MEMORY = {
    -signal.SIGABRT,
    -signal.SIGSEGV,
    -signal.SIGTRAP,
}  # how PDFium ends when there is none left
_AT_ONCE = 2
_CHUNK = 64 * 1024  # bytes handed over at once; a pipe holds as many


class PlanReader:
    """Reads documents, each in a process of its own, a few `at_once`; the others wait their turn."""

    def __init__(self, limits: Limits | None = None, *, at_once: int = _AT_ONCE) -> None:
        self._limits = limits or Limits()
        self._turns = asyncio.Semaphore(at_once)

    async def read(
        self, data: bytes, name: str, *, year: int | None = None, progress: Progress | None = None
    ) -> Reading:
        """Read the plan in a document; without one the reading has no entries.

        Args:
            data: the document, of any form that `plans.sniff` knows.
            name: what the reading and its sources call it.
            year: the year that is meant where the document says none.
            progress: told of the pages of a PDF as they are read, not of each if they are read quickly.

        Raises:
            UnreadableDocument: with the reason.
        """
        if not data:
            raise UnreadableDocument(Reason.EMPTY)
        if len(data) > self._limits.size:
            raise UnreadableDocument(Reason.TOO_LARGE)
        async with self._turns:
            return await read_in_worker(data, Task(name, self._limits, year), progress)


async def read_in_worker(data: bytes, task: Task, progress: Progress | None = None) -> Reading:
    """Read one document in a process that ends with it, also when this is cancelled.

    Raises:
        UnreadableDocument: with the reason; DAMAGED too if the process broke down.
    """
    began = asyncio.get_running_loop().time()
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "plans.worker",
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.DEVNULL,
        cwd=_HOUSE,
        env=_environment(),
    )
    feeding = asyncio.create_task(_feed(process, written(task), data))
    pieces: list[Said] = []
    work = 0
    try:
        async with asyncio.timeout_at(began + task.limits.wall) as bell:
            async for said in _answers(process, task.limits):
                if said.work > work:
                    work = said.work
                    bell.reschedule(began + task.limits.wall_for(work))
                if said.pages:
                    _report(said, progress)
                pieces.append(said)
            await process.wait()
    except TimeoutError:
        raise UnreadableDocument(Reason.TOO_SLOW) from None
    finally:
        feeding.cancel()
        await _end(process)
    if process.returncode:
        raise UnreadableDocument(_broken_down(process.returncode))
    return put_together(pieces)


def _report(said: Said, progress: Progress | None) -> None:
    if progress:
        progress(said.page, said.pages)


async def _feed(process: asyncio.subprocess.Process, line: bytes, data: bytes) -> None:
    """Hand over the task and the document, piece by piece, so that others have their turns."""
    assert process.stdin is not None
    # A worker that has refused the document already is no longer listening.
    with contextlib.suppress(BrokenPipeError, ConnectionResetError):
        process.stdin.write(line)
        view = memoryview(data)
        for first in range(0, len(data), _CHUNK):
            process.stdin.write(view[first : first + _CHUNK])
            await process.stdin.drain()
        process.stdin.close()


async def _answers(process: asyncio.subprocess.Process, limits: Limits) -> AsyncIterator[Said]:
    """What the worker says; of pages that came together only the last.

    Raises:
        UnreadableDocument: TOO_LONG if it says too much; DAMAGED if it says what it should not.
    """
    assert process.stdout is not None
    rest, size = b"", 0
    while chunk := await process.stdout.read(_CHUNK):
        size += len(chunk)
        if size > limits.answer:
            raise UnreadableDocument(Reason.TOO_LONG)
        *lines, rest = (rest + chunk).split(b"\n")
        for at, line in enumerate(lines, start=1):
            said = heard(line)
            if not said.pages or at == len(lines) or said.page in {0, said.pages}:
                yield said


def _environment() -> dict[str, str]:
    """What the worker may know of ours: no tokens and no keys."""
    kept = {name: os.environ[name] for name in _KEPT if name in os.environ}
    return {**kept, "PYTHONDONTWRITEBYTECODE": "1", "PYTHONUTF8": "1"}


async def _end(process: asyncio.subprocess.Process) -> None:
    """See that the process is gone and leaves nothing behind: no zombie, no pipe that holds something."""
    assert process.stdin is not None
    assert process.stdout is not None
    if process.returncode is None:
        with contextlib.suppress(ProcessLookupError):
            process.kill()
    process.stdin.close()
    while await process.stdout.read(_CHUNK):
        pass
    await process.wait()


def _broken_down(code: int) -> Reason:
    if code in _OUT_OF_TIME:
        return Reason.TOO_SLOW
    return Reason.BOMB if code in _OUT_OF_MEMORY else Reason.DAMAGED
