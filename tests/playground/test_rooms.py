import pytest
from telegram import Update
from telegram.error import ChatMigrated

from playground import Group, LoopbackTelegram, Person
from tests.playground.kit import Client


async def updates(bot: Client) -> list[Update]:
    found = await bot.get_updates(allowed_updates=Update.ALL_TYPES)
    if found:
        await bot.get_updates(offset=found[-1].update_id + 1)
    return list(found)


async def test_the_bot_comes_and_goes(bot: Client, tg: LoopbackTelegram, alice: Person) -> None:
    group = tg.group("Ny", admins=[alice], bot="left")
    assert (await alice.says("/start", group)).update_id is None
    group.add_bot(by=alice)
    group.remove_bot(by=alice)
    added, welcome, removed, farewell = await updates(bot)
    assert added.my_chat_member is not None
    assert added.my_chat_member.new_chat_member.status == "member"
    assert added.my_chat_member.from_user.id == alice.id
    assert welcome.message is not None
    assert [user.id for user in welcome.message.new_chat_members] == [bot.id]
    assert removed.my_chat_member is not None
    assert removed.my_chat_member.old_chat_member.status == "member"
    assert removed.my_chat_member.new_chat_member.status == "kicked"
    assert farewell.message is not None
    assert farewell.message.left_chat_member is not None


async def test_members_come_and_go(bot: Client, tg: LoopbackTelegram, alice: Person, council: Group) -> None:
    council.promote(by=alice)
    await updates(bot)
    carla = tg.person("Carla")
    council.add(carla, by=alice)
    council.remove(carla)
    joined, hello, left, bye = await updates(bot)
    assert joined.chat_member is not None
    assert joined.chat_member.new_chat_member.status == "member"
    assert hello.message is not None
    assert hello.message.new_chat_members[0].id == carla.id
    assert left.chat_member is not None
    assert left.chat_member.new_chat_member.status == "left"
    assert bye.message is not None
    with pytest.raises(LookupError, match="is not in"):
        await carla.says("Hej", council)


async def test_a_group_becomes_a_supergroup(bot: Client, alice: Person, council: Group) -> None:
    old = council.id
    council.migrate()
    leaving, arriving = await updates(bot)
    assert leaving.message is not None
    assert arriving.message is not None
    assert (leaving.message.chat_id, leaving.message.migrate_to_chat_id) == (old, council.id)
    assert (arriving.message.chat_id, arriving.message.migrate_from_chat_id) == (council.id, old)
    with pytest.raises(ChatMigrated) as caught:
        await bot.send_message(old, "Hej")
    assert caught.value.new_chat_id == council.id
    sent = await bot.send_message(council.id, "Hej")
    assert (sent.chat.type, sent.message_id) == ("supergroup", 2)
    assert (await alice.says("/hej", council)).id == 3


async def test_another_title(bot: Client, alice: Person, council: Group) -> None:
    council.rename("Integrationsråd", by=alice)
    (update,) = await updates(bot)
    assert update.message is not None
    assert update.message.new_chat_title == update.message.chat.title == "Integrationsråd"


async def test_messages_are_read_one_after_the_other(bot: Client, alice: Person, council: Group) -> None:
    for text in "abc":
        await bot.send_message(council.id, text)
    assert (await council.next_message()).text == "a"
    assert [post.text for post in council.read_all()] == ["b", "c"]
    with pytest.raises(TimeoutError, match=r"no new message from the bot in <group .*rådet"):
        await council.next_message(timeout=0)
    with pytest.raises(LookupError, match="has said nothing"):
        _ = alice.chat.last_message
