"""The components of an iCalendar file (RFC 5545), cut out so that a broken one harms no other."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

_FOLD = re.compile(r"(?:\r\n|\n|\r)[ \t]")
_END_OF_LINE = re.compile(r"\r\n|\n|\r")
_NAME = re.compile(r"(?P<name>[A-Za-z0-9-]{1,40})(?=[;:])")
_LONGEST = 20_000  # characters of a line; a longer one is an attachment
_TOLD = frozenset({"VEVENT", "VTODO"})
_READ = frozenset(
    {
        "CATEGORIES",
        "CONTACT",
        "DTEND",
        "DTSTART",
        "DUE",
        "DURATION",
        "EXDATE",
        "LOCATION",
        "ORGANIZER",
        "RDATE",
    }
    | {"RECURRENCE-ID", "RRULE", "STATUS", "SUMMARY", "UID"}
)
_ZONE = frozenset({"TZID", "TZOFFSETTO"})


@dataclass(slots=True)
class Component:
    """An event, a task or a time zone: its content lines, those that are read, and where it begins.

    One that never ends, or that another begins in, is `broken`.
    """

    name: str
    line: int
    lines: list[str] = field(default_factory=list)
    broken: bool = False

    def value(self, name: str) -> str:
        """The bare text of a property, "" without one."""
        return next(iter(self.values(name)), "")

    def values(self, name: str) -> Iterator[str]:
        """The bare texts of all properties of this name."""
        for line in self.lines:
            found = _NAME.match(line)
            if found and found["name"].upper() == name:
                yield line.partition(":")[2].strip()

    @property
    def words(self) -> str:
        """What the file itself says: when, and the summary."""
        told = (self.value("DTSTART") or self.value("DUE"), self.value("SUMMARY"))
        return " ".join(text for text in told if text)[:_LONGEST]


@dataclass(frozen=True, slots=True)
class Calendar:
    """A calendar as its file holds it: the zone that it names (X-WR-TIMEZONE), and its components."""

    zone: str
    components: tuple[Component, ...]


def calendar(text: str) -> Calendar:
    """Cut a file into its events, tasks and time zones; what is inside these (alarms) is left out."""
    zone = ""
    found: list[Component] = []
    inside: list[str] = []
    for number, line in _content_lines(text):
        match = _NAME.match(line)
        name = match["name"].upper() if match else ""
        current = found[-1] if found and inside else None
        if name == "BEGIN":
            _begin(line.partition(":")[2].strip().upper(), number, found, inside)
        elif name == "END" and inside:
            inside.pop()
        elif current:
            if name in (_ZONE if current.name == "VTIMEZONE" else _READ) and _direct(current, inside):
                current.lines.append(line)
        elif name == "X-WR-TIMEZONE":
            zone = zone or line.partition(":")[2].strip()
    if found and inside:
        found[-1].broken = True
    return Calendar(zone, tuple(found))


def _begin(name: str, number: int, found: list[Component], inside: list[str]) -> None:
    """Go into a component; one that begins in another of its kind shows that the other never ended."""
    if name == "VCALENDAR":
        return
    if inside and name in _TOLD:
        found[-1].broken = True
        inside.clear()
    if not inside and name in _TOLD | {"VTIMEZONE"}:
        found.append(Component(name, number))
        inside.append(name)
    elif inside:
        inside.append(name)


def _direct(component: Component, inside: list[str]) -> bool:
    """Whether a line is the component's own; the offsets of a time zone stand in its parts."""
    return len(inside) == 1 or component.name == "VTIMEZONE"


def _content_lines(text: str) -> Iterator[tuple[int, str]]:
    """The unfolded lines with the number of the first of each."""
    number = 1
    ends = (match for match in _END_OF_LINE.finditer(text))
    start = 0
    for end in ends:
        if text[end.end() : end.end() + 1] in {" ", "\t"}:
            continue
        piece = text[start : end.start()]
        if len(piece) <= _LONGEST:
            yield number, _FOLD.sub("", piece)
        number += len(_END_OF_LINE.findall(piece)) + 1
        start = end.end()
    if len(text) - start <= _LONGEST:
        yield number, _FOLD.sub("", text[start:])
