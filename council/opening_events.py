"""What happens to a whole opening: its size, another time or place, cancelled and back again. Pure.

Each is a step of a board; `Board.filled` comes after it, as after those of `council.signups`.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from council.board import Board
from council.openings import OpeningState, SignUp, SignUpState
from council.places import offer_ends
from council.refusals import CapacityTooLow
from council.times import awake
from council.when import Precision, When

S = SignUpState


def resize(board: Board, capacity: int | None) -> Board:
    """Have so many places (None: no limit).

    Raises:
        CapacityTooLow: more are taken or offered; nobody is thrown out by a number.
    """
    used = board.tally.taken + board.tally.held
    if capacity is not None and capacity < max(used, 1):
        raise CapacityTooLow(max(used, 1))
    return replace(board, opening=replace(board.opening, capacity=capacity))


def cancel(board: Board, signups: Sequence[SignUp]) -> Board:
    """It does not take place; everyone who takes part or waits is told."""
    if board.opening.state is OpeningState.CANCELLED:
        return board
    board = _in_state(board, OpeningState.CANCELLED)
    board = board.unfilled(signup for signup in signups if signup.state is S.OFFERED)
    return tell_all(board, "cancelled", signups)


def reopen(board: Board, signups: Sequence[SignUp]) -> Board:
    """It takes place after all; everyone who took part or waited is told."""
    if board.opening.state is not OpeningState.CANCELLED:
        return replace(board, opening=replace(board.opening, state=OpeningState.OPEN))
    board = _in_state(board, OpeningState.OPEN)
    return tell_all(board, "reopened", signups)


def _in_state(board: Board, state: OpeningState) -> Board:
    opening = replace(board.opening, state=state, revision=board.opening.revision + 1)
    return replace(board, opening=opening)


def move(board: Board, signups: Sequence[SignUp], *, when: When, place: str) -> Board:
    """Another time or place; everyone is told, and those with a place are asked whether they still can.

    An offer lasts as long as one that is made now; when there is no time left for it, it is taken back.
    """
    before = board.opening
    if before.place == place and _same(before.when, when):
        return replace(board, opening=replace(before, when=when))
    moved = replace(before, when=when, place=place, revision=before.revision + 1, erased=False)
    board = replace(board, opening=moved)
    if moved.state is OpeningState.CANCELLED:  # nobody is asked to come to what does not take place
        return board
    until = offer_ends(moved, awake(board.now, board.zone), board.zone)
    for signup in signups:
        if signup.active:
            board = board.step(signup, replace(_moved(signup, until), revision=signup.revision + 1))
            board = board.tell_whom("moved", board.last)
    return board


def _same(one: When, other: When) -> bool:
    """Whether both say the same; how it was typed matters only where nothing else is known."""
    return one.edtf == other.edtf and (one.precision is not Precision.UNKNOWN or one.words == other.words)


def _moved(signup: SignUp, until: datetime | None) -> SignUp:
    if signup.state is S.CONFIRMED:
        return replace(signup, still="asked")
    if signup.state is S.OFFERED:
        return replace(signup, state=S.OFFERED if until else S.WAITING, offered_until=until)
    return signup


def tell_all(board: Board, kind: str, signups: Sequence[SignUp]) -> Board:
    """Everyone who takes part or waits hears of it."""
    latest = {signup.id: signup for signup in (*signups, *board.changed)}
    for signup in latest.values():
        if signup.active:
            board = board.tell_whom(kind, signup)
    return board
