"""What is stored about a person, and forgetting it (GDPR art. 15 and 17)."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

import msgspec

from council.records import (
    COMMONS,
    Activity,
    Change,
    Council,
    Draft,
    Membership,
    Notice,
    Person,
    Proposal,
    Record,
    Role,
)
from services.desk import Desk


@dataclass(frozen=True, slots=True)
class CouncilData:
    """What one council's file holds about a person."""

    council: str
    membership: Membership | None
    coordinates: tuple[str, ...]
    changes: tuple[Change, ...]
    proposals: tuple[Proposal, ...]
    notices: tuple[Notice, ...]
    only_secretary: bool


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
            forms = tuple(draft for draft in await tx.find(Draft) if _filled_in_by(draft, person_id))
        councils = [await self._in_council(council_id, person_id) for council_id in _councils(person)]
        return PersonalData(person, tuple(councils), forms)

    async def forget(self, person_id: str) -> None:
        """Leave no trace of the person, in copies neither; what they did stays as somebody's.

        The person's own record goes last: if the bot is stopped on the way, asking again finishes it.
        """
        async with self._desk.store.transaction(COMMONS) as tx:
            person = await tx.get(Person, person_id)
        for council_id in _councils(person):
            await self._desk.store.rewrite(council_id, _forgetting(person_id))
        await self._desk.store.rewrite(COMMONS, _forgetting(person_id))

    async def _in_council(self, council_id: str, person_id: str) -> CouncilData:
        async with self._desk.store.transaction(council_id) as tx:
            council = await tx.get(Council, council_id)
            members = await tx.find(Membership)
            membership = next((member for member in members if member.id == person_id), None)
            activities = {activity.id: activity.name for activity in await tx.find(Activity)}
            coordinates = membership.coordinates if membership else ()
            return CouncilData(
                council=council.name if council else "",
                membership=membership,
                coordinates=tuple(activities.get(activity, "") for activity in coordinates),
                changes=tuple(change for change in await tx.find(Change) if change.by == person_id),
                proposals=tuple(p for p in await tx.find(Proposal) if p.by == person_id),
                notices=tuple(n for n in await tx.find(Notice) if n.person_id == person_id),
                only_secretary=[m.id for m in members if m.role is Role.SECRETARY] == [person_id],
            )


def _councils(person: Person | None) -> tuple[str, ...]:
    return (*person.councils, *person.left) if person else ()


def _filled_in_by(draft: Draft, person_id: str) -> bool:
    return draft.id.endswith(f":{person_id}")


def _forgetting(person_id: str) -> Callable[[Record], Record | None]:
    def forget(record: Record) -> Record | None:
        match record:
            case Membership(id=known) | Person(id=known) | Proposal(by=known) | Notice(person_id=known):
                return None if known == person_id else record
            case Draft():
                return None if _filled_in_by(record, person_id) else record
            case Change(by=known) if known == person_id:
                return replace(record, by="", by_name="")
        return record

    return forget
