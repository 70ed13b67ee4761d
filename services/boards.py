"""Boards in the store: loading an opening, keeping what a rule has changed, writing who hears of it."""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from council.board import COORDINATORS, Board, Told
from council.notice import Notice
from council.openings import Claim, Opening, SignUp, SignUpState, Tally, signup_id
from council.permissions import Right, may
from council.places import wanted_from_line
from council.ports import Transaction
from council.questions import claimed
from council.records import Activity, Council, Membership, PlanEntry, Role
from council.refusals import AnswerTaken, NoSuchOpening, NoSuchSignUp
from council.taking_back import CHANGES
from council.times import awake, begins
from services.announcing import put_change, untold_of
from services.desk import Desk, council_in

_AWAKE = frozenset({"offered", "offer_lapsed", "cover_wanted", "thanked", "brought"})
"""Kinds of notices that wait for the end of the night."""


@dataclass(frozen=True, slots=True)
class OpeningPage:
    """An opening as one person sees it. `position` is theirs in the line, from 1 (0: not in it).

    `cover` is the sign-up of somebody whose place they could take over.

    `names` are first names of those who agreed to be seen, `today` and `now` those of the council.
    """

    council: Council
    opening: Opening
    tally: Tally
    activity: str
    viewer: Membership | None
    mine: SignUp | None
    position: int
    names: tuple[str, ...]
    now: datetime
    cover: str = ""

    @property
    def today(self) -> date:
        """Today in the council's zone."""
        return self.now.astimezone(ZoneInfo(self.council.zone)).date()

    @property
    def runs(self) -> bool:
        """Whether whoever looks runs the opening."""
        return may(self.viewer, Right.RUN_OPENINGS, self.opening.activity_id)


_MOST_NAMES = 60


async def opening_in(tx: Transaction, opening_id: str) -> Opening:
    """The opening with this id.

    Raises:
        NoSuchOpening
    """
    opening = await tx.get(Opening, opening_id)
    if opening is None:
        raise NoSuchOpening
    return opening


async def signup_in(tx: Transaction, key: str) -> SignUp:
    """The sign-up with this id.

    Raises:
        NoSuchSignUp
    """
    signup = await tx.get(SignUp, key)
    if signup is None:
        raise NoSuchSignUp
    return signup


async def board_in(tx: Transaction, desk: Desk, council_id: str, opening_id: str) -> Board:
    """The board of an opening.

    Raises:
        NoSuchOpening
    """
    council = await council_in(tx, council_id)
    opening = await opening_in(tx, opening_id)
    tally = await tx.get(Tally, opening_id) or Tally(opening_id)
    return Board(opening, tally, desk.clock.now(), council.zone)


async def page_in(
    tx: Transaction, desk: Desk, council_id: str, opening_id: str, person_id: str
) -> OpeningPage:
    """The opening as this person sees it."""
    opening = await opening_in(tx, opening_id)
    mine = await tx.get(SignUp, signup_id(opening_id, person_id)) if person_id else None
    names = await tx.find(SignUp, at_most=_MOST_NAMES, named=opening_id)
    return OpeningPage(
        council=await council_in(tx, council_id),
        opening=opening,
        tally=await tx.get(Tally, opening_id) or Tally(opening_id),
        activity=await part_of(tx, opening),
        viewer=await tx.get(Membership, person_id),
        mine=mine,
        position=await place_in_line(tx, mine),
        names=tuple(signup.name.split(" ")[0] for signup in names),
        now=desk.clock.now(),
        cover=await _cover(tx, opening, mine),
    )


async def part_of(tx: Transaction, opening: Opening) -> str:
    """What an opening is part of: its activity, or else its entry of the plan; "" when it stands alone."""
    activity = await tx.get(Activity, opening.activity_id) if opening.activity_id else None
    if activity is not None:
        return activity.name
    entry = await tx.get(PlanEntry, opening.entry_id) if opening.entry_id else None
    return entry.title if entry else ""


async def _cover(tx: Transaction, opening: Opening, mine: SignUp | None) -> str:
    """The sign-up whose place can be taken over, where nobody has to be asked first."""
    sought = await tx.find(SignUp, at_most=1, sought=opening.id)
    free_to_take = mine is None or not mine.active or bool(mine.waiting)
    return sought[0].id if sought and free_to_take and not opening.asks_first else ""


async def place_in_line(tx: Transaction, signup: SignUp | None) -> int:
    """Where somebody stands on the waiting list, from 1; 0 when they don't."""
    if signup is None or not signup.waiting:
        return 0
    return await tx.rank(SignUp, signup.id, waiting=signup.opening_id)


async def settle(tx: Transaction, board: Board, *, before: Opening | None = None) -> Board:
    """Keep what changed, offer what is free now to those who wait, and write who hears of it.

    `before` is the opening as it was, when those who hear of it have to know.
    """
    council = (await tx.find(Council))[0]
    for signup in board.changed:
        await _keep(tx, board.opening, signup)
    line: list[SignUp] = []
    for seats, most in wanted_from_line(board.opening, board.tally):
        line += await tx.find(SignUp, at_most=most, queue=f"{board.opening.id}:{seats}")
    filled = board.filled(line)
    for signup in filled.changed[len(board.changed) :]:
        tx.put(signup)
    tx.put(filled.tally)
    if await tx.get(Opening, filled.opening.id) != filled.opening:
        tx.put(filled.opening)
    await _tell_all(tx, council, filled, before)
    return filled


