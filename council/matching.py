"""Which entry of the plan a line of another edition means: by activity, title and time.

What is surest is settled first: the same title at the same time, then what reads alike on the same day,
what the document says it has moved, the nearest of one title, and so on to a new name at an old time.
People who have signed up go with their entry, so a wrong pair is worse than none: where the evidence is
weak, an entry is gone and a line is new.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, fields

from council.editing import same_time
from council.likeness import ALIKE, VERY, WITHIN, elsewhere, likeness
from council.records import PlanEntry, Printed, ReadEntry
from council.renaming import renamed_at_its_time
from council.series import in_order
from council.sides import FAR, Held, Line, apart, gathering, held, lines_of, same_day, same_moment, undated

_NEAR = 21  # days that one of several of a title moves
_WEEKS = 14  # days that something moves while a word is put to its title
_SEASON = 45  # days that something moves while it is renamed a little
_UNEVEN = 120  # days, where there are more of a title on one side than on the other
_HALF = 0.5  # of the words, on the same day
_PLAN_YEAR = FAR - 1

_Offer = tuple[tuple[float, ...], int, str]


@dataclass(slots=True)
class _Left:
    """What has no partner yet, and the pairs so far."""

    lines: dict[int, Line]
    held: dict[str, Held]
    pairs: dict[int, PlanEntry] = field(default_factory=dict)

    def settle(self, index: int, entry_id: str) -> None:
        """Make them a pair if neither is in one."""
        if index in self.lines and entry_id in self.held:
            del self.lines[index]
            self.pairs[index] = self.held.pop(entry_id).entry

    def take(self, offers: Iterator[_Offer]) -> None:
        """Settle the best offers first; of equals, the first line."""
        for _, index, entry_id in sorted(offers):
            self.settle(index, entry_id)


def matched(entries: Sequence[PlanEntry], read: Sequence[ReadEntry]) -> dict[int, PlanEntry]:
    """The entry that each line means, by the index of the line; what is new has none."""
    left = _Left(lines_of(tuple(read)), held(list(entries), tuple(read)))
    everything = tuple(left.held.values()), tuple(left.lines.values())
    left.take(_same_title_and_day(left))
    left.take(_on_its_day(left, VERY))
    left.take(_said_to_have_moved(left))
    _nearest_of_a_title(left, _NEAR, lambda each: each.lives)
    _nearest_of_a_title(left, _NEAR, lambda _: True)
    left.take(_on_its_day(left, _HALF))
    _nearest_of_a_title(left, _PLAN_YEAR, _may_go_far)
    _dated_at_last(left)
    left.take(_alike(left))
    for index, entry_id in renamed_at_its_time(left.lines, left.held, everything):
        left.settle(index, entry_id)
    return left.pairs


def _same_title_and_day(left: _Left) -> Iterator[_Offer]:
    """Of several, each line means the entry from which it differs least in what was printed."""
    by_day = defaultdict(list)
    for each in left.held.values():
        for face in each.faces:
            by_day[face.name.full, face.when.first].append((face, each))
    for line in left.lines.values():
        when = line.face.when
        for face, each in by_day[line.face.name.full, when.first]:
            if same_time(face.when, when) or same_day(face.when, when):
                differing = _differing(line.printed, each.entry)
                yield (
                    (when.edtf != face.when.edtf, differing, each.entry.removed),
                    line.index,
                    each.entry.id,
                )


def _on_its_day(left: _Left, least: float) -> Iterator[_Offer]:
    """What reads as much alike, on the same day or days."""
    by_day = defaultdict(list)
    for each in left.held.values():
        for face in each.faces if each.lives else ():
            by_day[face.when.first].append((face, each))
    for line in left.lines.values():
        for face, each in by_day[line.face.when.first]:
            score = likeness(face.name, line.face.name)
            if score >= least and same_day(face.when, line.face.when) and _one_kind(line, each):
                other_time = not same_moment(face.when, line.face.when)
                differing = _differing(line.printed, each.entry)
                yield (other_time, -score, differing), line.index, each.entry.id


def _said_to_have_moved(left: _Left) -> Iterator[_Offer]:
    """What reads alike and was on the day from which the document says that it was moved."""
    for line in left.lines.values():
        if line.was is None:
            continue
        for each in left.held.values():
            for face in each.faces:
                score = likeness(face.name, line.face.name)
                if score >= _HALF and (same_time(face.when, line.was) or same_day(face.when, line.was)):
                    yield (-score, each.entry.removed), line.index, each.entry.id


def _nearest_of_a_title(left: _Left, limit: int, fits: Callable[[Held], bool]) -> None:
    """Lines of one title and what is left of it, in the order of time."""
    lines: dict[str, list[Line]] = defaultdict(list)
    for line in left.lines.values():
        if not undated(line.face.when):
            lines[line.face.name.full].append(line)
    titled: dict[str, list[Held]] = defaultdict(list)
    for each in left.held.values():
        for title in {face.name.full for face in each.faces} if fits(each) else ():
            titled[title].append(each)
    for title, group in lines.items():
        ones = sorted(titled[title], key=_order)
        others = sorted((line for line in group if line.index in left.lines), key=_when)
        ones = [each for each in ones if each.entry.id in left.held]
        reach = limit if len(ones) == len(others) else min(limit, _UNEVEN)
        for one, other in in_order(ones, others, _distance, reach):
            left.settle(other.index, one.entry.id)


def _dated_at_last(left: _Left) -> None:
    """What had no time gets one, or has none any more, in the order of the document."""
    waiting: dict[str, list[Held]] = defaultdict(list)
    for each in left.held.values():
        if each.lives:
            waiting[each.faces[0].name.full].append(each)
    for line in list(left.lines.values()):
        free = [each for each in waiting[line.face.name.full] if each.entry.id in left.held]
        if not undated(line.face.when):
            free = [each for each in free if undated(each.faces[0].when)]
        free = [each for each in free if not elsewhere(each.faces[0].name, line.face.name)]
        if free:
            chosen = min(free, key=lambda each: (each.entry.place_in_plan, each.entry.id))
            left.settle(line.index, chosen.entry.id)


def _alike(left: _Left) -> Iterator[_Offer]:
    """Moved and renamed a little at once."""
    by_word = defaultdict(list)
    for each in left.held.values():
        for face in each.faces if _may_go_far(each) else ():
            for start in {word[:4] for word in face.name.words}:
                by_word[start].append((face, each))
    for line in left.lines.values():
        starts = {word[:4] for word in line.face.name.words}
        rarest = min((by_word[start] for start in sorted(starts) if by_word[start]), key=len, default=[])
        for face, each in rarest:
            days = apart(face.when, line.face.when)
            if days >= FAR or not _one_kind(line, each):
                continue
            score = likeness(face.name, line.face.name)
            near = score >= WITHIN and days <= _WEEKS
            if score >= VERY or (score >= ALIKE and days <= _SEASON) or near:
                yield (-score, days), line.index, each.entry.id


def _may_go_far(each: Held) -> bool:
    return each.lives and (each.covered or undated(each.faces[0].when))


def _one_kind(line: Line, each: Held) -> bool:
    kind, other = line.printed.kind, each.base.kind
    return kind is other or (gathering(kind) and gathering(other))


def _distance(each: Held, line: Line) -> int:
    """Days from what is kept to a line, by the face that has its title."""
    name = line.face.name
    reach = [apart(face.when, line.face.when) for face in each.faces if not elsewhere(face.name, name)]
    return min(reach, default=FAR)


def _differing(printed: Printed, entry: PlanEntry) -> int:
    """In how many fields a line differs from what the last edition printed, most when it printed nothing."""
    base = entry.printed
    return sum(base is None or getattr(printed, f.name) != getattr(base, f.name) for f in fields(Printed))


def _order(each: Held) -> tuple[object, ...]:
    return (*each.faces[0].when.order, each.entry.place_in_plan, each.entry.id)


def _when(line: Line) -> tuple[object, ...]:
    return (*line.face.when.order, line.index)
