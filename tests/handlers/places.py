"""Openings and people on them, put there by the use cases themselves."""

from dataclasses import dataclass, field, replace
from datetime import timedelta
from itertools import count
from typing import Any

from council.openings import Opening, SignUp, signup_id
from council.records import Activity, Membership
from council.records import Person as Known
from council.signups import Arriving, sign_up
from council.when import When
from playground import Person, Post
from playground.state import Answer
from services.boards import board_in, settle
from services.desk import Actor, Desk
from services.openings import Openings
from services.people import belongs
from services.rosters import Rosters
from services.signups import SignUps, put_volunteer
from tests.handlers.kit import House

SATURDAY = "2027-09-25T08:00/2027-09-25T11:00"
OPENING = "cultureday234567"


@dataclass
class Places:
    """One opening of a council, Sanne's, and those who come to it."""

    house: House
    _ids: "count[int]" = field(default_factory=lambda: count(1))

    def __post_init__(self) -> None:
        self.desk = Desk(self.house.store, self.house.clock, lambda: f"made{next(self._ids):04}")

    @property
    def sanne(self) -> Actor:
        """The secretary."""
        return Actor(str(self.house.sanne.id), self.house.council.id)

    async def open(self, title: str = "Putting up tables", key: str = OPENING, **fields: Any) -> Opening:
        """Open places."""
        opening = Opening(key, title, self.house.clock.now(), capacity=6, when=When(SATURDAY), place="VUC")
        opening = replace(opening, **fields)
        return (await Openings(self.desk).open(self.sanne, opening)).opening

    async def change(self, key: str = OPENING, **fields: Any) -> None:
        """Make an opening different behind everybody's back."""
        async with self.house.store.transaction(self.house.council.id) as tx:
            opening = await tx.get(Opening, key)
            assert opening is not None
            tx.put(replace(opening, **fields))

    async def drop(self, key: str = OPENING) -> None:
        """Take an opening away behind everybody's back."""
        async with self.house.store.transaction(self.house.council.id) as tx:
            tx.delete(Opening, key)

    async def activity(self, name: str = "Kulturdag") -> str:
        """An activity; its id."""
        async with self.house.store.transaction(self.house.council.id) as tx:
            tx.put(Activity("aktiv234", name))
        return "aktiv234"

    async def joins(self, who: Person, key: str = OPENING, **how: Any) -> None:
        """They sign up, as far as possible with guests and answers."""
        user, council = who.user, self.house.council.id
        known = Known(str(user.id), f"{user.first_name} {user.last_name or ''}".strip())
        async with self.house.store.transaction(council) as tx:
            put_volunteer(tx, known, await tx.get(Membership, known.id))
            board = await board_in(tx, self.desk, council, key)
            await settle(tx, sign_up(board, Arriving(known.id, known.name, known.id, **how), None))
        await belongs(self.desk, known, council)

    async def withdraws(self, who: Person, key: str = OPENING) -> None:
        """They can't after all."""
        known = Known(str(who.id), who.user.first_name)
        await SignUps(self.desk).withdraw(known, self.house.council.id, key)

    async def enters(self, name: str, key: str = OPENING, **how: Any) -> SignUp:
        """The secretary enters somebody without Telegram."""
        who = Arriving(f"tok{next(self._ids):05}", name, **how)
        return await Rosters(self.desk).enter(self.sanne, key, who)

    def past(self) -> None:
        """The Saturday is over."""
        self.house.clock.turn(timedelta(days=209))

    async def signups(self, key: str = OPENING) -> dict[str, SignUp]:
        """Who is on it, by name."""
        async with self.house.store.transaction(self.house.council.id) as tx:
            return {signup.name: signup for signup in await tx.find(SignUp, opening_id=key)}

    async def of(self, who: Person, key: str = OPENING) -> SignUp | None:
        """Somebody's own sign-up."""
        async with self.house.store.transaction(self.house.council.id) as tx:
            return await tx.get(SignUp, signup_id(key, str(who.id)))

    async def roster(self) -> Post:
        """The secretary opens the roster."""
        return await self.house.says(self.house.sanne, "/roster tables")

    async def page_of(self, name: str) -> Post:
        """The secretary opens the page of somebody on it."""
        post = await self.roster()
        await self.tap(post, name)
        return post

    async def tap(self, post: Post, *which: str) -> Answer:
        """The secretary taps these, one after the other."""
        return await self.house.taps(self.house.sanne, post, *which)


def labels(post: Post) -> list[str]:
    """What its buttons say."""
    return [button.text for button in post.buttons]
