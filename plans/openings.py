"""What a coordinator types to open places: "Kulturdag: opstilling lørdag 18/9 kl. 8-11, 6 personer"."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from council.doubts import Doubt
from council.records import Status
from council.when import When
from plans.addresses import whole_address
from plans.atoms import Context
from plans.count_words import Limit
from plans.counts import Count, count_from_text
from plans.cutting import without_gaps
from plans.doubting import one_of
from plans.particulars import Particulars, more_at_end, particulars
from plans.titles import activity_in
from plans.typed import LANGUAGES, LineReading, entry_from_line

__all__ = ["OpeningReading", "count_from_text", "opening_from_line"]

_COMMAND = re.compile(r"^\s*/\w{1,32}(?:@\w{1,64})?(?!\S)")
_YEAR = r"(?:\s+(?:(?:19|20)\d\d|['’]?\d\d))?"


@dataclass(frozen=True, slots=True)
class OpeningReading:
    """What a typed line says of an opening; what it does not say is None or empty.

    `title` is without the activity's name. `unit` says what is counted: "person", "country", "association"
    or "stand". `effort` and `contact` are as typed; `questions` are plain English sentences about
    the places, `doubts` what is odd about the time.
    """

    title: str
    activity: str = ""
    when: When | None = None
    place: str = ""
    capacity: int | None = None
    target: int | None = None
    minimum: int | None = None
    unit: str = "person"
    effort: str = ""
    contact: str = ""
    questions: tuple[str, ...] = ()
    doubts: tuple[Doubt, ...] = ()


def opening_from_line(text: str, today: date, languages: tuple[str, ...] = LANGUAGES) -> OpeningReading:
    """Read an opening typed in chat, with or without its command. Never raises.

    A number counts as places only in a piece of its own or, with a known noun, at the end. A date without
    a year is the next one that is not over on `today`.
    """
    context = Context(today=today, languages=languages)
    said = particulars(_one_line(text), context)
    reading = entry_from_line(said.rest, today, languages)
    said = more_at_end(said, reading.title, context)
    activity = activity_in(said.rest)
    title, place = whole_address(_behind(activity, said.rest), reading.place)
    counts = said.counts
    return OpeningReading(
        title=title[:1].upper() + title[1:],
        activity=activity,
        when=reading.when if reading.when and reading.when.words else None,
        place=", ".join(part for part in (place, said.place) if part),
        capacity=_number(counts, Limit.CAPACITY),
        target=_number(counts, Limit.TARGET),
        minimum=_minimum(counts),
        unit=next((count.unit for count in counts if count.unit), "person"),
        effort=said.effort,
        contact=said.contact,
        questions=tuple(dict.fromkeys(_questions(said, reading))),
        doubts=_doubted(reading),
    )


def _one_line(text: str) -> str:
    """The text without its command, its lines one behind the other."""
    lines = (" ".join(line.split()) for line in _COMMAND.sub("", text, count=1).splitlines())
    return "; ".join(line for line in lines if line)


def _behind(activity: str, title: str) -> str:
    """The title without the activity in front, with or without its year."""
    if activity:
        title = re.sub(rf"^{re.escape(activity)}{_YEAR}(?:\s[-–—]\s|:\s)", "", title, count=1)
    return without_gaps(title)


def _number(counts: Iterable[Count], limit: Limit) -> int | None:
    return next((count.number for count in counts if count.limit is limit), None)


def _minimum(counts: tuple[Count, ...]) -> int | None:
    """The least that is needed, also the lower number of "6-8 personer"."""
    said = _number(counts, Limit.MINIMUM)
    return said or next((count.least for count in counts if count.least), None)


def _doubted(reading: LineReading) -> tuple[Doubt, ...]:
    """What is odd about the time; an opening has only one."""
    several = (one_of((reading.when, *reading.others)),) if reading.when and reading.others else ()
    return (*reading.doubts, *several)


def _questions(said: Particulars, reading: LineReading) -> Iterator[str]:
    yield from _doubts(said.counts)
    yield from _contradictions(said.counts)
    if reading.waiting_for:
        yield f"It waits for {reading.waiting_for}. Is it to be opened already?"
    if reading.status is Status.CANCELLED:
        yield "It says that this is cancelled. Is it to be opened all the same?"


def _doubts(counts: tuple[Count, ...]) -> Iterator[str]:
    for count in counts:
        if count.bare:
            yield f"Does {count.number} mean {count.number} places?"
        elif count.asked:
            yield f"Is {count.number} right?"
    if len({count.unit for count in counts if count.unit}) > 1:
        yield "More than one kind is counted. What is a place for?"


def _contradictions(counts: tuple[Count, ...]) -> Iterator[str]:
    for limit in Limit:
        numbers = list(dict.fromkeys(count.number for count in counts if count.limit is limit))
        if len(numbers) > 1:
            yield f"Several numbers are given: {', '.join(map(str, numbers))}. Which is right?"
    capacity, minimum = _number(counts, Limit.CAPACITY), _minimum(counts)
    target = _number(counts, Limit.TARGET)
    if capacity and minimum and minimum > capacity:
        yield f"At least {minimum} are needed, but there are only {capacity} places. Which is right?"
    if capacity and target and target > capacity:
        yield f"The goal is {target}, but there are only {capacity} places. Which is right?"
