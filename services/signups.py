"""Signing up, and what those who signed up do afterwards. Each is one transaction on the council's file."""

import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from council.board import Board
from council.openings import (
    Opening,
    OpeningState,
    SignUp,
    SignUpState,
    signup_id,
)
from council.places import check_taking, is_over
from council.ports import Transaction
from council.questions import check_answer
from council.records import Activity, Council, Membership, Person, Role
from council.refusals import NoSuchOpening
from council.signups import (
    Arriving,
    accept,
    bring,
    sign_up,
    still_coming,
    withdraw,
)
from council.times import overlap
from services.boards import (
    OpeningPage,
    board_in,
    page_in,
    place_in_line,
    settle,
    signup_in,
)
from services.desk import Desk, council_in
from services.links import thank
from services.people import belongs

Rule = Callable[[Board, SignUp], Board]


@dataclass(frozen=True, slots=True)
class Taken:
    """What came of a tap.

    Nothing was done when there is a `clash` (another opening of theirs at the same time), or when the
    opening `asks` something first.
    """

    page: OpeningPage
    clash: Opening | None = None
    asks: bool = False


@dataclass(frozen=True, slots=True)
class Mine:
    """One thing that somebody signed up for; `position` is their place in the line, from 1."""

    council: Council
    opening: Opening
    signup: SignUp
    position: int
    activity: str = ""


