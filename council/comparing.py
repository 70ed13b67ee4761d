"""What a newly read plan would change in the plan that is kept: added, changed, gone.

Three versions of an entry meet: what the last edition printed (`printed`, the base), what stands now
(perhaps edited in chat), and what the new edition prints. Only what the new edition prints differently
from the base is a change; where the chat has changed the same field otherwise, it is a conflict, which
is shown and never taken over together with the rest.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from council.activities import canonical
from council.matching import matched
from council.records import PlanEntry, Printed, ReadEntry, Reading

FIELDS = ("title", "when", "kind", "status", "activity", "place", "waiting_for")


class Kind(StrEnum):
    """What taking over a difference does."""

    ADDED = "added"
    CHANGED = "changed"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class Difference:
    """One difference. `key` names it as long as reading and plan stay what they are.

    `fields` are the fields of `Printed` that the new edition has changed, `conflicts` those among them
    that were edited in chat meanwhile (`removed`: taken off the plan in chat).
    """

    key: str
    kind: Kind
    entry: PlanEntry | None
    theirs: ReadEntry | None
    fields: tuple[str, ...] = ()
    conflicts: tuple[str, ...] = ()


def compare(
    entries: Sequence[PlanEntry], reading: Reading, activities: Mapping[str, str]
) -> tuple[Difference, ...]:
    """The differences in the order of the document, those that are gone last.

    Args:
        entries: everything kept, removed entries included.
        reading: the new edition.
        activities: names of the activities by id.
    """
    pairs = matched(entries, reading.entries)
    taken = {entry.id for entry in pairs.values()}
    found = [
        _changed(pairs[index], theirs, activities) if index in pairs else _added(index, theirs)
        for index, theirs in enumerate(reading.entries)
    ]
    return (*(difference for difference in found if difference), *_gone(entries, reading, taken, activities))


def as_printed(entry: PlanEntry, activities: Mapping[str, str]) -> Printed:
    """What stands now, in the terms of a published plan."""
    return Printed(
        title=entry.title,
        when=entry.when,
        kind=entry.kind,
        status=entry.status,
        activity=activities.get(entry.activity_id, ""),
        place=entry.place,
        waiting_for=entry.waiting_for,
    )


def _added(index: int, theirs: ReadEntry) -> Difference:
    return Difference(f"n{index}", Kind.ADDED, None, theirs, FIELDS)


def _changed(entry: PlanEntry, theirs: ReadEntry, activities: Mapping[str, str]) -> Difference | None:
    ours, new = as_printed(entry, activities), theirs.printed
    base = entry.printed
    changed = [name for name in FIELDS if base is None or not _same(name, base, new)]
    open_fields = [name for name in changed if not _same(name, ours, new)]
    conflicts = [name for name in open_fields if base is None or not _same(name, base, ours)]
    if entry.removed:
        return _returned(entry, theirs, open_fields, conflicts)
    if not open_fields:
        return None
    return Difference(entry.id, Kind.CHANGED, entry, theirs, tuple(open_fields), tuple(conflicts))


def _returned(
    entry: PlanEntry, theirs: ReadEntry, open_fields: list[str], conflicts: list[str]
) -> Difference:
    """What stands in the document and was taken off the plan: by an edition without it, or in chat.

    An edition that has it again simply adds it; what the chat took off, the chat decides on.
    """
    if entry.printed is None:
        return Difference(entry.id, Kind.ADDED, entry, theirs, tuple(open_fields))
    return Difference(entry.id, Kind.CHANGED, entry, theirs, tuple(open_fields), (*conflicts, "removed"))


def _gone(
    entries: Sequence[PlanEntry], reading: Reading, taken: set[str], activities: Mapping[str, str]
) -> Iterable[Difference]:
    """What an earlier edition printed for the same years and this one does not.

    Only when this is an edition of the same plan: a list of meeting dates that knows a few of the
    entries must not sweep away all the others.
    """
    years = {theirs.printed.when.first.year for theirs in reading.entries}
    rivals = [e for e in entries if e.printed and not e.removed and e.printed.when.first.year in years]
    missing = [e for e in rivals if e.id not in taken]
    if len(rivals) - len(missing) < len(missing):
        return ()
    return (Difference(e.id, Kind.GONE, e, None, ("removed",), _edited(e, activities)) for e in missing)


def _edited(entry: PlanEntry, activities: Mapping[str, str]) -> tuple[str, ...]:
    """What the chat has changed since the last edition; the name of an activity is not the entry's own."""
    base, ours = entry.printed, as_printed(entry, activities)
    return tuple(name for name in FIELDS if base and name != "activity" and not _same(name, base, ours))


def _same(name: str, one: Printed, other: Printed) -> bool:
    if name == "when":
        return one.when.edtf == other.when.edtf
    if name == "activity":
        return canonical(one.activity).casefold() == canonical(other.activity).casefold()
    return bool(getattr(one, name) == getattr(other, name))
