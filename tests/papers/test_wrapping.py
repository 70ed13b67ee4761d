"""Texts in boxes."""

from hypothesis import given, settings
from hypothesis import strategies as st

from papers.wrapping import Box, fit
from tests.papers.kit import NASTY, nasty_texts

BOX = Box(width=600, height=200, largest=60, smallest=20)


def lines(*texts: str, box: Box = BOX) -> list[str]:
    return [line.text for line in fit(texts, box).lines]


def test_a_short_text_is_as_large_as_allowed() -> None:
    block = fit(["Kulturdag"], BOX)
    assert block.lettering.size == 60
    assert [line.text for line in block.lines] == ["Kulturdag"]


def test_lines_are_about_equally_long() -> None:
    assert lines("Opstilling af borde og stole") == ["Opstilling af", "borde og stole"]


def test_a_long_word_is_shrunk_rather_than_broken() -> None:
    assert lines("Frivilligkoordinator") == ["Frivilligkoordinator"]


def test_a_very_long_word_is_broken() -> None:
    assert "".join(lines("W" * 100)) == "W" * 100


def test_what_does_not_fit_at_all_ends_in_an_ellipsis() -> None:
    written = lines("Kulturdag " * 200)
    assert written[-1].endswith("Kulturdag…")
    assert len(written) == 7


def test_nothing_to_write_takes_no_room() -> None:
    assert fit(["", " \n", "\u200b"], BOX).height == 0
    assert fit([], BOX).lines == ()


def test_each_paragraph_reads_in_its_own_direction() -> None:
    assert [line.right_to_left for line in fit(["Kulturdag", "يوم الثقافة"], BOX).lines] == [False, True]


@settings(max_examples=50)
@given(st.lists(nasty_texts, max_size=3), st.integers(60, 900), st.integers(30, 500))
def test_every_text_stays_in_its_box(texts: list[str], width: int, height: int) -> None:
    block = fit(texts, Box(width, height, largest=48, smallest=20))
    assert block.height <= height
    assert all(block.lettering.width(line.text) <= width + 1 for line in block.lines)


@given(st.lists(st.sampled_from(["Kulturdag", "af", "i", "Hjørring", "يوم"]), max_size=12))
def test_no_word_is_lost(words: list[str]) -> None:
    assert " ".join(lines(" ".join(words), box=Box(600, 900, 40, 20))).split() == words


def test_nasty_texts_are_laid_out() -> None:
    assert all(fit([text], BOX).height <= BOX.height for text in NASTY)
