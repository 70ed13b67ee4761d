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
