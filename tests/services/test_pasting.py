"""Text in several messages: what Telegram cut is joined as it was."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from council.refusals import Unreadable
from services.pasting import LIMIT, MOST, joined, room_in


def together(*pieces: str) -> str:
    text, room = "", 0
    for piece in pieces:
        text, room = joined(text, room, piece) if text else piece, room_in(piece)
    return text


def cut(text: str) -> list[str]:
    """As Telegram's apps do: at the last line's end that fits, else the last blank, else anywhere."""
    pieces = []
    while len(text) > LIMIT:
        at = max(text.rfind("\n", 1, LIMIT + 1), 0) or max(text.rfind(" ", 1, LIMIT + 1), 0) or LIMIT
        pieces.append(text[:at].strip())
        text = text[at:].strip()
    return [*pieces, text]


def made(seed: int, count: int, letters: str, longest: int) -> list[str]:
    """As many texts of these letters."""
    chance = Random(seed)
    return ["".join(chance.choices(letters, k=chance.randint(1, longest))) for _ in range(count)]


@given(st.integers())
def test_a_text_cut_at_lines_is_whole_again(seed: int) -> None:
    text = "\n".join(f"- {words.strip()}x" for words in made(seed, 200, "abcæ 0123.", 120))
    assert together(*cut(text)) == text


@given(st.integers())
def test_a_text_without_lines_is_whole_again(seed: int) -> None:
    text = " ".join(made(seed, 2000, "abcæ", 12))
    assert together(*cut(text)) == text


def test_a_word_longer_than_a_message_is_whole_again() -> None:
    text = "ord" * 4000
    assert together(*cut(text)) == text


def test_emoji_count_as_telegram_counts_them() -> None:
    assert together("🎉" * (LIMIT // 2 - 1) + "ab", "cd") == "🎉" * (LIMIT // 2 - 1) + "abcd"


@pytest.mark.parametrize("piece", ["Februar\n- Fest", "februar", "", "  \n "])
def test_what_is_pasted_month_by_month_stands_on_lines_of_its_own(piece: str) -> None:
    assert together("Januar\n- Opstart", piece) == f"Januar\n- Opstart\n{piece}"


def test_a_line_that_would_have_fitted_begins_a_new_one() -> None:
    assert together("x" * (LIMIT - 100), "maj") == "x" * (LIMIT - 100) + "\nmaj"


def test_there_is_an_end() -> None:
    with pytest.raises(Unreadable) as refusal:
        joined("x" * MOST, 0, "y")
    assert refusal.value.reason == "too_much"
