"""Transactions that are saved together, with one write and one sync."""

import asyncio
from collections.abc import Sequence

from council.ports import StoreError
from storage.contents import transaction
from storage.threads import held_out
from storage.transaction import Shelves, Step, Was, apply, take_back


class Batch:
    """Steps that count in memory and are not saved yet: their lines, and what was there before them."""

    def __init__(self) -> None:
        self._lines: list[bytes] = []
        self._ended: asyncio.Future[BaseException | None] = asyncio.get_running_loop().create_future()
        self.was: list[Was] = []

    @property
    def lines(self) -> bytes:
        """What is to be written: each transaction is a line, so that a part of them is whole transactions."""
        return b"".join(self._lines)

    def add(self, steps: Sequence[Step], kept: Shelves) -> None:
        """Take one more transaction."""
        line = transaction(steps)
        self.was += apply(steps, kept)
        self._lines.append(line)

    def end(self, error: BaseException | None) -> None:
        """They are saved, or, with an error, none of them is and memory is what it was before."""
        if error is not None:
            take_back(self.was)
        self._ended.set_result(error)

    async def ended(self) -> BaseException | None:
        """Wait for that; who is cancelled meanwhile gets the cancellation then. Returns what went wrong."""
        cancelled = await held_out(self._ended)
        error = self._ended.result()
        if cancelled:
            raise cancelled from error
        return error

    async def saved(self) -> None:
        """Wait until they are saved.

        Raises:
            StoreFull, StoreError: they could not be.
        """
        error = await self.ended()
        if isinstance(error, StoreError):
            raise type(error)(*error.args) from error  # one for each who is told: they add where they were
        if error is not None:
            raise error
