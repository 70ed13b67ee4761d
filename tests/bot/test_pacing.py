import asyncio
import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from telegram.error import BadRequest, NetworkError, RetryAfter, TelegramError, TimedOut

from bot.failures import (
    FloodWaitError,
    NotSentError,
    NotSentInTimeError,
    ServerTroubleError,
    UnreadableAnswerError,
)
from bot.lanes import Priority
from bot.pacing import Pacer

from .conftest import StillTime

GROUP = -100


def flood(seconds: float) -> RetryAfter:
    return FloodWaitError(dt.timedelta(seconds=seconds))


class Desk:
    """Requests through a pacer on a still clock, and when each was really sent."""

    def __init__(self, still: StillTime, **options: Any) -> None:
        self.still = still
        self.pacer = Pacer(clock=still.clock, sleep=still.sleep, **options)
        self.sent: list[tuple[float, object, str]] = []
        self.troubles: list[TelegramError] = []
        self.tasks: list[asyncio.Task[object]] = []

    def request(
        self,
        chat: object = 1,
        endpoint: str = "sendMessage",
        tag: str = "",
        priority: Priority | None = None,
    ) -> asyncio.Task[object]:
        data = {} if chat is None else {"chat_id": chat}

        async def send() -> bool:
            self.sent.append((self.still.now, chat, tag))
            if self.troubles:
                raise self.troubles.pop(0)
            return True

        work = self.pacer.process_request(send, (), {}, endpoint, data, priority)
        self.tasks.append(asyncio.create_task(work))
        return self.tasks[-1]

    def times(self, chat: object = 1) -> list[float]:
        return [round(when, 2) for when, whom, _ in self.sent if whom == chat]

    def tags(self) -> str:
        return "".join(tag for _, _, tag in self.sent)


MakeDesk = Callable[..., Desk]


@pytest.fixture
def desk(still: StillTime) -> MakeDesk:
    return lambda **options: Desk(still, **options)


def most_in(span: float, times: list[float]) -> int:
    return max(sum(start <= each < start + span for each in times) for start in times)


class TestAll:
    async def test_never_more_than_thirty_in_any_second(self, desk: MakeDesk, still: StillTime) -> None:
        at = desk()
        for chat in range(1, 301):
            at.request(chat)
        await still.advance(12)
        times = [when for when, _, _ in at.sent]
        assert len(times) == 300
        assert most_in(1.0, times) == 30
        assert 9.9 < times[-1] < 10.1

    async def test_nothing_is_saved_up_in_a_quiet_time(self, desk: MakeDesk, still: StillTime) -> None:
        at = desk()
        await still.advance(1000)
        for chat in range(1, 100):
            at.request(chat)
        await still.advance(10)
        assert most_in(1.0, [when for when, _, _ in at.sent]) == 30

    async def test_can_be_switched_off(self, desk: MakeDesk, still: StillTime) -> None:
        at = desk(per_second=None)
        for chat in range(1, 2001):
            at.request(chat)
        await still.settle()
        assert len(at.sent) == 2000

    async def test_single_chats_limits_can_be_switched_off_too(
        self, desk: MakeDesk, still: StillTime
    ) -> None:
        at = desk(per_second=None, per_chat=False)
        for chat in (1, GROUP):
            for _ in range(500):
                at.request(chat)
        await still.settle()
        assert len(at.sent) == 1000

    async def test_without_limits_a_server_in_trouble_is_still_waited_for(
        self, desk: MakeDesk, still: StillTime
    ) -> None:
        at = desk(per_second=None, per_chat=False)
        at.troubles = [flood(10), ServerTroubleError(502, "x")]
        put_off = at.request(1)
        await still.settle()
        at.request(1)
        await still.advance(30)
        assert put_off.result() is True
        assert at.times() == [0, 10.1, 10.1, 11.1]

    async def test_thousands_wait_in_little_time(self, desk: MakeDesk, still: StillTime) -> None:
        at = desk(per_second=None)
        for chat in range(1, 2001):
            for _ in range(5):
                at.request(chat)
        began = asyncio.get_running_loop().time()
        await still.advance(3)
        assert len(at.sent) == 10_000
        assert asyncio.get_running_loop().time() - began < 5


