"""Answers to inline queries."""

from __future__ import annotations

from playground.checks.results import read_button, read_results
from playground.errors import bad_request
from playground.methods.messages import mention
from playground.methods.taps import TOO_OLD
from playground.requests import Call
from playground.results import InlineAnswer
from playground.state import Search, World
from playground.wire import Message

MAX_OFFSET_BYTES = 64
_LONGEST_CACHE = 24 * 60 * 60
_USUAL_CACHE = 300


def answer_inline_query(world: World, call: Call) -> bool:
    """``answerInlineQuery``: once for each query.

    The same words get the same answer for ``cache_time`` seconds without the bot being asked,
    from everybody unless ``is_personal``.
    """
    answer = _read(world, call)
    search = world.searches.get(call.params.get("inline_query_id", ""))
    if search is None or search.answer is not None or search.is_expired:
        raise bad_request(TOO_OLD)
    search.answer = answer
    _remember(world, search, answer)
    show(world, search)
    return True


def _read(world: World, call: Call) -> InlineAnswer:
    button = read_button(call.text("button"))
    results = read_results(call.params.get("results", ""))
    for article in results:
        mention(world, article.entities)
    next_offset = call.params.get("next_offset", "")
    if len(next_offset.encode()) > MAX_OFFSET_BYTES:
        raise bad_request("NEXT_OFFSET_INVALID")
    return InlineAnswer(
        results=results,
        button=button,
        next_offset=next_offset,
        cache_time=min(max(call.number("cache_time", _USUAL_CACHE), 0), _LONGEST_CACHE),
        is_personal=call.flag("is_personal"),
    )


def _remember(world: World, search: Search, answer: InlineAnswer) -> None:
    if answer.cache_time:
        whose = search.query.from_.id if answer.is_personal else 0
        key = search.query.query, search.query.offset, whose
        world.remembered[key] = world.now() + answer.cache_time, answer


def show(world: World, search: Search) -> None:
    """The person sees the results."""
    assert search.answer is not None
    shown = Message(
        message_id=0,
        date=world.now(),
        chat=search.place.info,
        text=search.answer.shown,
        reply_markup=search.answer.shown_button,
    )
    world.tell("offered", search.place, world.bot, shown)


METHODS = {"answerInlineQuery": answer_inline_query}
