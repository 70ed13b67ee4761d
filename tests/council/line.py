"""Openings and sign-ups made quickly, and a line of people kept as a service keeps it."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from council.board import COORDINATORS, Board, Told
from council.openings import HOLDING, Certificate, Opening, OpeningState, SignUp, SignUpState, Tally
from council.places import LEAST_NOTICE, recount, wanted_from_line
from council.signups import Arriving, sign_up, withdraw
from council.times import awake, begins, ends
from council.when import When

S = SignUpState
ZONE = "Europe/Copenhagen"
NOON = datetime(2021, 9, 1, 10, 0, tzinfo=UTC)
SEEN = Certificate(date(2021, 8, 1), "secretary")


def opening(when: str = "2021-09-18T17:00", **fields: Any) -> Opening:
    return replace(Opening("o", "Opstilling", NOON, when=When(when)), **fields)


def signup(person: str = "p1", state: SignUpState = S.CONFIRMED, number: int = 1, **fields: Any) -> SignUp:
    return replace(SignUp(f"o-{person}", "o", person, person, state, number, NOON), **fields)


def local(text: str, zone: str = ZONE) -> datetime:
    """A wall-clock time in UTC, said with its offset where it is not plain."""
    moment = datetime.fromisoformat(text)
    return (moment if moment.tzinfo else moment.replace(tzinfo=ZoneInfo(zone))).astimezone(UTC)


def board(*signups: SignUp, now: datetime = NOON, **fields: Any) -> Board:
    """A board on which these are signed up already."""
    return Board(opening(**fields), recount(signups, "o"), now, ZONE)


def arriving(person: str, **fields: Any) -> Arriving:
    return Arriving(person, person, person_id="" if "entered_by" in fields else person, **fields)


def last_instant(opening: Opening) -> datetime | None:
    """Until when a place can be taken by being offered it: the beginning, or the end if that is not known."""
    return begins(opening.when, ZONE) if opening.when.start else ends(opening.when, ZONE)


def can_be_offered(opening: Opening, now: datetime) -> bool:
    """Whether there is a quarter of an hour by day left to ask somebody."""
    last = last_instant(opening)
    in_time = last is None or last - awake(now, ZONE) >= LEAST_NOTICE
    return opening.state is not OpeningState.CANCELLED and in_time


@dataclass
class Line:
    """An opening with everybody signed up for it; every step is followed by filling what is free."""

    opening: Opening
    now: datetime
    tally: Tally = field(default_factory=lambda: Tally("o"))
    signups: dict[str, SignUp] = field(default_factory=dict)
    told: list[Told] = field(default_factory=list)

    def board(self) -> Board:
        return Board(self.opening, self.tally, self.now, ZONE)

    def those(self, *states: SignUpState) -> list[SignUp]:
        found = (one for one in self.signups.values() if one.state in states)
        return sorted(found, key=lambda one: one.number)

    def of(self, person: str) -> SignUp | None:
        return self.signups.get(f"o-{person}")

    def come(self, person: str, **fields: Any) -> Board:
        return self.do(lambda at: sign_up(at, arriving(person, **fields), self.of(person)))

    def do(self, step: Callable[[Board], Board]) -> Board:
        """Take a step and fill what is free then; the board is that of both together."""
        at = step(self.board())
        self._put(at)
        full = at.filled(self._asked_for(at))
        self._put(full)
        self.told.extend(full.told)
        return full

    def withdraw(self, person: str) -> Board:
        return self.do(lambda at: withdraw(at, self.signups[f"o-{person}"], 48))

    def forget(self, gone: SignUp) -> Board:
        del self.signups[gone.id]
        return self.do(lambda at: at.without(gone))

    def pass_time(self, by: timedelta) -> None:
        self.now += by

    def _asked_for(self, at: Board) -> list[SignUp]:
        """What a service looks up: the first of each size, no more than were asked for."""
        line: list[SignUp] = []
        for seats, most in wanted_from_line(at.opening, at.tally):
            line += [one for one in self.those(S.WAITING) if one.seats == seats][:most]
        return line

    def _put(self, at: Board) -> None:
        self.opening, self.tally = at.opening, at.tally
        self.signups.update({one.id: one for one in at.changed})

    # --- what always holds ---------------------------------------------------------------------------

    def check(self) -> None:
        self._check_sums()
        self._check_nobody_waits_beside_an_empty_place()
        self._check_offers()

    def _check_sums(self) -> None:
        taken = sum(one.seats for one in self.signups.values() if one.state in HOLDING)
        held = sum(one.seats for one in self.those(S.OFFERED))
        waiting, requested = len(self.those(S.WAITING)), len(self.those(S.REQUESTED))
        assert (self.tally.taken, self.tally.held) == (taken, held)
        assert (self.tally.waiting, self.tally.requested) == (waiting, requested)
        counted = recount(list(self.signups.values()), "o")
        assert replace(self.tally, last=0) == replace(counted, last=0)
        assert self.tally.last >= counted.last
        assert self.opening.capacity is None or taken + held <= self.opening.capacity
        numbers = [one.number for one in self.signups.values()]
        assert len(numbers) == len(set(numbers))

    def _check_nobody_waits_beside_an_empty_place(self) -> None:
        if not can_be_offered(self.opening, self.now):
            return
        smallest = min((one.seats for one in self.those(S.WAITING)), default=None)
        if smallest is None:
            return
        assert self.opening.capacity is not None
        assert self.tally.taken + self.tally.held + smallest > self.opening.capacity

    def _check_offers(self) -> None:
        last = last_instant(self.opening)
        for one in self.signups.values():
            assert not (one.person_id and one.id != f"o-{one.person_id}")
            assert (one.offered_until is not None) == (one.state is S.OFFERED)
            assert one.offered_until is None or last is None or one.offered_until <= last
            assert not (one.seeking and one.state not in HOLDING)

    def check_change(self, old: SignUp | None, one: SignUp, *, cover: bool) -> None:
        """Nobody gets a place before somebody who waits longer for as many, nor without a certificate.

        Who comes (back) stands at the end.
        """
        state = old.state if old else None
        if one.state is S.OFFERED and state is not S.OFFERED:
            self._check_offer(one)
        if one.state is S.CONFIRMED and state not in HOLDING:
            assert one.certificate or not self.opening.with_children
        if state is None or (old is not None and one.active and not old.active):
            assert all(one.number > other.number for other in self.signups.values() if other.id != one.id)
        got_one = one.state in {S.OFFERED, S.CONFIRMED} and state not in {S.OFFERED, *HOLDING}
        if got_one and not cover and can_be_offered(self.opening, self.now):
            earlier = [other for other in self.those(S.WAITING) if other.number < one.number]
            assert one.seats not in {other.seats for other in earlier}

    def _check_offer(self, one: SignUp) -> None:
        assert one.offered_until is not None
        asked, until = awake(self.now, ZONE), one.offered_until
        assert 8 <= asked.astimezone(ZoneInfo(ZONE)).hour < 21
        assert until - asked >= LEAST_NOTICE
        assert until == last_instant(self.opening) or 8 <= until.astimezone(ZoneInfo(ZONE)).hour < 21


def check_told(before: dict[str, SignUp], at: Board, *, actor: str = "", noted: bool = False) -> None:
    """Every change to somebody who did not make it: one message to them, about just that, none twice.

    `noted`: what was done is a note of the coordinators that nobody hears of.
    """
    keys = [(told.kind, told.to, told.signup.id, told.signup.revision) for told in at.told]
    assert len(keys) == len(set(keys))
    heard = [(told.to, told.signup) for told in at.told]
    state = {one.id: one.state for one in before.values()}
    for one in at.changed:
        assert one.id not in before or one.revision > before[one.id].revision
        if one.state is S.OFFERED and state.get(one.id) is not S.OFFERED:
            assert heard.count((one.person_id or COORDINATORS, one)) == 1
        elif one.person_id and one.person_id != actor and not noted:
            assert heard.count((one.person_id, one)) == 1, (one, at.told)
    assert not actor or {told.kind for told in at.told if told.to == actor} <= {"offered"}


def line(*people: str, capacity: int | None = 2, when: str = "2021-09-18T17:00") -> Line:
    """These have signed up, one after the other."""
    made = Line(opening(when, capacity=capacity), NOON)
    for person in people:
        made.come(person)
    return made


def told(at: Board) -> list[tuple[str, str]]:
    """What is said to whom."""
    return [(one.kind, one.to) for one in at.told]
