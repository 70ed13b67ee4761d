"""Taking over a published plan: propose, ask, show the difference, take over together or one by one."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Protocol, TypeVar

from council import asking
from council.asking import Line, Question
from council.comparing import Difference, compare
from council.permissions import Right
from council.ports import Transaction
from council.records import Activity, PlanEntry, Printed, Proposal, Reading
from council.refusals import NoPlanFound, OutOfDate, Unreadable
from council.when import When
from plans.unreadable import UnreadableDocument
from services.asking import with_time
from services.desk import Actor, Desk, allowed, council_in
from services.taking_over import Outcome, apply, outcome

__all__ = ["DocumentReader", "Importing", "Offer", "Outcome"]

Asked = TypeVar("Asked", Question, Line)

Progress = Callable[[int, int], None]
"""Told of the page that is read and how many there are; often, and not always."""


@dataclass(frozen=True, slots=True)
class Offer:
    """A reading beside the plan it would change. `open` are the differences not settled yet.

    `on_plan` are the words of lines that somebody has placed before.
    """

    proposal: Proposal
    council_name: str
    open: tuple[Difference, ...]
    activities: dict[str, str]
    on_plan: frozenset[str] = frozenset()

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

    @property
    def questions(self) -> tuple[Question, ...]:
        """What to ask; about what is on the plan already, nothing."""
        places = {difference.line.place for difference in self.open if difference.line}
        return tuple(each for each in asking.questions(self.proposal) if each.entry in places)

    @property
    def lines(self) -> tuple[Line, ...]:
        """The lines that could not be placed and are not on the plan yet."""
        return tuple(each for each in asking.unplaced(self.proposal) if each.source.words not in self.on_plan)

    def question(self, key: str) -> Question:
        """The open question of this key.

        Raises:
            OutOfDate: when it was answered.
        """
        return _one(self.questions, key)

    def line(self, key: str) -> Line:
        """The open line of this key.

        Raises:
            OutOfDate: when it was placed or dropped.
        """
        return _one(self.lines, key)


class DocumentReader(Protocol):
    """Reads documents in bounded memory and time (`plans.bounded.PlanReader`)."""

    async def read(
        self, data: bytes, name: str, *, year: int | None = None, progress: Progress | None = None
    ) -> Reading:
        """What the document of this name holds; `year` is for one that does not say its own.

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

    async def read(
        self, content: bytes, name: str, *, year: int | None = None, progress: Progress | None = None
    ) -> Reading:
        """What a document holds; nothing is kept yet.

        Raises:
            Unreadable: with the reason.
        """
        try:
            return await self._reader.read(content, name, year=year, progress=progress)
        except UnreadableDocument as error:
            raise Unreadable(error.reason, name) from None

    async def propose(self, actor: Actor, reading: Reading) -> Offer:
        """Keep a reading for "take over"; the plan stays as it is. A newer one replaces it.

        Raises:
            NoPlanFound: when nothing was read.
        """
        if not (reading.entries or reading.unplaced):
            raise NoPlanFound
        at = self._desk.clock.now()
        async with self._desk.store.transaction(actor.council_id) as tx:
            await allowed(tx, actor, Right.IMPORT_PLAN)
            for older in await tx.find(Proposal):
                if older.by == actor.person_id:
                    tx.delete(Proposal, older.id)
            proposal = Proposal(self._desk.new_id(), actor.person_id, at, reading)
            offer = await self._offer(tx, actor, proposal)
            if offer.open or offer.lines:
                tx.put(proposal)
            return offer

    async def offer(self, actor: Actor, proposal_id: str) -> Offer:
        """The proposal beside the plan as it is now.

        Raises:
            OutOfDate: when it was settled, cancelled or replaced.
        """
        async with self._desk.store.transaction(actor.council_id) as tx:
            return await self._open_offer(tx, actor, proposal_id)

    async def answer(self, actor: Actor, proposal_id: str, key: str, when: When | None) -> Offer:
        """Answer a question with a time, or leave what it is about as it was read (None).

        Raises:
            OutOfDate: when it was answered before, or the proposal is over.
        """
        async with self._desk.store.transaction(actor.council_id) as tx:
            offer = await self._open_offer(tx, actor, proposal_id)
            question = offer.question(key)
            if when is None:
                proposal = asking.left_alone(offer.proposal, question)
            else:
                proposal = asking.answered(offer.proposal, question, with_time(question, when))
            return await self._kept(tx, actor, proposal)

    async def place(self, actor: Actor, proposal_id: str, key: str, printed: Printed | None) -> Offer:
        """Make an entry of a line that could not be placed, or drop the line (None).

        Raises:
            OutOfDate: when that was done before, or the proposal is over.
        """
        async with self._desk.store.transaction(actor.council_id) as tx:
            offer = await self._open_offer(tx, actor, proposal_id)
            line = offer.line(key)
            if printed is None:
                return await self._kept(tx, actor, asking.dropped(offer.proposal, line))
            return await self._kept(tx, actor, asking.placed(offer.proposal, line, printed))

    async def take_over(self, actor: Actor, proposal_id: str) -> Outcome:
        """Take over everything that was not edited in chat; what was stays open to be decided on.

        Questions without an answer do not hinder it. Lines without a place can still be placed.

        Raises:
            OutOfDate: when that was done before, or the proposal is over.
        """
        async with self._desk.store.transaction(actor.council_id) as tx:
            offer = await self._open_offer(tx, actor, proposal_id)
            if offer.proposal.settled and not offer.together:  # not what somebody else took over meanwhile
                raise OutOfDate
            await apply(tx, self._desk, actor, offer.proposal, offer.together)
            taken = tuple(difference.key for difference in offer.together)
            settled = replace(offer.proposal, settled=(*offer.proposal.settled, *taken))
            await self._kept(tx, actor, settled)
            return outcome(offer.together, left=len(offer.contested), lines=len(offer.lines))

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
                await apply(tx, self._desk, actor, offer.proposal, chosen)
            return await self._kept(
                tx, actor, replace(offer.proposal, settled=(*offer.proposal.settled, key))
            )

    async def cancel(self, actor: Actor, proposal_id: str) -> None:
        """Forget the proposal; nothing was changed."""
        async with self._desk.store.transaction(actor.council_id) as tx:
            await self._open_offer(tx, actor, proposal_id)
            tx.delete(Proposal, proposal_id)

    async def _kept(self, tx: Transaction, actor: Actor, proposal: Proposal) -> Offer:
        """What is left of a proposal; one with nothing to decide is over."""
        remaining = await self._offer(tx, actor, proposal)
        if remaining.open or remaining.lines:
            tx.put(proposal)
        else:
            tx.delete(Proposal, proposal.id)
        return remaining

    async def _open_offer(self, tx: Transaction, actor: Actor, proposal_id: str) -> Offer:
        await allowed(tx, actor, Right.IMPORT_PLAN)
        proposal = await tx.get(Proposal, proposal_id)
        if proposal is None:
            raise OutOfDate
        return await self._offer(tx, actor, proposal)

    async def _offer(self, tx: Transaction, actor: Actor, proposal: Proposal) -> Offer:
        council = await council_in(tx, actor.council_id)
        activities = {activity.id: activity.name for activity in await tx.find(Activity)}
        entries = await tx.find(PlanEntry)
        differences = compare(entries, proposal.reading, activities)
        still_open = tuple(d for d in differences if d.key not in proposal.settled)
        by_hand = (e for e in entries if e.source and not e.printed and not e.removed)
        words = frozenset(entry.source.words for entry in by_hand if entry.source)
        return Offer(proposal, council.name, still_open, activities, words)


def _one(asked: tuple[Asked, ...], key: str) -> Asked:
    found = [each for each in asked if each.key == key]
    if not found:
        raise OutOfDate
    return found[0]
