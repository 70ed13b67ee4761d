"""What can be tapped on the page of an entry."""

from dataclasses import dataclass
from typing import ClassVar

from handlers.codec import Tap


@dataclass(frozen=True, slots=True)
class Edit(Tap):
    """Change the entry; `field` "" shows what can be changed."""

    prefix: ClassVar[str] = "en"
    council: str
    entry: str
    field: str = ""


@dataclass(frozen=True, slots=True)
class SetState(Tap):
    """Put the entry into this state: a `Status`, `tentative` or `certain`."""

    prefix: ClassVar[str] = "es"
    council: str
    entry: str
    state: str


@dataclass(frozen=True, slots=True)
class SetKind(Tap):
    """What the entry is: a meeting, an event."""

    prefix: ClassVar[str] = "ek"
    council: str
    entry: str
    kind: str


@dataclass(frozen=True, slots=True)
class SetActivity(Tap):
    """Put the entry under this activity; "" under none."""

    prefix: ClassVar[str] = "ea"
    council: str
    entry: str
    activity: str


@dataclass(frozen=True, slots=True)
class Move(Tap):
    """Yes, the time that was understood is the new time."""

    prefix: ClassVar[str] = "em"
    token: str


@dataclass(frozen=True, slots=True)
class Clear(Tap):
    """The field has no text any more."""

    prefix: ClassVar[str] = "ec"
    token: str


@dataclass(frozen=True, slots=True)
class Delete(Tap):
    """Take the entry off the plan; asks first."""

    prefix: ClassVar[str] = "ed"
    council: str
    entry: str
    sure: bool = False


@dataclass(frozen=True, slots=True)
class Undo(Tap):
    """Take back the change with this id."""

    prefix: ClassVar[str] = "eu"
    council: str
    entry: str
    change: str


@dataclass(frozen=True, slots=True)
class ShowHistory(Tap):
    """Who changed what when."""

    prefix: ClassVar[str] = "eh"
    council: str
    entry: str
