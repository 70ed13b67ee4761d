"""The buttons under a reading: what they ask for."""

from dataclasses import dataclass
from typing import ClassVar

from handlers.codec import Tap


@dataclass(frozen=True, slots=True)
class TakeOver(Tap):
    """Take over everything that was not edited in chat."""

    prefix: ClassVar[str] = "it"
    council: str
    proposal: str


@dataclass(frozen=True, slots=True)
class ShowOffer(Tap):
    """The proposal, from this page on."""

    prefix: ClassVar[str] = "io"
    council: str
    proposal: str
    page: int = 0


@dataclass(frozen=True, slots=True)
class OneByOne(Tap):
    """The first difference that is not settled."""

    prefix: ClassVar[str] = "i1"
    council: str
    proposal: str


@dataclass(frozen=True, slots=True)
class Settle(Tap):
    """Take over this difference, or leave it."""

    prefix: ClassVar[str] = "is"
    council: str
    proposal: str
    key: str
    take: bool


@dataclass(frozen=True, slots=True)
class CancelImport(Tap):
    """Forget the proposal."""

    prefix: ClassVar[str] = "ix"
    council: str
    proposal: str


@dataclass(frozen=True, slots=True)
class Ask(Tap):
    """The question or the line of this key, or the next one that is open; "" for the first question."""

    prefix: ClassVar[str] = "iq"
    council: str
    proposal: str
    key: str


@dataclass(frozen=True, slots=True)
class Choose(Tap):
    """One of the proposed answers to a question; a negative one leaves the entry as it was read."""

    prefix: ClassVar[str] = "ia"
    council: str
    proposal: str
    key: str
    choice: int


@dataclass(frozen=True, slots=True)
class Write(Tap):
    """Ask for the time, to be typed, of what a question or a line is about."""

    prefix: ClassVar[str] = "iw"
    council: str
    proposal: str
    key: str


@dataclass(frozen=True, slots=True)
class DropLine(Tap):
    """The line is not for the plan."""

    prefix: ClassVar[str] = "id"
    council: str
    proposal: str
    key: str


@dataclass(frozen=True, slots=True)
class InYear(Tap):
    """Read the document again: it is a plan for this year."""

    prefix: ClassVar[str] = "iy"
    token: str
    year: int
