"""Distances in words, and the screens about reminders, whatever is in them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from council.reminding import CustomReminder, Wishes
from council.when import When
from handlers.views.distances import far_first, say_distance, say_distances
from handlers.views.remind import (
    About,
    Candidate,
    choice_view,
    group_view,
    help_view,
    subject_view,
    whom_view,
)
from handlers.views.remind_taps import packed, unpacked
from handlers.views.wishes import wishes_view
from tests.handlers.views.kit import AT, COUNCIL, TODAY, fits, texts, whens
from texts.catalogue import LANGUAGES
from texts.tongue import tongue

distances = st.one_of(
    st.integers(0, 366).map("{}d".format),
    st.integers(1, 2880).map("{}m".format),
    st.tuples(st.integers(0, 60), st.times()).map(lambda at: f"{at[0]}d@{at[1]:%H:%M}"),
)


@pytest.mark.parametrize(
    ("distance", "said"),
    {
        "0d@08:00": "on the day itself at 08:00",
        "1d": "the day before",
        "3d": "3 days before",
        "7d": "1 week before",
        "14d": "2 weeks before",
        "7d@09:30": "1 week before at 09:30",
        "1m": "1 minute before",
        "90m": "90 minutes before",
        "60m": "1 hour before",
        "120m": "2 hours before",
    }.items(),
)
def test_in_words(distance: str, said: str) -> None:
    assert say_distance(tongue("en"), distance) == said


def test_the_longest_comes_first() -> None:
    mixed = ["30m", "1d@18:00", "14d", "1d@08:00", "120m", "0d@08:00", "7d"]
    assert far_first(mixed) == ["14d", "7d", "1d@08:00", "1d@18:00", "0d@08:00", "120m", "30m"]
    assert say_distances(tongue("en"), ()) == "not at all"


@given(distances)
def test_a_button_carries_any_distance(distance: str) -> None:
    assert unpacked(packed(distance)) == distance


@given(
    title=texts,
    when=whens,
    asked=st.lists(st.tuples(distances, st.sampled_from(["group", "people", "501000009"])), max_size=20),
    others=st.booleans(),
    language=st.sampled_from(LANGUAGES),
)
def test_the_screens_of_one_thing_fit(
    title: str, when: When, asked: list[tuple[str, str]], *, others: bool, language: str
) -> None:
    t, key = tongue(language), "o-abcdefghijklmnop"
    customs = tuple(CustomReminder("abcdefgh", key, distance, to, "1", AT) for distance, to in asked)
    about = About(COUNCIL, key, title, when, customs, others, AT)
    fits(subject_view(t, about, "me"))
    for distance, _ in asked[:3]:
        fits(whom_view(t, about, distance))
        if about.at(distance) is not None:
            fits(group_view(t, about, distance, "samspil_bot"))


@given(
    titles=st.lists(texts, max_size=10),
    when=whens,
    distance=st.just("") | distances,
    language=st.sampled_from(LANGUAGES),
)
def test_choices_fit(titles: list[str], when: When, distance: str, language: str) -> None:
    t = tongue(language)
    candidates = [Candidate("o-abcdefghijklmnop", title, when) for title in titles]
    fits(choice_view(t, COUNCIL.id, candidates, TODAY, distance, "group"))
    fits(help_view(t, COUNCIL.id, candidates, TODAY, "me"))


@given(wished=st.lists(distances, max_size=6), language=st.sampled_from(LANGUAGES))
def test_wishes_fit(wished: list[str], language: str) -> None:
    fits(wishes_view(tongue(language), Wishes("1", tuple(wished), "9-17"), [COUNCIL] * 3))
