"""What is stored about a person, and forgetting it (GDPR art. 15 and 17)."""

from dataclasses import dataclass
from typing import Any

import msgspec

from council.openings import SignUp
from council.records import COMMONS, Draft, Membership, Person
from services.desk import Desk, council_in
from services.forgetting import erase, forgetting, keep_warnings
from services.stored import CouncilData, stored_in


@dataclass(frozen=True, slots=True)
class PersonalData:
    """Everything stored about a person; `person` is None for somebody the bot does not keep."""

    person: Person | None
    councils: tuple[CouncilData, ...]
    forms: tuple[Draft, ...]

    def as_json(self) -> bytes:
        """The same for programs."""
        content: dict[str, Any] = msgspec.to_builtins(self)
        return msgspec.json.format(msgspec.json.encode(content), indent=2)


class Privacy:
    """The use cases of data protection."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    async def stored_about(self, person_id: str) -> PersonalData:
        """Everything in every council."""
        async with self._desk.store.transaction(COMMONS) as tx:
            person = await tx.get(Person, person_id)
            forms = tuple(draft for draft in await tx.find(Draft) if draft.id.endswith(f":{person_id}"))
        councils = [await self._in_council(council_id, person_id) for council_id in _councils(person)]
        return PersonalData(person, tuple(councils), forms)

    async def forget(self, person_id: str) -> None:
        """Leave no trace of the person, in copies neither; what they did stays as somebody's.

        In each council their places go on to those who wait, then every record and mention goes. The
        person's own record goes last: if the bot is stopped on the way, asking again finishes it.
        """
        async with self._desk.store.transaction(COMMONS) as tx:
            person = await tx.get(Person, person_id)
        word, names = self._desk.new_id(), _names(person)
        for council_id in _councils(person):
            names |= await self._free_places(council_id, person_id, word)
            await self._desk.store.rewrite(council_id, forgetting(person_id, word, names))
        await self._desk.store.rewrite(COMMONS, forgetting(person_id, word, names))

    async def _free_places(self, council_id: str, person_id: str, word: str) -> frozenset[str]:
        """Pass on what they take part in; returns the names under which they are known here."""
        async with self._desk.store.transaction(council_id) as tx:
            council = await council_in(tx, council_id)
            member = await tx.get(Membership, person_id)
            tx.delete(Membership, person_id)  # first: others coordinate from now on, and hear of it
            signups = await tx.find(SignUp, person_id=person_id)
            for signup in signups:
                await erase(tx, self._desk, council_id, signup, word, late_hours=council.late_hours)
            await keep_warnings(tx, person_id, word)
        known = [signup.name for signup in signups] + ([member.name] if member else [])
        return frozenset(name for name in known if name.strip())

    async def _in_council(self, council_id: str, person_id: str) -> CouncilData:
        async with self._desk.store.transaction(council_id) as tx:
            return await stored_in(tx, council_id, person_id)


def _councils(person: Person | None) -> tuple[str, ...]:
    return (*person.councils, *person.left) if person else ()


def _names(person: Person | None) -> frozenset[str]:
    known = (person.name, person.username) if person else ()
    return frozenset(name for name in known if name.strip())
