import pytest
from telegram import (
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InlineQueryResultArticle,
    InputTextMessageContent,
    Message,
)

from playground import LoopbackTelegram, NoSuchButtonError, Person
from tests.playground.kit import Client, refusal

KEYBOARD = InlineKeyboardMarkup(
    [
        [
            InlineKeyboardButton("Ja tak", callback_data="y"),
            InlineKeyboardButton("Nej tak", callback_data="n"),
        ],
        [InlineKeyboardButton("Kort", url="https://hj.dk")],
    ]
)


async def test_a_tap_is_answered_once(bot: Client, alice: Person) -> None:
    await bot.send_message(alice.id, "?", reply_markup=KEYBOARD)
    tap = await alice.taps(alice.chat.last_message, "Ja")
    (update,) = await bot.get_updates()
    query = update.callback_query
    assert query is not None
    assert isinstance(query.message, Message)
    assert (query.data, query.message.text, query.from_user.id) == ("y", "?", alice.id)
    assert await query.answer("Noteret", show_alert=True)
    assert tap.answer is not None
    assert (tap.answer.text, tap.answer.is_alert) == ("Noteret", True)
    said = await refusal(query.answer())
    assert "query is too old" in said.lower()


async def test_answers_that_are_refused(bot: Client, alice: Person) -> None:
    await bot.send_message(alice.id, "?", reply_markup=KEYBOARD)
    tap = await alice.taps(alice.chat.last_message, 1)
    number = tap.tap.query.id
    assert "too_long" in (await refusal(bot.answer_callback_query(number, "x" * 201))).lower()
    tap.expire()
    assert "too old" in await refusal(bot.answer_callback_query(number))
    with pytest.raises(TimeoutError, match="was not answered"):
        await tap.answered(timeout=0)


async def test_buttons_are_found_by_text_data_and_place(bot: Client, alice: Person) -> None:
    await bot.send_message(alice.id, "?", reply_markup=KEYBOARD)
    post = alice.chat.last_message
    assert post.button("Nej tak") is post.button("n") is post.button("Nej") is post.button(1)
    with pytest.raises(NoSuchButtonError, match=r"no button .*: \[ Ja tak \] \[ Nej tak \] \[ Kort"):
        post.button("Måske")
    with pytest.raises(NoSuchButtonError, match="several"):
        post.button("tak")
    with pytest.raises(NoSuchButtonError, match=r"https://hj\.dk"):
        await alice.taps(post, "Kort")


async def test_a_forged_tap_on_a_deleted_message(bot: Client, tg: LoopbackTelegram, alice: Person) -> None:
    sent = await bot.send_message(alice.id, "?", reply_markup=KEYBOARD)
    post = alice.chat.last_message
    await sent.delete()
    tg.forged_tap(alice, post, "rsvp:999")
    (update,) = await bot.get_updates()
    assert update.callback_query is not None
    assert update.callback_query.data == "rsvp:999"
    assert update.callback_query.message is not None
    assert not update.callback_query.message.is_accessible


async def test_inline_queries(bot: Client, tg: LoopbackTelegram, alice: Person) -> None:
    number = await alice.searches("kultur")
    (update,) = await bot.get_updates()
    assert update.inline_query is not None
    assert update.inline_query.query == "kultur"
    result = InlineQueryResultArticle("1", "Kulturdag", InputTextMessageContent("Kulturdag"))
    twice = bot.answer_inline_query(number, [result, result])
    assert "RESULT_ID_DUPLICATE".lower() in (await refusal(twice)).lower()
    assert await update.inline_query.answer([result])
    assert tg.world.inline_answers[number]
    assert "too old" in await refusal(update.inline_query.answer([result]))
