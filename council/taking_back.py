"""Changes that are told after five minutes, so that one that is taken back disturbs nobody.

A change that waits to be told and the next one become one: from what was first to what is now. When both
are the same there is nothing to tell.
"""

from dataclasses import replace
from datetime import datetime, timedelta

from council.records import Notice

GRACE = timedelta(minutes=5)

CHANGES = frozenset({"moved", "cancelled", "reopened", "changed"})
"""Kinds of notices that wait so long; `changed` is what the group hears of an entry."""

_OPPOSITE = {"cancelled": "reopened", "reopened": "cancelled"}


def later(notice: Notice, now: datetime) -> Notice:
    """The notice after the grace, or later if it is to wait for the end of the night."""
    return replace(notice, not_before=max(now + GRACE, notice.not_before or now))


def untold(notice: Notice, now: datetime) -> bool:
    """Whether it is a change of which nobody has heard yet."""
    waits = notice.not_before is not None and notice.not_before > now
    return notice.kind in CHANGES and notice.state == "waiting" and waits


def together(pending: Notice, new: Notice) -> Notice | None:
    """What is to be told instead of both; None when nothing is left to tell."""
    if _state(new) == _OPPOSITE.get(_state(pending)):
        return None
    if _state(new) == "cancelled":
        return new
    facts = dict(new.facts)
    if _state(pending) == _state(new) == "moved":
        facts |= {"was": pending.fact("was"), "was_place": pending.fact("was_place")}
        if (facts["was"], facts["was_place"]) == (facts.get("when", ""), facts.get("place", "")):
            return None
    return replace(new, facts=tuple(facts.items()))


def _state(notice: Notice) -> str:
    """What happened; of the group's notice a fact says it."""
    return notice.fact("state") if notice.kind == "changed" else notice.kind
