"""From what is planned to the ledger: every reminder that falls due is written there once, by its key."""

import asyncio
from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from council.due import Due, Year, digests, due, next_due
from council.notice import Notice
from council.openings import Opening, SignUp, Tally
from council.ports import Transaction
from council.quiet import when_to_say
from council.records import Council, Membership, PlanEntry
from council.reminding import CustomReminder, Horizon, ReminderRule, Wishes
from council.times import ends
from services.reminding import DERIVED

HORIZON = "horizon"
TOGETHER = timedelta(minutes=15)
"""Reminders to one person within this time are one message (a person has one thought at a time)."""

_JUST_NOW = timedelta(
    minutes=1
)  # a change is heard of when it is safe on the disk, a little after it was made
_JOIN = frozenset({"remind"})  # are said earlier together with others
_NOT_IN_RECESS = frozenset({"group", "digest"})


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


async def plan(
    tx: Transaction,
    council: Council,
    now: datetime,
    *,
    anew: bool,
    since: datetime | None = None,
    besides: Collection[str] = (),
) -> datetime | None:
    """Write to the ledger what has fallen due, in an open transaction; returns when something does next.

    Without `anew` nothing is read as long as the next instant has not come and nothing is about to be said.
    `since` is when the change was that makes it necessary: what would have fallen due before it is not made
    up for (whoever signs up today is not reminded at once, as of yesterday). Nor is what fell due before the
    bot planned for this council for the first time. `besides` are on their way already.
    """
    horizon = await tx.get(Horizon, HORIZON) or Horizon(HORIZON, now)
    is_due = horizon.next is not None and horizon.next <= now
    ripe = [notice for notice in await _ripe(tx, now) if notice.id not in besides]
    if not (anew or is_due or ripe):
        return horizon.next
    year = await year_in(tx, council)
    await asyncio.to_thread(lambda: year.planned)  # found once, and beside the event loop
    told = _review(tx, year, ripe, now)
    after = horizon.until if since is None or is_due else max(horizon.until, since - _JUST_NOW)
    for each in (*due(year, after, now), *digests(year, after, now)):
        told |= await _write(tx, year, each, now)
    for each in year.planned:
        if each.to in told and each.kind in _JOIN and now < each.at <= now + TOGETHER:
            await _write(tx, year, each, now)
    ahead = (next_due(year, now), _close(tx, year, horizon.until, now))
    following = Horizon(HORIZON, now, min((at for at in ahead if at is not None), default=None))
    tx.put(following)
    return following.next


def _close(tx: Transaction, year: Year, after: datetime, now: datetime) -> datetime | None:
    """Have the cards of openings look again that closed or are over since; returns when one does next."""
    ahead: list[datetime] = []
    for opening in year.running.values():
        for at in (opening.closes, ends(opening.when, year.council.zone)):
            if at is not None and after < at <= now:
                tx.put(year.tallies.get(opening.id) or Tally(opening.id))
            elif at is not None and at > now:
                ahead.append(at)
    return min(ahead, default=None)


async def _ripe(tx: Transaction, now: datetime) -> list[Notice]:
    """Reminders that wait in the ledger and are to be said now."""
    return [
        notice
        for notice in await tx.find(Notice, state="waiting")
        if notice.kind in DERIVED and (notice.not_before is None or notice.not_before <= now)
    ]


def _review(tx: Transaction, year: Year, ripe: Sequence[Notice], now: datetime) -> set[str]:
    """Look again at what was written earlier: it may hold no longer, or it is night by now.

    Returns:
        Who is reminded now.
    """
    told: set[str] = set()
    keys = {each.key for each in year.planned} if ripe else set()
    exact = {each.key for each in year.planned if each.exact} if ripe else set()
    for notice in ripe:
        assert notice.instant is not None
        assert notice.useful is not None
        last = max(notice.useful, notice.instant)
        wishes = year.wishes.get(notice.person_id, Wishes())
        say_at = when_to_say(notice.person_id, last, wishes, now, year.council.zone)
        if not _holds(year, notice, keys, now):
            tx.put(replace(notice, state="skipped", reason="changed"))
        elif say_at > now and notice.id not in exact:
            tx.put(replace(notice, not_before=say_at))
        elif notice.kind in _JOIN:
            told.add(notice.person_id)
    return told


def _holds(year: Year, notice: Notice, keys: set[str], now: datetime) -> bool:
    assert notice.instant is not None
    if notice.kind in _NOT_IN_RECESS and year.in_recess(now):
        return False
    if notice.kind != "digest":
        passed_on = notice.id.removesuffix(f":{notice.person_id}")  # see services/notices.py
        return notice.id in keys or passed_on in keys
    return bool(digests(year, notice.instant - timedelta(seconds=1), notice.instant))


async def _write(tx: Transaction, year: Year, each: Due, now: datetime) -> set[str]:
    """Into the ledger, unless it is there; returns who is reminded now, if anybody."""
    if await tx.get(Notice, each.key) is not None:
        return set()
    last = max(each.useful, each.instant)
    wishes = year.wishes.get(each.to, Wishes())
    say_at = now if each.exact else when_to_say(each.to, last, wishes, now, year.council.zone)
    late = each.useful <= now
    away = each.kind in _NOT_IN_RECESS and year.in_recess(now)
    tx.put(
        Notice(
            id=each.key,
            kind=each.kind,
            person_id=each.to,
            facts=(
                ("council", year.council.id),
                ("subject", each.subject),
                ("distance", each.distance),
                ("title", _title(year, each.subject)),
            ),
            created=now,
            state="skipped" if late or away else "waiting",
            reason="late" if late else "recess" if away else "",
            not_before=say_at if say_at > now else None,
            instant=each.instant,
            useful=each.useful,
        )
    )
    await _ask(tx, each, late=late)
    return {each.to} if each.kind in _JOIN and not late and say_at <= now else set()


def _title(year: Year, subject: str) -> str:
    """What it is about, for the ledger; what is said is read when it is sent."""
    what, _, key = subject.partition("-")
    if what == "e":
        entry = year.entry.get(key)
        return entry.title if entry else ""
    opening = year.running.get(key.partition("-")[0])
    return opening.title if opening else ""


async def _ask(tx: Transaction, each: Due, *, late: bool) -> None:
    """The first reminder asks whether they come; it stays asked until they answer."""
    if each.kind == "remind" and not late:
        signup = await tx.get(SignUp, each.subject.removeprefix("s-"))
        if signup is not None and not signup.still:
            tx.put(replace(signup, still="asked"))
