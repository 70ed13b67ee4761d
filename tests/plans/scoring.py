"""How well a reading fits what a person expects: what was found at its time, and what was invented."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from dateutil.rrule import rrulestr

Data = dict[str, Any]
_FAR = 400  # days of a rule that are compared


@dataclass(frozen=True, slots=True)
class Score:
    """What was expected and found, expected and missed, found and not expected."""

    hits: tuple[tuple[Data, Data], ...]
    missed: tuple[Data, ...]
    extra: tuple[Data, ...]

    @property
    def recall(self) -> float:
        """The part of what was expected that was found."""
        expected = len(self.hits) + len(self.missed)
        return len(self.hits) / expected if expected else 1.0

    @property
    def precision(self) -> float:
        """The part of what was found that was expected."""
        found = len(self.hits) + len(self.extra)
        return len(self.hits) / found if found else 1.0


def score(expected: Iterable[Data], found: Iterable[Data]) -> Score:
    """Pair what was found with what was expected: the words of the title, the time and its precision."""
    left, hits, missed = list(found), [], []
    for item in expected:
        match = next((each for each in left if _fits(item, each)), None)
        if match is None:
            missed.append(item)
        else:
            left.remove(match)
            hits.append((item, match))
    return Score(tuple(hits), tuple(missed), tuple(left))


def differing(item: Data, found: Data) -> Iterator[str]:
    """In what else a hit differs from what was expected."""
    for name in ("tentative", "status", "was", "kind"):
        if name in item and _plain(item[name]) != _plain(found[name]):
            yield f"{name}: {found[name]}, not {item[name]}"
    for name in ("place", "responsible"):
        if item.get(name) and item[name].casefold() not in (found.get(name) or "").casefold():
            yield f"{name}: {found.get(name)}, not {item[name]}"
    if item.get("question") and not found["questions"]:
        yield "asks nothing"


def _plain(value: object) -> object:
    """A day, whether or not its time of day is said."""
    return value[:10] if isinstance(value, str) and value[4:5] == "-" else value


def _fits(item: Data, found: Data) -> bool:
    title = found["title"].casefold()
    if not all(word in title for word in item["words"]):
        return False
    if item.get("rrule") or found.get("rrule"):
        return days(item) == days(found) and len(days(item)) > 0
    return item["precision"] == found["precision"] and all(
        _minute(item[name]) == _minute(found[name]) for name in ("start", "end")
    )


def _minute(value: str | None) -> datetime | None:
    return datetime.fromisoformat(value) if value else None


def days(item: Data) -> list[date]:
    """The days of something that comes back, or its own."""
    if not item["start"]:
        return []
    first = datetime.fromisoformat(item["start"][:10])
    if not item.get("rrule"):
        return [first.date()]
    left_out = {date.fromisoformat(day) for day in item.get("exdates") or ()}
    rule = rrulestr(item["rrule"], dtstart=first, ignoretz=True)
    last = first + timedelta(days=_FAR)
    return [day.date() for day in rule.between(first, last, inc=True) if day.date() not in left_out]
