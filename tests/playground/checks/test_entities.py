import pytest
from hypothesis import given
from hypothesis import strategies as st

from playground.checks.entities import find_entities, with_found
from playground.checks.utf16 import utf16_length, utf16_slice
from playground.wire import Entity


def found(text: str) -> list[tuple[str, str]]:
    return [(e.type, utf16_slice(text, e.offset, e.length)) for e in find_entities(text)]


@pytest.mark.parametrize(
    ("text", "entities"),
    [
        ("/start", [("bot_command", "/start")]),
        ("/start@samspil_bot plan", [("bot_command", "/start@samspil_bot")]),
        ("😀 /help nu", [("bot_command", "/help")]),
        ("og/eller 1/2", []),
        ("hej @alice_b!", [("mention", "@alice_b")]),
        ("se https://hj.dk/plan?x=1.", [("url", "https://hj.dk/plan?x=1")]),
        ("se www.hjoerring.dk, ja", [("url", "www.hjoerring.dk")]),
        ("kl. 17.30 i aften.Men", []),
        ("skriv til a.b@hj.dk", [("email", "a.b@hj.dk")]),
        ("#Kulturdag 2026", [("hashtag", "#Kulturdag")]),
        ("nr. #1", []),
    ],
)
def test_what_is_found(text: str, entities: list[tuple[str, str]]) -> None:
    assert found(text) == entities


@given(st.text(st.sampled_from("/@#a.dk1😀 :")))
def test_entities_stay_in_the_text_and_apart(text: str) -> None:
    end = 0
    for entity in find_entities(text):
        assert entity.offset >= end
        end = entity.offset + entity.length
    assert end <= utf16_length(text)


def test_nothing_is_found_in_code() -> None:
    code = Entity(type="code", offset=0, length=5)
    assert with_found("/help /start", [code])[1:] == [Entity(type="bot_command", offset=6, length=6)]
    assert code in with_found("/help /start", [code])
