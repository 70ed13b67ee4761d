"""Carrying notices out of the ledger: after the commit, at least once, across restarts, in their time."""

import asyncio
import heapq
import logging
from datetime import datetime

from council.ports import Clock, NotCarried, Notifier, StoreError, Unreachable
from council.records import COMMONS, Notice
from services.clockwork import Clockwork
from services.notices import Notices
from services.people import People
from texts.catalogue import nearest

log = logging.getLogger(__name__)

_AT_ONCE = 24
"""Notices on their way at the same time: enough to fill Telegram's limit while each takes half a second."""


class Delivery:
    """Does what is due in a council, and sends what waits in its ledger, when it is woken for it.

    Each council has one task at a time, named "deliver …"; trouble with one does not stop the others. For
    what lies ahead it sleeps until the next instant of any council.
    """

    def __init__(
        self, notices: Notices, clockwork: Clockwork, people: People, notifier: Notifier, clock: Clock
    ) -> None:
        self._notices = notices
        self._clockwork = clockwork
        self._people = people
        self._notifier = notifier
        self._clock = clock
        self._room = asyncio.Semaphore(_AT_ONCE)
        self._tasks: dict[str, asyncio.Task[None]] = {}
        self._again: set[str] = set()
        self._ahead: list[tuple[datetime, str]] = []
        self._sooner = asyncio.Event()

    def wake(self, council_id: str) -> None:
        """Something was written to this council's ledger, or an offer was made."""
        if council_id in self._tasks:
            self._again.add(council_id)
            return
        task = asyncio.create_task(self._serve(council_id), name=f"deliver {council_id}")
        self._tasks[council_id] = task
        task.add_done_callback(lambda _: self._tasks.pop(council_id, None))

    async def wake_all(self) -> None:
        """Look at every council: after a start, and now and then for what did not go out."""
        for council_id in await self._notices.councils():
            if council_id != COMMONS:
                self.wake(council_id)

    async def run(self) -> None:
        """Wake councils when their next instant comes, until cancelled; then all that is under way ends."""
        try:
            while True:
                await self._until_next()
                now = self._clock.now()
                while self._ahead and self._ahead[0][0] <= now:
                    self.wake(heapq.heappop(self._ahead)[1])
        finally:
            under_way = list(self._tasks.values())
            for task in under_way:
                task.cancel()
            await asyncio.gather(*under_way, return_exceptions=True)

    async def deliver(self, council_id: str) -> None:
        """Do what is due in this council; each notice is recorded once Telegram has taken it."""
        due = await self._clockwork.ring(council_id)
        waiting = await self._notices.waiting(council_id)
        await asyncio.gather(*(self._deliver(council_id, notice) for notice in waiting))
        if due is not None:
            heapq.heappush(self._ahead, (due, council_id))
            self._sooner.set()

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

    async def _serve(self, council_id: str) -> None:
        while True:
            self._again.discard(council_id)
            try:
                await self.deliver(council_id)
            except StoreError as trouble:
                log.error("notices of council %s wait: %s", council_id, trouble)  # noqa: TRY400  # says all
            if council_id not in self._again:
                return

    async def _deliver(self, council_id: str, notice: Notice) -> None:
        async with self._room:
            await self._carry(council_id, notice)

    async def _carry(self, council_id: str, notice: Notice) -> None:
        language = await self._language(notice.person_id)
        try:
            await self._notifier.carry(notice, language)
        except Unreachable:
            await self._people.unreachable(notice.person_id)
            await self._notices.failed(council_id, notice, for_good=True)
        except NotCarried as reason:
            log.warning("notice %s did not go out: %s", notice.kind, reason)
            await self._notices.failed(council_id, notice, for_good=False)
        except Exception:
            # A notice that cannot be said is a bug; it must not silence all that come after it.
            log.exception("notice %s of council %s cannot be carried", notice.kind, council_id)
            await self._notices.failed(council_id, notice, for_good=False)
        else:
            await self._notices.sent(council_id, notice)

    async def _language(self, person_id: str) -> str:
        person = await self._people.person(person_id)
        return nearest(person.language or person.telegram_language) if person else nearest("")
