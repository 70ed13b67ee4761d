import asyncio
from datetime import timedelta
from random import Random

import pytest
from telegram.error import NetworkError, RetryAfter, TelegramError

from playground import LoopbackTelegram, Person
from playground.faults import Fault, Faults
from tests.playground.kit import Client


async def test_too_many_requests_once(
    monkeypatch: pytest.MonkeyPatch, bot: Client, tg: LoopbackTelegram, alice: Person
) -> None:
    monkeypatch.setenv("PTB_TIMEDELTA", "1")
    tg.faults.too_many("sendMessage", retry_after=7)
    with pytest.raises(RetryAfter) as caught:
        await bot.send_message(alice.id, "x")
    assert caught.value.retry_after == timedelta(seconds=7)
    await bot.send_message(alice.id, "x")
    assert len(alice.chat.spoken) == 1


@pytest.mark.parametrize("code", [500, 502])
async def test_server_errors(bot: Client, tg: LoopbackTelegram, alice: Person, code: int) -> None:
    tg.faults.server_error(code=code)
    with pytest.raises(NetworkError):
        await bot.send_message(alice.id, "x")
    assert alice.chat.spoken == []


async def test_a_connection_lost_before_the_effect(bot: Client, tg: LoopbackTelegram, alice: Person) -> None:
    tg.faults.drop_before("sendMessage")
    with pytest.raises(NetworkError):
        await bot.send_message(alice.id, "x")
    assert alice.chat.spoken == []
    await bot.send_message(alice.id, "x")


async def test_an_answer_lost_after_the_effect(bot: Client, tg: LoopbackTelegram, alice: Person) -> None:
    tg.faults.drop_after("sendMessage")
    with pytest.raises(NetworkError):
        await bot.send_message(alice.id, "x")
    assert [post.text for post in alice.chat.spoken] == ["x"]


async def test_an_answer_that_is_no_json(bot: Client, tg: LoopbackTelegram, alice: Person) -> None:
    tg.faults.garbage("sendMessage")
    with pytest.raises(TelegramError, match="Invalid server response"):
        await bot.send_message(alice.id, "x")
    assert tg.faults.hits == {"garbage": 1}


async def test_slow_answers(bot: Client, tg: LoopbackTelegram, alice: Person) -> None:
    tg.faults.delay(0.05)
    loop = asyncio.get_running_loop()
    began = loop.time()
    await asyncio.gather(*(bot.send_message(alice.id, text) for text in "abc"))
    assert 0.05 <= loop.time() - began < 1
    tg.faults.clear()
    assert tg.faults.rules == []


async def test_updates_delivered_twice(bot: Client, tg: LoopbackTelegram, alice: Person) -> None:
    tg.faults.duplicates(times=1)
    post = await alice.says("Hej")
    assert [update.update_id for update in await bot.get_updates()] == [post.update_id] * 2
    assert len(await bot.get_updates()) == 1


def test_chance_is_repeatable() -> None:
    def struck(seed: int) -> list[bool]:
        faults = Faults(Random(seed))
        faults.add(Fault("refuse", times=None, probability=0.3))
        return [bool(faults.strike("sendMessage")) for _ in range(200)]

    assert struck(1) == struck(1) != struck(2)
    assert 30 < sum(struck(1)) < 90


def test_rules_for_all_methods_spare_polls() -> None:
    faults = Faults()
    faults.server_error(times=2)
    assert faults.strike("getUpdates") == []
    assert [len(faults.strike("getMe")) for _ in range(3)] == [1, 1, 0]
