import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.frames import Broken, Frames, frame, split

PAYLOADS = st.lists(st.binary(max_size=30).map(lambda raw: raw.replace(b"\n", b"")), min_size=1, max_size=4)
TWO = frame(b'{"a":1}') + frame(b"[[]]")


def test_each_line_is_json() -> None:
    assert [json.loads(line)[1] for line in TWO.splitlines()] == [{"a": 1}, [[]]]


@given(PAYLOADS)
def test_what_was_framed_comes_back(payloads: list[bytes]) -> None:
    data = b"".join(map(frame, payloads))
    assert split(data) == Frames(payloads, first=len(frame(payloads[0])), whole=len(data))


@pytest.mark.parametrize("cut", range(1, len(frame(b"[[]]"))))
def test_a_torn_tail_is_left_out(cut: int) -> None:
    assert split(TWO[:-cut]) == Frames([b'{"a":1}'], first=21, whole=21)


@pytest.mark.parametrize("size", [1, 20, 5000])
def test_room_that_was_given_but_never_filled_is_a_torn_tail(size: int) -> None:
    assert split(TWO + b"\0" * size).whole == len(TWO)


@pytest.mark.parametrize("bit", range(len(TWO) * 8))
def test_every_single_bit_that_is_turned_over_is_found(bit: int) -> None:
    damaged = bytearray(TWO)
    damaged[bit // 8] ^= 1 << bit % 8
    with pytest.raises(Broken):
        split(bytes(damaged))


@pytest.mark.parametrize("data", [b"", b'["5d0ba7f2",{', b"{}", b"\n"])
def test_a_file_without_a_first_line_is_broken(data: bytes) -> None:
    with pytest.raises(Broken):
        split(data)
