"""Which entry of the plan a line of another edition means: by activity, title and time."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import fields
from difflib import SequenceMatcher

from council.activities import canonical
from council.records import PlanEntry, Printed, ReadEntry
from council.when import UNKNOWN

_ALIKE = (
    0.72  # "Informationsmøde for frivillige" and "Infomøde for frivillige" are; two other meetings aren't
)
_LATEST = 200  # days from one edition's time to the next one's, at most
_ALMOST_SAME = 0.9
_NEAR = 45  # days: a renamed entry keeps its season
_FAR = 10_000


def matched(entries: Sequence[PlanEntry], read: Sequence[ReadEntry]) -> dict[int, PlanEntry]:
    """The entry that each line means, by the index of the line; what is new has none.

    Lines of one title (six council meetings) pair up first where the time is the same, then in the
    nearest time; what is left over pairs with what reads alike in the same activity and year.
    """
    lines = {index: line.printed for index, line in enumerate(read)}
    kept = {entry.id: entry for entry in sorted(entries, key=lambda e: e.removed)}
    pairs: dict[int, PlanEntry] = {}
    _pair_same_titles(lines, kept, pairs)
    _pair_alike(lines, kept, pairs)
    return pairs


def _pair_same_titles(
    lines: dict[int, Printed], kept: dict[str, PlanEntry], pairs: dict[int, PlanEntry]
) -> None:
    by_title: dict[str, list[PlanEntry]] = defaultdict(list)
    for entry in kept.values():
        for title in {_key(title) for title in _titles(entry)}:
            by_title[title].append(entry)
    offers = [
        (_distance(printed, entry), _differing(printed, entry), entry.removed, index, entry.id)
        for index, printed in lines.items()
        for entry in by_title[_key(printed.title)]
        if _distance(printed, entry) < _FAR
    ]
    for *_, index, entry_id in sorted(offers):
        _settle(index, entry_id, lines, kept, pairs)


def _pair_alike(lines: dict[int, Printed], kept: dict[str, PlanEntry], pairs: dict[int, PlanEntry]) -> None:
    by_words: dict[str, list[PlanEntry]] = defaultdict(list)
    for entry in kept.values():
        for word in _words(_base(entry).title):
            by_words[word].append(entry)
    offers = []
    for index, printed in lines.items():
        rivals = {e.id: e for word in _words(printed.title) for e in by_words[word][:50]}
        for entry in rivals.values():
            score, distance = _likeness(printed, _base(entry)), _distance(printed, entry)
            near = distance <= _NEAR or score > _ALMOST_SAME
            if score >= _ALIKE and near and distance < _FAR:
                offers.append((-score, distance, index, entry.id))
    for *_, index, entry_id in sorted(offers):
        _settle(index, entry_id, lines, kept, pairs)


def _settle(
    index: int,
    entry_id: str,
    lines: dict[int, Printed],
    kept: dict[str, PlanEntry],
    pairs: dict[int, PlanEntry],
) -> None:
    if index in lines and entry_id in kept:
        del lines[index]
        pairs[index] = kept.pop(entry_id)


def _distance(printed: Printed, entry: PlanEntry) -> int:
    """Days between a line and what is kept; `_FAR` when they are about different years' activities."""
    times = [entry.when, *([entry.printed.when] if entry.printed else [])]
    return min(_days(printed, time.edtf, time.first.toordinal()) for time in times)


def _differing(printed: Printed, entry: PlanEntry) -> int:
    """In how many fields a line differs from what the last edition printed, most when it printed nothing.

    Of two entries of one title and time, each is meant by its own line.
    """
    base = entry.printed
    return sum(base is None or getattr(printed, f.name) != getattr(base, f.name) for f in fields(Printed))


def _days(printed: Printed, edtf: str, first: int) -> int:
    if printed.when.edtf == edtf:
        return 0
    if edtf.startswith(UNKNOWN):  # a time at last for what had none; what is near goes before it
        return _LATEST
    apart = abs(printed.when.first.toordinal() - first)
    return 1 + apart if apart < _LATEST else _FAR  # another year's edition of the same thing is another entry


def _likeness(one: Printed, other: Printed) -> float:
    if canonical(one.activity).casefold() != canonical(other.activity).casefold():
        return 0.0
    return SequenceMatcher(None, _key(one.title), _key(other.title), autojunk=False).ratio()


def _titles(entry: PlanEntry) -> set[str]:
    return {entry.title, _base(entry).title}


def _base(entry: PlanEntry) -> Printed:
    return entry.printed or Printed(title=entry.title, when=entry.when)


def _words(title: str) -> set[str]:
    # Folded to beginnings, so that "infomøde" finds "informationsmøde".
    return {word[:4] for word in re.findall(r"\w{4,}", title.casefold())}


def _key(title: str) -> str:
    without_year = re.sub(r"\b(?:20)?\d\d\b", "", title.casefold())
    return " ".join(re.findall(r"\w+", without_year))
