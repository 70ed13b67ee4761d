"""The command menus that Telegram shows: per language, kind of chat and role, derived from the features."""

import logging
from collections.abc import Awaitable, Iterable, Sequence
from typing import Any

from telegram import (
    BotCommand,
    BotCommandScope,
    BotCommandScopeAllChatAdministrators,
    BotCommandScopeAllGroupChats,
    BotCommandScopeAllPrivateChats,
    BotCommandScopeChat,
)
from telegram.error import TelegramError
from telegram.ext import ExtBot

from council.permissions import Right, rights_of
from handlers.feature import Command, Feature, Where, all_features
from handlers.turn import Turn
from services.desk import Actor
from texts.catalogue import LANGUAGES, SOURCE_LANGUAGE, nearest
from texts.tongue import N_, Tongue, tongue

log = logging.getLogger(__name__)

_DESCRIPTION = N_(
    "Samspil keeps a council's plan for the year: what is next, who comes, and calendars for everybody.\n\n"
    "Add me to your council's group and write /setup there."
)
_SHORT = N_("A council's year in one chat: the plan, meetings, calendars.")


async def set_menus(bot: ExtBot[Any], features: Sequence[Feature]) -> None:
    """The menus that everybody sees, in every language; Telegram keeps them until the next start."""
    scopes: list[tuple[BotCommandScope, list[Command]]] = [
        (BotCommandScopeAllPrivateChats(), menu(features, Where.PRIVATE)),
        (BotCommandScopeAllGroupChats(), menu(features, Where.GROUP)),
        (BotCommandScopeAllChatAdministrators(), menu(features, Where.GROUP, administrator=True)),
    ]
    for language in LANGUAGES:
        t, code = tongue(language), "" if language == SOURCE_LANGUAGE else language
        for scope, commands in scopes:
            worded_commands = worded(t, commands)
            await _if_possible(bot.set_my_commands(worded_commands, scope=scope, language_code=code))
        await _if_possible(bot.set_my_description(t.plain(_DESCRIPTION), language_code=code))
        await _if_possible(bot.set_my_short_description(t.plain(_SHORT), language_code=code))


async def set_private_menu(turn: Turn, person_id: str) -> None:
    """The menu of somebody's private chat: in their language, for their role in the council they mean."""
    person = await turn.house.people.person(person_id)
    if person is None or not person.reachable:  # without a private chat there is no menu to set
        return
    meant = person.council_id or next(iter(person.councils), "")
    member = await turn.house.people.member(Actor(person.id, meant)) if meant else None
    t = tongue(nearest(person.language or person.telegram_language))
    commands = worded(t, menu(all_features(), Where.PRIVATE, rights_of(member)))
    scope = BotCommandScopeChat(int(person.id))
    await _if_possible(turn.context.bot.set_my_commands(commands, scope=scope))


async def drop_private_menu(turn: Turn) -> None:
    """The person who says this is nobody special any more: the menu for everybody serves them."""
    scope = BotCommandScopeChat(int(turn.person.id))
    await _if_possible(turn.context.bot.delete_my_commands(scope=scope))


def menu(
    features: Iterable[Feature],
    here: Where,
    rights: frozenset[Right] = frozenset(),
    *,
    administrator: bool = False,
) -> list[Command]:
    """The commands worth offering in this kind of chat to somebody with these rights."""
    return [
        command
        for feature in features
        for command in feature.commands
        if here in command.where and _offered(command, rights, administrator=administrator)
    ]


def worded(t: Tongue, commands: Iterable[Command]) -> list[BotCommand]:
    """The commands as Telegram shows them in one language."""
    return [BotCommand(named(t, command), t.plain(command.summary)) for command in commands]


def named(t: Tongue, command: Command) -> str:
    """The command's name in a language."""
    return command.danish if t.language == "da" else command.name


async def _if_possible(call: Awaitable[bool]) -> None:
    """Make a call whose failure hurts nobody: without a menu, everything can still be typed."""
    try:
        await call
    except TelegramError as error:
        log.warning("a menu was not taken: %s", error.message)


def _offered(command: Command, rights: frozenset[Right], *, administrator: bool) -> bool:
    if command.right is None:
        return True
    return (administrator and command.administrators) or command.right in rights
