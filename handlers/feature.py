"""What a feature is: the commands, buttons, forms and links that one file brings."""

import importlib
import pkgutil
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from enum import Flag, auto
from functools import cache
from typing import Any

import handlers
from council.permissions import Right
from council.records import Draft
from handlers.codec import Tap
from handlers.turn import Turn

Run = Callable[[Turn], Awaitable[None]]


class Where(Flag):
    """The chats in which something can be said."""

    GROUP = auto()
    PRIVATE = auto()
    ANYWHERE = GROUP | PRIVATE


@dataclass(frozen=True, slots=True)
class Command:
    """`/name` (`danish` works as well); `summary` is an English msgid; `right` is who needs it in menus."""

    name: str
    danish: str
    summary: str
    run: Run
    where: Where = Where.ANYWHERE
    right: Right | None = None
    administrators: bool = False


@dataclass(frozen=True, slots=True)
class TapRoute:
    """The button data of this type goes to this callback; `inline` for buttons in chats the bot is not in."""

    tap: type[Tap]
    run: Callable[[Turn, Any], Awaitable[None]]
    inline: bool = False


def on(tap: type[Tap], run: Callable[[Turn, Any], Awaitable[None]], *, inline: bool = False) -> TapRoute:
    """Send button data of this type to `run`."""
    return TapRoute(tap, run, inline)


@dataclass(frozen=True, slots=True)
class Feature:
    """All that one file brings. `order` is its place in `/help`; `title` an English msgid.

    `forms` answer what is typed while a form is open, by its name; `links` open deep links
    (`/start <prefix>_…`) by prefix, called with what stands behind it; `documents` takes files sent
    in private; `loose_text` what is typed in private without a form.
    """

    title: str
    order: int
    commands: tuple[Command, ...] = ()
    taps: tuple[TapRoute, ...] = ()
    forms: dict[str, Callable[[Turn, Draft], Awaitable[None]]] = field(default_factory=dict)
    links: dict[str, Callable[[Turn, list[str]], Awaitable[None]]] = field(default_factory=dict)
    documents: Run | None = None
    loose_text: Run | None = None


@cache
def all_features() -> tuple[Feature, ...]:
    """Every `FEATURE` in the modules of this package, in the order of `/help`."""
    modules = [importlib.import_module(f"handlers.{m.name}") for m in pkgutil.iter_modules(handlers.__path__)]
    found = [module.FEATURE for module in modules if hasattr(module, "FEATURE")]
    return tuple(sorted(found, key=lambda feature: feature.order))
