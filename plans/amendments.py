"""What a decision changes in the plan above it: a meeting moved, another hour for all, one called off."""

import re
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from enum import StrEnum

from council.doubts import Sort
from council.records import Kind, Status
from council.when import Precision, When
from plans.entries import Draft

_STEM = 6  # letters
_WORD = re.compile(r"[^\W\d_]{5,}")
_HALF_A_YEAR = 6  # months; what is moved back by more is moved into the next year
_DAYS = {Precision.DATE, Precision.INSTANT}


class Change(StrEnum):
    """What a decision does to a plan."""

    MOVED = "moved"
    HOURS = "hours"
    CALLED_OFF = "called off"
    SETTLED = "settled"
    UNSETTLED = "unsettled"


@dataclass(frozen=True, slots=True)
class Amendment:
    """One change, said in the row `at`; it is about what stands above, below the row `since`.

    `old` is the time of what is changed (a day, or a month that has only one meeting), `new` the one it is
    moved to, `title` the name of the one thing that is meant, if it has one, `start` and `until` the time of
    day that holds for all, in minutes; with `keeps_end` they end as they did, and if it is said of `ordinary`
    ones, a meeting with another name keeps its own.
    A `decided` one is under the heading of a decision, so that it holds
    for the proposal above it.
    """

    change: Change
    at: int
    since: int = -1
    old: When | None = None
    new: When | None = None
    start: int = 0
    until: int | None = None
    decided: bool = False
    title: str = ""
    keeps_end: bool = False
    ordinary: bool = False


def amended(drafts: Iterable[Draft], amendments: Iterable[Amendment]) -> list[Draft]:
    """The items of a document as its decisions leave them. Pure; what hits nothing changes nothing."""
    found = list(drafts)
    for amendment in amendments:
        found = _applied(found, amendment)
    return found


def _applied(found: list[Draft], amendment: Amendment) -> list[Draft]:
    others = [draft for draft in found if draft.piece.at != amendment.at]
    scope = [draft for draft in others if amendment.since < draft.piece.at < amendment.at]
    match amendment.change:
        case Change.UNSETTLED:
            return _replaced(found, scope, _unsettled)
        case Change.HOURS:
            meetings = [draft for draft in scope if draft.item.kind is Kind.MEETING]
            if amendment.ordinary:
                meetings = _alike(meetings)
            return _replaced(found, meetings or scope, lambda draft: _at_hours(draft, amendment))
        case _:
            hit = _hit(scope, amendment) or _hit(others, amendment)
            if hit is None:
                return found
            kept = [draft for draft in found if draft.piece.at != amendment.at or not _same(draft, amendment)]
            return [new for draft in kept for new in (_split(draft, amendment) if draft == hit else (draft,))]


def _replaced(found: list[Draft], scope: list[Draft], change: Callable[[Draft], Draft]) -> list[Draft]:
    hit = {id(draft) for draft in scope}
    return [change(draft) if id(draft) in hit else draft for draft in found]


def _same(draft: Draft, amendment: Amendment) -> bool:
    """Whether an item is what the sentence of the amendment itself gave."""
    days = {(when.first.month, when.first.day) for when in draft.item.whens if when.precision in _DAYS}
    said = {(each.first.month, each.first.day) for each in (amendment.old, amendment.new) if each}
    return bool(days & said) or not days


def _alike(meetings: list[Draft]) -> list[Draft]:
    """The meetings that have the name of most of them."""
    names = Counter(draft.item.title for draft in meetings)
    return [draft for draft in meetings if draft.item.title == names.most_common(1)[0][0]]


def _hit(scope: list[Draft], amendment: Amendment) -> Draft | None:
    """The item that is meant: of that day, the only meeting of that month, or the only one of that name."""
    old = amendment.old
    if amendment.change is Change.SETTLED:
        scope = [draft for draft in scope if _choice(draft, amendment.new)]
    if old is None:
        return _named(scope, amendment.title)
    if old.precision in _DAYS:
        there = [draft for draft in scope if any(_one_day(when, old) for when in draft.item.whens)]
        if amendment.title:
            there = [draft for draft in there if _stems(draft.item.title) & _stems(amendment.title)]
        return there[0] if there else None
    month = [draft for draft in scope if any(_in_month(when, old) for when in _times(draft))]
    meetings = [draft for draft in month if draft.item.kind is Kind.MEETING]
    return meetings[0] if len(meetings) == 1 else None


def _choice(draft: Draft, new: When | None) -> bool:
    """Whether a time is one of those that an item may be at."""
    readings = (when for doubt in draft.item.doubts if doubt.sort is Sort.ONE_OF for when in doubt.readings)
    return new is not None and any(_one_day(when, new) for when in readings)


