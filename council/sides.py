"""The two sides of a comparison: what is kept and what was read, with all that tells them apart."""

from dataclasses import dataclass
from datetime import date

from council.editing import same_time
from council.likeness import Name, name_of
from council.records import Kind, PlanEntry, Printed, ReadEntry, Status
from council.when import UNKNOWN, Precision, When

FAR = 10_000
"""Days: more than any plan has."""
_HALF_YEAR = 200  # days from one edition's time to the next one's across New Year
_BUNCH, _STRETCH = 3, 60  # so many in so many days are missing because a document does not reach so far


@dataclass(frozen=True, slots=True)
class Face:
    """A title at a time: an entry has that of its last edition and, once edited in chat, another."""

    name: Name
    when: When


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the new edition; `face.when` is the new time, `was` the one the document says it had."""

    index: int
    printed: Printed
    face: Face
    was: When | None


@dataclass(frozen=True, slots=True)
class Held:
    """One entry that is kept: its faces, the last edition's first. `covered`: the document reaches to it."""

    entry: PlanEntry
    faces: tuple[Face, ...]
    covered: bool

    @property
    def base(self) -> Printed:
        """What the last edition printed, or what stands now."""
        entry = self.entry
        return entry.printed or Printed(entry.title, entry.when, entry.kind, place=entry.place)

    @property
    def lives(self) -> bool:
        """Whether it can be meant by a line that is not its own: it stands on the plan and is not over."""
        return not self.entry.removed and self.entry.status is not Status.DONE


def lines_of(read: tuple[ReadEntry, ...]) -> dict[int, Line]:
    """The lines by their index."""
    return {
        index: Line(index, line.printed, _face(line.printed), line.was) for index, line in enumerate(read)
    }


def held(entries: list[PlanEntry], read: tuple[ReadEntry, ...]) -> dict[str, Held]:
    """What is kept, by id, in the order of ids; what is removed comes last."""
    reached = covered(entries, read)
    ordered = sorted(entries, key=lambda entry: (entry.removed, entry.id))
    return {entry.id: Held(entry, _faces(entry), entry.id in reached) for entry in ordered}


def covered(entries: list[PlanEntry], read: tuple[ReadEntry, ...]) -> frozenset[str]:
    """The ids of the entries that the document is about.

    A plan that is printed anew in August begins in August; what was before is neither gone nor moved.
    """
    told = [line.printed.when for line in read if not undated(line.printed.when)]
    kept = [entry for entry in entries if not entry.removed]
    beyond: list[PlanEntry] = []
    if told:
        earliest, latest = min(when.first for when in told), max(when.last for when in told)
        dated = [(entry, (entry.printed or entry).when) for entry in kept]
        before = [(e, (earliest - when.first).days) for e, when in dated if when.last < earliest]
        after = [(e, (when.last - latest).days) for e, when in dated if _after(when, latest)]
        for bunch in (before, after):
            if len(bunch) >= _BUNCH and max(days for _, days in bunch) >= _STRETCH:
                beyond += [entry for entry, _ in bunch]
    return frozenset(entry.id for entry in kept) - {entry.id for entry in beyond}


def _after(when: When, latest: date) -> bool:
    return when.first > latest and not undated(when)


def same_day(one: When, other: When) -> bool:
    """Whether both name one and the same day or days; months and weeks name too many."""
    return one.known and other.known and one.first == other.first and _days(one) == _days(other)


def same_moment(one: When, other: When) -> bool:
    """Whether both are on one day and nothing that they say of the time of day is different."""
    if not same_day(one, other):
        return False
    return same_time(one, other) or one.clock is None or other.clock is None or one.start == other.start


def apart(one: When, other: When) -> int:
    """Days between two times, 0 if they meet; `FAR` when either is unknown or they are of two plan years."""
    if UNKNOWN in {one.edtf[:4], other.edtf[:4]}:
        return FAR
    days = max((one.first - other.last).days, (other.first - one.last).days, 0)
    one_year = one.first.year == other.first.year or one.last.year == other.last.year
    return days if one_year or days < _HALF_YEAR else FAR


def undated(when: When) -> bool:
    """Whether nothing is known of the time."""
    return when.precision is Precision.UNKNOWN


def gathering(kind: Kind) -> bool:
    """Whether people come together for it; the reader tells these apart by single words."""
    return kind in {Kind.MEETING, Kind.EVENT, Kind.HEARING}


def _faces(entry: PlanEntry) -> tuple[Face, ...]:
    activity = entry.printed.activity if entry.printed else ""
    now = Face(name_of(entry.title, activity, entry.when.first.year), entry.when)
    return tuple(dict.fromkeys([*([_face(entry.printed)] if entry.printed else []), now]))


def _face(printed: Printed) -> Face:
    return Face(name_of(printed.title, printed.activity, printed.when.first.year), printed.when)


def _days(when: When) -> tuple[object, ...]:
    if when.precision is Precision.RANGE:
        return when.first, when.last
    return (when.first,)
