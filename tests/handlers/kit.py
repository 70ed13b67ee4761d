"""A council's house on the loopback Bot API: the real application, people, and waiting without sleeping."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any, ClassVar

from bot.app import samspil
from bot.pacing import Pacer
from bot.settings import Settings
from council.ports import Store
from council.records import Council, Membership, PlanEntry, Reading, Role
from plans.bounded import PlanReader
from playground import Group, LoopbackTelegram, Person, Post, Room, Tapped
from playground.clock import TurnableClock
from playground.state import Answer

NOON = datetime(2027, 3, 1, 11, tzinfo=UTC)
"""A Monday in March, noon in Copenhagen."""

_HASTE = 1000.0
_WAKING = 10
PLAN = """\
Aktivitetsplan 2027

Januar
- Opstart
Februar
- Rådsmøde 8. februar kl. 16.30
Marts
- Kulturdag - Arbejdsgruppen samles
April
- Rådsmøde 12. april kl. 16.30-18.30 på rådhuset
Maj
- Sprogcafé - Udflugt?
Juni
- Rådsmøde 14. juni kl. 16.30
- Fælles aften - afventer biblioteket
Juli
- Sommerferie
September
- Kulturdag - Afholdes 25. september kl. 11-16 på Torvet
Oktober
- Sprogcafé - Åbner igen
"""
"""A plan of ten entries and two activities, as councils publish them."""


def hurried(*, per_second: float | None, per_chat: bool) -> Pacer:
    """The pacer as the bot makes it, but when it must wait before it tries again, that does not take long."""
    return Pacer(
        per_second=per_second, per_chat=per_chat, sleep=lambda seconds: asyncio.sleep(seconds / _HASTE)
    )


class Remembering(PlanReader):
    """Reads each document once, as the bot does: what it holds never changes, and a process takes 0.15 s."""

    _read: ClassVar[dict[tuple[bytes, str, int | None], Reading]] = {}

    async def read(
        self,
        data: bytes,
        name: str,
        *,
        year: int | None = None,
        progress: Callable[[int, int], None] | None = None,
    ) -> Reading:
        """What was read in it the first time."""
        if (data, name, year) not in self._read:
            self._read[data, name, year] = await super().read(data, name, year=year, progress=progress)
        return self._read[data, name, year]


async def _no_backup(_now: datetime) -> object:
    return {}


@dataclass
class Town:
    """The server, the clock, what is kept, and the bot while it runs.

    `people` with `says`, `taps` and `sends` return when the bot has done all it has to do.
    """

    tg: LoopbackTelegram
    clock: TurnableClock
    store: Store
    _running: AsyncExitStack = field(default_factory=AsyncExitStack)

    async def start(self) -> None:
        """Start the bot; it has set its menus when this returns."""
        settings = Settings(token=self.tg.token, api_url=self.tg.url, per_second=0)
        await self._running.enter_async_context(samspil(settings, self.store, self.clock, _no_backup))
        await self.idle()

    async def stop(self) -> None:
        """Stop it as an operator does; what is kept stays."""
        await self._running.aclose()

    async def idle(self) -> None:
        """Wait until every update is handled: the bot works in tasks, which are waited for by name."""
        last = self.tg.world.inbox.next_id - 1
        await self.tg.confirmed(last, 20)
        while working := [task for task in asyncio.all_tasks() if _is_work(task)]:
            await asyncio.wait(working)

    async def turn(self, by: timedelta) -> None:
        """Let time pass; returns when what is due is done."""
        self.clock.turn(by)
        for _ in range(_WAKING):
            await asyncio.sleep(0)  # from the clock to whoever waited for it, to the task that it wakes
        await self.idle()

    async def says(self, who: Person, text: str, room: Room | None = None, **how: Any) -> Post:
        """They write; what the bot said last in that chat."""
        await who.says(text, room, **how)
        return await self.last(room or who.chat)

    async def sends(
        self, who: Person, data: bytes | str, name: str = "plan.txt", room: Room | None = None, **how: Any
    ) -> Post:
        """They send a file; what the bot said last in that chat."""
        content = data.encode() if isinstance(data, str) else data
        await who.sends_file(name, content, chat=room, **how)
        return await self.last(room or who.chat)

    async def taps(self, who: Person, post: Post, *which: str | int) -> Answer:
        """They tap these buttons one after the other; how the last one was answered."""
        answer = Answer()
        for button in which:
            answer = await self._answered(await who.taps(post, button))
        return answer

    async def forges(self, who: Person, post: Post, data: str) -> Answer:
        """They send button data that no button offered."""
        return await self._answered(who.forges_tap(post, data))

    async def last(self, room: Room) -> Post:
        """What the bot said last there, once it has nothing more to do."""
        await self.idle()
        return room.last_message

    async def _answered(self, tapped: Tapped) -> Answer:
        await self.idle()
        assert tapped.answer is not None, "the tap was not answered"
        return tapped.answer

    # What is kept, read past the bot.

    async def council_of(self, group: Group) -> Council | None:
        """The council that follows this group."""
        found = [council for council in await self.councils() if council.chat_id == group.id]
        return found[0] if found else None

    async def councils(self) -> list[Council]:
        """Every council."""
        found: list[Council] = []
        for tenant in await self.store.tenants():
            async with self.store.transaction(tenant) as tx:
                found += await tx.find(Council)
        return found

    async def entries(self, council: Council) -> list[PlanEntry]:
        """What is on its plan."""
        async with self.store.transaction(council.id) as tx:
            return [entry for entry in await tx.find(PlanEntry) if not entry.removed]

    async def entry(self, council: Council, title: str) -> PlanEntry:
        """The one entry of this title."""
        [found] = [entry for entry in await self.entries(council) if entry.title == title]
        return found

    async def role(self, council: Council, who: Person) -> Role | None:
        """What somebody is in a council."""
        async with self.store.transaction(council.id) as tx:
            member = await tx.get(Membership, str(who.id))
        return member.role if member else None

    async def everything(self) -> dict[str, list[object]]:
        """All that is kept, to see that nothing has changed. Persons' last traits are left out."""
        kept: dict[str, list[object]] = {}
        for tenant in await self.store.tenants():
            if tenant != "commons":
                async with self.store.transaction(tenant) as tx:
                    kinds = (Council, Membership, PlanEntry)
                    kept[tenant] = [record for kind in kinds for record in await tx.find(kind)]
        return kept


