import asyncio

import pytest
from telegram import InlineKeyboardButton, InlineKeyboardMarkup, Update
from telegram.ext import (
    CallbackQueryHandler,
    CommandHandler,
    ContextTypes,
    MessageHandler,
    filters,
)

from playground import LoopbackTelegram, Person
from tests.playground.kit import App, Client, running

_YES_NO = InlineKeyboardMarkup.from_row(
    [
        InlineKeyboardButton("Ja", callback_data="y"),
        InlineKeyboardButton("Nej", callback_data="n"),
    ]
)


async def _start(update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
    assert update.effective_message is not None
    await update.effective_message.reply_html("<b>Kommer du?</b>", reply_markup=_YES_NO)


async def _tapped(update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
    assert update.callback_query is not None
    await update.callback_query.answer("Noteret")
    await update.callback_query.edit_message_text(f"Svar: {update.callback_query.data}")


async def _file(update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
    assert update.message is not None
    assert update.message.document is not None
    file = await update.message.document.get_file()
    data = await file.download_as_bytearray()
    await update.message.reply_document(bytes(data[::-1]), filename="omvendt æøå.txt")


@pytest.fixture
def talking(app: App) -> App:
    """A bot that asks, notes taps and turns files around."""
    app.add_handler(CommandHandler("start", _start))
    app.add_handler(CallbackQueryHandler(_tapped))
    app.add_handler(MessageHandler(filters.Document.ALL, _file))
    return app


async def test_a_conversation(tg: LoopbackTelegram, alice: Person, talking: App) -> None:
    chat = tg.group("Integrationsrådet", admins=[alice])
    async with running(talking):
        await alice.says("/start", chat)
        card = await chat.next_message()
        assert card.html == "<b>Kommer du?</b>"
        tap = await alice.taps(card, "Ja")
        assert (await tap.answered()).text == "Noteret"
        await tg.until(lambda: card.text == "Svar: y")
        assert card.history == ["Kommer du?"]
        assert [answer.text for answer in tg.answers()] == ["Noteret"]
        await alice.sends_file("plan.txt", b"abc", "text/plain")
        reply = await alice.chat.next_message()
        assert (reply.document, reply.file_name) == (b"cba", "omvendt æøå.txt")
        assert (await alice.asks("/start")).text == "Kommer du?"


async def test_settling_waits_for_slow_answers(tg: LoopbackTelegram, alice: Person, talking: App) -> None:
    tg.faults.delay(0.1, "sendMessage")
    async with running(talking):
        for _ in range(3):
            await alice.says("/start")
        await tg.settle()
        assert len(alice.chat.spoken) == 3


async def test_settling_asks_the_bot_whether_it_is_busy(tg: LoopbackTelegram) -> None:
    answers = [True, True, False]
    tg.busy = lambda: answers.pop(0)
    await tg.settle(quiet=0.001)
    assert answers == []


async def test_waiting_in_vain_says_what_happened_last(tg: LoopbackTelegram, alice: Person) -> None:
    post = await alice.says("Er der nogen?")
    with pytest.raises(TimeoutError, match="Er der nogen"):
        await tg.until(lambda: False, timeout=0)
    with pytest.raises(TimeoutError, match="was not confirmed"):
        await tg.confirmed(post, timeout=0)
    with pytest.raises(TimeoutError, match="1 updates wait, 0 calls run"):
        await tg.settle(timeout=0.01)


async def test_time_runs_as_told(bot: Client, alice: Person, tg: LoopbackTelegram) -> None:
    tg.world.now = lambda: 1_790_000_000
    sent = await bot.send_message(alice.id, "x")
    assert sent.date.timestamp() == 1_790_000_000


async def test_nothing_is_left_behind() -> None:
    before = asyncio.all_tasks()
    async with LoopbackTelegram() as tg:
        assert tg.url.startswith("http://127.0.0.1:")
    assert asyncio.all_tasks() == before
