"""Changes as notices: after a grace, and each as one with what was changed before it within that time."""

from datetime import datetime

from council.due import GROUP, takes_place
from council.ports import Transaction
from council.records import Activity, Council, Kind, Notice, PlanEntry
from council.taking_back import CHANGES, later, together, untold
from council.times import awake, ends
from services.desk import Desk, council_in

_QUIET_KINDS = frozenset({Kind.RECESS, Kind.TASK})


def put_change(tx: Transaction, notice: Notice, pending: Notice | None, now: datetime) -> bool:
    """Put a change into the ledger; returns whether there is anything to tell."""
    told = later(notice, now)
    if pending is not None and untold(pending, now):
        tx.delete(Notice, pending.id)
        combined = together(pending, told)
        if combined is None:
            return False
        told = combined
    tx.put(told)
    return True


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
    council = await council_in(tx, council_id)
    state = _what(before, after)
    over = ends(after.when, council.zone)
    past = over is not None and over <= desk.clock.now()
    if state is None or after.kind in _QUIET_KINDS or past:
        return
    activity = await tx.get(Activity, after.activity_id) if after.activity_id else None
    notice = Notice(
        id=f"changed:{GROUP}:{after.id}:{after.revision}",
        kind="changed",
        person_id=GROUP,
        facts=tuple(_facts(council, before, after, activity.name if activity else "", state).items()),
        created=desk.clock.now(),
        not_before=awake(desk.clock.now(), council.zone),
        useful=over,
    )
    pending = await untold_of(tx, after.id)
    put_change(tx, notice, pending.get(GROUP), desk.clock.now())


def _what(before: PlanEntry, after: PlanEntry) -> str | None:
    """What the group has to hear: "moved", "cancelled", "reopened" — or None."""
    was_on, is_on = takes_place(before), takes_place(after)
    if was_on and not is_on:
        return "cancelled" if before.when.known and not before.tentative else None
    if not was_on and is_on:
        return "reopened" if after.when.known and not after.tentative else None
    firm = before.when.known and not before.tentative
    elsewhere = before.place and before.place != after.place
    if is_on and firm and (before.when.edtf != after.when.edtf or elsewhere):
        return "moved"
    return None


def _facts(
    council: Council, before: PlanEntry, after: PlanEntry, activity: str, state: str
) -> dict[str, str]:
    return {
        "council": council.id,
        "council_name": council.name,
        "zone": council.zone,
        "entry": after.id,
        "title": after.title,
        "activity": activity,
        "when": after.when.edtf,
        "words": after.when.words,
        "place": after.place,
        "was": before.when.edtf,
        "was_place": before.place,
        "state": state,
    }
