"""The methods of the Bot API, by name."""

from collections.abc import Callable

from playground.methods import bot, chats, editing, files, messages, taps
from playground.requests import Call
from playground.state import World

Method = Callable[[World, Call], object]

METHODS: dict[str, Method] = {
    **bot.METHODS,
    **chats.METHODS,
    **editing.METHODS,
    **files.METHODS,
    **messages.METHODS,
    **taps.METHODS,
}
