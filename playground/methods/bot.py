"""The bot itself: who it is, its menus and descriptions, its webhook."""

from __future__ import annotations

import re

import msgspec

from playground.checks.commands import read_commands, read_language, read_scope
from playground.errors import bad_request
from playground.inbox import read_kinds
from playground.requests import Call
from playground.state import World
from playground.wire import Command, CommandScope

_LIMITS = {"name": 64, "description": 512, "short_description": 120}
_SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")
_WEBHOOK = re.compile(r"https://\S+|http://(?:127\.0\.0\.1|localhost)(?::\d+)?(?:/\S*)?")
_MAX_CONNECTIONS = 40


def get_me(world: World, _call: Call) -> dict[str, object]:
    """``getMe``."""
    return {
        **{k: v for k, v in msgspec.structs.asdict(world.bot).items() if v is not None},
        "can_join_groups": True,
        "can_read_all_group_messages": world.reads_everything,
        "supports_inline_queries": True,
        "can_connect_to_business": False,
        "has_main_web_app": False,
    }


def _menu(world: World, call: Call) -> tuple[CommandScope, str]:
    """Which menu a call is about; one for a chat needs a chat that exists."""
    scope = read_scope(call.text("scope"))
    if scope.chat_id is not None and scope.chat_id not in world.chats:
        raise bad_request("chat not found")
    return scope, read_language(call.text("language_code"))


def set_my_commands(world: World, call: Call) -> bool:
    """``setMyCommands``; an empty list is as good as deleting."""
    commands = read_commands(call.params.get("commands"))
    key = _menu(world, call)
    if commands:
        world.commands[key] = commands
    else:
        world.commands.pop(key, None)
    world.changed.notify()
    return True


def get_my_commands(world: World, call: Call) -> list[Command]:
    """``getMyCommands``: exactly those of this scope and language."""
    return world.commands.get(_menu(world, call), [])


def delete_my_commands(world: World, call: Call) -> bool:
    """``deleteMyCommands``."""
    world.commands.pop(_menu(world, call), None)
    return True


def _setter(what: str, world: World, call: Call) -> bool:
    text = call.params.get(what, "")
    if len(text) > _LIMITS[what]:
        raise bad_request(f"{what} is too long")
    world.profile[what, read_language(call.text("language_code"))] = text
    return True


def _getter(what: str, world: World, call: Call) -> dict[str, str]:
    language = read_language(call.text("language_code"))
    default = world.profile.get((what, ""), world.bot.first_name if what == "name" else "")
    return {what: world.profile.get((what, language), default)}


def set_webhook(world: World, call: Call) -> bool:
    """``setWebhook``; besides https, loopback addresses are allowed so that tests can listen."""
    url = call.params.get("url", "")
    secret = call.params.get("secret_token", "")
    if url and not _WEBHOOK.fullmatch(url):
        raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")
    if secret and not _SECRET.fullmatch(secret):
        raise bad_request("secret token contains unallowed characters")
    world.inbox.ask_for(read_kinds(call.text("allowed_updates")))
    if call.flag("drop_pending_updates"):
        world.inbox.drop()
    world.inbox.interrupt("terminated by setWebhook request")
    world.webhook = {"url": url, "secret_token": secret} if url else {}
    world.inbox.arrived.notify()
    return True


def delete_webhook(world: World, call: Call) -> bool:
    """``deleteWebhook``."""
    if call.flag("drop_pending_updates"):
        world.inbox.drop()
    world.webhook = {}
    return True


def get_webhook_info(world: World, _call: Call) -> dict[str, object]:
    """``getWebhookInfo``."""
    info: dict[str, object] = {
        "url": world.webhook.get("url", ""),
        "has_custom_certificate": False,
        "pending_update_count": len(world.inbox.pending),
    }
    if world.webhook:
        info["max_connections"] = _MAX_CONNECTIONS
    if world.webhook_error:
        info["last_error_date"], info["last_error_message"] = world.now(), world.webhook_error
    if world.inbox.allowed is not None:
        info["allowed_updates"] = sorted(world.inbox.allowed)
    return info


def log_out(_world: World, _call: Call) -> bool:
    """``logOut`` and ``close``: there is no other server to move to."""
    return True


METHODS = {
    "getMe": get_me,
    "setMyCommands": set_my_commands,
    "getMyCommands": get_my_commands,
    "deleteMyCommands": delete_my_commands,
    "setMyName": lambda world, call: _setter("name", world, call),
    "getMyName": lambda world, call: _getter("name", world, call),
    "setMyDescription": lambda world, call: _setter("description", world, call),
    "getMyDescription": lambda world, call: _getter("description", world, call),
    "setMyShortDescription": lambda world, call: _setter("short_description", world, call),
    "getMyShortDescription": lambda world, call: _getter("short_description", world, call),
    "setWebhook": set_webhook,
    "deleteWebhook": delete_webhook,
    "getWebhookInfo": get_webhook_info,
    "logOut": log_out,
    "close": log_out,
}
