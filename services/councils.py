"""Councils: setting one up in its group chat, its settings, and the group's own fate."""

import re
from dataclasses import replace
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from council.notice import Notice
from council.permissions import Right, may
from council.ports import Transaction
from council.records import COMMONS, Chat, Council, Membership, Person, Role
from council.refusals import NothingUnderstood, NotOnCouncil, NotSetUp, TooLong, WhichCouncil
from services.desk import Actor, Desk, allowed, council_in
from services.people import belongs

NAME_LIMIT = 100
"""Characters of a council's name."""

LATE_HOURS = (12, 24, 48, 72, 168)
"""Who withdraws within so many hours of the beginning can be late."""

ANSWERS_DAYS = (30, 60, 90, 180, 365)
"""So many days after the event answers can be erased."""


class Councils:
    """The use cases about councils."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    async def of_chat(self, chat_id: int) -> Council:
        """The council of a group chat.

        Raises:
            NotSetUp: when it has none.
        """
        async with self._desk.store.transaction(COMMONS) as tx:
            chat = await tx.get(Chat, str(chat_id))
        if chat is None:
            raise NotSetUp
        return await self.council(chat.council_id)

    async def council(self, council_id: str) -> Council:
        """The council with this id.

        Raises:
            NotSetUp: when there is none.
        """
        if not re.fullmatch(r"[a-z0-9]{1,64}", council_id):  # from a button or a link that somebody made up
            raise NotSetUp
        async with self._desk.store.transaction(council_id) as tx:
            return await council_in(tx, council_id)

    async def shown_to(self, person: Person, council_id: str) -> Council:
        """The council with this id, for somebody who may see it; the council's own file decides.

        Raises:
            NotOnCouncil: when they may not.
        """
        if council_id not in person.councils:
            raise NotOnCouncil
        async with self._desk.store.transaction(council_id) as tx:
            if not may(await tx.get(Membership, person.id), Right.SEE_PLAN):
                raise NotOnCouncil
            return await council_in(tx, council_id)

    async def meant_by(self, person: Person) -> Council:
        """The council that somebody means in private.

        Raises:
            NotOnCouncil: they belong to none.
            WhichCouncil: they belong to several and have not chosen.
        """
        if not person.councils:
            raise NotOnCouncil
        if person.council_id in person.councils:
            return await self.shown_to(person, person.council_id)
        if len(person.councils) > 1:
            raise WhichCouncil
        return await self.shown_to(person, person.councils[0])

    async def of_person(self, person: Person) -> list[Council]:
        """Every council somebody belongs to, by name."""
        councils = [await self.council(council_id) for council_id in person.councils]
        return sorted(councils, key=lambda council: council.name)

    async def set_up(self, chat_id: int, name: str, by: Person) -> tuple[Council, bool]:
        """Make the group a council with `by` as its secretary; one that is there already stays as it is.

        A council whose only secretary was erased gets `by` as its new one. The group is bound before the
        council is written: if the bot is stopped in between, the next try finds the binding and finishes it.

        Returns:
            The council, and whether `by` has become its secretary just now.
        """
        name = " ".join(name.split())
        if not name:
            raise NothingUnderstood
        council_id = await self._bind(chat_id)
        async with self._desk.store.transaction(council_id) as tx:
            known = await tx.get(Council, council_id)
            council = known or Council(council_id, name[:NAME_LIMIT], chat_id)
            if known is None:
                tx.put(council)
            needs_secretary = not await _has_secretary(tx)
            if needs_secretary:
                tx.put(Membership(by.id, by.name, Role.SECRETARY))
            is_member = await tx.get(Membership, by.id) is not None
        if is_member:
            await belongs(self._desk, by, council_id)
        return council, needs_secretary

    async def has_secretary(self, council_id: str) -> bool:
        """Whether the council has one; its only one may have been erased."""
        async with self._desk.store.transaction(council_id) as tx:
            return await _has_secretary(tx)

    async def change(
        self,
        actor: Actor,
        *,
        name: str = "",
        language: str = "",
        zone: str = "",
        late_hours: int = 0,
        answers_days: int = 0,
    ) -> Council:
        """Change the council's settings; what is "" or 0 stays.

        Raises:
            NothingUnderstood: the zone is none that is known, a number none of `LATE_HOURS`, `ANSWERS_DAYS`.
            TooLong: the name is longer than `NAME_LIMIT`.
        """
        if zone:
            _check_zone(zone)
        if late_hours not in {0, *LATE_HOURS} or answers_days not in {0, *ANSWERS_DAYS}:
            raise NothingUnderstood
        name = " ".join(name.split())
        if len(name) > NAME_LIMIT:
            raise TooLong(NAME_LIMIT)
        async with self._desk.store.transaction(actor.council_id) as tx:
            await allowed(tx, actor, Right.CHANGE_COUNCIL)
            council = await council_in(tx, actor.council_id)
            council = replace(
                council,
                name=name or council.name,
                language=language or council.language,
                zone=zone or council.zone,
                late_hours=late_hours or council.late_hours,
                answers_days=answers_days or council.answers_days,
            )
            tx.put(council)
            return council

    async def migrated(self, old_chat_id: int, new_chat_id: int) -> None:
        """Telegram has made the group a supergroup with another id; told twice, it is done once."""
        async with self._desk.store.transaction(COMMONS) as tx:
            chat = await tx.get(Chat, str(old_chat_id))
            if chat is None:
                return
            tx.put(Chat(str(new_chat_id), chat.council_id))
        async with self._desk.store.transaction(chat.council_id) as tx:
            council = await tx.get(Council, chat.council_id)
            if council is not None:
                tx.put(replace(council, chat_id=new_chat_id))
        async with self._desk.store.transaction(COMMONS) as tx:
            tx.delete(Chat, str(old_chat_id))

    async def thrown_out(self, chat_id: int) -> str:
        """The bot is no longer in the group: everything is kept, and the secretaries hear of it.

        Returns:
            The id of the council, or "" when the group had none.
        """
        try:
            council = await self.of_chat(chat_id)
        except NotSetUp:
            return ""
        at = self._desk.clock.now()
        async with self._desk.store.transaction(council.id) as tx:
            for member in await tx.find(Membership):
                if member.role is Role.SECRETARY:
                    key = f"thrown_out:{member.id}:{at:%Y%m%dT%H%M%S}"
                    tx.put(Notice(key, "thrown_out", member.id, (("council", council.name),), at))
        return council.id

    async def _bind(self, chat_id: int) -> str:
        async with self._desk.store.transaction(COMMONS) as tx:
            chat = await tx.get(Chat, str(chat_id)) or Chat(str(chat_id), self._desk.new_id())
            tx.put(chat)
            return chat.council_id


async def _has_secretary(tx: Transaction) -> bool:
    return any(member.role is Role.SECRETARY for member in await tx.find(Membership))


def _check_zone(name: str) -> None:
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:  # OSError: the name of a folder of zones
        raise NothingUnderstood from error
