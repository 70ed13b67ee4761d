"""Changes as notices: after a grace, and each as one with what was changed before it within that time."""

from dataclasses import replace
from datetime import datetime

from council.due import GROUP
from council.notice import Notice
from council.ports import Transaction
from council.records import Activity, Council, Kind, PlanEntry, Status
from council.taking_back import CHANGES, GRACE, heard, later, together, untold
from council.times import awake, ends
from council.when import When
from services.desk import Desk, council_in

_QUIET_KINDS = frozenset({Kind.RECESS, Kind.TASK})


def put_change(tx: Transaction, notice: Notice, pending: Notice | None, now: datetime) -> Notice | None:
    """Put a change for somebody into the ledger; returns what is told, or None when nothing is left of it."""
    told: Notice | None = notice
    if pending is not None and untold(pending, now):
        tx.delete(Notice, pending.id)
        told = together(pending, notice)
    if told is not None:
        tx.put(later(told, now))
    return told


async def untold_of(tx: Transaction, subject: str) -> dict[str, Notice]:
    """Changes of one opening or entry that wait, by whom they are for."""
    waiting = await tx.find(Notice, state="waiting")
    return {
        notice.person_id: notice
        for notice in waiting
        if notice.kind in CHANGES and subject in {notice.fact("opening"), notice.fact("entry")}
    }


async def announce(tx: Transaction, desk: Desk, council_id: str, before: PlanEntry, after: PlanEntry) -> None:
    """Tell the group that an entry with a firm time is moved, cancelled, or takes place after all."""
    council, now = await council_in(tx, council_id), desk.clock.now()
    pending = (await untold_of(tx, after.id)).get(GROUP)
    if pending is not None and untold(pending, now):
        tx.delete(Notice, pending.id)
        before = _as_heard(before, pending)
    state, over = _what(before, after), ends(after.when, council.zone)
    if state is None or after.kind in _QUIET_KINDS or (over is not None and over <= now):
        return
    activity = await tx.get(Activity, after.activity_id) if after.activity_id else None
    notice = Notice(
        id=f"changed:{GROUP}:{after.id}:{after.revision}",
        kind="changed",
        person_id=GROUP,
        facts=tuple(_facts(council, before, after, activity.name if activity else "", state).items()),
        created=now,
        not_before=awake(now + GRACE, council.zone),
        useful=over,
    )
    tx.put(notice)


def _as_heard(entry: PlanEntry, pending: Notice) -> PlanEntry:
    """The entry as the group knows it."""
    known = heard(pending)
    status = Status.PLANNED if known.on else Status.CANCELLED
    return replace(entry, when=When(known.when), place=known.place, status=status, removed=False)


def _what(before: PlanEntry, after: PlanEntry) -> str | None:
    """What the group has to hear: "moved", "cancelled", "reopened" — or None."""
    if after.status is Status.DONE:
        return None
    was_on, is_on = not _off(before), not _off(after)
    if was_on and not is_on:
        return "cancelled" if before.when.known and not before.tentative else None
    if not was_on and is_on:
        return "reopened" if after.when.known and not after.tentative else None
    firm = before.when.known and not before.tentative
    elsewhere = before.place and before.place != after.place
    if is_on and firm and (before.when.edtf != after.when.edtf or elsewhere):
        return "moved"
    return None


def _off(entry: PlanEntry) -> bool:
    return entry.removed or entry.status is Status.CANCELLED


def _facts(
    council: Council, before: PlanEntry, after: PlanEntry, activity: str, state: str
) -> dict[str, str]:
    shown = before if state == "cancelled" else after
    return {
        "council": council.id,
        "council_name": council.name,
        "zone": council.zone,
        "entry": after.id,
        "title": after.title,
        "activity": activity,
        "when": shown.when.edtf,
        "words": shown.when.words,
        "place": shown.place,
        "was": before.when.edtf,
        "was_place": before.place,
        "state": state,
    }
