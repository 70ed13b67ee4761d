"""A council, its bot and its people through a year: what they do, when the bot is down, what it says."""

import asyncio
import random
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from itertools import count

from council.notice import Notice
from council.openings import Opening, SignUp
from council.ports import NotCarried, Store
from council.records import Council, Kind, Membership, Person, PlanEntry, Printed, Role, Status
from council.reminding import ReminderRule, Wishes
from council.when import When
from playground.clock import TurnableClock
from scheduler.delivery import Delivery
from scheduler.written import Written
from services.desk import Actor, Desk
from services.house import House
from storage.watched import WatchedStore
from tests.scheduler.kit import Killed
from tests.scheduler.oracle import Snapshot
from tests.services.kit import FakeReader

BEGIN = datetime(2021, 1, 4, 8, 0, 17, tzinfo=UTC)
"""Things happen at odd seconds, so that it is plain what was before a reminder and what after."""
END = datetime(2022, 1, 20, 8, 0, 17, tzinfo=UTC)
MINUTE, DAY = timedelta(minutes=1), timedelta(days=1)
GROUP_CHAT = -100


@dataclass(frozen=True, slots=True)
class Said:
    """A message: when, into which chat, of what; the bot was `killed` before it could note that."""

    at: datetime
    chat_id: int
    notices: tuple[Notice, ...]
    killed: bool


@dataclass
class Voice:
    """Carries what the bot says. Now and then it fails, or is the last thing that the bot does."""

    clock: TurnableClock
    rng: random.Random
    kills: int
    said: list[Said] = field(default_factory=list)
    failed: list[tuple[datetime, int]] = field(default_factory=list)
    dead: bool = False

    async def carry(self, notices: Sequence[Notice], chat_id: int, language: str) -> None:
        assert language
        await asyncio.sleep(0)
        if self.dead:
            raise Killed
        if self.rng.random() < 0.01:
            self.failed.append((self.clock.now(), chat_id))
            raise NotCarried("TimedOut")
        likely = 0.04 if notices[0].instant else 0.003  # changes are told to many, reminders matter more
        self.dead = self.kills > 0 and self.rng.random() < likely
        self.kills -= self.dead
        self.said.append(Said(self.clock.now(), chat_id, tuple(notices), self.dead))
        if self.dead:
            raise Killed


Act = Callable[["Simulation"], Awaitable[None]]


