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
from council.editing import refines, same_time
from council.matching import matched
from council.occurrences import Single, singles
from council.records import PlanEntry, Printed, ReadEntry, Reading, Status
from council.sides import covered, undated

FIELDS = ("title", "when", "kind", "status", "activity", "place", "waiting_for", "responsible")


class Kind(StrEnum):
    """What taking over a difference does."""

    ADDED = "added"
    CHANGED = "changed"
    GONE = "gone"


class Sort(StrEnum):
    """What people call a difference, in the order in which it is told and counted."""

    NEW = "new"
    GONE = "gone"
    CANCELLED = "cancelled"
    RESUMED = "resumed"
    """It was cancelled, and takes place again."""
    MOVED = "moved"
    RENAMED = "renamed"
    SETTLED = "settled"
    """The time is known better than it was: "June" is 12 June, a tentative day is certain."""
    OTHER = "other"
    """Place, what it is, who is waited for, how sure it is …"""


@dataclass(frozen=True, slots=True)
class Difference:
    """One difference. `key` names it as long as reading and plan stay what they are.

    `fields` are the fields of `Printed` that the new edition has changed, `conflicts` those among them
    that were edited in chat meanwhile (`removed`: taken off the plan in chat). `line` is where `theirs`
    stands in the reading: the times of a rule share its place.
    """

    key: str
    kind: Kind
    entry: PlanEntry | None
    theirs: ReadEntry | None
    fields: tuple[str, ...] = ()
    conflicts: tuple[str, ...] = ()
    line: Single | None = None

    @property
    def sorts(self) -> tuple[Sort, ...]:
        """All that is to be said of it, what matters most first; never empty.

        Counting the first of each ("3 moved, 2 renamed, 1 cancelled") counts every difference once. Moved
        goes from `entry.when` to `theirs.printed.when`, renamed from `entry.title` to `theirs.printed.title`.
        """
        if self.kind is not Kind.CHANGED or self.entry is None or self.theirs is None:
            return (Sort.GONE if self.kind is Kind.GONE else Sort.NEW,)
        found = {_SORTS.get(name, Sort.OTHER) for name in self.fields if name not in {"when", "status"}}
        if "when" in self.fields:
            found.add(_sort_of_time(self.entry, self.theirs.printed))
        if "status" in self.fields:
            found.add(_sort_of_state(self.entry, self.theirs.printed))
        return tuple(sort for sort in Sort if sort in found) or (Sort.OTHER,)

    @property
    def sort(self) -> Sort:
        """The one under which it is counted."""
        return self.sorts[0]


_SORTS = {"title": Sort.RENAMED}


def compare(
    entries: Sequence[PlanEntry], reading: Reading, activities: Mapping[str, str]
) -> tuple[Difference, ...]:
    """The differences in the order of the document, those that are gone last.

    Args:
        entries: everything kept, removed entries included.
        reading: the new edition; what comes back in it counts once for each time.
        activities: names of the activities by id.
    """
    lines = singles(reading)
    read = [line.read for line in lines]
    pairs = matched(entries, read)
    taken = {entry.id for entry in pairs.values()}
    found = [
        _changed(pairs[index], line, activities) if index in pairs else _added(line)
        for index, line in enumerate(lines)
    ]
    return (*(difference for difference in found if difference), *_gone(entries, read, taken, activities))


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
        responsible=entry.responsible,
    )


def _added(line: Single) -> Difference:
    return Difference(line.key, Kind.ADDED, None, line.read, FIELDS, line=line)


def _changed(entry: PlanEntry, line: Single, activities: Mapping[str, str]) -> Difference | None:
    ours, new = as_printed(entry, activities), line.read.printed
    base = entry.printed
    changed = [name for name in FIELDS if base is None or not _same(name, base, new)]
    open_fields = [name for name in changed if not _same(name, ours, new)]
    conflicts = [name for name in open_fields if base is None or not _same(name, base, ours)]
    if entry.removed:
        return _returned(entry, line, open_fields, conflicts)
    if not open_fields:
        return None
    fields = tuple(open_fields)
    return Difference(entry.id, Kind.CHANGED, entry, line.read, fields, tuple(conflicts), line)


def _returned(entry: PlanEntry, line: Single, open_fields: list[str], conflicts: list[str]) -> Difference:
    """What stands in the document and was taken off the plan: by an edition without it, or in chat.

    An edition that has it again simply adds it; what the chat took off, the chat decides on.
    """
    fields = tuple(open_fields)
    if entry.printed is None:
        return Difference(entry.id, Kind.ADDED, entry, line.read, fields, line=line)
    conflicts = [*conflicts, "removed"]
    return Difference(entry.id, Kind.CHANGED, entry, line.read, fields, tuple(conflicts), line)


def _gone(
    entries: Sequence[PlanEntry], read: Sequence[ReadEntry], taken: set[str], activities: Mapping[str, str]
) -> Iterable[Difference]:
    """What an earlier edition printed for the same years and this one does not.

    Only when this is an edition of the same plan: a list of meeting dates that knows a few of the
    entries must not sweep away all the others, nor must a plan that begins in August what was before.
    """
    years = {theirs.printed.when.first.year for theirs in read}
    reached = covered(list(entries), tuple(read))
    printed = [e for e in entries if e.printed and not e.removed and e.id in reached]
    rivals = [e for e in printed if e.printed and e.printed.when.first.year in years]
    missing = [e for e in rivals if e.id not in taken]
    if len(rivals) - len(missing) < len(missing):
        return ()
    if rivals:
        missing += [e for e in printed if e not in rivals and undated(e.when) and e.id not in taken]
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


def _sort_of_time(entry: PlanEntry, new: Printed) -> Sort:
    if undated(entry.when) or undated(new.when):
        return Sort.SETTLED if undated(entry.when) else Sort.OTHER
    if same_time(entry.when, new.when):
        return Sort.SETTLED if entry.when.uncertain and not new.when.uncertain else Sort.OTHER
    if refines(entry.when, new.when):
        return Sort.SETTLED
    return Sort.OTHER if refines(new.when, entry.when) else Sort.MOVED


def _sort_of_state(entry: PlanEntry, new: Printed) -> Sort:
    if new.status is Status.CANCELLED:
        return Sort.CANCELLED
    return Sort.RESUMED if entry.status is Status.CANCELLED else Sort.OTHER
