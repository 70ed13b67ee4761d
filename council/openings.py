"""Openings and who signed up: what is kept of them. The rules are in `places.py` and `signups.py`."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from council.when import When

MOST_GUESTS = 9
"""How many somebody can bring; more than that is a sign-up of its own."""


class OpeningState(StrEnum):
    """Paused takes nobody new for now, closed nobody new at all; cancelled does not take place."""

    OPEN = "open"
    PAUSED = "paused"
    CLOSED = "closed"
    CANCELLED = "cancelled"


class Audience(StrEnum):
    """Who may sign up: whoever has the link, or only those on the council."""

    ANYONE = "anyone"
    MEMBERS = "members"


class Unit(StrEnum):
    """What a place is taken by."""

    PERSON = "person"
    COUNTRY = "country"
    ASSOCIATION = "association"
    STAND = "stand"


class Asking(StrEnum):
    """What a question takes as its answer."""

    TEXT = "text"
    NUMBER = "number"
    CHOICE = "choice"


class SignUpState(StrEnum):
    """Where a sign-up stands. Attended and missed were confirmed before; the last three take no place."""

    REQUESTED = "requested"
    CONFIRMED = "confirmed"
    WAITING = "waiting"
    OFFERED = "offered"
    ATTENDED = "attended"
    MISSED = "missed"
    WITHDRAWN = "withdrawn"
    LAPSED = "lapsed"
    REMOVED = "removed"


HOLDING = frozenset({SignUpState.CONFIRMED, SignUpState.ATTENDED, SignUpState.MISSED})
"""States that have a place."""

ENDED = frozenset({SignUpState.WITHDRAWN, SignUpState.LAPSED, SignUpState.REMOVED})
"""States of somebody who no longer takes part."""


@dataclass(frozen=True, slots=True)
class Question:
    """Something asked of everybody who signs up. `differ`: no two answers may be the same."""

    id: str
    text: str
    asking: Asking = Asking.TEXT
    options: tuple[str, ...] = ()
    required: bool = False
    differ: bool = False


@dataclass(frozen=True, slots=True)
class Opening:
    """What people sign up for. Its id is long and random: who knows it may see and take it.

    `resume` is the state that it comes back to when its entry does, with which it was cancelled.

    `capacity` is the most there can be (None: open-ended), `target` what is hoped for, `minimum` what is
    needed at least. `closes` is an instant; `erased` says that the answers were erased after the event.
    """

    id: str
    title: str
    created: datetime
    created_by: str = ""
    entry_id: str = ""
    activity_id: str = ""
    when: When = When()  # noqa: RUF009  # immutable
    place: str = ""
    capacity: int | None = None
    target: int | None = None
    minimum: int = 0
    unit: Unit = Unit.PERSON
    effort: str = ""
    note: str = ""
    contact: str = ""
    audience: Audience = Audience.ANYONE
    confirm_each: bool = False
    with_children: bool = False
    closes: datetime | None = None
    questions: tuple[Question, ...] = ()
    state: OpeningState = OpeningState.OPEN
    revision: int = 0
    erased: bool = False
    resume: OpeningState | None = None

    @property
    def goal(self) -> int | None:
        """How many are wanted: the target, or else all places."""
        return self.target or self.capacity

    @property
    def asks_first(self) -> bool:
        """Whether somebody has to confirm each sign-up."""
        return self.confirm_each or self.with_children

    def question(self, question_id: str) -> Question | None:
        """The question with this id."""
        return next((question for question in self.questions if question.id == question_id), None)


@dataclass(frozen=True, slots=True)
class Certificate:
    """That a certificate for work with children was seen; nothing else about it is kept."""

    on: date
    by: str


@dataclass(frozen=True, slots=True)
class SignUp:
    """One person, country or association on one opening; `id` is `opening-person` (or another word).

    `number` is the order of arrival at the opening. `person_id` is "" for those whom a coordinator entered;
    `agreed` says how those agreed and `phone` is for coordinators only. `shown` is that the first name may
    be seen in groups; `still` what was said after a move ("asked", "yes"). `seeking`: they look for
    somebody to take over. `revision` counts changes.
    """

    id: str
    opening_id: str
    person_id: str
    name: str
    state: SignUpState
    number: int
    since: datetime
    unit: Unit = Unit.PERSON
    guests: int = 0
    answers: tuple[tuple[str, str], ...] = ()
    offered_until: datetime | None = None
    seeking: bool = False
    shown: bool = False
    still: str = ""
    entered_by: str = ""
    agreed: str = ""
    phone: str = ""
    certificate: Certificate | None = None
    thanked: bool = False
    revision: int = 0

    @property
    def seats(self) -> int:
        """How many places it takes."""
        return 1 + self.guests

    @property
    def active(self) -> bool:
        """Whether they take part, or hope to."""
        return self.state not in ENDED

    @property
    def waiting(self) -> str:
        """The opening that is waited for; what waiting lists are found by."""
        return self.opening_id if self.state is SignUpState.WAITING else ""

    @property
    def queue(self) -> str:
        """The opening and how many places are waited for; how the next who fits is found."""
        return f"{self.opening_id}:{self.seats}" if self.state is SignUpState.WAITING else ""

    @property
    def pending(self) -> str:
        """Whether an offer runs; how offers that lapse are found."""
        return "yes" if self.state is SignUpState.OFFERED else ""

    @property
    def sought(self) -> str:
        """The opening on which somebody is looked for to take over; how their place is found."""
        return self.opening_id if self.seeking and self.state is SignUpState.CONFIRMED else ""

    @property
    def named(self) -> str:
        """The opening on whose card the first name may stand."""
        return self.opening_id if self.shown and self.state in HOLDING else ""

    def answer(self, question_id: str) -> str:
        """What was answered to a question, or ""."""
        return dict(self.answers).get(question_id, "")


def signup_id(opening_id: str, person_id: str) -> str:
    """The one sign-up of somebody on an opening."""
    return f"{opening_id}-{person_id}"


@dataclass(frozen=True, slots=True)
class Tally:
    """The sums of one opening, kept so that nobody has to count; `id` is the opening's.

    `taken` and `held` are places (confirmed, offered), `waiting` and `requested` sign-ups, `last` the number
    that was given last.
    """

    id: str
    taken: int = 0
    held: int = 0
    waiting: int = 0
    requested: int = 0
    last: int = 0

    def changed(self, before: SignUp | None, after: SignUp | None) -> "Tally":
        """The sums when one sign-up was `before` and is `after` (None: is not there)."""
        out, into = _counts(before), _counts(after)
        return replace(
            self,
            taken=self.taken + into[0] - out[0],
            held=self.held + into[1] - out[1],
            waiting=self.waiting + into[2] - out[2],
            requested=self.requested + into[3] - out[3],
            last=max(self.last, after.number if after else 0),
        )


def _counts(signup: SignUp | None) -> tuple[int, int, int, int]:
    if signup is None:
        return (0, 0, 0, 0)
    return (
        signup.seats if signup.state in HOLDING else 0,
        signup.seats if signup.state is SignUpState.OFFERED else 0,
        int(signup.state is SignUpState.WAITING),
        int(signup.state is SignUpState.REQUESTED),
    )


@dataclass(frozen=True, slots=True)
class Claim:
    """An answer that nobody else may give; `id` is `opening:question:answer` in small letters."""

    id: str
    signup_id: str


@dataclass(frozen=True, slots=True)
class Card:
    """An opening as it is shown in a chat, and kept current there.

    `id` is `chat:message` or that of an inline message (then `chat_id` is 0). `shown` is a digest of what
    it says now.
    """

    id: str
    opening_id: str
    chat_id: int = 0
    message_id: int = 0
    shown: str = ""


@dataclass(frozen=True, slots=True)
class Referral:
    """A member's own link to an opening: how many it brought, and never whom."""

    id: str
    opening_id: str
    person_id: str
    brought: int = 0


@dataclass(frozen=True, slots=True)
class Standby:
    """Somebody who helps at short notice when a place has to be taken over; `id` is the person's."""

    id: str
