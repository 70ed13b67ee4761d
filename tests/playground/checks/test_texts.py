import pytest
from hypothesis import given
from hypothesis import strategies as st

from playground.checks.texts import MAX_ENTITIES, check_caption, check_text, read_text
from playground.checks.utf16 import utf16_length, utf16_slice
from playground.errors import ApiError
from playground.wire import Entity


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_length_is_counted_in_utf16_units(text: str) -> None:
    assert utf16_length(text) == len(text.encode("utf-16-le")) // 2
    assert utf16_slice(text, 0, utf16_length(text)) == text


def test_white_space_around_goes_and_entities_move_with_it() -> None:
    text, entities = read_text("\n <b> hej </b> ", "HTML", None)
    assert text == "hej"
    assert entities == [Entity(type="bold", offset=0, length=3)]


def test_entities_can_be_given_instead_of_tags() -> None:
    given_entities = '[{"type":"bold","offset":0,"length":2}]'
    assert read_text("<b>", None, given_entities)[0] == "<b>"
    with pytest.raises(ApiError, match="can't parse entities"):
        read_text("x", None, "[{}]")


def test_control_characters_become_spaces() -> None:
    assert read_text("a\r\nb\tc", None, None)[0] == "a\nb c"


def test_a_hundred_entities_are_kept() -> None:
    _, entities = read_text("<b>x</b> " * 120, "HTML", None)
    assert entities is not None
    assert len(entities) == MAX_ENTITIES


def test_other_parse_modes_are_not_guessed() -> None:
    with pytest.raises(ApiError, match="unsupported parse_mode"):
        read_text("*x*", "MarkdownV2", None)


@pytest.mark.parametrize(
    ("text", "reason"),
    [("", "message text is empty"), ("x" * 4097, "too long"), ("😀" * 2049, "too long")],
)
def test_texts_that_are_refused(text: str, reason: str) -> None:
    with pytest.raises(ApiError, match=reason):
        check_text(text)


def test_texts_and_captions_at_their_limit() -> None:
    check_text("😀" * 2048)
    check_caption("")
    check_caption("x" * 1024)
    with pytest.raises(ApiError, match="message caption is too long"):
        check_caption("x" * 1025)
