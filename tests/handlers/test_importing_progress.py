"""A long document says how far it is; a quick one says nothing."""

import asyncio
from collections.abc import Callable
from typing import ClassVar

import pytest

from council.records import Reading
from plans.unreadable import Reason, UnreadableDocument
from tests.handlers.kit import PLAN, House, Remembering


class Slow(Remembering):
    """Reads what is called long page by page, as the test says: a page, the end, or a fault."""

    pages: ClassVar["asyncio.Queue[int]"]

    async def read(
        self,
        data: bytes,
        name: str,
        *,
        year: int | None = None,
        progress: Callable[[int, int], None] | None = None,
    ) -> Reading:
        assert progress is not None
        if name.startswith("long"):
            while page := await self.pages.get():
                if page < 0:
                    raise UnreadableDocument(Reason.TOO_SLOW)
                for each in range(1, page + 1):
                    progress(each, 80)
        return await super().read(data, name, year=year)


@pytest.fixture(autouse=True)
def pages(monkeypatch: pytest.MonkeyPatch) -> "asyncio.Queue[int]":
    monkeypatch.setattr("bot.app.PlanReader", Slow)
    monkeypatch.setattr("handlers.reading.EVERY", 0.002)
    Slow.pages = asyncio.Queue()
    return Slow.pages


async def shows(house: House, text: str) -> None:
    await house.tg.until(lambda: text in house.sanne.chat.last_message.text)


async def test_page_by_page_and_then_the_preview(house: House, pages: "asyncio.Queue[int]") -> None:
    await house.sanne.sends_file("long.pdf", PLAN.encode())
    for page in (12, 40):
        pages.put_nowait(page)
        await shows(house, f"I am reading long.pdf: page {page} of 80.")
    waiting = house.sanne.chat.last_message
    pages.put_nowait(0)
    offer = await house.last(house.sanne.chat)
    assert offer.id == waiting.id
    assert "I read 10 entries in long.pdf" in offer.text
    await house.taps(house.sanne, offer, "Take over")
    assert len(await house.entries(house.council)) == 10


async def test_a_quick_document_says_nothing_else(house: House) -> None:
    said = len(house.sanne.chat.spoken)
    await house.sends(house.sanne, PLAN)
    assert len(house.sanne.chat.spoken) == said + 1


async def test_what_cannot_be_read_leaves_no_sign_of_waiting(
    house: House, pages: "asyncio.Queue[int]"
) -> None:
    await house.sanne.sends_file("long.pdf", PLAN.encode())
    pages.put_nowait(3)
    await shows(house, "page 3 of 80")
    waiting = house.sanne.chat.last_message
    pages.put_nowait(-1)
    assert "took too long to read" in (await house.last(house.sanne.chat)).text
    assert waiting.is_deleted


async def test_the_bot_answers_others_meanwhile(house: House, pages: "asyncio.Queue[int]") -> None:
    await house.sanne.sends_file("long.pdf", PLAN.encode())
    pages.put_nowait(3)
    await shows(house, "page 3 of 80")
    assert "What I can do" in (await house.bo.asks("/help")).text
    pages.put_nowait(0)
    await house.idle()


async def test_a_failing_sign_does_not_matter(house: House, pages: "asyncio.Queue[int]") -> None:
    await house.sanne.sends_file("long.pdf", PLAN.encode())
    pages.put_nowait(3)
    await shows(house, "page 3 of 80")
    house.tg.faults.server_error("editMessageText", code=400)
    before = house.tg.calls("editMessageText")
    pages.put_nowait(9)
    await house.tg.until(lambda: house.tg.calls("editMessageText") > before)
    pages.put_nowait(0)
    assert "I read 10 entries" in (await house.last(house.sanne.chat)).text


async def test_stopping_leaves_nothing_behind(house: House, pages: "asyncio.Queue[int]") -> None:
    await house.sanne.sends_file("long.pdf", PLAN.encode())
    pages.put_nowait(3)
    await shows(house, "page 3 of 80")
    pages.put_nowait(0)
    await house.idle()
    assert not [task for task in asyncio.all_tasks() if "importing" in repr(task.get_coro())]
