"""Which notices are due: a pure function of the plan, the council's rules, people's wishes and a window.

Nothing here remembers what was sent. Each notice has a key that names who, what, and *the instant it reminds
of*; whoever keeps the ledger of keys leaves out what is in it. An event that moves yields new keys by itself,
one that is cancelled yields none.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from functools import cached_property, lru_cache
from zoneinfo import ZoneInfo

from council.before import before
from council.openings import Opening, OpeningState, SignUp, SignUpState, Tally
from council.places import missing
from council.records import Council, Kind, Membership, PlanEntry, Role, Status
from council.reminding import (
    GROUP_DEFAULTS,
    MISSING_DAYS,
    UNDATED_DAYS,
    WAITING_DAYS,
    CustomReminder,
    Wishes,
)
from council.times import begins, ends, instant
from council.when import Precision, When

GROUP = "group"
"""Stands for the council's group as the one who is reminded."""

_ASKED_AT = 10  # o'clock: when chair, secretary and coordinators are asked
_LEADERS = frozenset({Role.CHAIR, Role.SECRETARY})
_LASTS = timedelta(days=7)  # how long a question to the leaders stays useful


@dataclass(frozen=True, slots=True)
class Due:
    """A notice that falls due `at`, about `subject` (`e-…`, `o-…`, `s-…`) which is at `instant`.

    It is useful until `useful`; `to` is `GROUP` or a person's id. `exact` ones are said at that moment, at
    night as well: that is what was asked for.
    """

    at: datetime
    kind: str
    to: str
    subject: str
    instant: datetime
    useful: datetime
    distance: str = ""
    exact: bool = False

    @property
    def key(self) -> str:
        """Its key in the ledger."""
        return f"{self.kind}:{self.to}:{self.subject}:{self.distance}:{self.instant:%Y%m%dT%H%M}"


@dataclass(frozen=True)
class Year:
    """All that reminders are derived from, of one council. `wishes` are those of people who have said any."""

    council: Council
    entries: Sequence[PlanEntry] = ()
    openings: Sequence[Opening] = ()
    signups: Sequence[SignUp] = ()
    tallies: Mapping[str, Tally] = field(default_factory=dict)
    members: Sequence[Membership] = ()
    rules: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    customs: Sequence[CustomReminder] = ()
    wishes: Mapping[str, Wishes] = field(default_factory=dict)

    @cached_property
    def running(self) -> dict[str, Opening]:
        """Openings that take place, by id."""
        return {each.id: each for each in self.openings if each.state is not OpeningState.CANCELLED}

    @cached_property
    def entry(self) -> dict[str, PlanEntry]:
        """Entries that take place, by id."""
        return {each.id: each for each in self.entries if takes_place(each)}

    @cached_property
    def recesses(self) -> list[tuple[date, date]]:
        """First and last days in which the group is left alone."""
        return [
            (each.when.first, each.when.last)
            for each in self.entries
            if each.kind is Kind.RECESS and takes_place(each) and each.when.precision is not Precision.UNKNOWN
        ]

    @cached_property
    def planned(self) -> tuple[Due, ...]:
        """Everything that is to be said of what is planned, at any time (the weekly overview aside)."""
        return tuple(_planned(self))

    @cached_property
    def _coordinators(self) -> dict[str, list[str]]:
        """Who coordinates an activity, by its id; under "" the secretaries."""
        found = {"": [member.id for member in self.members if member.role is Role.SECRETARY]}
        for member in self.members:
            for activity_id in member.coordinates:
                found.setdefault(activity_id, []).append(member.id)
        return found

    def runners(self, opening: Opening) -> list[str]:
        """Those who run an opening: its activity's coordinators, or else the secretaries."""
        return self._coordinators.get(opening.activity_id) or self._coordinators[""]

    def in_recess(self, at: datetime) -> bool:
        """Whether the group is left alone then."""
        day = at.astimezone(ZoneInfo(self.council.zone)).date()
        return any(first <= day <= last for first, last in self.recesses)


