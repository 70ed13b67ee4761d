import json
from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from playground.checks.keyboards import ForceReply, RemoveKeyboard, ReplyKeyboard, read_keyboard
from playground.errors import ApiError
from playground.wire import InlineKeyboard


def inline(*buttons: Mapping[str, object]) -> str:
    return json.dumps({"inline_keyboard": [list(buttons)]})


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=70))
def test_data_has_one_to_64_bytes(data: str) -> None:
    source = inline({"text": "Ja", "callback_data": data})
    if 1 <= len(data.encode()) <= 64:
        assert isinstance(read_keyboard(source), InlineKeyboard)
    else:
        with pytest.raises(ApiError, match="BUTTON_DATA_INVALID"):
            read_keyboard(source)


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ("[", "object expected as reply markup"),
        ('{"inline_keyboard": [{}]}', "can't parse reply keyboard markup"),
        (inline({"callback_data": "x"}), "can't parse reply keyboard markup"),
        (inline({"text": " ", "callback_data": "x"}), "non-empty"),
        (inline({"text": "Ja"}), "Text buttons are unallowed"),
        (inline({"text": "Ja", "callback_data": "x", "url": "https://hj.dk"}), "exactly one"),
        (inline({"text": "Ja", "url": "hj"}), "Wrong HTTP URL"),
        (
            json.dumps({"inline_keyboard": [[{"text": "x", "callback_data": "x"}]] * 101}),
            "REPLY_MARKUP_TOO_LONG",
        ),
        (inline(*[{"text": "x", "callback_data": "x"}] * 9), "REPLY_MARKUP_INVALID"),
        ('{"keyboard": [[]]}', "at least one button"),
        ('{"keyboard": [[{"text": ""}]]}', "non-empty"),
        (json.dumps({"force_reply": True, "input_field_placeholder": "x" * 65}), "PLACEHOLDER"),
    ],
)
def test_what_is_refused(source: str, reason: str) -> None:
    with pytest.raises(ApiError, match=reason):
        read_keyboard(source)


def test_kinds_of_keyboards() -> None:
    assert isinstance(read_keyboard('{"keyboard": [["Ja", {"text": "Nej"}]]}'), ReplyKeyboard)
    assert isinstance(read_keyboard('{"remove_keyboard": true}'), RemoveKeyboard)
    assert isinstance(read_keyboard('{"force_reply": true}'), ForceReply)
    assert read_keyboard(None) is read_keyboard("{}") is None
    link = inline({"text": "Kort", "url": "https://hj.dk/kort"})
    assert isinstance(read_keyboard(link), InlineKeyboard)


def test_buttons_whose_action_is_an_object() -> None:
    for action in ("copy_text", "switch_inline_query_chosen_chat", "web_app", "login_url"):
        source = inline({"text": "Del", action: {"text": "x"}})
        assert isinstance(read_keyboard(source), InlineKeyboard)
