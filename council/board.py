"""What happens at one opening: its sums before and after, who changed, who hears of it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from council.openings import Opening, SignUp, SignUpState, Tally
from council.places import offers

COORDINATORS = "coordinators"
"""Stands for whoever coordinates the opening."""


@dataclass(frozen=True, slots=True)
class Told:
    """Somebody hears something they did not just ask for; `to` is a person's id or `COORDINATORS`.

    `signup` is who it is about, as it is then; `kind` names the notice.
    """

    kind: str
    to: str
    signup: SignUp


@dataclass(frozen=True, slots=True)
class Board:
    """An opening in the hands of a rule. Every step gives a new board; nothing is written before the end.

    `changed` holds the sign-ups that are different now, in order, and `told` what is to be said of it.
    """

    opening: Opening
    tally: Tally
    now: datetime
    zone: str
    changed: tuple[SignUp, ...] = ()
    told: tuple[Told, ...] = ()

    def put(self, before: SignUp | None, **fields: Any) -> "Board":
        """With a sign-up that has these fields now. Its revision rises when anything is different."""
        assert before is not None
        after = replace(before, **fields)
        return self if after == before else self.step(before, replace(after, revision=before.revision + 1))

    def step(self, before: SignUp | None, after: SignUp) -> "Board":
        """With a sign-up that was `before` (None: was not there) and is `after`."""
        return replace(self, tally=self.tally.changed(before, after), changed=(*self.changed, after))

    def without(self, gone: SignUp) -> "Board":
        """With a sign-up erased: whoever puts the board away deletes it."""
        return replace(self, tally=self.tally.changed(gone, None))

    def tell(self, kind: str, to: str, signup: SignUp) -> "Board":
        """With somebody to hear of it; whom nobody can write to ("") hears nothing."""
        return replace(self, told=(*self.told, Told(kind, to, signup))) if to else self

    def tell_whom(self, kind: str, signup: SignUp) -> "Board":
        """With whoever signed up to hear of it."""
        return self.tell(kind, signup.person_id, signup)

    @property
    def last(self) -> SignUp:
        """The sign-up that was changed last."""
        return self.changed[-1]

    def filled(self, line: Iterable[SignUp]) -> "Board":
        """With what is free offered to those of the waiting list that can take it, each asked once.

        For somebody without Telegram the coordinators are asked to call.
        """
        board = self
        waiting = {signup.id: signup for signup in line}
        for offered in offers(self.opening, self.tally, waiting.values(), self.now, self.zone):
            board = board.step(waiting[offered.id], offered)
            if offered.person_id:
                board = board.tell("offered", offered.person_id, offered)
            else:
                board = board.tell("call_offer", COORDINATORS, offered)
        return board

    def unfilled(self, offered: Iterable[SignUp]) -> "Board":
        """With these offers taken back; those who were asked wait again."""
        board = self
        for signup in offered:
            board = board.put(signup, state=SignUpState.WAITING, offered_until=None)
        return board