def takes_place(entry: PlanEntry) -> bool:
    """Whether it is on the plan and not cancelled."""
    return not entry.removed and entry.status in {Status.PLANNED, Status.WAITING}


def due(year: Year, after: datetime, until: datetime) -> list[Due]:
    """What falls due after one instant and not after another, in order."""
    window = [each for each in year.planned if after < each.at <= until]
    return sorted(window, key=lambda each: (each.at, each.key))


def next_due(year: Year, after: datetime) -> datetime | None:
    """When something falls due next; None when nothing is ahead."""
    ahead = [each.at for each in year.planned if each.at > after]
    week = next_digest(year.council, after)
    return min([*ahead, *([week] if week else [])], default=None)


def _planned(year: Year) -> Iterator[Due]:
    for entry in year.entry.values():
        yield from _of_entry(year, entry)
    for signup in year.signups:
        if signup.state is SignUpState.CONFIRMED and signup.person_id and signup.opening_id in year.running:
            yield from _of_signup(year, signup)
    for opening in year.running.values():
        yield from _missing(year, opening)
        yield from _unanswered(year, opening)
    asked_for = {each.key: each for custom in year.customs for each in _custom(year, custom)}
    yield from asked_for.values()  # for two reasons, too, somebody is reminded of the same thing once


def digests(year: Year, after: datetime, until: datetime) -> list[Due]:
    """The weekly overviews that fall due in the window; none in a recess."""
    found: list[Due] = []
    at = next_digest(year.council, after)
    while at is not None and at <= until:
        if not year.in_recess(at):
            found.append(Due(at, "digest", GROUP, "week", at, at + timedelta(days=1)))
        at = next_digest(year.council, at)
    return found


def next_digest(council: Council, after: datetime) -> datetime | None:
    """When the weekly overview is posted next; None when the council wants none."""
    if not council.digest:
        return None
    weekday, _, clock = council.digest.partition("@")
    day = after.astimezone(ZoneInfo(council.zone)).date()
    for ahead in range(9):
        candidate = day + timedelta(days=ahead)
        at = instant(datetime.combine(candidate, time.fromisoformat(clock)), council.zone)
        if candidate.isoweekday() == int(weekday) and at > after:
            return at
    raise AssertionError("a week has seven days")


def _of_entry(year: Year, entry: PlanEntry) -> Iterator[Due]:
    zone = year.council.zone
    if not entry.tentative:
        distances = distances_of(year.rules, entry)
        yield from _steps(
            distances, entry.when, zone, kind="group", to=GROUP, subject=f"e-{entry.id}", year=year
        )
    yield from _undated(year, entry)
    yield from _waiting(year, entry)


def distances_of(rules: Mapping[str, tuple[str, ...]], entry: PlanEntry) -> tuple[str, ...]:
    """How long before the group is reminded of an entry: its own rule, its activity's, or its kind's."""
    for scope in (f"e-{entry.id}", f"a-{entry.activity_id}", entry.kind.value):
        if scope in rules:
            return rules[scope]
    return GROUP_DEFAULTS[entry.kind]


def _of_signup(year: Year, signup: SignUp) -> Iterator[Due]:
    opening, zone = year.running[signup.opening_id], year.council.zone
    wishes = year.wishes.get(signup.person_id, _USUAL)
    yield from _steps(
        wishes.distances, opening.when, zone, kind="remind", to=signup.person_id, subject=f"s-{signup.id}"
    )


def _steps(
    distances: Sequence[str],
    when: When,
    zone: str,
    *,
    kind: str,
    to: str,
    subject: str,
    year: Year | None = None,
) -> Iterator[Due]:
    """A reminder at each distance that is of any use; for the group, none in a recess."""
    for at, distance, start, useful in _chain(tuple(distances), when, zone):
        if year is None or not year.in_recess(at):
            yield Due(at, kind, to, subject, start, useful, distance)


