"""Documents of a hundred pages: how quickly they are read, in how much memory, and who waits meanwhile.

Each is read in a process of its own, as the bot does it, while a task on the event loop asks for its turn
every two milliseconds. Beside it: the bare text of the same file, taken by PDFium in this process in the
same run; what the whole reading costs is said as a ratio to it. Memory is the most that the worker had at
once (Linux; elsewhere not a number).

    minutes   close text, a plan in a table on every thirtieth page, the ninetieth among them
    tables    a ruled table on every page, with bullets and pieces of HTML in its cells
    prose     close text with months in most lines, and no plan
    drawings  a table under a map of some thousand strokes, on every page
"""

import asyncio
import contextlib
import os
from collections.abc import Iterator
from pathlib import Path
from time import perf_counter

import pypdfium2
from pdf_documents import DOCUMENTS, written

from council.records import Reading
from plans.bounded import PlanReader
from plans.unreadable import UnreadableDocument

PAGES = 100
TICK = 0.002
PROC = Path("/proc")


def bare(data: bytes) -> float:
    """Seconds for nothing but the text."""
    start = perf_counter()
    document = pypdfium2.PdfDocument(data)
    for page in document:
        page.get_textpage().get_text_range()
    document.close()
    return perf_counter() - start


def worker_memory() -> float:
    """The most memory in megabytes that a process started by this one has had; 0 if there is none now."""
    most = 0.0 if PROC.exists() else float("nan")
    for status in PROC.glob("[0-9]*/status"):
        with contextlib.suppress(OSError, ValueError):  # it ended meanwhile
            told = dict(line.split(":", 1) for line in status.read_text().splitlines() if ":" in line)
            if int(told["PPid"]) == os.getpid() and "VmHWM" in told:
                most = max(most, int(told["VmHWM"].split()[0]) / 1024)
    return most


class Watch:
    """Looks at the event loop and at the worker while a document is read."""

    def __init__(self) -> None:
        self.slowest = 0.0
        self.memory = 0.0

    async def turns(self) -> None:
        """Ask for a turn again and again."""
        while True:
            start = perf_counter()
            await asyncio.sleep(TICK)
            self.slowest = max(self.slowest, perf_counter() - start - TICK)

    async def looks(self) -> None:
        """Look at the worker from beside the loop."""
        while True:
            self.memory = max(self.memory, await asyncio.to_thread(worker_memory))
            await asyncio.sleep(0.05)


@contextlib.contextmanager
def watching() -> Iterator[Watch]:
    watch = Watch()
    tasks = [asyncio.create_task(watch.turns()), asyncio.create_task(watch.looks())]
    try:
        yield watch
    finally:
        for task in tasks:
            task.cancel()


async def measure(name: str) -> str:
    """One line of the table."""
    data = written(list(DOCUMENTS[name](PAGES)))
    text = bare(data)
    start, reading, laid_out = perf_counter(), Reading(name), 0.0

    def progress(page: int, pages: int) -> None:
        nonlocal laid_out
        if page == pages:
            laid_out = perf_counter() - start

    with watching() as watch:
        try:
            reading = await PlanReader().read(data, name, progress=progress)
            outcome = f"{len(reading.entries):7}"
        except UnreadableDocument as refusal:
            outcome = refusal.reason.value
    seconds = perf_counter() - start
    return (
        f"{name:9} {seconds:8.2f} {PAGES / seconds:8.0f} {PAGES / laid_out:9.0f} {PAGES / text:8.0f} "
        f"{seconds / text:7.0f} {watch.memory:6.0f} {watch.slowest * 1000:11.1f} {outcome:>7}"
    )


async def main() -> None:
    print("          seconds  pages/s  laid out     bare  x bare     MB  slowest ms  entries")
    for name in DOCUMENTS:
        print(await measure(name), flush=True)


if __name__ == "__main__":
    asyncio.run(main())
