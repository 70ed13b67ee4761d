import pytest
from telegram import (
    ForceReply,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    MessageEntity,
    ReplyKeyboardMarkup,
    ReplyParameters,
)
from telegram.constants import ChatAction

from playground import Group, LoopbackTelegram, Person
from tests.playground.kit import Client, refusal

BUTTONS = InlineKeyboardMarkup.from_row(
    [InlineKeyboardButton("Ja", callback_data="y"), InlineKeyboardButton("Kort", url="https://a.dk")]
)


async def test_a_message_arrives_as_it_was_sent(bot: Client, alice: Person) -> None:
    sent = await bot.send_message(alice.id, "<b>Møde</b> 😀 @alice", parse_mode="HTML", reply_markup=BUTTONS)
    post = alice.chat.last_message
    assert sent.text == post.text == "Møde 😀 @alice"
    assert sent.parse_entities() == {
        MessageEntity("bold", 0, 4): "Møde",
        MessageEntity("mention", 8, 6): "@alice",
    }
    assert post.html == "<b>Møde</b> 😀 @alice"
    assert sent.reply_markup == BUTTONS
    assert post.rows == [["Ja", "Kort"]]


async def test_a_person_can_be_mentioned_by_number(bot: Client, alice: Person) -> None:
    text = f'<a href="tg://user?id={alice.id}">Alice</a> <a href="tg://user?id=7">Nobody</a>'
    sent = await bot.send_message(alice.id, text, parse_mode="HTML")
    assert sent.entities[0].user is not None
    assert sent.entities[0].user.id == alice.id
    assert alice.chat.last_message.html == text


async def test_replies(bot: Client, alice: Person) -> None:
    question = await alice.says("Hvornår?")
    sent = await bot.send_message(alice.id, "Klokken 17", reply_parameters=ReplyParameters(question.id))
    assert sent.reply_to_message is not None
    assert sent.reply_to_message.text == "Hvornår?"
    assert alice.chat.last_message.reply_to == question.id
    lost = ReplyParameters(999)
    assert "to be replied not found" in await refusal(bot.send_message(alice.id, "x", reply_parameters=lost))
    kind = ReplyParameters(999, allow_sending_without_reply=True)
    await bot.send_message(alice.id, "x", reply_parameters=kind)


async def test_keyboards_that_replace_letters_are_not_in_the_answer(bot: Client, alice: Person) -> None:
    sent = await bot.send_message(alice.id, "?", reply_markup=ReplyKeyboardMarkup([["A", "B"]]))
    assert sent.reply_markup is None
    assert alice.chat.last_message.keyboard is not None
    await bot.send_message(alice.id, "?", reply_markup=ForceReply())


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "BadRequest: Message text is empty"),
        (" \n", "BadRequest: Message text is empty"),
        ("x" * 4097, "BadRequest: Message is too long"),
        ("<x>", "BadRequest: Can't parse entities: unsupported start tag"),
    ],
)
async def test_texts_that_telegram_refuses(bot: Client, alice: Person, text: str, reason: str) -> None:
    said = await refusal(bot.send_message(alice.id, text, parse_mode="HTML"))
    assert said.lower().startswith(reason.lower())


async def test_the_bot_cannot_write_first(bot: Client, tg: LoopbackTelegram) -> None:
    stranger = tg.person("Carla")
    said = await refusal(bot.send_message(stranger.id, "Hej"))
    assert said == "Forbidden: Forbidden: bot can't initiate conversation with a user"
    await stranger.starts()
    await bot.send_message(stranger.id, "Hej")


async def test_people_out_of_reach(bot: Client, alice: Person) -> None:
    alice.blocks_bot()
    said = await refusal(bot.send_message(alice.id, "Hej"))
    assert said == "Forbidden: Forbidden: bot was blocked by the user"
    alice.unblocks_bot()
    await bot.send_message(alice.id, "Hej")
    alice.deletes_account()
    assert "user is deactivated" in await refusal(bot.send_message(alice.id, "Hej"))
    assert await refusal(bot.send_message(5, "Hej")) == "BadRequest: Chat not found"


async def test_groups_out_of_reach(bot: Client, council: Group, alice: Person) -> None:
    await bot.send_message(council.id, "Hej")
    council.remove_bot(by=alice)
    said = await refusal(bot.send_message(council.id, "Hej"))
    assert said == "Forbidden: Forbidden: bot was kicked from the group chat"
    council.add_bot(by=alice)
    assert await bot.leave_chat(council.id)
    assert "bot is not a member of the group chat" in await refusal(bot.send_message(council.id, "Hej"))


async def test_chat_actions(bot: Client, alice: Person) -> None:
    assert await bot.send_chat_action(alice.id, ChatAction.TYPING)
    assert "rong parameter action" in await refusal(bot.send_chat_action(alice.id, "dancing"))
