"""The Telegram application with the house in it, and the context in which callbacks find it."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from telegram.ext import Application, CallbackContext, ContextTypes, ExtBot

from council.ports import Clock
from services.house import House

_Data = dict[Any, Any]


@dataclass(frozen=True, slots=True)
class Status:
    """How the bot is, over all councils: its last heartbeat, when something is due next, what is unsent.

    `beat` is None until the first one, `next_due` when nothing lies ahead; `backlog` counts messages.
    """

    beat: datetime | None
    next_due: datetime | None
    backlog: int


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the composition root hands to the handlers.

    `fetch` gives the content of a sent file (its id, the most bytes) and raises `Unreadable` for a larger
    one; `is_in_chat` tells whether a person (chat, person) is in a group, and whether they administer it;
    `status` is how the bot is right now.
    """

    house: House
    clock: Clock
    fetch: Callable[[str, int], Awaitable[bytes]]
    is_in_chat: Callable[[int, int], Awaitable[tuple[bool, bool]]]
    status: Callable[[], Status]


class Samspil(Application[ExtBot[Any], "Context", _Data, _Data, _Data, None]):
    """python-telegram-bot's application that carries the use cases and the clock."""

    def __init__(self, *, surroundings: Surroundings, **settings: Any) -> None:
        super().__init__(**settings)
        self.surroundings = surroundings


class Context(CallbackContext[ExtBot[Any], _Data, _Data, _Data]):
    """What a callback gets; the house is typed and nothing lives in `bot_data`."""

    @property
    def house(self) -> House:
        """The use cases."""
        return self.surroundings.house

    @property
    def surroundings(self) -> Surroundings:
        """All that the composition root hands over."""
        application = self.application
        assert isinstance(application, Samspil)
        return application.surroundings


CONTEXT_TYPES = ContextTypes(context=Context)
