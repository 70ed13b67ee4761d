"""What it costs to be awake with nothing due, by how many councils there are; and to plan a large one.

    python bench/bench_reminders.py

A wake-up: a council is woken (somebody wrote something of which nobody is reminded), finds that nothing is
due and goes back to sleep, with 10 councils and with 10,000; and the next instant comes for one of them. Both
through `Delivery` as it runs, on the store in memory; then what is asked of a list of all next instants at a
start, on the disk. Then all notices of one council with 500 entries and 1,000 volunteers: the rules alone,
and with reading and writing the ledger.
"""

import asyncio
import statistics
import tempfile
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import chain

from council.due import Year, due, next_due
from council.notice import Notice
from council.openings import Opening, SignUp, SignUpState, Tally
from council.ports import Store
from council.records import COMMONS, Council, Kind, Membership, PlanEntry, Record, Role
from council.reminding import Horizon, NextDue
from council.when import When
from playground.clock import TurnableClock
from scheduler.delivery import Delivery
from services.clockwork import Clockwork
from services.desk import Desk
from services.notices import Notices
from services.people import People
from services.planning import HORIZON, plan, year_in
from storage.memory import MemoryStore
from storage.tinydb_store import TinyStore

NOW = datetime(2026, 1, 5, 12, tzinfo=UTC)
FEW, MANY = 10, 10_000
ROUNDS = 300
ENTRIES, VOLUNTEERS = 500, 1_000
DAY, MINUTE = timedelta(days=1), timedelta(minutes=1)


class Nobody:
    """Has nothing to carry."""

    async def carry(self, notices: Sequence[Notice], chat_id: int, language: str) -> None:
        """Say that there was something after all."""
        raise AssertionError(f"nothing is due: {notices} {chat_id} {language}")


async def sleeping(store: Store, count: int) -> tuple[Delivery, TurnableClock]:
    """So many councils, each with something to do at some time from tomorrow on."""
    clock = TurnableClock(NOW)
    desk = Desk(store, clock, lambda: "unused")
    for number in range(count):
        at = NOW + DAY + timedelta(minutes=number * 7919 % 100_000)
        async with store.transaction(f"c{number}") as tx:
            tx.put(Council(f"c{number}", "Rådet", -number, digest=""))
            tx.put(Horizon(HORIZON, NOW, NOW + 9999 * DAY))  # nothing: it is woken for nothing
        async with store.transaction(COMMONS) as tx:
            tx.put(NextDue(f"c{number}", at))
    return Delivery(Notices(desk), Clockwork(desk), People(desk), Nobody(), clock), clock


async def wake_ups(count: int) -> dict[str, float]:
    """Microseconds: a wake-up with nothing due, and one because the next instant has come."""
    delivery, clock = await sleeping(MemoryStore(), count)
    for each in await delivery._notices.due_list():  # noqa: SLF001 - `begin` would look into every council
        delivery._note(each.id, each.at)  # noqa: SLF001
    running = asyncio.create_task(delivery.run())
    await asyncio.sleep(0)
    woken, rung = [], []
    for number in range(ROUNDS):
        start = time.perf_counter()
        delivery.wake(f"c{number % count}")
        await rest(delivery)
        woken.append(time.perf_counter() - start)
        delivery._note(f"c{number % count}", clock.now() + MINUTE)  # noqa: SLF001
        await asyncio.sleep(0)
        start = time.perf_counter()
        clock.turn(MINUTE)
        await rest(delivery)
        rung.append(time.perf_counter() - start)
    running.cancel()
    with suppress(asyncio.CancelledError):
        await running
    return {
        "woken, nothing due": statistics.median(woken) * 1e6,
        "next instant": statistics.median(rung) * 1e6,
    }


async def rest(delivery: Delivery) -> None:
    """Until all that was woken sleeps."""
    for _ in range(4):
        await asyncio.sleep(0)
    while tasks := list(delivery._tasks.values()):  # noqa: SLF001 - when it rests is nobody else's business
        await asyncio.wait(tasks)
        await asyncio.sleep(0)


async def lists(folder: str, count: int) -> dict[str, float]:
    """Of the list of next instants on the disk: milliseconds to read it, microseconds to change one line."""
    async with TinyStore.open(f"{folder}/{count}") as store:
        notices = Notices(Desk(store, TurnableClock(NOW), lambda: "unused"))
        async with store.transaction(COMMONS) as tx:
            for number in range(count):
                tx.put(NextDue(f"c{number}", NOW + timedelta(minutes=number)))
        start = time.perf_counter()
        assert len(await notices.due_list()) == count
        read = time.perf_counter() - start
        noted = []
        for number in range(ROUNDS):
            start = time.perf_counter()
            await notices.note_due(f"c{number % count}", NOW + DAY * (number + 1))
            noted.append(time.perf_counter() - start)
    return {"list read (ms)": read * 1e3, "line changed": statistics.median(noted) * 1e6}


