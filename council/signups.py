"""Signing up and everything that happens to a sign-up afterwards. Pure: each rule is a step of a board.

Doing the same thing twice is doing it once: a rule that finds its work done gives the board back unchanged.
What follows for those who wait is `Board.filled`, which comes after each of these.
"""

from dataclasses import dataclass, replace

from council.board import COORDINATORS, Board
from council.openings import (
    ENDED,
    HOLDING,
    MOST_GUESTS,
    Certificate,
    OpeningState,
    SignUp,
    SignUpState,
    Unit,
    signup_id,
)
from council.places import arrival, fits, free, is_late
from council.refusals import CertificateNeeded, NoRoom, OutOfDate, TooSlow

S = SignUpState


@dataclass(frozen=True, slots=True)
class Arriving:
    """Somebody who wants a place. `key` is a person's id, or any word for whom a coordinator enters."""

    key: str
    name: str
    person_id: str = ""
    unit: Unit = Unit.PERSON
    guests: int = 0
    answers: tuple[tuple[str, str], ...] = ()
    entered_by: str = ""
    agreed: str = ""
    phone: str = ""


def sign_up(board: Board, who: Arriving, known: SignUp | None) -> Board:
    """Take a place, or a place in the line; `known` is their sign-up from before, if there is one.

    Whoever is asked accepts by it; whoever waits gets a place that is free.
    """
    if known is not None and known.active:
        return _again(board, known)
    seats = 1 + who.guests
    state = _entered(board, seats) if who.entered_by else arrival(board.opening, board.tally, seats)
    board = _arrived(board, who, known, state)
    asks = state is S.REQUESTED and not who.entered_by
    return board.tell("requested", COORDINATORS, board.last) if asks else board


def _arrived(board: Board, who: Arriving, known: SignUp | None, state: SignUpState) -> Board:
    if not 0 <= who.guests <= MOST_GUESTS:
        raise NoRoom(MOST_GUESTS)
    signup = SignUp(
        id=signup_id(board.opening.id, who.key),
        opening_id=board.opening.id,
        person_id=who.person_id,
        name=who.name,
        state=state,
        number=board.tally.last + 1,
        since=board.now,
        unit=who.unit,
        guests=who.guests,
        answers=who.answers,
        entered_by=who.entered_by,
        agreed=who.agreed,
        phone=who.phone,
        certificate=known.certificate if known else None,
        revision=known.revision + 1 if known else 0,
    )
    return board.step(known, signup)


def _entered(board: Board, seats: int) -> SignUpState:
    """A coordinator who enters somebody has confirmed them; a certificate they have not seen."""
    if board.opening.with_children:
        return S.REQUESTED
    return S.CONFIRMED if fits(board.opening, board.tally, seats) else S.WAITING


def _again(board: Board, known: SignUp) -> Board:
    if known.state is S.OFFERED:
        return accept(board, known)
    if known.state is S.WAITING and fits(board.opening, board.tally, known.seats):
        _check_certificate(board, known)
        return board.put(known, state=S.CONFIRMED)
    return board


def accept(board: Board, signup: SignUp) -> Board:
    """Take the place that is offered, which is held as long as the offer was not passed on.

    Raises:
        OutOfDate: it was passed on.
        CertificateNeeded: children take part, and no certificate was seen.
    """
    if signup.state in HOLDING:
        return board
    if signup.state is not S.OFFERED:
        raise OutOfDate
    _check_certificate(board, signup)
    return board.put(signup, state=S.CONFIRMED, offered_until=None)


def _check_certificate(board: Board, signup: SignUp | None) -> None:
    if board.opening.with_children and (signup is None or signup.certificate is None):
        raise CertificateNeeded


def withdraw(board: Board, signup: SignUp, late_hours: int) -> Board:
    """Take part no longer; so late that the coordinators have to know at once, they are told.

    Raises:
        OutOfDate: it was noted already whether they came.
    """
    if signup.state in ENDED:
        return board
    if signup.state in HOLDING - {S.CONFIRMED}:
        raise OutOfDate
    after = board.put(signup, state=S.WITHDRAWN, offered_until=None, seeking=False, still="", shown=False)
    had_place = signup.state is S.CONFIRMED
    if had_place and is_late(board.opening, board.now, board.zone, late_hours):
        return after.tell("late_withdrawal", COORDINATORS, after.last)
    return after


