import json
import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from playground.checks.results import read_button, read_results
from playground.errors import ApiError


def article(**fields: object) -> dict[str, object]:
    plain = {"type": "article", "id": "1", "title": "T", "input_message_content": {"message_text": "x"}}
    return plain | fields


def says(text: object, **more: object) -> dict[str, object]:
    return article(input_message_content={"message_text": text} | more)


def test_what_a_result_sends() -> None:
    keyboard = {"inline_keyboard": [[{"text": "Ja", "callback_data": "y"}]]}
    given_one = says("<b>Møde</b> i morgen", parse_mode="HTML", link_preview_options={})
    (read,) = read_results(json.dumps([given_one | {"reply_markup": keyboard, "description": "D"}]))
    assert (read.id, read.title, read.description, read.text) == ("1", "T", "D", "Møde i morgen")
    assert read.html == "<b>Møde</b> i morgen"
    assert read.rows == [["Ja"]]
    entities = [{"type": "bold", "offset": 0, "length": 4}]
    (read,) = read_results(json.dumps([says("Møde", entities=entities) | {"reply_markup": {}}]))
    assert (read.html, read.rows) == ("<b>Møde</b>", [])
    assert read_results("") == read_results("[]") == ()


def keyboard(button: dict[str, str]) -> dict[str, object]:
    return article(reply_markup={"inline_keyboard": [[button]]})


@pytest.mark.parametrize(
    ("results", "reason"),
    [
        ({}, "expected an Array of inline query results"),
        ([5], "can't parse inline query result: Inline query result must be an object"),
        ([article(type="gif")], 'can\'t parse inline query result: type "gif" is unsupported for the inline'),
        ([{"type": "article"}], "can't parse inline query result: Can't find field \"id\""),
        ([article(id=5)], 'can\'t parse inline query result: Field "id" must be of type String'),
        ([article(input_message_content={})], "can't parse inline query result: Can't find field \"message_"),
        ([article(input_message_content=5)], 'Field "input_message_content" must be of type Object'),
        ([says("")], "can't parse inline query result: Message text is empty"),
        ([says("<b>", parse_mode="HTML")], "can't parse inline query result: Can't parse entities: Can't fi"),
        ([says("x", parse_mode="Latin")], "can't parse inline query result: Unsupported parse_mode"),
        ([says("<b> </b>", parse_mode="HTML")], "MESSAGE_EMPTY"),
        ([says("x" * 4097)], "MESSAGE_TOO_LONG"),
        ([article(id="")], "RESULT_ID_EMPTY"),
        ([article(id="æ" * 33)], "RESULT_ID_INVALID"),
        ([article(), article()], "RESULT_ID_DUPLICATE"),
        ([article(title="")], "ARTICLE_TITLE_EMPTY"),
        ([article(id=str(number)) for number in range(51)], "too many inline query results specified"),
        (
            [keyboard({"text": "x"})],
            "can't parse inline query result: Can't parse inline keyboard button: Tex",
        ),
        ([keyboard({"text": "x", "callback_data": "x" * 65})], "BUTTON_DATA_INVALID"),
        ([keyboard({"text": "x", "url": "hj"})], "inline keyboard button URL 'hj' is invalid"),
        ([article(reply_markup={"keyboard": [["A"]]})], "inline keyboard expected"),
    ],
)
def test_what_is_refused(results: object, reason: str) -> None:
    with pytest.raises(ApiError, match=re.escape("Bad Request: ") + ".*" + re.escape(reason)):
        read_results(json.dumps(results))


def test_what_is_not_even_json() -> None:
    with pytest.raises(ApiError, match="can't parse JSON encoded inline query results"):
        read_results("[")
    with pytest.raises(ApiError, match="can't parse InlineQueryResultsButton"):
        read_button("[")


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"]), max_size=70), min_size=1, max_size=55))
def test_ids_are_unique_and_have_one_to_64_bytes(ids: list[str]) -> None:
    source = json.dumps([article(id=each) for each in ids])
    if len(set(ids)) == len(ids) <= 50 and all(1 <= len(each.encode()) <= 64 for each in ids):
        assert [read.id for read in read_results(source)] == ids
    else:
        with pytest.raises(ApiError):
            read_results(source)


def test_the_button_above_the_results() -> None:
    assert read_button(None) is None
    read = read_button('{"text": "Log ind", "start_parameter": "a_B-9"}')
    assert read is not None
    assert (read.text, read.start_parameter) == ("Log ind", "a_B-9")


@pytest.mark.parametrize(
    ("button", "reason"),
    [
        ({"start_parameter": "x"}, "InlineQueryResultsButton"),
        ({"text": "x"}, "start_parameter expected"),
        ({"text": "x", "web_app": {}}, "start_parameter expected"),
        ({"text": " ", "start_parameter": "x"}, "SWITCH_PM_TEXT_EMPTY"),
        ({"text": "x", "start_parameter": ""}, "can't use empty start_parameter"),
        ({"text": "x", "start_parameter": "x" * 65}, "too long start_parameter specified"),
        ({"text": "x", "start_parameter": "å"}, "unallowed characters in start_parameter are used"),
    ],
)
def test_buttons_that_are_refused(button: dict[str, Any], reason: str) -> None:
    with pytest.raises(ApiError, match=reason):
        read_button(json.dumps(button))
