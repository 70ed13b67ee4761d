"""Finding somebody to take over a place, and who helps at short notice."""

from council.board import Board
from council.openings import Audience, Opening, SignUp, Standby, signup_id
from council.places import is_over
from council.ports import Transaction
from council.records import Council, Membership, Person, Role
from council.refusals import MembersOnly, NoSuchSignUp, OutOfDate
from council.signups import Arriving, seek_cover, take_over
from services.boards import OpeningPage, board_in, notice_of, page_in, part_of, settle, signup_in
from services.desk import Desk
from services.people import belongs
from services.signups import put_volunteer, step

_MOST_ASKED = 30  # of the waiting list, and of those who help at short notice


class Cover:
    """The use cases of those who cannot come after all, and of those who help them."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    async def seek(
        self, person: Person, council_id: str, opening_id: str, *, seeking: bool = True
    ) -> tuple[OpeningPage, int]:
        """Look for somebody to take over; returns how many are asked now."""
        asked = 0

        async def look(tx: Transaction, board: Board, signup: SignUp) -> Board:
            nonlocal asked
            after = seek_cover(board, signup, seeking=seeking)
            if seeking and after is not board:
                asked = await _ask_for_cover(tx, after, after.last)
            return after

        page = await step(self._desk, person, council_id, opening_id, look)
        return page, asked

    async def take_over(self, person: Person, council_id: str, seeker_id: str) -> OpeningPage:
        """Take the place of somebody who looks for cover; the first who says so gets it.

        Raises:
            OutOfDate: somebody else was quicker.
            MembersOnly: it is for the council, and they are not on it.
        """
        async with self._desk.store.transaction(council_id) as tx:
            seeker = await signup_in(tx, seeker_id)
            board = await board_in(tx, self._desk, council_id, seeker.opening_id)
            known = await tx.get(SignUp, signup_id(seeker.opening_id, person.id))
            if known is None or not known.active:
                if is_over(board.opening, board.now, board.zone):
                    raise OutOfDate
                member = await tx.get(Membership, person.id)
                if not _welcome(board.opening, member):
                    raise MembersOnly
                put_volunteer(tx, person, member)
            await settle(tx, take_over(board, seeker, Arriving(person.id, person.name, person.id), known))
            page = await page_in(tx, self._desk, council_id, seeker.opening_id, person.id)
        await belongs(self._desk, person, council_id)
        return page

    async def stand_by(self, person: Person, council_id: str, *, ready: bool) -> None:
        """Be asked when somebody looks for cover at short notice, or no longer."""
        async with self._desk.store.transaction(council_id) as tx:
            if await tx.get(Membership, person.id) is None:
                raise NoSuchSignUp
            if ready:
                tx.put(Standby(person.id))
            else:
                tx.delete(Standby, person.id)

    async def stands_by(self, person_id: str, council_id: str) -> bool:
        """Whether they help at short notice."""
        async with self._desk.store.transaction(council_id) as tx:
            return await tx.get(Standby, person_id) is not None


async def _ask_for_cover(tx: Transaction, board: Board, seeker: SignUp) -> int:
    council = (await tx.find(Council))[0]
    line = await tx.find(SignUp, at_most=_MOST_ASKED, waiting=board.opening.id)
    # Where somebody is asked first, those who wait have been said yes to; others have not.
    known_only = board.opening.asks_first
    ready = [] if known_only else [each.id for each in await tx.find(Standby, at_most=_MOST_ASKED)]
    asked = dict.fromkeys([*(waiting.person_id for waiting in line), *ready])
    count, name = 0, await part_of(tx, board.opening)
    for person_id in asked:
        theirs = await tx.get(SignUp, signup_id(board.opening.id, person_id)) if person_id else None
        has_place = theirs is not None and theirs.active and not theirs.waiting
        member = await tx.get(Membership, person_id) if person_id else None
        can = bool(person_id) and not has_place and _welcome(board.opening, member)
        if can and person_id != seeker.person_id:
            tx.put(notice_of(council, board, "cover_wanted", person_id, seeker, activity=name))
            count += 1
    return count


def _welcome(opening: Opening, member: Membership | None) -> bool:
    """Whether it is for this person at all."""
    outsider = member is None or member.role is Role.VOLUNTEER
    return opening.audience is Audience.ANYONE or not outsider
