"""The buttons about reminders, which many screens lead to."""

from dataclasses import dataclass
from typing import ClassVar

from handlers.codec import Tap

NO_QUIET = "none"


@dataclass(frozen=True, slots=True)
class ShowWishes(Tap):
    """How I want to be reminded."""

    prefix: ClassVar[str] = "mr"


@dataclass(frozen=True, slots=True)
class SetWish(Tap):
    """Remind me so long before (see `packed`), or no longer (`on`); "" is never at all."""

    prefix: ClassVar[str] = "mw"
    distance: str
    on: bool


@dataclass(frozen=True, slots=True)
class SetQuiet(Tap):
    """Leave me in peace in these hours ("21-8", or `NO_QUIET`)."""

    prefix: ClassVar[str] = "mq"
    hours: str


@dataclass(frozen=True, slots=True)
class ShowRules(Tap):
    """How the group is reminded: of a kind, an activity (`a-…`), an entry (`e-…`); "digest"; "" is all."""

    prefix: ClassVar[str] = "mg"
    council: str
    scope: str = ""


@dataclass(frozen=True, slots=True)
class SetRule(Tap):
    """Remind the group so long before, or no longer (`on`); "usual" and "never" stand for themselves."""

    prefix: ClassVar[str] = "mk"
    council: str
    scope: str
    distance: str
    on: bool = True


@dataclass(frozen=True, slots=True)
class SetDigest(Tap):
    """Post the weekly overview on this ISO weekday (0: never) at this hour."""

    prefix: ClassVar[str] = "mx"
    council: str
    weekday: int
    hour: int


@dataclass(frozen=True, slots=True)
class ShowSubject(Tap):
    """The reminders of an entry (`e-…`) or opening (`o-…`), and one more; `to` "me" is for oneself alone."""

    prefix: ClassVar[str] = "ms"
    council: str
    subject: str
    to: str = ""


@dataclass(frozen=True, slots=True)
class Remind(Tap):
    """Remind of it so long before: the `group`, the `people` on it, `me`; "" asks whom."""

    prefix: ClassVar[str] = "mt"
    council: str
    subject: str
    distance: str
    to: str = ""


@dataclass(frozen=True, slots=True)
class ForgetReminder(Tap):
    """Remind no more."""

    prefix: ClassVar[str] = "mf"
    council: str
    subject: str
    reminder: str
    to: str = ""


def packed(distance: str) -> str:
    """A distance as a button carries it: `7d@09:00` as `7d_09.00`."""
    return distance.replace("@", "_").replace(":", ".")


def unpacked(text: str) -> str:
    """The distance that a button carries; whether it is one, the service checks."""
    return text.replace("_", "@").replace(".", ":")
