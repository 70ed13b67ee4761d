"""The plan: looking at it, adding to it, changing it, taking changes back."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from council.activities import canonical, known_as
from council.editing import NOTE_LIMIT, PLACE_LIMIT, TITLE_LIMIT, amend, changed_fields, same_time, undo
from council.openings import Opening, OpeningState, Tally
from council.overview import on_plan
from council.permissions import Right, may_somewhere
from council.ports import Transaction
from council.records import Activity, Change, Council, Membership, PlanEntry, Printed, Source
from council.refusals import NoSuchEntry, NotAllowed, NothingUnderstood, OutOfDate, TooLong
from council.when import When
from services.desk import Actor, Desk, allowed, council_in
from services.opening_changes import follow

_LIMITS = {
    "title": TITLE_LIMIT,
    "activity": TITLE_LIMIT,
    "place": PLACE_LIMIT,
    "waiting_for": PLACE_LIMIT,
    "responsible": PLACE_LIMIT,
    "note": NOTE_LIMIT,
}


@dataclass(frozen=True, slots=True)
class Plan:
    """The plan as it stands: what is on it in order of time, the activities, today in the council's zone."""

    council: Council
    entries: list[PlanEntry]
    activities: dict[str, Activity]
    today: date

    def activity_name(self, entry: PlanEntry) -> str:
        """The name of the entry's activity, or ""."""
        activity = self.activities.get(entry.activity_id)
        return activity.name if activity else ""


@dataclass(frozen=True, slots=True)
class EntryPage:
    """One entry with all that is known of it; `history` is oldest first, `viewer` who looks (or None).

    `openings` are the places that people can take, each with its sums.
    """

    plan: Plan
    entry: PlanEntry
    history: tuple[Change, ...]
    viewer: Membership | None
    openings: tuple[tuple[Opening, Tally], ...] = ()


