"""Answers to what a reading asks: the ones that are proposed, and the ones that people type."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from council.asking import Line, Question, begins
from council.doubts import Doubt, Sort
from council.records import Printed, Reading
from council.when import Precision, When
from plans.typed import entry_from_line, when_from_text
from services.typed import at_the_same_hour, printed, read_hours, read_time_near

_UNDECIDED = {Sort.ONE_OF, Sort.NO_SUCH_DAY, Sort.NO_YEAR, Sort.NO_START, Sort.BACKWARDS}
"""What is tentative because of the question itself, and no longer so with an answer."""
_YEARS = (1900, 2099)
_BESIDE = 25  # characters behind a date in which its hours stand
_LONGEST = 200  # characters of a line that becomes a title


def choices(question: Question, years: tuple[int, ...]) -> dict[int, When]:
    """The times that are proposed, by number; when only the year is missing, by year."""
    doubt, now = question.doubt, question.read.printed.when
    if doubt.sort is Sort.NO_YEAR:
        found = {year: _in_year(doubt, year) for year in years}
    else:
        found = dict(enumerate(_in_place(now, doubt, reading) for reading in doubt.readings))
    first: dict[str, tuple[int, When]] = {}
    for number, when in found.items():
        if when is not None:
            bare = when.marked(approximate=when.approximate)
            certain = _marked(question, _at_hours_beside(question, bare))
            first.setdefault(certain.edtf, (number, certain))
    return dict(first.values())


def keeps(question: Question, times: Mapping[int, When]) -> bool:
    """Whether one of the proposed times is the one that it has now."""
    return question.read.printed.when.edtf in {when.edtf for when in times.values()}


def typed_time(question: Question, reading: Reading, text: str, today: date) -> When:
    """Another time, typed; a day without a year is the one in the plan.

    Raises:
        NoDateUnderstood: when there is none in the text.
    """
    when = read_time_near(question.read.printed.when, text, today, begins(reading))
    return _marked(question, _at_hours_beside(question, when))


def with_time(question: Question, when: When) -> Printed:
    """The entry at this time; hours that stayed in its title because no day was known are its hours."""
    now = question.read.printed
    return _with_hours(now, when) if now.when.precision is Precision.UNKNOWN else replace(now, when=when)


def from_line(line: Line, reading: Reading, text: str, today: date) -> Printed:
    """A line that could not be placed as an entry, at the time that was typed for it.

    A day without a year is the one in the plan. A line without words gets its title from what was typed.

    Raises:
        NoDateUnderstood: when there is none in the text.
    """
    when = read_time_near(When.unknown(), text, today, begins(reading))
    said = printed(entry_from_line(line.source.words, today))
    known = {each.printed.activity for each in reading.entries}
    title = _title(said.title, line.source.words, text, today)
    activity = said.activity if said.activity in known else ""
    return _with_hours(replace(said, title=title, activity=activity), when)


def _title(title: str, words: str, text: str, today: date) -> str:
    told = entry_from_line(text, today).title
    candidates = [title, told, words]
    return next((each for each in candidates if any(c.isalpha() for c in each)), words)[:_LONGEST]


def _with_hours(entry: Printed, when: When) -> Printed:
    """The entry at this time; hours that stand in its title go where they belong."""
    hours, title = read_hours(entry.title, when.first) if when.known else (None, "")
    if hours is None or not title:
        return replace(entry, when=when)
    if when.precision is Precision.DATE:
        when = hours.said("").marked(uncertain=when.uncertain, approximate=hours.approximate)
    return replace(entry, title=title, when=when)


def _at_hours_beside(question: Question, when: When) -> When:
    """A day with the hours that the document prints right behind the words in doubt."""
    words = question.doubt.words
    if when.precision is not Precision.DATE or not words:
        return when
    behind = question.read.source.words.partition(words)[2][:_BESIDE]
    hours, _ = read_hours(behind, when.first)
    return hours.said("") if hours is not None else when


def _in_year(doubt: Doubt, year: int) -> When | None:
    """The words in this year; None when they are not understood, or the year does not have that day."""
    if not _YEARS[0] <= year <= _YEARS[1]:
        return None
    when = when_from_text(doubt.words, date(year, 1, 1))
    known = when is not None and when.precision is not Precision.UNKNOWN
    return when if when and known and year in {when.first.year, when.last.year} else None


def _in_place(now: When, doubt: Doubt, reading: When) -> When:
    """A reading in the place of the date that it is about: one end of a period, or all of it."""
    kept, period = doubt.readings[0].first, now.precision is Precision.RANGE
    try:
        if period and kept == now.first != now.last:
            return When.between(reading.first, now.last)
        if period and kept == now.last != now.first:
            return When.between(now.first, reading.last)
    except ValueError:  # it would end before it begins
        return reading
    return at_the_same_hour(now, reading)


def _marked(question: Question, when: When) -> When:
    """The time as tentative as it was, unless it was so because of the question."""
    now = question.read.printed.when
    doubtful = now.uncertain and question.doubt.sort not in _UNDECIDED
    about = now.approximate and now.precision is when.precision is Precision.INSTANT
    return when.marked(uncertain=when.uncertain or doubtful, approximate=when.approximate or about)
