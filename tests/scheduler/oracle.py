"""What should be said, written from the rules as people read them, and knowing nothing of `council.due`.

It looks at the records of a council after every change (`Snapshot`), counts from each thing back to each of
its reminders on the clock on the wall, and says who should hear of what and until when that is of use.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from functools import cached_property, lru_cache
from zoneinfo import ZoneInfo

from council.openings import Opening, OpeningState, SignUp, SignUpState
from council.records import Kind, Membership, PlanEntry, Role, Status
from council.reminding import Wishes
from council.when import Precision, When

ZONE = ZoneInfo("Europe/Copenhagen")
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
GROUP = "group"

Thing = tuple[str, str, str, str, datetime]
"""What is said: the kind of reminder, to whom, about what, how long before, and what instant it is at."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """When something should be said: at, as long as it is of use, and not at night unless it is `last`."""

    at: datetime
    useful: datetime
    last: datetime


def utc(local: datetime) -> datetime:
    """The first instant at which a clock on a Danish wall shows this; an hour later when none does."""
    for hours in (2, 1):
        candidate = (local - hours * HOUR).replace(tzinfo=UTC)
        if candidate.astimezone(ZONE).replace(tzinfo=None) == local:
            return candidate
    return utc(local + HOUR)


def wall(at: datetime) -> datetime:
    """What the clock on the wall shows."""
    return at.astimezone(ZONE).replace(tzinfo=None)


def start_of(when: When) -> tuple[datetime, datetime, datetime | None] | None:
    """Begin, what days are counted from, and what hours are counted from; None when no day is known."""
    if when.precision is Precision.INSTANT:
        assert when.start is not None
        return utc(when.start), when.start, utc(when.start)
    if when.precision is Precision.DATE:
        return utc(datetime.combine(when.first, time())), datetime.combine(when.first, time(9)), None
    return None


@lru_cache(maxsize=10_000)
def chain(when: When, distances: tuple[str, ...]) -> list[tuple[str, datetime, Wanted]]:
    """Each reminder, useful until the one after it; the last until it begins, or its day is over."""
    found = start_of(when)
    if found is None:
        return []
    begin, counted, hours = found
    over = begin if hours else utc(datetime.combine(when.first + DAY, time()))
    said: dict[datetime, str] = {}
    for distance in distances:
        number, unit, clock = distance.partition("@")[0][:-1], distance.partition("@")[0][-1], distance[-5:]
        if unit == "m" and hours is not None:
            said[hours - timedelta(minutes=int(number))] = distance
        elif unit == "d":
            shown = datetime.combine(
                counted.date() - timedelta(days=int(number)),
                time.fromisoformat(clock) if "@" in distance else counted.time(),
            )
            said[utc(shown)] = distance
    ats = sorted(said)
    untils = [*ats[1:], over][: len(ats)]
    return [
        (said[at], begin, Wanted(at, min(until, over), over))
        for at, until in zip(ats, untils, strict=True)
        if at < min(until, over)
    ]


@dataclass(frozen=True)
class Snapshot:
    """All records of a council at a moment."""

    at: datetime
    entries: Sequence[PlanEntry]
    openings: Mapping[str, Opening]
    signups: Sequence[SignUp]
    members: Sequence[Membership]
    rules: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    wishes: Mapping[str, Wishes] = field(default_factory=dict)

    def recess(self, at: datetime) -> bool:
        """Whether the council rests on that day."""
        today = wall(at).date()
        return any(
            entry.when.first <= today <= entry.when.last
            for entry in self.entries
            if entry.kind is Kind.RECESS and on(entry)
        )

    def quiet_until(self, to: str, at: datetime) -> datetime:
        """The end of somebody's quiet hours, found minute by minute; the same instant by day."""
        hours = "21-8" if to == GROUP or to not in self.wishes else self.wishes[to].quiet
        if not hours:
            return at
        begin, _, end = hours.partition("-")
        quiet = {hour % 24 for hour in range(int(begin), int(end) + 24 * (int(end) < int(begin)))}
        while wall(at).hour in quiet:
            at = at.replace(second=0, microsecond=0) + timedelta(minutes=60 - wall(at).minute)
        return at

    @cached_property
    def wanted(self) -> dict[Thing, Wanted]:
        """Everything that should be said if all stays as it is."""
        return {thing: wanted for thing, wanted in self._all() if not self._silent(thing, wanted)}

    def _silent(self, thing: Thing, wanted: Wanted) -> bool:
        return thing[0] == "group" and self.recess(wanted.at)

    def _all(self) -> Iterator[tuple[Thing, Wanted]]:
        for entry in self.entries:
            if on(entry) and not entry.when.edtf.endswith(("?", "%")):
                for distance, begin, wanted in chain(entry.when, self._rule(entry)):
                    yield ("group", GROUP, f"e-{entry.id}", distance, begin), wanted
            if on(entry):
                yield from self._asked(entry)
        for signup in self.signups:
            opening = self.openings[signup.opening_id]
            if signup.state is SignUpState.CONFIRMED and opening.state is not OpeningState.CANCELLED:
                wishes = self.wishes.get(signup.person_id, Wishes())
                for distance, begin, wanted in chain(opening.when, wishes.distances):
                    yield ("remind", signup.person_id, f"s-{signup.id}", distance, begin), wanted
        for opening in self.openings.values():
            yield from self._missing(opening)

    def _rule(self, entry: PlanEntry) -> tuple[str, ...]:
        usual = {
            Kind.MEETING: ("14d", "7d", "1d"),
            Kind.EVENT: ("14d", "7d", "1d"),
            Kind.HEARING: ("14d", "7d", "1d"),
            Kind.ELECTION: ("14d", "7d", "1d"),
            Kind.DEADLINE: ("7d", "1d"),
        }
        for scope in (f"e-{entry.id}", f"a-{entry.activity_id}", entry.kind.value):
            if scope in self.rules:
                return self.rules[scope]
        return usual.get(entry.kind, ())

    def _missing(self, opening: Opening) -> Iterator[tuple[Thing, Wanted]]:
        taken = sum(
            1 + signup.guests
            for signup in self.signups
            if signup.opening_id == opening.id and signup.state is SignUpState.CONFIRMED
        )
        found = start_of(opening.when)
        if found is None or opening.state is OpeningState.CANCELLED or taken >= (opening.target or 0):
            return
        asked = {
            days: utc(datetime.combine(opening.when.first - timedelta(days=days), time(10)))
            for days in (21, 7, 2)
        }
        following = {21: asked[7], 7: asked[2], 2: found[0]}  # useful until it is asked again
        for days, at in asked.items():
            for person in self._secretaries():
                until = following[days]
                yield (
                    ("missing", person, f"o-{opening.id}", f"{days}d", found[0]),
                    Wanted(at, until, found[0]),
                )

    def _asked(self, entry: PlanEntry) -> Iterator[tuple[Thing, Wanted]]:
        unclear = start_of(entry.when) is None or entry.when.uncertain
        if unclear and entry.when.precision is not Precision.UNKNOWN and entry.kind is not Kind.RECESS:
            yield from self._to_leaders("undated", entry, entry.when.first - timedelta(days=21))
        if entry.status is Status.WAITING:
            yield from self._to_leaders("stalled", entry, wall(entry.changed).date() + timedelta(days=21))

    def _to_leaders(self, kind: str, entry: PlanEntry, day: date) -> Iterator[tuple[Thing, Wanted]]:
        at = utc(datetime.combine(day, time(10)))
        for member in self.members:
            if member.role in {Role.CHAIR, Role.SECRETARY}:
                yield (kind, member.id, f"e-{entry.id}", "", at), Wanted(at, at + 7 * DAY, at + 7 * DAY)

    def _secretaries(self) -> list[str]:
        return [member.id for member in self.members if member.role is Role.SECRETARY]


def on(entry: PlanEntry) -> bool:
    """Whether it is on the plan and takes place."""
    return entry.status in {Status.PLANNED, Status.WAITING} and not entry.removed


def mondays(first: datetime, last: datetime) -> list[datetime]:
    """Every Monday at nine on the wall."""
    days = (wall(first).date() + timedelta(days=n) for n in range((last - first).days + 2))
    ats = [utc(datetime.combine(day, time(9))) for day in days if day.weekday() == 0]
    return [at for at in ats if first < at <= last]
