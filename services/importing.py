"""Taking over a published plan: propose, show the difference, take over together or one by one."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Protocol

from council.comparing import Difference, Kind, compare
from council.editing import amend, changed_fields
from council.permissions import Right
from council.ports import Transaction
from council.records import Activity, Change, Membership, PlanEntry, Proposal, ReadEntry, Reading
from council.refusals import NoPlanFound, OutOfDate, Unreadable
from plans.unreadable import UnreadableDocument
from services.desk import Actor, Desk, allowed, council_in
from services.opening_changes import follow
from services.plan import activity_named, enter


@dataclass(frozen=True, slots=True)
class Offer:
    """A reading beside the plan it would change. `open` are the differences not settled yet."""

    proposal: Proposal
    council_name: str
    open: tuple[Difference, ...]
    activities: dict[str, str]

    @property
    def together(self) -> tuple[Difference, ...]:
        """What "take over" takes: everything that nobody has edited in chat."""
        return tuple(difference for difference in self.open if not difference.conflicts)

    @property
    def only_taken_off(self) -> bool:
        """Whether the document differs from the plan only in what the chat has taken off it."""
        return all(difference.conflicts == ("removed",) and not difference.fields for difference in self.open)

    @property
    def contested(self) -> tuple[Difference, ...]:
        """What both the document and the chat have changed."""
        return tuple(difference for difference in self.open if difference.conflicts)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was taken over, and how much was left because it was edited in chat."""

    added: int
    changed: int
    gone: int
    left: int


class DocumentReader(Protocol):
    """Reads documents in bounded memory and time (`plans.bounded.PlanReader`)."""

    async def read(self, data: bytes, name: str) -> Reading:
        """What the document of this name holds.

        Raises:
            UnreadableDocument: with the reason.
        """
        ...


