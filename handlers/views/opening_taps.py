"""What can be tapped on the page of an opening."""

from dataclasses import dataclass
from typing import ClassVar

from handlers.codec import Tap


@dataclass(frozen=True, slots=True)
class Take(Tap):
    """I'll take part; `despite` something else at the same time. `link` is a member's own link."""

    prefix: ClassVar[str] = "ot"
    council: str
    opening: str
    link: str = ""
    despite: bool = False


@dataclass(frozen=True, slots=True)
class Accept(Tap):
    """Yes, I take the place that was offered."""

    prefix: ClassVar[str] = "oa"
    council: str
    opening: str


@dataclass(frozen=True, slots=True)
class NotThisTime(Tap):
    """No, thank you."""

    prefix: ClassVar[str] = "ox"
    council: str
    opening: str


@dataclass(frozen=True, slots=True)
class Bring(Tap):
    """I bring so many; -1 asks how many."""

    prefix: ClassVar[str] = "og"
    council: str
    opening: str
    guests: int = -1


@dataclass(frozen=True, slots=True)
class Seek(Tap):
    """Find someone for me, or stop looking."""

    prefix: ClassVar[str] = "oc"
    council: str
    opening: str
    seeking: bool = True


@dataclass(frozen=True, slots=True)
class TakeOver(Tap):
    """I take the place of the one with this sign-up."""

    prefix: ClassVar[str] = "oy"
    council: str
    signup: str


@dataclass(frozen=True, slots=True)
class StillComing(Tap):
    """The new time suits as well; `revision` is the opening's when they were asked (-1: now)."""

    prefix: ClassVar[str] = "os"
    council: str
    opening: str
    revision: int = -1


@dataclass(frozen=True, slots=True)
class ShowName(Tap):
    """Show my first name in the group, or don't."""

    prefix: ClassVar[str] = "on"
    council: str
    opening: str
    shown: bool


@dataclass(frozen=True, slots=True)
class ChangeAnswer(Tap):
    """Answer this question again; "" shows all of them."""

    prefix: ClassVar[str] = "oq"
    council: str
    opening: str
    question: str = ""


@dataclass(frozen=True, slots=True)
class SendOpeningCalendar(Tap):
    """The calendar file of what I take part in."""

    prefix: ClassVar[str] = "oi"
    council: str
    opening: str
