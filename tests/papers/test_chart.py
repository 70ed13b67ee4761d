"""Charts of who is missing."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from papers.chart import MOST_BARS, WIDTH, Bar, Legend, draw_chart
from tests.papers.kit import is_blank, nasty_texts, opened

LEGEND = Legend("Har", "Mangler", "Mindst", "+ 5 mere")
COUNTS = st.one_of(st.none(), st.integers(0, 10_000))
BLUE, ORANGE = (0, 114, 178), (230, 159, 0)


def share(picture: Image.Image, colour: tuple[int, int, int]) -> int:
    """How many pixels have just this colour, below the legend."""
    below = picture.crop((0, 200, WIDTH, picture.height))
    return {found: count for count, found in below.getcolors(1 << 20) or []}.get(colour, 0)


def chart(*bars: Bar) -> Image.Image:
    return opened(draw_chart("Kulturdag", bars, LEGEND)).convert("RGB")


def test_a_bar_is_filled_as_far_as_there_are_people() -> None:
    half, whole = chart(Bar("Kaffe", 3, 6, None)), chart(Bar("Kaffe", 6, 6, None))
    assert share(half, BLUE) / share(whole, BLUE) == pytest.approx(0.5, abs=0.01)
    assert share(half, ORANGE) > 0
    assert share(whole, ORANGE) == 0


def test_every_bar_is_as_long_as_its_own_need() -> None:
    assert share(chart(Bar("Kaffe", 1, 2, None)), BLUE) == share(chart(Bar("Kaffe", 100, 200, None)), BLUE)


def test_what_is_missing_shows_without_colours() -> None:
    grey = chart(Bar("Kaffe", 3, 6, None)).convert("L")
    rows = [grey.crop((600, y, 1000, y + 1)).tobytes() for y in range(grey.height)]
    assert max(sum(a < 200 <= b for a, b in pairwise(row)) for row in rows) > 5


def test_the_minimum_is_a_mark_that_stands_out() -> None:
    with_minimum, without = chart(Bar("Kaffe", 6, 6, 3)), chart(Bar("Kaffe", 6, 6, None))
    assert share(with_minimum, BLUE) < share(without, BLUE)


@pytest.mark.parametrize(
    "bar", [Bar("a", 9, 6, 8), Bar("a", 0, 0, 0), Bar("a", 0, None, None), Bar("a", 0, 1, 2)]
)
def test_odd_numbers_are_drawn(bar: Bar) -> None:
    assert chart(bar).width == WIDTH


def test_more_bars_than_fit_become_a_word() -> None:
    bars = [Bar(f"Plads {number}", 1, 2, None) for number in range(30)]
    shown = draw_chart("Alle", bars, LEGEND)
    assert shown == draw_chart("Alle", bars[: MOST_BARS + 1], LEGEND)
    assert opened(shown).height > opened(draw_chart("Alle", bars[:MOST_BARS], LEGEND)).height


def test_the_highest_chart_can_be_sent_as_a_photograph() -> None:
    # Telegram takes up to 10,000 pixels, width and height together, and 20 times as high as wide.
    width, height = opened(draw_chart("W" * 300, [Bar("W" * 300, 1, 2, 1, "W" * 300)] * 30, LEGEND)).size
    assert width + height <= 10_000
    assert height <= 20 * width


def test_a_chart_of_nothing_has_its_title() -> None:
    picture = opened(draw_chart("Kulturdag", [], LEGEND))
    assert not is_blank(picture, (0, 0, *picture.size))


@settings(max_examples=40)
@given(nasty_texts, nasty_texts, COUNTS, COUNTS, st.integers(0, 10_000))
def test_nothing_breaks_a_chart(
    text: str, words: str, need: int | None, minimum: int | None, have: int
) -> None:
    bars = [Bar(text, have, need, minimum, words)]
    picture = opened(draw_chart(text, bars, Legend(words, words, words, words)))
    assert picture.width == WIDTH
    assert is_blank(picture, (0, 0, 30, picture.height))
    assert is_blank(picture, (WIDTH - 30, 0, WIDTH, picture.height))