async def _keep(tx: Transaction, opening: Opening, after: SignUp) -> None:
    before = await tx.get(SignUp, after.id)
    if before is not None and before.number != after.number:
        tx.delete(SignUp, before.id)  # who comes back stands at the end of the line
    held = _claims(opening, before)
    wanted = _claims(opening, after)
    for claim in wanted - held:
        known = await tx.get(Claim, claim)
        if known is not None:
            raise AnswerTaken(claim.split(":", 2)[2])
        tx.put(Claim(claim, after.id))
    for claim in held - wanted:
        tx.delete(Claim, claim)
    tx.put(after)


def _claims(opening: Opening, signup: SignUp | None) -> set[str]:
    if signup is None or not signup.active:
        return set()
    claims = (claimed(opening.id, question, signup.answer(question.id)) for question in opening.questions)
    return {claim for claim in claims if claim}


async def drop(tx: Transaction, board: Board, signup: SignUp) -> Board:
    """Erase a sign-up; its place goes on."""
    for claim in _claims(board.opening, signup):
        tx.delete(Claim, claim)
    tx.delete(SignUp, signup.id)
    return await settle(tx, board.without(signup))


async def _tell_all(tx: Transaction, council: Council, board: Board, before: Opening | None) -> None:
    if not board.told:
        return
    more = {"activity": await part_of(tx, board.opening)}
    if before is not None:
        more |= {"was": before.when.edtf, "was_place": before.place}
    changes = any(told.kind in CHANGES for told in board.told)
    pending = await untold_of(tx, board.opening.id) if changes else {}
    for told in board.told:
        people = await _recipients(tx, board.opening, told)
        for person_id in people:
            notice = notice_of(council, board, told.kind, person_id, told.signup, **more)
            if told.kind not in CHANGES:
                tx.put(notice)
            else:
                said = put_change(tx, notice, pending.get(person_id), board.now)
                await _note_asked(tx, told, said)


async def _note_asked(tx: Transaction, told: Told, said: Notice | None) -> None:
    """Whoever hears of a move is asked whether they still come; when it is taken back nobody was asked."""
    asked = said is not None and said.kind == "moved"
    signup = await tx.get(SignUp, told.signup.id)  # it may have been offered a place since
    if signup is None or asked == (told.kind == "moved"):
        return
    if not asked:
        tx.put(replace(signup, still=""))
    elif signup.state is SignUpState.CONFIRMED:
        tx.put(replace(signup, still="asked"))


async def _recipients(tx: Transaction, opening: Opening, told: Told) -> list[str]:
    """Who hears of it. Where children take part, the secretary has to know: they note the certificate."""
    if told.to != COORDINATORS:
        return [told.to]
    people = await coordinators(tx, opening)
    if opening.with_children and told.kind == "requested":
        people += [member.id for member in await tx.find(Membership, role=Role.SECRETARY)]
    return list(dict.fromkeys(people))


async def coordinators(tx: Transaction, opening: Opening) -> list[str]:
    """The ids of those who run the opening: its activity's coordinators, or else the secretaries."""
    named = await tx.find(Membership, coordinating="yes")
    found = [member.id for member in named if opening.activity_id in member.coordinates]
    if not found and opening.created_by:
        creator = await tx.get(Membership, opening.created_by)
        found = [creator.id] if creator and may(creator, Right.RUN_OPENINGS) else []
    return found or [member.id for member in await tx.find(Membership, role=Role.SECRETARY)]


def notice_of(council: Council, board: Board, kind: str, to: str, signup: SignUp, **more: str) -> Notice:
    """A notice about a sign-up; `more` are further values of its text."""
    opening = board.opening
    later = awake(board.now, board.zone) if kind in _AWAKE or _can_wait(board, kind) else board.now
    facts = facts_of(council, opening) | {
        "signup": signup.id,
        "name": signup.name,
        "guests": str(signup.guests),
        "until": signup.offered_until.isoformat() if signup.offered_until else "",
        "phone": signup.phone if to != signup.person_id else "",
    }
    return Notice(
        id=f"{kind}:{to}:{signup.id}:{opening.revision}.{signup.revision}",
        kind=kind,
        person_id=to,
        facts=tuple((facts | more).items()),
        created=board.now,
        not_before=later if later > board.now else None,
        about=signup.person_id if signup.person_id != to else "",
    )


def _can_wait(board: Board, kind: str) -> bool:
    """Whether a change may wait for the end of the night: what it is about is not within a day."""
    start = begins(board.opening.when, board.zone)
    return kind in CHANGES and (start is None or start - board.now > timedelta(days=1))


def facts_of(council: Council, opening: Opening) -> dict[str, str]:
    """What notices about an opening say of it."""
    return {
        "council": council.id,
        "council_name": council.name,
        "zone": council.zone,
        "opening": opening.id,
        "title": opening.title,
        "when": opening.when.edtf,
        "words": opening.when.words,
        "place": opening.place,
        "effort": opening.effort,
        "contact": opening.contact,
        "revision": str(opening.revision),
    }