class Simulation:
    """A year of a council over a store, in which people do the `acts`, each as often as is said."""

    def __init__(
        self, store: Store, seed: int, acts: dict[Act, int], *, people: int, entries: int, meetings: int
    ) -> None:
        self.acts = acts
        self.rng = random.Random(seed)
        self.clock = TurnableClock(BEGIN)
        self.voice = Voice(self.clock, self.rng, kills=20)
        self.written = Written()
        numbers = count(1)
        desk = Desk(WatchedStore(store, self.written.heard), self.clock, lambda: f"id{next(numbers)}")
        self.house = House.over(desk, FakeReader())
        self.store = store
        self.people = [str(1000 + number) for number in range(people)]
        self.sizes = entries, meetings
        self.snapshots: list[Snapshot] = []
        self.up: list[tuple[datetime, datetime]] = []
        self.changes = 0
        self.planned: list[str] = []
        self.opened: list[str] = []
        self._since = BEGIN
        self._delivery = self._new()
        self._running: asyncio.Task[None] | None = None

    def _new(self) -> Delivery:
        house = self.house
        delivery = Delivery(house.notices, house.clockwork, house.people, self.voice, self.clock, haste=0)
        self.written.wake, self.written.changed = delivery.wake, delivery.changed
        return delivery

    # --- the year ------------------------------------------------------------------------------------

    async def run(self, end: datetime) -> None:
        """Live through it."""
        asyncio.get_running_loop().set_exception_handler(lambda *_: None)  # of tasks that were killed
        await self._found()
        await self._start()
        while self.clock.now() < end:
            await self._pass(timedelta(minutes=self.rng.randrange(1, 3 * 60 * 24)))
            if self.voice.dead or self.rng.random() < 0.06:
                await self._stop()
                self.clock.turn(self._downtime())
                await self._start()
            for _ in range(self.rng.choice([1, 1, 2, 5])):
                await self._act()
                await self._pass(MINUTE * self.rng.choice([0, 1, 7, 40]))
        await self._stop()

    def _downtime(self) -> timedelta:
        longest = self.rng.choice([5, 60, 600, 60 * 24, 3 * 60 * 24, 21 * 60 * 24])
        return self._odd(MINUTE * self.rng.randrange(1, longest))

    def _odd(self, by: timedelta) -> timedelta:
        """So long, until an odd second."""
        return by + timedelta(seconds=(BEGIN.second - self.clock.now().second) % 60)

    async def _start(self) -> None:
        self.voice.dead = False
        self._delivery = self._new()
        self._running = asyncio.create_task(self._delivery.run())
        self._since = self.clock.now()
        await self._delivery.begin()
        await self._quiet()

    async def _stop(self) -> None:
        assert self._running is not None
        self._running.cancel()
        with suppress(asyncio.CancelledError):
            await self._running
        self.up.append((self._since, self.clock.now()))

    async def _pass(self, by: timedelta) -> None:
        """Let time pass, stopping whenever the bot said that it would be awake; it ends if it is killed."""
        end = self.clock.now() + by
        while not self.voice.dead:
            wakes = self._delivery.next_due
            if wakes is None or wakes > end:
                self.clock.turn(end - self.clock.now())
                return
            self.clock.turn(max(wakes - self.clock.now(), timedelta(0)))
            await self._quiet()

    async def _quiet(self) -> None:
        """Until the bot sleeps."""
        for _ in range(3):
            await asyncio.sleep(0)
        while tasks := list(self._delivery._tasks.values()):
            await asyncio.wait(tasks)
            for task in tasks:
                if not task.cancelled():
                    assert task.exception() is None or isinstance(task.exception(), Killed), task.exception()
            for _ in range(3):
                await asyncio.sleep(0)

    # --- the beginning -------------------------------------------------------------------------------

    async def _found(self) -> None:
        secretary = await self.person("1")
        council, _ = await self.house.councils.set_up(GROUP_CHAT, "Rådet", secretary)
        self.council_id = council.id
        self.secretary = Actor("1", council.id)
        await self.house.people.join(await self.person("2"), council.id)
        await self.house.people.set_role(self.secretary, "2", Role.CHAIR)
        await self._plan()
        for number, person_id in enumerate(self.people):
            for opening_id in self.rng.sample(sorted(self.opened), self.rng.choice([1, 1, 2, 3])):
                await self.take_part(person_id, opening_id)
                if opening_id in _DOUBLE:
                    await self.take_part(person_id, _DOUBLE[opening_id])
            if number % 5 == 0:
                await self.house.reminders.wish(await self.person(person_id), quiet="")
        await self._look()

    async def _plan(self) -> None:
        entries, meetings = self.sizes
        for number in range(meetings):
            start = datetime(2021, number % 12 + 1, 11 + number, 17, tzinfo=UTC).replace(tzinfo=None)
            await self._add(f"meeting {number}", When.at(start), Kind.MEETING)
        for number in range(entries - len(ODD)):
            await self._add(f"entry {number}", self.some_when(), self.rng.choice(list(_KINDS)))
        for number, edtf in enumerate(ODD):
            await self._add(f"odd {number}", When(edtf), Kind.EVENT)
        await self._add("Sommerferie", When("2021-07-05/2021-08-01"), Kind.RECESS)
        for number, entry_id in enumerate([*self.planned[-12:], *self.planned[-5:]]):  # some have two
            await self._open(f"open{number}", entry_id, When())
        for number in range(6):
            start = datetime.combine(date(2021, 2 * number + 1, 20), time(17, 5 * number))
            await self._open(f"free{number}", "", When.at(start))
            await self._open(f"next{number}", "", When.at(start + 3 * number * MINUTE))
        await self._open("always", "", When())  # so that there is something in every overview

    async def _add(self, title: str, when: When, kind: Kind) -> None:
        entry_id = f"e{len(self.planned)}"
        status = Status.WAITING if self.rng.random() < 0.1 else Status.PLANNED
        printed = Printed(title, when, kind=kind, status=status)
        await self.house.plans.add(self.secretary, printed, entry_id=entry_id)
        if kind is not Kind.RECESS:
            self.planned.append(entry_id)

    async def _open(self, opening_id: str, entry_id: str, when: When) -> None:
        target = 1000 if opening_id == "always" else self.rng.choice([None, 5, 30])
        opening = Opening(opening_id, opening_id, BEGIN, entry_id=entry_id, when=when, target=target)
        await self.house.openings.open(self.secretary, opening)
        if opening_id != "always":
            self.opened.append(opening_id)

    def some_when(self, *, known: bool = False) -> When:
        day = date(2021, 1, 1) + timedelta(days=self.rng.randrange(380))
        if not known and self.rng.random() < 0.2:
            return When.month(day.year, day.month, uncertain=self.rng.random() < 0.5)
        if self.rng.random() < 0.2:
            return When.on(day, uncertain=not known and self.rng.random() < 0.5)
        hour, minute = self.rng.choice([2, 7, 8, 9, 10, 17, 19, 22]), self.rng.choice([0, 5, 10, 15, 30])
        return When.at(datetime.combine(day, datetime.min.time()).replace(hour=hour, minute=minute))

    # --- what happens --------------------------------------------------------------------------------

    async def _act(self) -> None:
        """Somebody changes something; the council is looked at afterwards."""
        if self.voice.dead:
            return
        self.clock.turn(timedelta(milliseconds=1))  # so that it is plain what came first
        await self.rng.choices(list(self.acts), list(self.acts.values()))[0](self)
        await self._look()
        self.changes += 1
        await self._quiet()

    async def _look(self) -> None:
        async with self.store.transaction(self.council_id) as tx:
            self.snapshots.append(
                Snapshot(
                    self.clock.now(),
                    await tx.find(PlanEntry),
                    {opening.id: opening for opening in await tx.find(Opening)},
                    await tx.find(SignUp),
                    await tx.find(Membership),
                    {rule.id: rule.distances for rule in await tx.find(ReminderRule)},
                    {wishes.id: wishes for wishes in await tx.find(Wishes)},
                )
            )

    # --- people --------------------------------------------------------------------------------------

    async def person(self, person_id: str) -> Person:
        seen = Person(person_id, f"Person {person_id}", telegram_language="da")
        return await self.house.people.meet(seen, privately=True)

    async def take_part(self, person_id: str, opening_id: str) -> None:
        person = await self.person(person_id)
        with suppress(Exception):  # it may be over
            await self.house.signups.take(person, self.council_id, opening_id, despite=True)

    async def ledger(self) -> list[Notice]:
        """What became of everything."""
        async with self.store.transaction(self.council_id) as tx:
            assert (await tx.find(Council))[0].id == self.council_id
            return await tx.find(Notice)


_KINDS = (Kind.EVENT, Kind.EVENT, Kind.HEARING, Kind.DEADLINE, Kind.TASK, Kind.ELECTION)
_DOUBLE = {f"open{n}": f"open{n + 5}" for n in range(7, 12)} | {f"free{n}": f"next{n}" for n in range(6)}
"""Two openings at about the same time."""

ODD = (
    "2021-03-28T17:00",
    "2021-03-29T02:30",
    "2021-03-28T04:00",
    "2021-10-31T17:00",
    "2021-10-31T04:00",
    "2021-11-01T02:30",
    "2021-11-07T02:00",
    "2021-10-31",
    "2021-12-31T23:30",
    "2022-01-01",
)
"""Around the nights in which the clocks change, and New Year."""