def lapse(board: Board, signup: SignUp) -> Board:
    """An offer that was not answered in time goes to the next."""
    over = signup.offered_until is not None and signup.offered_until <= board.now
    if signup.state is not S.OFFERED or not over:
        return board
    after = board.put(signup, state=S.LAPSED, offered_until=None)
    return after.tell_whom("offer_lapsed", after.last)


def confirm(board: Board, signup: SignUp) -> Board:
    """A coordinator says yes to somebody who asked for a place.

    Raises:
        OutOfDate: it does not take place.
        CertificateNeeded: children take part, and no certificate was seen.
    """
    if signup.state is not S.REQUESTED:
        return board
    if board.opening.state is OpeningState.CANCELLED:
        raise OutOfDate
    _check_certificate(board, signup)
    fitting = fits(board.opening, board.tally, signup.seats)
    after = board.put(signup, state=S.CONFIRMED if fitting else S.WAITING)
    return after.tell_whom("confirmed" if fitting else "put_in_line", after.last)


def certify(board: Board, signup: SignUp, certificate: Certificate | None) -> Board:
    """The secretary has seen the certificate (or takes that back)."""
    return board.put(signup, certificate=certificate)


def remove(board: Board, signup: SignUp) -> Board:
    """A coordinator takes somebody off, or says no to somebody who asked; they are told kindly."""
    if signup.state in ENDED:
        return board
    kind = "turned_down" if signup.state is S.REQUESTED else "removed"
    after = board.put(signup, state=S.REMOVED, offered_until=None, seeking=False, still="", shown=False)
    return after.tell_whom(kind, after.last)


def bring(board: Board, signup: SignUp, guests: int) -> Board:
    """Come with so many guests.

    Raises:
        NoRoom: more than there are places for.
    """
    guests = max(0, guests)
    more = guests - signup.guests
    room = free(board.opening, board.tally)
    has_place = signup.state in HOLDING or signup.state is S.OFFERED
    if guests > MOST_GUESTS:
        raise NoRoom(MOST_GUESTS)
    if has_place and more > 0 and room is not None and more > room:
        raise NoRoom(signup.guests + room)
    return board.put(signup, guests=guests) if signup.active else board


def seek_cover(board: Board, signup: SignUp, *, seeking: bool) -> Board:
    """Look for somebody to take over; the place is kept until somebody does."""
    return board.put(signup, seeking=seeking) if signup.state is S.CONFIRMED else board


def take_over(board: Board, seeker: SignUp, who: Arriving, known: SignUp | None) -> Board:
    """Take the place of somebody who looks for cover.

    Raises:
        OutOfDate: somebody else was quicker, nobody is looked for any more, or it does not take place.
        CertificateNeeded: children take part, and no certificate of this person was seen.
    """
    if known is not None and known.state in HOLDING:  # first: who taps twice has it, and was not too slow
        return board
    if board.opening.state is OpeningState.CANCELLED or seeker.state is not S.CONFIRMED or not seeker.seeking:
        raise TooSlow
    _check_certificate(board, known)
    if board.opening.confirm_each and (known is None or known.state not in {S.WAITING, S.OFFERED}):
        raise OutOfDate  # the coordinator has not said yes to them
    board = board.put(seeker, state=S.WITHDRAWN, seeking=False, still="", shown=False)
    board = board.tell_whom("covered", board.last)
    waits = known is not None and known.active
    guests = known.guests if known is not None and waits else who.guests
    if board.opening.capacity is not None:  # no more places are taken over than were given up
        guests = min(guests, seeker.guests)
    if waits:
        return board.put(known, state=S.CONFIRMED, guests=guests, offered_until=None)
    return _arrived(board, replace(who, guests=guests), known, S.CONFIRMED)


def attended(board: Board, signup: SignUp, came: bool | None) -> Board:  # noqa: FBT001  # what was said
    """Note afterwards whether somebody came; None takes the note back."""
    states = {True: S.ATTENDED, False: S.MISSED, None: S.CONFIRMED}
    return board.put(signup, state=states[came]) if signup.state in HOLDING else board


def still_coming(board: Board, signup: SignUp) -> Board:
    """Yes, the new time suits as well."""
    return board.put(signup, still="yes") if signup.state is S.CONFIRMED else board
