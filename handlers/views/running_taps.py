"""What can be tapped by those who run an opening."""

from dataclasses import dataclass
from typing import ClassVar

from handlers.codec import Tap


@dataclass(frozen=True, slots=True)
class EditOpening(Tap):
    """Change the opening; `field` "" shows what can be changed."""

    prefix: ClassVar[str] = "oe"
    council: str
    opening: str
    field: str = ""


@dataclass(frozen=True, slots=True)
class SetOpening(Tap):
    """Give a field this value: a state, who may sign up, whether each is confirmed."""

    prefix: ClassVar[str] = "ov"
    council: str
    opening: str
    field: str
    value: str


@dataclass(frozen=True, slots=True)
class ClearOpening(Tap):
    """The field that the form asks for has no value any more."""

    prefix: ClassVar[str] = "od"
    token: str


@dataclass(frozen=True, slots=True)
class DropQuestion(Tap):
    """Ask this question no more."""

    prefix: ClassVar[str] = "oQ"
    council: str
    opening: str
    question: str


@dataclass(frozen=True, slots=True)
class MendQuestion(Tap):
    """Change how a question is asked: whether it is `required`, whether answers `differ`."""

    prefix: ClassVar[str] = "oR"
    council: str
    opening: str
    question: str
    required: bool
    differ: bool
