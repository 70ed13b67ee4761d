import html
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from texts.escape import clip, isolated, plain, safe, telegram_length

NASTY = st.text(
    st.sampled_from("<>&\"' \n\t\u0000\u001b\u007f\u0085\u00ad\u200b\u200d\u202e\u2066\u2069\u200f\u061caÅé")
    | st.sampled_from([*"שب1٣👩🏽🇩🇰", "\ud800", "\ue000"])
    | st.characters(),
    max_size=40,
)


@given(NASTY, st.integers(2, 30))
def test_a_value_cannot_break_a_message(text: str, limit: int) -> None:
    said = safe(text, limit)
    assert not set("<>\"'") & set(said)
    shown = html.unescape(said)
    assert len(shown) <= limit + 2  # the two isolates
    said.encode()  # no half of a surrogate pair, which no message can hold


@given(NASTY)
def test_what_is_shown_is_one_line_without_controls(text: str) -> None:
    shown = plain(text, 1000)
    assert shown == " ".join(shown.split())
    assert not {unicodedata.category(c) for c in shown} & {"Cc", "Cs", "Co", "Zl", "Zp"}
    assert plain(shown, 1000) == shown


@given(NASTY)
def test_direction_is_ours_alone(text: str) -> None:
    controls = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c"
    assert not set(plain(text)) & set(controls)
    depth = [1 if c == "\u2068" else -1 for c in safe(text) if c in controls]
    assert depth in ([], [1, -1])


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("  Råd\n\n på\tVUC ", "Råd på VUC"),
        ("a\u2028b\u0085c\x0bd\x1ce", "a b c d e"),
        ("a\u202egnp.exe\u202c", "agnp.exe"),
        ("a\x00b\x1b[31mc\x7f", "ab[31mc"),
        ("\ud800x\ue000", "x"),
        ("👩🏽‍🌾🇩🇰", "👩🏽‍🌾🇩🇰"),
        (
            "\U0001fae8 og \U0001fa75",
            "\U0001fae8 og \U0001fa75",
        ),  # emoji of Unicode 15, which Python 3.11 lacks
        ("می‌خواهم", "می‌خواهم"),
        ("", ""),
    ],
)
def test_what_people_write_on_one_line(written: str, shown: str) -> None:
    assert plain(written) == shown


@pytest.mark.parametrize(
    ("text", "limit", "clipped"),
    [
        ("Rådsmøde", 8, "Rådsmøde"),
        ("Rådsmøde", 7, "Rådsmø…"),
        ("Råd og tal", 5, "Råd…"),
        ("ab", 1, "…"),
        ("", 1, ""),
    ],
)
def test_what_was_cut_off_shows(text: str, limit: int, clipped: str) -> None:
    assert clip(text, limit) == clipped


def test_right_to_left_is_isolated_and_nothing_else() -> None:
    assert isolated("مرحبا") == "\u2068مرحبا\u2069"
    assert isolated("Mød שלום her") == "\u2068Mød שלום her\u2069"
    assert isolated("kl. ٣") == "\u2068kl. ٣\u2069"
    assert isolated("Rådsmøde 3") == "Rådsmøde 3"


def test_escaping_happens_once() -> None:
    assert safe("<b>&amp;") == Markup("&lt;b&gt;&amp;amp;")
    assert safe(Markup("<b>&amp;</b>")) == Markup("<b>&amp;</b>")
    assert safe(safe("<")) == Markup("&lt;")
    assert safe(3) == Markup("3")


def test_the_limit_counts_before_escaping() -> None:
    assert safe("<" * 300, 4) == Markup("&lt;&lt;&lt;…")
    assert html.unescape(safe("<" * 300)) == "<" * 199 + "…"


@pytest.mark.parametrize(
    ("text", "length"), [("", 0), ("Råd", 3), ("👍", 2), ("👩🏽‍🌾", 7), ("\ud800", 1), ("ب", 1)]
)
def test_telegram_counts_utf_16(text: str, length: int) -> None:
    assert telegram_length(text) == length
