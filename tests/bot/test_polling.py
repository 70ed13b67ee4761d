import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine, Sequence
from typing import Any

import pytest
from telegram import Update
from telegram.error import BadRequest, Conflict, NetworkError, TelegramError
from telegram.ext import ApplicationBuilder, CallbackContext, TypeHandler

from bot.client import Client, connect
from bot.failures import FloodWaitError, TokenRejectedError
from bot.polling import BATCH, Poller
from bot.processor import KeyedProcessor

from .conftest import TOKEN, SmallApi, StillTime

Handler = Callable[[int], Awaitable[None]]


def message(number: int, chat: int) -> dict[str, Any]:
    sender = {"id": chat, "is_bot": False, "first_name": "Ada"}
    chat_of = {"id": chat, "type": "private"}
    return {
        "update_id": number,
        "message": {"message_id": number, "date": 0, "chat": chat_of, "from": sender, "text": "hej"},
    }


class Server:
    """Keeps updates until an offset confirms them, as Telegram documents."""

    def __init__(self) -> None:
        self.kept: list[dict[str, Any]] = []
        self.polls: list[tuple[int | None, int, int]] = []
        self.kinds: set[Sequence[str]] = set()
        self.troubles: list[TelegramError] = []
        self.news = asyncio.Event()
        self.webhook = True
        self.refusal: TelegramError | None = None

    def get(self, numbers: range, chat: int | None = None) -> None:
        self.kept += [message(each, chat or each) for each in numbers]
        self.news.set()

    async def poll(self, offset: int | None, limit: int, hold: int) -> list[dict[str, Any]]:
        assert not self.webhook
        self.polls.append((offset, limit, hold))
        if self.troubles:
            raise self.troubles.pop(0)
        self.kept = [each for each in self.kept if each["update_id"] >= (offset or 0)]
        while hold and not self.kept:
            self.news.clear()
            await self.news.wait()
        await asyncio.sleep(0)
        return self.kept[:limit]


class OfflineClient(Client):
    """A client whose server is in the same room."""

    __slots__ = ("server",)

    server: Server

    async def poll(
        self, offset: int | None, limit: int, hold: int, allowed_updates: Sequence[str]
    ) -> list[dict[str, Any]]:
        self.server.kinds.add(allowed_updates)
        return await self.server.poll(offset, limit, hold)

    async def delete_webhook(self, *_: Any, **__: Any) -> bool:
        if self.server.refusal is not None:
            raise self.server.refusal
        self.server.webhook = False
        return True


class Dispatcher:
    """The part of an application that a poller sees."""

    def __init__(self, handle: Handler) -> None:
        self.update_processor = KeyedProcessor()
        self._handle = handle

    async def process_update(self, update: object) -> None:
        assert isinstance(update, Update)
        await self._handle(update.update_id)

    def create_task(
        self, coroutine: Coroutine[Any, Any, None], update: object, *, name: str
    ) -> asyncio.Task[None]:
        del update
        return asyncio.create_task(coroutine, name=name)


class Bot:
    """A poller on a still clock whose handlers end when they are told to."""

    def __init__(self, still: StillTime, server: Server) -> None:
        self.still = still
        self.server = server
        client = OfflineClient(TOKEN)
        object.__setattr__(client, "server", server)
        self.began: list[int] = []
        self.gates: dict[int, asyncio.Event] = {}
        self.slow: set[int] = set()
        self.poller = Poller(
            client,
            Dispatcher(self._handle),
            allowed_updates=["message"],
            grace=2.0,
            most_in_work=250,
            clock=still.clock,
            sleep=still.sleep,
        )
        self.running = asyncio.create_task(self.poller.run())

    async def _handle(self, number: int) -> None:
        self.began.append(number)
        if number in self.slow:
            await self.gates.setdefault(number, asyncio.Event()).wait()

    async def killed(self) -> None:
        """Everything stops where it is, as with SIGKILL."""
        for task in (self.running, *self.poller._tasks):
            task.cancel()
        await self.still.settle()


@pytest.fixture
async def server() -> Server:
    return Server()


@pytest.fixture
async def start(still: StillTime, server: Server) -> AsyncIterator[Callable[[], Bot]]:
    bots: list[Bot] = []

    def one_more() -> Bot:
        bots.append(Bot(still, server))
        return bots[-1]

    yield one_more
    for bot in bots:
        await bot.killed()


@pytest.fixture
async def bot(start: Callable[[], Bot]) -> Bot:
    return start()


