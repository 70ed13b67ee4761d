"""Erasing somebody from a council's file, and keeping what is not theirs: places, counts, warnings.

A sign-up is named by its key, the word behind the "-" of its id: a person's id, or the word that whoever was
entered has. In the file as it is, places are freed and offered to those who wait (`erase`); in every copy,
where nothing can be passed on any more, sign-ups become nobody's and keep their place, so that the sums of
the copy stay right (`erasing`, `forgetting`).
"""

import re
from collections.abc import Callable
from dataclasses import replace

from council.board import COORDINATORS, Board
from council.notice import Notice
from council.openings import (
    HOLDING,
    Card,
    Certificate,
    Claim,
    Opening,
    Referral,
    SignUp,
    SignUpState,
    Standby,
    signup_id,
)
from council.places import is_late, is_over
from council.ports import Transaction
from council.records import Change, Draft, Membership, Person, Proposal, Record
from council.reminding import CustomReminder, Wishes
from services.boards import board_in, drop
from services.desk import Desk

_LATE = "late_withdrawal"


def key_of(signup_key: str) -> str:
    """The key in the id of a sign-up."""
    return signup_key.partition("-")[2]


def as_nobodys(signup: SignUp, word: str) -> SignUp:
    """What history keeps: "a volunteer", who has no name. `word` is the key from now on."""
    return SignUp(
        id=signup_id(signup.opening_id, word),
        opening_id=signup.opening_id,
        person_id="",
        name="",
        state=signup.state,
        number=signup.number,
        since=signup.since,
        unit=signup.unit,
        guests=signup.guests,
        offered_until=signup.offered_until,
        thanked=signup.thanked,
        revision=signup.revision,
    )


async def erase(
    tx: Transaction, desk: Desk, council_id: str, signup: SignUp, word: str, *, late_hours: int = 0
) -> None:
    """Erase a sign-up within an open transaction; its place is offered to the next.

    Who has taken part stays counted as nobody. Within `late_hours` of the beginning the coordinators hear
    that "a volunteer" cannot come.
    """
    board = await board_in(tx, desk, council_id, signup.opening_id)
    gone = as_nobodys(signup, word)
    if _took_part(board, signup):
        tx.delete(SignUp, signup.id)
        tx.put(gone)
        return
    if signup.state is SignUpState.CONFIRMED and is_late(board.opening, board.now, board.zone, late_hours):
        board = board.tell(_LATE, COORDINATORS, gone)
    await drop(tx, board, signup)


def _took_part(board: Board, signup: SignUp) -> bool:
    noted = signup.state in HOLDING - {SignUpState.CONFIRMED}
    return noted or (signup.state in HOLDING and is_over(board.opening, board.now, board.zone))


async def keep_warnings(tx: Transaction, person_id: str, word: str) -> None:
    """What the coordinators have yet to hear of a late withdrawal, they hear without the name."""
    for notice in await tx.find(Notice, state="waiting"):
        if notice.kind == _LATE and notice.about == person_id:
            signup = signup_id(notice.fact("opening"), word)
            facts = dict(notice.facts) | {"name": "", "phone": "", "signup": signup}
            key = f"{_LATE}:{notice.person_id}:{signup}:{notice.id.rpartition(':')[2]}"
            tx.delete(Notice, notice.id)
            tx.put(replace(notice, id=key, about="", facts=tuple(facts.items())))


def erasing(key: str, word: str, words: frozenset[str]) -> Callable[[Record], Record | None]:
    """The rule that leaves no trace of the sign-ups of this key; `word` is their key from now on.

    `words` are names and numbers: a half-filled form that has one of them as an answer goes as well.
    """

    def rule(record: Record) -> Record | None:
        match record:
            case SignUp(id=known) if key_of(known) == key:
                return as_nobodys(record, word)
            case Claim(signup_id=known) if key_of(known) == key:
                return None
            case Notice() if _mentions(record, key):
                return None
            case Draft() if _asks_about(record, key, words):
                return None
        return record

    return rule


def forgetting(person_id: str, word: str, names: frozenset[str]) -> Callable[[Record], Record | None]:
    """The rule that leaves no trace of a person; what they did stays as somebody's."""
    erased = erasing(person_id, word, names)

    def rule(record: Record) -> Record | None:
        if _is_theirs(record, person_id):
            return None
        return erased(_unnamed(_as_somebodys(record, person_id, names), names))

    return rule


def _as_somebodys(record: Record, person_id: str, names: frozenset[str]) -> Record:
    """What they did or made for others stays, without them."""
    match record:
        case Change(by=known) if known == person_id:
            return replace(record, by="", by_name="")
        case Referral(person_id=known) if known == person_id:
            return replace(record, person_id="")  # the link leads on for those who were sent it
        case Opening():
            return _opening_without(record, person_id, names)
        case SignUp(person_id=known) if known != person_id:
            return _signup_without(record, person_id)
        case CustomReminder(by=known) if known == person_id:
            return replace(record, by="")
    return record


def _unnamed(record: Record, names: frozenset[str]) -> Record:
    """A notice that lists names, without the list when one of these is in it."""
    if isinstance(record, Notice) and any(_names(name, record.fact("names")) for name in names):
        facts = tuple((name, "" if name == "names" else text) for name, text in record.facts)
        return replace(record, facts=facts)
    return record


def _is_theirs(record: Record, person_id: str) -> bool:
    match record:
        case Membership(id=known) | Person(id=known) | Standby(id=known) | Proposal(by=known):
            return known == person_id
        case Wishes(id=known) | CustomReminder(to=known):
            return known == person_id
        case Card(chat_id=chat):
            return str(chat) == person_id  # in their private chat
    return False


def _mentions(notice: Notice, key: str) -> bool:
    parts = notice.id.split(":")
    named = any(key in {part, key_of(part)} for part in parts)
    return named or key in {notice.person_id, notice.about}


def _asks_about(draft: Draft, key: str, words: frozenset[str]) -> bool:
    if draft.token == key or draft.id.endswith(f":{key}"):
        return True
    return any(answer in words or key in {answer, key_of(answer)} for _, answer in draft.answers)


def _opening_without(opening: Opening, person_id: str, names: frozenset[str]) -> Opening:
    is_theirs = opening.created_by == person_id
    mentioned = names | {name.split()[0] for name in names if is_theirs}
    named = any(_names(name, opening.contact) for name in mentioned)
    return replace(
        opening,
        created_by="" if is_theirs else opening.created_by,
        contact="" if named else opening.contact,
    )


def _names(name: str, text: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text, re.IGNORECASE) is not None


def _signup_without(signup: SignUp, person_id: str) -> SignUp:
    seen = signup.certificate
    return replace(
        signup,
        entered_by="" if signup.entered_by == person_id else signup.entered_by,
        certificate=Certificate(seen.on, "") if seen and seen.by == person_id else seen,
    )
