"""A town to try the use cases in: a store that forgets, a clock that is told the time, ids that count."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import TypeVar

from council.ports import Store
from council.records import (
    COMMONS,
    Council,
    Membership,
    Person,
    Printed,
    ReadEntry,
    Reading,
    Record,
    Role,
    Source,
)
from council.when import When
from plans.unreadable import Reason, UnreadableDocument
from services.desk import Actor, Desk
from services.house import House
from services.plan import EntryPage
from storage.memory import MemoryStore

R = TypeVar("R", bound=Record)

START = datetime(2021, 6, 10, 8, 0, tzinfo=UTC)


@dataclass
class FakeClock:
    """It is `time` until somebody turns it."""

    time: datetime = START

    def now(self) -> datetime:
        return self.time

    async def until(self, instant: datetime) -> None:
        self.time = max(self.time, instant)

    def turn(self, **by: float) -> None:
        self.time += timedelta(**by)


class FakeReader:
    """Knows some documents by their content; all others are damaged."""

    def __init__(self) -> None:
        self.documents: dict[bytes, Reading] = {}

    async def read(
        self,
        data: bytes,
        name: str,
        *,
        year: int | None = None,
        progress: Callable[[int, int], None] | None = None,
    ) -> Reading:
        if data not in self.documents:
            raise UnreadableDocument(Reason.DAMAGED)
        if progress is not None:
            progress(1, 1)
        return replace(self.documents[data], document=name, year=year)


@dataclass
class Town:
    """The use cases, and what they work with."""

    store: Store = field(default_factory=MemoryStore)
    clock: FakeClock = field(default_factory=FakeClock)
    reader: FakeReader = field(default_factory=FakeReader)
    _ids: "count[int]" = field(default_factory=lambda: count(1))

    def __post_init__(self) -> None:
        self.desk = Desk(self.store, self.clock, lambda: f"id{next(self._ids)}")
        self.house = House.over(self.desk, self.reader)

    async def person(self, person_id: str, name: str = "") -> Person:
        """Somebody who writes to the bot in private."""
        seen = Person(person_id, name or f"Person {person_id}")
        return await self.house.people.meet(seen, privately=True)

    async def council(self, chat_id: int, name: str, secretary_id: str) -> tuple[Council, Actor]:
        """A council with its secretary."""
        secretary = await self.person(secretary_id)
        council, _ = await self.house.councils.set_up(chat_id, name, secretary)
        return council, Actor(secretary_id, council.id)

    async def joined(self, secretary: Actor, person_id: str, role: Role = Role.MEMBER) -> Actor:
        """Somebody else on the council."""
        await self.house.people.join(await self.person(person_id), secretary.council_id)
        await self.house.people.set_role(secretary, person_id, role)
        return Actor(person_id, secretary.council_id)

    async def coordinator(self, secretary: Actor, person_id: str, activity_id: str) -> Actor:
        """A volunteer who coordinates an activity."""
        actor = await self.joined(secretary, person_id, Role.VOLUNTEER)
        await self.house.people.set_coordinating(secretary, person_id, activity_id, on=True)
        return actor

    async def added(
        self, actor: Actor, title: str, edtf: str = "2021-09-18", activity: str = ""
    ) -> EntryPage:
        """A new entry of this title, which is its id too."""
        printed = Printed(title, When(edtf), activity=activity)
        return await self.house.plans.add(actor, printed, entry_id=title.lower())

    async def all(self, kind: type[R], tenant: str = COMMONS) -> list[R]:
        """Everything of a kind that is kept."""
        async with self.store.transaction(tenant) as tx:
            return await tx.find(kind)

    async def roles(self, tenant: str) -> dict[str, Role]:
        """Who is what."""
        return {member.id: member.role for member in await self.all(Membership, tenant)}


@dataclass
class Seat:
    """A council, its secretary (person 1) and a member (person 2)."""

    council: Council
    secretary: Actor
    member: Actor


def line(title: str, edtf: str, activity: str = "", place: str = "") -> ReadEntry:
    return ReadEntry(Printed(title, When(edtf), activity=activity, place=place), Source("plan.pdf", title))


def reading(*lines: ReadEntry) -> Reading:
    return Reading("plan.pdf", lines)
