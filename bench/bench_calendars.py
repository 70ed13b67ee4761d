"""What a calendar costs: writing plans of several sizes; the time for one entry must not grow with them."""

from dataclasses import replace
from datetime import UTC, datetime
from statistics import median
from time import perf_counter

from calendars import CalendarFeed, CalendarWords, write_calendar
from council.records import Kind, PlanEntry, Source, Status
from council.when import When

ROUNDS = 9
NOW = datetime(2021, 1, 4, 9, tzinfo=UTC)
FEED = CalendarFeed("hjoerring", "Integrationsrådet", activities={"kultur": "Kulturdag"})
WORDS = CalendarWords(
    tentative="{title} (tentative)",
    approximate="{title} (about then)",
    waiting="{title} (waiting)",
    waiting_for="{title} (waiting for {who})",
    cancelled="Cancelled: {title}",
    status="Status: {status}",
    activity="Activity: {activity}",
    responsible="Responsible: {who}",
    moved="Moved. It was {before}.",
    stated="In the plan: {words}",
    end_not_stated="(end not stated)",
    source="From {document}",
    source_page="From {document}, page {page}",
    known_by_month="Known by month only:",
    item="• {title}",
    item_when="• {when}: {title}",
    kinds={kind: kind.value for kind in Kind},
    statuses={status: status.value for status in Status},
    when=lambda when: when.edtf,
    month=lambda first, count: f"{first:%Y-%m}: {count} without a date",
    undated=lambda count: f"{count} without any time",
)


def plan(size: int) -> list[PlanEntry]:
    """One meeting in two at a time of day, one event in four by its day, one in four by its month."""
    meeting = PlanEntry(
        "", "Ordinært Integrationsrådsmøde", When(), NOW, NOW,
        kind=Kind.MEETING, activity_id="kultur", place="VUC, hovedindgangen",
        note="Husk at sende dagsordenen ud senest syv dage før mødet, også til stedfortræderne.",
        source=Source("hjoerring-2021.pdf", page=2),
    )  # fmt: skip
    times = ("{}-{:02}-{:02}T17:00", "{}-{:02}-{:02}", "{}-{:02}-{:02}T16:30", "{}-{:02}?")
    return [
        replace(
            meeting,
            id=f"e{number}",
            when=When(times[number % 4].format(2021 + number // 336, number % 12 + 1, number % 28 + 1)),
        )
        for number in range(size)
    ]


def milliseconds(entries: list[PlanEntry]) -> float:
    start = perf_counter()
    write_calendar(FEED, entries, WORDS)
    return (perf_counter() - start) * 1000


def main() -> None:
    print("entries     bytes   median ms   µs/entry")
    for size in (0, 30, 500, 2000):
        entries = plan(size)
        length = len(write_calendar(FEED, entries, WORDS))
        written = median(milliseconds(entries) for _ in range(ROUNDS))
        print(f"{size:7} {length:9} {written:11.2f} {written * 1000 / max(size, 1):10.0f}")


if __name__ == "__main__":
    main()
