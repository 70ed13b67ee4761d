"""The methods of the Bot API, by name."""

from collections.abc import Callable

from playground.methods import bot, chats, deleting, editing, files, inline, messages, taps
from playground.requests import Call
from playground.state import World

Method = Callable[[World, Call], object]

METHODS: dict[str, Method] = {
    **bot.METHODS,
    **chats.METHODS,
    **deleting.METHODS,
    **editing.METHODS,
    **files.METHODS,
    **inline.METHODS,
    **messages.METHODS,
    **taps.METHODS,
}
