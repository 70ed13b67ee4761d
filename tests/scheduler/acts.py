"""What people do in a simulated year: one function, one thing that somebody does."""

from contextlib import suppress
from datetime import timedelta
from zoneinfo import ZoneInfo

from council.openings import OpeningState
from council.records import Kind, Printed, Status
from council.when import When
from tests.scheduler.simulated import ODD, Act, Simulation


async def amend(year: Simulation, **fields: object) -> None:
    entry_id = year.rng.choice(year.planned[: -len(ODD)])  # those stay where they are
    await year.house.plans.amend(year.secretary, entry_id, **fields)


async def move(year: Simulation) -> None:
    await amend(year, when=year.some_when())


async def move_soon(year: Simulation) -> None:
    day = year.clock.now().astimezone(ZoneInfo("Europe/Copenhagen")).replace(tzinfo=None)
    start = day.replace(second=0, microsecond=0) + timedelta(minutes=year.rng.randrange(30, 20 * 24 * 60))
    await amend(year, when=When.at(start.replace(minute=start.minute // 5 * 5)))


async def cancel(year: Simulation) -> None:
    await amend(year, status=Status.CANCELLED)


async def uncancel(year: Simulation) -> None:
    off = [entry.id for entry in year.snapshots[-1].entries if entry.status is Status.CANCELLED]
    if off:
        await year.house.plans.amend(year.secretary, year.rng.choice(off), status=Status.PLANNED)


async def rename(year: Simulation) -> None:
    await amend(year, title=f"Renamed {year.changes}")


async def move_opening(year: Simulation) -> None:
    opening_id, when = year.rng.choice(year.opened), year.some_when(known=True)
    await year.house.openings.move(year.secretary, opening_id, when=when)


async def switch_opening(year: Simulation) -> None:
    state = year.rng.choice([OpeningState.CANCELLED, OpeningState.OPEN, OpeningState.PAUSED])
    await year.house.openings.set_state(year.secretary, year.rng.choice(year.opened), state)


async def sign_up(year: Simulation) -> None:
    snapshot = year.snapshots[-1]
    free = [key for key in year.opened if snapshot.openings[key].state is OpeningState.OPEN]
    if free:
        await year.take_part(year.rng.choice(year.people), year.rng.choice(free))


async def withdraw(year: Simulation) -> None:
    active = [signup for signup in year.snapshots[-1].signups if signup.active]
    signup = year.rng.choice(active)
    person = await year.person(signup.person_id)
    await year.house.signups.withdraw(person, year.council_id, signup.opening_id)


async def wish(year: Simulation) -> None:
    distances = year.rng.choice([None, (), ("7d", "1d", "120m"), ("3d", "1d@20:00", "60m"), ("180m", "120m")])
    quiet = year.rng.choice([None, "", "21-8", "22-10", "13-14", "0-6"])
    person = await year.person(year.rng.choice([*year.people, "1"]))
    await year.house.reminders.wish(person, distances=distances, quiet=quiet)


async def rule(year: Simulation) -> None:
    scope = year.rng.choice(["event", "meeting", *(f"e-{key}" for key in year.planned[:5])])
    distances = year.rng.choice([None, (), ("7d", "1d"), ("5d@12:00", "0d@07:00"), ("3d", "360m", "120m")])
    with suppress(Exception):  # the entry may be cancelled
        await year.house.reminders.set_rule(year.secretary, scope, distances)


async def recess(year: Simulation) -> None:
    first = year.clock.now().date() + timedelta(days=year.rng.randrange(20))
    when = When.between(first, first + timedelta(days=year.rng.randrange(1, 6)))
    printed = Printed("Ferie", when, kind=Kind.RECESS)
    await year.house.plans.add(year.secretary, printed, entry_id=f"recess{year.changes}")


ACTS: dict[Act, int] = {
    move: 6,
    move_soon: 8,
    cancel: 4,
    uncancel: 4,
    rename: 2,
    move_opening: 5,
    switch_opening: 4,
    sign_up: 14,
    withdraw: 8,
    wish: 8,
    rule: 3,
    recess: 1,
}
"""What people do, and how often."""
