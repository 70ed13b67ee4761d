"""Carrying notices out of the ledger: after the commit, at least once, across restarts, in their time."""

import asyncio
import heapq
import logging
import time
from collections.abc import Awaitable, Callable, Coroutine, Sequence
from datetime import datetime, timedelta
from functools import partial

from council.due import GROUP
from council.notice import Notice
from council.ports import Clock, NotCarried, Notifier, StoreError, Unreachable
from scheduler.room import Room
from services.clockwork import Clockwork
from services.notices import Notices
from services.people import People
from texts.catalogue import nearest

log = logging.getLogger(__name__)

_AT_ONCE = 24
"""Messages on their way at the same time: enough to fill Telegram's limit while each takes half a second."""

_URGENCY = {"group": 2, "digest": 2, "remind": 1, "message": 1, "missing": 1, "unanswered": 1}
_REPLANNING = 1.0
"""Seconds after a change before reminders are planned anew: many changes are planned once."""
_LATER = timedelta(minutes=1)
"""After which a council that is in trouble is looked at again, or what was sent is recorded again."""

_LONG, _RESTING = 0.02, 100.0
"""Where planning takes longer than this (seconds), the next one waits so many times as long …"""
_LONGEST_REST = 3.0
"""… but not longer than this: what is typed now may fall due soon."""


