"""Results of inline queries: the shape that Telegram accepts.

Only articles with a text: of the kinds that Telegram knows, the bot offers no others.
"""

from __future__ import annotations

import re

import msgspec

from playground.checks.keyboards import read_keyboard
from playground.checks.texts import MAX_TEXT, read_text
from playground.checks.utf16 import utf16_length
from playground.errors import ApiError, bad_request
from playground.results import Article, StartButton
from playground.wire import Entity, InlineKeyboard, Json

MAX_RESULTS = 50
MAX_ID_BYTES = 64
MAX_PARAMETER = 64
_PARAMETER = re.compile(r"[A-Za-z0-9_-]*")
_MISSING = re.compile(r"missing required field `(\w+)`")
_WRONG = re.compile(r"Expected `(\w+)`.*`\$\.(?:\w+\.)*(\w+)`")
_TYPES = {"str": "String", "object": "Object"}


class _Kind(msgspec.Struct):
    """What every result has."""

    type: str
    id: str


class _Content(msgspec.Struct):
    """``InputTextMessageContent``."""

    message_text: str
    parse_mode: str | None = None
    entities: msgspec.Raw = msgspec.Raw()


class _Given(msgspec.Struct, kw_only=True):
    """``InlineQueryResultArticle``."""

    id: str
    title: str
    input_message_content: _Content
    reply_markup: msgspec.Raw = msgspec.Raw()
    description: str = ""


class _GivenButton(msgspec.Struct):
    """``InlineQueryResultsButton``."""

    text: str
    start_parameter: str | None = None
    web_app: Json | None = None


def read_results(source: str) -> tuple[Article, ...]:
    """The list in ``results``, checked; no list is an empty one.

    Raises:
        ApiError: the first mistake that Telegram would refuse.
    """
    results = tuple(_article(raw) for raw in _list(source)) if source else ()
    if len(results) > MAX_RESULTS:
        raise bad_request("too many inline query results specified")
    for article in results:
        _check(article)
    if len({article.id for article in results}) < len(results):
        raise bad_request("RESULT_ID_DUPLICATE")
    return results


def _list(source: str) -> list[msgspec.Raw]:
    try:
        return msgspec.json.decode(source, type=list[msgspec.Raw])
    except msgspec.ValidationError as error:
        raise bad_request("expected an Array of inline query results") from error
    except msgspec.DecodeError as error:
        raise bad_request(f"can't parse JSON encoded inline query results: {error}") from error


def _article(raw: msgspec.Raw) -> Article:
    if not bytes(raw).startswith(b"{"):
        raise _unread("Inline query result must be an object")
    try:
        kind = msgspec.json.decode(raw, type=_Kind)
        if kind.type != "article":
            raise _unread(f'type "{kind.type}" is unsupported for the inline query result')
        given = msgspec.json.decode(raw, type=_Given)
    except msgspec.ValidationError as error:
        raise _unread(_reason(error)) from error
    try:
        text, entities = _text(given.input_message_content)
        keyboard = _keyboard(given.reply_markup)
    except ApiError as error:
        raise _nested(error) from error
    return Article(
        id=given.id,
        title=given.title,
        description=given.description,
        text=text,
        entities=entities,
        keyboard=keyboard,
    )


def _text(content: _Content) -> tuple[str, list[Entity] | None]:
    if not content.message_text:
        raise _unread("Message text is empty")
    return read_text(content.message_text, content.parse_mode, bytes(content.entities).decode())


def _keyboard(source: msgspec.Raw) -> InlineKeyboard | None:
    keyboard = read_keyboard(bytes(source).decode())
    if keyboard is None:
        return None
    if not isinstance(keyboard, InlineKeyboard):
        raise bad_request("inline keyboard expected")
    return keyboard if keyboard.inline_keyboard else None


def _unread(reason: str) -> ApiError:
    return bad_request(f"can't parse inline query result: {reason}")


def _nested(error: ApiError) -> ApiError:
    """What can't be read inside a result is said inside a longer sentence; the rest is said as ever."""
    reason = error.description.removeprefix("Bad Request: ")
    is_read_error = reason.startswith(("can't parse", "unsupported")) and "inline query result" not in reason
    return _unread(reason[0].upper() + reason[1:]) if is_read_error else error


def _reason(error: msgspec.ValidationError) -> str:
    """What the decoder says, in the server's words."""
    missing = _MISSING.search(str(error))
    if missing:
        return f'Can\'t find field "{missing[1]}"'
    wrong = _WRONG.search(str(error))
    return f'Field "{wrong[2]}" must be of type {_TYPES.get(wrong[1], wrong[1])}' if wrong else str(error)


def _check(article: Article) -> None:
    if not article.id:
        raise bad_request("RESULT_ID_EMPTY")
    if len(article.id.encode()) > MAX_ID_BYTES:
        raise bad_request("RESULT_ID_INVALID")
    if not article.title:
        raise bad_request("ARTICLE_TITLE_EMPTY")
    if not article.text:
        raise bad_request("MESSAGE_EMPTY")
    if utf16_length(article.text) > MAX_TEXT:
        raise bad_request("MESSAGE_TOO_LONG")


def read_button(source: str | None) -> StartButton | None:
    """The button above the results, checked; ``None`` when there is none.

    Raises:
        ApiError: it isn't one that opens the bot with a parameter of 1 to 64 of ``A-Za-z0-9_-``.
    """
    if source is None:
        return None
    try:
        button = msgspec.json.decode(source, type=_GivenButton)
    except msgspec.MsgspecError as error:
        raise bad_request(f"can't parse InlineQueryResultsButton: {error}") from error
    if button.start_parameter is None or button.web_app is not None:
        raise bad_request("can't parse InlineQueryResultsButton: start_parameter expected")
    if not button.text.strip():
        raise bad_request("SWITCH_PM_TEXT_EMPTY")
    _check_parameter(button.start_parameter)
    return StartButton(button.text, button.start_parameter)


def _check_parameter(parameter: str) -> None:
    if not parameter:
        raise bad_request("can't use empty start_parameter")
    if len(parameter) > MAX_PARAMETER:
        raise bad_request("too long start_parameter specified")
    if not _PARAMETER.fullmatch(parameter):
        raise bad_request("unallowed characters in start_parameter are used")