class TestChats:
    async def test_a_person_gets_a_few_at_once_then_one_a_second(
        self, desk: MakeDesk, still: StillTime
    ) -> None:
        at = desk(per_second=None)
        for _ in range(6):
            at.request(1)
        await still.advance(10)
        assert at.times() == [0, 0, 0, 1, 2, 3]

    async def test_a_group_gets_twenty_a_minute(self, desk: MakeDesk, still: StillTime) -> None:
        at = desk(per_second=None)
        for _ in range(50):
            at.request(GROUP)
        await still.advance(200)
        assert at.times(GROUP) == [0] * 20 + [60] * 20 + [120] * 10

    @pytest.mark.parametrize("same", ["-100", -100])
    async def test_an_id_given_as_text_is_the_same_chat(
        self, desk: MakeDesk, still: StillTime, same: object
    ) -> None:
        at = desk(per_second=None)
        for _ in range(20):
            at.request(GROUP)
        at.request(same, tag="x")
        await still.advance(59)
        assert at.tags() == ""

    async def test_a_channel_by_name_is_a_group(self, desk: MakeDesk, still: StillTime) -> None:
        at = desk(per_second=None)
        for _ in range(21):
            at.request("@samspil")
        await still.advance(59)
        assert len(at.sent) == 20

    async def test_one_chat_does_not_hold_up_another(self, desk: MakeDesk, still: StillTime) -> None:
        at = desk()
        for _ in range(50):
            at.request(1)
        at.request(2)
        await still.advance(0.2)
        assert at.times(2)[0] < 0.2

    async def test_edits_in_private_go_at_once(self, desk: MakeDesk, still: StillTime) -> None:
        at = desk(per_second=None)
        for _ in range(10):
            at.request(1, "editMessageText")
        await still.settle()
        assert len(at.sent) == 10

    @pytest.mark.parametrize("endpoint", ["answerCallbackQuery", "getFile", "getMe", "sendChatAction"])
    async def test_what_is_no_message_never_waits(
        self, desk: MakeDesk, still: StillTime, endpoint: str
    ) -> None:
        at = desk()
        for _ in range(100):
            at.request(GROUP, endpoint)
        at.request(GROUP, tag="m")
        await still.settle()
        assert len(at.sent) == 101

    async def test_silent_chats_are_forgotten(self, desk: MakeDesk, still: StillTime) -> None:
        at = desk(per_second=None)
        for chat in range(1, 5001):
            at.request(chat)
            at.request(-chat)
            if chat % 100 == 0:
                await still.advance(10)
        await still.settle()
        assert len(at.sent) == 10_000
        assert len(at.pacer._turnstile) < 2500


class TestPriority:
    async def test_answers_go_before_notices(self, desk: MakeDesk, still: StillTime) -> None:
        at = desk()
        for chat in range(1, 61):
            at.request(chat, tag="n", priority=Priority.NOTICE)
        await still.advance(1)
        for chat in range(100, 110):
            at.request(chat, tag="a")
        await still.advance(2)
        assert at.tags() == "n" * 30 + "a" * 10 + "n" * 30

    async def test_also_within_a_chat(self, desk: MakeDesk, still: StillTime) -> None:
        at = desk()
        for _ in range(5):
            at.request(1, tag="n", priority=Priority.NOTICE)
        await still.settle()
        at.request(1, tag="a")
        await still.advance(10)
        assert at.tags() in {"nannnn", "nnannn"}

    async def test_an_answer_takes_its_waiting_chat_to_the_front(
        self, desk: MakeDesk, still: StillTime
    ) -> None:
        at = desk()
        for chat in range(1, 100):
            at.request(chat, tag="n", priority=Priority.NOTICE)
        await still.settle()
        at.request(99, tag="a")
        await still.advance(10)
        assert at.tags() == "na" + "n" * 98

    async def test_a_caller_that_gave_up_costs_nobody_a_turn(self, desk: MakeDesk, still: StillTime) -> None:
        at = desk()
        waiting = [at.request(chat) for chat in range(1, 31)]
        await still.settle()
        for each in waiting[1:29]:
            each.cancel()
        await still.advance(0.04)
        assert [chat for _, chat, _ in at.sent] == [1, 30]


