"""An opening made in the chat, and the people who come to it by its link."""

from dataclasses import dataclass
from datetime import timedelta

from council.notice import Notice
from council.openings import Opening, SignUp, Tally, signup_id
from council.places import recount
from playground import Group, Person, Post
from tests.handlers.kit import House

GRACE = timedelta(minutes=5)
TABLES = "Opstilling lørdag 25/9 kl. 8-11, 2 personer"


@dataclass
class Opened:
    """An opening; `page` is that of those who run it, in Sanne's chat."""

    house: House
    page: Post
    link: str

    @property
    def council(self) -> str:
        """The council's id."""
        return self.link.split("_")[-2]

    @property
    def id(self) -> str:
        """The opening's id."""
        return self.link.split("_")[-1]

    def somebody(self, name: str = "Mai") -> Person:
        """Somebody new whom the bot has never met."""
        return self.house.tg.person(name, language="en")

    def people(self, count: int) -> list[Person]:
        """So many of them."""
        return [self.somebody(f"Guest{number}") for number in range(1, count + 1)]

    async def arrives(self, who: Person, link: str = "") -> Post:
        """They open the link: the page of the opening in their chat."""
        await who.follows(link or self.link)
        return await self.house.last(who.chat)

    async def joins(self, who: Person, link: str = "") -> Post:
        """They open the link and say yes; the page."""
        page = await self.arrives(who, link)
        await self.house.taps(who, page, 0)
        return page

    async def leaves(self, who: Person) -> Post:
        """They open the link and say that they can't after all."""
        page = await self.arrives(who)
        await self.house.taps(who, page, "I can't after all", "Give up my place")
        return page

    async def runs(self, *buttons: str) -> Post:
        """Sanne taps on the page of those who run it, from its beginning."""
        await self.house.forges(self.house.sanne, self.page, f"or:{self.council}:{self.id}")
        await self.house.taps(self.house.sanne, self.page, *buttons)
        return self.page

    async def changes(self, field: str, text: str) -> Post:
        """Sanne gives a field another value; what she is told."""
        await self.runs("Change it", field)
        return await self.house.says(self.house.sanne, text)

    async def asks(self, text: str, *more: str) -> None:
        """Sanne asks a question of everybody; `more` are buttons that are tapped then."""
        await self.runs("Change it", "Questions", "Add a question")
        page = await self.house.says(self.house.sanne, text)
        await self.house.taps(self.house.sanne, page, *more)

    async def later(self) -> None:
        """So much later that changes are told."""
        await self.house.turn(GRACE)

    async def card(self) -> Post:
        """Its card in the group."""
        await self.runs("Spread the word", "Card in the group")
        return self.house.group.last_message

    # What is kept of it.

    async def opening(self) -> Opening:
        """As it stands."""
        async with self.house.store.transaction(self.council) as tx:
            found = await tx.get(Opening, self.id)
        assert found is not None
        return found

    async def signup(self, who: Person) -> SignUp | None:
        """Somebody's sign-up."""
        async with self.house.store.transaction(self.council) as tx:
            return await tx.get(SignUp, signup_id(self.id, str(who.id)))

    async def tally(self) -> Tally:
        """Its sums, which are right."""
        async with self.house.store.transaction(self.council) as tx:
            kept = await tx.get(Tally, self.id)
            counted = recount(await tx.find(SignUp, opening_id=self.id), self.id)
        assert kept is not None
        assert (kept.taken, kept.held, kept.waiting, kept.requested) == (
            counted.taken, counted.held, counted.waiting, counted.requested
        )  # fmt: skip
        return kept

    async def states(self, *people: Person) -> list[str]:
        """Where they stand, "" for nowhere; the sums are right."""
        await self.tally()
        found = [await self.signup(who) for who in people]
        return [signup.state.value if signup else "" for signup in found]

    async def notices(self, who: Person) -> list[str]:
        """The kinds of notices that were written for somebody, in order."""
        async with self.house.store.transaction(self.council) as tx:
            return [notice.kind for notice in await tx.find(Notice) if notice.person_id == str(who.id)]


async def opened(house: House, line: str = TABLES) -> Opened:
    """Sanne opens places with one line."""
    page = await house.says(house.sanne, f"/opening {line}")
    await house.taps(house.sanne, page, "Yes, open it")
    [link] = [word for word in page.text.split() if "t.me/" in word]
    return Opened(house, page, link)


async def another_council(house: House) -> Group:
    """One whose secretary is Rikke, in English."""
    group = house.tg.group("Youth Council", admins=[house.rikke])
    card = await house.says(house.rikke, "/setup", group)
    await house.taps(house.rikke, card, "English")
    await house.says(house.rikke, "/start")
    return group


def told(who: Person) -> list[str]:
    """The first lines of what the bot has said to somebody of its own accord or not, in order."""
    return [post.text.splitlines()[0] for post in who.chat.spoken]