def _is_work(task: "asyncio.Task[Any]") -> bool:
    return task.get_name().startswith(("update ", "begin", "deliver ", "card "))


@dataclass
class House(Town):
    """A town with one council in English: its group, its secretary Sanne and its member Bo.

    Olga is in the group and not on the council; Rikke is nowhere.
    """

    sanne: Person = field(init=False, repr=False)
    bo: Person = field(init=False, repr=False)
    olga: Person = field(init=False, repr=False)
    rikke: Person = field(init=False, repr=False)
    group: Group = field(init=False, repr=False)
    council: Council = field(init=False, repr=False)

    async def move_in(self) -> None:
        """Set the council up through the chat, as people do."""
        tg = self.tg
        self.sanne, self.bo = tg.person("Sanne Sand", language="en"), tg.person("Bo Bak", language="en")
        self.olga, self.rikke = tg.person("Olga Ohm", language="en"), tg.person("Rikke Ravn", language="en")
        self.group = tg.group(
            "Integration Council", admins=[self.sanne], members=[self.bo, self.olga], bot="left"
        )
        self.group.add_bot(by=self.sanne)
        card = await self.says(self.sanne, "/setup", self.group)
        await self.taps(self.bo, card, 0)
        await self.taps(self.sanne, card, "English")
        for who in (self.sanne, self.bo):
            await self.says(who, "/start")
        await self.refresh()

    async def refresh(self) -> Council:
        """Read the council anew."""
        found = await self.council_of(self.group)
        assert found is not None
        self.council = found
        return found

    async def with_plan(self, text: str = PLAN) -> None:
        """Import a plan through the private chat."""
        offer = await self.sends(self.sanne, text)
        await self.taps(self.sanne, offer, "Take over")

    def until(self, hour: int, minute: int = 0) -> timedelta:
        """How long it is until this time of day, in UTC."""
        now = self.clock.now()
        return now.replace(hour=hour, minute=minute) - now

    async def add(self, line: str) -> Post:
        """Put one line on the plan; the page of the new entry."""
        post = await self.says(self.sanne, f"/new {line}")
        await self.taps(self.sanne, post, "Yes, save it")
        return post


@asynccontextmanager
async def a_town(store: Store) -> AsyncIterator[House]:
    """A town whose bot runs until the block ends."""
    clock = TurnableClock(NOON)
    async with LoopbackTelegram() as tg:
        town = House(tg, clock, store)
        try:
            await town.start()
            yield town
        finally:
            await town.stop()
