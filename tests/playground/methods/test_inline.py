from telegram import InlineQueryResultArticle, InlineQueryResultsButton, InputTextMessageContent

from playground import Person
from tests.playground.kit import Client, refusal

RESULT = InlineQueryResultArticle("1", "Kulturdag", InputTextMessageContent("Kulturdag"), description="I år")


async def test_an_answer_is_given_once(bot: Client, alice: Person) -> None:
    searched = await alice.searches("kultur")
    (update,) = await bot.get_updates()
    assert update.inline_query is not None
    twice = update.inline_query.answer([RESULT, RESULT])
    assert await refusal(twice) == "BadRequest: Result_id_duplicate"
    button = InlineQueryResultsButton("Log ind", start_parameter="login")
    assert await update.inline_query.answer([RESULT], button=button, is_personal=True, cache_time=5)
    answer = await searched.answered()
    assert (answer.titles, answer.is_personal, answer.cache_time) == (["Kulturdag"], True, 5)
    assert answer.button is not None
    await alice.starts(answer.button.start_parameter)
    assert alice.chat.posts[-1].text == "/start login"
    assert "too old" in await refusal(update.inline_query.answer([RESULT]))


async def test_queries_that_are_too_old_or_never_were(bot: Client, alice: Person) -> None:
    searched = await alice.searches("kultur")
    searched.expire()
    assert "too old" in await refusal(bot.answer_inline_query(searched.search.query.id, [RESULT]))
    assert "too old" in await refusal(bot.answer_inline_query("5", [RESULT]))


async def test_how_long_an_answer_is_remembered_and_where_it_goes_on(bot: Client, alice: Person) -> None:
    searched = await alice.searches("kultur")
    number = searched.search.query.id
    assert await refusal(bot.answer_inline_query(number, [], next_offset="æ" * 33)) == (
        "BadRequest: Next_offset_invalid"
    )
    assert await bot.answer_inline_query(number, [], next_offset="50", cache_time=10**6)
    assert searched.answer is not None
    assert (searched.answer.next_offset, searched.answer.cache_time) == ("50", 86400)


async def test_people_are_mentioned_in_results(bot: Client, alice: Person) -> None:
    searched = await alice.searches("alice")
    text = InputTextMessageContent(f'<a href="tg://user?id={alice.id}">Alice</a>', parse_mode="HTML")
    await bot.answer_inline_query(searched.search.query.id, [InlineQueryResultArticle("1", "A", text)])
    post = await alice.chooses(searched)
    assert post.message.entities is not None
    assert post.message.entities[0].type == "text_mention"
