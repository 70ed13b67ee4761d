from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from playground import Group, LoopbackTelegram, Person
from tests.playground.kit import Client, refusal, request

YES = InlineKeyboardMarkup([[InlineKeyboardButton("Ja", callback_data="y")]])


async def test_editing_keeps_what_was_there_before(bot: Client, alice: Person) -> None:
    sent = await bot.send_message(alice.id, "1", reply_markup=YES)
    await bot.edit_message_text("2", alice.id, sent.message_id, reply_markup=YES)
    edited = await bot.edit_message_text("3", alice.id, sent.message_id, reply_markup=YES)
    post = alice.chat.last_message
    assert not isinstance(edited, bool)
    assert edited.edit_date is not None
    assert (post.text, post.history) == ("3", ["1", "2"])
    await bot.edit_message_reply_markup(alice.id, sent.message_id)
    assert post.rows == []


async def test_an_edit_must_change_something(bot: Client, alice: Person) -> None:
    sent = await bot.send_message(alice.id, "<b>1</b>", parse_mode="HTML", reply_markup=YES)
    said = await refusal(
        bot.edit_message_text("<b>1</b>", alice.id, sent.message_id, parse_mode="HTML", reply_markup=YES)
    )
    assert said.startswith("BadRequest: Message is not modified: specified new message content")
    await bot.edit_message_text("1", alice.id, sent.message_id, reply_markup=YES)


async def test_only_own_messages_that_exist(bot: Client, alice: Person, council: Group) -> None:
    hers = await alice.says("/hej", council)
    assert "can't be edited" in await refusal(bot.edit_message_text("x", council.id, hers.id))
    assert "to edit not found" in await refusal(bot.edit_message_text("x", council.id, 999))


async def test_captions(bot: Client, alice: Person) -> None:
    sent = await bot.send_document(alice.id, b"x", caption="1", filename="a.txt")
    await bot.edit_message_caption(alice.id, sent.message_id, caption="<i>2</i>", parse_mode="HTML")
    assert alice.chat.last_message.html == "<i>2</i>"
    said = await refusal(bot.edit_message_text("x", alice.id, sent.message_id))
    assert "no text in the message to edit" in said
    text = await bot.send_message(alice.id, "x")
    said = await refusal(bot.edit_message_caption(alice.id, text.message_id, caption="y"))
    assert "no caption in the message to edit" in said


async def test_only_inline_keyboards_can_be_edited_in(
    bot: Client, tg: LoopbackTelegram, alice: Person
) -> None:
    sent = await bot.send_message(alice.id, "1")
    letters = {"keyboard": [["A"]]}
    status, answer = await request(
        tg, "editMessageReplyMarkup", chat_id=alice.id, message_id=sent.message_id, reply_markup=letters
    )
    assert (status, answer["description"]) == (400, "Bad Request: inline keyboard expected")
    _, answer = await request(tg, "editMessageText", text="x")
    assert answer["description"] == "Bad Request: message identifier is not specified"
