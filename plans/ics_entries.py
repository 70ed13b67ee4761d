"""From the events of a calendar to entries: series, what stands in for one of their days, titles."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Protocol

from council.records import Kind, Printed, ReadEntry, Source, Status
from council.recurrence import Recurrence
from council.when import When
from plans.atoms import Context
from plans.ics_times import day_of, first_day, when
from plans.items import Item, read_item
from plans.lexicon import ALL_LANGUAGES
from plans.lines import clean_text
from plans.titles import kind_of

_LONGEST = 400  # characters of a title or a place
_OFTEN = 2  # times that a name stands in front, from which it names an activity
_NO_ACTIVITY = ("category", "kategori", "arrangement", "event", "begivenhed")
_SURE, _UNRULED = 1.0, 0.7  # confidence; a rule that no plan has was left out


class Event(Protocol):
    """What is used of an icalendar component."""

    def get(self, key: str) -> object:
        """The value of a property, a list of them if there are several, None without one."""
        ...


@dataclass(frozen=True, slots=True)
class Told:
    """One event with its times at home.

    `rule` is how it comes back (`ruled`: whether the file has any), `instead` the time of the series for
    which it stands in, `without` the days that are left out, `also` further ones.
    """

    event: Event
    source: Source
    task: bool
    start: date
    length: timedelta | None = None
    rule: str = ""
    ruled: bool = False
    instead: date | None = None
    without: frozenset[date] = frozenset()
    also: tuple[date, ...] = ()

    @property
    def series(self) -> str:
        """What the events of one series have in common."""
        return str(one(self.event.get("UID")) or f"line {self.source.line}")

    @property
    def title(self) -> str:
        """The summary on one line."""
        return " ".join(clean_text(str(one(self.event.get("SUMMARY")) or "")).split())[:_LONGEST]


def one(value: object) -> object:
    """The first of a property that should be there once."""
    return (value[0] if value else None) if isinstance(value, list) else value


def entries_of(told: list[Told]) -> Iterator[ReadEntry]:
    """All entries, in the order of the file."""
    replaced: dict[str, set[date]] = {}
    for each in told:
        if each.instead:
            replaced.setdefault(each.series, set()).add(day_of(each.instead))
    items = [read_item(each.title, Context(year=each.start.year)) for each in told]
    fronts = Counter(item.activity for item in items)
    for each, item in zip(told, items, strict=True):
        often = item.activity if fronts[item.activity] >= _OFTEN else ""
        gone = each.without if each.instead else each.without | replaced.get(each.series, set())
        for dated in _times(each, gone):
            yield _entry(dated, replace(item, activity=_activity(each.event) or often))


def _times(told: Told, gone: frozenset[date]) -> Iterator[Told]:
    """The event at each time that it has: once for a rule, from the first day that is not left out."""
    first = _first(told, gone) if told.rule and not told.instead else (day_of(told.start), 0)
    if told.rule and first:
        day, before = first
        start = datetime.combine(day, told.start.time()) if isinstance(told.start, datetime) else day
        later = frozenset(each for each in gone if each > day)
        yield replace(told, start=start, rule=_fewer(told.rule, before), without=later)
    elif not told.rule and day_of(told.start) not in gone:
        yield told
    for start in told.also:
        if day_of(start) not in gone | {day_of(told.start)}:
            yield replace(told, start=start, rule="")


def _first(told: Told, gone: frozenset[date]) -> tuple[date, int] | None:
    try:
        return first_day(told.rule, told.start, gone)
    except (ValueError, OverflowError):  # a rule that contradicts itself
        return day_of(told.start), 0


def _fewer(rule: str, before: int) -> str:
    """The rule without the first few of its days."""
    parts = (part.split("=", 1) for part in rule.split(";"))
    return ";".join(f"{name}={int(value) - before if name == 'COUNT' else value}" for name, value in parts)


def _entry(told: Told, item: Item) -> ReadEntry:
    status = str(one(told.event.get("STATUS")) or "").upper()
    at = when(told.start, told.start + told.length if told.length is not None else None)
    was = _was(told) or item.was
    doubtful = item.doubtful and was is None  # "flyttet" is no doubt where both times are known
    printed = Printed(
        title=item.title if any(letter.isalpha() for letter in item.title) else told.title,
        when=at.marked(uncertain=doubtful or status == "TENTATIVE"),
        kind=_kind(told, item),
        status=_status(status, item),
        activity=item.activity,
        place=_text(told.event.get("LOCATION")) or item.place,
        waiting_for=item.waiting_for,
        responsible=_responsible(told.event) or item.responsible,
    )
    rule = Recurrence(told.rule, tuple(sorted(told.without))) if told.rule else None
    sure = _UNRULED if told.ruled and not rule and not told.instead else _SURE
    return ReadEntry(printed, told.source, was=was, rule=rule, confidence=sure)


def _was(told: Told) -> When | None:
    """The time in the series for which it stands in, if it is another one."""
    if told.instead is None or told.instead == told.start:
        return None
    return when(told.instead, None)


def _status(said: str, item: Item) -> Status:
    if said == "CANCELLED":
        return Status.CANCELLED
    return Status.DONE if said == "COMPLETED" else item.status


def _kind(told: Told, item: Item) -> Kind:
    if item.kind is not Kind.EVENT:
        return item.kind
    named = kind_of("\n".join(_categories(told.event)), ALL_LANGUAGES)
    return Kind.TASK if told.task and named is Kind.EVENT else named


def _activity(event: Event) -> str:
    """The first category that is neither a kind of entry nor a colour."""
    names = (name for name in _categories(event) if not name.casefold().endswith(_NO_ACTIVITY))
    return next((name for name in names if kind_of(name, ALL_LANGUAGES) is Kind.EVENT), "")


def _categories(event: Event) -> Iterator[str]:
    value = event.get("CATEGORIES")
    groups: Iterable[object] = value if isinstance(value, list) else (value,)
    for group in groups:
        yield from (_text(name) for name in getattr(group, "cats", ()))


def _responsible(event: Event) -> str:
    """A name: who is to be asked, else who invites. Addresses and numbers are nobody's name."""
    contact = _text(event.get("CONTACT")).partition(",")[0].strip()
    organizer = one(event.get("ORGANIZER"))
    named = _text(getattr(organizer, "params", {}).get("CN", ""))
    names = (name for name in (contact, named) if any(map(str.isalpha, name)) and "@" not in name)
    return next(names, "")


def _text(value: object) -> str:
    """A property as one line: a place that has several is one with commas."""
    lines = clean_text(str(one(value) or "")).split("\n")
    return ", ".join(line.strip(" ,") for line in lines if line.strip(" ,"))[:_LONGEST]
