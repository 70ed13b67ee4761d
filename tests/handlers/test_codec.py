"""Button data: packed into at most 64 bytes, unpacked strictly."""

import string
from dataclasses import dataclass, fields
from typing import ClassVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.codec import LIMIT, BadTap, Tap
from handlers.feature import all_features


@dataclass(frozen=True, slots=True)
class Sample(Tap):
    prefix: ClassVar[str] = "zz"
    council: str
    number: int = 0
    sure: bool = False


words = st.text(string.ascii_letters + string.digits + "_.+-", max_size=30)
samples = st.builds(Sample, words, st.integers(-(10**14), 10**14), st.booleans())
TAPS = [route.tap for feature in all_features() for route in feature.taps]


@given(samples)
def test_what_is_packed_comes_back(sample: Sample) -> None:
    data = sample.pack()
    assert len(data.encode()) <= LIMIT
    assert Sample.unpack(data) == sample


@given(st.text(max_size=80))
def test_anything_else_is_refused_or_understood(data: str) -> None:
    for kind in TAPS:
        try:
            tap = kind.unpack(data)
        except BadTap:
            continue
        assert len(data) <= LIMIT
        assert kind.unpack(tap.pack()) == tap


@given(samples, st.integers(0, 60), st.characters())
def test_one_letter_more_or_less(sample: Sample, at: int, letter: str) -> None:
    data = sample.pack()
    for forged in (data[:at] + letter + data[at:], data[:at] + data[at + 1 :]):
        try:
            assert Sample.unpack(forged).pack()
        except BadTap:
            continue


@pytest.mark.parametrize(
    "data",
    ["", "zz", "zz:", "zz:a", "zz:a:1", "zz:a:1:1:1", "zz:a:x:1", "zz:a:1:2", "zz:a:1:", "zz:a:1:true",
     "zz:a:1e3:1", "zz:a:١:1", "zz:a b:1:1",
     "zz:é:1:1", "zz:a\n:1:1", "zz:a:1:1\n", "xx:a:1:1", "zz:a/..:1:1",
     "zz:a:" + "9" * 16 + ":1", "zz:" + "a" * 64 + ":1:1", "zz:a:--1:1", "zz:a: 1:1"],
)  # fmt: skip
def test_what_no_button_would_send(data: str) -> None:
    with pytest.raises(BadTap):
        Sample.unpack(data)


@pytest.mark.parametrize("sample", [Sample("a b"), Sample("a:b"), Sample("é"), Sample("x" * 60, 10**14)])
def test_what_cannot_be_packed(sample: Sample) -> None:
    with pytest.raises(ValueError, match="not fit for a button"):
        sample.pack()


@pytest.mark.parametrize("kind", TAPS, ids=lambda kind: kind.__name__)
def test_every_button_fits_with_ids_as_they_are(kind: type[Tap]) -> None:
    longest = {str: "abcdefgh", int: 999, bool: True, "str": "abcdefgh", "int": 999, "bool": True}
    telegram_id = "9" * 13
    values = [telegram_id if f.name == "person" else longest[f.type] for f in fields(kind)]
    data = kind(*values).pack()
    assert len(data.encode()) <= LIMIT
    assert kind.unpack(data) == kind(*values)


def test_prefixes_are_unique_and_stable() -> None:
    prefixes = [kind.prefix for kind in TAPS]
    assert len(set(prefixes)) == len(prefixes)
    assert all(prefix.isalnum() and len(prefix) <= 3 for prefix in prefixes)
