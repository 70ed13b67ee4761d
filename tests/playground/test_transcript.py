from telegram import (
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InlineQueryResultArticle,
    InlineQueryResultsButton,
    InputTextMessageContent,
    ReplyKeyboardMarkup,
)

from playground import Group, LoopbackTelegram, Person
from playground.render import to_html
from playground.transcript import Line, plain, printer, render
from playground.wire import Entity
from tests.playground.kit import Client, png

EXPECTED = """
══ Integrationsrådet ══
Alice: /kommer
Samspil: *Kommer du?*
    se planen <https://hj.dk/>
    [ Ja ] [ Nej ]
Alice: 👆 [ Ja ]
Alice: ⟵ ⚠ Noteret
Samspil: ✎ Tak

── Alice (private) ──
Alice: 📎 plan.pdf
    /import
Samspil: Hvad nu?
    [ A ] [ B ]
Samspil: ✗ Hvad nu?
Alice: ⛔ blocked the bot"""


async def test_a_conversation_reads_well(
    bot: Client, tg: LoopbackTelegram, alice: Person, council: Group
) -> None:
    live: list[str] = []
    tg.transcript.watch(printer(live.append))
    await alice.says("/kommer", council)
    buttons = [InlineKeyboardButton(text, callback_data=text) for text in ("Ja", "Nej")]
    sent = await bot.send_message(
        council.id,
        '<b>Kommer du?</b>\n<a href="https://hj.dk/">se planen</a>',
        parse_mode="HTML",
        reply_markup=InlineKeyboardMarkup.from_row(buttons),
    )
    tap = await alice.taps(council.last_message, "Ja")
    await bot.answer_callback_query(tap.tap.query.id, "Noteret", show_alert=True)
    await sent.edit_text("Tak")
    await alice.sends_file("plan.pdf", b"x", caption="/import")
    question = await bot.send_message(alice.id, "Hvad nu?", reply_markup=ReplyKeyboardMarkup([["A", "B"]]))
    await question.delete()
    alice.blocks_bot()
    assert str(tg.transcript) == "\n".join(live) == EXPECTED


SHARED = """
── Alice & Dora (private) ──
Alice: 🔎 @samspil_bot kultur
Samspil: 🔎 Kulturdag – 18. september
    Møde
    [ Log ind ]
Alice: ↪ via the bot:
    *Kulturdag*
    [ Tilmeld ]
Dora: 👆 [ Tilmeld ]
Dora: ⟵ ↗ https://t.me/samspil_bot?start=o_1
Samspil: ✎ 1 hjælper

── Dora (private) ──
Dora: ↗ https://t.me/samspil_bot?start=o_1
Dora: /start o_1
Samspil: 📎 photo 1080 × 1350
    *Velkommen*
Samspil: ✎ 📎 photo 1080 × 1350
    Tak

── Alice & Dora (private) ──
Alice: ✗ 1 hjælper"""


async def test_inline_mode_links_and_photos_read_well(
    bot: Client, tg: LoopbackTelegram, alice: Person
) -> None:
    dora = tg.person("Dora")
    searched = await alice.searches("kultur", tg.between(alice, dora))
    keyboard = InlineKeyboardMarkup([[InlineKeyboardButton("Tilmeld", callback_data="o:1")]])
    content = InputTextMessageContent("<b>Kulturdag</b>", parse_mode="HTML")
    day = InlineQueryResultArticle("1", "Kulturdag", content, keyboard, description="18. september")
    meeting = InlineQueryResultArticle("2", "Møde", InputTextMessageContent("Møde"))
    button = InlineQueryResultsButton("Log ind", start_parameter="login")
    await bot.answer_inline_query(searched.search.query.id, [day, meeting], button=button)
    post = await alice.chooses(searched, "Kulturdag")
    tap = await dora.taps(post, "Tilmeld")
    await bot.answer_callback_query(tap.tap.query.id, url="https://t.me/samspil_bot?start=o_1")
    await bot.edit_message_text("1 hjælper", inline_message_id=post.inline_id)
    await dora.follows((await tap.answered()).url)
    sent = await bot.send_photo(dora.id, png(1080, 1350), caption="<b>Velkommen</b>", parse_mode="HTML")
    await sent.edit_caption("Tak")
    await alice.deletes(post)
    assert str(tg.transcript) == SHARED


def test_formatting_is_reduced_to_signs() -> None:
    text = "😀 fed kode væk"
    entities = [
        Entity(type="bold", offset=3, length=3),
        Entity(type="code", offset=7, length=4),
        Entity(type="strikethrough", offset=12, length=3),
    ]
    assert plain(text, entities) == "😀 *fed* `kode` ~væk~"
    assert to_html(text, entities) == "😀 <b>fed</b> <code>kode</code> <s>væk</s>"


def test_headings_stand_where_the_chat_changes() -> None:
    line = Line("said", "Bot", "A", is_private=True, shown="x")
    other = Line("joined", "Bo", "A", is_private=False)
    assert render([line, line, other]).count("──") == 2
    assert render([other]) == "\n══ A ══\nBo: → joined"
