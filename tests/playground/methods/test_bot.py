from telegram import BotCommand, BotCommandScopeAllGroupChats, BotCommandScopeChat

from playground import Group, LoopbackTelegram
from tests.playground.kit import Client, refusal


async def test_who_the_bot_is(bot: Client) -> None:
    me = await bot.get_me()
    assert (me.username, me.is_bot, me.can_read_all_group_messages) == ("samspil_bot", True, False)


async def test_menus_by_scope_and_language(bot: Client, tg: LoopbackTelegram, council: Group) -> None:
    english, danish = BotCommand("plan", "The plan"), BotCommand("plan", "Planen")
    groups, chat = BotCommandScopeAllGroupChats(), BotCommandScopeChat(council.id)
    await bot.set_my_commands([english])
    await bot.set_my_commands([danish], scope=groups, language_code="da")
    await bot.set_my_commands([danish], scope=chat)
    assert await bot.get_my_commands() == (english,)
    assert await bot.get_my_commands(scope=groups, language_code="da") == (danish,)
    assert await bot.get_my_commands(scope=groups) == ()
    assert [command.description for command in tg.menu("chat", chat_id=council.id)] == ["Planen"]
    await bot.delete_my_commands(scope=chat)
    assert tg.menu("chat", chat_id=council.id) == []
    await bot.set_my_commands([])
    assert tg.menu() == []
    unknown = bot.set_my_commands([danish], scope=BotCommandScopeChat(-5))
    assert "hat not found" in await refusal(unknown)


async def test_descriptions_by_language(bot: Client) -> None:
    await bot.set_my_description("Plans")
    await bot.set_my_description("Planer", language_code="da")
    assert (await bot.get_my_description("da")).description == "Planer"
    assert (await bot.get_my_description("ar")).description == "Plans"
    await bot.set_my_short_description("Kort")
    assert (await bot.get_my_short_description()).short_description == "Kort"
    assert (await bot.get_my_name()).name == "Samspil"
    assert "too long" in await refusal(bot.set_my_short_description("x" * 121))


async def test_a_webhook_keeps_polls_away(bot: Client) -> None:
    assert (await bot.get_webhook_info()).url == ""
    await bot.set_webhook("https://hj.dk/hook", secret_token="abc", allowed_updates=["message"])
    info = await bot.get_webhook_info()
    assert (info.url, info.allowed_updates) == ("https://hj.dk/hook", ("message",))
    said = await refusal(bot.get_updates())
    assert said.startswith("Conflict: Conflict: can't use getUpdates method while webhook")
    await bot.delete_webhook(drop_pending_updates=True)
    assert await bot.get_updates() == ()
    assert "https" in await refusal(bot.set_webhook("http://hj.dk"))
    assert "unallowed" in await refusal(bot.set_webhook("https://hj.dk", secret_token="å"))


async def test_leaving_the_server(bot: Client) -> None:
    assert await bot.log_out()
    assert await bot.close()
