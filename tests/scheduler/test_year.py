"""A year of a council, with everything that goes wrong, against what should have been said.

SAMSPIL_YEARS=50 lives through so many years instead of a few.
"""

import os
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import pairwise
from pathlib import Path

import pytest

from council.notice import Notice
from storage.memory import MemoryStore
from storage.tinydb_store import TinyStore
from tests.scheduler.acts import ACTS
from tests.scheduler.oracle import DAY, GROUP, Snapshot, Thing, Wanted, mondays
from tests.scheduler.simulated import BEGIN, END, GROUP_CHAT, MINUTE, Said, Simulation

YEARS = int(os.environ.get("SAMSPIL_YEARS", "2"))
QUARTER = 15 * MINUTE
TROUBLE = timedelta(hours=2)
"""How much later something may be said that could not be sent at first."""
DERIVED = {"group", "remind", "missing", "undated", "stalled"}


class Review:
    """What was said in a year, and what should have been."""

    def __init__(self, year: Simulation) -> None:
        self.year = year
        self.moments = [snapshot.at for snapshot in year.snapshots]
        self.said: dict[Thing, list[Said]] = defaultdict(list)
        for said in year.voice.said:
            for notice in said.notices:
                self.said[thing(notice)].append(said)

    def then(self, at: datetime) -> Snapshot:
        """How things stood."""
        return self.year.snapshots[max(0, bisect_right(self.moments, at) - 1)]

    def back(self, at: datetime) -> datetime | None:
        """The same instant if the bot is up (and not killed just then), or when it is again."""
        return next((max(begin, at) for begin, end in self.year.up if end > max(begin, at)), None)

    def held(self, what: Thing, after: datetime, until: datetime) -> bool:
        """Whether it was wanted all the time."""
        first, last = bisect_right(self.moments, after) - 1, bisect_right(self.moments, until)
        return all(what in snapshot.wanted for snapshot in self.year.snapshots[max(0, first) : last])

    def slack(self, to: str, at: datetime) -> timedelta:
        """How late something may be: not at all, unless it could not be sent at first."""
        chat = GROUP_CHAT if to == GROUP else int(to)
        failed = self.year.voice.failed
        return TROUBLE if any(whom == chat and abs(when - at) < DAY for when, whom in failed) else MINUTE

    def wanted(self) -> Iterator[tuple[Thing, Wanted]]:
        """Everything that was to be said at a time when its time had come."""
        ends = [*self.moments[1:], END]
        for snapshot, end in zip(self.year.snapshots, ends, strict=True):
            for what, wanted in snapshot.wanted.items():
                if max(snapshot.at, BEGIN) < wanted.at < end:
                    yield what, wanted

    def first_chance(self, what: Thing, wanted: Wanted) -> datetime | None:
        """When it can be said first: the bot is up, and it is not night (or would be too late afterwards)."""
        at = self.back(wanted.at)
        while at is not None and at < wanted.useful:
            snapshot = self.then(at)
            morning = snapshot.quiet_until(what[1], at)
            if morning == at or morning >= wanted.last:
                away = what[1] == GROUP and snapshot.recess(at)
                return None if away else at
            at = self.back(morning)
        return None


def thing(notice: Notice) -> Thing:
    assert notice.instant is not None or notice.kind not in DERIVED
    at = notice.instant or notice.created
    return notice.kind, notice.person_id, notice.fact("subject"), notice.fact("distance"), at


def check_nothing_is_missed(review: Review) -> int:
    """All that could be said in time was, at the first chance; returns how many."""
    count, changed = 0, 0
    for what, wanted in review.wanted():
        at = review.first_chance(what, wanted)
        if at is None or at >= review.year.up[-1][1] or not review.held(what, wanted.at, at):
            continue
        if what[1] != GROUP and not same_wishes(review, what[1], wanted.at, at):
            changed += 1
            continue
        slack = review.slack(what[1], at)
        if slack > MINUTE and at + slack >= wanted.useful:
            continue
        found = [said.at for said in review.said[what]]
        assert any(wanted.at - QUARTER <= when <= at + slack for when in found), (what, wanted, at, found)
        count += 1
    assert changed < count / 20
    return count


def same_wishes(review: Review, person: str, after: datetime, until: datetime) -> bool:
    return review.then(after).wishes.get(person) == review.then(until).wishes.get(person)