@lru_cache(maxsize=4096)  # many people take part in the same thing
def _chain(
    distances: tuple[str, ...], when: When, zone: str
) -> tuple[tuple[datetime, str, datetime, datetime], ...]:
    """When to remind, by which distance, of which instant; useful until the next one, or until it begins."""
    start = begins(when, zone)
    if start is None:
        return ()
    over = start if when.start is not None else ends(when, zone) or start
    steps = sorted({(at, distance) for distance in distances if (at := before(when, distance, zone))})
    following = [*(at for at, _ in steps[1:]), over]
    return tuple(
        (at, distance, start, min(over, after))
        for (at, distance), after in zip(steps, following, strict=False)
        if at < min(over, after)
    )


def _missing(year: Year, opening: Opening) -> Iterator[Due]:
    """To those who run it, on the days before it on which places are still missing."""
    start, zone = begins(opening.when, year.council.zone), year.council.zone
    tally = year.tallies.get(opening.id) or Tally(opening.id)
    if start is None or not missing(opening, tally):
        return
    first = opening.when.first
    steps = [(_at_hour(first - timedelta(days=days), _ASKED_AT, zone), f"{days}d") for days in MISSING_DAYS]
    for number, (at, distance) in enumerate(steps):
        useful = steps[number + 1][0] if number + 1 < len(steps) else start
        for person in year.runners(opening):
            yield Due(at, "missing", person, f"o-{opening.id}", start, useful, distance)


def _unanswered(year: Year, opening: Opening) -> Iterator[Due]:
    """To those who run it, the evening before it: who has not said whether they come."""
    zone = year.council.zone
    start, at = begins(opening.when, zone), before(opening.when, "1d@18:00", zone)
    if start is not None and at is not None:
        for person in year.runners(opening):
            yield Due(at, "unanswered", person, f"o-{opening.id}", start, start, "1d@18:00")


def _undated(year: Year, entry: PlanEntry) -> Iterator[Due]:
    """To chair and secretary, when its month is three weeks away and it has no day, or is tentative."""
    when = entry.when
    if when.precision is Precision.UNKNOWN or entry.kind is Kind.RECESS:
        return
    if when.known and not entry.tentative:
        return
    yield from _to_leaders(year, entry, "undated", when.first - timedelta(days=UNDATED_DAYS))


def _waiting(year: Year, entry: PlanEntry) -> Iterator[Due]:
    """To chair and secretary, when it has waited for somebody for three weeks."""
    if entry.status is Status.WAITING:
        changed = entry.changed.astimezone(ZoneInfo(year.council.zone)).date()
        yield from _to_leaders(year, entry, "stalled", changed + timedelta(days=WAITING_DAYS))


def _to_leaders(year: Year, entry: PlanEntry, kind: str, day: date) -> Iterator[Due]:
    at = _at_hour(day, _ASKED_AT, year.council.zone)
    for member in year.members:
        if member.role in _LEADERS:
            yield Due(at, kind, member.id, f"e-{entry.id}", at, at + _LASTS)


def _custom(year: Year, custom: CustomReminder) -> Iterator[Due]:
    what, _, key = custom.subject.partition("-")
    found = year.entry.get(key) if what == "e" else year.running.get(key)
    start = begins(found.when, year.council.zone) if found else None
    at = before(found.when, custom.distance, year.council.zone) if found else None
    if start is None or at is None or found is None or at <= custom.created:
        return
    day_alone = found.when.start is None
    over = (ends(found.when, year.council.zone) if day_alone else None) or start
    for person in _those(year, custom, key):
        own = custom.to == person  # who asked for that moment means it, at night as well
        yield Due(at, "custom", person, custom.subject, start, over, custom.distance, exact=own)


def _those(year: Year, custom: CustomReminder, key: str) -> list[str]:
    if custom.to != "people":
        return [custom.to]
    openings = {key} | {each.id for each in year.running.values() if each.entry_id == key}
    return [
        signup.person_id
        for signup in year.signups
        if signup.opening_id in openings and signup.person_id and signup.state is SignUpState.CONFIRMED
    ]


def _at_hour(day: date, hour: int, zone: str) -> datetime:
    return instant(datetime.combine(day, time(hour)), zone)


_USUAL = Wishes()