def _named(scope: list[Draft], title: str) -> Draft | None:
    """The one item whose name says most of this; half of it is enough."""
    said = _stems(title)
    shared = [(len(said & _stems(draft.item.title)), draft) for draft in scope]
    most = max((count for count, _ in shared), default=0)
    there = [draft for count, draft in shared if count == most]
    return there[0] if len(there) == 1 and most and most * 2 >= len(said) else None


def _stems(title: str) -> set[str]:
    """What the longer words of a title begin with, by which two names of one thing are known."""
    return {word[:_STEM].casefold() for word in _WORD.findall(title)}


def _times(draft: Draft) -> tuple[When, ...]:
    return draft.item.whens or (draft.marker,)


def _one_day(when: When, old: When) -> bool:
    """Whether it is that day of the year; the year is that of the plan."""
    return when.precision in _DAYS and (when.first.month, when.first.day) == (old.first.month, old.first.day)


def _in_month(when: When, old: When) -> bool:
    known = when.precision in _DAYS and old.precision is Precision.MONTH
    return known and when.first.month == old.first.month


def _meant(when: When, amendment: Amendment) -> bool:
    old = amendment.old
    return old is not None and (_one_day(when, old) or _in_month(when, old))


def _split(draft: Draft, amendment: Amendment) -> list[Draft]:
    """The item without the time that is changed, and the changed one by itself."""
    if amendment.old is None:
        return [_by_name(draft, amendment)]
    mine = next((when for when in draft.item.whens if _meant(when, amendment)), None)
    others = tuple(when for when in draft.item.whens if when is not mine)
    rest = [replace(draft, item=replace(draft.item, whens=others))] if others else []
    return [*rest, _changed(draft, mine, amendment)]


def _by_name(draft: Draft, amendment: Amendment) -> Draft:
    """An item that a decision names: settled on one of its days, called off or moved."""
    if amendment.change is not Change.SETTLED or amendment.new is None:
        return _changed(draft, next(iter(draft.item.whens), None), amendment)
    doubts = tuple(doubt for doubt in draft.item.doubts if doubt.sort is not Sort.ONE_OF)
    return replace(draft, item=replace(draft.item, whens=(amendment.new,), doubts=doubts, doubtful=False))


def _changed(draft: Draft, mine: When | None, amendment: Amendment) -> Draft:
    item = draft.item
    if amendment.change is Change.CALLED_OFF or mine is None or amendment.new is None:
        whens = (mine,) if mine else item.whens
        return replace(draft, item=replace(item, whens=whens, status=Status.CANCELLED))
    new = _moved(mine, amendment.new)
    doubts = tuple(doubt for doubt in item.doubts if doubt.sort is not Sort.WEEKDAY)
    return replace(draft, item=replace(item, whens=(new,), was=mine, doubts=doubts))


def _moved(old: When, new: When) -> When:
    """The new time; a day keeps the hours of the old one, and the year of the plan."""
    if new.precision not in _DAYS:
        return new
    turns = old.first.month - new.first.month > _HALF_A_YEAR
    year = new.first.year if str(new.first.year) in new.words else old.first.year + turns
    shift = _shift(new, year)
    if new.precision is Precision.INSTANT or old.precision is not Precision.INSTANT:
        return shift
    start, end = old.start, old.until
    if start is None:
        return shift
    days = shift.first - old.first
    return When.at(start + days, end + days if end else None).said(new.words)


def _shift(new: When, year: int) -> When:
    try:
        days = new.first.replace(year=year) - new.first
    except ValueError:
        return new
    if not days:
        return new
    if new.precision is Precision.INSTANT and new.start:
        return When.at(new.start + days, new.until + days if new.until else None).said(new.words)
    return When.on(new.first + days).said(new.words)


def _at_hours(draft: Draft, amendment: Amendment) -> Draft:
    """An item with its days at the decided time of day; an end that was given before is open."""
    whens = tuple(
        _on_hours(when, amendment) if when.precision in _DAYS else when for when in draft.item.whens
    )
    return replace(draft, item=replace(draft.item, whens=whens))


def _on_hours(when: When, amendment: Amendment) -> When:
    midnight = datetime.combine(when.first, time())
    start = midnight + timedelta(minutes=amendment.start)
    end = None if amendment.until is None else midnight + timedelta(minutes=amendment.until)
    if amendment.keeps_end and when.until is not None and when.until > start:
        end = when.until
    marks = {"uncertain": when.uncertain, "approximate": when.approximate}
    return When.at(start, end).marked(**marks).said(when.words)


def _unsettled(draft: Draft) -> Draft:
    whens = tuple(when.marked(uncertain=True, approximate=when.approximate) for when in draft.item.whens)
    return replace(draft, item=replace(draft.item, whens=whens, doubtful=True))
