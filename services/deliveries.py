"""What went out, what waits, what failed and why, and whom the bot cannot reach: for the secretary."""

from dataclasses import dataclass
from datetime import datetime

from council.notice import Notice
from council.openings import SignUp
from council.permissions import Right
from council.records import COMMONS, Council, Membership, Person
from services.desk import Actor, Desk, allowed, council_in

_SHOWN = 30


@dataclass(frozen=True, slots=True)
class Unreached:
    """Somebody to be called: the bot cannot write to them, or they have no Telegram."""

    name: str
    phone: str
    reason: str


@dataclass(frozen=True, slots=True)
class Deliveries:
    """The ledger of a council: how many and the latest, by state (sent, waiting, failed, skipped)."""

    council: Council
    counts: dict[str, int]
    latest: dict[str, tuple[Notice, ...]]
    names: dict[str, str]
    unreached: tuple[Unreached, ...]
    now: datetime


class Ledger:
    """The use case behind `/deliveries`."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    async def deliveries(self, actor: Actor) -> Deliveries:
        """What became of what the bot had to say.

        Raises:
            NotAllowed: anybody but secretary and chair.
        """
        async with self._desk.store.transaction(actor.council_id) as tx:
            await allowed(tx, actor, Right.MANAGE_PEOPLE)
            council = await council_in(tx, actor.council_id)
            states = {state: await tx.find(Notice, state=state) for state in _STATES}
            members = {member.id: member.name for member in await tx.find(Membership)}
            signups = [signup for signup in await tx.find(SignUp) if signup.active]
        names = members | {each.person_id: each.name for each in signups if each.person_id}
        return Deliveries(
            council,
            {state: len(found) for state, found in states.items()},
            {state: _latest(found) for state, found in states.items()},
            names,
            await self._unreached(names, signups),
            self._desk.clock.now(),
        )

    async def _unreached(self, names: dict[str, str], signups: list[SignUp]) -> tuple[Unreached, ...]:
        found = [Unreached(each.name, each.phone, "none") for each in signups if not each.person_id]
        phones = {each.person_id: each.phone for each in signups}
        async with self._desk.store.transaction(COMMONS) as tx:
            for person_id, name in names.items():
                person = await tx.get(Person, person_id)
                if person is None or not person.reachable:
                    found.append(Unreached(name, phones.get(person_id, ""), "unreachable"))
        return tuple(sorted(found, key=lambda each: each.name))


_STATES = ("sent", "waiting", "failed", "skipped")


def _latest(notices: list[Notice]) -> tuple[Notice, ...]:
    return tuple(sorted(notices, key=lambda each: each.sent or each.created, reverse=True)[:_SHOWN])
