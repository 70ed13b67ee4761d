"""`samspil read FILE`: what the reader of plans finds in a document, without a bot or a database."""

import asyncio
import sys
from datetime import date
from pathlib import Path
from typing import Any

import msgspec

from council.records import ReadEntry, Reading, Status
from council.tally import tally
from council.when import Precision, When
from plans.bounded import PlanReader
from plans.unreadable import UnreadableDocument
from texts.dates import say_when
from texts.tongue import tongue

OK, UNREADABLE = 0, 2
_SINGLE = {
    Precision.DATE: "date",
    Precision.WEEK: "week",
    Precision.MONTH: "month",
    Precision.QUARTER: "quarter",
    Precision.UNKNOWN: "unknown",
}


def read(path: Path, *, as_json: bool, language: str) -> int:
    """Print what was read; 2 when the file cannot be."""
    try:
        reading = asyncio.run(PlanReader().read(path.read_bytes(), path.name))
    except OSError as error:
        return _said(f"{path}: {error.strerror}", UNREADABLE)
    except UnreadableDocument as error:
        return _said(f"{path}: {error.reason}", UNREADABLE)
    if not reading.entries:
        _said(f"{path}: nothing in it looks like a plan", OK)
    if as_json:
        print(
            msgspec.json.format(msgspec.json.encode([as_data(entry) for entry in reading.entries])).decode()
        )
    else:
        _print_table(reading, language)
    return OK


def as_data(entry: ReadEntry) -> dict[str, Any]:
    """One entry in plain data: local ISO times, an inclusive end, no invented ones."""
    printed, when = entry.printed, entry.printed.when
    start, end = _ends(when)
    return {
        "title": printed.title,
        "start": start,
        "end": end,
        "precision": "datetime"
        if when.precision is Precision.INSTANT
        else _SINGLE.get(when.precision, "range"),
        "edtf": when.edtf,
        "tentative": when.uncertain,
        "status": printed.status.value,
        "waiting_for": printed.waiting_for or None,
        "kind": printed.kind.value,
        "activity": printed.activity or None,
        "place": printed.place or None,
        "source": {"page": entry.source.page, "line": entry.source.line, "words": entry.source.words},
        "questions": list(entry.questions),
    }


def _ends(when: When) -> tuple[str | None, str | None]:
    if when.precision is Precision.UNKNOWN:
        return None, None
    if when.start is not None:
        return when.start.isoformat(), when.until.isoformat() if when.until else None
    return when.first.isoformat(), when.last.isoformat()


def _print_table(reading: Reading, language: str) -> None:
    t, no_year = tongue(language), date.min
    for entry in reading.entries:
        printed = entry.printed
        marks = "?" if printed.when.uncertain else "…" if printed.status is Status.WAITING else " "
        print(f"{say_when(t, printed.when, no_year).unescape():<38} {marks} {printed.title}")
        for question in entry.questions:
            print(f"{'':<41}→ {question}")
    for source in reading.unplaced:
        print(f"{'':<38} ! {source.words}")
    counts = tally(entry.printed for entry in reading.entries)
    print(f"\n{len(reading.entries)} entries: " + ", ".join(f"{n} {sort}" for sort, n in counts.items()))


def _said(text: str, status: int) -> int:
    print(f"samspil: {text}", file=sys.stderr)
    return status
