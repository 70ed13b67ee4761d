"""Reading a document outside this process, so that none can harm it."""

import asyncio
import contextlib
import os
import signal
import sys
from pathlib import Path

import msgspec

from council.records import Reading
from plans.limits import Limits
from plans.unreadable import Reason, UnreadableDocument
from plans.worker import Answer, Task

_HOUSE = Path(__file__).resolve().parent.parent
_KEPT = ("PATH", "LANG", "LC_ALL", "SYSTEMROOT", "VIRTUAL_ENV")
_OUT_OF_TIME = {-signal.SIGKILL, -getattr(signal, "SIGXCPU", signal.SIGKILL)}
_OUT_OF_MEMORY = {-signal.SIGABRT, -signal.SIGSEGV}  # how PDFium ends when there is none left
_AT_ONCE = 2


class PlanReader:
    """Reads documents, each in a process of its own, a few `at_once`; the others wait their turn."""

    def __init__(self, limits: Limits | None = None, *, at_once: int = _AT_ONCE) -> None:
        self._limits = limits or Limits()
        self._turns = asyncio.Semaphore(at_once)

    async def read(self, data: bytes, name: str, *, year: int | None = None) -> Reading:
        """Read the plan in a document; without one the reading has no entries.

        Args:
            data: the document: PDF, Word (.docx) or text.
            name: what the reading and its sources call it.
            year: the year that is meant where the document says none.

        Raises:
            UnreadableDocument: with the reason.
        """
        if not data:
            raise UnreadableDocument(Reason.EMPTY)
        if len(data) > self._limits.size:
            raise UnreadableDocument(Reason.TOO_LARGE)
        async with self._turns:
            return await read_in_worker(data, Task(name, self._limits, year))


async def read_in_worker(data: bytes, task: Task) -> Reading:
    """Read one document in a process that ends with it, also when this is cancelled.

    Raises:
        UnreadableDocument: with the reason; DAMAGED too if the process broke down.
    """
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
    line = msgspec.json.encode(task) + b"\n"
    try:
        async with asyncio.timeout(task.limits.wall):
            answer, _ = await process.communicate(line + data)
    except TimeoutError:
        raise UnreadableDocument(Reason.TOO_SLOW) from None
    finally:
        await _end(process)
    return _reading(answer, process.returncode)


def _environment() -> dict[str, str]:
    """What the worker may know of ours: no tokens and no keys."""
    kept = {name: os.environ[name] for name in _KEPT if name in os.environ}
    return {**kept, "PYTHONDONTWRITEBYTECODE": "1", "PYTHONUTF8": "1"}


async def _end(process: asyncio.subprocess.Process) -> None:
    """See that the process is gone and leaves nothing behind."""
    if process.returncode is None:
        with contextlib.suppress(ProcessLookupError):
            process.kill()
        await process.wait()


def _reading(answer: bytes, code: int | None) -> Reading:
    if code:
        raise UnreadableDocument(_broken_down(code))
    said = msgspec.json.decode(answer, type=Answer)
    if said.reading is None:
        raise UnreadableDocument(said.refused or Reason.DAMAGED)
    return said.reading


def _broken_down(code: int) -> Reason:
    if code in _OUT_OF_TIME:
        return Reason.TOO_SLOW
    return Reason.BOMB if code in _OUT_OF_MEMORY else Reason.DAMAGED