class TestFetching:
    async def test_hands_over_each_update_once(self, bot: Bot, server: Server, still: StillTime) -> None:
        server.get(range(1, 1001))
        await still.advance(5)
        assert sorted(bot.began) == list(range(1, 1001))
        assert server.kinds == {("message",)}

    @pytest.mark.parametrize("refusal", [BadRequest("no such method"), TokenRejectedError("Not Found")])
    async def test_polls_a_server_that_knows_no_webhooks(self, refusal: TelegramError) -> None:
        still, server = StillTime(), Server()
        server.webhook, server.refusal = False, refusal
        bot = Bot(still, server)
        server.get(range(1, 4))
        running = asyncio.create_task(bot.poller.run())
        await still.settle()
        assert bot.began == [1, 2, 3]
        await bot.poller.stop()
        await running

    async def test_waits_at_the_server_when_all_is_done(
        self, bot: Bot, server: Server, still: StillTime
    ) -> None:
        server.get(range(1, 4))
        await still.settle()
        assert bot.began == [1, 2, 3]
        assert server.polls == [(None, BATCH, 30), (4, BATCH, 30)]
        server.get(range(4, 5))
        await still.settle()
        assert bot.began == [1, 2, 3, 4]

    async def test_fetches_on_while_half_a_batch_is_in_work(
        self, bot: Bot, server: Server, still: StillTime
    ) -> None:
        bot.slow = set(range(51, 101))
        server.get(range(1, 201))
        await still.settle()
        assert len(bot.began) == 150
        assert server.polls[1][0] == 51

    async def test_takes_no_more_than_it_can_bear(self, bot: Bot, server: Server, still: StillTime) -> None:
        bot.slow = set(range(1, 1001))
        server.get(range(1, 1001))
        await still.advance(60)
        assert 250 <= len(bot.began) <= 350
        polls = len(server.polls)
        await still.advance(60)
        assert len(server.polls) == polls

    async def test_leaves_out_what_cannot_be_read(
        self, bot: Bot, server: Server, still: StillTime, caplog: pytest.LogCaptureFixture
    ) -> None:
        server.kept.append({"update_id": 1, "message": {"date": "private matters"}})
        server.get(range(2, 3))
        await still.settle()
        assert bot.began == [2]
        assert server.polls[-1][0] == 3
        assert "update 1 cannot be read" in caplog.text
        assert "private matters" not in caplog.text


class TestSlowUpdates:
    async def test_is_not_confirmed_before_it_is_done(
        self, bot: Bot, server: Server, still: StillTime
    ) -> None:
        bot.slow = {1}
        server.get(range(1, 3))
        await still.advance(1.9)
        assert server.kept[0]["update_id"] == 1
        bot.gates[1].set()
        await still.settle()
        assert server.polls[-1] == (3, BATCH, 30)

    async def test_others_go_on_meanwhile(self, bot: Bot, server: Server, still: StillTime) -> None:
        bot.slow = {1}
        server.get(range(1, 2))
        await still.settle()
        server.get(range(2, 4))
        await still.advance(0.6)
        assert bot.began == [1, 2, 3]
        assert server.kept[0]["update_id"] == 1

    async def test_is_confirmed_after_a_grace(self, bot: Bot, server: Server, still: StillTime) -> None:
        bot.slow = {1}
        server.get(range(1, 2))
        await still.advance(3)
        assert server.polls[-1] == (2, BATCH, 30)
        server.get(range(2, 3))
        await still.settle()
        assert bot.began == [1, 2]

    async def test_does_not_poll_in_circles(self, bot: Bot, server: Server, still: StillTime) -> None:
        bot.slow = {1}
        server.get(range(1, 2))
        await still.advance(60)
        assert len(server.polls) < 10

    async def test_nor_when_everything_is_behind_it(self, bot: Bot, server: Server, still: StillTime) -> None:
        bot.slow = {1}
        server.get(range(1, 1001))
        await still.advance(1.9)
        assert len(bot.began) == 100
        assert len(server.polls) < 4
        await still.advance(1)
        assert len(bot.began) == 1000


class TestKilled:
    async def test_what_was_not_done_comes_again(
        self, start: Callable[[], Bot], server: Server, still: StillTime
    ) -> None:
        bot = start()
        bot.slow = {2}
        server.get(range(1, 4))
        await still.advance(1)
        await bot.killed()
        again = start()
        await still.settle()
        assert again.began[0] == 2

    async def test_nothing_is_lost_however_often(
        self, start: Callable[[], Bot], server: Server, still: StillTime
    ) -> None:
        server.get(range(1, 501))
        seen: set[int] = set()
        for patience in range(1, 40):
            bot = start()
            for _ in range(patience):
                await asyncio.sleep(0)
            await bot.killed()
            seen.update(bot.began)
        last = start()
        await still.advance(3)
        assert seen | set(last.began) == set(range(1, 501))