class Plans:
    """The use cases about the plan."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    async def plan(self, council_id: str) -> Plan:
        """Everything on the plan."""
        async with self._desk.store.transaction(council_id) as tx:
            return await self._plan(tx, council_id)

    async def entry(self, actor: Actor, entry_id: str) -> EntryPage:
        """One entry, which may have been removed (its history tells).

        Raises:
            NoSuchEntry: when there never was one.
        """
        async with self._desk.store.transaction(actor.council_id) as tx:
            return await self._page(tx, actor, entry_id)

    async def may_add(self, actor: Actor) -> None:
        """Whether the actor may add anything at all, before they are asked what.

        Raises:
            NotAllowed: when they may not.
        """
        async with self._desk.store.transaction(actor.council_id) as tx:
            if not may_somewhere(await tx.get(Membership, actor.person_id), Right.EDIT_PLAN):
                raise NotAllowed(Right.EDIT_PLAN)

    async def add(self, actor: Actor, printed: Printed, *, entry_id: str) -> EntryPage:
        """Put something new on the plan under this id; the same id again adds nothing.

        Its activity is found by name, or made.
        """
        _within_limits({name: getattr(printed, name) for name in _LIMITS if name != "note"})
        async with self._desk.store.transaction(actor.council_id) as tx:
            if await tx.get(PlanEntry, entry_id) is not None:
                return await self._page(tx, actor, entry_id)
            activities = await tx.find(Activity)
            activity = known_as(activities, printed.activity) if printed.activity else None
            member = await allowed(tx, actor, Right.EDIT_PLAN, activity.id if activity else "")
            entry = await enter(tx, self._desk, printed, entry_id=entry_id)
            tx.put(self._change(entry, None, member, ("added",)))
            return await self._page(tx, actor, entry.id)

    async def saved(self, actor: Actor, entry_id: str) -> EntryPage:
        """What a form with this token has put on the plan.

        Raises:
            OutOfDate: when it has put nothing there.
        """
        async with self._desk.store.transaction(actor.council_id) as tx:
            if await tx.get(PlanEntry, entry_id) is None:
                raise OutOfDate
            return await self._page(tx, actor, entry_id)

    async def amend(self, actor: Actor, entry_id: str, **fields: Any) -> EntryPage:
        """Change fields of an entry (those of `PlanEntry`); nothing is written when nothing is different.

        Raises:
            NoSuchEntry, NotAllowed, TooLong, NothingUnderstood (an empty title).
        """
        _within_limits(fields)
        async with self._desk.store.transaction(actor.council_id) as tx:
            return await self._amend(tx, actor, entry_id, **fields)

    async def assign(self, actor: Actor, entry_id: str, activity_name: str) -> EntryPage:
        """Put an entry under the activity of this name, made if there is none; "" takes it out of any.

        Raises:
            NoSuchEntry, NotAllowed (coordinators too: what is theirs stays theirs), TooLong.
        """
        _within_limits({"activity": activity_name})
        async with self._desk.store.transaction(actor.council_id) as tx:
            await allowed(tx, actor, Right.EDIT_PLAN)
            activity_id = await activity_named(tx, self._desk, activity_name)
            return await self._amend(tx, actor, entry_id, activity_id=activity_id)

    async def undo(self, actor: Actor, entry_id: str, change_id: str) -> EntryPage:
        """Take back the last change, which has this id.

        Raises:
            OutOfDate: when another change is the last one by now.
            NothingToUndo: when none is left.
        """
        async with self._desk.store.transaction(actor.council_id) as tx:
            entry, member = await self._editable(tx, actor, entry_id)
            history = await tx.find(Change, entry_id=entry_id)
            before = undo(entry, history, change_id, self._desk.clock.now())
            tx.put(before)
            await follow(tx, self._desk, actor.council_id, entry, before)
            fields = changed_fields(entry, before)
            tx.put(self._change(before, entry, member, fields, undoes=change_id))
            return await self._page(tx, actor, entry_id)

    async def _amend(self, tx: Transaction, actor: Actor, entry_id: str, **fields: Any) -> EntryPage:
        entry, member = await self._editable(tx, actor, entry_id)
        amended = amend(entry, self._desk.clock.now(), **fields)
        if amended is not entry:
            tx.put(amended)
            await follow(tx, self._desk, actor.council_id, entry, amended)
            tx.put(self._change(amended, entry, member, changed_fields(entry, amended)))
        return await self._page(tx, actor, entry_id)

    async def _editable(self, tx: Transaction, actor: Actor, entry_id: str) -> tuple[PlanEntry, Membership]:
        entry = await tx.get(PlanEntry, entry_id)
        if entry is None:
            raise NoSuchEntry
        return entry, await allowed(tx, actor, Right.EDIT_PLAN, entry.activity_id)

    def _change(
        self,
        after: PlanEntry,
        before: PlanEntry | None,
        by: Membership,
        fields: tuple[str, ...],
        *,
        undoes: str = "",
    ) -> Change:
        return Change(
            self._desk.new_id(),
            after.id,
            after.changed,
            by.id,
            by.name,
            by.role,
            fields,
            before,
            after,
            undoes,
        )

    async def _plan(self, tx: Transaction, council_id: str) -> Plan:
        council = await council_in(tx, council_id)
        activities = {activity.id: activity for activity in await tx.find(Activity)}
        today = self._desk.clock.now().astimezone(ZoneInfo(council.zone)).date()
        return Plan(council, on_plan(await tx.find(PlanEntry)), activities, today)

    async def _page(self, tx: Transaction, actor: Actor, entry_id: str) -> EntryPage:
        entry = await tx.get(PlanEntry, entry_id)
        if entry is None:
            raise NoSuchEntry
        history = tuple(await tx.find(Change, entry_id=entry_id))
        plan = await self._plan(tx, actor.council_id)
        openings = tuple(
            [
                (opening, await tx.get(Tally, opening.id) or Tally(opening.id))
                for opening in await tx.find(Opening, entry_id=entry_id)
                if opening.state is not OpeningState.CANCELLED
            ]
        )
        return EntryPage(plan, entry, history, await tx.get(Membership, actor.person_id), openings)


async def enter(
    tx: Transaction,
    desk: Desk,
    printed: Printed,
    *,
    entry_id: str,
    source: Source | None = None,
    was: When | None = None,
    place_in_plan: int = 0,
) -> PlanEntry:
    """Put a new entry into the open transaction; what comes from a document (`source`) keeps its print.

    `was` is the time from which the document itself says that it was moved.
    """
    at = desk.clock.now()
    entry = PlanEntry(
        id=entry_id,
        title=printed.title,
        when=printed.when,
        created=at,
        changed=at,
        kind=printed.kind,
        status=printed.status,
        activity_id=await activity_named(tx, desk, printed.activity),
        place=printed.place,
        waiting_for=printed.waiting_for,
        responsible=printed.responsible,
        was=None if was is None or same_time(was, printed.when) else was,
        source=source,
        printed=printed if source else None,
        place_in_plan=place_in_plan,
    )
    tx.put(entry)
    return entry


async def activity_named(tx: Transaction, desk: Desk, name: str) -> str:
    """The id of the activity of this name, made if there is none; "" for ""."""
    name = canonical(name)
    if not name:
        return ""
    activity = known_as(await tx.find(Activity), name)
    if activity is None:
        activity = Activity(desk.new_id(), name)
        tx.put(activity)
    return activity.id


def _within_limits(fields: dict[str, Any]) -> None:
    if "title" in fields and not fields["title"].strip():
        raise NothingUnderstood
    for name, limit in _LIMITS.items():
        if len(fields.get(name, "")) > limit:
            raise TooLong(limit)
