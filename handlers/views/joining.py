"""The button with which people say that they are on the council."""

from dataclasses import dataclass
from typing import ClassVar

from handlers.codec import Tap


@dataclass(frozen=True, slots=True)
class JoinCouncil(Tap):
    """Whoever taps says: "I'm on the council"."""

    prefix: ClassVar[str] = "j"
    council: str
