"""What is erased by itself when its time has come."""

import logging
from collections.abc import Awaitable, Callable

from council.ports import StoreError
from council.records import COMMONS
from services.clockwork import Clockwork

log = logging.getLogger(__name__)


class Housekeeping:
    """Goes through all councils; trouble with one does not stop the others."""

    def __init__(self, clockwork: Clockwork, tenants: Callable[[], Awaitable[list[str]]]) -> None:
        self._clockwork = clockwork
        self._tenants = tenants

    async def run(self) -> None:
        """Erase the answers of what is long over; what cannot be done now is done the next time."""
        for council_id in await self._tenants():
            if council_id != COMMONS:
                await self._erase(council_id)

    async def _erase(self, council_id: str) -> None:
        try:
            count = await self._clockwork.erase_answers(council_id)
            await self._clockwork.prune(council_id)
        except StoreError as trouble:
            log.error("old answers of council %s are still kept: %s", council_id, trouble)  # noqa: TRY400  # says all
        else:
            log.info("erased the answers of %d openings of council %s", count, council_id)
