"""Half-filled forms: kept in the store, so that a restart does not lose what was typed."""

from council.records import COMMONS, Draft
from council.refusals import OutOfDate
from services.desk import Desk


class Drafts:
    """One form per person and chat; a new one replaces the old."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def new_key(self) -> str:
        """An id for what a form will make, long and random; kept in the form, twice saved is once."""
        return self._desk.new_id() + self._desk.new_id()

    async def begin(self, who: str, form: str, step: str, council_id: str, **answers: str) -> Draft:
        """Open a form for `who` (`chat:user`)."""
        draft = Draft(who, self._desk.new_id(), form, step, council_id, tuple(answers.items()))
        await self.keep(draft)
        return draft

    async def open(self, who: str) -> Draft | None:
        """The form that is open for `who`."""
        async with self._desk.store.transaction(COMMONS) as tx:
            return await tx.get(Draft, who)

    async def with_token(self, who: str, token: str) -> Draft:
        """The open form whose button was tapped.

        Raises:
            OutOfDate: when that form is not open any more.
        """
        draft = await self.open(who)
        if draft is None or draft.token != token:
            raise OutOfDate
        return draft

    async def keep(self, draft: Draft) -> None:
        """Save what has been filled in so far."""
        async with self._desk.store.transaction(COMMONS) as tx:
            tx.put(draft)

    async def drop(self, who: str) -> bool:
        """Close the form; returns whether there was one."""
        async with self._desk.store.transaction(COMMONS) as tx:
            known = await tx.get(Draft, who)
            if known is not None:
                tx.delete(Draft, who)
            return known is not None
