"""Command menus: names, descriptions, scopes."""

from __future__ import annotations

import re

import msgspec

from playground.errors import bad_request
from playground.wire import Command, CommandScope

MAX_COMMANDS = 100
MAX_DESCRIPTION = 256
_NAME = re.compile(r"[a-z0-9_]{1,32}")
_LANGUAGE = re.compile(r"[a-z]{2}")
_SCOPES = {
    "default": (),
    "all_private_chats": (),
    "all_group_chats": (),
    "all_chat_administrators": (),
    "chat": ("chat_id",),
    "chat_administrators": ("chat_id",),
    "chat_member": ("chat_id", "user_id"),
}


def read_commands(source: str | None) -> list[Command]:
    """The list in ``commands``, checked.

    Raises:
        ApiError: no list, too many, or one that Telegram refuses.
    """
    try:
        commands = msgspec.json.decode(source or "", type=list[Command])
    except msgspec.MsgspecError as error:
        raise bad_request(f"can't parse commands list JSON object: {error}") from error
    if len(commands) > MAX_COMMANDS:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    for command in commands:
        _check(command)
    return commands


def _check(command: Command) -> None:
    if not _NAME.fullmatch(command.command.removeprefix("/")):
        raise bad_request("BOT_COMMAND_INVALID")
    if not 1 <= len(command.description.strip()) <= MAX_DESCRIPTION:
        raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")


def read_scope(source: str | None) -> CommandScope:
    """The scope in ``scope``; the default one when there is none.

    Raises:
        ApiError: an unknown scope or one without its ids.
    """
    if not source:
        return CommandScope()
    try:
        scope = msgspec.json.decode(source, type=CommandScope)
    except msgspec.MsgspecError as error:
        raise bad_request(f"can't parse BotCommandScope: {error}") from error
    needed = _SCOPES.get(scope.type)
    if needed is None:
        raise bad_request("can't parse BotCommandScope: Unsupported type specified")
    if any(getattr(scope, name) is None for name in needed):
        raise bad_request("can't parse BotCommandScope: chat or user is missing")
    return scope


def read_language(code: str | None) -> str:
    """A two-letter ISO 639-1 code, or "" for everybody else.

    Raises:
        ApiError: anything else.
    """
    if not code:
        return ""
    if not _LANGUAGE.fullmatch(code):
        raise bad_request("invalid language code specified")
    return code
