"""How the council and people want to be reminded, and reminders that somebody asked for."""

from dataclasses import dataclass, replace
from datetime import datetime
from zoneinfo import ZoneInfo

from council.before import before, is_distance
from council.due import GROUP, takes_place
from council.openings import Opening, OpeningState
from council.permissions import Right, may
from council.ports import Transaction
from council.records import COMMONS, Activity, Council, Kind, Membership, Person, PlanEntry
from council.refusals import (
    NobodyToRemind,
    NoSuchEntry,
    NoSuchOpening,
    NotAllowed,
    NothingUnderstood,
    TooLate,
    TooMany,
)
from council.reminding import GROUP_DEFAULTS, CustomReminder, ReminderRule, Wishes
from services.desk import Actor, Desk, allowed, council_in
from services.people import wishes_of

MOST_DISTANCES, MOST_CUSTOMS = 6, 20
DIGEST_OFF = ""


@dataclass(frozen=True, slots=True)
class Rules:
    """How a council's group is reminded. `rules` by scope: a kind, `a-activity` or `e-entry`."""

    council: Council
    rules: dict[str, tuple[str, ...]]
    activities: dict[str, str]
    entries: dict[str, str]
    viewer: Membership | None

    def of_kind(self, kind: Kind) -> tuple[str, ...]:
        """How long before the group is reminded of entries of this kind."""
        return self.rules.get(kind.value, GROUP_DEFAULTS[kind])


@dataclass(frozen=True, slots=True)
class Subject:
    """Something that can be reminded of: an entry (`e-…`) or an opening (`o-…`), and what was asked for."""

    council: Council
    key: str
    title: str
    starts: datetime | None
    customs: tuple[CustomReminder, ...]
    viewer: Membership | None


