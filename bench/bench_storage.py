"""What one small, durable change costs, by what the council holds; beside it the least it can cost.

Prints the median time of: one record put in a transaction; some found by an index; the first three of
those that match, their number and a rank among them, by how many match; the floor (200 bytes appended and
synced to the disk, inline and from a thread); what one put costs when many come at once; and stock
TinyDB's `insert`. Then how long the event loop is held up while a large council is opened, written anew
and backed up. Ratios within one run are what counts: disks differ.
"""

import asyncio
import os
import statistics
import tempfile
import time
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from tinydb import TinyDB

from council.notice import Notice
from council.ports import Transaction
from council.records import PlanEntry
from council.when import When
from storage.tinydb_store import TinyStore

SIZES = (100, 1_000, 10_000)
ROUNDS = 400
AT_ONCE = (1, 16, 256)
STOCK_SECONDS = 3.0
NOW = datetime(2026, 5, 4, tzinfo=UTC)
Work = Callable[[int], Awaitable[None]]
Question = Callable[[Transaction], Awaitable[object]]


def entry(number: int, activity_id: str = "") -> PlanEntry:
    return PlanEntry(
        id=f"e{number}",
        title="Netværksmøde med de frivillige",
        when=When("2026-06?", "Juni?"),
        created=NOW,
        changed=NOW,
        activity_id=activity_id or f"a{number // 10}",
        revision=number,
    )


async def medians(works: dict[str, Work]) -> dict[str, float]:
    """Microseconds each; all take turns, so that what else the machine does meets them alike."""
    times: dict[str, list[float]] = {name: [] for name in works}
    for number in range(ROUNDS):
        for name, work in works.items():
            start = time.perf_counter()
            await work(number)
            times[name].append(time.perf_counter() - start)
    return {name: statistics.median(taken) * 1e6 for name, taken in times.items()}


async def fill(store: TinyStore, tenant: str, size: int) -> None:
    async with store.transaction(tenant) as tx:
        for number in range(size):
            tx.put(entry(number))


def changes(store: TinyStore, size: int) -> dict[str, Work]:
    tenant = f"t{size}"

    async def put(number: int) -> None:
        async with store.transaction(tenant) as tx:
            tx.put(entry(number * 7919 % size))

    async def find(number: int) -> None:
        async with store.transaction(tenant) as tx:
            await tx.find(PlanEntry, activity_id=f"a{number % (size // 10)}")
            await tx.find(Notice, state="waiting")

    return {f"put, {size:>6,} records kept": put, f"find, {size:>6,} records kept": find}


QUESTIONS: dict[str, Question] = {
    "first three": lambda tx: tx.find(PlanEntry, at_most=3, activity_id="queue"),
    "count": lambda tx: tx.count(PlanEntry, activity_id="queue"),
    "rank": lambda tx: tx.rank(PlanEntry, "e7", activity_id="queue"),
}


async def asked(store: TinyStore, tenant: str, ask: Question, _: int) -> None:
    async with store.transaction(tenant) as tx:
        await ask(tx)


async def queues(store: TinyStore, kept: int) -> dict[str, Work]:
    """Questions of a tap, where 10 of so many match, and where all do."""
    works: dict[str, Work] = {}
    for matching in (10, kept):
        async with store.transaction(f"q{matching}") as tx:
            for number in range(kept):
                tx.put(entry(number, "queue" if number < matching else "other"))
        for name, ask in QUESTIONS.items():
            works[f"{name}, {matching:>6,} match"] = partial(asked, store, f"q{matching}", ask)
    return works


async def crowds(store: TinyStore) -> dict[str, float]:
    """Microseconds for each of so many puts on one tenant at once."""

    async def put(number: int) -> None:
        async with store.transaction("crowd") as tx:
            tx.put(entry(number))

    found: dict[str, float] = {}
    for many in AT_ONCE:
        times = []
        for _ in range(max(10, ROUNDS // many)):
            start = time.perf_counter()
            await asyncio.gather(*map(put, range(many)))
            times.append(time.perf_counter() - start)
        found[f"put, {many:>3} at once, each"] = statistics.median(times) / many * 1e6
    return found


def floors(folder: str) -> tuple[int, dict[str, Work]]:
    descriptor = os.open(Path(folder, "floor"), os.O_CREAT | os.O_WRONLY | os.O_APPEND)

    def append() -> None:
        os.write(descriptor, b"x" * 200)
        os.fsync(descriptor)

    async def inline(_: int) -> None:
        append()

    async def thread(_: int) -> None:
        await asyncio.to_thread(append)

    return descriptor, {"floor: 200 bytes + fsync": inline, "floor, from a thread": thread}


def stock(folder: str, size: int) -> float:
    """Microseconds of one insert with TinyDB as it comes."""
    with TinyDB(Path(folder, f"stock{size}.json")) as db:
        db.insert_multiple({"title": "Netværksmøde med de frivillige", "n": number} for number in range(size))
        times: list[float] = []
        end = time.perf_counter() + STOCK_SECONDS / len(SIZES)
        while not times or (time.perf_counter() < end and len(times) < ROUNDS):
            start = time.perf_counter()
            db.insert({"title": "Netværksmøde med de frivillige", "n": 0})
            times.append(time.perf_counter() - start)
    return statistics.median(times) * 1e6


async def longest_wait(work: Awaitable[object]) -> tuple[float, float]:
    """Milliseconds: how long the work took, and the longest that the event loop was held up by it."""
    task, longest = asyncio.ensure_future(work), 0.0
    start = last = time.perf_counter()
    while not task.done():
        await asyncio.sleep(0)
        now = time.perf_counter()
        longest, last = max(longest, now - last), now
    return (last - start) * 1e3, longest * 1e3


async def stalls(folder: str) -> None:
    size = SIZES[-1]
    async with TinyStore.open(folder) as store:

        async def one_put() -> None:
            async with store.transaction(f"t{size}") as tx:
                tx.put(entry(0))

        took, held = await longest_wait(one_put())
        print(f"opening it:        {took:7.1f} ms, the loop held up for at most {held:.1f} ms")
        db = store._tenants[f"t{size}"].db  # noqa: SLF001 - compaction has no door of its own
        assert db is not None
        took, held = await longest_wait(asyncio.to_thread(db.compact))
        print(f"writing it anew:   {took:7.1f} ms, the loop held up for at most {held:.1f} ms")
        took, held = await longest_wait(store.backup(NOW))
        print(f"backing all up:    {took:7.1f} ms, the loop held up for at most {held:.1f} ms")


async def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        descriptor, works = floors(folder)
        data, more = Path(folder, "data"), Path(folder, "more")
        async with TinyStore.open(data) as store, TinyStore.open(more) as other:
            for size in SIZES:
                await fill(store, f"t{size}", size)
                works |= changes(store, size)
            works |= await queues(other, SIZES[-1])
            found = await medians(works) | await crowds(other)
        os.close(descriptor)
        found |= {f"stock TinyDB, {size:>6,} kept": stock(folder, size) for size in SIZES}
        floor = found["floor: 200 bytes + fsync"]
        for name, taken in found.items():
            print(f"{name:<28} {taken:>10,.0f} µs   {taken / floor:7.2f} x floor")
        small, large = (found[f"put, {size:>6,} records kept"] for size in (SIZES[0], SIZES[-1]))
        print(f"\nput at {SIZES[-1]:,} records / put at {SIZES[0]:,}: {large / small:.2f}")
        print(f"\nA council of {SIZES[-1]:,} records:")
        await stalls(str(data))


if __name__ == "__main__":
    asyncio.run(main())