class TestFlood:
    async def test_the_chat_waits_and_others_do_not(self, desk: MakeDesk, still: StillTime) -> None:
        at = desk(per_second=None)
        at.troubles = [flood(10)]
        refused = at.request(1)
        await still.settle()
        at.request(1)
        at.request(2)
        await still.advance(30)
        assert at.times(2) == [0]
        assert at.times(1) == [0, 10.1, 11.1]
        assert refused.result() is True

    async def test_who_was_refused_keeps_its_place(self, desk: MakeDesk, still: StillTime) -> None:
        at = desk(per_second=None)
        at.troubles = [flood(5)]
        for tag in "abcde":
            at.request(1, tag=tag)
        await still.advance(30)
        assert at.tags() == "aabcde"

    async def test_nothing_is_saved_up_in_a_groups_pause(self, desk: MakeDesk, still: StillTime) -> None:
        at = desk(per_second=None)
        at.troubles = [flood(80)]
        at.request(GROUP)
        await still.settle()
        for _ in range(30):
            at.request(GROUP)
        await still.advance(80)
        assert len(at.sent) == 1
        await still.advance(60)
        assert most_in(3.0, [when for when, _, _ in at.sent]) == 1

    async def test_without_a_chat_all_wait_and_then_keep_their_distance(
        self, desk: MakeDesk, still: StillTime
    ) -> None:
        at = desk()
        at.troubles = [flood(20)]
        at.request(None, "editMessageText")
        await still.settle()
        for chat in range(1, 101):
            at.request(chat)
        await still.advance(40)
        times = [when for when, _, _ in at.sent]
        assert times[1] == pytest.approx(20.1)
        assert most_in(1.0, times) == 30

    async def test_what_is_no_message_waits_alone(self, desk: MakeDesk, still: StillTime) -> None:
        at = desk()
        at.troubles = [flood(60)]
        at.request(None, "setMyCommands", tag="s")
        await still.settle()
        at.request(1, tag="m")
        await still.advance(61)
        assert at.tags() == "sms"

    async def test_a_wait_of_hours_is_raised_to_all_who_wait(self, desk: MakeDesk, still: StillTime) -> None:
        at = desk(per_second=None)
        at.troubles = [flood(5), flood(40_000)]
        waiting = [at.request(1) for _ in range(4)]
        await still.advance(6)
        later = at.request(1)
        await still.settle()
        assert at.times() == [0, 5.1]
        assert all(isinstance(each.exception(), FloodWaitError) for each in [*waiting, later])
        await still.advance(40_001)
        at.request(1)
        await still.settle()
        assert len(at.sent) == 3

    async def test_gives_up_after_some_tries(self, desk: MakeDesk, still: StillTime) -> None:
        at = desk(retries=2)
        at.troubles = [flood(1) for _ in range(9)]
        refused = at.request(1)
        await still.advance(100)
        assert isinstance(refused.exception(), RetryAfter)
        assert len(at.sent) == 3


class TestRetries:
    @pytest.mark.parametrize(
        "error", [NotSentError("x"), NotSentInTimeError("x"), ServerTroubleError(502, "x")]
    )
    async def test_repeats_what_was_not_done(
        self, desk: MakeDesk, still: StillTime, error: TelegramError
    ) -> None:
        at = desk()
        at.troubles = [error] * 3
        request = at.request(1)
        await still.advance(10)
        assert request.result() is True
        gaps = [round(late - soon, 1) for soon, late in zip(at.times(), at.times()[1:], strict=False)]
        assert gaps == [0.5, 1.0, 2.0]

    @pytest.mark.parametrize(
        "error",
        [TimedOut(), NetworkError("broken"), UnreadableAnswerError("x"), ServerTroubleError(504, "x")],
    )
    @pytest.mark.parametrize(
        ("endpoint", "again"),
        [
            ("sendMessage", False),
            ("sendDocument", False),
            ("copyMessage", False),
            ("editMessageText", True),
            ("answerCallbackQuery", True),
            ("getFile", True),
            ("getChatMember", True),
            ("setMyCommands", True),
        ],
    )
    async def test_says_nothing_twice(
        self, desk: MakeDesk, still: StillTime, error: TelegramError, endpoint: str, *, again: bool
    ) -> None:
        at = desk()
        at.troubles = [error]
        request = at.request(1, endpoint)
        await still.advance(10)
        assert len(at.sent) == 1 + again
        assert (request.exception() is None) is again

    async def test_a_refusal_is_final(self, desk: MakeDesk, still: StillTime) -> None:
        at = desk()
        at.troubles = [BadRequest("message is not modified")]
        request = at.request(1, "editMessageText")
        await still.advance(10)
        assert isinstance(request.exception(), BadRequest)
        assert len(at.sent) == 1

    async def test_gives_up_after_some_tries(self, desk: MakeDesk, still: StillTime) -> None:
        at = desk()
        at.troubles = [NotSentError("x") for _ in range(9)]
        request = at.request(1)
        await still.advance(100)
        assert isinstance(request.exception(), NotSentError)
        assert len(at.sent) == 5


async def test_shutdown_leaves_nobody_waiting(desk: MakeDesk, still: StillTime) -> None:
    at = desk()
    for chat in range(1, 50):
        at.request(chat)
    await still.settle()
    await at.pacer.shutdown()
    await still.settle()
    assert all(task.done() for task in at.tasks)
