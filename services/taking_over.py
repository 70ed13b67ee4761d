"""What taking over a difference writes: the entry, its history, and what follows for its places."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from council.asking import as_read
from council.comparing import Difference, Kind
from council.editing import amend, changed_fields
from council.permissions import Right
from council.ports import Transaction
from council.records import Change, Membership, PlanEntry, Printed, Proposal, ReadEntry
from services.desk import Actor, Desk, allowed
from services.opening_changes import follow
from services.plan import activity_named, enter


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was taken over, how much was left because it was edited in chat, and lines without a place."""

    added: int
    changed: int
    gone: int
    left: int
    lines: int = 0


def outcome(taken: Iterable[Difference], *, left: int, lines: int = 0) -> Outcome:
    """These differences counted."""
    kinds = [difference.kind for difference in taken]
    return Outcome(kinds.count(Kind.ADDED), kinds.count(Kind.CHANGED), kinds.count(Kind.GONE), left, lines)


async def apply(
    tx: Transaction, desk: Desk, actor: Actor, proposal: Proposal, differences: Iterable[Difference]
) -> None:
    """Write these differences into the open transaction.

    Raises:
        NotAllowed: when the actor may not import.
    """
    member = await allowed(tx, actor, Right.IMPORT_PLAN)
    prints = as_read(proposal)
    for difference in differences:
        line = difference.line
        before, after = await _taken_over(tx, desk, difference, prints.get(line.key) if line else None)
        fields = ("added",) if before is None else changed_fields(before, after)
        if before is not None:
            await follow(tx, desk, actor.council_id, before, after)
        tx.put(_imported(desk.new_id(), member, before, after, fields))


async def _taken_over(
    tx: Transaction, desk: Desk, difference: Difference, base: Printed | None
) -> tuple[PlanEntry | None, PlanEntry]:
    """What stood there and what stands there now.

    What the document prints (`base`) is kept beside an answer that says otherwise: the same document does
    not take the answer back.
    """
    entry, theirs = difference.entry, difference.theirs
    place = difference.line.place if difference.line else 0
    if entry is None:
        assert theirs is not None
        after = replace(await _added(tx, desk, theirs, place), printed=base)
    elif theirs is None:
        # No edition prints it any more: one that does again adds it.
        after = replace(amend(entry, desk.clock.now(), removed=True), printed=None)
    else:
        after = await _changed(tx, desk, entry, theirs, difference)
        after = replace(after, printed=base, source=theirs.source, place_in_plan=place)
    tx.put(after)
    return entry, after


async def _added(tx: Transaction, desk: Desk, theirs: ReadEntry, place: int) -> PlanEntry:
    return await enter(
        tx,
        desk,
        theirs.printed,
        entry_id=desk.new_id(),
        source=theirs.source,
        was=theirs.was,
        place_in_plan=place,
    )


async def _changed(
    tx: Transaction, desk: Desk, entry: PlanEntry, theirs: ReadEntry, difference: Difference
) -> PlanEntry:
    new = {name: getattr(theirs.printed, name) for name in difference.fields}
    if "activity" in new:
        new["activity_id"] = await activity_named(tx, desk, new.pop("activity"))
    return amend(entry, desk.clock.now(), **new, removed=False)


def _imported(
    change_id: str, by: Membership, before: PlanEntry | None, after: PlanEntry, fields: tuple[str, ...]
) -> Change:
    return Change(change_id, after.id, after.changed, by.id, by.name, by.role, fields, before, after)
