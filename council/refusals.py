"""Everything the rules can say no with. Each is turned into a sentence in one place, for its reader."""

from dataclasses import dataclass


class Refusal(Exception):
    """A no with a reason; nothing was changed."""


@dataclass
class NotAllowed(Refusal):
    """The role does not have this right."""

    right: str


class NotSetUp(Refusal):
    """This group is not a council yet."""


class NotOnCouncil(Refusal):
    """The person belongs to no council, or not to this one."""


class WhichCouncil(Refusal):
    """The person belongs to several and has not said which one is meant."""


class GroupOnly(Refusal):
    """Something that only makes sense in the council's group."""


class PrivateOnly(Refusal):
    """Something that belongs into a private chat."""


class AdministratorsOnly(Refusal):
    """Only administrators of the Telegram group may do this."""


class Anonymous(Refusal):
    """An administrator who writes as the group: nobody knows who it is."""


class NotInGroup(Refusal):
    """The person is not in the council's group chat."""


class LastSecretary(Refusal):
    """A council always has a secretary."""


class OutOfDate(Refusal):
    """The button belongs to something that is over or was settled."""


class TooSlow(OutOfDate):
    """Somebody else was quicker."""


class NoSuchEntry(Refusal):
    """The entry is not on the plan (any more)."""


class NoSuchActivity(Refusal):
    """The activity does not exist (any more)."""


class NoSuchPerson(Refusal):
    """The person is not on the council (any more)."""


class NothingToUndo(Refusal):
    """No change is left that could be taken back."""


class NothingUnderstood(Refusal):
    """The text has nothing the reader can use."""


class NoTitle(Refusal):
    """A line for the plan that does not say what it is about."""


@dataclass
class NoDateUnderstood(Refusal):
    """The text holds no date that the reader knows."""

    text: str


@dataclass
class Unreadable(Refusal):
    """A document cannot be read; `reason` says why (see `plans.unreadable`)."""

    reason: str
    name: str = ""


class NoPlanFound(Refusal):
    """The document was read, and there is no plan in it."""


@dataclass
class TooLong(Refusal):
    """A text is longer than its field takes."""

    limit: int


class NoSuchOpening(Refusal):
    """There is no such opening (any more)."""


class NoSuchSignUp(Refusal):
    """Nobody is signed up under this (any more)."""


@dataclass
class NotTakingAnybody(Refusal):
    """Nobody can sign up now; `reason` is paused, closed, cancelled or over."""

    reason: str


class MembersOnly(Refusal):
    """The opening is for people on the council."""


@dataclass
class NoRoom(Refusal):
    """There is no room for so many guests; `most` is how many there is room for."""

    most: int


@dataclass
class CapacityTooLow(Refusal):
    """Fewer places than are taken or offered; `least` is how many there have to be."""

    least: int


class CertificateNeeded(Refusal):
    """Children take part, and the secretary has not noted that a certificate was seen."""


@dataclass
class AnswerTaken(Refusal):
    """Somebody has given this answer, and no two may be the same."""

    answer: str


@dataclass
class WrongAnswer(Refusal):
    """Not an answer to the question; `asking` is what it takes (text, number, choice)."""

    asking: str


@dataclass
class Sensitive(Refusal):
    """A question for what nobody shall be asked here; `about` is health, belief, origin, age, number."""

    about: str


@dataclass
class TooMany(Refusal):
    """More than is taken."""

    limit: int


class NotANumber(Refusal):
    """A whole number was asked for."""


class NobodyToRemind(Refusal):
    """Nobody can sign up for it, so there is nobody to remind."""


class TooLate(Refusal):
    """The moment has passed, or it is not known when it is."""