class SignUps:
    """The use cases of volunteers."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    async def take(
        self,
        person: Person,
        council_id: str,
        opening_id: str,
        *,
        answers: tuple[tuple[str, str], ...] | None = None,
        link: str = "",
        despite: bool = False,
    ) -> Taken:
        """Take part. Twice is once. `link` is a member's own link; `despite` another one at the same time.

        Where there are questions and no `answers`, nothing is done but to say so.

        Raises:
            NoSuchOpening, NotTakingAnybody, MembersOnly, WrongAnswer, AnswerTaken, TooLong
        """
        if not re.fullmatch(r"[a-z0-9]{1,64}", council_id):  # from a button that somebody made up
            raise NoSuchOpening
        clash = None if despite else await self._clash_elsewhere(person, council_id, opening_id)
        async with self._desk.store.transaction(council_id) as tx:
            board = await board_in(tx, self._desk, council_id, opening_id)
            known = await tx.get(SignUp, signup_id(opening_id, person.id))
            is_new, asks = known is None or not known.active, False
            if is_new:
                clash = await self._arriving(tx, board, person, clash, despite=despite)
                asks = clash is None and answers is None and bool(board.opening.questions)
            done = not asks and (clash is None or not is_new)  # who has a place already was warned
            if done:  # before that, nothing is kept of them
                if is_new:
                    put_volunteer(tx, person, await tx.get(Membership, person.id))
                given = _checked(board.opening, answers or ()) if is_new else ()
                arriving = Arriving(person.id, person.name, person.id, answers=given)
                await settle(tx, sign_up(board, arriving, known))
                if known is None and link:
                    await thank(tx, board, link, person.id)
            page = await page_in(tx, self._desk, council_id, opening_id, person.id)
        if done:
            await belongs(self._desk, person, council_id)
        return Taken(page, None if done else clash, asks=asks)

    async def _arriving(
        self, tx: Transaction, board: Board, person: Person, clash: Opening | None, *, despite: bool
    ) -> Opening | None:
        """Whether somebody new can come; something else of theirs at the same time, if there is."""
        member = await tx.get(Membership, person.id)
        check_taking(board.opening, member, board.now, board.zone)
        if clash is None and not despite:
            clash = await _clash(tx, board, person.id)
        return clash

    async def withdraw(self, person: Person, council_id: str, opening_id: str) -> OpeningPage:
        """Take part no longer (or take no offered place); the next who waits is asked."""
        return await step(self._desk, person, council_id, opening_id, self._withdrawing)

    async def _withdrawing(self, tx: Transaction, board: Board, signup: SignUp) -> Board:
        council = (await tx.find(Council))[0]
        return withdraw(board, signup, council.late_hours)

    async def accept(self, person: Person, council_id: str, opening_id: str) -> OpeningPage:
        """Take the place that is offered; one that has gone on is asked for anew.

        Raises:
            OutOfDate: the offer went to the next.
        """
        return await step(self._desk, person, council_id, opening_id, _plainly(accept))

    async def bring(self, person: Person, council_id: str, opening_id: str, guests: int) -> OpeningPage:
        """Come with so many guests.

        Raises:
            NoRoom
        """
        return await step(
            self._desk,
            person,
            council_id,
            opening_id,
            _plainly(lambda board, signup: bring(board, signup, guests)),
        )

    async def still(self, person: Person, council_id: str, opening_id: str) -> OpeningPage:
        """The new time suits as well."""
        return await step(self._desk, person, council_id, opening_id, _plainly(still_coming))

    async def show_name(
        self, person: Person, council_id: str, opening_id: str, *, shown: bool
    ) -> OpeningPage:
        """Let the first name be seen in groups, or not."""
        return await step(
            self._desk,
            person,
            council_id,
            opening_id,
            _plainly(lambda board, signup: board.put(signup, shown=shown)),
        )

    async def mine(self, person: Person) -> list[Mine]:
        """Everything that somebody takes part in or waits for, in every council, the next first."""
        found: list[Mine] = []
        for council_id in person.councils:
            async with self._desk.store.transaction(council_id) as tx:
                council = await council_in(tx, council_id)
                for signup in await tx.find(SignUp, person_id=person.id):
                    opening = await tx.get(Opening, signup.opening_id)
                    if opening is not None and signup.active and not self._past(opening, council):
                        activity = await tx.get(Activity, opening.activity_id)
                        position = await place_in_line(tx, signup)
                        name = activity.name if activity else ""
                        found.append(Mine(council, opening, signup, position, name))
        return sorted(found, key=lambda mine: mine.opening.when.order)

    async def _clash_elsewhere(self, person: Person, council_id: str, opening_id: str) -> Opening | None:
        others = [other for other in person.councils if other != council_id]
        if not others:
            return None
        async with self._desk.store.transaction(council_id) as tx:
            board = await board_in(tx, self._desk, council_id, opening_id)
        for other in others:
            async with self._desk.store.transaction(other) as tx:
                if clash := await _clash(tx, board, person.id):
                    return clash
        return None

    def _past(self, opening: Opening, council: Council) -> bool:
        return is_over(opening, self._desk.clock.now(), council.zone)


Step = Callable[[Transaction, Board, SignUp], Awaitable[Board]]


async def step(desk: Desk, person: Person, council_id: str, opening_id: str, rule: Step) -> OpeningPage:
    """Do something to somebody's own sign-up.

    Raises:
        NoSuchOpening, NoSuchSignUp
    """
    async with desk.store.transaction(council_id) as tx:
        board = await board_in(tx, desk, council_id, opening_id)
        signup = await signup_in(tx, signup_id(opening_id, person.id))
        await settle(tx, await rule(tx, board, signup))
        return await page_in(tx, desk, council_id, opening_id, person.id)


def _plainly(rule: Rule) -> Step:
    async def pure(_tx: Transaction, board: Board, signup: SignUp) -> Board:
        return rule(board, signup)

    return pure


def put_volunteer(tx: Transaction, person: Person, member: Membership | None) -> None:
    """Whoever signs up belongs to the council as a volunteer from then on."""
    if member is None:
        tx.put(Membership(person.id, person.name, Role.VOLUNTEER))


def _checked(opening: Opening, answers: tuple[tuple[str, str], ...]) -> tuple[tuple[str, str], ...]:
    given = dict(answers)
    checked = (
        (question.id, check_answer(question, given.get(question.id, ""))) for question in opening.questions
    )
    return tuple(pair for pair in checked if pair[1])


async def _clash(tx: Transaction, board: Board, person_id: str) -> Opening | None:
    """Something else of theirs at the same time."""
    for signup in await tx.find(SignUp, person_id=person_id):
        if signup.opening_id == board.opening.id or signup.state not in _KEPT_FREE_FOR:
            continue
        other = await tx.get(Opening, signup.opening_id)
        running = other is not None and other.state is not OpeningState.CANCELLED
        if other is not None and running and overlap(board.opening.when, other.when, board.zone):
            return other
    return None


_KEPT_FREE_FOR = frozenset({SignUpState.CONFIRMED, SignUpState.REQUESTED, SignUpState.OFFERED})
