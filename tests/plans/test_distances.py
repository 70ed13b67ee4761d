"""How long before, as people type it, in Danish and English."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from council.before import is_distance
from plans.distances import distance_from_text

ALONE = {
    "10 minutes before": "10m",
    "10 min før": "10m",
    "10 min. før": "10m",
    "10m": "10m",
    "ti minutter før": "10m",
    "en time før": "60m",
    "1 hour before": "60m",
    "an hour before": "60m",
    "2t før": "120m",
    "2 timer før": "120m",
    "two hours ahead": "120m",
    "120m": "120m",
    "2h before": "120m",
    "1 time og 30 minutter før": "90m",
    "en halv time før": "30m",
    "half an hour before": "30m",
    "halvanden time før": "90m",
    "et kvarter før": "15m",
    "tre kvarter før": "45m",
    "a quarter of an hour before": "15m",
    "the hour before": "60m",
    "timen før": "60m",
    "24 hours before": "1d",
    "48 timer før": "2d",
    "dagen før": "1d",
    "Dagen FØR": "1d",
    "the day before": "1d",
    "the day before at 18:00": "1d@18:00",
    "dagen før kl. 18.30": "1d@18:30",
    "at 9 the day before": "1d@09:00",
    "kl. 20 dagen før": "1d@20:00",
    "aftenen før": "1d@18:00",
    "the evening before": "1d@18:00",
    "the evening before at 20:00": "1d@20:00",
    "2 dage før": "2d",
    "to dage i forvejen": "2d",
    "three days in advance": "3d",
    "3d": "3d",
    "14 dage før": "14d",
    "en uge før": "7d",
    "en uge før kl. 9": "7d@09:00",
    "1 week before at 9": "7d@09:00",
    "1 week before at 9am": "7d@09:00",
    "1 week before, at 14:15": "7d@14:15",
    "ugen før": "7d",
    "to uger før": "14d",
    "2 weeks": "14d",
    "2w": "14d",
    "samme dag kl. 8": "0d@08:00",
    "samme dag": "0d@08:00",
    "på dagen kl. 7.30": "0d@07:30",
    "the same day at 10": "0d@10:00",
    "on the day at 7:00": "0d@07:00",
}

WITH_WORDS = {
    "rådsmøde 10 minutter før": ("10m", "rådsmøde"),
    "Culture Day 1 week before at 9": ("7d@09:00", "Culture Day"),
    "10 minutes before the council meeting": ("10m", "council meeting"),
    "10 minutter før rådsmødet": ("10m", "rådsmødet"),
    "om Kulturdag to dage før": ("2d", "Kulturdag"),
    "me of Culture Day the day before at 18:00": ("1d@18:00", "Culture Day"),
    "Kulturdag 2027: opstilling, en time før": ("60m", "Kulturdag 2027: opstilling"),
    "Sprogcafé 5 dage": ("5d", "Sprogcafé"),
    "Kursus 2 timer om noget 1 dag før": ("1d", "Kursus 2 timer om noget"),
    "rådsmøde 10 min før kl. 9": ("10m", "rådsmøde kl. 9"),
    "Fest kl. 9-11 dagen før": ("1d", "Fest kl. 9-11"),
    "dagen før fest": ("1d", "fest"),
    "The last evening 1 day before": ("1d", "last evening"),
    "rådsmøde\n\n1   uge\tfør": ("7d", "rådsmøde"),
}

NOTHING = [
    "",
    "rådsmøde",
    "Culture Day",
    "before",
    "før kl. 9",
    "Uge 34",
    "week 34",
    "100000 days before",
    "400 days before",
    "71 hours before",
    "5000 minutes before",
    "the month before",
    "Dagens ret",
    "2 timers kursus",
]


@pytest.mark.parametrize(("text", "distance"), ALONE.items())
def test_a_distance_alone(text: str, distance: str) -> None:
    assert distance_from_text(text) == (distance, "")


@pytest.mark.parametrize(("text", "expected"), WITH_WORDS.items())
def test_what_else_was_said_is_kept(text: str, expected: tuple[str, str]) -> None:
    assert distance_from_text(text) == expected


@pytest.mark.parametrize("text", NOTHING)
def test_no_distance(text: str) -> None:
    assert distance_from_text(text) is None


@given(
    number=st.integers(1, 300),
    unit=st.sampled_from(["dage før", "days before", "minutter før", "minutes before"]),
    words=st.text("abcæøå ", max_size=30),
)
def test_any_number(number: int, unit: str, words: str) -> None:
    read = distance_from_text(f"fest {words} {number} {unit}")
    assert read is not None
    expected = f"{number}d" if unit[0] == "d" else f"{number}m"
    assert read == (expected, " ".join(f"fest {words}".split()))


@given(st.text(max_size=300))
def test_it_never_raises_and_gives_what_is_taken(text: str) -> None:
    read = distance_from_text(text)
    assert read is None or is_distance(read[0])


def test_a_long_text_is_read_quickly() -> None:
    assert distance_from_text("1 " * 5000) is None
    assert distance_from_text("a " * 5000 + "1 day before") is None
