"""Answers to taps and inline queries."""

from __future__ import annotations

import msgspec

from playground.errors import bad_request
from playground.requests import Call
from playground.state import Answer, World

MAX_ANSWER = 200
MAX_RESULTS = 50
_TOO_OLD = "query is too old and response timeout expired or query ID is invalid"


def answer_callback_query(world: World, call: Call) -> bool:
    """``answerCallbackQuery``: once for each tap."""
    text = call.params.get("text", "")
    if len(text) > MAX_ANSWER:
        raise bad_request("MESSAGE_TOO_LONG")
    tap = world.taps.get(call.params.get("callback_query_id", ""))
    if tap is None or tap.answer is not None or tap.is_expired:
        raise bad_request(_TOO_OLD)
    tap.answer = Answer(text, call.flag("show_alert"), call.text("url"))
    if tap.query.message is not None:
        chat = world.chats[tap.query.message.chat.id]
        kind = "alerted" if tap.answer.is_alert else "answered"
        world.tell(kind, chat, tap.query.from_, tap.query.message, text)
    return True


def answer_inline_query(world: World, call: Call) -> bool:
    """``answerInlineQuery``: once for each query."""
    number = call.params.get("inline_query_id", "")
    if world.inline_answers.get(number, ()) is not None:
        raise bad_request(_TOO_OLD)
    try:
        results = msgspec.json.decode(call.params.get("results", ""), type=list[dict[str, msgspec.Raw]])
    except msgspec.MsgspecError as error:
        raise bad_request("can't parse inline query results JSON object") from error
    if len(results) > MAX_RESULTS:
        raise bad_request("RESULTS_TOO_MUCH")
    ids = [bytes(result.get("id", b"")) for result in results]
    if len(set(ids)) < len(ids):
        raise bad_request("RESULT_ID_DUPLICATE")
    world.inline_answers[number] = results
    world.changed.notify()
    return True


METHODS = {
    "answerCallbackQuery": answer_callback_query,
    "answerInlineQuery": answer_inline_query,
}
