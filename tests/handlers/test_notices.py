"""Every kind of notice that is written can be said, in every language, whatever is in it."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from council.notice import Notice
from handlers.notices import _VIEWS, message_view, notice_view
from handlers.screen import visible
from tests.handlers.kit import NOON
from tests.handlers.views.kit import fits, texts, whens
from texts.catalogue import LANGUAGES
from texts.tongue import tongue

ROOT = Path(__file__).parents[2]
SOURCES = "\n".join(
    path.read_text() for room in ("council", "services") for path in (ROOT / room).glob("*.py")
)
KINDS = sorted(_VIEWS)
FACTS = {
    "council": "abcdefgh",
    "council_name": "Integration Council",
    "zone": "Europe/Copenhagen",
    "opening": "abcdefghijklmnop",
    "title": "Tables",
    "when": "2027-09-25T08:00/2027-09-25T11:00",
    "words": "",
    "place": "VUC",
    "effort": "3 hours",
    "contact": "Guli",
    "signup": "abcdefghijklmnop-501000009",
    "name": "Mai Ly",
    "guests": "0",
    "until": "2027-03-03T11:00:00+00:00",
    "phone": "12 34 56 78",
    "was": "2027-09-18",
    "was_place": "The square",
    "brought": "2",
    "sender": "Sanne Sand",
    "text": "Hello\n<all>",
}


def notice(kind: str, **facts: str) -> Notice:
    return Notice("n", kind, "501000009", tuple((FACTS | facts).items()), NOON)


def written() -> set[str]:
    """The kinds that rules and services write, as their source has them."""
    calls = (
        r'\btell(?:_whom)?\(\s*"(\w+)"',
        r'\btell_all\([^,()]+, "(\w+)"',
        r'\bnotice_of\([^,()]+, [^,()]+, "(\w+)"',
        r'\bNotice\(\s*[^,()]+, "(\w+)"',
        r'\btell_whom\("(\w+)" if \w+ else "\w+"',
        r'\btell_whom\("\w+" if \w+ else "(\w+)"',
    )
    return {kind for call in calls for kind in re.findall(call, SOURCES)}


def test_what_is_written_can_be_said() -> None:
    found = written()
    assert {"offered", "moved", "cancelled", "covered", "put_in_line", "thrown_out", "cover_wanted"} <= found
    assert found <= set(_VIEWS)


@pytest.mark.parametrize("kind", KINDS)
def test_what_can_be_said_is_written(kind: str) -> None:
    assert f'"{kind}"' in SOURCES


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_each_says_what_it_is_about(kind: str, language: str) -> None:
    shown = notice_view(tongue(language), notice(kind), NOON)
    fits(shown)
    about = "abcdefgh" if kind == "thrown_out" else "Tables"
    assert about in shown.text
    assert "{" not in shown.text
    assert shown.text.startswith("<b>") or kind == "message"


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_not_known_is_left_out(kind: str, language: str) -> None:
    bare = dict.fromkeys(("place", "was_place", "phone", "words", "effort", "contact", "name", "text"), "")
    shown = notice_view(tongue(language), notice(kind, when="XXXX", was="XXXX", **bare), NOON)
    fits(shown)
    assert "📍" not in shown.text
    assert "XXXX" not in visible(shown.text)


@given(
    kind=st.sampled_from(KINDS),
    language=st.sampled_from(LANGUAGES),
    when=whens,
    was=whens,
    facts=st.fixed_dictionaries(
        dict.fromkeys(("title", "place", "was_place", "name", "phone", "words", "sender", "text"), texts)
    ),
)
def test_it_fits_whatever_it_says(kind: str, language: str, when: object, was: object, facts: object) -> None:
    edtf = {"when": getattr(when, "edtf", ""), "was": getattr(was, "edtf", "")}
    assert isinstance(facts, dict)
    fits(notice_view(tongue(language), notice(kind, **facts, **edtf), NOON))


def test_no_phone_number_but_in_what_a_coordinator_has_to_call() -> None:
    for kind in KINDS:
        shown = notice_view(tongue("en"), notice(kind), NOON)
        assert ("12 34 56 78" in shown.text) is (kind in {"call_offer", "unreached"})


def test_a_message_keeps_its_lines_and_its_sender() -> None:
    shown = message_view(tongue("en"), "Tables", "Sanne Sand", "One\n\n<b>two</b>", NOON)
    assert shown.text.splitlines()[-3:] == ["One", "", "&lt;b&gt;two&lt;/b&gt;"]
    assert "Sanne, for Tables" in visible(shown.text)
    assert "Sand" not in shown.text