class TestTrouble:
    async def test_waits_longer_and_says_so_once(
        self,
        start: Callable[[], Bot],
        server: Server,
        still: StillTime,
        caplog: pytest.LogCaptureFixture,
    ) -> None:
        caplog.set_level(logging.INFO, logger="bot")
        server.troubles = [NetworkError("down") for _ in range(10)]
        bot = start()
        await still.advance(0.5 + 1 + 2 + 4 + 8 + 16 + 29)
        assert len(server.polls) == 7
        await still.advance(1 + 30 * 4)
        assert len(server.polls) == 11
        server.get(range(1, 2))
        await still.settle()
        assert bot.began == [1]
        assert [each.levelname for each in caplog.records] == ["WARNING", "INFO"]

    async def test_waits_as_long_as_it_is_told(
        self, start: Callable[[], Bot], server: Server, still: StillTime
    ) -> None:
        server.troubles = [FloodWaitError(77)]
        bot = start()
        await still.advance(76)
        assert len(server.polls) == 1
        await still.advance(2)
        assert len(server.polls) == 2
        assert not bot.running.done()

    @pytest.mark.parametrize(
        ("error", "times"), [(Conflict("another one"), 6), (TokenRejectedError("who?"), 1)]
    )
    async def test_raises_what_cannot_be_waited_out(
        self, bot: Bot, server: Server, still: StillTime, error: TelegramError, times: int
    ) -> None:
        server.get(range(1, 2))
        await still.settle()
        server.troubles = [error] * times
        server.get(range(2, 3))
        await still.advance(120)
        assert bot.running.exception() is error
        polls = len(server.polls)
        await bot.poller.stop()
        assert len(server.polls) == polls

    async def test_outlives_the_process_before_it(self, bot: Bot, server: Server, still: StillTime) -> None:
        server.troubles = [Conflict("the one before"), Conflict("the one before")]
        server.get(range(1, 2))
        await still.advance(10)
        assert bot.began == [1]
        assert not bot.running.done()


class TestStopping:
    async def test_confirms_what_was_answered(self, bot: Bot, server: Server, still: StillTime) -> None:
        server.get(range(1, 4))
        await still.settle()
        await bot.poller.stop()
        assert server.polls[-1] == (4, 1, 0)
        await bot.running
        assert server.kept == []

    async def test_lets_what_is_in_work_end(self, bot: Bot, server: Server, still: StillTime) -> None:
        bot.slow = {1}
        server.get(range(1, 2))
        await still.settle()
        stopping = asyncio.create_task(bot.poller.stop(within=60))
        await still.settle()
        assert not stopping.done()
        bot.gates[1].set()
        await stopping
        assert server.kept == []

    async def test_but_not_for_ever(self, bot: Bot, server: Server, still: StillTime) -> None:
        bot.slow = {2}
        server.get(range(1, 4))
        await still.settle()
        await bot.poller.stop(within=0)
        assert [each["update_id"] for each in server.kept] == [2, 3]
        assert not bot.poller._tasks

    async def test_in_the_middle_of_an_outage(self, bot: Bot, server: Server, still: StillTime) -> None:
        server.get(range(1, 2))
        await still.settle()
        server.troubles = [NetworkError("down")] * 99
        server.get(range(2, 3))
        await still.advance(100)
        await bot.poller.stop()
        await bot.running

    async def test_before_it_began(self, start: Callable[[], Bot], server: Server) -> None:
        bot = start()
        await bot.poller.stop()
        await bot.running
        assert server.polls == []


class TestWithPtb:
    """The real application, over the real transport."""

    async def test_handlers_and_error_handlers_run(self, api: SmallApi) -> None:
        handled: list[int] = []
        failed: list[tuple[int, str]] = []
        enough = asyncio.Event()

        async def handle(update: Update, _: object) -> None:
            handled.append(update.update_id)
            if update.update_id == 2:
                raise ValueError("a bug")
            if len(handled) == 3:
                enough.set()

        async def on_error(update: object, context: CallbackContext[Any, Any, Any, Any]) -> None:
            assert isinstance(update, Update)
            failed.append((update.update_id, str(context.error)))

        client = connect(api.token, root=api.root)
        builder = ApplicationBuilder().bot(client).updater(None).job_queue(None)
        application = builder.concurrent_updates(KeyedProcessor()).build()
        application.add_handler(TypeHandler(Update, handle))
        application.add_error_handler(on_error)
        api.updates = [message(1, 7), message(2, 7), message(3, 7)]
        async with application:
            await application.start()
            poller = Poller(client, application, allowed_updates=["message"])
            running = asyncio.create_task(poller.run())
            await asyncio.wait_for(enough.wait(), 5)
            await poller.stop()
            await running
            await application.stop()
        assert handled == [1, 2, 3]
        assert failed == [(2, "a bug")]
        assert [call for call in api.calls if call[0] == "getUpdates"][-1][1]["offset"] == "4"
        assert api.updates == []
