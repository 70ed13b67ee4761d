"""`samspil read FILE`: what the reader of plans finds in a document, without a bot or a database."""

import asyncio
import sys
from dataclasses import dataclass, replace
from datetime import date, datetime
from io import TextIOWrapper
from pathlib import Path
from typing import Any

import msgspec

from council.doubts import Sort
from council.records import ReadEntry, Reading, Status
from council.tally import tally
from council.when import Precision, When
from plans.bounded import PlanReader
from plans.limits import Limits
from plans.unreadable import Reason, UnreadableDocument
from texts.dates import say_when
from texts.doubts import say_doubt
from texts.tongue import Tongue, tongue

OK, UNREADABLE = 0, 2
_SINGLE = {
    Precision.INSTANT: "datetime",
    Precision.DATE: "date",
    Precision.WEEK: "week",
    Precision.MONTH: "month",
    Precision.QUARTER: "quarter",
    Precision.UNKNOWN: "unknown",
}


_WHY = {
    Reason.EMPTY: "it is empty",
    Reason.TOO_LARGE: "it is larger than 20 MB",
    Reason.ENCRYPTED: "it is protected with a password",
    Reason.NO_TEXT: "it holds pictures of pages and no text",
    Reason.BOMB: "it unpacks to far more than a document should",
    Reason.DAMAGED: "it is damaged or cut off",
    Reason.UNSUPPORTED: "it is none of PDF, Word, Excel, CSV, HTML, Markdown, text, iCalendar",
    Reason.TOO_LONG: "it has too many pages or lines",
    Reason.TOO_SLOW: "it took too long to read",
}


@dataclass(frozen=True, slots=True)
class Asked:
    """How a document is to be read and printed; `year` is for one that does not say its own."""

    year: int | None = None
    language: str = "da"
    as_json: bool = False


def read(path: Path, asked: Asked) -> int:
    """Print what was read; 2 when the file cannot be."""
    try:
        name = path.name.encode("utf-8", "replace").decode()
        reading = asyncio.run(PlanReader().read(_content(path), name, year=asked.year))
    except OSError as error:
        return _said(f"{path}: {error.strerror}", UNREADABLE)
    except UnreadableDocument as error:
        return _said(f"{path}: {_WHY[error.reason]}", UNREADABLE)
    if not reading.entries:
        _said(f"{path}: nothing in it looks like a plan", OK)
    t = tongue(asked.language)
    if isinstance(sys.stdout, TextIOWrapper):  # what a terminal cannot show is no reason to stop
        sys.stdout.reconfigure(errors="backslashreplace")
    if asked.as_json:
        data = [as_data(t, each) for entry in reading.entries for each in choices(entry)]
        print(msgspec.json.format(msgspec.json.encode(data)).decode())
        for source in reading.unplaced:
            _said(f"{path}: could not be placed: {source.words}", OK)
    else:
        _print_table(t, reading)
    return OK


def _content(path: Path) -> bytes:
    """What is in a file, of an endless one only so much that it is too much."""
    with path.open("rb") as file:
        return file.read(Limits().size + 1)


def choices(entry: ReadEntry) -> tuple[ReadEntry, ...]:
    """An entry that is on one of several days as one for each of them, all tentative."""
    days = next((doubt.readings for doubt in entry.doubts if doubt.sort is Sort.ONE_OF), ())
    if len(days) <= 1 or not all(when.known for when in days):
        return (entry,)
    times = (_at_hours(when, entry.printed.when).marked(uncertain=True) for when in days)
    return tuple(replace(entry, printed=replace(entry.printed, when=when)) for when in times)


def _at_hours(day: When, when: When) -> When:
    """A day at the hours of another time."""
    if when.start is None or day.precision is not Precision.DATE:
        return day
    start = datetime.combine(day.first, when.start.time())
    return When.at(start, when.until and start + (when.until - when.start))


def as_data(t: Tongue, entry: ReadEntry) -> dict[str, Any]:
    """One entry in plain data: local ISO times, an inclusive end, no invented ones."""
    printed, when = entry.printed, entry.printed.when
    start, end = _ends(when)
    rule = entry.rule
    return {
        "title": printed.title,
        "start": start,
        "end": end,
        "precision": _SINGLE.get(when.precision, "range"),
        "edtf": when.edtf,
        "tentative": when.uncertain,
        "status": _status(entry),
        "was": _ends(entry.was)[0] if entry.was else None,
        "waiting_for": printed.waiting_for or None,
        "rrule": rule.rrule if rule else None,
        "exdates": [day.isoformat() for day in rule.exdates] if rule else [],
        "kind": printed.kind.value,
        "activity": printed.activity or None,
        "place": printed.place or None,
        "responsible": printed.responsible or None,
        "source": {"page": entry.source.page, "line": entry.source.line, "words": entry.source.words},
        "confidence": entry.confidence,
        "questions": [say_doubt(t, doubt).unescape() for doubt in entry.doubts],
    }


def _status(entry: ReadEntry) -> str:
    moved = entry.printed.status is Status.PLANNED and (entry.moved or entry.was is not None)
    return "moved" if moved else entry.printed.status.value


def _ends(when: When) -> tuple[str | None, str | None]:
    if when.precision is Precision.UNKNOWN:
        return None, None
    if when.start is not None:
        return when.start.isoformat(), when.until.isoformat() if when.until else None
    return when.first.isoformat(), when.last.isoformat()


def _print_table(t: Tongue, reading: Reading) -> None:
    for entry in reading.entries:
        printed = entry.printed
        print(f"{_when(t, printed.when):<44} {_mark(entry):<2}{printed.title}{_facts(t, entry)}")
        for doubt in entry.doubts:
            print(f"{'':<47}→ {say_doubt(t, doubt).unescape()}")
    for source in reading.unplaced:
        print(f"{'':<44} ! {source.words}")
    counts = tally(entry.printed for entry in reading.entries)
    print(f"\n{len(reading.entries)} entries: " + ", ".join(f"{n} {sort}" for sort, n in counts.items()))


def _when(t: Tongue, when: When) -> str:
    return say_when(t, when, date.min).unescape()


def _mark(entry: ReadEntry) -> str:
    """One sign for how it stands: cancelled, moved, waiting, tentative, coming back."""
    status = _status(entry)
    if status != Status.PLANNED.value:
        return {"cancelled": "✗", "moved": "⇢", "waiting": "…"}[status]
    return "?" if entry.printed.when.uncertain else "↻" if entry.rule else ""


def _facts(t: Tongue, entry: ReadEntry) -> str:
    """Place, responsible party, rule and former time, in brackets behind the title."""
    printed = entry.printed
    was = _when(t, entry.was) if entry.was else ""
    rule = entry.rule.rrule if entry.rule else ""
    facts = [fact for fact in (printed.place, printed.responsible, printed.waiting_for, was, rule) if fact]
    return f"  ({'; '.join(facts)})" if facts else ""


def _said(text: str, status: int) -> int:
    print(f"samspil: {text}", file=sys.stderr)
    return status