def large() -> Year:
    """A council with many entries of every kind, an opening for each second one, and a crowd."""
    entries = [
        PlanEntry(f"e{n}", f"Entry {n}", some_when(n), NOW, NOW, kind=(Kind.MEETING, Kind.EVENT)[n % 2])
        for n in range(ENTRIES)
    ]
    openings = [
        Opening(f"o{n}", f"Opening {n}", NOW, entry_id=f"e{n}", when=entries[n].when, capacity=20)
        for n in range(0, ENTRIES, 2)
    ]
    signups = [
        SignUp(f"{opening.id}-p{n}", opening.id, f"p{n}", f"Person {n}", SignUpState.CONFIRMED, n, NOW)
        for n in range(VOLUNTEERS)
        for opening in (openings[n % len(openings)], openings[(n * 7 + 3) % len(openings)])
    ]
    tallies = {opening.id: Tally(opening.id, taken=8) for opening in openings}
    members = [Membership(f"p{n}", f"Person {n}", Role.VOLUNTEER) for n in range(VOLUNTEERS)]
    members.append(Membership("s", "Sanne", Role.SECRETARY))
    council = Council("c", "Rådet", -1)
    return Year(council, entries, openings, signups, tallies, members)


def some_when(number: int) -> When:
    day = date(2026, 1, 1) + timedelta(days=number * 365 // ENTRIES)
    if number % 10 == 0:
        return When.month(day.year, day.month, uncertain=True)
    return When.on(day) if number % 10 == 5 else When.at(datetime(day.year, day.month, day.day, 17))  # noqa: DTZ001  # wall clock


def milliseconds(work: Callable[[], object]) -> float:
    times = []
    for _ in range(15):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return statistics.median(times) * 1e3


async def planned(store: Store, year: Year) -> dict[str, float]:
    """Milliseconds: planning anew with nothing fallen due, and a day's notices written."""
    async with store.transaction("c") as tx:
        kept: tuple[Sequence[Record], ...] = (year.entries, year.openings, year.signups, year.members)
        for record in chain(*kept, year.tallies.values()):
            tx.put(record)
        tx.put(year.council)
        tx.put(Horizon(HORIZON, NOW))
    found: dict[str, float] = {}
    times = []
    for _ in range(9):
        start = time.perf_counter()
        async with store.transaction("c") as tx:
            await plan(tx, year.council, NOW, anew=True)
        times.append(time.perf_counter() - start)
    found["plan, nothing due"] = statistics.median(times) * 1e3
    start = time.perf_counter()
    async with store.transaction("c") as tx:
        await plan(tx, year.council, NOW + DAY, anew=False)
        count = await tx.count(Notice, state="waiting")
    found[f"plan, {count} notices written"] = (time.perf_counter() - start) * 1e3
    return found


async def main() -> None:
    few, many = await wake_ups(FEW), await wake_ups(MANY)
    for name, taken in few.items():
        print(f"{name:<24} {taken:8.0f} µs with {FEW} councils, {many[name]:8.0f} µs with {MANY:,}", end="")
        print(f": {many[name] / taken:.2f} x")
    with tempfile.TemporaryDirectory() as folder:
        small, big = await lists(folder, FEW), await lists(folder, MANY)
        for name, taken in small.items():
            print(f"{name:<24} {taken:8.1f} with {FEW} councils, {big[name]:8.1f} with {MANY:,}")
        year = large()
        print(f"\n{ENTRIES} entries, {VOLUNTEERS:,} volunteers, {len(year.signups):,} sign-ups:", end=" ")
        print(f"{len(year.planned):,} reminders")
        print(f"due, next_due            {milliseconds(lambda: both(year)):8.1f} ms")
        async with TinyStore.open(f"{folder}/large") as store:
            for name, taken in (await planned(store, year)).items():
                print(f"{name:<24} {taken:8.1f} ms on the disk")
            async with store.transaction("c") as tx:
                start = time.perf_counter()
                await year_in(tx, year.council)
                print(f"of it reading it all     {(time.perf_counter() - start) * 1e3:8.1f} ms")


def both(year: Year) -> None:
    fresh = replace(year)  # what was found once is kept with a year
    due(fresh, NOW, NOW + DAY)
    next_due(fresh, NOW)


if __name__ == "__main__":
    asyncio.run(main())
