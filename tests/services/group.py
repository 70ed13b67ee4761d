"""An entry on the plan that changes, and what the council's group hears of it."""

from datetime import timedelta
from typing import Any

from council.due import GROUP
from council.notice import Notice
from council.records import Printed
from council.taking_back import GRACE
from council.when import When
from tests.services.kit import Seat, Town

DAY, NEXT, LATER = "2021-09-18T17:00/2021-09-18T19:00", "2021-09-25T17:00/2021-09-25T19:00", "2021-10-02"
TENTATIVE, MONTH, PAST = "2021-10-02?", "2021-10", "2021-06-01"


async def plan(town: Town, seat: Seat, edtf: str = DAY, **fields: Any) -> str:
    """A meeting on the plan; its id."""
    await town.house.plans.add(seat.secretary, Printed("Fest", When(edtf), **fields), entry_id="fest")
    return "fest"


async def amend(town: Town, seat: Seat, edtf: str = "", **fields: Any) -> None:
    """Change it."""
    when = {"when": When(edtf)} if edtf else {}
    await town.house.plans.amend(seat.secretary, "fest", **when, **fields)


async def written(town: Town, seat: Seat) -> list[Notice]:
    return [n for n in await town.all(Notice, seat.council.id) if n.state == "waiting"]


async def heard(town: Town, seat: Seat) -> list[list[tuple[str, ...]]]:
    """What the group hears now, message by message, each with what happened, what was and what is."""
    notices = town.house.notices
    messages = await notices.ready(seat.council.id)
    for message in messages:
        assert {(notice.kind, notice.person_id) for notice in message} == {("changed", GROUP)}
        await notices.sent(seat.council.id, message)
    names = ("state", "was", "when", "was_place", "place")
    return [[tuple(notice.fact(name) for name in names) for notice in message] for message in messages]


async def after_grace(town: Town, seat: Seat) -> list[list[tuple[str, ...]]]:
    """The same once the grace is over; nothing is said before."""
    town.clock.turn(seconds=(GRACE - timedelta(seconds=1)).total_seconds())
    assert await heard(town, seat) == []
    town.clock.turn(seconds=1)
    return await heard(town, seat)