class Reminders:
    """The use cases about reminders."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    async def rules(self, actor: Actor) -> Rules:
        """How the group is reminded."""
        async with self._desk.store.transaction(actor.council_id) as tx:
            return await self._rules(tx, actor)

    async def set_rule(self, actor: Actor, scope: str, distances: tuple[str, ...] | None) -> Rules:
        """Remind of a kind, an activity or an entry so long before; None: as usual, (): not at all.

        Raises:
            NotAllowed, NothingUnderstood (no such scope or distance), TooMany, NoSuchEntry
        """
        async with self._desk.store.transaction(actor.council_id) as tx:
            await _may_set(tx, actor, scope)
            if distances is None:
                tx.delete(ReminderRule, scope)
                tx.put(await council_in(tx, actor.council_id))  # so that it is planned anew
            else:
                tx.put(ReminderRule(scope, _checked(distances)))
            return await self._rules(tx, actor)

    async def set_digest(self, actor: Actor, digest: str) -> Rules:
        """Post the weekly overview then: `1@09:00` is Mondays at nine, "" is never.

        Raises:
            NotAllowed, NothingUnderstood
        """
        weekday, _, clock = digest.partition("@")
        if digest and not (
            weekday in set("1234567") and len(clock) == len("09:00") and is_distance(f"1d@{clock}")
        ):
            raise NothingUnderstood
        async with self._desk.store.transaction(actor.council_id) as tx:
            await allowed(tx, actor, Right.CHANGE_COUNCIL)
            tx.put(replace(await council_in(tx, actor.council_id), digest=digest))
            return await self._rules(tx, actor)

    def wishes(self, person: Person) -> Wishes:
        """How somebody wants to be reminded."""
        return wishes_of(person)

    async def wish(
        self, person: Person, *, distances: tuple[str, ...] | None = None, quiet: str | None = None
    ) -> Wishes:
        """Be reminded so long before (() is never), and not within these hours ("" is none); None stays.

        The person is known from then on, and each of their councils knows their wishes.

        Raises:
            NothingUnderstood, TooMany
        """
        if quiet:
            begins, _, ends = quiet.partition("-")
            if not all(hour.isdecimal() and int(hour) < 24 for hour in (begins, ends)):  # noqa: PLR2004  # hours
                raise NothingUnderstood
        async with self._desk.store.transaction(COMMONS) as tx:
            known = await tx.get(Person, person.id) or person
            known = replace(
                known,
                reminders=known.reminders if distances is None else _checked(distances),
                quiet=known.quiet if quiet is None else quiet,
            )
            tx.put(known)
        for council_id in known.councils:
            async with self._desk.store.transaction(council_id) as tx:
                tx.put(self.wishes(known))
        return self.wishes(known)

    async def subject(self, actor: Actor, key: str) -> Subject:
        """An entry or opening, and the reminders of it that the actor sees: the group's, and their own.

        Raises:
            NoSuchEntry, NoSuchOpening
        """
        async with self._desk.store.transaction(actor.council_id) as tx:
            return await self._subject(tx, actor, key)

    async def remind(self, actor: Actor, key: str, distance: str, to: str) -> Subject:
        """Remind so long before an entry or opening: the `group`, the `people` on it, or (`me`) oneself.

        Raises:
            NotAllowed (the group and people: those who may change it), NothingUnderstood, TooMany,
            TooLate: that moment has passed, or no day is known.
        """
        if not is_distance(distance) or to not in {GROUP, "people", "me"}:
            raise NothingUnderstood
        async with self._desk.store.transaction(actor.council_id) as tx:
            council = await council_in(tx, actor.council_id)
            found = await _found(tx, key)
            member = await tx.get(Membership, actor.person_id)
            right = Right.RUN_OPENINGS if key.startswith("o-") else Right.EDIT_PLAN
            if to != "me" and not may(member, right, found.activity_id):
                raise NotAllowed(right)
            if to == "people" and key.startswith("e-") and not await tx.count(Opening, entry_id=found.id):
                raise NobodyToRemind
            at, now = before(found.when, distance, council.zone), self._desk.clock.now()
            if at is None or at <= now:
                raise TooLate
            whose = actor.person_id if to == "me" else to
            known = await tx.find(CustomReminder, subject=key)
            if not any((each.distance, each.to) == (distance, whose) for each in known):
                if len(known) >= MOST_CUSTOMS:
                    raise TooMany(MOST_CUSTOMS)
                tx.put(CustomReminder(self._desk.new_id(), key, distance, whose, actor.person_id, now))
            return await self._subject(tx, actor, key)

    async def forget(self, actor: Actor, key: str, reminder_id: str) -> Subject:
        """Remind no more.

        Raises:
            NotAllowed: it is somebody else's.
        """
        async with self._desk.store.transaction(actor.council_id) as tx:
            known = await tx.get(CustomReminder, reminder_id)
            found = await _found(tx, key)
            member = await tx.get(Membership, actor.person_id)
            if known is not None and known.subject == key:
                for_others = known.to in {GROUP, "people"}
                runs = for_others and may(member, Right.EDIT_PLAN, found.activity_id)
                if actor.person_id not in {known.by, known.to} and not runs:
                    raise NotAllowed(Right.EDIT_PLAN)
                tx.delete(CustomReminder, reminder_id)
            return await self._subject(tx, actor, key)

    async def _rules(self, tx: Transaction, actor: Actor) -> Rules:
        rules = {rule.id: rule.distances for rule in await tx.find(ReminderRule)}
        named = {scope.removeprefix("e-") for scope in rules if scope.startswith("e-")}
        entries = {key: entry.title for key in named if (entry := await tx.get(PlanEntry, key))}
        return Rules(
            await council_in(tx, actor.council_id),
            rules,
            {activity.id: activity.name for activity in await tx.find(Activity)},
            entries,
            await tx.get(Membership, actor.person_id),
        )

    async def _subject(self, tx: Transaction, actor: Actor, key: str) -> Subject:
        council, found = await council_in(tx, actor.council_id), await _found(tx, key)
        seen = {GROUP, "people", actor.person_id}
        customs = tuple(each for each in await tx.find(CustomReminder, subject=key) if each.to in seen)
        start = found.when.start
        return Subject(
            council,
            key,
            found.title,
            start.replace(tzinfo=ZoneInfo(council.zone)) if start else None,
            customs,
            await tx.get(Membership, actor.person_id),
        )


async def _found(tx: Transaction, key: str) -> PlanEntry | Opening:
    what, _, record_id = key.partition("-")
    if what == "e":
        entry = await tx.get(PlanEntry, record_id)
        if entry is None or not takes_place(entry):
            raise NoSuchEntry
        return entry
    opening = await tx.get(Opening, record_id) if what == "o" else None
    if opening is None or opening.state is OpeningState.CANCELLED:
        raise NoSuchOpening
    return opening


async def _may_set(tx: Transaction, actor: Actor, scope: str) -> None:
    """Kinds are for the secretary and the chair; an activity and its entries for its coordinators as well."""
    what, dash, key = scope.partition("-")
    if dash and what == "e":
        entry = await _found(tx, scope)
        await allowed(tx, actor, Right.EDIT_PLAN, entry.activity_id)
    elif dash and what == "a" and await tx.get(Activity, key) is not None:
        await allowed(tx, actor, Right.EDIT_ACTIVITIES, key)
    elif scope in set(Kind):
        await allowed(tx, actor, Right.CHANGE_COUNCIL)
    else:
        raise NothingUnderstood


def _checked(distances: tuple[str, ...]) -> tuple[str, ...]:
    if len(distances) > MOST_DISTANCES:
        raise TooMany(MOST_DISTANCES)
    if not all(is_distance(distance) for distance in distances):
        raise NothingUnderstood
    return tuple(dict.fromkeys(distances))
