"""Which updates were received and must not be confirmed yet."""

from collections.abc import Iterable


class Received:
    """The updates that the server still keeps for us, in its order, and which are in work.

    Telegram knows one number, the offset: everything before it is confirmed and forgotten there,
    everything from it on is delivered again. So the offset may stand at the first update that is
    not done, and what is done behind it will come again, to be recognised here.
    """

    def __init__(self) -> None:
        self._kept: dict[int, float] = {}
        self._in_work: set[int] = set()
        self._next: int | None = None

    def admit(self, updates: Iterable[int], now: float) -> list[int]:
        """Note the ids of a batch that came at `now` (seconds); returns those that are new."""
        fresh = []
        for update in updates:
            if update not in self._kept and update not in self._in_work:
                self._kept[update] = now
                self._in_work.add(update)
                fresh.append(update)
                # Not the maximum: after a quiet week Telegram's ids may start anywhere, even lower.
                self._next = update + 1
        return fresh

    def finish(self, update: int) -> None:
        """This one has been handled."""
        self._in_work.discard(update)

    def in_work(self) -> int:
        """How many are being handled, confirmed or not."""
        return len(self._in_work)

    def head(self, expired: float) -> int | None:
        """The first update that must not be confirmed; those received before `expired` may be."""
        for update, came in self._kept.items():
            if update in self._in_work and came > expired:
                return update
        return None

    def offset(self, expired: float) -> int | None:
        """The offset to poll with; None before anything was received."""
        head = self.head(expired)
        return self._next if head is None else head

    def since(self, head: int) -> int:
        """How many the server would deliver again if polled with `head`."""
        return len(self._kept) - list(self._kept).index(head)

    def confirm(self, offset: int | None) -> None:
        """The server has heard `offset`: forget what it has forgotten."""
        for update in list(self._kept):
            if update == offset:
                return
            del self._kept[update]
