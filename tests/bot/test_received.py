import random

from hypothesis import given
from hypothesis import strategies as st

from bot.received import Received

LONG_AGO = float("-inf")


def test_nothing_received_nothing_to_say() -> None:
    assert Received().offset(LONG_AGO) is None


def test_stands_at_the_first_that_is_not_done() -> None:
    received = Received()
    assert received.admit([5, 6, 7], now=0) == [5, 6, 7]
    received.finish(6)
    assert received.offset(LONG_AGO) == 5
    received.finish(5)
    assert received.offset(LONG_AGO) == 7
    assert received.since(7) == 1
    received.finish(7)
    assert received.offset(LONG_AGO) == 8


def test_passes_by_what_was_received_too_long_ago() -> None:
    received = Received()
    received.admit([5], now=0)
    received.admit([6], now=9)
    assert received.offset(expired=1) == 6
    assert received.offset(expired=9) == 7


def test_knows_what_comes_again_done_or_not() -> None:
    received = Received()
    received.admit([5, 6], now=0)
    received.finish(6)
    assert received.admit([5, 6, 7], now=1) == [7]


def test_knows_what_was_confirmed_while_in_work() -> None:
    received = Received()
    received.admit([5], now=0)
    received.confirm(6)
    assert received.offset(LONG_AGO) == 6
    assert received.admit([5], now=1) == []


def test_ids_may_start_anew_lower_down() -> None:
    received = Received()
    received.admit([1000], now=0)
    received.finish(1000)
    received.confirm(1001)
    assert received.admit([3], now=1) == [3]
    received.finish(3)
    assert received.offset(LONG_AGO) == 4


@given(st.integers(0, 2**32))
def test_a_server_that_forgets_what_is_confirmed_loses_nothing(seed: int) -> None:
    chance = random.Random(seed)
    kept = list(range(chance.randint(1, 30)))
    total, received, done, in_work = len(kept), Received(), set[int](), set[int]()
    while len(done) < total:
        offset = received.offset(LONG_AGO)
        kept = [each for each in kept if offset is None or each >= offset]
        if chance.random() < 0.8:  # else the answer is lost on the way
            received.confirm(offset)
            in_work.update(received.admit(kept[:5], now=0))
        for each in [each for each in in_work if chance.random() < 0.5]:
            received.finish(each)
            in_work.remove(each)
            done.add(each)
        assert set(range(total)) - done <= set(kept)
        if chance.random() < 0.1:  # killed, and started again
            received, in_work = Received(), set()
    assert received.in_work() == len(in_work)
