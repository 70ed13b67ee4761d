"""The undertakings of a council: seeing, renaming, merging, describing them."""

from dataclasses import dataclass, replace

from council.activities import known_as, merged, renamed
from council.editing import NOTE_LIMIT, TITLE_LIMIT
from council.openings import Opening
from council.permissions import Right, may
from council.ports import Transaction
from council.records import Activity, Change, Membership, PlanEntry
from council.refusals import NoSuchActivity, NothingUnderstood, TooLong
from services.desk import Actor, Desk, allowed, council_in


@dataclass(frozen=True, slots=True)
class ActivityPage:
    """One activity, its coordinators, how many entries it has.

    `editable` is whether the viewer may change it, `appointable` whether they may choose coordinators.
    """

    activity: Activity
    coordinators: tuple[Membership, ...]
    entries: int
    editable: bool
    appointable: bool


@dataclass(frozen=True, slots=True)
class ActivityList:
    """All activities of a council by name."""

    council_name: str
    pages: tuple[ActivityPage, ...]

    def page(self, activity_id: str) -> ActivityPage:
        """One of them.

        Raises:
            NoSuchActivity: when it is not there (any more).
        """
        for page in self.pages:
            if page.activity.id == activity_id:
                return page
        raise NoSuchActivity


class Activities:
    """The use cases about activities."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    async def listed(self, actor: Actor) -> ActivityList:
        """Every activity of the council."""
        async with self._desk.store.transaction(actor.council_id) as tx:
            council = await council_in(tx, actor.council_id)
            members = await tx.find(Membership)
            viewer = next((member for member in members if member.id == actor.person_id), None)
            entries = [entry.activity_id for entry in await tx.find(PlanEntry) if not entry.removed]
            activities = sorted(await tx.find(Activity), key=lambda activity: activity.name.casefold())
        pages = tuple(
            ActivityPage(
                activity,
                tuple(member for member in members if activity.id in member.coordinates),
                entries.count(activity.id),
                may(viewer, Right.EDIT_ACTIVITIES, activity.id),
                may(viewer, Right.MANAGE_PEOPLE),
            )
            for activity in activities
        )
        return ActivityList(council.name, pages)

    async def rename(self, actor: Actor, activity_id: str, name: str) -> Activity:
        """Give an activity another name; a name that another one has merges the two."""
        name = " ".join(name.split())
        if not name:
            raise NothingUnderstood
        if len(name) > TITLE_LIMIT:
            raise TooLong(TITLE_LIMIT)
        async with self._desk.store.transaction(actor.council_id) as tx:
            activity = await self._editable(tx, actor, activity_id)
            others = [other for other in await tx.find(Activity) if other.id != activity_id]
            namesake = known_as(others, name)
            if namesake is not None:
                await allowed(tx, actor, Right.EDIT_ACTIVITIES, namesake.id)
                return await self._merge(tx, namesake, activity)
            tx.put(changed := renamed(activity, name))
            return changed

    async def describe(self, actor: Actor, activity_id: str, text: str) -> Activity:
        """Say in a few words what it is."""
        if len(text) > NOTE_LIMIT:
            raise TooLong(NOTE_LIMIT)
        async with self._desk.store.transaction(actor.council_id) as tx:
            activity = await self._editable(tx, actor, activity_id)
            tx.put(changed := replace(activity, description=text.strip()))
            return changed

    async def merge(self, actor: Actor, kept_id: str, other_id: str) -> Activity:
        """Make two activities one: entries and coordinators of the other go over to the one that is kept.

        Raises:
            NoSuchActivity: one of them is not there (any more), or both are the same.
        """
        async with self._desk.store.transaction(actor.council_id) as tx:
            kept = await self._editable(tx, actor, kept_id)
            other = await self._editable(tx, actor, other_id)
            if kept.id == other.id:
                raise NoSuchActivity
            return await self._merge(tx, kept, other)

    async def _merge(self, tx: Transaction, kept: Activity, other: Activity) -> Activity:
        at = self._desk.clock.now()
        for entry in await tx.find(PlanEntry, activity_id=other.id):
            tx.put(replace(entry, activity_id=kept.id, changed=at))
        for opening in await tx.find(Opening, activity_id=other.id):
            tx.put(replace(opening, activity_id=kept.id))
        await _rewrite_history(tx, kept.id, other.id)
        for member in await tx.find(Membership):
            if other.id in member.coordinates:
                rest = tuple(c for c in member.coordinates if c not in {other.id, kept.id})
                tx.put(replace(member, coordinates=(*rest, kept.id)))
        tx.delete(Activity, other.id)
        tx.put(result := merged(kept, other))
        return result

    @staticmethod
    async def _editable(tx: Transaction, actor: Actor, activity_id: str) -> Activity:
        await allowed(tx, actor, Right.EDIT_ACTIVITIES, activity_id)
        activity = await tx.get(Activity, activity_id)
        if activity is None:
            raise NoSuchActivity
        return activity


async def _rewrite_history(tx: Transaction, kept_id: str, other_id: str) -> None:
    """Let no change that is taken back later bring an entry under an activity that is no more."""

    def moved(entry: PlanEntry) -> PlanEntry:
        return replace(entry, activity_id=kept_id) if entry.activity_id == other_id else entry

    for change in await tx.find(Change):
        rewritten = replace(change, before=change.before and moved(change.before), after=moved(change.after))
        if rewritten != change:
            tx.put(rewritten)
