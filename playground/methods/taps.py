"""Answers to taps."""

from __future__ import annotations

from playground.errors import bad_request
from playground.links import start_payload
from playground.requests import Call
from playground.state import Answer, World

MAX_ANSWER = 200
TOO_OLD = "query is too old and response timeout expired or query ID is invalid"


def answer_callback_query(world: World, call: Call) -> bool:
    """``answerCallbackQuery``: once for each tap."""
    text, url = call.params.get("text", ""), call.text("url")
    if len(text) > MAX_ANSWER:
        raise bad_request("MESSAGE_TOO_LONG")
    if url is not None and not start_payload(url, world.bot):
        # Telegram opens other addresses for games only.
        raise bad_request("URL_INVALID")
    tap = world.taps.get(call.params.get("callback_query_id", ""))
    if tap is None or tap.answer is not None or tap.is_expired:
        raise bad_request(TOO_OLD)
    tap.answer = Answer(text, call.flag("show_alert"), url)
    kind = "alerted" if tap.answer.is_alert else "answered"
    note = " ".join(filter(None, (text, f"↗ {url}" if url else "")))
    world.tell(kind, tap.place, tap.query.from_, tap.message, note)
    return True


METHODS = {"answerCallbackQuery": answer_callback_query}
