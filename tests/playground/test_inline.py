import pytest
from telegram import (
    CallbackQuery,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InlineQueryResultArticle,
    InputTextMessageContent,
    Update,
)

from playground import Group, LoopbackTelegram, NoSuchResultError, Person, Post
from tests.playground.kit import Client, refusal

HELP = InlineKeyboardMarkup([[InlineKeyboardButton("Jeg hjælper", callback_data="help:1")]])
DAY = InlineQueryResultArticle(
    "1", "Kulturdag", InputTextMessageContent("<b>Kulturdag</b>", parse_mode="HTML"), reply_markup=HELP
)
PLAIN = InlineQueryResultArticle("2", "Møde", InputTextMessageContent("Møde"))


async def updates(bot: Client) -> list[Update]:
    """What is new, confirmed."""
    found = await bot.get_updates()
    if found:
        await bot.get_updates(offset=found[-1].update_id + 1)
    return list(found)


async def share(bot: Client, who: Person, chat: Group | None = None, which: str = "1") -> Post:
    searched = await who.searches("kultur", chat)
    if searched.answer is None:
        await bot.answer_inline_query(searched.search.query.id, [DAY, PLAIN], cache_time=0)
    return await who.chooses(searched, which)


@pytest.fixture
def elsewhere(tg: LoopbackTelegram, alice: Person) -> Group:
    """A group without the bot."""
    return tg.group("Venner", admins=[alice], members=[tg.person("Carla")], bot="left")


async def test_what_the_bot_learns_of_a_search_and_a_choice(
    bot: Client, alice: Person, elsewhere: Group
) -> None:
    post = await share(bot, alice, elsewhere)
    assert (post.html, post.rows) == ("<b>Kulturdag</b>", [["Jeg hjælper"]])
    assert elsewhere.posts[0].is_via_bot
    assert post.update_id is None
    asked, chosen = await updates(bot)
    assert asked.inline_query is not None
    assert (asked.inline_query.query, asked.inline_query.chat_type) == ("kultur", "group")
    assert asked.inline_query.from_user.id == alice.id
    result = chosen.chosen_inline_result
    assert result is not None
    assert (result.result_id, result.query, result.from_user.id) == ("1", "kultur", alice.id)
    assert result.inline_message_id == post.inline_id is not None


async def test_without_buttons_there_is_nothing_to_change_later(
    bot: Client, alice: Person, elsewhere: Group
) -> None:
    post = await share(bot, alice, elsewhere, "Møde")
    result = (await updates(bot))[-1].chosen_inline_result
    assert result is not None
    assert result.inline_message_id is post.inline_id is None


async def test_without_feedback_the_bot_learns_of_searches_only(
    bot: Client, tg: LoopbackTelegram, alice: Person, elsewhere: Group
) -> None:
    tg.world.inline_feedback = False
    await share(bot, alice, elsewhere)
    (asked,) = await updates(bot)
    assert asked.inline_query is not None


@pytest.mark.parametrize(
    ("where", "kind", "seen"),
    [("sender", "sender", True), ("group", "group", True), ("between", "private", False)],
)
async def test_where_one_can_search(
    bot: Client, tg: LoopbackTelegram, alice: Person, council: Group, where: str, kind: str, *, seen: bool
) -> None:
    room = {"sender": alice.chat, "group": council, "between": tg.between(alice, tg.person("Dora"))}[where]
    searched = await alice.searches("", room)
    await bot.answer_inline_query(searched.search.query.id, [PLAIN])
    post = await alice.chooses(searched)
    asked, _, *written = await updates(bot)
    assert asked.inline_query is not None
    assert asked.inline_query.chat_type == kind
    assert room.posts[-1].text == "Møde"
    assert (post.update_id is not None) == bool(written) == seen
    if seen:
        assert written[0].message is not None
        assert written[0].message.via_bot is not None
        assert written[0].message.via_bot.id == bot.id
    with pytest.raises(LookupError, match="is not in"):
        await tg.person("Bo").searches("", room)


async def tapped(bot: Client) -> CallbackQuery:
    query = (await updates(bot))[-1].callback_query
    assert query is not None
    return query


async def test_taps_carry_the_id_and_not_the_chat(
    bot: Client, tg: LoopbackTelegram, alice: Person, elsewhere: Group
) -> None:
    post = await share(bot, alice, elsewhere)
    carla = tg.person("Carla")
    elsewhere.add(carla)
    tap = await carla.taps(post, "Jeg hjælper")
    query = await tapped(bot)
    assert (query.message, query.inline_message_id) == (None, post.inline_id)
    assert (query.from_user.id, query.data) == (carla.id, "help:1")
    assert await query.answer("Tak")
    assert (await tap.answered()).text == "Tak"
    assert await query.edit_message_text("<i>1 hjælper</i>", parse_mode="HTML", reply_markup=HELP) is True
    assert (post.html, post.history) == ("<i>1 hjælper</i>", ["Kulturdag"])
    assert await query.edit_message_reply_markup() is True
    assert (post.html, post.rows) == ("<i>1 hjælper</i>", [])


async def test_edits_that_are_refused(bot: Client, alice: Person, elsewhere: Group) -> None:
    post = await share(bot, alice, elsewhere)
    inline_id = post.inline_id
    same = bot.edit_message_text("Kulturdag", inline_message_id=inline_id, reply_markup=HELP)
    assert await same is True
    again = bot.edit_message_text("Kulturdag", inline_message_id=inline_id, reply_markup=HELP)
    assert (await refusal(again)).startswith("BadRequest: Message is not modified")
    assert "too long" in await refusal(bot.edit_message_text("x" * 4097, inline_message_id=inline_id))
    caption = bot.edit_message_caption(caption="x", inline_message_id=inline_id)
    assert "no caption in the message to edit" in await refusal(caption)
    unknown = bot.edit_message_text("x", inline_message_id="AgAAANowhere")
    assert await refusal(unknown) == "BadRequest: Message_id_invalid"
    await alice.deletes(post)
    gone = bot.edit_message_reply_markup(inline_message_id=inline_id)
    assert await refusal(gone) == "BadRequest: Message_id_invalid"


async def test_the_same_words_get_the_same_answer_for_a_while(
    bot: Client, tg: LoopbackTelegram, alice: Person
) -> None:
    tg.world.now = lambda: 1000
    bent = tg.person("Bent", started=True)
    first = await alice.searches("kultur")
    await bot.answer_inline_query(first.search.query.id, [DAY], cache_time=60)
    again = await bent.searches("kultur")
    assert (again.update_id, again.answer) == (None, first.answer)
    other = await bent.searches("møde")
    assert other.update_id is not None
    tg.world.now = lambda: 1060
    later = await alice.searches("kultur")
    assert later.update_id is not None
    await bot.answer_inline_query(later.search.query.id, [DAY], is_personal=True, next_offset="2")
    assert (await alice.searches("kultur")).update_id is None
    assert (await bent.searches("kultur")).update_id is not None
    assert (await alice.searches("kultur", offset="2")).update_id is not None


async def test_choosing_waits_for_the_answer_and_looks_for_the_result(bot: Client, alice: Person) -> None:
    searched = await alice.searches("kultur")
    with pytest.raises(TimeoutError, match="'kultur' was not answered"):
        await searched.answered(timeout=0)
    await bot.answer_inline_query(searched.search.query.id, [DAY])
    with pytest.raises(NoSuchResultError, match="Kulturdag"):
        await alice.chooses(searched, "Sommerfest")
