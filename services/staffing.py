"""Need against have, for every opening that somebody runs."""

from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from council.openings import Opening, OpeningState, Tally
from council.permissions import Right, may
from council.places import is_over, missing
from council.records import Activity, Council, Membership
from council.refusals import NotAllowed
from council.times import begins
from services.desk import Actor, Desk, council_in

_WEEK = 7


@dataclass(frozen=True, slots=True)
class Staffed:
    """One opening: how many there are, are wanted (None: no number was set), are asked or wait; days left."""

    opening: Opening
    tally: Tally
    missing: int | None
    days: int | None

    @property
    def weeks(self) -> int | None:
        """Whole weeks left."""
        return None if self.days is None else self.days // _WEEK

    @property
    def below_minimum(self) -> bool:
        """Whether even the least that is needed is not there."""
        return self.tally.taken < self.opening.minimum


@dataclass(frozen=True, slots=True)
class Staffing:
    """Every opening that is coming, the next first."""

    council: Council
    lines: tuple[Staffed, ...]
    today: date
    activities: dict[str, str]

    @property
    def missing(self) -> int:
        """How many are wanted in all."""
        return sum(line.missing or 0 for line in self.lines)


class Staffings:
    """The use case behind `/staffing`."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    async def staffing(self, actor: Actor) -> Staffing:
        """Need against have.

        Raises:
            NotAllowed: somebody who runs no opening and is not on the council.
        """
        now = self._desk.clock.now()
        async with self._desk.store.transaction(actor.council_id) as tx:
            council = await council_in(tx, actor.council_id)
            viewer = await tx.get(Membership, actor.person_id)
            if not _sees(viewer):
                raise NotAllowed(Right.RUN_OPENINGS)
            lines = [
                _staffed(opening, await tx.get(Tally, opening.id) or Tally(opening.id), now, council.zone)
                for opening in await tx.find(Opening)
                if opening.state is not OpeningState.CANCELLED
                and not is_over(opening, now, council.zone)
                and may(viewer, Right.RUN_OPENINGS, opening.activity_id)
            ]
            activities = {activity.id: activity.name for activity in await tx.find(Activity)}
        lines.sort(key=lambda line: (line.opening.when.order, line.opening.title))
        today = now.astimezone(ZoneInfo(council.zone)).date()
        return Staffing(council, tuple(lines), today, activities)


def _sees(viewer: Membership | None) -> bool:
    return viewer is not None and (may(viewer, Right.RUN_OPENINGS) or bool(viewer.coordinates))


def _staffed(opening: Opening, tally: Tally, now: datetime, zone: str) -> Staffed:
    begin = begins(opening.when, zone)
    if begin is None and opening.when.order[0] != date.max.year:
        begin = datetime.combine(opening.when.first, datetime.min.time(), ZoneInfo(zone))
    days = None if begin is None else max(0, (begin - now).days)
    return Staffed(opening, tally, missing(opening, tally), days)
