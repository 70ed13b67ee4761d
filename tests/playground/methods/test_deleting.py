from playground import Group, Person
from tests.playground.kit import Client, refusal


async def test_only_own_messages_unless_one_is_an_administrator(
    bot: Client, alice: Person, council: Group
) -> None:
    hers = await alice.says("/hej", council)
    assert "can't be deleted" in await refusal(bot.delete_message(council.id, hers.id))
    assert "to delete not found" in await refusal(bot.delete_message(council.id, 999))
    council.promote(by=alice)
    assert await bot.delete_message(council.id, hers.id)
    assert hers.is_deleted


async def test_deleting_several(bot: Client, alice: Person) -> None:
    posts = [await bot.send_message(alice.id, text) for text in "ab"]
    assert await bot.delete_messages(alice.id, [*(post.message_id for post in posts), 999])
    assert alice.chat.posts == []
