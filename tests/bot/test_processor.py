import asyncio
import random
from collections import defaultdict
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from telegram import Update
from telegram.constants import ChatID

from bot.processor import KeyedProcessor, keys_of


def message(number: int, chat: int, user: int) -> Update:
    kind = "private" if chat > 0 else "group"
    data: dict[str, Any] = {
        "message_id": number,
        "date": 0,
        "chat": {"id": chat, "type": kind},
        "from": {"id": user, "is_bot": False, "first_name": "Ada"},
    }
    return Update.de_json({"update_id": number, "message": data}, None)


async def settle() -> None:
    for _ in range(30):
        await asyncio.sleep(0)


class Work:
    """Updates in work, each of which goes on until it is let go."""

    def __init__(self, most: int = 256) -> None:
        self.processor = KeyedProcessor(most)
        self.began: list[int] = []
        self.gates: dict[int, asyncio.Future[None]] = {}
        self.tasks: dict[int, asyncio.Task[None]] = {}

    def comes(self, update: Update) -> None:
        number = update.update_id
        self.gates[number] = asyncio.get_running_loop().create_future()
        self.tasks[number] = asyncio.create_task(self.processor.process_update(update, self._handle(number)))

    async def _handle(self, number: int) -> None:
        self.began.append(number)
        await self.gates[number]

    async def ends(self, number: int, error: Exception | None = None) -> None:
        if error is None:
            self.gates[number].set_result(None)
        else:
            self.gates[number].set_exception(error)
        await asyncio.wait({self.tasks[number]})
        await settle()


class TestKeys:
    def test_a_private_chat_and_its_person_are_one(self) -> None:
        assert keys_of(message(1, 7, 7)) == {7}

    def test_a_group_has_two(self) -> None:
        assert keys_of(message(1, -5, 7)) == {-5, 7}

    @pytest.mark.parametrize("nobody", [ChatID.ANONYMOUS_ADMIN, ChatID.FAKE_CHANNEL, ChatID.SERVICE_CHAT])
    def test_accounts_that_stand_for_many_do_not_count(self, nobody: int) -> None:
        assert keys_of(message(1, -5, nobody)) == {-5}

    def test_what_is_no_update_has_none(self) -> None:
        assert keys_of("a text") == frozenset()


class TestOrder:
    async def test_one_at_a_time_in_a_chat(self) -> None:
        work = Work()
        for number in (1, 2, 3):
            work.comes(message(number, -5, number))
        await settle()
        assert work.began == [1]
        await work.ends(1)
        assert work.began == [1, 2]

    async def test_one_at_a_time_for_a_person_in_different_chats(self) -> None:
        work = Work()
        work.comes(message(1, -5, 7))
        work.comes(message(2, -6, 7))
        work.comes(message(3, 7, 7))
        await settle()
        assert work.began == [1]

    async def test_others_do_not_wait(self) -> None:
        work = Work()
        work.comes(message(1, -5, 7))
        work.comes(message(2, -6, 8))
        await settle()
        assert work.began == [1, 2]

    async def test_waits_for_both_its_chat_and_its_person(self) -> None:
        work = Work()
        work.comes(message(1, -5, 7))
        work.comes(message(2, -6, 8))
        work.comes(message(3, -5, 8))
        await work.ends(1)
        assert work.began == [1, 2]
        await work.ends(2)
        assert work.began == [1, 2, 3]

    async def test_a_busy_chat_does_not_take_the_places_of_others(self) -> None:
        work = Work(most=2)
        for number in range(10):
            work.comes(message(number, -5, 7))
        work.comes(message(10, -6, 8))
        work.comes(message(11, -7, 9))
        await settle()
        assert work.began == [0, 10]
        await work.ends(10)
        assert work.began == [0, 10, 11]


class TestAccidents:
    async def test_an_error_does_not_block_the_next(self) -> None:
        work = Work()
        work.comes(message(1, 7, 7))
        work.comes(message(2, 7, 7))
        await settle()
        await work.ends(1, ValueError())
        assert isinstance(work.tasks[1].exception(), ValueError)
        assert work.began == [1, 2]

    async def test_nor_does_a_cancellation_in_work(self) -> None:
        work = Work()
        work.comes(message(1, 7, 7))
        work.comes(message(2, 7, 7))
        await settle()
        work.tasks[1].cancel()
        await settle()
        assert work.began == [1, 2]

    async def test_a_cancellation_in_line_lets_nobody_jump_the_queue(self) -> None:
        work = Work()
        for number in (1, 2, 3):
            work.comes(message(number, 7, 7))
        await settle()
        work.tasks[2].cancel()
        await settle()
        assert work.tasks[2].cancelled()
        assert work.began == [1]
        await work.ends(1)
        assert work.began == [1, 3]

    async def test_nothing_is_remembered(self) -> None:
        work = Work()
        for number in range(20):
            work.comes(message(number, -number // 3 - 1, number % 4 + 1))
        await settle()
        for number in (5, 6, 7):
            work.tasks[number].cancel()
        for number in range(20):
            if not work.tasks[number].done():
                await work.ends(number)
        assert len(work.processor) == 0


arrivals = st.lists(st.tuples(st.integers(-3, -1), st.integers(1, 3)), max_size=30)


@given(arrivals, st.integers(1, 5), st.randoms(use_true_random=False))
def test_every_chat_and_person_sees_their_own_order(
    arrivals: list[tuple[int, int]], most: int, chance: random.Random
) -> None:
    seen: defaultdict[int, list[int]] = defaultdict(list)
    at_once: set[int] = set()

    async def handle(number: int, keys: frozenset[int]) -> None:
        assert not at_once & keys
        at_once.update(keys)
        for key in keys:
            seen[key].append(number)
        for _ in range(chance.randrange(4)):
            await asyncio.sleep(0)
        at_once.difference_update(keys)

    async def main() -> None:
        processor = KeyedProcessor(most)
        updates = [message(number, *who) for number, who in enumerate(arrivals)]
        await asyncio.gather(
            *(processor.process_update(each, handle(each.update_id, keys_of(each))) for each in updates)
        )
        await asyncio.sleep(0)
        assert len(processor) == 0

    asyncio.run(main())
    assert all(line == sorted(line) for line in seen.values())
    assert sum(map(len, seen.values())) == 2 * len(arrivals)
