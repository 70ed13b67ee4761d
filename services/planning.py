"""From what is planned to the ledger: every reminder that falls due is written there once, by its key."""

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from council.due import GROUP, Due, Year, digests, due, next_due, planned, when_to_say
from council.openings import Opening, SignUp, Tally
from council.ports import Transaction
from council.records import Council, Membership, Notice, PlanEntry
from council.reminding import CustomReminder, Horizon, ReminderRule, Wishes

HORIZON = "horizon"
TOGETHER = timedelta(minutes=15)
"""Reminders to one person within this time are one message (a person has one thought at a time)."""


async def year_in(tx: Transaction, council: Council) -> Year:
    """All that a council's reminders are derived from."""
    return Year(
        council=council,
        entries=await tx.find(PlanEntry),
        openings=await tx.find(Opening),
        signups=await tx.find(SignUp),
        tallies={tally.id: tally for tally in await tx.find(Tally)},
        members=await tx.find(Membership),
        rules={rule.id: rule.distances for rule in await tx.find(ReminderRule)},
        customs=await tx.find(CustomReminder),
        wishes={wishes.id: wishes for wishes in await tx.find(Wishes)},
    )


async def plan(tx: Transaction, council: Council, now: datetime, *, anew: bool) -> datetime | None:
    """Write to the ledger what has fallen due, in an open transaction; returns when something does next.

    Without `anew` nothing is read as long as the next instant has not come. What fell due before the bot
    planned for this council for the first time is not made up for.
    """
    horizon = await tx.get(Horizon, HORIZON) or Horizon(HORIZON, now)
    is_due = horizon.next is not None and horizon.next <= now
    if not (anew or is_due):
        return horizon.next
    year = await year_in(tx, council)
    fallen = [*due(year, horizon.until, now), *digests(year, horizon.until, now)]
    for each in (*fallen, *await asyncio.to_thread(_with_them, year, fallen, now)):
        await _write(tx, year, each, now)
    following = Horizon(HORIZON, now, await asyncio.to_thread(next_due, year, now))
    if fallen or following.next != horizon.next or await tx.get(Horizon, HORIZON) is None:
        tx.put(following)
    return following.next


def _with_them(year: Year, fallen: Sequence[Due], now: datetime) -> list[Due]:
    """What would be said to the same people within a quarter of an hour, to be said together with it."""
    people = {each.to for each in fallen if _joins(each)}
    if not people:
        return []
    return [
        each
        for each in planned(year)
        if each.to in people and _joins(each) and now < each.at <= now + TOGETHER
    ]


def _joins(each: Due) -> bool:
    return each.to != GROUP and each.kind == "remind" and not each.exact


async def _write(tx: Transaction, year: Year, each: Due, now: datetime) -> None:
    if await tx.get(Notice, each.key) is not None:
        return
    say_at = when_to_say(each, year.wishes.get(each.to, Wishes()), now, year.council.zone)
    late = each.useful <= now
    tx.put(
        Notice(
            id=each.key,
            kind=each.kind,
            person_id=each.to,
            facts=(("council", year.council.id), ("subject", each.subject), ("distance", each.distance)),
            created=now,
            state="skipped" if late else "waiting",
            reason="late" if late else "",
            not_before=say_at if say_at > now else None,
            instant=each.instant,
            useful=each.useful,
        )
    )
    await _ask(tx, each, late=late)


async def _ask(tx: Transaction, each: Due, *, late: bool) -> None:
    """The first reminder asks whether they come; it stays asked until they answer."""
    if each.kind == "remind" and not late:
        signup = await tx.get(SignUp, each.subject.removeprefix("s-"))
        if signup is not None and not signup.still:
            tx.put(replace(signup, still="asked"))
