"""The Telegram application with the house in it, and the context in which callbacks find it."""

from collections.abc import Callable
from typing import Any

from telegram.ext import Application, CallbackContext, ContextTypes, ExtBot

from council.ports import Clock
from services.house import House

_Data = dict[Any, Any]


class Samspil(Application[ExtBot[Any], "Context", _Data, _Data, _Data, None]):
    """python-telegram-bot's application that carries the use cases and the clock."""

    def __init__(self, *, house: House, clock: Clock, wake: Callable[[str], None], **settings: Any) -> None:
        super().__init__(**settings)
        self.house = house
        self.clock = clock
        self.wake = wake


class Context(CallbackContext[ExtBot[Any], _Data, _Data, _Data]):
    """What a callback gets; the house is typed and nothing lives in `bot_data`."""

    @property
    def house(self) -> House:
        """The use cases."""
        return self._samspil.house

    @property
    def clock(self) -> Clock:
        """What time it is."""
        return self._samspil.clock

    def wake(self, council_id: str) -> None:
        """Something was written to this council's ledger of notices."""
        self._samspil.wake(council_id)

    @property
    def _samspil(self) -> Samspil:
        application = self.application
        assert isinstance(application, Samspil)
        return application


CONTEXT_TYPES = ContextTypes(context=Context)
