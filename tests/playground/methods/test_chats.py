from telegram import ChatMemberAdministrator, ChatMemberLeft, ChatMemberMember, ChatMemberOwner

from playground import Group, LoopbackTelegram, Person
from tests.playground.kit import Client, refusal


async def test_who_is_in_a_group(bot: Client, tg: LoopbackTelegram, alice: Person, council: Group) -> None:
    deputy = tg.person("Dora")
    council.add(deputy, by=alice, admin=True)
    outsider = tg.person("Erik")
    kinds = {
        alice: ChatMemberOwner,
        deputy: ChatMemberAdministrator,
        outsider: ChatMemberLeft,
    }
    for person, kind in kinds.items():
        member = await bot.get_chat_member(council.id, person.id)
        assert isinstance(member, kind)
        assert member.user.first_name == person.user.first_name
    assert isinstance(await bot.get_chat_member(council.id, bot.id), ChatMemberMember)
    assert await bot.get_chat_member_count(council.id) == 4
    admins = await bot.get_chat_administrators(council.id)
    assert {admin.user.id for admin in admins} == {alice.id, deputy.id}
    assert "user_id" in await refusal(bot.get_chat_member(council.id, 5))


async def test_private_chats_have_no_administrators(bot: Client, alice: Person) -> None:
    said = await refusal(bot.get_chat_administrators(alice.id))
    assert "no administrators in the private chat" in said
    assert await bot.get_chat_member_count(alice.id) == 2
    assert "private chats" in await refusal(bot.leave_chat(alice.id))


async def test_a_chat(bot: Client, alice: Person, council: Group) -> None:
    chat = await bot.get_chat(council.id)
    assert (chat.type, chat.title) == ("group", "Integrationsrådet")
    assert (await bot.get_chat(alice.id)).username == "alice"
    council.remove_bot(by=alice)
    assert "kicked" in await refusal(bot.get_chat(council.id))


async def test_pinning_needs_an_administrator(bot: Client, alice: Person, council: Group) -> None:
    sent = await bot.send_message(council.id, "Plan")
    assert "not enough rights" in (await refusal(sent.pin())).lower()
    council.promote(by=alice)
    assert await sent.pin()
    assert await sent.pin()
    assert [post.text for post in council.pinned] == ["Plan"]
    pinned = (await bot.get_chat(council.id)).pinned_message
    assert pinned is not None
    assert await bot.unpin_chat_message(council.id)
    assert council.pinned == []
    assert "to unpin not found" in await refusal(bot.unpin_chat_message(council.id))
    assert "to pin not found" in await refusal(bot.pin_chat_message(council.id, 999))
    assert await bot.unpin_all_chat_messages(council.id)
