from telegram import InlineKeyboardButton, InlineKeyboardMarkup, Update
from telegram.ext import CallbackQueryHandler, CommandHandler, ContextTypes, MessageHandler, filters

from playground import LoopbackTelegram

from .conftest import App, Running

_YES_NO = InlineKeyboardMarkup(
    [[InlineKeyboardButton("Ja", callback_data="y"), InlineKeyboardButton("Nej", callback_data="n")]]
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


def _handlers(app: App) -> App:
    app.add_handler(CommandHandler("start", _start))
    app.add_handler(CallbackQueryHandler(_tapped))
    app.add_handler(MessageHandler(filters.Document.ALL, _file))
    return app


async def test_a_conversation(tg: LoopbackTelegram, app: App, running: Running) -> None:
    alice = tg.person("Alice", language="da")
    chat = tg.group("Integrationsrådet", admins=[alice])
    async with running(_handlers(app)):
        await alice.says("/start", chat)
        card = await chat.next_message()
        assert card.html == "<b>Kommer du?</b>"
        assert card.rows == [["Ja", "Nej"]]
        tap = await alice.taps(card, "Ja")
        assert (await tap.answered()).text == "Noteret"
        await tg.until(lambda: card.text == "Svar: y")
        assert card.history == ["Kommer du?"]
        await alice.sends_file("plan.txt", b"abc", "text/plain")
        reply = await alice.chat.next_message()
        assert (reply.document, reply.file_name) == (b"cba", "omvendt æøå.txt")
        await tg.settle()
