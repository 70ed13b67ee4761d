from dataclasses import replace

from council.records import Notice
from services.notices import MOST_TRIES
from tests.services.kit import START, Seat, Town


async def write(town: Town, seat: Seat, *keys: str) -> list[Notice]:
    notices = [Notice(key, "thrown_out", "1", (("council", "Rådet"),), START) for key in keys]
    async with town.store.transaction(seat.council.id) as tx:
        for notice in notices:
            tx.put(notice)
    return notices


async def test_what_waits_is_told_oldest_first_until_it_is_sent(town: Town, seat: Seat) -> None:
    first, second = await write(town, seat, "b", "a")
    notices = town.house.notices
    assert await notices.waiting(seat.council.id) == [first, second]
    town.clock.turn(minutes=1)
    await notices.sent(seat.council.id, first)
    assert await notices.waiting(seat.council.id) == [second]
    assert await town.all(Notice, seat.council.id) == [
        replace(first, state="sent", sent=town.clock.time),
        second,
    ]


async def test_what_fails_waits_again_until_it_has_failed_too_often(town: Town, seat: Seat) -> None:
    await write(town, seat, "a")
    for tries in range(MOST_TRIES):
        (waiting,) = await town.house.notices.waiting(seat.council.id)
        assert waiting.tries == tries
        await town.house.notices.failed(seat.council.id, waiting, for_good=False)
    (kept,) = await town.all(Notice, seat.council.id)
    assert (kept.state, kept.tries, kept.sent) == ("failed", MOST_TRIES, None)
    assert await town.house.notices.waiting(seat.council.id) == []


async def test_what_fails_for_good_is_not_tried_again(town: Town, seat: Seat) -> None:
    (notice,) = await write(town, seat, "a")
    await town.house.notices.failed(seat.council.id, notice, for_good=True)
    assert await town.all(Notice, seat.council.id) == [replace(notice, state="failed", tries=1)]


async def test_every_council_has_its_own(town: Town, seat: Seat) -> None:
    other, _ = await town.council(-200, "Byrådet", "5")
    await write(town, seat, "a")
    assert await town.house.notices.waiting(other.id) == []
    assert {seat.council.id, other.id} <= set(await town.house.notices.councils())
