"""A new name at an old time: what is left over on both sides of one day, if enough speaks for it."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from datetime import date

from council.editing import same_time
from council.likeness import elsewhere, kin
from council.sides import Held, Line, gathering, same_moment

_ENOUGH = 2
_KIN, _SERIES = 2, 2

_Everything = tuple[tuple[Held, ...], tuple[Line, ...]]


def renamed_at_its_time(
    lines: Mapping[int, Line], held: Mapping[str, Held], everything: _Everything
) -> Iterator[tuple[int, str]]:
    """Pairs (index of a line, id of an entry) of those that alone are left over at their time.

    Args:
        lines: the lines without a partner.
        held: the entries without one.
        everything: all entries and lines, which tell whether a day is busy and a title comes back.
    """
    busy, often = _busy(everything), _often(everything)
    kept = defaultdict(list)
    for each in held.values():
        if each.lives and each.covered and each.entry.printed is not None:
            kept[each.base.when.first].append(each)
    read = defaultdict(list)
    for line in lines.values():
        read[line.face.when.first].append(line)
    for day, ones in kept.items():
        found = [(one, line) for one in ones for line in read[day] if _could_be(one, line)]
        times = Counter(each for one, line in found for each in (one.entry.id, line.index))
        for one, line in found:
            alone = times[one.entry.id] == times[line.index] == 1
            if alone and _evidence(one, line, busy=busy[day] > 0, often=often) >= _ENOUGH:
                yield line.index, one.entry.id


def _could_be(one: Held, line: Line) -> bool:
    """Whether nothing speaks against it."""
    face, kind = one.faces[0], one.base.kind
    numbers = face.name.numbers, line.face.name.numbers
    if not same_moment(face.when, line.face.when) or elsewhere(face.name, line.face.name):
        return False
    if all(numbers) and numbers[0] != numbers[1]:
        return False
    return kind is line.printed.kind or (gathering(kind) and gathering(line.printed.kind))


def _evidence(one: Held, line: Line, *, busy: bool, often: Counter[str]) -> int:
    """How much speaks for it: the time, words, place, activity, who is responsible, a day of its own."""
    base, new, name = one.base, line.printed, one.faces[0].name
    found = int(same_time(base.when, new.when))
    found += base.when.clock is not None and base.when.clock == new.when.clock
    found += -1 if busy else 1
    found += _KIN * kin(name, line.face.name)
    found += _agree(base.place, new.place)
    found += _agree(base.responsible, new.responsible)
    found += bool(name.front) and name.front == line.face.name.front
    return found - _SERIES * any(often[each] > 1 for each in (name.full, line.face.name.full))


def _agree(one: str, other: str) -> int:
    if not one or not other:
        return 0
    return 1 if one.casefold() == other.casefold() else -1


def _busy(everything: _Everything) -> Counter[date]:
    """On how many others of a day a pair would stand: those of either side but one."""
    held, lines = everything
    ones = Counter(each.base.when.first for each in held if not each.entry.removed)
    others = Counter(line.face.when.first for line in lines)
    return Counter({day: max(ones[day], others[day]) - 1 for day in ones.keys() | others.keys()})


def _often(everything: _Everything) -> Counter[str]:
    """How often a title comes on the side on which it comes most."""
    held, lines = everything
    ones = Counter(each.faces[0].name.full for each in held if not each.entry.removed)
    return ones | Counter(line.face.name.full for line in lines)
