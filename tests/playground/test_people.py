import pytest
from telegram import Message, Update

from playground import Group, LoopbackTelegram, Person
from tests.playground.kit import Client


async def last(bot: Client) -> Update:
    return (await bot.get_updates())[-1]


async def received(bot: Client) -> Message:
    message = (await last(bot)).message
    assert message is not None
    return message


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("hej alle", False),
        ("/plan", True),
        ("/plan@samspil_bot", True),
        ("/plan@another_bot", False),
        ("hvad siger @Samspil_Bot?", True),
    ],
)
async def test_what_privacy_mode_lets_through(
    tg: LoopbackTelegram, alice: Person, council: Group, text: str, *, seen: bool
) -> None:
    post = await alice.says(text, council)
    assert (post.update_id is not None) == seen
    assert ("unseen" in str(tg.transcript)) != seen


async def test_replies_to_the_bot_are_seen(bot: Client, alice: Person, council: Group) -> None:
    await bot.send_message(council.id, "Hvornår?")
    answer = await alice.says("I morgen", council, reply_to=council.last_message)
    assert answer.update_id is not None
    message = await received(bot)
    assert message.reply_to_message is not None
    assert message.reply_to_message.text == "Hvornår?"


async def test_an_administrator_bot_sees_everything(alice: Person, council: Group) -> None:
    council.promote(by=alice)
    assert (await alice.says("hej alle", council)).update_id is not None


async def test_who_writes(bot: Client, alice: Person) -> None:
    await alice.starts("invite_42")
    message = await received(bot)
    assert message.from_user is not None
    assert (message.text, message.chat.type) == ("/start invite_42", "private")
    assert (message.from_user.language_code, message.from_user.username) == ("da", "alice")
    assert [entity.type for entity in message.entities] == ["bot_command"]


async def test_anonymous_administrators_and_forwards(
    bot: Client, tg: LoopbackTelegram, alice: Person, council: Group
) -> None:
    await alice.says("/setup", council, anonymously=True)
    message = await received(bot)
    assert message.from_user is not None
    assert message.sender_chat is not None
    assert (message.from_user.id, message.sender_chat.id) == (1087968824, council.id)
    await alice.says("/note", council, forwarded_from=tg.person("Bo"))
    forwarded = await received(bot)
    assert forwarded.forward_origin is not None
    assert forwarded.forward_origin.type == "user"


async def test_blocking(bot: Client, alice: Person) -> None:
    alice.blocks_bot()
    blocked = (await last(bot)).my_chat_member
    assert blocked is not None
    assert blocked.new_chat_member.status == "kicked"
    await alice.says("/start")
    back = (await bot.get_updates())[-2].my_chat_member
    assert back is not None
    assert back.new_chat_member.status == "member"
    await bot.send_message(alice.id, "Velkommen tilbage")


async def test_editing_a_caption(bot: Client, alice: Person) -> None:
    post = await alice.sends_file("a.txt", b"x", caption="/import", as_photo=False)
    await alice.edits(post, "/import nu")
    edited = (await last(bot)).edited_message
    assert edited is not None
    assert (edited.caption, edited.text) == ("/import nu", None)
