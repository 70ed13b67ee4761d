"""The driver for callers who can only name things: people and chats by number."""

from __future__ import annotations

import asyncio
import base64
import time
from dataclasses import asdict, dataclass, field

from playground.bulk import Bulk, pour
from playground.driver import LoopbackTelegram
from playground.faults import Fault
from playground.orders import (
    Deed,
    Enforce,
    NewGroup,
    NewPerson,
    Nothing,
    Say,
    SendFile,
    TapButton,
    Wait,
    Where,
    WhichTap,
)
from playground.people import Person
from playground.posts import Post, Tapped
from playground.rooms import Group, Room

Reply = dict[str, object]


@dataclass(slots=True)
class Desk:
    """Names and numbers of what was made over HTTP."""

    tg: LoopbackTelegram
    people: dict[int, Person] = field(default_factory=dict)
    rooms: dict[int, Group] = field(default_factory=dict)
    taps: dict[str, Tapped] = field(default_factory=dict)
    crowd: list[Person] = field(default_factory=list)
    poured: float | None = None

    def person(self, number: int) -> Person:
        """Somebody made with ``person``; raises KeyError."""
        return self.people[number]

    def room(self, number: int | None, person: int) -> Room:
        """The group, or the person's private chat; raises KeyError."""
        return self.people[person].chat if number is None else self.group(number)

    def group(self, number: int) -> Group:
        """A group by its number now or before it migrated; raises KeyError."""
        return self.rooms[number]

    async def new_person(self, given: NewPerson) -> Reply:
        """Make somebody."""
        person = self.tg.person(
            given.first_name,
            language=given.language,
            username=given.username,
            started=given.started,
        )
        self.people[person.id] = person
        return {"id": person.id}

    async def new_group(self, given: NewGroup) -> Reply:
        """Make a group."""
        group = self.tg.group(
            given.title,
            admins=[self.person(number) for number in given.admins],
            members=[self.person(number) for number in given.members],
            supergroup=given.supergroup,
            bot=given.bot,
        )
        self.rooms[group.id] = group
        return {"id": group.id}

    async def say(self, given: Say) -> Reply:
        """Somebody writes."""
        room = self.room(given.chat, given.person)
        reply = self._post(room, given.reply_to) if given.reply_to else None
        post = await self.person(given.person).says(
            given.text, room, reply_to=reply, anonymously=given.anonymously
        )
        return {"message_id": post.id, "update_id": post.update_id}

    async def upload(self, given: SendFile) -> Reply:
        """Somebody sends a file."""
        post = await self.person(given.person).sends_file(
            given.name,
            base64.b64decode(given.data, validate=True),
            given.mime,
            caption=given.caption,
            chat=self.room(given.chat, given.person),
        )
        return {"message_id": post.id, "update_id": post.update_id}

    async def tap(self, given: TapButton) -> Reply:
        """Somebody taps."""
        person = self.person(given.person)
        post = self._post(self.room(given.chat, given.person), given.message_id)
        if given.data is None:
            tapped = await person.taps(post, given.button)
        else:
            tapped = person.forges_tap(post, given.data)
        self.taps[tapped.tap.query.id] = tapped
        return {"tap": tapped.tap.query.id, "update_id": tapped.update_id}

    async def answer(self, given: WhichTap) -> Reply:
        """Wait for the answer to a tap."""
        return asdict(await self.taps[given.tap].answered(given.timeout))

    async def do(self, given: Deed) -> Reply:
        """Whatever else people do."""
        if given.what in {"block", "unblock"}:
            return self._blocking(given)
        assert given.chat is not None
        group = self.group(given.chat)
        if given.what == "migrate":
            group.migrate()
            self.rooms[group.id] = group
            return {"id": group.id}
        assert given.person is not None
        by = self.person(given.person)
        update_id = group.add_bot(by) if given.what == "add" else group.remove_bot(by)
        return {"update_id": update_id}

    def _blocking(self, given: Deed) -> Reply:
        assert given.person is not None
        if given.what == "block":
            self.person(given.person).blocks_bot()
        else:
            self.person(given.person).unblocks_bot()
        return {}

    async def messages(self, given: Where) -> Reply:
        """What stands in the chats now."""
        chats = self.tg.world.chats
        chosen = list(chats.values()) if given.chat is None else [chats[given.chat]]
        found = [m for c in chosen for m in c.messages.values() if m.message_id > given.after]
        return {"messages": found}

    async def fault(self, given: Fault) -> Reply:
        """Put a fault into force."""
        self.tg.faults.add(given)
        return {}

    async def clear(self, _given: Nothing) -> Reply:
        """No more faults."""
        self.tg.faults.clear()
        return {}

    async def limits(self, given: Enforce) -> Reply:
        """Enforce the rate limits, or not."""
        self.tg.limits.enforced = given.enforced
        return {}

    async def bulk(self, given: Bulk) -> Reply:
        """Queue many updates at once."""
        self.poured = asyncio.get_running_loop().time()
        first, last = pour(self.tg, given, self.crowd)
        return {"first_update": first, "last_update": last}

    async def wait(self, given: Wait) -> Reply:
        """Wait until a method was done often enough."""
        loop = asyncio.get_running_loop()
        began = loop.time() if self.poured is None else self.poured
        done = self.tg.endpoint.done
        reached = await self.tg.world.changed.until(lambda: done[given.method] >= given.count, given.timeout)
        return {"count": done[given.method], "seconds": loop.time() - began, "reached": reached}

    async def counters(self, _given: Nothing) -> Reply:
        """How much has been done, and at what cost."""
        return {
            "calls": dict(self.tg.endpoint.calls),
            "done": dict(self.tg.endpoint.done),
            "pending": len(self.tg.world.inbox.pending),
            "confirmed": self.tg.world.inbox.confirmed,
            "faults": self.tg.faults.hits,
            "limited": self.tg.limits.refused,
            "cpu_seconds": time.process_time(),
        }

    async def reset(self, _given: Nothing) -> Reply:
        """Count from zero."""
        self.tg.endpoint.calls.clear()
        self.tg.endpoint.done.clear()
        self.poured = None
        return {}

    async def transcript(self, _given: Nothing) -> Reply:
        """What happened, for reading."""
        return {"text": str(self.tg.transcript)}

    def _post(self, room: Room, number: int) -> Post:
        return Post(self.tg.world, room.place, room.place.messages[number])
