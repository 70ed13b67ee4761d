"""What people are reminded of, and how they want it: the records beside the ledger."""

from dataclasses import dataclass
from datetime import datetime, time

from council.records import Kind

GROUP_DEFAULTS: dict[Kind, tuple[str, ...]] = {
    Kind.MEETING: ("14d", "7d", "1d"),
    Kind.EVENT: ("14d", "7d", "1d"),
    Kind.HEARING: ("14d", "7d", "1d"),
    Kind.ELECTION: ("14d", "7d", "1d"),
    Kind.DEADLINE: ("7d", "1d"),
    Kind.TASK: (),
    Kind.RECESS: (),
}
"""How long before the group is reminded, unless the council says otherwise."""

PERSONAL_DEFAULTS = ("7d", "1d", "120m")
"""How long before people are reminded of what they signed up for, unless they say otherwise."""

QUIET_DEFAULT = "21-8"
"""The hours in which nobody is disturbed, unless they say otherwise."""

MISSING_DAYS = (21, 7, 2)
"""Days before, on which coordinators hear of places that are still missing."""

UNDATED_DAYS = 21
"""Days before its month in which chair and secretary are asked about what has no day yet."""

WAITING_DAYS = 21
"""Days after which something that waits for somebody is brought up."""


@dataclass(frozen=True, slots=True)
class ReminderRule:
    """How long before the group is reminded, for a kind (`meeting`), an activity (`a-…`) or entry (`e-…`)."""

    id: str
    distances: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CustomReminder:
    """One that somebody asked for: of an entry (`e-…`) or an opening (`o-…`), before it by `distance`.

    `to` is `group`, `people` (those who signed up) or the id of the person who wants it for themselves.
    """

    id: str
    subject: str
    distance: str
    to: str
    by: str
    created: datetime


@dataclass(frozen=True, slots=True)
class Horizon:
    """Until when a council's reminders have been planned, and when the `next` one is.

    There is one, with the id `horizon`.
    """

    id: str
    until: datetime
    next: datetime | None = None


@dataclass(frozen=True, slots=True)
class NextDue:
    """In the commons: when a council has something to do next at the latest; `id` is the council's."""

    id: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Wishes:
    """How somebody wants to be reminded: how long before, and their quiet hours ("21-8", "" for none).

    `id` is the person's; it is kept in each of their councils, so that a council's file says it all.
    """

    id: str = ""
    distances: tuple[str, ...] = PERSONAL_DEFAULTS
    quiet: str = QUIET_DEFAULT

    @property
    def quiet_hours(self) -> tuple[time, time] | None:
        """From when to when they are not disturbed, in the council's zone."""
        if not self.quiet:
            return None
        begins, _, ends = self.quiet.partition("-")
        return time(int(begins) % 24), time(int(ends) % 24)
