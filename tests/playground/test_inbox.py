import asyncio

import pytest
from telegram.error import Conflict

from playground import LoopbackTelegram, Person
from playground.errors import ApiError
from playground.inbox import REMEMBERED, Inbox
from tests.playground.kit import Client


async def test_updates_stay_until_a_later_offset_confirms_them(bot: Client, alice: Person) -> None:
    posts = [await alice.says(text) for text in "abc"]
    updates = await bot.get_updates()
    assert [update.update_id for update in updates] == [post.update_id for post in posts]
    assert await bot.get_updates() == updates
    later = await bot.get_updates(offset=updates[0].update_id + 1, limit=1)
    assert [update.message.text for update in later if update.message] == ["b"]
    assert await bot.get_updates(offset=-1) == (updates[2],)
    assert await bot.get_updates(offset=updates[2].update_id + 1) == ()


async def test_a_poll_waits_for_an_update(bot: Client, tg: LoopbackTelegram, alice: Person) -> None:
    poll = asyncio.create_task(bot.get_updates(timeout=5))
    assert await tg.world.inbox.taken.until(lambda: tg.calls("getUpdates"), 5)
    post = await alice.says("Hej")
    (update,) = await poll
    assert update.update_id == post.update_id


async def test_the_second_of_two_polls_ends_the_first(bot: Client, tg: LoopbackTelegram) -> None:
    first = asyncio.create_task(bot.get_updates(timeout=5))
    assert await tg.world.inbox.taken.until(lambda: tg.calls("getUpdates"), 5)
    assert await bot.get_updates() == ()
    with pytest.raises(Conflict, match="terminated by other getUpdates request"):
        await first


async def test_only_the_updates_that_were_asked_for(bot: Client, alice: Person) -> None:
    await bot.get_updates(allowed_updates=["callback_query"])
    assert (await alice.says("Hej")).update_id is None
    await bot.get_updates(allowed_updates=[])
    assert (await alice.says("Hej")).update_id is not None


async def test_at_most_a_hundred_at_once() -> None:
    inbox = Inbox(first_id=1)
    for _ in range(120):
        inbox.push("message", {})
    assert len(await inbox.take(0, 100, 0)) == 100
    assert len(await inbox.take(0, 500, 0)) == 100
    assert len(await inbox.take(101, 100, 0)) == 20
    assert inbox.confirmed == 100


async def test_a_confirmed_update_can_come_again(bot: Client, tg: LoopbackTelegram, alice: Person) -> None:
    post = await alice.says("Hej")
    assert post.update_id is not None
    await bot.get_updates(offset=post.update_id + 1)
    await tg.confirmed(post)
    new = await alice.says("Igen")
    tg.repeats(post.update_id)
    assert [u.update_id for u in await bot.get_updates()] == [post.update_id, new.update_id]


async def test_only_so_many_confirmed_updates_are_remembered() -> None:
    inbox = Inbox(first_id=1)
    for _ in range(REMEMBERED + 1):
        inbox.push("message", {})
    inbox.drop()
    inbox.repeat(2)
    with pytest.raises(KeyError):
        inbox.repeat(1)


async def test_an_update_shows_the_message_as_it_was(bot: Client, alice: Person) -> None:
    post = await alice.says("Hej")
    await alice.edits(post, "Hej igen")
    new, edited = await bot.get_updates()
    assert new.message is not None
    assert edited.edited_message is not None
    assert (new.message.text, edited.edited_message.text) == ("Hej", "Hej igen")
    assert post.history == ["Hej"]


async def test_a_poll_that_nothing_ends_answers_with_nothing() -> None:
    inbox = Inbox()
    waiting = asyncio.ensure_future(inbox.take(0, 100, 50))
    await asyncio.sleep(0)
    inbox.wake()
    assert await waiting == []
    interrupted = asyncio.ensure_future(inbox.take(0, 100, 50))
    await asyncio.sleep(0)
    inbox.interrupt("why")
    with pytest.raises(ApiError, match="Conflict: why"):
        await interrupted
