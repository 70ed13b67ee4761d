"""A council whose Culture Day needs people, and what can be seen of those who come."""

from collections import Counter
from dataclasses import dataclass, replace
from itertools import count
from typing import Any

from council.notice import Notice
from council.openings import Opening, Question, SignUp, SignUpState, Tally, signup_id
from council.places import recount
from council.records import Council, Person
from council.when import When
from services.desk import Actor
from services.signups import Taken
from tests.services.kit import START, Town

S = SignUpState
DAY = When("2021-09-18T08:00/2021-09-18T11:00")
LAND = Question("land", "Hvilket land?", required=True, differ=True)
_numbers = count(1)


@dataclass
class Corps:
    """Secretary 1, member 2, and 3, a volunteer who coordinates Kulturdag. Volunteers are 10 and on."""

    town: Town
    council: Council
    secretary: Actor
    member: Actor
    coordinator: Actor
    activity: str

    async def opened(
        self,
        title: str = "Opstilling",
        *,
        by: Actor | None = None,
        activity: str = "Kulturdag",
        **fields: Any,
    ) -> Opening:
        """An opening, if nothing else is said of Kulturdag on 18 September at 8, with one place."""
        given: dict[str, Any] = {"when": DAY, "capacity": 1} | fields
        opening = Opening(f"open{next(_numbers)}", title, START, **given)
        page = await self.town.house.openings.open(by or self.secretary, opening, activity)
        return page.opening

    async def who(self, person_id: str) -> Person:
        """Somebody as the bot meets them."""
        return await self.town.person(person_id, f"Frivillig {person_id}")

    async def takes(self, person_id: str, opening: Opening, **how: Any) -> Taken:
        """They take part."""
        signups = self.town.house.signups
        return await signups.take(await self.who(person_id), self.council.id, opening.id, **how)

    async def brings(self, person_id: str, opening: Opening, guests: int) -> None:
        """They come with guests."""
        await self.town.house.signups.bring(await self.who(person_id), self.council.id, opening.id, guests)

    async def crowd(self, opening: Opening, *person_ids: str) -> list[SignUpState]:
        """They take part one after the other; what became of them."""
        states = []
        for person_id in person_ids:
            taken = await self.takes(person_id, opening, despite=True)
            assert taken.page.mine is not None
            states.append(taken.page.mine.state)
        return states

    async def leaves(self, person_id: str, opening: Opening) -> None:
        """They take part no longer."""
        await self.town.house.signups.withdraw(await self.who(person_id), self.council.id, opening.id)

    async def of(self, opening: Opening, person_id: str) -> SignUp | None:
        """Their sign-up."""
        async with self.town.store.transaction(self.council.id) as tx:
            return await tx.get(SignUp, signup_id(opening.id, person_id))

    async def answers(self, opening: Opening, person_id: str) -> tuple[tuple[str, str], ...]:
        """What they have answered."""
        signup = await self.of(opening, person_id)
        assert signup is not None
        return signup.answers

    async def states(self, opening: Opening) -> dict[str, SignUpState]:
        """Who stands how, in order of arrival."""
        async with self.town.store.transaction(self.council.id) as tx:
            found = await tx.find(SignUp, opening_id=opening.id)
        return {each.person_id or each.name: each.state for each in sorted(found, key=lambda s: s.number)}

    async def now(self, opening: Opening) -> Opening:
        """The opening as it is kept."""
        async with self.town.store.transaction(self.council.id) as tx:
            known = await tx.get(Opening, opening.id)
        assert known is not None
        return known

    async def tally(self, opening: Opening) -> Tally:
        """Its sums, which are right."""
        async with self.town.store.transaction(self.council.id) as tx:
            tally = await tx.get(Tally, opening.id)
            found = await tx.find(SignUp, opening_id=opening.id)
        assert tally is not None
        assert replace(recount(found, opening.id), last=tally.last) == tally
        capacity = (await self.now(opening)).capacity
        assert capacity is None or tally.taken + tally.held <= capacity
        return tally

    async def notices(self, kind: str = "") -> list[Notice]:
        """What people are told (of this kind)."""
        return [n for n in await self.town.all(Notice, self.council.id) if kind in {"", n.kind}]

    async def told(self) -> Counter[tuple[str, str]]:
        """How often who is told what."""
        return Counter((notice.kind, notice.person_id) for notice in await self.notices())

    async def said(self) -> Counter[tuple[str, str]]:
        """Which notices go out now, how often to whom; from now on they are sent."""
        notices, said = self.town.house.notices, Counter[tuple[str, str]]()
        for message in await notices.ready(self.council.id):
            said.update((notice.kind, notice.person_id) for notice in message)
            await notices.sent(self.council.id, message)
        return said


async def a_corps(town: Town) -> Corps:
    """The council with its people."""
    council, secretary = await town.council(-100, "Rådet", "1")
    member = await town.joined(secretary, "2")
    entry = (await town.added(secretary, "Kulturdag", activity="Kulturdag")).entry
    coordinator = await town.coordinator(secretary, "3", entry.activity_id)
    return Corps(town, council, secretary, member, coordinator, entry.activity_id)


async def a_stranger(corps: Corps) -> Actor:
    """A volunteer who coordinates another activity of the council."""
    other = await corps.town.added(corps.secretary, "Sprogcafé", activity="Sprogcafé")
    return await corps.town.coordinator(corps.secretary, "8", other.entry.activity_id)


async def another_council(corps: Corps) -> Actor:
    """The secretary of another council."""
    _, actor = await corps.town.council(-200, "Byrådet", "9")
    return actor
