"""Who signed up, for those who run an opening: confirming, entering, removing, who came, writing to all."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from council.board import Board
from council.notice import Notice
from council.openings import Certificate, Opening, SignUp, SignUpState
from council.permissions import Right, may
from council.places import is_over
from council.ports import Transaction
from council.records import COMMONS, Membership, Person
from council.refusals import NoRoom, NoSuchSignUp, NothingUnderstood, NotTakingAnybody, TooLong
from council.signups import Arriving, accept, attended, bring, certify, confirm, remove, sign_up, withdraw
from services.boards import (
    OpeningPage,
    board_in,
    drop,
    notice_of,
    opening_in,
    page_in,
    settle,
    signup_in,
)
from services.desk import Actor, Desk, allowed, council_in
from services.forgetting import erase, erasing, key_of

NAME_LIMIT, AGREED_LIMIT, PHONE_LIMIT, MESSAGE_LIMIT = 100, 200, 30, 1500
"""Characters."""

Rule = Callable[[Board, SignUp], Board]

_ORDER = {
    SignUpState.REQUESTED: 0,
    SignUpState.CONFIRMED: 1,
    SignUpState.ATTENDED: 1,
    SignUpState.MISSED: 1,
    SignUpState.OFFERED: 2,
    SignUpState.WAITING: 3,
    SignUpState.WITHDRAWN: 4,
    SignUpState.LAPSED: 4,
    SignUpState.REMOVED: 4,
}


@dataclass(frozen=True, slots=True)
class Roster:
    """An opening and everyone on it, by state and arrival. `others` are openings to move people to."""

    page: OpeningPage
    signups: tuple[SignUp, ...]
    others: tuple[Opening, ...]
    sees_certificates: bool

    def signup(self, key: str) -> SignUp | None:
        """One of them."""
        return next((signup for signup in self.signups if signup.id == key), None)

    @property
    def active(self) -> tuple[SignUp, ...]:
        """Those who take part or wait."""
        return tuple(signup for signup in self.signups if signup.active)


class Rosters:
    """The use cases of coordinators about people."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    async def roster(self, actor: Actor, opening_id: str) -> Roster:
        """Everyone on an opening.

        Raises:
            NoSuchOpening, NotAllowed
        """
        async with self._desk.store.transaction(actor.council_id) as tx:
            await self._allowed(tx, actor, opening_id)
            return await self._roster(tx, actor, opening_id)

    async def enter(self, actor: Actor, opening_id: str, who: Arriving) -> SignUp:
        """Enter somebody who has no Telegram: a named person, a country, an association.

        `who.key` is the token of the form, so that a second tap enters nobody.

        Raises:
            NothingUnderstood, TooLong, NoRoom, NoSuchOpening, NotAllowed, NotTakingAnybody
        """
        _check(who)
        async with self._desk.store.transaction(actor.council_id) as tx:
            await self._allowed(tx, actor, opening_id)
            board = await board_in(tx, self._desk, actor.council_id, opening_id)
            known = await tx.get(SignUp, f"{opening_id}-{who.key}")
            if known is not None:
                return known
            if board.opening.erased:  # what is kept of people there has been erased for good
                raise NotTakingAnybody("over")
            board = await settle(tx, sign_up(board, replace(who, entered_by=actor.person_id), None))
            return board.changed[0]

    async def confirm(self, actor: Actor, opening_id: str, signup_id: str) -> Roster:
        """Say yes to somebody who asked for a place.

        Raises:
            CertificateNeeded, NoSuchSignUp, NotAllowed
        """
        return await self._step(actor, opening_id, signup_id, confirm)

    async def remove(self, actor: Actor, opening_id: str, signup_id: str) -> Roster:
        """Take somebody off; they are told kindly."""
        return await self._step(actor, opening_id, signup_id, remove)

    async def erase(self, actor: Actor, opening_id: str, signup_id: str) -> Roster:
        """Erase somebody who was entered, on their request, in copies too; their place goes on.

        Names go first, the place afterwards: if the bot is stopped on the way, asking again finishes it.

        Raises:
            NoSuchSignUp: also for somebody with Telegram, who can do so themselves.
        """
        async with self._desk.store.transaction(actor.council_id) as tx:
            await self._allowed(tx, actor, opening_id)
            signup = await _signup_on(tx, opening_id, signup_id)
        if signup.person_id:
            raise NoSuchSignUp
        key, words = key_of(signup_id), frozenset({signup.name, signup.phone} - {""})
        for tenant in (COMMONS, actor.council_id):
            await self._desk.store.rewrite(tenant, erasing(key, key, words))
        async with self._desk.store.transaction(actor.council_id) as tx:
            nameless = await tx.get(SignUp, signup_id)
            if nameless is not None:
                await erase(tx, self._desk, actor.council_id, nameless, key)
            return await self._roster(tx, actor, opening_id)

    async def attended(self, actor: Actor, opening_id: str, signup_id: str, came: bool | None) -> Roster:  # noqa: FBT001  # what was said
        """Note whether somebody came."""
        return await self._step(actor, opening_id, signup_id, lambda b, s: attended(b, s, came))

    async def all_attended(self, actor: Actor, opening_id: str) -> Roster:
        """Note that all came of whom nothing else was noted."""
        async with self._desk.store.transaction(actor.council_id) as tx:
            await self._allowed(tx, actor, opening_id)
            board = await board_in(tx, self._desk, actor.council_id, opening_id)
            for signup in await tx.find(SignUp, opening_id=opening_id):
                if signup.state is SignUpState.CONFIRMED:
                    board = attended(board, signup, came=True)
            await settle(tx, board)
            return await self._roster(tx, actor, opening_id)

    async def accept_for(self, actor: Actor, opening_id: str, signup_id: str) -> Roster:
        """Somebody without Telegram takes the place that was offered."""
        return await self._step(actor, opening_id, signup_id, accept)

    async def decline_for(self, actor: Actor, opening_id: str, signup_id: str) -> Roster:
        """Somebody without Telegram takes part no longer."""
        return await self._step(actor, opening_id, signup_id, lambda b, s: withdraw(b, s, 0))

    async def bring(self, actor: Actor, opening_id: str, signup_id: str, guests: int) -> Roster:
        """Somebody comes with so many."""
        return await self._step(actor, opening_id, signup_id, lambda b, s: bring(b, s, guests))

    async def certify(self, actor: Actor, opening_id: str, signup_id: str, *, seen: bool) -> Roster:
        """The secretary notes that a certificate was seen; nothing else about it is kept.

        Raises:
            NotAllowed: anybody but the secretary.
        """
        async with self._desk.store.transaction(actor.council_id) as tx:
            await allowed(tx, actor, Right.SEE_CERTIFICATES)
        page = await self.roster(actor, opening_id)
        certificate = Certificate(page.page.today, actor.person_id) if seen else None
        return await self._step(actor, opening_id, signup_id, lambda b, s: certify(b, s, certificate))

    async def move(self, actor: Actor, opening_id: str, signup_id: str, to_id: str) -> Roster:
        """Move somebody to another opening; they are told once, where they are now.

        Raises:
            NoRoom: the other is full.
        """
        async with self._desk.store.transaction(actor.council_id) as tx:
            await self._allowed(tx, actor, opening_id)
            await self._allowed(tx, actor, to_id)
            signup = await _signup_on(tx, opening_id, signup_id)
            if to_id == opening_id:
                return await self._roster(tx, actor, opening_id)
            board = await board_in(tx, self._desk, actor.council_id, opening_id)
            target = await board_in(tx, self._desk, actor.council_id, to_id)
            key = key_of(signup.id)
            known = await tx.get(SignUp, f"{to_id}-{key}")
            who = Arriving(
                key,
                signup.name,
                signup.person_id,
                signup.unit,
                signup.guests,
                entered_by=actor.person_id,
                agreed=signup.agreed,
                phone=signup.phone,
            )
            entered = sign_up(target, who, known)
            if entered.changed and entered.last.state is SignUpState.WAITING:
                raise NoRoom(0)
            if entered.changed and signup.person_id:
                mark = replace(entered.last, entered_by="")
                entered = replace(entered, changed=(*entered.changed[:-1], mark)).tell_whom("moved_to", mark)
            await settle(tx, entered)
            await drop(tx, board, signup)
            return await self._roster(tx, actor, opening_id)

    async def thank(self, actor: Actor, opening_id: str) -> int:
        """Thank everyone who came and was not thanked yet; returns how many."""
        async with self._desk.store.transaction(actor.council_id) as tx:
            await self._allowed(tx, actor, opening_id)
            board = await board_in(tx, self._desk, actor.council_id, opening_id)
            count = 0
            for signup in await tx.find(SignUp, opening_id=opening_id):
                if signup.state is SignUpState.ATTENDED and signup.person_id and not signup.thanked:
                    board = board.put(signup, thanked=True).tell_whom("thanked", signup)
                    count += 1
            await settle(tx, board)
            return count

    async def reached(self, actor: Actor, opening_id: str) -> tuple[int, tuple[SignUp, ...]]:
        """How many a message to all would reach, and who has to be called: no Telegram, or blocked."""
        async with self._desk.store.transaction(actor.council_id) as tx:
            await self._allowed(tx, actor, opening_id)
            active = [signup for signup in await tx.find(SignUp, opening_id=opening_id) if signup.active]
        async with self._desk.store.transaction(COMMONS) as tx:
            people = {each.id: await tx.get(Person, each.person_id) for each in active if each.person_id}
        to_call = tuple(each for each in active if not _reachable(people.get(each.id)))
        return len(active) - len(to_call), to_call

    async def write_to_all(self, actor: Actor, opening_id: str, text: str, token: str) -> int:
        """A message to everyone who takes part or waits; returns how many. The same token sends it once.

        Raises:
            NothingUnderstood, TooLong
        """
        if not text.strip():
            raise NothingUnderstood
        if len(text) > MESSAGE_LIMIT:
            raise TooLong(MESSAGE_LIMIT)
        async with self._desk.store.transaction(actor.council_id) as tx:
            member = await self._allowed(tx, actor, opening_id)
            board = await board_in(tx, self._desk, actor.council_id, opening_id)
            council, count = await council_in(tx, actor.council_id), 0
            for signup in await tx.find(SignUp, opening_id=opening_id):
                if signup.active and signup.person_id:
                    count += 1
                    notice = notice_of(
                        council, board, "message", signup.person_id, signup, text=text, sender=member.name
                    )
                    key = f"message:{signup.person_id}:{opening_id}:{token}"
                    if await tx.get(Notice, key) is None:
                        tx.put(replace(notice, id=key, about=actor.person_id))
            return count

    async def _allowed(self, tx: Transaction, actor: Actor, opening_id: str) -> Membership:
        opening = await opening_in(tx, opening_id)
        return await allowed(tx, actor, Right.RUN_OPENINGS, opening.activity_id)

    async def _step(self, actor: Actor, opening_id: str, signup_id: str, rule: Rule) -> Roster:
        async with self._desk.store.transaction(actor.council_id) as tx:
            await self._allowed(tx, actor, opening_id)
            board = await board_in(tx, self._desk, actor.council_id, opening_id)
            signup = await _signup_on(tx, opening_id, signup_id)
            await settle(tx, rule(board, signup))
            return await self._roster(tx, actor, opening_id)

    async def _roster(self, tx: Transaction, actor: Actor, opening_id: str) -> Roster:
        page = await page_in(tx, self._desk, actor.council_id, opening_id, actor.person_id)
        signups = sorted(
            await tx.find(SignUp, opening_id=opening_id), key=lambda each: (_ORDER[each.state], each.number)
        )
        others = tuple(
            other
            for other in await tx.find(Opening)
            if other.id != opening_id
            and other.activity_id == page.opening.activity_id
            and not is_over(other, page.now, page.council.zone)
        )
        sees = may(page.viewer, Right.SEE_CERTIFICATES)
        return Roster(page, tuple(signups), others, sees)


def _reachable(person: Person | None) -> bool:
    return person is not None and person.reachable


async def _signup_on(tx: Transaction, opening_id: str, key: str) -> SignUp:
    """A sign-up on this opening; the rights for one opening reach no further."""
    signup = await signup_in(tx, key)
    if signup.opening_id != opening_id:
        raise NoSuchSignUp
    return signup


def _check(who: Arriving) -> None:
    if not who.name.strip():
        raise NothingUnderstood
    for text, limit in ((who.name, NAME_LIMIT), (who.agreed, AGREED_LIMIT), (who.phone, PHONE_LIMIT)):
        if len(text) > limit:
            raise TooLong(limit)
