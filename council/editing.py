"""Changing an entry of the plan, and taking a change back."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from council.records import Change, PlanEntry, Status
from council.refusals import NothingToUndo, OutOfDate
from council.when import When

TITLE_LIMIT, PLACE_LIMIT, NOTE_LIMIT = 300, 200, 1000
"""Characters; what a message and a calendar show without drowning the rest."""

_RESCHEDULING = ("place", "status", "waiting_for", "removed")


def amend(entry: PlanEntry, at: datetime, **fields: Any) -> PlanEntry:
    """The entry with these fields of `PlanEntry`, changed at `at` (aware, UTC).

    A new time for an entry that had a firm one makes it "moved"; a day for one that was known by month
    only does not. The entry itself comes back when nothing is different.
    """
    if "when" in fields:
        fields["was"] = _was(entry, fields["when"])
    if fields.get("status", Status.WAITING) is not Status.WAITING:
        fields.setdefault("waiting_for", "")
    amended = replace(entry, **fields)
    return entry if amended == entry else _revised(amended, entry, at)


def changed_fields(before: PlanEntry, after: PlanEntry) -> tuple[str, ...]:
    """The names of the fields a reader of the history cares about that are different."""
    told = (
        "title",
        "when",
        "place",
        "activity_id",
        "kind",
        "status",
        "waiting_for",
        "responsible",
        "note",
        "removed",
    )
    return tuple(name for name in told if getattr(before, name) != getattr(after, name))


def undoable(history: Sequence[Change]) -> Change:
    """The last change that has not been taken back; `history` is one entry's, oldest first.

    Raises:
        NothingToUndo: when there is none.
    """
    undone = {change.undoes for change in history if change.undoes}
    for change in reversed(history):
        if not change.undoes and change.id not in undone:
            return change
    raise NothingToUndo


def undo(entry: PlanEntry, history: Sequence[Change], change_id: str, at: datetime) -> PlanEntry:
    """The entry as it was before the change with this id, which must be the last one left.

    Taking back the making of an entry removes it.

    Raises:
        OutOfDate: when that change is not the last one (any more), as after a second tap.
    """
    change = undoable(history)
    if change.id != change_id:
        raise OutOfDate
    if change.before is None:
        return amend(entry, at, removed=True)
    return _revised(change.before, entry, at)


def _revised(after: PlanEntry, before: PlanEntry, at: datetime) -> PlanEntry:
    """The entry that follows `before`; RFC 5546 2.1.4: SEQUENCE rises with time, place or state."""
    rescheduled = after.when.edtf != before.when.edtf or any(
        getattr(after, name) != getattr(before, name) for name in _RESCHEDULING
    )
    return replace(after, revision=before.revision + rescheduled, changed=at)


def _was(entry: PlanEntry, new: When) -> When | None:
    if entry.was is not None and same_time(entry.was, new):
        return None
    firm = entry.when.known and not entry.when.uncertain
    if firm and not same_time(entry.when, new) and not refines(entry.when, new):
        return entry.was or entry.when
    return entry.was


def same_time(one: When, other: When) -> bool:
    """Whether both name the same time, whatever their marks and words."""
    return one.marked().edtf == other.marked().edtf


def refines(old: When, new: When) -> bool:
    """Whether the new time only says more precisely what the old one said, or when it ends."""
    if old.clock is not None:
        return old.until is None and new.start == old.start
    return old.first <= new.first and new.last <= old.last
