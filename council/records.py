"""What is kept: the records of the house, all of them deeply immutable.

A record lives in one *tenant*: the file of its council, or the commons (`COMMONS`) for what belongs to no
council (people's language, which chat is which council's, half-filled forms). Every record has a text
`id`, unique in its kind and tenant. Instants are aware UTC datetimes; times of events are `When`s.
"""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from council.doubts import Doubt
from council.recurrence import Recurrence
from council.when import When

COMMONS = "commons"


class Record(Protocol):
    """Anything that can be stored."""

    @property
    def id(self) -> str:
        """Unique in its kind and tenant."""
        ...


class Role(StrEnum):
    """What somebody is in one council (forretningsorden: formand, næstformand, sekretær …)."""

    CHAIR = "chair"
    DEPUTY_CHAIR = "deputy_chair"
    SECRETARY = "secretary"
    MEMBER = "member"
    DEPUTY = "deputy"
    VOLUNTEER = "volunteer"


class Kind(StrEnum):
    """What an entry of the plan is."""

    MEETING = "meeting"
    EVENT = "event"
    HEARING = "hearing"
    DEADLINE = "deadline"
    TASK = "task"
    RECESS = "recess"
    ELECTION = "election"


class Status(StrEnum):
    """Where an entry stands; tentative is a matter of its `When`, moved of its `was`."""

    PLANNED = "planned"
    WAITING = "waiting"
    CANCELLED = "cancelled"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class Council:
    """The tenant. `chat_id` is its group; `language` (`da`, `en`) and `zone` (IANA name) its own.

    Whoever withdraws within `late_hours` of the beginning does so late; `answers_days` after the event the
    answers to questions are erased. `digest` is the ISO weekday and the hour of the weekly overview ("":
    none).
    """

    id: str
    name: str
    chat_id: int
    language: str = "da"
    zone: str = "Europe/Copenhagen"
    late_hours: int = 48
    answers_days: int = 90
    digest: str = "1@09:00"


@dataclass(frozen=True, slots=True)
class Membership:
    """One person in one council; `id` is the person's. `coordinates` are ids of activities."""

    id: str
    name: str
    role: Role
    coordinates: tuple[str, ...] = ()

    @property
    def coordinating(self) -> str:
        """Whether they coordinate anything; how coordinators are found."""
        return "yes" if self.coordinates else ""


@dataclass(frozen=True, slots=True)
class Activity:
    """An undertaking that lives through the year; `aliases` are other spellings seen in plans."""

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    description: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """Where an entry comes from: the document, the page or line (1-based) and its own words."""

    document: str
    words: str = ""
    page: int | None = None
    line: int | None = None


@dataclass(frozen=True, slots=True)
class Printed:
    """What a published plan says of an entry: the part of it that an import may change."""

    title: str
    when: When
    kind: Kind = Kind.EVENT
    status: Status = Status.PLANNED
    activity: str = ""
    place: str = ""
    waiting_for: str = ""
    responsible: str = ""


@dataclass(frozen=True, slots=True)
class PlanEntry:
    """One line of the plan, as it stands now.

    `was` is the time before it was moved; `printed` what the last import said of it (None for one made in
    chat), the base of the three-way comparison with the next edition. `revision` counts changes of time,
    place or state (iCalendar's SEQUENCE); `removed` keeps what was taken off the plan from coming back.
    `place_in_plan` keeps the order of the document among entries of the same time; `responsible` is who
    sees to it, as printed ("Kulturgruppen").
    """

    id: str
    title: str
    when: When
    created: datetime
    changed: datetime
    kind: Kind = Kind.EVENT
    status: Status = Status.PLANNED
    activity_id: str = ""
    place: str = ""
    waiting_for: str = ""
    note: str = ""
    was: When | None = None
    source: Source | None = None
    printed: Printed | None = None
    revision: int = 0
    removed: bool = False
    place_in_plan: int = 0
    responsible: str = ""

    @property
    def tentative(self) -> bool:
        """Whether the plan itself puts a question mark behind it."""
        return self.when.uncertain

    @property
    def moved(self) -> bool:
        """Whether it once had another time."""
        return self.was is not None


@dataclass(frozen=True, slots=True)
class Change:
    """One step in the history of an entry: who did what, and what it was before (None: not there).

    `fields` names what changed (`title`, `when`, `status`, …, or `added`, `removed`); `undoes` is the id of
    the change that this one took back.
    """

    id: str
    entry_id: str
    at: datetime
    by: str
    by_name: str
    by_role: Role
    fields: tuple[str, ...]
    before: PlanEntry | None
    after: PlanEntry
    undoes: str = ""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who joined a council or chose a language, in the commons; `id` is the Telegram user id.

    `language` is the chosen one ("" follows Telegram's `telegram_language`); `councils` the ids of those
    they belong to, `left` of those they belonged to (whose history may name them); `council_id` is the one
    they mean in private; `reachable` whether the bot may write, `blocked` that it was told not to.
    `reminders` and `quiet` are how they want to be reminded (`council.reminding.Wishes`; None: as usual).
    """

    id: str
    name: str
    username: str = ""
    telegram_language: str = ""
    language: str = ""
    councils: tuple[str, ...] = ()
    council_id: str = ""
    reachable: bool = False
    left: tuple[str, ...] = ()
    reminders: tuple[str, ...] | None = None
    quiet: str | None = None
    blocked: bool = False


@dataclass(frozen=True, slots=True)
class Chat:
    """A group chat that is bound to a council, in the commons; `id` is the chat's id as text."""

    id: str
    council_id: str


@dataclass(frozen=True, slots=True)
class Draft:
    """A half-filled form, in the commons; `id` is `chat:user`.

    `form` names the form, `step` the question that is open, `answers` what has been said so far (name,
    text), `message_id` the last message that was taken as an answer, so that none counts twice. `token` is
    in the buttons of the form, so that those of an earlier one do nothing to this one.
    """

    id: str
    token: str
    form: str
    step: str
    council_id: str
    answers: tuple[tuple[str, str], ...] = ()
    message_id: int = 0

    def answer(self, name: str) -> str:
        """What was answered under this name, or ""."""
        return dict(self.answers).get(name, "")

    def with_answer(self, name: str, text: str, *, step: str) -> "Draft":
        """The form with one more answer (or a new one in its place), now at `step`."""
        kept = tuple(pair for pair in self.answers if pair[0] != name)
        return replace(self, answers=(*kept, (name, text)), step=step)


@dataclass(frozen=True, slots=True)
class ReadEntry:
    """One entry as the reader of plans found it.

    `was` is the time from which the document says that it was moved (`moved` alone: it does not say from
    when); `rule` how it comes back, `printed.when`
    being the first time; `confidence` (0 to 1) how sure the reader is that it was understood.
    """

    printed: Printed
    source: Source
    doubts: tuple[Doubt, ...] = ()
    was: When | None = None
    rule: Recurrence | None = None
    confidence: float = 1.0
    moved: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read in one document, in its order, and the lines that could not be placed."""

    document: str
    entries: tuple[ReadEntry, ...] = ()
    unplaced: tuple[Source, ...] = ()
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Proposal:
    """A reading that waits for "take over", in the file of its council; `by` is a person's id.

    `settled` are the keys of the differences already taken over or put aside one by one, `answered` those of
    the questions and lines that somebody dealt with (`council.asking`); `as_read` is the reading before
    answers changed it (None while none has).
    """

    id: str
    by: str
    at: datetime
    reading: Reading
    settled: tuple[str, ...] = ()
    answered: tuple[str, ...] = ()
    as_read: Reading | None = None
