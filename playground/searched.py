"""Searches as tests and the demo see them."""

from __future__ import annotations

from dataclasses import dataclass

from playground.results import InlineAnswer
from playground.state import Search, World


@dataclass(frozen=True, slots=True, eq=False)
class Searched:
    """An inline query on its way; ``answer`` is what the bot offers, once it has.

    Attributes:
        update_id: of the update that carried it; ``None`` when Telegram remembered an answer and did
            not ask the bot.
    """

    world: World
    search: Search
    update_id: int | None

    @property
    def answer(self) -> InlineAnswer | None:
        """The answer so far."""
        return self.search.answer

    def expire(self) -> None:
        """Make it too old to answer."""
        self.search.is_expired = True

    async def answered(self, timeout: float = 5.0) -> InlineAnswer:  # noqa: ASYNC109 - a limit, not a wait
        """The bot's answer.

        Raises:
            TimeoutError: it did not come within ``timeout`` seconds.
        """
        if not await self.world.changed.until(lambda: self.search.answer, timeout):
            raise TimeoutError(f"search {self.search.query.query!r} was not answered in {timeout} s")
        assert self.search.answer is not None
        return self.search.answer