class Delivery:
    """Does what is due in a council, and sends what waits in its ledger, when it is woken for it.

    Each council has one task at a time, each message one of its own, all named "deliver …"; trouble with
    one does not stop the others. For what lies ahead it sleeps until the next instant of any council, which
    is kept with the councils' names, so that a start need not look into every file.
    """

    def __init__(
        self,
        notices: Notices,
        clockwork: Clockwork,
        people: People,
        notifier: Notifier,
        clock: Clock,
        *,
        haste: float = 1.0,
    ) -> None:
        """`haste` divides the waiting before planning anew; 0 is none."""
        self._notices = notices
        self._clockwork = clockwork
        self._people = people
        self._notifier = notifier
        self._clock = clock
        self._pace = 1 / haste if haste else 0.0
        self._room = Room(_AT_ONCE)
        self._tasks: dict[str, asyncio.Task[None]] = {}
        self._under_way: set[tuple[str, str]] = set()
        self._again: set[str] = set()
        self._stale: dict[str, datetime | None] = {}
        self._ahead: list[tuple[datetime, str]] = []
        self._due: dict[str, datetime] = {}
        self._rested: dict[str, float] = {}
        self._resting: set[str] = set()
        self._sooner = asyncio.Event()
        self.beat: datetime | None = None

    def wake(self, council_id: str) -> None:
        """Something was written to this council's ledger, or an offer was made."""
        if self._busy(f"council {council_id}"):
            self._again.add(council_id)
        else:
            self._start(f"council {council_id}", self._serve(council_id))

    def changed(self, council_id: str) -> None:
        """Something of which people are reminded is different: plan anew, once for many changes."""
        self._stale.setdefault(council_id, self._clock.now())
        if not self._busy(f"plan {council_id}"):
            self._start(f"plan {council_id}", self._later(council_id))

    async def begin(self) -> None:
        """Look at every ledger after a start: first where something is due, then for what was cut off."""
        for due in await self._notices.due_list():
            self._note(due.id, due.at)
        for council_id in await self._notices.councils():
            self._stale[council_id] = None  # nobody knows what was changed just before the end
            self.wake(council_id)
            await asyncio.wait({self._tasks[f"council {council_id}"]})

    async def heartbeat(self) -> None:
        """Note that all is running; wake whoever is overdue, should the clock have been slept through."""
        self.beat = self._clock.now()
        self._sooner.set()

    @property
    def next_due(self) -> datetime | None:
        """When something is due next in any council."""
        return self._ahead[0][0] if self._ahead else None

    @property
    def backlog(self) -> int:
        """How many messages are on their way or wait to be."""
        return len(self._under_way)

    async def run(self) -> None:
        """Wake councils when their next instant comes, until cancelled; then all that is under way ends."""
        try:
            while True:
                await self._until_next()
                self._wake_due()
        finally:
            under_way = list(self._tasks.values())
            for task in under_way:
                task.cancel()
            await asyncio.gather(*under_way, return_exceptions=True)

    async def deliver(self, council_id: str) -> None:
        """Do what is due in this council, and begin to send what waits."""
        anew = council_id in self._stale and council_id not in self._resting
        since = self._stale.pop(council_id, None) if anew else None
        leaving = {key for council, key in self._under_way if council == council_id}
        try:
            began = time.monotonic()
            due = await self._clockwork.ring(council_id, anew=anew, since=since, besides=leaving)
            took = time.monotonic() - began
            if anew and took > _LONG:
                self._rested[council_id] = time.monotonic() + min(_RESTING * took, _LONGEST_REST)
        except BaseException:
            if anew:
                self._stale[council_id] = since
            raise
        for message in await self._notices.ready(council_id, leaving):
            self._send(council_id, message)
        if due is not None:
            self._note(council_id, due)
        await self._notices.note_due(council_id, self._due.get(council_id))

    def _note(self, council_id: str, at: datetime) -> None:
        """Wake this council then; an instant that was noted before and is earlier stays."""
        known = self._due.get(council_id)
        if known is None or at < known or known <= self._clock.now():
            self._due[council_id] = at
            heapq.heappush(self._ahead, (at, council_id))
            self._sooner.set()

    def _wake_due(self) -> None:
        now = self._clock.now()
        while self._ahead and self._ahead[0][0] <= now:
            at, council_id = heapq.heappop(self._ahead)
            if self._due.get(council_id) == at:
                del self._due[council_id]
            self.wake(council_id)

    async def _until_next(self) -> None:
        """Return when the next instant has come, or there is a new one to look at."""
        self._sooner.clear()
        waits: list[asyncio.Task[object]] = [asyncio.create_task(self._sooner.wait())]
        if self._ahead:
            waits.append(asyncio.create_task(self._clock.until(self._ahead[0][0])))
        try:
            await asyncio.wait(waits, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for wait in waits:
                wait.cancel()

    async def _later(self, council_id: str) -> None:
        rest = self._rested.get(council_id, 0.0) - time.monotonic()
        self._resting.add(council_id)
        await asyncio.sleep(max(_REPLANNING * self._pace, rest, 0.0))
        self._resting.discard(council_id)
        self.wake(council_id)

    async def _serve(self, council_id: str) -> None:
        while True:
            self._again.discard(council_id)
            try:
                await self.deliver(council_id)
            except StoreError as trouble:
                log.error("notices of council %s wait: %s", council_id, trouble)  # noqa: TRY400  # says all
                self._note(council_id, self._clock.now() + _LATER)
            except Exception:
                # A bug in one council's reminders must not silence it until somebody writes to it again.
                log.exception("what is due in council %s cannot be done", council_id)
                self._note(council_id, self._clock.now() + _LATER)
            if council_id not in self._again:
                return

    def _busy(self, name: str) -> bool:
        """Whether there is such a task that has not come to its end."""
        task = self._tasks.get(name)
        return task is not None and not task.done()

    def _start(self, name: str, work: Coroutine[None, None, None]) -> None:
        task = asyncio.create_task(work, name=f"deliver {name}")
        self._tasks[name] = task
        task.add_done_callback(lambda _: self._ended(name, task))

    def _ended(self, name: str, task: asyncio.Task[None]) -> None:
        if self._tasks.get(name) is task:  # and not the next one of this name
            del self._tasks[name]

    def _send(self, council_id: str, message: list[Notice]) -> None:
        """Begin to send a message, unless it is on its way."""
        message = [notice for notice in message if (council_id, notice.id) not in self._under_way]
        if not message:
            return
        keys = {(council_id, notice.id) for notice in message}
        self._under_way |= keys
        self._start(f"{council_id} {message[0].id}", self._sending(council_id, message, keys))

    async def _sending(self, council_id: str, message: list[Notice], keys: set[tuple[str, str]]) -> None:
        try:
            async with self._room.place(_URGENCY.get(message[0].kind, 0)):
                record = await self._carry(council_id, message)
            await self._recorded(council_id, record)
        except StoreError as trouble:
            log.error("a notice of council %s waits: %s", council_id, trouble)  # noqa: TRY400  # says all
            self._note(council_id, self._clock.now() + _LATER)
        finally:
            self._under_way -= keys

    async def _recorded(self, council_id: str, record: Callable[[], Awaitable[datetime | None]]) -> None:
        """Write down what became of a message, however long that takes: it must not go out again."""
        while True:
            try:
                again = await record()
            except StoreError as trouble:
                log.error("what was sent in council %s is not recorded: %s", council_id, trouble)  # noqa: TRY400  # says all
                await self._clock.until(self._clock.now() + _LATER)
            else:
                if again is not None:
                    self._note(council_id, again)
                return

    async def _carry(
        self, council_id: str, message: Sequence[Notice]
    ) -> Callable[[], Awaitable[datetime | None]]:
        """Send a message; returns how to record what became of it (and when to try again)."""
        failed = partial(self._notices.failed, council_id, message)
        try:
            chat_id, language = await self._recipient(council_id, message[0].person_id)
            await self._notifier.carry(message, chat_id, language)
        except Unreachable:
            if message[0].person_id != GROUP:
                await self._people.unreachable(message[0].person_id)
            return partial(failed, "unreachable", for_good=True)
        except NotCarried as reason:
            log.warning("notice %s did not go out: %s", message[0].kind, reason)
            return partial(failed, str(reason), for_good=False)
        except Exception:
            # A notice that cannot be said is a bug; it must not silence all that come after it.
            log.exception("notice %s of council %s cannot be carried", message[0].kind, council_id)
            return partial(failed, "error", for_good=False)
        return partial(self._sent, council_id, message)

    async def _sent(self, council_id: str, message: Sequence[Notice]) -> None:
        await self._notices.sent(council_id, message)

    async def _recipient(self, council_id: str, person_id: str) -> tuple[int, str]:
        if person_id == GROUP:
            return await self._notices.chat_of(council_id)
        person = await self._people.person(person_id)
        if person is not None and person.blocked:
            raise Unreachable  # and not tried again until they come back
        return int(person_id), nearest(person.language or person.telegram_language if person else "")