def check_overviews(review: Review) -> int:
    """Every Monday at nine, unless the bot was down for a day or the council rests."""
    count = 0
    for monday in mondays(BEGIN, END):
        what = ("digest", GROUP, "week", "", monday)
        at = review.first_chance(what, Wanted(monday, monday + DAY, monday + DAY))
        rests = review.then(monday).recess(monday)
        if at is None or rests or at >= review.year.up[-1][1]:
            assert not (rests and review.said[what])
            continue
        slack = review.slack(GROUP, at)
        if slack > MINUTE and at + slack >= monday + DAY:
            continue
        assert any(monday <= said.at <= at + slack for said in review.said[what]), (monday, at)
        count += 1
    return count


def check_nothing_twice(review: Review) -> None:
    """A message comes again only when the bot was killed before it could note that it was sent."""
    times: Counter[str] = Counter()
    killed: Counter[str] = Counter()
    for said in review.year.voice.said:
        times.update(notice.id for notice in said.notices)
        if said.killed:
            killed.update(notice.id for notice in said.notices)
    assert {key: number for key, number in times.items() if number > 1 + killed[key]} == {}
    for what, said_at in review.said.items():
        if what[0] in DERIVED:
            assert len(said_at) <= 1 + sum(said.killed for said in said_at), what


def check_nothing_that_no_longer_holds(review: Review) -> None:
    """Nothing is said of what is not so then, of what is over, or of what was so only after its time."""
    for what, messages in review.said.items():
        if what[0] not in DERIVED:
            continue
        for said in messages:
            wanted = review.then(said.at).wanted.get(what)
            assert wanted is not None, (what, said.at)
            assert said.at < wanted.useful, (what, said.at)
            early = wanted.at - said.at
            company = [each for each in said.notices if each.instant and thing(each) != what]
            assert early <= timedelta(0) or (early <= QUARTER and company), (what, said.at)
            in_time = (
                what in review.then(wanted.at + MINUTE).wanted
            )  # a change just after counts as just before
            assert early > timedelta(0) or in_time, (what, wanted, said.at)


def check_nights(review: Review) -> None:
    """Nobody is woken unless what it is about would be over; the group is left alone in a recess."""
    for what, messages in review.said.items():
        for said in messages:
            if what[0] not in DERIVED | {"unanswered", "digest"}:
                continue
            snapshot = review.then(said.at)
            wanted = snapshot.wanted.get(what)
            last = wanted.last if wanted else max(what[4], said.at + DAY if what[0] == "digest" else what[4])
            morning = snapshot.quiet_until(what[1], said.at)
            assert morning == said.at or morning >= last, (what, said.at)
            assert what[1] != GROUP or not snapshot.recess(said.at), (what, said.at)


def check_one_thought(review: Review) -> int:
    """What could have been said together was; returns how many messages were about several things."""
    by_chat: dict[int, list[Said]] = defaultdict(list)
    for said in review.year.voice.said:
        if said.notices[0].kind == "remind":
            by_chat[said.chat_id].append(said)
    failed = {(chat, at) for at, chat in review.year.voice.failed}
    together = 0
    for chat, messages in by_chat.items():
        together += sum(len(said.notices) > 1 for said in messages)
        for first, second in pairwise(messages):
            apart = second.at - first.at
            unlucky = first.killed or any(c == chat and first.at <= at <= second.at for c, at in failed)
            if apart > QUARTER or unlucky:
                continue
            before = review.then(first.at).wanted
            late = [thing(notice) for notice in second.notices]
            assert not any(what in before and before[what].at <= first.at + QUARTER for what in late), (
                chat,
                first.at,
                second.at,
                late,
            )
    return together


async def lived(store: MemoryStore | TinyStore, seed: int, end: datetime, **sizes: int) -> Review:
    year = Simulation(store, seed, ACTS, **sizes)
    await year.run(end)
    return Review(year)


def check(review: Review) -> tuple[int, int]:
    check_nothing_twice(review)
    check_nothing_that_no_longer_holds(review)
    check_nights(review)
    together = check_one_thought(review)
    check_overviews(review)
    return check_nothing_is_missed(review), together


@pytest.mark.parametrize("seed", range(YEARS))
async def test_a_year_with_all_that_goes_wrong(seed: int) -> None:
    review = await lived(MemoryStore(), seed, END, people=200, entries=30, meetings=12)
    wanted, together = check(review)
    year = review.year
    assert year.changes > 300
    assert wanted > 500
    assert together > 0
    assert sum(said.killed for said in year.voice.said) >= 3
    assert len(year.up) > 8


async def test_some_weeks_on_the_disk(tmp_path: Path) -> None:
    async with TinyStore.open(tmp_path) as store:
        review = await lived(store, 7, BEGIN + 100 * DAY, people=25, entries=20, meetings=6)
        wanted, _ = check(review)
    assert wanted > 20
