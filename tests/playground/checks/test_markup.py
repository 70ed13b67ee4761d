from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import escape

from playground.checks.markup import parse_html
from playground.checks.utf16 import utf16_length
from playground.errors import ApiError
from playground.render import to_html
from playground.wire import Entity

TEXT = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1)
TAGS = ["b", "i", "u", "s", "tg-spoiler", "blockquote", "blockquote expandable", "code"]
MARKED = st.recursive(
    TEXT.map(lambda text: str(escape(text))),
    lambda inner: st.builds(
        lambda tag, parts: f"<{tag}>{''.join(parts)}</{tag.split()[0]}>",
        st.sampled_from(TAGS),
        st.lists(inner, min_size=1, max_size=3),
    ),
    max_leaves=6,
)


def entity(kind: str, offset: int, length: int, url: str | None = None) -> Entity:
    return Entity(type=kind, offset=offset, length=length, url=url)


@given(TEXT)
def test_escaped_text_comes_back_as_it_was(text: str) -> None:
    assert parse_html(str(escape(text))) == (text, [])


@given(MARKED)
def test_what_is_rendered_again_is_the_same_message(source: str) -> None:
    text, entities = parse_html(source)
    assert parse_html(to_html(text, entities)) == (text, entities)


@given(st.text(st.sampled_from("<>/abi =\"'&;#x39😀\n")))
def test_anything_is_either_parsed_or_refused(source: str) -> None:
    with suppress(ApiError):
        text, entities = parse_html(source)
        units = utf16_length(text)
        assert all(0 <= e.offset < e.offset + e.length <= units for e in entities)


@pytest.mark.parametrize(
    ("source", "text", "entities"),
    [
        ("<b>Ja</b> tak", "Ja tak", [entity("bold", 0, 2)]),
        ("😀<strong>x</strong>", "😀x", [entity("bold", 2, 1)]),
        ("<B>a<em>b</em></B>", "ab", [entity("bold", 0, 2), entity("italic", 1, 1)]),
        ('<span class="tg-spoiler">x</span>', "x", [entity("spoiler", 0, 1)]),
        ("<blockquote expandable>x</blockquote>", "x", [entity("expandable_blockquote", 0, 1)]),
        (
            '<a href="https://hj.dk/?a=1&amp;b=2">her</a>',
            "her",
            [entity("text_link", 0, 3, "https://hj.dk/?a=1&b=2")],
        ),
        ("<a href='nonsense'>her</a>", "her", []),
        ("&lt;b&gt; &amp;amp; &#8364;&#x20ac; &nbsp; R&D", "<b> &amp; €€ &nbsp; R&D", []),
        ("<b></b>x", "x", []),
        ("<b>x</>", "x", [entity("bold", 0, 1)]),
    ],
)
def test_what_telegram_reads(source: str, text: str, entities: list[Entity]) -> None:
    assert parse_html(source) == (text, entities)


def test_a_code_block_has_one_entity_with_its_language() -> None:
    _, (block,) = parse_html('<pre><code class="language-python">x</code></pre>')
    assert (block.type, block.language) == ("pre", "python")


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ("1 < 2", 'Unsupported start tag "" at byte offset 2'),
        ("1 <2", "Unclosed start tag at byte offset 2"),
        ("å<br>", 'Unsupported start tag "br" at byte offset 2'),
        ("<b>x", 'Can\'t find end tag corresponding to start tag "b"'),
        ("x</b>", "Unexpected end tag at byte offset 1"),
        (
            "<b><i>x</b></i>",
            'Unmatched end tag at byte offset 7, expected "</i>", found "</b>"',
        ),
        ("<b>x</b", "Unclosed end tag at byte offset 4"),
        ("<b x", "Unclosed start tag at byte offset 0"),
        ('<a href="x>y</a>', "Unclosed start tag at byte offset 0"),
        ("<a =x>y</a>", 'Empty attribute name in the tag "a" at byte offset 0'),
        ("<span>x</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
        ("<{}>", 'Unsupported start tag "{}" at byte offset 0'),
    ],
)
def test_what_telegram_refuses(source: str, reason: str) -> None:
    with pytest.raises(ApiError) as caught:
        parse_html(source)
    assert caught.value.description == f"Bad Request: can't parse entities: {reason}"
