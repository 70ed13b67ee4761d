"""Entries, lines and editions of plans, made quickly or made up."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from hypothesis import strategies as st

from council.activities import canonical
from council.editing import amend
from council.records import Kind, PlanEntry, Printed, ReadEntry, Reading, Source, Status
from council.when import When

MADE = datetime(2021, 1, 4, 9, 30, tzinfo=UTC)
LATER = MADE + timedelta(days=30)


def entry(edtf: str = "2021-09-18", **fields: Any) -> PlanEntry:
    return replace(PlanEntry("e1", "Kulturdag", When(edtf), MADE, MADE), **fields)


def read(title: str, edtf: str, **fields: Any) -> ReadEntry:
    return ReadEntry(Printed(title, When(edtf), **fields), Source("plan.pdf", title))


def edition(*lines: ReadEntry) -> Reading:
    return Reading("plan.pdf", lines)


class Kept:
    """A plan that takes over editions as the use case does, with ids given in the order of `ids`."""

    def __init__(self, reading: Reading, ids: list[str] | None = None) -> None:
        ids = ids or [f"e{place}" for place in range(len(reading.entries))]
        names = {canonical(line.printed.activity) for line in reading.entries if line.printed.activity}
        self.activities = {f"a{number}": name for number, name in enumerate(sorted(names))}
        self.entries = [
            self._entered(line, entry_id, place)
            for place, (line, entry_id) in enumerate(zip(reading.entries, ids, strict=True))
        ]

    def _entered(self, line: ReadEntry, entry_id: str, place: int) -> PlanEntry:
        said = line.printed
        by_name = {name: activity_id for activity_id, name in self.activities.items()}
        return PlanEntry(
            id=entry_id,
            title=said.title,
            when=said.when,
            created=MADE,
            changed=MADE,
            kind=said.kind,
            status=said.status,
            activity_id=by_name.get(canonical(said.activity), ""),
            place=said.place,
            waiting_for=said.waiting_for,
            responsible=said.responsible,
            source=line.source,
            printed=said,
            place_in_plan=place,
        )

    def edit(self, index: int, **fields: Any) -> None:
        self.entries[index] = amend(self.entries[index], LATER, **fields)


# --- made up -----------------------------------------------------------------------------------------

DAYS = st.dates(date(2020, 1, 1), date(2023, 12, 31))
YEARS = st.integers(2020, 2023)
TIMES = st.times().map(lambda clock: clock.replace(second=0, microsecond=0, tzinfo=None, fold=0))
MARKS = st.fixed_dictionaries({"uncertain": st.booleans(), "approximate": st.booleans()})


def _at(day: date, clock: time, minutes: int) -> When:
    start = datetime.combine(day, clock)
    return When.at(start, start + timedelta(minutes=minutes) if minutes else None)


def _between(first: date, days: int) -> When:
    return When.between(first, first + timedelta(days=days))


BARE = st.one_of(
    st.builds(When.on, DAYS),
    st.builds(_at, DAYS, TIMES, st.sampled_from([0, 90, 60 * 30])),
    st.builds(When.week, YEARS, st.integers(1, 52)),
    st.builds(When.month, YEARS, st.integers(1, 12)),
    st.builds(_between, DAYS, st.integers(1, 90)),
    st.builds(
        lambda year, month: When.between(f"{year}-{month:02}", f"{year}-12"), YEARS, st.integers(1, 12)
    ),
    st.builds(When.quarter, YEARS, st.integers(1, 4)),
    st.builds(When.season, YEARS, st.integers(1, 4)),
    st.builds(When.year, YEARS),
    st.just(When.unknown()),
)
WHENS = st.builds(lambda when, marks: when.marked(**marks), BARE, MARKS)

# Few of each, so that titles, times and activities meet often.
TITLES = st.sampled_from(
    ["Integrationsrådsmøde", "Infomøde", "Informationsmøde", "Kulturdag: infomøde", "Kulturdag 2021", "?"]
)
PRINTED = st.builds(
    Printed,
    title=TITLES,
    when=WHENS | st.sampled_from([When("2021-06"), When("2021-09-18"), When("XXXX")]),
    kind=st.sampled_from(Kind),
    status=st.sampled_from(Status),
    activity=st.sampled_from(["", "Kulturdag 21", "Rollemodeller"]),
    place=st.sampled_from(["", "Rådhuset", "VUC"]),
    waiting_for=st.sampled_from(["", "Jobcenteret"]),
    responsible=st.sampled_from(["", "Kulturgruppen"]),
)
READINGS = st.lists(st.builds(ReadEntry, PRINTED, st.just(Source("plan.pdf"))), max_size=8).map(
    lambda lines: Reading("plan.pdf", tuple(lines))
)
