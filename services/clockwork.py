"""What happens by itself in a council: offers that lapse, notices whose time has come, answers that go."""

from collections.abc import Collection
from dataclasses import replace
from datetime import datetime, timedelta

from council.notice import Notice
from council.openings import Claim, Opening, SignUp
from council.ports import Transaction
from council.records import COMMONS, Council, Draft, Record
from council.reminding import Horizon
from council.signups import lapse
from council.times import ends
from services.boards import board_in, settle
from services.desk import Desk
from services.planning import plan

_NIGHT = "night"
KEPT = timedelta(days=60)
"""How long the ledger remembers what became of a notice."""


class Clockwork:
    """The use cases of the clock."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    async def ring(
        self,
        council_id: str,
        *,
        anew: bool = False,
        since: datetime | None = None,
        besides: Collection[str] = (),
    ) -> datetime | None:
        """Do what is due in a council; returns when to ring next, or None when nothing is ahead.

        `anew`: something was changed of which people are reminded, `since` then (None: nobody knows when).
        `besides` are the notices that are on their way already.
        """
        async with self._desk.store.transaction(council_id) as tx:
            council = await tx.get(Council, council_id)
            if council is None:
                return None
            now = self._desk.clock.now()
            reminder = await plan(tx, council, now, anew=anew, since=since, besides=besides)
            for signup in await tx.find(SignUp, pending="yes"):
                if signup.offered_until is not None and signup.offered_until <= now:
                    board = await board_in(tx, self._desk, council_id, signup.opening_id)
                    await settle(tx, lapse(board, signup))
            ahead = [at for at in (reminder, await _next(tx, now)) if at is not None]
            return min(ahead, default=None)

    async def erase_answers(self, council_id: str) -> int:
        """Erase the answers to questions of what is long over, in every copy; returns of how many openings.

        Phone numbers and how people agreed go with them; the counts stay. That it is done is noted last, so
        that the next call finishes what was broken off.
        """
        now = self._desk.clock.now()
        async with self._desk.store.transaction(council_id) as tx:
            council = await tx.get(Council, council_id)
            openings = await tx.find(Opening) if council else []
            due = frozenset(opening.id for opening in openings if council and _is_due(opening, council, now))
        if due:
            for tenant in (COMMONS, council_id):  # in the commons are forms that somebody left half filled
                await self._desk.store.rewrite(tenant, lambda record: _without_answers(record, due))
        return len(due)

    async def last_night(self) -> datetime | None:
        """When a night's work was last done; None when it never was."""
        async with self._desk.store.transaction(COMMONS) as tx:
            known = await tx.get(Horizon, _NIGHT)
            return known.until if known else None

    async def note_night(self, at: datetime) -> None:
        """A night's work is done."""
        async with self._desk.store.transaction(COMMONS) as tx:
            tx.put(Horizon(_NIGHT, at))

    async def prune(self, council_id: str) -> int:
        """Drop notices from the ledger whose time is long past; returns how many."""
        before = self._desk.clock.now() - KEPT
        async with self._desk.store.transaction(council_id) as tx:
            old = [
                notice
                for notice in await tx.find(Notice)
                if notice.state != "waiting" and max(notice.created, notice.useful or notice.created) < before
            ]
            for notice in old:
                tx.delete(Notice, notice.id)
            return len(old)


def _is_due(opening: Opening, council: Council, now: datetime) -> bool:
    end = ends(opening.when, council.zone) or opening.closes
    return not opening.erased and end is not None and end + timedelta(days=council.answers_days) <= now


def _without_answers(record: Record, openings: frozenset[str]) -> Record | None:
    match record:
        case SignUp(opening_id=opening_id) if opening_id in openings:
            return replace(record, answers=(), phone="", agreed="")
        case Claim(id=key) if key.partition(":")[0] in openings:
            return None
        case Notice(facts=facts) if _about(facts) & openings:
            return replace(
                record, facts=tuple((name, "" if name == "phone" else text) for name, text in facts)
            )
        case Draft(answers=given) if _about(given) & openings:
            return None
        case Opening(id=key) if key in openings:
            return replace(record, erased=True)
    return record


def _about(facts: tuple[tuple[str, str], ...]) -> frozenset[str]:
    return frozenset(text for _, text in facts)


async def _next(tx: Transaction, now: datetime) -> datetime | None:
    offers = [signup.offered_until for signup in await tx.find(SignUp, pending="yes")]
    notices = [notice.not_before for notice in await tx.find(Notice, state="waiting")]
    ahead = [at for at in (*offers, *notices) if at is not None and at > now]
    return min(ahead, default=None)
