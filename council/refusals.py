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
