"""The composition root: the one place where everything is built and tied together."""

import asyncio
import base64
import logging
import secrets
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import datetime

from telegram import Update
from telegram.error import NetworkError
from telegram.ext import ApplicationBuilder, TypeHandler

from bot.client import Client, connect
from bot.failures import FileTooLargeError
from bot.notifier import TelegramNotifier
from bot.pacing import Pacer
from bot.painter import TelegramPainter
from bot.polling import Poller
from bot.processor import KeyedProcessor
from bot.settings import Settings
from council.ports import Clock, Store
from council.refusals import Unreadable
from handlers.context import CONTEXT_TYPES, Samspil, Status, Surroundings
from handlers.feature import all_features
from handlers.menus import set_menus
from handlers.router import Router, on_error
from plans.bounded import PlanReader
from scheduler.alarm import Alarm
from scheduler.cardkeeper import CardKeeper
from scheduler.delivery import Delivery
from scheduler.housekeeping import Housekeeping
from scheduler.nights import Nights
from scheduler.written import Written
from services.desk import Desk
from services.house import House
from storage.watched import WatchedStore

log = logging.getLogger(__name__)

ALLOWED_UPDATES = (
    "message",
    "edited_message",
    "callback_query",
    "my_chat_member",
    "inline_query",
    "chosen_inline_result",
)
_GRACE = 20.0
"""Seconds: answers queue behind Telegram's limit in a rush, and none may be lost to a kill meanwhile."""
_ID_BYTES = 5  # eight characters: two of a thousand entries are alike once in two million plans
_RETRY_SECONDS = (1.0, 2.0, 5.0, 10.0, 30.0)
Backup = Callable[[datetime], Awaitable[object]]


@asynccontextmanager
async def samspil(
    settings: Settings, store: Store, clock: Clock, backup: Backup
) -> AsyncIterator["asyncio.Task[None]"]:
    """The running bot: it polls, answers, delivers and keeps house until the block ends.

    Yields:
        The polling; it ends by itself only with an error.

    Raises:
        TokenRejectedError: the server does not know the token.
    """
    pacer = Pacer(per_second=settings.per_second or None, per_chat=settings.per_second > 0)
    client = connect(settings.token, root=settings.api_url, pacer=pacer)
    written = Written()
    house = House.over(Desk(WatchedStore(store, written.heard), clock, new_id), PlanReader())
    haste = 1.0 if settings.per_second else 0.0
    notifier = TelegramNotifier(client, clock, house.councils.migrated)
    delivery = Delivery(house.notices, house.clockwork, house.people, notifier, clock, haste=haste)
    keeper = CardKeeper(house.cards, store.tenants, TelegramPainter(client), haste=haste)
    written.wake, written.changed, written.touch = delivery.wake, delivery.changed, keeper.touch
    surroundings = Surroundings(
        house, clock, _fetching(client), client.is_in_chat, lambda: _status_of(delivery)
    )
    application = _application(client, surroundings)
    housekeeping = Housekeeping(house.clockwork, store.tenants)
    nights = Nights(
        clock, house.clockwork, lambda: _backed_up(backup, clock), housekeeping.run, keeper.touch_all
    )
    alarm = Alarm(delivery.heartbeat, nights.check)
    try:
        await _initialized(application)
        await application.start()
        alarm.start()
        background = [
            application.create_task(delivery.run(), name="delivery"),
            application.create_task(_begin(client, delivery, keeper, nights), name="begin"),
        ]
        poller = Poller(client, application, allowed_updates=ALLOWED_UPDATES, grace=_GRACE)
        polling = asyncio.create_task(poller.run(), name="polling")
        try:
            yield polling
        finally:
            await poller.stop()
            await asyncio.wait({polling})
            alarm.stop()
            for task in background:
                task.cancel()
            await asyncio.wait(background)
            await keeper.stop()
            await application.stop()
    finally:
        await application.shutdown()
        await (
            client.shutdown()
        )  # a start that was broken off leaves connections that shutdown() does not know


def new_id() -> str:
    """An id that was not given before, fit for button data and file names: eight of `[a-z2-7]`."""
    return base64.b32encode(secrets.token_bytes(_ID_BYTES)).decode().lower()


def _status_of(delivery: Delivery) -> Status:
    return Status(delivery.beat, delivery.next_due, delivery.backlog)


def _application(client: Client, surroundings: Surroundings) -> Samspil:
    router = Router(all_features())
    application = (
        ApplicationBuilder()
        .application_class(Samspil, {"surroundings": surroundings})
        .bot(client)
        .updater(None)
        .job_queue(None)
        .context_types(CONTEXT_TYPES)
        .concurrent_updates(KeyedProcessor())
        .build()
    )
    assert isinstance(application, Samspil)
    application.add_handler(TypeHandler(Update, router.dispatch))
    application.add_error_handler(on_error)
    return application


async def _initialized(application: Samspil) -> None:
    """Learn who the bot is; a server that cannot be reached is waited for."""
    for tries in range(1_000_000):
        try:
            await application.initialize()
        except NetworkError as error:
            wait = _RETRY_SECONDS[min(tries, len(_RETRY_SECONDS) - 1)]
            log.warning("the Bot API does not answer (%s); trying again in %g s", type(error).__name__, wait)
            await asyncio.sleep(wait)
        else:
            return


async def _begin(client: Client, delivery: Delivery, keeper: CardKeeper, nights: Nights) -> None:
    await set_menus(client, all_features())
    await delivery.begin()
    await keeper.touch_all()
    await nights.check()


def _fetching(client: Client) -> Callable[[str, int], Awaitable[bytes]]:
    async def fetch(file_id: str, most: int) -> bytes:
        try:
            return await client.download(file_id, most)
        except FileTooLargeError:
            raise Unreadable("too_large") from None

    return fetch


async def _backed_up(backup: Backup, clock: Clock) -> None:
    problems = await backup(clock.now())
    if problems:
        log.error("not everything was backed up: %s", problems)
