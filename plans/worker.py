"""The process that reads one document: `python -m plans.worker`. What it is told and says: `plans.errand`.

The limits are set before the first byte of the document is read. Time for work is given by the page, as
soon as it is known how many there are.
"""

import contextlib
import sys
from collections.abc import Callable, Iterator
from typing import BinaryIO

import msgspec

from plans.errand import Said, Task, told, written
from plans.extract import extract
from plans.extract_pdf import extract_pdf
from plans.extracted import Extracted
from plans.limits import Limits
from plans.reader import read_document
from plans.sniff import Form, form_of
from plans.unreadable import Reason, UnreadableDocument

_ROWS = 50  # are as much work as a page, in documents that have none


def main() -> None:
    """Read one document and stop."""
    task = msgspec.json.decode(sys.stdin.buffer.readline(), type=Task)
    confine(task.limits)
    for said in work(task, sys.stdin.buffer, _say):
        _say(said)


def _say(said: Said) -> None:
    sys.stdout.buffer.write(written(said))
    sys.stdout.buffer.flush()


def work(task: Task, stream: BinaryIO, say: Callable[[Said], None]) -> Iterator[Said]:
    """The answer for the document that the stream holds; what is heard of it meanwhile is said at once."""
    try:
        document = _extracted(stream.read(task.limits.size + 1), task.limits, say)
        amount = len(document.rows) // _ROWS
        allow(task.limits, amount)
        say(Said(work=amount))
        yield from told(read_document(document, name=task.name, year=task.year))
    except UnreadableDocument as refusal:
        yield Said(refused=refusal.reason)
    except MemoryError:
        yield Said(refused=Reason.BOMB)


def _extracted(data: bytes, limits: Limits, say: Callable[[Said], None]) -> Extracted:
    """The rows of a document; a PDF is reported on page by page."""

    def heard(page: int, pages: int) -> None:
        if not page:
            allow(limits, pages)
        say(Said(page=page, pages=pages, work=0 if page else pages))

    if len(data) <= limits.size and form_of(data) is Form.PDF:
        return extract_pdf(data, limits, heard)
    return extract(data, limits)


def confine(limits: Limits) -> None:
    """Bound this process: memory, CPU time, no files written, no core dumps."""
    if sys.platform == "win32":  # there the parent's time-out alone holds
        return
    import resource  # noqa: PLC0415  # not on Windows

    bounds = {
        resource.RLIMIT_AS: (limits.memory, limits.memory),
        resource.RLIMIT_CPU: (limits.cpu_for(0), limits.cpu_for(limits.pages)),
        resource.RLIMIT_FSIZE: (0, 0),
        resource.RLIMIT_CORE: (0, 0),
    }
    for what, (now, at_most) in bounds.items():
        # macOS refuses some of them; the others still hold.
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(what, (now, at_most))


def allow(limits: Limits, pages: int) -> None:
    """Give the CPU time for so many pages, if it is more than was given."""
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415  # not on Windows

    now, at_most = resource.getrlimit(resource.RLIMIT_CPU)
    wanted = min(limits.cpu_for(pages), at_most)
    # Unbounded is where nothing was confined: in tests, within their own process.
    if resource.RLIM_INFINITY not in {now, at_most} and wanted > now:
        resource.setrlimit(resource.RLIMIT_CPU, (wanted, at_most))


if __name__ == "__main__":
    main()
