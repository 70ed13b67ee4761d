"""Carrying notices out of the ledger: after the commit, at least once, across restarts."""

import asyncio
import logging

from council.ports import NotCarried, Notifier, StoreError, Unreachable
from council.records import COMMONS, Notice
from services.notices import Notices
from services.people import People
from texts.catalogue import nearest

log = logging.getLogger(__name__)


class Delivery:
    """Sends what waits in a council's ledger when it is woken for that council, one council at a time."""

    def __init__(self, notices: Notices, people: People, notifier: Notifier) -> None:
        self._notices = notices
        self._people = people
        self._notifier = notifier
        self._woken: asyncio.Queue[str] = asyncio.Queue()

    def wake(self, council_id: str) -> None:
        """Something was written to this council's ledger."""
        self._woken.put_nowait(council_id)

    async def wake_all(self) -> None:
        """Look at every ledger: after a start, and now and then for what did not go out."""
        for council_id in await self._notices.councils():
            if council_id != COMMONS:
                self.wake(council_id)

    async def run(self) -> None:
        """Deliver until cancelled; trouble with one council's ledger does not stop the others."""
        while True:
            council_id = await self._woken.get()
            try:
                await self.deliver(council_id)
            except StoreError as trouble:
                log.error("notices of council %s wait: %s", council_id, trouble)  # noqa: TRY400  # says all

    async def deliver(self, council_id: str) -> None:
        """Send what waits in this council, each notice recorded once Telegram has taken it."""
        for notice in await self._notices.waiting(council_id):
            await self._deliver(council_id, notice)

    async def _deliver(self, council_id: str, notice: Notice) -> None:
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
