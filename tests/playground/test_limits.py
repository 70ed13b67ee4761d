import pytest
from hypothesis import given
from hypothesis import strategies as st
from telegram.error import RetryAfter

from playground import LoopbackTelegram, Person
from playground.errors import ApiError
from playground.limits import Limits
from tests.playground.kit import Client


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


def sends(limits: Limits, chat: str) -> bool:
    try:
        limits.check("sendMessage", chat)
    except ApiError as error:
        return error.parameters["retry_after"] < 1
    return True


@given(st.lists(st.tuples(st.floats(0, 0.4), st.integers(1, 40)), max_size=150))
def test_no_second_and_no_chat_gets_too_much(steps: list[tuple[float, int]]) -> None:
    clock = Clock()
    limits = Limits(clock, enforced=True)
    sent: list[tuple[float, int]] = []
    for pause, chat in steps:
        clock.now += pause
        if sends(limits, str(chat)):
            sent.append((clock.now, chat))
    for at, chat in sent:
        within = [other for time, other in sent if at - 1 < time <= at]
        assert len(within) <= 30
        assert within.count(chat) == 1


def test_a_group_gets_twenty_a_minute() -> None:
    clock = Clock()
    limits = Limits(clock, enforced=True)
    accepted = 0
    for second in range(60):
        clock.now = float(second)
        accepted += sends(limits, "-100")
    assert accepted == 20
    clock.now = 60.0
    assert sends(limits, "-100")


def test_only_messages_count_and_only_when_enforced() -> None:
    limits = Limits(Clock())
    assert all(sends(limits, "1") for _ in range(5))
    limits.enforced = True
    for _ in range(5):
        limits.check("answerCallbackQuery", "")
        limits.check("sendChatAction", "1")


def test_edits_of_what_was_sent_via_the_bot_count_overall() -> None:
    limits = Limits(Clock(), enforced=True)
    for number in range(30):
        limits.check("editMessageText", "", str(number % 2))
    with pytest.raises(ApiError, match="retry after 1"):
        limits.check("editMessageText", "", "0")
    assert not sends(limits, "1")
    limits.check("editMessageText", "1")


async def test_the_library_is_told_to_wait(
    monkeypatch: pytest.MonkeyPatch, bot: Client, tg: LoopbackTelegram, alice: Person
) -> None:
    monkeypatch.setenv("PTB_TIMEDELTA", "1")
    tg.limits.enforced = True
    await bot.send_message(alice.id, "x")
    with pytest.raises(RetryAfter):
        await bot.send_message(alice.id, "x")
    assert tg.limits.refused == 1
