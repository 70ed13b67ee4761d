"""The ledger of what the bot says unasked: what is to be said now, and what became of it."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from council.due import GROUP
from council.notice import Notice
from council.openings import SignUp
from council.records import COMMONS, Council, Membership, Role
from council.reminding import NextDue
from council.taking_back import CHANGES
from services.boards import board_in, coordinators, notice_of
from services.desk import Desk, council_in
from services.reminding import DERIVED, Reminding

UNREACHABLE = "unreachable"
MOST_TRIES = 10
"""How often a notice is tried before it is put aside as failed; one that is still useful is tried on."""

_FIRST_WAIT, _LONGEST_WAIT = timedelta(seconds=10), timedelta(minutes=10)
_FOR_RUNNERS = frozenset({"requested", "late_withdrawal", "call_offer", "missing", "unanswered", "unreached"})
_THOUGHTS = {
    "remind": "reminders",
    "custom": "reminders",
    "missing": "tasks",
    "unanswered": "tasks",
    "undated": "tasks",
    "stalled": "tasks",
}
"""What one person is told in one message."""


class Notices:
    """The use cases about notices; they are written by the use cases that cause them, and by the clock."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._reminding = Reminding(desk)

    async def councils(self) -> list[str]:
        """Every tenant that may have notices waiting."""
        return [tenant for tenant in await self._desk.store.tenants() if tenant != COMMONS]

    async def ready(self, council_id: str, besides: Collection[str] = ()) -> list[list[Notice]]:
        """What is to be said now, each list in one message; what is of no use any more is put aside.

        Reminders that are ready for the same person are one message. `besides` are on their way already.
        """
        now = self._desk.clock.now()
        async with self._desk.store.transaction(council_id) as tx:
            every = await tx.find(Notice, state="waiting")
        due = [each for each in every if each.not_before is None or each.not_before <= now]
        said = await self._useful(council_id, due, besides)
        first = await self._useful(council_id, _changes_first(every, said), besides)
        early = {each.id for each in first}
        messages: list[list[Notice]] = []
        together: dict[tuple[str, str], list[Notice]] = {}
        for notice in [*first, *(each for each in said if each.id not in early)]:
            thought = (notice.person_id, _thought(notice))
            if not thought[1]:
                messages.append([notice])
            elif thought in together:
                together[thought].append(notice)
            else:
                messages.append(together.setdefault(thought, [notice]))
        return messages

    async def _useful(
        self, council_id: str, notices: Sequence[Notice], besides: Collection[str]
    ) -> list[Notice]:
        """Those that are of use, with what they say now."""
        leaving = [each for each in notices if each.id not in besides]
        found = [await self._still_useful(council_id, each) for each in leaving]
        return [each for each in found if each is not None]

    async def _still_useful(self, council_id: str, notice: Notice) -> Notice | None:
        if notice.useful is not None and notice.useful <= self._desk.clock.now():
            await self._keep(council_id, notice, replace(notice, state="skipped", reason="late"))
            return None
        current = await self._reminding.current(council_id, notice)
        if current is None:
            await self._keep(council_id, notice, replace(notice, state="skipped", reason="changed"))
        return current

    async def chat_of(self, council_id: str) -> tuple[int, str]:
        """The council's group as it is now, and its language."""
        async with self._desk.store.transaction(council_id) as tx:
            council = await tx.get(Council, council_id)
        return (council.chat_id, council.language) if council else (0, "")

    async def sent(self, council_id: str, notices: Sequence[Notice]) -> None:
        """Telegram has taken them."""
        at = self._desk.clock.now()
        for notice in notices:
            await self._keep(council_id, notice, replace(notice, state="sent", sent=at))

    async def failed(
        self, council_id: str, notices: Sequence[Notice], reason: str, *, for_good: bool
    ) -> datetime | None:
        """They did not go out; unless for good or too often, they wait for the next try.

        Returns:
            When to try again, or None.
        """
        now, again = self._desk.clock.now(), None
        for notice in notices:
            tries = notice.tries + 1
            useful = notice.useful is not None and notice.useful > now
            over = for_good or (tries >= MOST_TRIES and not useful)
            wait = min(_LONGEST_WAIT, _FIRST_WAIT * 2**notice.tries)
            again = again if over else now + wait
            state = "failed" if over else "waiting"
            after = replace(notice, tries=tries, state=state, reason=reason)
            await self._keep(council_id, notice, after if over else replace(after, not_before=now + wait))
            if over and notice.kind in _FOR_RUNNERS:
                await self._pass_on(council_id, notice)
            elif reason == UNREACHABLE:
                await self._tell_runners(council_id, notice)
        return again

    async def _tell_runners(self, council_id: str, notice: Notice) -> None:
        """Those who run it have to know, once, that somebody who is signed up cannot be reached."""
        async with self._desk.store.transaction(council_id) as tx:
            key = notice.fact("signup") or notice.fact("subject").removeprefix("s-")
            signup = await tx.get(SignUp, key)
            if signup is None or signup.person_id != notice.person_id or not signup.active:
                return
            board = await board_in(tx, self._desk, council_id, signup.opening_id)
            council = await council_in(tx, council_id)
            for person_id in await coordinators(tx, board.opening):
                told = notice_of(council, board, "unreached", person_id, signup)
                told = replace(told, id=f"unreached:{person_id}:{signup.id}")
                if person_id != signup.person_id and await tx.get(Notice, told.id) is None:
                    tx.put(told)

    async def _pass_on(self, council_id: str, notice: Notice) -> None:
        """What a coordinator cannot be told, a secretary is told."""
        async with self._desk.store.transaction(council_id) as tx:
            if await tx.get(Notice, notice.id) is None:  # forgotten meanwhile
                return
            for member in await tx.find(Membership, role=Role.SECRETARY):
                key = f"{notice.id}:{member.id}"
                was_told = notice.id.endswith(f":{notice.person_id}")  # a secretary, in somebody's place
                if member.id != notice.person_id and not was_told and await tx.get(Notice, key) is None:
                    tx.put(replace(notice, id=key, person_id=member.id, tries=0, state="waiting"))

    async def _keep(self, council_id: str, before: Notice, after: Notice) -> None:
        """Note what became of it; one that was forgotten meanwhile stays forgotten."""
        async with self._desk.store.transaction(council_id) as tx:
            if await tx.get(Notice, before.id) is not None:
                tx.put(after)

    # When councils have something to do next.

    async def due_list(self) -> list[NextDue]:
        """What was known when the bot was stopped."""
        async with self._desk.store.transaction(COMMONS) as tx:
            return await tx.find(NextDue)

    async def note_due(self, council_id: str, at: datetime | None) -> None:
        """A council has something to do next then, or nothing."""
        async with self._desk.store.transaction(COMMONS) as tx:
            known = await tx.get(NextDue, council_id)
            if at is None and known is not None:
                tx.delete(NextDue, council_id)
            elif at is not None and (known is None or known.at != at):
                tx.put(NextDue(council_id, at))


def _thought(notice: Notice) -> str:
    """What it is said together with; "" for what is said alone."""
    if notice.person_id == GROUP:
        return "changes" if notice.kind == "changed" else ""
    return _THOUGHTS.get(notice.kind, "")


def _changes_first(every: Sequence[Notice], said: Sequence[Notice]) -> list[Notice]:
    """Changes that are not told yet of what somebody is reminded of now: they hear of both, in this order.

    `said` is what is said now; a reminder that is put aside hurries no change, which may be taken back.
    """
    reminded = {
        (each.person_id, subject) for each in said if each.kind in DERIVED for subject in _subjects(each)
    }
    changes = [each for each in every if each.kind in CHANGES]
    return [
        each for each in changes if any((each.person_id, subject) in reminded for subject in _subjects(each))
    ]


def _subjects(notice: Notice) -> set[str]:
    """The ids of the opening and the entry that it is about."""
    what, _, key = notice.fact("subject").partition("-")
    named = {key.partition("-")[0] if what == "s" else key, notice.fact("opening"), notice.fact("entry")}
    return named - {""}
