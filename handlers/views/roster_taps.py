"""Buttons about those on a roster."""

from dataclasses import dataclass
from typing import ClassVar

from handlers.codec import Tap


@dataclass(frozen=True, slots=True)
class ChooseRoster(Tap):
    """The openings whose rosters there are."""

    prefix: ClassVar[str] = "rc"
    council: str
    page: int = 0


@dataclass(frozen=True, slots=True)
class OfSignUp(Tap):
    """Base of buttons about one sign-up, whose id begins with that of its opening."""

    council: str
    signup: str

    @property
    def opening(self) -> str:
        """The id of the opening."""
        return self.signup.partition("-")[0]


@dataclass(frozen=True, slots=True)
class ShowSignUp(OfSignUp):
    """The page of one of those on a roster."""

    prefix: ClassVar[str] = "rp"


@dataclass(frozen=True, slots=True)
class AllCame(Tap):
    """All came of whom nothing else was noted."""

    prefix: ClassVar[str] = "rw"
    council: str
    opening: str


@dataclass(frozen=True, slots=True)
class Thank(Tap):
    """Thank those who came; asks first unless `sure`."""

    prefix: ClassVar[str] = "rt"
    council: str
    opening: str
    sure: bool = False


@dataclass(frozen=True, slots=True)
class SendTable(Tap):
    """The roster as a file; `kind` is xlsx or csv."""

    prefix: ClassVar[str] = "rf"
    council: str
    opening: str
    kind: str


@dataclass(frozen=True, slots=True)
class Settle(OfSignUp):
    """Say or note this about somebody: yes, no, came, missed, back, seen, unseen, takes, declines."""

    prefix: ClassVar[str] = "rd"
    what: str


@dataclass(frozen=True, slots=True)
class TakeOff(OfSignUp):
    """Take somebody off; asks first."""

    prefix: ClassVar[str] = "rx"
    sure: bool = False


@dataclass(frozen=True, slots=True)
class Erase(OfSignUp):
    """Erase somebody who was entered; asks first."""

    prefix: ClassVar[str] = "rz"
    sure: bool = False


@dataclass(frozen=True, slots=True)
class MoveTo(OfSignUp):
    """Move somebody to the opening `to`; "" shows which there are."""

    prefix: ClassVar[str] = "rm"
    to: str = ""


@dataclass(frozen=True, slots=True)
class WithGuests(OfSignUp):
    """Somebody brings so many."""

    prefix: ClassVar[str] = "rg"
    guests: int
