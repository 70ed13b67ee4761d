"""The bot's own fate in a group: added, thrown out, the group moved to another id."""

import pytest

from council.notice import Notice
from playground import Room
from tests.handlers.kit import House
from texts.tongue import tongue


@pytest.mark.parametrize(
    ("language", "spoken"), [("en", "en"), ("da", "da"), ("nb", "da"), ("fr", "en"), (None, "en")]
)
async def test_it_greets_once_in_the_language_of_who_adds_it(
    town: House, language: str | None, spoken: str
) -> None:
    anna = town.tg.person("Anna", language=language)
    group = town.tg.group("Rådet", admins=[anna], bot="left")
    group.add_bot(by=anna)
    await town.idle()
    [hello] = group.spoken
    assert tongue(spoken).plain("To begin, an administrator of this group writes /setup.") in hello.text
    assert "/setup" in hello.text or "/opsaet" in hello.text
    assert len(hello.text) < 300


async def test_being_made_an_administrator_is_no_news(house: House) -> None:
    said = len(house.group.spoken)
    house.group.promote(by=house.sanne)
    await house.idle()
    assert len(house.group.spoken) == said


async def test_the_council_follows_its_group(house: House) -> None:
    old = house.group.id
    house.group.migrate()
    await house.idle()
    council = await house.refresh()
    assert (council.id, council.chat_id) == (house.council.id, house.group.id)
    assert house.group.id != old
    await house.with_plan()
    post = await house.says(house.bo, "/plan", house.group)
    assert "Kulturdag" in post.text


async def test_buttons_from_before_the_move_still_work(house: House) -> None:
    card = await house.says(house.sanne, "/setup", house.group)
    data = card.button("I'm on the council").callback_data
    house.group.migrate()
    await house.idle()
    post = await house.says(house.sanne, "/plan", house.group)
    assert data is not None
    answer = await house.forges(house.olga, post, data)
    assert "Welcome" in answer.text


def silently_migrated(house: House) -> Room:
    """The group has moved, and the bot was not told; its old room."""
    old, inbox = house.group.place, house.tg.world.inbox
    asked_for, inbox.allowed = inbox.allowed, frozenset({"nothing"})
    house.group.migrate()
    inbox.allowed = asked_for
    return Room(house.tg.world, old)


async def test_a_move_is_noticed_when_sending_too(house: House) -> None:
    old = silently_migrated(house)
    await house.bo.says("/plan", old)
    await house.idle()
    assert "Integration Council" in house.group.last_message.text
    assert (await house.refresh()).chat_id == house.group.id


async def test_a_move_is_noticed_when_a_tap_is_shown(house: House) -> None:
    card = await house.says(house.sanne, "/setup", house.group)
    silently_migrated(house)
    await house.taps(house.sanne, card, "Tal dansk")
    council = await house.refresh()
    assert (council.chat_id, council.language) == (house.group.id, "da")
    assert council.name in house.group.last_message.text


async def test_a_move_is_noticed_when_sending_a_file(house: House) -> None:
    await house.with_plan()
    old = silently_migrated(house)
    await house.bo.says("/calendar", old)
    await house.idle()
    assert house.group.last_message.document is not None


async def test_told_twice_it_moves_once(house: House) -> None:
    house.tg.faults.duplicates()
    house.group.migrate()
    await house.idle()
    assert (await house.refresh()).chat_id == house.group.id
    assert len(await house.councils()) == 1


async def test_thrown_out_the_secretary_is_told_in_private(house: House) -> None:
    await house.with_plan()
    before = await house.everything()
    house.group.remove_bot(by=house.bo)
    await house.tg.until(lambda: "taken out of the group" in house.sanne.chat.last_message.text)
    assert await house.everything() == before
    async with house.store.transaction(house.council.id) as tx:
        assert [notice.person_id for notice in await tx.find(Notice)] == [str(house.sanne.id)]
    assert "Kulturdag" in (await house.says(house.sanne, "/plan")).text


async def test_added_again_it_goes_on(house: House) -> None:
    await house.with_plan()
    house.group.remove_bot(by=house.sanne)
    await house.idle()
    house.group.add_bot(by=house.bo)
    await house.idle()
    assert "back" in house.group.last_message.text
    assert len(await house.councils()) == 1
    assert "Kulturdag" in (await house.says(house.bo, "/plan", house.group)).text


async def test_thrown_out_of_a_group_that_is_no_council(town: House) -> None:
    anna = town.tg.person("Anna", language="en", started=True)
    group = town.tg.group("Rådet", admins=[anna])
    group.remove_bot(by=anna)
    await town.idle()
    assert anna.chat.spoken == []


async def test_who_blocks_the_bot_is_left_alone(house: House) -> None:
    said = len(house.sanne.chat.spoken)
    house.sanne.blocks_bot()
    await house.idle()
    house.group.remove_bot(by=house.bo)
    await house.idle()
    assert len(house.sanne.chat.spoken) == said
    house.sanne.unblocks_bot()
    assert "What I can do" in (await house.says(house.sanne, "/help")).text
