"""People: meeting them, their language, and what they are in a council."""

from dataclasses import dataclass, replace

from council.permissions import Right
from council.records import COMMONS, Activity, Membership, Person, Role
from council.refusals import LastSecretary, NoSuchActivity, NoSuchPerson, NotOnCouncil
from council.reminding import Wishes
from services.desk import Actor, Desk, allowed, council_in

_ORDER = list(Role)


@dataclass(frozen=True, slots=True)
class Roster:
    """Everybody in one council, by role and name, and the names of its activities by id."""

    council_name: str
    members: tuple[Membership, ...]
    activities: dict[str, str]

    def member(self, person_id: str) -> Membership:
        """One of them.

        Raises:
            NoSuchPerson: when they are not in the council.
        """
        for member in self.members:
            if member.id == person_id:
                return member
        raise NoSuchPerson


class People:
    """The use cases about persons."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    async def meet(self, seen: Person, *, privately: bool) -> Person:
        """Somebody wrote or tapped: the person as known, with what Telegram says of them now.

        Nothing is stored of somebody who has not joined a council or chosen a language.
        """
        async with self._desk.store.transaction(COMMONS) as tx:
            known = await tx.get(Person, seen.id)
            if known is None:
                return replace(seen, reachable=privately)
            current = replace(
                known,
                name=seen.name,
                username=seen.username,
                telegram_language=seen.telegram_language or known.telegram_language,
                reachable=known.reachable or privately,
                blocked=known.blocked and not privately,
            )
            if current != known:
                tx.put(current)
            return current

    async def person(self, person_id: str) -> Person | None:
        """Somebody who has joined a council or chosen a language."""
        async with self._desk.store.transaction(COMMONS) as tx:
            return await tx.get(Person, person_id)

    async def set_language(self, person: Person, language: str) -> Person:
        """From now on the bot speaks this language to them; "" follows Telegram's."""
        async with self._desk.store.transaction(COMMONS) as tx:
            changed = replace(await tx.get(Person, person.id) or person, language=language)
            tx.put(changed)
            return changed

    async def unreachable(self, person_id: str) -> None:
        """They have blocked the bot or deleted their account; meeting them in private again ends it."""
        async with self._desk.store.transaction(COMMONS) as tx:
            person = await tx.get(Person, person_id)
            if person is not None:
                tx.put(replace(person, reachable=False, blocked=True))

    async def reachable_again(self, person_id: str) -> None:
        """They have unblocked the bot."""
        async with self._desk.store.transaction(COMMONS) as tx:
            person = await tx.get(Person, person_id)
            if person is not None:
                tx.put(replace(person, reachable=True, blocked=False))

    async def choose_council(self, actor: Actor) -> None:
        """In private they mean this council from now on.

        Raises:
            NotOnCouncil: when they don't belong to it.
        """
        async with self._desk.store.transaction(COMMONS) as tx:
            person = await tx.get(Person, actor.person_id)
            if person is None or actor.council_id not in person.councils:
                raise NotOnCouncil
            tx.put(replace(person, council_id=actor.council_id))

    async def join(self, person: Person, council_id: str) -> Membership:
        """Somebody says they are on the council; whoever has a role keeps it."""
        async with self._desk.store.transaction(council_id) as tx:
            await council_in(tx, council_id)
            known = await tx.get(Membership, person.id)
            if known is not None and known.role is not Role.VOLUNTEER:
                member = known
            else:
                coordinates = known.coordinates if known else ()
                member = Membership(person.id, person.name, Role.MEMBER, coordinates)
                tx.put(member)
        await belongs(self._desk, person, council_id)
        return member

    async def member(self, actor: Actor) -> Membership | None:
        """What somebody is in a council."""
        async with self._desk.store.transaction(actor.council_id) as tx:
            return await tx.get(Membership, actor.person_id)

    async def roster(self, actor: Actor) -> Roster:
        """Everybody in the council, for those who may see it."""
        async with self._desk.store.transaction(actor.council_id) as tx:
            council = await council_in(tx, actor.council_id)
            await allowed(tx, actor, Right.MANAGE_PEOPLE)
            members = sorted(await tx.find(Membership), key=lambda m: (_ORDER.index(m.role), m.name, m.id))
            activities = {activity.id: activity.name for activity in await tx.find(Activity)}
            return Roster(council.name, tuple(members), activities)

    async def set_role(self, actor: Actor, person_id: str, role: Role) -> Membership | None:
        """Give somebody a role. There is one chair and one deputy chair: the former one becomes a member.

        Returns:
            The former holder of a role that only one can have.

        Raises:
            LastSecretary: when the council would be left without one.
        """
        async with self._desk.store.transaction(actor.council_id) as tx:
            await allowed(tx, actor, Right.MANAGE_PEOPLE)
            members = await tx.find(Membership)
            changed = _one(members, person_id)
            if role is not Role.SECRETARY:
                _keep_a_secretary(members, changed)
            former = _former_holder(members, role, person_id)
            if former is not None:
                tx.put(replace(former, role=Role.MEMBER))
            tx.put(replace(changed, role=role))
            return former

    async def set_coordinating(self, actor: Actor, person_id: str, activity_id: str, *, on: bool) -> None:
        """Make somebody a coordinator of an activity, or end it; the same again changes nothing."""
        async with self._desk.store.transaction(actor.council_id) as tx:
            await allowed(tx, actor, Right.MANAGE_PEOPLE)
            if await tx.get(Activity, activity_id) is None:
                raise NoSuchActivity
            member = _one(await tx.find(Membership), person_id)
            others = tuple(known for known in member.coordinates if known != activity_id)
            tx.put(replace(member, coordinates=(*others, activity_id) if on else others))

    async def remove(self, actor: Actor, person_id: str) -> Membership:
        """Take somebody off the council.

        Raises:
            LastSecretary: when the council would be left without one.
        """
        async with self._desk.store.transaction(actor.council_id) as tx:
            await allowed(tx, actor, Right.MANAGE_PEOPLE)
            members = await tx.find(Membership)
            leaving = next((member for member in members if member.id == person_id), None)
            if leaving is not None:
                _keep_a_secretary(members, leaving)
                tx.delete(Membership, person_id)
        # Also for somebody who is gone already: the bot may have been stopped before it came this far.
        await self._belongs_no_more(Actor(person_id, actor.council_id))
        if leaving is None:
            raise NoSuchPerson
        return leaving

    async def _belongs_no_more(self, actor: Actor) -> None:
        async with self._desk.store.transaction(COMMONS) as tx:
            person = await tx.get(Person, actor.person_id)
            if person is not None:
                councils = tuple(known for known in person.councils if known != actor.council_id)
                left = (*(known for known in person.left if known != actor.council_id), actor.council_id)
                chosen = "" if person.council_id == actor.council_id else person.council_id
                tx.put(replace(person, councils=councils, left=left, council_id=chosen))


