"""Arabic letters in the forms in which they join."""

import pytest

from papers.joining import laid_backwards
from papers.lettering import legible


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("سلام", "\ufee1\ufefc\ufeb3"),  # meem alone, lam and alef as one, seen at the beginning
        ("دار", "\ufead\ufe8d\ufea9"),  # letters that do not join on
        ("ببب", "\ufe90\ufe92\ufe91"),
        ("ب\u200cب", "\ufe8f\u200c\ufe8f"),  # kept apart
        ("ـب", "\ufe90ـ"),
        ("بَب", "\ufe90\u064e\ufe91"),  # marks are seen through, and drawn before their letter
        ("ل", "\ufedd"),
        ("لل", "\ufede\ufedf"),
        ("(שלום)", "(םולש)"),
        ("", ""),
    ],
)
def test_letters_are_joined_and_laid_backwards(text: str, expected: str) -> None:
    assert laid_backwards(text) == expected


def test_every_form_can_be_written() -> None:
    letters = [chr(code) for code in range(0x0620, 0x06D4) if legible(chr(code))]
    assert len(letters) > 80
    for letter in letters:
        for text in (letter, f"ب{letter}", f"{letter}ب", f"ب{letter}ب", f"ل{letter}"):
            forms = laid_backwards(text)
            assert [form for form in forms if not legible(form)] == []
