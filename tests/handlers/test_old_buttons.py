"""Taps that no button of today offers: old, of another council, another person, made up, in a group."""

from dataclasses import fields
from itertools import cycle, islice

import pytest

from council.notice import Notice
from council.openings import Card, Claim, Opening, Referral, SignUp, Standby, Tally
from council.records import Council, Membership, Record
from council.reminding import CustomReminder, ReminderRule
from handlers.codec import Tap
from handlers.feature import all_features
from playground import Person
from tests.handlers.kit import House
from tests.handlers.opened import Opened, another_council, opened

KINDS: tuple[type[Record], ...] = (
    Opening, SignUp, Tally, Claim, Card, Referral, Standby, Membership, Notice,
    Council, CustomReminder, ReminderRule,
)  # fmt: skip
TAPS = [
    route.tap
    for feature in all_features()
    for route in feature.taps
    if feature.title
    in {
        "Taking part",
        "Finding people",
        "Running what you opened",
        "Spreading the word",
        "Helping out",
        "Reminders",
        "Reminders of your choice",
        "What I have said",
    }
]
WORDS = ["1", "0", "-1", "999999999999999", "title", "sure", "card", "../..", "%s", ""]


async def kept(house: House) -> dict[str, list[Record]]:
    """All that is kept of openings and people, in every council."""
    found: dict[str, list[Record]] = {}
    for tenant in await house.store.tenants():
        if tenant != "commons":
            async with house.store.transaction(tenant) as tx:
                found[tenant] = [record for kind in KINDS for record in await tx.find(kind)]
    return found


def forged(tap: type[Tap], values: list[str]) -> str:
    """Button data of this kind with these values, repeated as often as it takes."""
    count = len(fields(tap))
    return ":".join([tap.prefix, *islice(cycle(values), count)])


@pytest.fixture
async def made(house: House) -> Opened:
    """An opening with a question, Bo on it, and a card in the group."""
    made = await opened(house)
    await made.asks("What can you sing?")
    await made.joins(house.bo)
    await house.says(house.bo, "All")
    await made.card()
    return made


@pytest.fixture
async def eve(made: Opened) -> Person:
    """Secretary of another council, with an open form of her own."""
    await another_council(made.house)
    await made.house.says(made.house.rikke, "/opening")
    return made.house.rikke


def values_for(made: Opened, tap: type[Tap]) -> list[list[str]]:
    """What somebody might make up for this kind of button."""
    first = [[made.council, made.id], [made.council, "x"], ["x", made.id], ["commons", made.id], [""], ["x"]]
    count = len(fields(tap))
    if count <= 2:
        return [*first, *([word] for word in WORDS)]
    return [*first, *([made.council, made.id, *[word] * (count - 2)] for word in WORDS)]


@pytest.mark.parametrize("tap", TAPS, ids=lambda tap: tap.prefix)
async def test_nobody_gets_into_another_council(
    house: House, made: Opened, eve: Person, tap: type[Tap]
) -> None:
    """Whatever Eve makes up, nothing of the council changes but her own sign-up, which the link allows."""
    before = await kept(house)
    post = eve.chat.last_message
    for values in values_for(made, tap):
        await house.forges(eve, post, forged(tap, values))
    after = await kept(house)
    strange = [
        record
        for tenant, records in after.items()
        for record in records
        if record not in before.get(tenant, []) and not _of(record, eve) and not isinstance(record, Tally)
    ]
    assert strange == []
    gone = [
        record
        for tenant, records in before.items()
        for record in records
        if record not in after[tenant] and not isinstance(record, Tally)
    ]
    assert gone == []
    for spoken in eve.chat.spoken:
        assert "Something went wrong" not in spoken.text
        assert "Bo Bak" not in spoken.text


def _of(record: Record, who: Person) -> bool:
    """Whether it is about nobody but this person."""
    return str(who.id) in repr(record)


@pytest.mark.usefixtures("made")
@pytest.mark.parametrize("tap", TAPS, ids=lambda tap: tap.prefix)
async def test_what_is_no_button_is_refused_kindly(house: House, tap: type[Tap]) -> None:
    before = await kept(house)
    post = house.bo.chat.last_message
    count = len(fields(tap))
    made_up = [
        tap.prefix,
        f"{tap.prefix}:",
        ":".join([tap.prefix, *["x"] * (count + 1)]),
        ":".join([tap.prefix, *["æ"] * count]),
        ":".join([tap.prefix, *["a" * 70] * count]),
        ":".join([tap.prefix, *["nosuchid"] * count]),
        ":".join([tap.prefix, *[";"] * count]),
    ]
    for data in made_up:
        if not count and data == tap.prefix:
            continue  # a button as it is
        answer = await house.forges(house.bo, post, data)
        assert answer.is_alert, data
        assert answer.text
        assert "not possible" not in answer.text
    assert await kept(house) == before
    assert "Something went wrong" not in house.bo.chat.last_message.text


@pytest.mark.parametrize("tap", TAPS, ids=lambda tap: tap.prefix)
async def test_buttons_of_the_private_chat_do_nothing_in_a_group(
    house: House, made: Opened, tap: type[Tap]
) -> None:
    before = await kept(house)
    said = len(house.group.spoken)
    card = house.group.last_message
    for who in (house.olga, house.bo):
        for values in values_for(made, tap):
            await house.forges(who, card, forged(tap, values))
    assert await kept(house) == before
    told = [post.text for post in house.group.spoken[said:]]
    assert not [text for text in told if "Bo" in text or "went wrong" in text]


async def test_a_button_from_before_the_places_were_given_up(house: House, made: Opened) -> None:
    mai, oki, eva = made.people(3)
    for who in (mai, oki):
        await made.joins(who)
        await house.says(who, "All")
    assert await made.states(house.bo, mai, oki) == ["confirmed", "confirmed", "waiting"]
    old = mai.chat.last_message.button("I can't after all").callback_data or ""
    await made.leaves(mai)
    await house.forges(mai, mai.chat.last_message, old)
    assert "you are off the list" in mai.chat.last_message.text
    for data in ("oa:{}:{}", "og:{}:{}:3", "os:{}:{}", "on:{}:{}:1", "oc:{}:{}:1", "oq:{}:{}:"):
        await house.forges(eva, (await made.arrives(eva)), data.format(made.council, made.id))
    assert await made.states(house.bo, mai, oki, eva) == ["confirmed", "withdrawn", "offered", ""]
