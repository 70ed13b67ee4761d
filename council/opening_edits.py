"""Making and changing openings: limits, times that move along, copies for the next year."""

from dataclasses import replace
from datetime import datetime, timedelta

from council.openings import Opening, OpeningState
from council.records import PlanEntry
from council.refusals import NotANumber, NothingUnderstood, TooLong
from council.when import Precision, When

TITLE_LIMIT, PLACE_LIMIT, NOTE_LIMIT, SHORT_LIMIT = 120, 200, 1000, 100
"""Characters of a title, a place, what is good to know, and of effort and contact."""

MOST_PLACES = 100_000

_LIMITS = {
    "title": TITLE_LIMIT,
    "place": PLACE_LIMIT,
    "note": NOTE_LIMIT,
    "effort": SHORT_LIMIT,
    "contact": SHORT_LIMIT,
}


def check(opening: Opening) -> Opening:
    """An opening that can be kept.

    Raises:
        NothingUnderstood: it has no title.
        TooLong: a text is longer than its limit.
        NotANumber: a number that is none of places.
    """
    if not opening.title.strip():
        raise NothingUnderstood
    for name, limit in _LIMITS.items():
        if len(getattr(opening, name)) > limit:
            raise TooLong(limit)
    for number in (opening.capacity, opening.target):
        if number is not None and not 1 <= number <= MOST_PLACES:
            raise NotANumber
    if not 0 <= opening.minimum <= MOST_PLACES:
        raise NotANumber
    return opening


def moved_along(when: When, before: When, after: When) -> When:
    """The time of something that belongs to an entry which was at `before` and is at `after` now.

    It keeps its wall-clock hours and moves by as many days as the entry did. Something that had the very
    time of the entry has its new one. Where no days are known, it stays.
    """
    if when.edtf == before.edtf:
        return after
    if not (when.known and before.known and after.known):
        return when
    return shifted(when, after.first - before.first)


def shifted(when: When, by: timedelta) -> When:
    """The same so many days later, at the same hours; what is no day or range of days stays as it is."""
    marks = {"uncertain": when.uncertain, "approximate": when.approximate}
    if when.precision is Precision.INSTANT and when.start is not None:
        until = when.until + by if when.until is not None else None
        return When.at(when.start + by, until, **marks)
    if when.precision is Precision.DATE:
        return When.on(when.first + by, **marks)
    if when.precision is Precision.RANGE and when.known:
        return When.between(when.first + by, when.last + by, **marks)
    return when


def copied(opening: Opening, old: PlanEntry, new: PlanEntry, *, key: str, by: str, at: datetime) -> Opening:
    """The opening of last year's entry for this year's: nobody on it yet, its time moved along."""
    closes = opening.closes
    if closes is not None and old.when.known and new.when.known:
        closes += new.when.first - old.when.first
    return replace(
        opening,
        id=key,
        created=at,
        created_by=by,
        entry_id=new.id,
        activity_id=new.activity_id,
        when=moved_along(opening.when, old.when, new.when),
        place=new.place if opening.place == old.place else opening.place,
        closes=closes,
        state=OpeningState.OPEN,
        revision=0,
        erased=False,
    )
