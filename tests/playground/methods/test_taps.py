import pytest
from telegram import InlineKeyboardButton, InlineKeyboardMarkup, Message

from playground import Group, LoopbackTelegram, NoSuchButtonError, Person
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


async def test_an_answer_may_open_the_bot(bot: Client, alice: Person, council: Group) -> None:
    await bot.send_message(council.id, "?", reply_markup=KEYBOARD)
    tap = await alice.taps(council.last_message, "Ja")
    number = tap.tap.query.id
    for url in ("https://hj.dk", "https://t.me/samspil_bot", "https://t.me/another_bot?start=x"):
        assert await refusal(bot.answer_callback_query(number, url=url)) == "BadRequest: Url_invalid"
    await bot.answer_callback_query(number, url="https://t.me/samspil_bot?start=o_42")
    post = await alice.follows((await tap.answered()).url)
    assert (post.text, post.place) == ("/start o_42", alice.chat.place)


async def test_links_of_buttons_are_followed_too(bot: Client, alice: Person, council: Group) -> None:
    link = InlineKeyboardButton("Tilmeld", url="https://t.me/samspil_bot?start=o_42")
    await bot.send_message(council.id, "?", reply_markup=InlineKeyboardMarkup([[link]]))
    post = await alice.follows(council.last_message.button("Tilmeld").url)
    assert post.text == "/start o_42"
    for url in ("https://hj.dk", None):
        with pytest.raises(LookupError, match="does not lead to the bot"):
            await alice.follows(url)