async def belongs(desk: Desk, person: Person, council_id: str) -> None:
    """Note with the person that they belong to a council; they are known from now on."""
    async with desk.store.transaction(COMMONS) as tx:
        known = await tx.get(Person, person.id) or person
        if council_id not in known.councils:
            left = tuple(other for other in known.left if other != council_id)
            known = replace(known, councils=(*known.councils, council_id), left=left)
            tx.put(known)
    if known.reminders is not None or known.quiet is not None:
        async with desk.store.transaction(council_id) as tx:
            tx.put(wishes_of(known))


def wishes_of(person: Person) -> Wishes:
    """How somebody wants to be reminded: what they said, and else as usual."""
    usual = Wishes(person.id)
    return Wishes(
        person.id,
        usual.distances if person.reminders is None else person.reminders,
        usual.quiet if person.quiet is None else person.quiet,
    )


def _one(members: list[Membership], person_id: str) -> Membership:
    for member in members:
        if member.id == person_id:
            return member
    raise NoSuchPerson


def _keep_a_secretary(members: list[Membership], changed: Membership) -> None:
    secretaries = [member.id for member in members if member.role is Role.SECRETARY]
    if secretaries == [changed.id]:
        raise LastSecretary


def _former_holder(members: list[Membership], role: Role, person_id: str) -> Membership | None:
    if role not in {Role.CHAIR, Role.DEPUTY_CHAIR}:
        return None
    return next((m for m in members if m.role is role and m.id != person_id), None)