class Importing:
    """The use cases about published plans."""

    def __init__(self, desk: Desk, reader: DocumentReader) -> None:
        self._desk = desk
        self._reader = reader

    async def check(self, actor: Actor) -> None:
        """Whether the actor may import at all, before a document is read.

        Raises:
            NotAllowed: when they may not.
        """
        async with self._desk.store.transaction(actor.council_id) as tx:
            await allowed(tx, actor, Right.IMPORT_PLAN)

    async def read(self, content: bytes, name: str) -> Reading:
        """What a document holds; nothing is kept yet.

        Raises:
            Unreadable: with the reason.
        """
        try:
            return await self._reader.read(content, name)
        except UnreadableDocument as error:
            raise Unreadable(error.reason, name) from None

    async def propose(self, actor: Actor, reading: Reading) -> Offer:
        """Keep a reading for "take over"; the plan stays as it is. A newer one replaces it.

        Raises:
            NoPlanFound: when nothing was read.
        """
        if not reading.entries:
            raise NoPlanFound
        at = self._desk.clock.now()
        async with self._desk.store.transaction(actor.council_id) as tx:
            await allowed(tx, actor, Right.IMPORT_PLAN)
            for older in await tx.find(Proposal):
                if older.by == actor.person_id:
                    tx.delete(Proposal, older.id)
            proposal = Proposal(self._desk.new_id(), actor.person_id, at, reading)
            offer = await self._offer(tx, actor, proposal)
            if offer.open:
                tx.put(proposal)
            return offer

    async def offer(self, actor: Actor, proposal_id: str) -> Offer:
        """The proposal beside the plan as it is now.

        Raises:
            OutOfDate: when it was settled, cancelled or replaced.
        """
        async with self._desk.store.transaction(actor.council_id) as tx:
            return await self._open_offer(tx, actor, proposal_id)

    async def take_over(self, actor: Actor, proposal_id: str) -> Outcome:
        """Take over everything that was not edited in chat; what was stays open to be decided on.

        Raises:
            OutOfDate: when that was done before, or the proposal is over.
        """
        async with self._desk.store.transaction(actor.council_id) as tx:
            offer = await self._open_offer(tx, actor, proposal_id)
            if offer.proposal.settled and not offer.together:  # not what somebody else took over meanwhile
                raise OutOfDate
            await self._apply(tx, actor, offer, offer.together)
            if offer.contested:
                taken = tuple(difference.key for difference in offer.together)
                tx.put(replace(offer.proposal, settled=(*offer.proposal.settled, *taken)))
            else:
                tx.delete(Proposal, proposal_id)
            return _outcome(offer.together, left=len(offer.contested))

    async def settle(self, actor: Actor, proposal_id: str, key: str, *, take: bool) -> Offer:
        """Take over one difference, edited in chat or not, or put it aside.

        Raises:
            OutOfDate: when it was settled before, or the proposal is over.
        """
        async with self._desk.store.transaction(actor.council_id) as tx:
            offer = await self._open_offer(tx, actor, proposal_id)
            chosen = [difference for difference in offer.open if difference.key == key]
            if not chosen:
                raise OutOfDate
            if take:
                await self._apply(tx, actor, offer, chosen)
            proposal = replace(offer.proposal, settled=(*offer.proposal.settled, key))
            remaining = await self._offer(tx, actor, proposal)
            if remaining.open:
                tx.put(proposal)
            else:
                tx.delete(Proposal, proposal_id)
            return remaining

    async def cancel(self, actor: Actor, proposal_id: str) -> None:
        """Forget the proposal; nothing was changed."""
        async with self._desk.store.transaction(actor.council_id) as tx:
            await self._open_offer(tx, actor, proposal_id)
            tx.delete(Proposal, proposal_id)

    async def _open_offer(self, tx: Transaction, actor: Actor, proposal_id: str) -> Offer:
        await allowed(tx, actor, Right.IMPORT_PLAN)
        proposal = await tx.get(Proposal, proposal_id)
        if proposal is None:
            raise OutOfDate
        return await self._offer(tx, actor, proposal)

    async def _offer(self, tx: Transaction, actor: Actor, proposal: Proposal) -> Offer:
        council = await council_in(tx, actor.council_id)
        activities = {activity.id: activity.name for activity in await tx.find(Activity)}
        differences = compare(await tx.find(PlanEntry), proposal.reading, activities)
        still_open = tuple(d for d in differences if d.key not in proposal.settled)
        return Offer(proposal, council.name, still_open, activities)

    async def _apply(
        self, tx: Transaction, actor: Actor, offer: Offer, differences: Iterable[Difference]
    ) -> None:
        member = await allowed(tx, actor, Right.IMPORT_PLAN)
        places = {id(entry): place for place, entry in enumerate(offer.proposal.reading.entries)}
        for difference in differences:
            place = places.get(id(difference.theirs), 0)
            before, after = await self._taken_over(tx, difference, place)
            fields = ("added",) if before is None else changed_fields(before, after)
            if before is not None:
                await follow(tx, self._desk, actor.council_id, before, after)
            tx.put(_imported(self._desk.new_id(), member, before, after, fields))

    async def _taken_over(
        self, tx: Transaction, difference: Difference, place: int
    ) -> tuple[PlanEntry | None, PlanEntry]:
        entry, theirs = difference.entry, difference.theirs
        if entry is None:
            assert theirs is not None
            return None, await enter(
                tx,
                self._desk,
                theirs.printed,
                entry_id=self._desk.new_id(),
                source=theirs.source,
                place_in_plan=place,
            )
        if theirs is None:
            # No edition prints it any more: one that does again adds it.
            after = replace(amend(entry, self._desk.clock.now(), removed=True), printed=None)
        else:
            after = await self._changed(tx, entry, theirs, difference, place)
        tx.put(after)
        return entry, after

    async def _changed(
        self, tx: Transaction, entry: PlanEntry, theirs: ReadEntry, difference: Difference, place: int
    ) -> PlanEntry:
        new = {name: getattr(theirs.printed, name) for name in difference.fields}
        if "activity" in new:
            new["activity_id"] = await activity_named(tx, self._desk, new.pop("activity"))
        amended = amend(entry, self._desk.clock.now(), **new, removed=False)
        return replace(amended, printed=theirs.printed, source=theirs.source, place_in_plan=place)


def _imported(
    change_id: str, by: Membership, before: PlanEntry | None, after: PlanEntry, fields: tuple[str, ...]
) -> Change:
    return Change(change_id, after.id, after.changed, by.id, by.name, by.role, fields, before, after)


def _outcome(taken: Iterable[Difference], *, left: int) -> Outcome:
    kinds = [difference.kind for difference in taken]
    return Outcome(kinds.count(Kind.ADDED), kinds.count(Kind.CHANGED), kinds.count(Kind.GONE), left)
