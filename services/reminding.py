"""What a reminder says: read when it is sent, so that it is never about what no longer holds."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import msgspec

from council.due import takes_place
from council.notice import Notice
from council.openings import Opening, OpeningState, SignUp, SignUpState, Tally
from council.overview import on_plan
from council.places import missing
from council.ports import Transaction
from council.records import Activity, Council, Kind, PlanEntry, Status
from council.taking_back import CHANGES
from council.times import begins
from services.boards import facts_of, part_of
from services.desk import Desk

Facts = dict[str, str]
DERIVED = frozenset({"remind", "group", "custom", "digest", "missing", "unanswered", "undated", "stalled"})
"""Kinds of notices that are derived from the plan; what they say is read when they are sent."""

_WEEKS = 2  # that the weekly overview looks ahead
_MOST_LINES = 12
_MOST_QUESTIONS = 2


class Digest(msgspec.Struct):
    """The weekly overview as data: what is this week and the next, open places, what is uncertain."""

    this_week: list[tuple[str, str]] = []
    next_week: list[tuple[str, str]] = []
    places: list[tuple[str, str, int, int, str]] = []
    uncertain: list[tuple[str, str]] = []

    @property
    def empty(self) -> bool:
        """Whether there is nothing to say."""
        return not (self.this_week or self.next_week or self.places or self.uncertain)


class Reminding:
    """The use case of whoever sends reminders."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    async def current(self, council_id: str, notice: Notice) -> Notice | None:
        """The notice with what it says now; None when what it reminds of no longer holds."""
        if notice.kind not in DERIVED and notice.kind not in CHANGES:
            return notice
        async with self._desk.store.transaction(council_id) as tx:
            if notice.kind in CHANGES:
                return notice if await _concerned(tx, notice) else None
            council = await tx.get(Council, council_id)
            facts = await _READ[notice.kind](tx, council, notice) if council else None
        if facts is None:
            return None
        return replace(notice, facts=tuple((dict(notice.facts) | facts).items()))


async def _concerned(tx: Transaction, notice: Notice) -> bool:
    """Whether a change still concerns whoever is told: they may have withdrawn before they heard of it."""
    if not notice.fact("signup"):
        return True
    signup = await tx.get(SignUp, notice.fact("signup"))
    return signup is not None and signup.active


async def _of_signup(tx: Transaction, council: Council, notice: Notice) -> Facts | None:
    signup = await tx.get(SignUp, _key(notice))
    opening = await tx.get(Opening, signup.opening_id) if signup else None
    if signup is None or opening is None or signup.state is not SignUpState.CONFIRMED:
        return None
    if not _runs(opening) or begins(opening.when, council.zone) != notice.instant:
        return None
    activity = await part_of(tx, opening)
    asks = "" if signup.still == "yes" or signup.seeking or await _asked_twice(tx, notice) else "yes"
    return facts_of(council, opening) | {
        "activity": activity,
        "asks": asks,
        "guests": str(signup.guests),
    }


async def _asked_twice(tx: Transaction, notice: Notice) -> bool:
    """Whether they were asked twice for this time: then the coordinator sees it, and they are left alone."""
    sent = [each for each in await tx.find(Notice, person_id=notice.person_id) if each.state == "sent"]
    same = [each for each in sent if each.kind == notice.kind and each.instant == notice.instant]
    return sum(each.fact("subject") == notice.fact("subject") for each in same) >= _MOST_QUESTIONS


async def _of_opening(tx: Transaction, council: Council, notice: Notice) -> Facts | None:
    opening = await tx.get(Opening, _key(notice))
    if opening is None or not _runs(opening) or begins(opening.when, council.zone) != notice.instant:
        return None
    return facts_of(council, opening) | {"activity": await part_of(tx, opening)}


async def _missing(tx: Transaction, council: Council, notice: Notice) -> Facts | None:
    facts = await _of_opening(tx, council, notice)
    opening = await tx.get(Opening, _key(notice))
    if facts is None or opening is None:
        return None
    tally = await tx.get(Tally, opening.id) or Tally(opening.id)
    gap = missing(opening, tally)
    if not gap:
        return None
    return facts | {
        "have": str(tally.taken),
        "need": str(opening.goal or 0),
        "gap": str(gap),
        "unit": opening.unit.value,
        "below": "yes" if tally.taken < opening.minimum else "",
    }


async def _unanswered(tx: Transaction, council: Council, notice: Notice) -> Facts | None:
    facts = await _of_opening(tx, council, notice)
    if facts is None:
        return None
    silent = [
        signup.name
        for signup in await tx.find(SignUp, opening_id=_key(notice))
        if signup.state is SignUpState.CONFIRMED and signup.still == "asked"
    ]
    return facts | {"count": str(len(silent)), "names": "\n".join(silent[:_MOST_LINES])} if silent else None


