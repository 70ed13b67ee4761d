"""Changes that are told after five minutes, so that one that is taken back disturbs nobody.

A change that waits to be told and the next one become one: from what people know to what is now. When both
are the same there is nothing to tell.
"""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from council.notice import Notice

GRACE = timedelta(minutes=5)

CHANGES = frozenset({"moved", "cancelled", "reopened", "changed"})
"""Kinds of notices that wait so long; `changed` is what the group hears of an entry."""


@dataclass(frozen=True, slots=True)
class Heard:
    """What people know as long as a change is not told: whether it takes place, when (EDTF) and where."""

    on: bool
    when: str
    place: str


def later(notice: Notice, now: datetime) -> Notice:
    """The notice after the grace, or later if it is to wait for the end of the night."""
    return replace(notice, not_before=max(now + GRACE, notice.not_before or now))


def untold(notice: Notice, now: datetime) -> bool:
    """Whether it is a change of which nobody has heard yet."""
    waits = notice.not_before is not None and notice.not_before > now
    return notice.kind in CHANGES and notice.state == "waiting" and waits


def heard(pending: Notice) -> Heard:
    """What whoever a change is to be told to knows until then."""
    facts, on = dict(pending.facts), _state(pending) != "reopened"
    if "was" in facts:
        return Heard(on, facts["was"], pending.fact("was_place"))
    return Heard(on, pending.fact("when"), pending.fact("place"))


def together(pending: Notice, new: Notice) -> Notice | None:
    """What somebody with a place is to be told instead of both; None when nothing is left to tell."""
    known = heard(pending)
    kind = _difference(known, Heard(new.kind != "cancelled", new.fact("when"), new.fact("place")))
    if kind is None:
        return None
    facts = dict(new.facts) | {"was": known.when, "was_place": known.place}
    if kind == "cancelled":  # what does not take place is what they know of
        words = new.fact("words") if known.when == new.fact("when") else ""
        facts |= {"when": known.when, "words": words, "place": known.place}
    key = f"{kind}:{new.id.partition(':')[2]}"
    return replace(new, id=key, kind=kind, facts=tuple(facts.items()))


def _difference(before: Heard, now: Heard) -> str | None:
    if before.on != now.on:
        return "reopened" if now.on else "cancelled"
    return "moved" if now.on and before != now else None


def _state(notice: Notice) -> str:
    """What happened; of the group's notice a fact says it."""
    return notice.fact("state") if notice.kind == "changed" else notice.kind
