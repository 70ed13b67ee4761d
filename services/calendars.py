"""Calendar files of the plan: the whole of it, one activity, or one entry."""

import asyncio
from dataclasses import dataclass, replace

from calendars import CalendarFeed, CalendarWords, write_calendar
from council.openings import OpeningState
from council.ports import Transaction
from council.records import Activity, PlanEntry, Status
from council.refusals import NoSuchActivity, NoSuchEntry
from council.when import When
from services.boards import OpeningPage
from services.desk import Actor, Desk, council_in


@dataclass(frozen=True, slots=True)
class CalendarFile:
    """A file to send: its name (without ending), how many entries it holds, its bytes."""

    name: str
    count: int
    content: bytes


class Calendars:
    """The use cases about calendar files."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    async def file(
        self, actor: Actor, words: CalendarWords, *, entry_id: str = "", activity_id: str = ""
    ) -> CalendarFile:
        """The calendar of one entry, one activity, or (both "") the whole plan, said in `words`.

        Raises:
            NoSuchEntry, NoSuchActivity: when it is not on the plan.
        """
        async with self._desk.store.transaction(actor.council_id) as tx:
            council = await council_in(tx, actor.council_id)
            activities = {activity.id: activity.name for activity in await tx.find(Activity)}
            name, entries = await _chosen(tx, council.name, activities, entry_id, activity_id)
        feed = CalendarFeed(council.id, name, council.zone, entry_id or activity_id, activities)
        # Building takes a fifth of a millisecond per entry; others are answered meanwhile.
        content = await asyncio.to_thread(write_calendar, feed, entries, words)
        return CalendarFile(name, sum(not entry.removed for entry in entries), content)

    async def opening_file(
        self, page: OpeningPage, title: str, about: str, words: CalendarWords
    ) -> CalendarFile:
        """The calendar of one opening, for somebody who takes part in it: what it is called, and about it."""
        opening = page.opening
        entry = PlanEntry(
            id=opening.id,
            title=title,
            when=When(opening.when.edtf),
            created=opening.created,
            changed=opening.created,
            status=Status.CANCELLED if opening.state is OpeningState.CANCELLED else Status.PLANNED,
            place=opening.place,
            note=about,
            revision=opening.revision,
        )
        feed = CalendarFeed(page.council.id, title, page.council.zone, opening.id)
        plainly = replace(words, status="", end_not_stated="")  # these say something of the plan
        return CalendarFile(title, 1, await asyncio.to_thread(write_calendar, feed, [entry], plainly))


async def _chosen(
    tx: Transaction, council_name: str, activities: dict[str, str], entry_id: str, activity_id: str
) -> tuple[str, list[PlanEntry]]:
    if entry_id:
        entry = await tx.get(PlanEntry, entry_id)
        if entry is None or entry.removed:
            raise NoSuchEntry
        return entry.title, [entry]
    if activity_id:
        if activity_id not in activities:
            raise NoSuchActivity
        return f"{activities[activity_id]}, {council_name}", await tx.find(PlanEntry, activity_id=activity_id)
    return council_name, await tx.find(PlanEntry)
