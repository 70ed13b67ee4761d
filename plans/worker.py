"""The process that reads one document: `python -m plans.worker`.

On standard input comes one line of JSON (the name of the document and the limits), then its bytes; on
standard output goes one JSON object, the reading or the reason why there is none. The limits are set
before the first byte of the document is read.
"""

import contextlib
import sys
from dataclasses import dataclass
from typing import BinaryIO

import msgspec

from council.records import Reading
from plans.extract import extract
from plans.limits import Limits
from plans.reader import read_document
from plans.unreadable import Reason, UnreadableDocument


@dataclass(frozen=True, slots=True)
class Task:
    """What the worker is told."""

    name: str
    limits: Limits
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """What it answers: one of the two."""

    reading: Reading | None = None
    refused: Reason | None = None


def main() -> None:
    """Read one document and stop."""
    task = msgspec.json.decode(sys.stdin.buffer.readline(), type=Task)
    confine(task.limits)
    answer = work(task, sys.stdin.buffer)
    sys.stdout.buffer.write(msgspec.json.encode(answer))


def work(task: Task, stream: BinaryIO) -> Answer:
    """The answer for the document that the stream holds."""
    try:
        data = stream.read(task.limits.size + 1)
        return Answer(reading=read_document(extract(data, task.limits), name=task.name, year=task.year))
    except UnreadableDocument as refusal:
        return Answer(refused=refusal.reason)
    except MemoryError:
        return Answer(refused=Reason.BOMB)


def confine(limits: Limits) -> None:
    """Bound this process: memory, CPU time, no files written, no core dumps."""
    if sys.platform == "win32":  # there the parent's time-out alone holds
        return
    import resource  # noqa: PLC0415  # not on Windows

    bounds = {
        resource.RLIMIT_AS: limits.memory,
        resource.RLIMIT_CPU: limits.cpu,
        resource.RLIMIT_FSIZE: 0,
        resource.RLIMIT_CORE: 0,
    }
    for what, most in bounds.items():
        # macOS refuses some of them; the others still hold.
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(what, (most, most))


if __name__ == "__main__":
    main()
