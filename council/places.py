"""Places: who gets one, who is offered one, how long an offer lasts. Pure, and of constant cost.

Rules: whoever fits is confirmed in the order of arrival; an offered place is held for whoever was asked;
a place that somebody who waits can take is offered to the first of those. A party of three that waits for
three places does not keep a single person from the one that is free.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from council.openings import MOST_GUESTS, Audience, Opening, OpeningState, SignUp, SignUpState, Tally
from council.records import Membership, Role
from council.refusals import MembersOnly, NotTakingAnybody
from council.times import awake, begins, ends

LEAST_NOTICE = timedelta(minutes=15)
"""An offer that would last shorter than this is not made."""

_LASTS = (  # time left until it begins, how long an offer lasts then
    (timedelta(days=14), timedelta(hours=48)),
    (timedelta(days=7), timedelta(hours=24)),
    (timedelta(days=2), timedelta(hours=12)),
    (timedelta(days=1), timedelta(hours=4)),
    (timedelta(hours=6), timedelta(hours=2)),
    (timedelta(hours=2), timedelta(minutes=30)),
)
_MORNING = timedelta(hours=1)  # an offer over night never ends before people are up for so long


def free(opening: Opening, tally: Tally) -> int | None:
    """How many places nobody has or is asked about; None when there is no limit."""
    if opening.capacity is None:
        return None
    return max(0, opening.capacity - tally.taken - tally.held)


def fits(opening: Opening, tally: Tally, seats: int) -> bool:
    """Whether so many places are free."""
    left = free(opening, tally)
    return left is None or seats <= left


def missing(opening: Opening, tally: Tally) -> int | None:
    """How many are still wanted; None when no number was set."""
    return None if opening.goal is None else max(0, opening.goal - tally.taken)


def arrival(opening: Opening, tally: Tally, seats: int) -> SignUpState:
    """What somebody becomes who signs up now."""
    if opening.asks_first:
        return SignUpState.REQUESTED
    return SignUpState.CONFIRMED if fits(opening, tally, seats) else SignUpState.WAITING


def is_over(opening: Opening, now: datetime, zone: str) -> bool:
    """Whether what it is for is past."""
    end = ends(opening.when, zone)
    return end is not None and end <= now


def taking(opening: Opening, now: datetime, zone: str) -> bool:
    """Whether anybody can sign up now."""
    closed = opening.closes is not None and opening.closes <= now
    return opening.state is OpeningState.OPEN and not closed and not is_over(opening, now, zone)


def check_taking(opening: Opening, member: Membership | None, now: datetime, zone: str) -> None:
    """Whether this person can sign up now.

    Raises:
        NotTakingAnybody: it is paused, closed, cancelled or over.
        MembersOnly: it is for the council alone.
    """
    if not taking(opening, now, zone):
        raise NotTakingAnybody(_why_not(opening, now, zone))
    outsider = member is None or member.role is Role.VOLUNTEER
    if opening.audience is Audience.MEMBERS and outsider:
        raise MembersOnly


def _why_not(opening: Opening, now: datetime, zone: str) -> str:
    if opening.state is not OpeningState.CANCELLED and is_over(opening, now, zone):
        return "over"
    closed = opening.state is OpeningState.OPEN  # its closing time has passed
    return OpeningState.CLOSED.value if closed else opening.state.value


def wanted_from_line(opening: Opening, tally: Tally) -> list[tuple[int, int]]:
    """What of the waiting list has to be known to fill what is free: (places wanted, how many sign-ups)."""
    left = free(opening, tally)
    if left == 0 or not tally.waiting:
        return []
    if left is None:
        return [(seats, tally.waiting) for seats in range(1, MOST_GUESTS + 2)]
    return [(seats, left // seats) for seats in range(1, min(left, MOST_GUESTS + 1) + 1)]


def offers(opening: Opening, tally: Tally, line: Iterable[SignUp], now: datetime, zone: str) -> list[SignUp]:
    """Those of the waiting list to be asked now, as they are then; `line` holds the first of each size."""
    if opening.state is OpeningState.CANCELLED or is_over(opening, now, zone):
        return []
    asked = awake(now, zone)
    until = offer_ends(opening, asked, zone)
    if until is None:
        return []
    found: list[SignUp] = []
    for signup in sorted(line, key=lambda waiting: waiting.number):
        if fits(opening, tally, signup.seats):
            offered = replace(
                signup, state=SignUpState.OFFERED, offered_until=until, revision=signup.revision + 1
            )
            tally = tally.changed(signup, offered)
            found.append(offered)
    return found


def offer_ends(opening: Opening, asked: datetime, zone: str) -> datetime | None:
    """When an offer ends that reaches somebody at `asked`; None when there is no time left for one.

    Without a time of day it can be taken until the day (or month) is over.
    """
    begin, end = begins(opening.when, zone), ends(opening.when, zone)
    last = end if opening.when.start is None else begin
    near = begin if begin is not None and begin > asked else end
    until = asked + _lasting(None if near is None else near - asked)
    up = awake(awake(until, zone) - _MORNING, zone)
    if up > asked:
        until = max(until, up + _MORNING)
    until = until if last is None else min(until, last)
    return until if until - asked >= LEAST_NOTICE else None


def _lasting(left: timedelta | None) -> timedelta:
    if left is None:
        return _LASTS[0][1]
    return next((lasts for least, lasts in _LASTS if left >= least), LEAST_NOTICE)


def is_late(opening: Opening, now: datetime, zone: str, hours: int) -> bool:
    """Whether whoever withdraws now does so within `hours` of the beginning, and it matters still."""
    begin = begins(opening.when, zone)
    if begin is None or opening.state is OpeningState.CANCELLED or is_over(opening, now, zone):
        return False
    return now >= begin - timedelta(hours=hours)


def recount(signups: Sequence[SignUp], opening_id: str) -> Tally:
    """The sums, counted anew."""
    tally = Tally(opening_id)
    for signup in signups:
        tally = tally.changed(None, signup)
    return tally
