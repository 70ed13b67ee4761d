"""Everything that can happen at one opening, in any order, each of it delivered twice."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from council.board import Board
from council.opening_events import cancel, move, reopen, resize
from council.openings import ENDED, HOLDING, OpeningState, SignUp, SignUpState
from council.places import check_taking
from council.refusals import Refusal
from council.signups import (
    accept,
    attended,
    bring,
    certify,
    confirm,
    lapse,
    remove,
    seek_cover,
    sign_up,
    still_coming,
    take_over,
    withdraw,
)
from council.when import When
from tests.council.line import (
    SEEN,
    Line,
    arriving,
    check_told,
    local,
    opening,
)

S = SignUpState
PEOPLE = [f"p{number}" for number in range(7)]
ENTERED = ["Chile", "Kiwanis"]
GUESTS = st.sampled_from([0, 0, 0, 1, 2])
CROWD = st.lists(st.tuples(st.sampled_from(PEOPLE), GUESTS), min_size=5, unique_by=lambda who: who[0])
CAPACITIES = st.sampled_from([2, 3, 1, 4, 2, 3, None])
WHENS = st.sampled_from(
    [
        "2021-10-31T12:00/2021-10-31T15:00",
        "2021-11-20T17:00",
        "2021-10-31T02:30",
        "2021-10-30T08:00/2021-10-30T11:00",
        "2021-10-31",
        "2021-10-29/2021-11-02",
        "2021-10",
        "2021-W43",
        "XXXX",
    ]
)
STARTS = st.sampled_from(
    [
        "2021-10-10T12:00",
        "2021-10-26T22:30",
        "2021-10-29T19:50",
        "2021-10-30T04:10",
        "2021-10-30T20:50",
        "2021-10-31T10:30",
    ]
)
STATES = [OpeningState.OPEN] * 3 + [OpeningState.PAUSED, OpeningState.CLOSED, OpeningState.CANCELLED]
ANY = st.integers(0, 99)


class SignUps(RuleBasedStateMachine):
    """A service with one opening, whose rules are asked; `Line` is what it keeps."""

    line: Line

    @initialize(
        capacity=CAPACITIES,
        when=WHENS,
        start=STARTS,
        children=st.sampled_from([False, True]),
        crowd=CROWD,
    )
    def opened(
        self, capacity: int | None, when: str, start: str, *, children: bool, crowd: list[tuple[str, int]]
    ) -> None:
        self.line = Line(opening(when, capacity=capacity, with_children=children), local(start))
        for person, guests in crowd:
            self.signs_up(person, guests)
        for _ in crowd if children else ():
            self.certificate_is_seen(0, SEEN)
            self.is_confirmed(0)

    # --- what a service does -------------------------------------------------------------------------

    def _happens(
        self, step: Callable[[Board], Board], *, actor: str = "", noted: bool = False, cover: bool = False
    ) -> bool:
        """Whether the step was allowed; then it is done, checked, and done again without any effect."""
        before = dict(self.line.signups)
        was, tally = self.line.opening, self.line.tally
        try:
            at = self.line.do(step)
        except Refusal:
            assert (self.line.opening, self.line.tally, self.line.signups) == (was, tally, before)
            return False
        check_told(before, at, actor=actor, noted=noted)
        for one in at.changed:
            self.line.check_change(before.get(one.id), one, cover=cover)
        again = step(self.line.board())
        assert (again.changed, again.told, again.tally) == ((), (), self.line.tally)
        assert again.opening == self.line.opening
        return True

    def _some(self, place: int, *states: SignUpState) -> SignUp | None:
        found = self.line.those(*states)
        return found[place % len(found)] if found else None

    # --- what happens --------------------------------------------------------------------------------

    @rule(person=st.sampled_from(PEOPLE), guests=GUESTS)
    def signs_up(self, person: str, guests: int) -> None:
        def step(at: Board) -> Board:
            check_taking(at.opening, None, at.now, at.zone)
            return sign_up(at, arriving(person, guests=guests), self.line.of(person))

        self._happens(step, actor=person)

    @rule(name=st.sampled_from(ENTERED), guests=GUESTS)
    def is_entered(self, name: str, guests: int) -> None:
        who = arriving(name, guests=guests, entered_by="coordinator", agreed="by phone")
        self._happens(lambda at: sign_up(at, who, self.line.of(name)))

    @rule(person=st.sampled_from(PEOPLE))
    def withdraws(self, person: str) -> None:
        if known := self.line.of(person):
            actor = known.person_id
            self._happens(lambda at: withdraw(at, self.line.signups[known.id], 48), actor=actor)
            assert self.line.signups[known.id].state in ENDED | {S.ATTENDED, S.MISSED}

    @rule(place=ANY, how=st.sampled_from([accept, lambda at, one: withdraw(at, one, 48)]))
    def answers_an_offer(self, place: int, how: Callable[[Board, SignUp], Board]) -> None:
        if one := self._some(place, S.OFFERED):
            self._happens(lambda at: how(at, self.line.signups[one.id]), actor=one.person_id)
        elif gone := self._some(place, S.CONFIRMED):
            self.withdraws(gone.person_id or gone.name)

    @rule(place=ANY)
    def accepts_what_was_never_offered(self, place: int) -> None:
        if one := self._some(place, S.WAITING, S.LAPSED, S.WITHDRAWN, S.REMOVED):
            assert not self._happens(lambda at: accept(at, self.line.signups[one.id]), actor=one.person_id)

    @rule(minutes=st.sampled_from([5, 16, 31, 60 * 5, 60 * 13]))
    def time_passes(self, minutes: int) -> None:
        self.line.pass_time(timedelta(minutes=minutes))
        self.offers_lapse()

    @rule()
    def the_next_offer_ends(self) -> None:
        ends = [one.offered_until for one in self.line.those(S.OFFERED) if one.offered_until]
        if ends:
            self.line.now = max(self.line.now, min(ends))
            self.offers_lapse()

    def offers_lapse(self) -> None:
        for one in self.line.those(S.OFFERED):
            self._offer_lapses(one.id)

    def _offer_lapses(self, signup_id: str) -> None:
        over = (self.line.signups[signup_id].offered_until or self.line.now) <= self.line.now
        self._happens(lambda at: lapse(at, self.line.signups[signup_id]))
        assert self.line.signups[signup_id].state is (S.LAPSED if over else S.OFFERED)

    @rule(place=ANY, seeking=st.sampled_from([True, True, False]))
    def looks_for_cover(self, place: int, *, seeking: bool) -> None:
        if one := self._some(place, S.CONFIRMED):
            self._happens(
                lambda at: seek_cover(at, self.line.signups[one.id], seeking=seeking), actor=one.person_id
            )

    @rule(person=st.sampled_from(PEOPLE), place=ANY, guests=GUESTS)
    def takes_over(self, person: str, place: int, guests: int) -> None:
        self.looks_for_cover(place, seeking=True)
        seekers = [one for one in self.line.signups.values() if one.seeking]
        if not seekers:
            return
        seeker, who = seekers[place % len(seekers)], arriving(person, guests=guests)
        self._happens(
            lambda at: take_over(at, self.line.signups[seeker.id], who, self.line.of(person)),
            actor=person,
            cover=True,
        )

    @rule(place=ANY, guests=st.integers(-1, 4))
    def brings(self, place: int, guests: int) -> None:
        if one := self._some(place, *SignUpState):
            self._happens(lambda at: bring(at, self.line.signups[one.id], guests), actor=one.person_id)

    @rule(capacity=CAPACITIES)
    def has_other_capacity(self, capacity: int | None) -> None:
        used = self.line.tally.taken + self.line.tally.held
        allowed = self._happens(lambda at: resize(at, capacity))
        assert allowed == (capacity is None or capacity >= used)

    @rule(when=WHENS, place=st.sampled_from(["", "Kulturhuset"]))
    def is_moved(self, when: str, place: str) -> None:
        same = (self.line.opening.when, self.line.opening.place) == (When(when), place)
        same = same or self.line.opening.state is OpeningState.CANCELLED  # then nobody hears of it
        told = len(self.line.told)
        people = {one.person_id for one in self.line.signups.values() if one.active and one.person_id}
        self._happens(lambda at: move(at, list(self.line.signups.values()), when=When(when), place=place))
        moved = [told.to for told in self.line.told[told:] if told.kind == "moved"]
        assert sorted(moved) == ([] if same else sorted(people))
        assert same or {one.still for one in self.line.those(S.CONFIRMED)} <= {"asked"}

    @rule(place=ANY)
    def still_comes(self, place: int) -> None:
        if one := self._some(place, S.CONFIRMED):
            self._happens(lambda at: still_coming(at, self.line.signups[one.id]), actor=one.person_id)

    @rule(state=st.sampled_from(STATES))
    def opens_or_closes(self, state: OpeningState) -> None:
        if state is OpeningState.CANCELLED:
            self._whole("cancelled", cancel, state)
            assert not self.line.those(S.OFFERED)
        elif state is OpeningState.OPEN:
            self._whole("reopened", reopen, state)
        elif self.line.opening.state is not OpeningState.CANCELLED:
            self._happens(lambda at: replace(at, opening=replace(at.opening, state=state)))

    def _whole(self, kind: str, step: Callable[..., Board], state: OpeningState) -> None:
        states = {self.line.opening.state, state}
        concerned = len(states) > 1 and OpeningState.CANCELLED in states
        people = sorted(one.person_id for one in self.line.signups.values() if one.active and one.person_id)
        told = len(self.line.told)
        assert self._happens(lambda at: step(at, list(self.line.signups.values())))
        assert sorted(t.to for t in self.line.told[told:] if t.kind == kind) == (people if concerned else [])

    @rule(place=ANY)
    def is_confirmed(self, place: int) -> None:
        if one := self._some(place, S.REQUESTED):
            self._happens(lambda at: confirm(at, self.line.signups[one.id]))

    @rule(place=ANY, seen=st.sampled_from([SEEN, None]))
    def certificate_is_seen(self, place: int, seen: object) -> None:
        if one := self._some(place, S.REQUESTED, S.WAITING, S.OFFERED):
            certificate = SEEN if seen else None
            self._happens(lambda at: certify(at, self.line.signups[one.id], certificate), noted=True)

    @rule(confirm_each=st.sampled_from([False, False, True]))
    def asks_first(self, *, confirm_each: bool) -> None:
        self.line.opening = replace(self.line.opening, confirm_each=confirm_each)

    @rule(place=ANY)
    def is_removed(self, place: int) -> None:
        if one := self._some(place, *SignUpState):
            self._happens(lambda at: remove(at, self.line.signups[one.id]))
            assert self.line.signups[one.id].state in ENDED

    @rule(place=ANY, came=st.sampled_from([True, False, None]))
    def came_or_not(self, place: int, came: bool | None) -> None:  # noqa: FBT001  # drawn
        if one := self._some(place, *HOLDING):
            self._happens(lambda at: attended(at, self.line.signups[one.id], came), noted=True)

    @rule(place=ANY)
    def is_forgotten(self, place: int) -> None:
        if one := self._some(place, *SignUpState):
            check_told(dict(self.line.signups), self.line.forget(one))
            assert one.id not in self.line.signups

    # --- what always holds ---------------------------------------------------------------------------

    @invariant()
    def adds_up(self) -> None:
        self.line.check()


TestSignUps = SignUps.TestCase
TestSignUps.settings = settings(max_examples=250, stateful_step_count=50)
