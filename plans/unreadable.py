"""Why a document could not be read."""

from enum import StrEnum


class Reason(StrEnum):
    """What is the matter with a document. That it holds no plan is not among them."""

    EMPTY = "empty"
    """Nothing is in it."""
    TOO_LARGE = "too_large"
    """More bytes than are taken."""
    ENCRYPTED = "encrypted"
    """It asks for a password."""
    NO_TEXT = "no_text"
    """Pictures of pages, no text: a scan."""
    BOMB = "bomb"
    """It would unpack to far more than it is."""
    DAMAGED = "damaged"
    """Cut off or broken."""
    UNSUPPORTED = "unsupported"
    """None of the forms in `plans.sniff.Form`."""
    TOO_LONG = "too_long"
    """Too many pages or lines."""
    TOO_SLOW = "too_slow"
    """It takes more time than is given."""


class UnreadableDocument(Exception):
    """A document that is refused; `reason` says why."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason.value)
        self.reason = reason
