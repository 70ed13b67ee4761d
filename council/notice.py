"""The ledger: what the bot says unasked, and what became of it."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Notice:
    """Something the bot says unasked; written in the transaction that causes it.

    `id` is its key: it names recipient, kind, subject and what it is about, so that the same thing is
    never said twice. `person_id` is who it is for, `facts` are the values of its text (name, value), and
    `about` is the person it tells of, if it is somebody else. `state` is `waiting`, `sent` or `failed`,
    `tries` how often sending it went wrong; before `not_before` it waits. A reminder names the `instant` it
    reminds of, and until when it is `useful`; one that was not useful any more is `skipped`. `person_id` is
    "group" for what is said in the council's group.
    """

    id: str
    kind: str
    person_id: str
    facts: tuple[tuple[str, str], ...]
    created: datetime
    state: str = "waiting"
    tries: int = 0
    sent: datetime | None = None
    not_before: datetime | None = None
    about: str = ""
    instant: datetime | None = None
    useful: datetime | None = None
    reason: str = ""

    def fact(self, name: str) -> str:
        """One of the values of its text, or ""."""
        return dict(self.facts).get(name, "")
