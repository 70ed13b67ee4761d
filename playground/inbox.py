"""Updates on their way to the bot: kept until a later offset confirms them."""

from __future__ import annotations

import asyncio
from collections import OrderedDict, deque
from itertools import islice

import msgspec

from playground.errors import bad_request, conflict
from playground.signals import Signal

MAX_PER_CALL = 100
MAX_WAIT = 50
REMEMBERED = 1000

# Telegram delivers these only to bots that ask for them by name.
_ON_REQUEST = frozenset({"chat_member", "message_reaction", "message_reaction_count"})
_encoder = msgspec.json.Encoder()


class Inbox:
    """The queue behind ``getUpdates``.

    An update is encoded when it arrives, so that later changes of a message don't show in it.
    """

    def __init__(self, first_id: int = 1_000_001) -> None:
        self.next_id = first_id
        self.confirmed = first_id - 1
        self.allowed: frozenset[str] | None = None
        self.pending: deque[tuple[int, bytes]] = deque()
        self.arrived = Signal()
        self.taken = Signal()
        self._recent: OrderedDict[int, bytes] = OrderedDict()
        self._poll: asyncio.Future[None] | None = None

    def push(self, kind: str, payload: object) -> int | None:
        """Queue an update; its id, or ``None`` when the bot did not ask for this kind."""
        if not self.wanted(kind):
            return None
        update_id = self.next_id
        self.next_id += 1
        encoded = b'{"update_id":%d,"%s":%s}' % (update_id, kind.encode(), _encoder.encode(payload))
        self.pending.append((update_id, encoded))
        self.arrived.notify()
        self.wake()
        return update_id

    def wanted(self, kind: str) -> bool:
        """Whether updates of this kind are delivered."""
        return kind not in _ON_REQUEST if self.allowed is None else kind in self.allowed

    def ask_for(self, kinds: list[str] | None) -> None:
        """Set ``allowed_updates``; empty means the default, ``None`` what it was."""
        if kinds is not None:
            self.allowed = frozenset(kinds) or None

    def confirm(self, offset: int) -> None:
        """Forget the updates before ``offset``; a negative one counts from the end."""
        if offset < 0:
            offset = self.next_id + offset
        while self.pending and self.pending[0][0] < offset:
            update_id, encoded = self.pending.popleft()
            self._recent[update_id] = encoded
        while len(self._recent) > REMEMBERED:
            self._recent.popitem(last=False)
        self.confirmed = max(self.confirmed, min(offset, self.next_id) - 1)

    def repeat(self, update_id: int) -> None:
        """Deliver an update once more that was confirmed already.

        Raises:
            KeyError: it never arrived or is too long ago.
        """
        self.pending.append((update_id, self._recent[update_id]))
        self.pending = deque(sorted(self.pending))
        self.arrived.notify()
        self.wake()

    def drop(self) -> None:
        """Forget everything that waits."""
        self.confirm(self.next_id)
        self.taken.notify()

    async def take(self, offset: int, limit: int, wait: int) -> list[bytes]:
        """What ``getUpdates`` answers: encoded updates, at most ``limit``, waiting ``wait`` s.

        Raises:
            ApiError: 409 when another call takes over.
        """
        if not 1 <= limit <= MAX_PER_CALL:
            limit = MAX_PER_CALL
        if offset:
            self.confirm(offset)
        self.taken.notify()
        self.interrupt(
            "terminated by other getUpdates request; make sure that only one bot instance is running"
        )
        if not self.pending and wait > 0:
            await self._wait(min(wait, MAX_WAIT))
        return [encoded for _, encoded in islice(self.pending, limit)]

    def interrupt(self, reason: str) -> None:
        """End a waiting poll with 409, as Telegram does when a second one comes."""
        if self._poll is not None and not self._poll.done():
            self._poll.set_exception(conflict(reason))

    def wake(self) -> None:
        """Let a waiting poll answer now."""
        if self._poll is not None and not self._poll.done():
            self._poll.set_result(None)

    async def _wait(self, seconds: int) -> None:
        poll = asyncio.get_running_loop().create_future()
        self._poll = poll
        try:
            async with asyncio.timeout(seconds):
                await poll
        except TimeoutError:
            return  # nothing came: an empty list is the answer
        finally:
            if self._poll is poll:
                self._poll = None


def read_kinds(source: str | None) -> list[str] | None:
    """The list in ``allowed_updates``.

    Raises:
        ApiError: it is not a list of strings.
    """
    if not source:
        return None
    try:
        return msgspec.json.decode(source, type=list[str])
    except msgspec.MsgspecError as error:
        raise bad_request("can't parse allowed updates JSON object") from error
