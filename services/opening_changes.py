"""Changes of an opening that people hear of, within an open transaction."""

from dataclasses import replace

from council.board import Board
from council.opening_edits import check, moved_along
from council.opening_events import cancel, move, reopen
from council.openings import Opening, OpeningState, SignUp
from council.ports import Transaction
from council.records import PlanEntry, Status
from council.when import When
from services.announcing import announce
from services.boards import board_in, settle
from services.desk import Desk


async def move_in(
    tx: Transaction, board: Board, *, when: When | None = None, place: str | None = None
) -> None:
    """Move an opening within an open transaction."""
    opening = board.opening
    board = move(
        board,
        await tx.find(SignUp, opening_id=opening.id),
        when=opening.when if when is None else when,
        place=opening.place if place is None else place,
    )
    check(board.opening)
    await settle(tx, board, before=opening)


async def set_state_in(tx: Transaction, board: Board, state: OpeningState) -> None:
    """Open, pause, close or cancel within an open transaction."""
    signups = await tx.find(SignUp, opening_id=board.opening.id)
    if state is OpeningState.CANCELLED:
        board = cancel(board, signups)
    elif state is OpeningState.OPEN:
        board = reopen(board, signups)
    else:
        if board.opening.state is OpeningState.CANCELLED:
            board = reopen(board, signups)
        board = replace(board, opening=replace(board.opening, state=state))
    await settle(tx, board)


async def follow(tx: Transaction, desk: Desk, council_id: str, before: PlanEntry, after: PlanEntry) -> None:
    """The group hears of it, and the openings of an entry go where it goes.

    To another time, place or activity, cancelled, back again.
    """
    await announce(tx, desk, council_id, before, after)
    for opening in await tx.find(Opening, entry_id=after.id):
        if opening.activity_id != after.activity_id:
            tx.put(replace(opening, activity_id=after.activity_id))
        board = await board_in(tx, desk, council_id, opening.id)
        when = moved_along(opening.when, before.when, after.when)
        place = after.place if opening.place == before.place else opening.place
        if (when, place) != (opening.when, opening.place):
            await move_in(tx, board, when=when, place=place)
            board = await board_in(tx, desk, council_id, opening.id)
        if not _off(before) and _off(after):
            await _cancel_with_entry(tx, board)
        elif _off(before) and not _off(after):
            await _resume_with_entry(tx, desk, council_id, board)


async def _cancel_with_entry(tx: Transaction, board: Board) -> None:
    """Cancelled with its entry, it comes back with it; what was cancelled on its own stays so."""
    opening = board.opening
    if opening.state is not OpeningState.CANCELLED:
        resuming = replace(opening, resume=opening.state)
        await set_state_in(tx, replace(board, opening=resuming), OpeningState.CANCELLED)


async def _resume_with_entry(tx: Transaction, desk: Desk, council_id: str, board: Board) -> None:
    state = board.opening.resume
    if state is not None:
        await set_state_in(tx, replace(board, opening=replace(board.opening, resume=None)), OpeningState.OPEN)
        if state is not OpeningState.OPEN:
            board = await board_in(tx, desk, council_id, board.opening.id)
            await set_state_in(tx, board, state)


def _off(entry: PlanEntry) -> bool:
    return entry.removed or entry.status is Status.CANCELLED
