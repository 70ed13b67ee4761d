"""What people type about the plan, read by the reader that reads published plans."""

import re
from datetime import date, datetime, timedelta

from council.records import PlanEntry, Printed
from council.refusals import NoDateUnderstood, NoTitle
from council.when import Precision, When
from plans.clocks import find_clocks
from plans.cutting import without_gaps
from plans.typed import LANGUAGES, LineReading, entry_from_line, names_no_day, when_from_text

_EARLIER = timedelta(days=150)  # as far as an entry is moved forward without naming the year
_LATER = timedelta(days=31)  # "next week", said so much later, is so much later; "5 June" is not, or a year
_HALF_A_YEAR = timedelta(days=183)


def read_line(text: str, today: date) -> LineReading:
    """A new entry in one line.

    Raises:
        NoTitle: when no title is left in it.
    """
    reading = entry_from_line(text, today)
    if not reading.title:
        raise NoTitle
    return reading


def printed(reading: LineReading) -> Printed:
    """The line as an entry; without a time it has none yet."""
    return Printed(
        title=reading.title,
        when=reading.when or When.unknown(),
        kind=reading.kind,
        status=reading.status,
        activity=reading.activity,
        place=reading.place,
        waiting_for=reading.waiting_for,
    )


def read_when(text: str, today: date) -> When:
    """A time.

    Raises:
        NoDateUnderstood: when there is none in the text.
    """
    found = when_from_text(text, today)
    if found is None or names_no_day(text, today):
        raise NoDateUnderstood(text[:80])
    return found


def read_new_time(entry: PlanEntry, text: str, today: date) -> When:
    """The new time of an entry; see `read_time_near`.

    Raises:
        NoDateUnderstood: when there is none in the text.
    """
    return read_time_near(entry.when, text, today)


def read_time_near(old: When, text: str, today: date, since: date | None = None) -> When:
    """The new time of what was at another: a day without a year is the one near that, or from `since` on.

    "Tomorrow" and the like count from today; they are told by moving along with the day they are said.
    Who types a day only means the time of day that it had: another day at the same hour. Who types a time
    of day only means the day that it has.

    Raises:
        NoDateUnderstood: when there is none in the text.
    """
    same_day = _on_the_same_day(old, text, today)
    return same_day or at_the_same_hour(old, _new_day(old, text, today, since))


def _new_day(old: When, text: str, today: date, since: date | None) -> When:
    from_today = read_when(text, today)
    if since is None and old.precision is not Precision.UNKNOWN:
        since = old.first - _EARLIER
    if since is None or from_today.precision is Precision.UNKNOWN:
        return from_today
    moved_along = read_when(text, today + _LATER).first - from_today.first
    counted = timedelta(0) < moved_along < _HALF_A_YEAR
    return from_today if counted else read_when(text, since)


def at_the_same_hour(old: When, new: When) -> When:
    """The new time; a day alone gets the hours that the old time has."""
    if new.precision is not Precision.DATE or old.start is None:
        return new
    start = datetime.combine(new.first, old.start.time())
    until = old.until and start + (old.until - old.start)
    return When.at(start, until, uncertain=new.uncertain, approximate=new.approximate)


def _on_the_same_day(old: When, text: str, today: date) -> When | None:
    if when_from_text(text, today) is not None or old.precision not in {Precision.DATE, Precision.INSTANT}:
        return None
    told = when_from_text(f"{old.first.day}/{old.first.month} {old.first.year} {text}", today)
    return told if told is not None and told.precision is Precision.INSTANT else None


_EXACT = re.compile(r"\d[.:]\d\d")
_GOES_ON = re.compile(r"\s*\w")


def read_hours(text: str, day: date) -> tuple[When | None, str]:
    """Hours that are typed for a day that is known ("setting up at 8–10"), and the rest of the text.

    Numbers that may as well count something are none: "food from 12 countries".
    """
    for clock in find_clocks(text, LANGUAGES):
        said, rest = text[clock.start : clock.end], text[clock.end :]
        led_in = not said[0].isdigit() and (_EXACT.search(said) or not _GOES_ON.match(rest))
        told = when_from_text(f"{day.day}.{day.month}.{day.year} {said}", day)
        if (clock.sure or led_in) and told is not None and told.precision is Precision.INSTANT:
            return told, without_gaps(f"{text[: clock.start]} {rest}")
    return None, text
