"""What is shown: escaped by construction, within Telegram's limits whatever the data."""

from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from handlers.screen import (
    GAP,
    TEXT_LIMIT,
    Button,
    Screen,
    bold,
    fitted,
    italic,
    rows_of,
    screen,
    struck,
    visible,
)
from handlers.views.navigation import ShowPlan
from texts.escape import telegram_length

awkward = st.one_of(
    st.text(max_size=400),
    st.sampled_from(
        [
            "<b>&amp;</i>",
            "🎉" * 64,
            "👩‍👩‍👧‍👦" * 64,
            "اجتماع " * 40,
            "\u202eabc",
            "x" * 4096,
            "\0\x07",
            "&lt;",
        ]
    ),
)


class Tags(HTMLParser):
    """Which tags are opened and closed; complains about nothing, as browsers do."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: set[str] = set()

    def handle_starttag(self, tag: str, attrs: object) -> None:
        assert not attrs
        self.open.append(tag)
        self.seen.add(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def check(shown: Markup) -> None:
    parser = Tags()
    parser.feed(str(shown))
    parser.close()
    assert parser.open == []
    assert parser.seen <= {"b", "i", "s"}
    assert telegram_length(visible(shown)) <= TEXT_LIMIT


@given(
    st.lists(
        st.builds(lambda tag, text: tag(text), st.sampled_from([bold, italic, struck]), awkward), max_size=40
    )
)
def test_any_lines_make_a_message(lines: list[Markup]) -> None:
    check(fitted(lines))


@given(st.lists(awkward, max_size=100))
def test_too_many_lines_end_in_an_ellipsis(texts: list[str]) -> None:
    lines = [bold(text) for text in texts]
    shown = fitted(lines, 200)
    assert telegram_length(visible(shown)) <= 200
    if len(lines) != str(shown).count("\n") + 1 and str(shown).endswith("…") is False:
        assert sum(telegram_length(visible(line)) + 1 for line in lines) <= 200


def test_what_fits_is_left_alone() -> None:
    lines = [bold("Heading"), GAP, Markup("a &amp; b")]
    assert fitted(lines) == "<b>Heading</b>\n\na &amp; b"


@pytest.mark.parametrize("count", [1, 50, 300, 5000])
def test_names_by_the_hundred(count: int) -> None:
    check(fitted([bold(f"<b>Name</b> & {n} 🎉") for n in range(count)]))


def test_one_line_longer_than_a_message_is_cut_not_lost() -> None:
    shown = fitted([bold("Heading"), Markup("x").join([Markup("x")] * 2500)])
    check(shown)
    assert "Heading" in shown


def test_none_leaves_a_line_out() -> None:
    assert screen([Markup("a"), None, Markup("b")]).text == "a\nb"


def test_empty_rows_are_left_out() -> None:
    assert screen([Markup("a")], [(), (Button("x", url="https://t.me/x"),), ()]).rows == (
        (Button("x", url="https://t.me/x"),),
    )
    assert screen([Markup("a")], [()]).keyboard() is None


@given(awkward)
def test_labels_of_any_text(label: str) -> None:
    keyboard = Screen(Markup("x"), ((Button(label, ShowPlan("abcdefgh")),),)).keyboard()
    assert keyboard is not None
    text = keyboard.inline_keyboard[0][0].text
    assert any(letter.isprintable() and letter != " " for letter in text)
    assert "\n" not in text
    assert len(text) <= 60


@given(st.integers(0, 50), st.integers(1, 8))
def test_rows(count: int, width: int) -> None:
    buttons = [Button(str(n), ShowPlan("x")) for n in range(count)]
    rows = rows_of(buttons, width)
    assert [button for row in rows for button in row] == buttons
    assert all(len(row) == width for row in rows[:-1])