async def _of_entry(tx: Transaction, council: Council, notice: Notice) -> Facts | None:
    entry = await tx.get(PlanEntry, _key(notice))
    if entry is None or not takes_place(entry) or begins(entry.when, council.zone) != notice.instant:
        return None
    return await _entry_facts(tx, council, entry)


async def _undated(tx: Transaction, council: Council, notice: Notice) -> Facts | None:
    entry = await tx.get(PlanEntry, _key(notice))
    if entry is None or not takes_place(entry) or (entry.when.known and not entry.tentative):
        return None
    return await _entry_facts(tx, council, entry)


async def _stalled(tx: Transaction, council: Council, notice: Notice) -> Facts | None:
    entry = await tx.get(PlanEntry, _key(notice))
    if entry is None or not takes_place(entry) or entry.status is not Status.WAITING:
        return None
    return await _entry_facts(tx, council, entry) | {"waiting_for": entry.waiting_for}


async def _custom(tx: Transaction, council: Council, notice: Notice) -> Facts | None:
    if notice.fact("subject").startswith("e-"):
        return await _of_entry(tx, council, notice)
    return await _of_opening(tx, council, notice)


async def _entry_facts(tx: Transaction, council: Council, entry: PlanEntry) -> Facts:
    activity = await tx.get(Activity, entry.activity_id) if entry.activity_id else None
    openings = [each for each in await tx.find(Opening, entry_id=entry.id) if _runs(each)]
    places = [
        (each.title, tally.taken, each.goal or 0, each.unit.value, each.id)
        for each in openings[:_MOST_LINES]
        if missing(each, tally := await tx.get(Tally, each.id) or Tally(each.id))
    ]
    return {
        "council": council.id,
        "council_name": council.name,
        "zone": council.zone,
        "entry": entry.id,
        "title": entry.title,
        "activity": activity.name if activity else "",
        "when": entry.when.edtf,
        "words": entry.when.words,
        "place": entry.place,
        "places": msgspec.json.encode(places).decode(),
        "deadline": "yes" if entry.kind is Kind.DEADLINE else "",
    }


async def _digest(tx: Transaction, council: Council, notice: Notice) -> Facts | None:
    assert notice.instant is not None
    digest = await digest_in(tx, council, notice.instant)
    if digest.empty:
        return None
    return {
        "council": council.id,
        "council_name": council.name,
        "zone": council.zone,
        "data": msgspec.json.encode(digest).decode(),
    }


async def digest_in(tx: Transaction, council: Council, at: datetime) -> Digest:
    """What a council has before it in the weeks after an instant."""
    day = at.astimezone(ZoneInfo(council.zone)).date()
    monday = day - timedelta(days=day.weekday())
    following, end = monday + timedelta(weeks=1), monday + timedelta(weeks=_WEEKS)
    digest = Digest()
    for entry in on_plan(await tx.find(PlanEntry)):
        if not takes_place(entry) or entry.kind is Kind.RECESS:
            continue
        line = (entry.title, entry.when.edtf)
        if not entry.when.known or entry.tentative:
            if day <= entry.when.last and entry.when.first < monday + timedelta(weeks=5):
                digest.uncertain.append(line)
        elif day <= entry.when.last and entry.when.first < following:
            digest.this_week.append(line)
        elif following <= entry.when.first < end:
            digest.next_week.append(line)
    for opening in sorted(await tx.find(Opening), key=lambda each: each.when.order):
        tally = await tx.get(Tally, opening.id) or Tally(opening.id)
        start = begins(opening.when, council.zone)
        if opening.state is OpeningState.OPEN and missing(opening, tally) and (start is None or start > at):
            activity = await part_of(tx, opening)
            title = opening.title
            if activity and not title.casefold().startswith(activity.casefold()):
                title = f"{activity}: {title}"
            digest.places.append(
                (title, opening.when.edtf, tally.taken, opening.goal or 0, opening.unit.value)
            )
    return Digest(
        digest.this_week[:_MOST_LINES],
        digest.next_week[:_MOST_LINES],
        digest.places[:_MOST_LINES],
        digest.uncertain[:_MOST_LINES],
    )


def _runs(opening: Opening) -> bool:
    return opening.state is not OpeningState.CANCELLED


def _key(notice: Notice) -> str:
    return notice.fact("subject").partition("-")[2]


_READ: dict[str, Callable[[Transaction, Council, Notice], Awaitable[Facts | None]]] = {
    "remind": _of_signup,
    "group": _of_entry,
    "custom": _custom,
    "digest": _digest,
    "missing": _missing,
    "unanswered": _unanswered,
    "undated": _undated,
    "stalled": _stalled,
}
