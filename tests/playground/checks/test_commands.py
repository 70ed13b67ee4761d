import json

import pytest

from playground.checks.commands import read_commands, read_language, read_scope
from playground.errors import ApiError
from playground.wire import Command, CommandScope


def menu(command: str = "plan", description: str = "Planen", times: int = 1) -> str:
    return json.dumps([{"command": command, "description": description}] * times)


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        (None, "can't parse commands list"),
        (menu("Plan"), "BOT_COMMAND_INVALID"),
        (menu("x" * 33), "BOT_COMMAND_INVALID"),
        (menu("møde"), "BOT_COMMAND_INVALID"),
        (menu(description=" "), "BOT_COMMAND_DESCRIPTION_INVALID"),
        (menu(description="x" * 257), "BOT_COMMAND_DESCRIPTION_INVALID"),
        (menu(times=101), "BOT_COMMANDS_TOO_MUCH"),
    ],
)
def test_menus_that_are_refused(source: str | None, reason: str) -> None:
    with pytest.raises(ApiError, match=reason):
        read_commands(source)


def test_a_menu() -> None:
    assert read_commands(menu()) == [Command("plan", "Planen")]


def test_scopes_and_languages() -> None:
    assert read_scope(None) == CommandScope()
    assert read_scope('{"type":"chat","chat_id":-5}') == CommandScope("chat", -5)
    assert (read_language(None), read_language("da")) == ("", "da")
    for source in ('{"type":"chat"}', '{"type":"moon"}', "["):
        with pytest.raises(ApiError, match="BotCommandScope"):
            read_scope(source)
    with pytest.raises(ApiError, match="language"):
        read_language("dansk")
