"""Openings: making them, changing them, and what everybody sees of them."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from council.activities import known_as
from council.board import Board
from council.opening_edits import check, copied
from council.opening_events import resize
from council.openings import Audience, Claim, Opening, OpeningState, Question, SignUp, Tally
from council.permissions import Right, may, may_somewhere
from council.places import is_over
from council.ports import Transaction
from council.questions import check_question, claimed
from council.records import Activity, Council, Membership, PlanEntry, Role
from council.refusals import MembersOnly, NoSuchEntry, NotAllowed
from council.when import When
from services.boards import OpeningPage, board_in, opening_in, page_in, settle
from services.desk import Actor, Desk, allowed, council_in
from services.opening_changes import move_in, set_state_in
from services.plan import activity_named


@dataclass(frozen=True, slots=True)
class Listed:
    """An opening in a list, with its sums and whether the person who looks is on it."""

    opening: Opening
    tally: Tally
    mine: SignUp | None = None


@dataclass(frozen=True, slots=True)
class OpeningList:
    """The openings of a council, the next first."""

    council: Council
    lines: tuple[Listed, ...]
    viewer: Membership | None
    today: date
    activities: dict[str, str]

    @property
    def runs(self) -> bool:
        """Whether whoever looks may open places somewhere."""
        return may_somewhere(self.viewer, Right.RUN_OPENINGS)


class Openings:
    """The use cases of those who need people."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    async def page(self, person_id: str, council_id: str, opening_id: str) -> OpeningPage:
        """An opening for whoever has its link.

        Raises:
            NoSuchOpening; MembersOnly: it is for the council, and they are not on it.
        """
        async with self._desk.store.transaction(council_id) as tx:
            page = await page_in(tx, self._desk, council_id, opening_id, person_id)
        outsider = page.viewer is None or page.viewer.role is Role.VOLUNTEER
        if page.opening.audience is Audience.MEMBERS and outsider and page.mine is None:
            raise MembersOnly
        return page

    async def run_page(self, actor: Actor, opening_id: str) -> OpeningPage:
        """An opening for those who run it.

        Raises:
            NoSuchOpening, NotAllowed
        """
        async with self._desk.store.transaction(actor.council_id) as tx:
            page = await page_in(tx, self._desk, actor.council_id, opening_id, actor.person_id)
        if not page.runs:
            raise NotAllowed(Right.RUN_OPENINGS)
        return page

    async def listed(self, actor: Actor, *, past: bool = False) -> OpeningList:
        """What is open now (`past`: what is over or cancelled) for whoever looks, the next first."""
        async with self._desk.store.transaction(actor.council_id) as tx:
            council = await council_in(tx, actor.council_id)
            viewer = await tx.get(Membership, actor.person_id)
            now = self._desk.clock.now()
            lines = [
                Listed(
                    opening,
                    await tx.get(Tally, opening.id) or Tally(opening.id),
                    await tx.get(SignUp, f"{opening.id}-{actor.person_id}"),
                )
                for opening in await tx.find(Opening)
                if _over(opening, council, self._desk) == past and _seen_by(opening, viewer)
            ]
            activities = {activity.id: activity.name for activity in await tx.find(Activity)}
        lines.sort(key=lambda line: (line.opening.when.order, line.opening.title))
        return OpeningList(
            council, tuple(lines), viewer, now.astimezone(ZoneInfo(council.zone)).date(), activities
        )

    async def of_entry(self, actor: Actor, entry_id: str) -> tuple[Listed, ...]:
        """The openings of one entry of the plan."""
        async with self._desk.store.transaction(actor.council_id) as tx:
            viewer = await tx.get(Membership, actor.person_id)
            return tuple(
                [
                    Listed(opening, await tx.get(Tally, opening.id) or Tally(opening.id))
                    for opening in await tx.find(Opening, entry_id=entry_id)
                    if opening.state is not OpeningState.CANCELLED and _seen_by(opening, viewer)
                ]
            )

    async def may_open(self, actor: Actor, activity_id: str = "") -> None:
        """Whether this person may open places (for this activity, or at all).

        Raises:
            NotAllowed
        """
        async with self._desk.store.transaction(actor.council_id) as tx:
            member = await tx.get(Membership, actor.person_id)
        somewhere = may_somewhere(member, Right.RUN_OPENINGS)
        if not (may(member, Right.RUN_OPENINGS, activity_id) if activity_id else somewhere):
            raise NotAllowed(Right.RUN_OPENINGS)

    async def open(self, actor: Actor, opening: Opening, activity_name: str = "") -> OpeningPage:
        """Open places. `opening` comes without an activity when it is named; its id was made for it.

        Doing it again with the same id changes nothing. A coordinator of one activity alone, who names none,
        opens it for that one.

        Raises:
            NotAllowed, NothingUnderstood, TooLong, NotANumber, NoSuchEntry
        """
        check(opening)
        async with self._desk.store.transaction(actor.council_id) as tx:
            if await tx.get(Opening, opening.id) is None:
                opening = await self._placed(tx, actor, opening, activity_name)
                await allowed(tx, actor, Right.RUN_OPENINGS, opening.activity_id)
                tx.put(replace(opening, created=self._desk.clock.now(), created_by=actor.person_id))
                tx.put(Tally(opening.id))
            return await page_in(tx, self._desk, actor.council_id, opening.id, actor.person_id)

    async def _placed(self, tx: Transaction, actor: Actor, opening: Opening, activity_name: str) -> Opening:
        """Under its entry or activity, with the time and place of the entry where it has none of its own."""
        if opening.entry_id:
            entry = await tx.get(PlanEntry, opening.entry_id)
            if entry is None or entry.removed:
                raise NoSuchEntry
            return replace(
                opening,
                activity_id=entry.activity_id,
                when=opening.when if opening.when != When() else entry.when,
                place=opening.place or entry.place,
            )
        member = await tx.get(Membership, actor.person_id)
        if activity_name and (known := await _known_activity(tx, activity_name)):
            return replace(opening, activity_id=known)
        if activity_name and may(member, Right.EDIT_PLAN):
            return replace(opening, activity_id=await activity_named(tx, self._desk, activity_name))
        if member is not None and not may(member, Right.RUN_OPENINGS) and len(member.coordinates) == 1:
            return replace(opening, activity_id=member.coordinates[0])
        return opening

    async def change(self, actor: Actor, opening_id: str, **fields: Any) -> OpeningPage:
        """Change what an opening says (not its time, place, size or state, of which people hear).

        Raises:
            NoSuchOpening, NotAllowed, NothingUnderstood, TooLong, NotANumber
        """
        async with self._desk.store.transaction(actor.council_id) as tx:
            opening = await opening_in(tx, opening_id)
            await allowed(tx, actor, Right.RUN_OPENINGS, opening.activity_id)
            tx.put(check(replace(opening, **fields)))
            return await page_in(tx, self._desk, actor.council_id, opening_id, actor.person_id)

    async def ask(self, actor: Actor, opening_id: str, question: Question) -> OpeningPage:
        """Ask everybody who signs up one more question.

        Raises:
            Sensitive, NothingUnderstood, TooLong, TooMany, NoSuchOpening, NotAllowed
        """
        async with self._desk.store.transaction(actor.council_id) as tx:
            opening = await opening_in(tx, opening_id)
            await allowed(tx, actor, Right.RUN_OPENINGS, opening.activity_id)
            others = [known for known in opening.questions if known.id != question.id]
            check_question(question, others)
            tx.put(replace(opening, questions=(*others, question)))
            return await page_in(tx, self._desk, actor.council_id, opening_id, actor.person_id)

    async def ask_no_more(self, actor: Actor, opening_id: str, question_id: str) -> OpeningPage:
        """Drop a question; the answers that were given go with it."""
        async with self._desk.store.transaction(actor.council_id) as tx:
            opening = await opening_in(tx, opening_id)
            await allowed(tx, actor, Right.RUN_OPENINGS, opening.activity_id)
            dropped = opening.question(question_id)
            kept = tuple(known for known in opening.questions if known.id != question_id)
            for signup in await tx.find(SignUp, opening_id=opening_id):
                answers = tuple(pair for pair in signup.answers if pair[0] != question_id)
                if dropped is not None and answers != signup.answers:
                    tx.delete(Claim, claimed(opening_id, dropped, signup.answer(question_id)))
                    tx.put(replace(signup, answers=answers))
            tx.put(replace(opening, questions=kept))
            return await page_in(tx, self._desk, actor.council_id, opening_id, actor.person_id)

    async def resize(self, actor: Actor, opening_id: str, capacity: int | None) -> OpeningPage:
        """Have so many places (None: no limit); more are offered to those who wait.

        Raises:
            CapacityTooLow: nobody is thrown out by a number.
        """
        async with self._desk.store.transaction(actor.council_id) as tx:
            board = await self._board(tx, actor, opening_id)
            board = resize(board, capacity)
            check(board.opening)
            await settle(tx, board)
            return await page_in(tx, self._desk, actor.council_id, opening_id, actor.person_id)

    async def move(
        self, actor: Actor, opening_id: str, *, when: When | None = None, place: str | None = None
    ) -> OpeningPage:
        """Another time or place; those who signed up are told and asked whether they still can."""
        async with self._desk.store.transaction(actor.council_id) as tx:
            board = await self._board(tx, actor, opening_id)
            await move_in(tx, board, when=when, place=place)
            return await page_in(tx, self._desk, actor.council_id, opening_id, actor.person_id)

    async def set_state(self, actor: Actor, opening_id: str, state: OpeningState) -> OpeningPage:
        """Open, pause, close or cancel it; of the last, and of taking that back, everyone hears."""
        async with self._desk.store.transaction(actor.council_id) as tx:
            board = await self._board(tx, actor, opening_id)
            await set_state_in(tx, board, state)
            return await page_in(tx, self._desk, actor.council_id, opening_id, actor.person_id)

    async def copies_of(self, actor: Actor, entry_id: str) -> list[tuple[PlanEntry, int]]:
        """Earlier entries of the same activity that had openings, with how many, the latest first."""
        async with self._desk.store.transaction(actor.council_id) as tx:
            entry = await tx.get(PlanEntry, entry_id)
            if entry is None:
                raise NoSuchEntry
            await allowed(tx, actor, Right.RUN_OPENINGS, entry.activity_id)
            siblings = await tx.find(PlanEntry, activity_id=entry.activity_id) if entry.activity_id else []
            counted = [
                (other, len(await tx.find(Opening, entry_id=other.id)))
                for other in siblings
                if other.id != entry_id and other.when.order < entry.when.order
            ]
        return sorted(
            (pair for pair in counted if pair[1]), key=lambda pair: pair[0].when.order, reverse=True
        )

    async def copy(self, actor: Actor, source_id: str, entry_id: str) -> int:
        """Copy all openings of one entry to a later one, times moved along; returns how many are new."""
        async with self._desk.store.transaction(actor.council_id) as tx:
            old, new = await tx.get(PlanEntry, source_id), await tx.get(PlanEntry, entry_id)
            if old is None or new is None or new.removed:
                raise NoSuchEntry
            await allowed(tx, actor, Right.RUN_OPENINGS, new.activity_id)
            await allowed(tx, actor, Right.RUN_OPENINGS, old.activity_id)
            there = {opening.title for opening in await tx.find(Opening, entry_id=entry_id)}
            count, at = 0, self._desk.clock.now()
            for opening in await tx.find(Opening, entry_id=source_id):
                if opening.title not in there:  # a second tap copies nothing twice
                    key = self._desk.new_id() + self._desk.new_id()
                    tx.put(copied(opening, old, new, key=key, by=actor.person_id, at=at))
                    tx.put(Tally(key))
                    count += 1
            return count

    async def _board(self, tx: Transaction, actor: Actor, opening_id: str) -> Board:
        board = await board_in(tx, self._desk, actor.council_id, opening_id)
        await allowed(tx, actor, Right.RUN_OPENINGS, board.opening.activity_id)
        return board


def _over(opening: Opening, council: Council, desk: Desk) -> bool:
    cancelled = opening.state is OpeningState.CANCELLED
    return cancelled or is_over(opening, desk.clock.now(), council.zone)


def _seen_by(opening: Opening, viewer: Membership | None) -> bool:
    on_council = viewer is not None and viewer.role is not Role.VOLUNTEER
    return on_council or opening.audience is Audience.ANYONE


async def _known_activity(tx: Transaction, name: str) -> str:
    known = known_as(await tx.find(Activity), name)
    return known.id if known else ""
