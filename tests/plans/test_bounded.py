"""The worker: what it answers, that it is bounded, and that nothing is left of it."""

import asyncio
import os
import sys
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from plans.bounded import PlanReader
from plans.limits import Limits
from plans.unreadable import Reason, UnreadableDocument

on_linux = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere memory cannot be bounded")
PLAN = "Årsplan 2027\nMaj\t• Fest den 3. maj\nJuni\t• Tur?\n".encode()


def children() -> set[int]:
    """Processes that this one has started and not yet buried; empty where there is no /proc."""
    found = set()
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            parent = stat.read_text().rpartition(")")[2].split()[1]
        except OSError:  # it ended meanwhile
            continue
        if int(parent) == os.getpid():
            found.add(int(stat.parent.name))
    return found


@pytest.fixture(autouse=True)
def nothing_left() -> object:
    before = children()
    yield
    assert children() == before


async def test_a_plan_is_read_and_comes_back_whole() -> None:
    reading = await PlanReader().read(PLAN, "årsplan.txt")
    assert [entry.printed.when.edtf for entry in reading.entries] == ["2027-05-03", "2027-06?"]
    assert (reading.document, reading.year) == ("årsplan.txt", 2027)
    assert reading.entries[1].source.words == "Tur?"


async def test_a_document_without_a_plan_is_empty_and_not_an_error() -> None:
    assert (await PlanReader().read(b"Til alle", "brev.txt")).entries == ()


async def reason_for(data: bytes, limits: Limits | None = None) -> Reason:
    with pytest.raises(UnreadableDocument) as refusal:
        await PlanReader(limits).read(data, "fil")
    return refusal.value.reason


async def test_reasons_come_back() -> None:
    assert await reason_for(b"") is Reason.EMPTY
    assert await reason_for(bytes(range(256))) is Reason.UNSUPPORTED
    assert await reason_for(b"x" * 2000, Limits(size=1000)) is Reason.TOO_LARGE


async def test_time_is_bounded() -> None:
    assert await reason_for(PLAN, Limits(wall=0.001)) is Reason.TOO_SLOW


async def test_work_is_bounded() -> None:
    slow = "\n".join(f"{month}\t" + "• Fest den 3. maj, " * 4000 for month in ("Maj", "Juni", "Juli") * 4)
    assert await reason_for(slow.encode(), Limits(cpu=1)) is Reason.TOO_SLOW


@on_linux
async def test_memory_is_bounded() -> None:
    wide = "Maj\t" + "\t".join(map(str, range(200_000)))
    assert await reason_for(wide.encode(), Limits(memory=40 * 1024 * 1024)) in {Reason.BOMB, Reason.DAMAGED}


@on_linux
async def test_a_pdf_that_unpacks_to_far_more_than_it_is(write_pdf: Callable[..., bytes]) -> None:
    packer, text = zlib.compressobj(9), b"BT /F1 10 Tf (aaaaaaaaaaaaaaaa) Tj ET\n" * 30_000
    packed = b"".join(packer.compress(text) for _ in range(150)) + packer.flush()
    bomb = write_pdf([[]], packed=packed)
    assert len(bomb) < 1_000_000
    assert await reason_for(bomb, Limits(memory=120 * 1024 * 1024)) is Reason.BOMB


async def test_a_reading_that_nobody_waits_for_ends() -> None:
    reading = asyncio.create_task(PlanReader().read(PLAN, "plan"))
    for _ in range(100):  # turns of the loop: somewhere in them it starts the process
        await asyncio.sleep(0)
    assert children()
    reading.cancel()
    with pytest.raises(asyncio.CancelledError):
        await reading


async def test_only_so_many_at_once() -> None:
    reader, most = PlanReader(at_once=2), 0
    readings = [asyncio.create_task(reader.read(PLAN, str(number))) for number in range(5)]
    for reading in asyncio.as_completed(readings):
        await reading
        most = max(most, len(children()))
    assert [reading.result().document for reading in readings] == list("01234")
    assert most <= 2


async def test_the_worker_knows_no_secrets(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SAMSPIL_TOKEN", "made-up")
    from plans.bounded import _environment  # noqa: PLC0415  # looked at from inside

    assert "SAMSPIL_TOKEN" not in _environment()


async def test_the_pages_of_a_pdf_are_told_on_the_way(
    write_pdf: Callable[..., bytes], marks: tuple[type, type]
) -> None:
    told: list[tuple[int, int]] = []
    data = write_pdf([[marks[0](60, 700, "Møde den 3. maj 2027")]] * 30)
    await PlanReader().read(data, "plan.pdf", progress=lambda page, pages: told.append((page, pages)))
    assert told == sorted(told)
    assert told[-1] == (30, 30)


async def test_what_is_told_too_much_of_is_refused() -> None:
    assert await reason_for(PLAN, Limits(answer=100)) is Reason.TOO_LONG


@on_linux
async def test_nothing_stays_open_after_failures_of_all_kinds() -> None:
    def opened() -> int:
        return len(list(Path("/proc/self/fd").iterdir()))

    await PlanReader().read(PLAN, "plan")
    before = opened()
    for limits, data in (
        (Limits(wall=0.001), PLAN),
        (Limits(wall=0.1), PLAN * 100_000),
        (Limits(answer=10), PLAN),
        (Limits(), b"%PDF-1.4 %%EOF"),
        (Limits(memory=1), PLAN),
    ):
        with pytest.raises(UnreadableDocument):
            await PlanReader(limits).read(data, "fil")
    await asyncio.sleep(0)
    assert opened() <= before


def test_a_long_document_may_take_longer_but_not_forever() -> None:
    limits = Limits()
    assert limits.cpu_for(1) < limits.cpu_for(100) < limits.cpu_for(limits.pages)
    assert limits.wall_for(10**9) == limits.wall_for(limits.pages)
