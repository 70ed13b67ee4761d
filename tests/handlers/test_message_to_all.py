"""A message to everyone on an opening: read through, sent once, and only to those who take part."""

import pytest

from council.notice import Notice
from playground import Person, Post
from services.people import People
from tests.handlers.kit import House
from tests.handlers.places import Places

TEXT = "Hello all\n\n  Bring <gloves> & *cake*. 🎉"


@pytest.fixture
async def places(house: House) -> Places:
    places = Places(house)
    await places.open()
    for who in (house.bo, house.olga, house.rikke):
        await places.joins(who)
        await house.says(who, "/start")
    await places.withdraws(house.rikke)
    await places.enters("Fatima")
    for who in (house.bo, house.olga, house.rikke):
        who.chat.read_all()
    return places


async def asked(house: House, who: Person | None = None) -> Post:
    who = who or house.sanne
    post = await house.says(who, "/roster")
    await house.taps(who, post, "Write to all")
    return post


async def messages(house: House) -> list[Notice]:
    async with house.store.transaction(house.council.id) as tx:
        return [notice for notice in await tx.find(Notice) if notice.kind == "message"]


@pytest.mark.usefixtures("places")
async def test_it_is_read_through_and_then_sent(house: House) -> None:
    post = await asked(house)
    assert "Write the message to everyone who takes part or waits, up to 1500 characters." in post.text
    preview = await house.says(house.sanne, TEXT)
    assert preview.text.endswith(
        "It reaches 2 people.\nI cannot reach 1: please call them.\nFatima\nNothing is sent yet."
    )
    assert preview.rows == [["Send it to 2 people"], ["Rewrite it", "No, leave it"]]
    assert await messages(house) == []
    await house.taps(house.sanne, preview, "Send it to 2 people")
    assert "✅ The message is on its way to 2 people." in preview.text
    for who in (house.bo, house.olga):
        sent = await who.chat.next_message()
        assert "Hello all\n\nBring <gloves> & *cake*. 🎉" in sent.text.replace("\n  ", "\n")
        assert sent.html.split("\n\n", 1)[0] in preview.html
    await house.idle()
    assert house.rikke.chat.read_all() == []
    await house.taps(house.sanne, preview, "◂ Everybody")
    assert "Bo Bak" in preview.text


@pytest.mark.usefixtures("places")
async def test_the_preview_is_what_they_read(house: House) -> None:
    await asked(house)
    preview = await house.says(house.sanne, TEXT)
    read = preview.text
    await house.taps(house.sanne, preview, "Send it to 2 people")
    assert (await house.bo.chat.next_message()).text in read


@pytest.mark.usefixtures("places")
async def test_sent_once_however_often_it_is_tapped(house: House) -> None:
    await asked(house)
    preview = await house.says(house.sanne, TEXT)
    data = preview.button("Send it to 2 people").callback_data or ""
    first = await house.sanne.taps(preview, "Send it to 2 people")
    second = house.sanne.forges_tap(preview, data)
    await house.idle()
    assert first.answer is not None
    assert second.answer is not None
    assert "out of date" in (second.answer.text or "")
    assert len(await messages(house)) == 2


@pytest.mark.usefixtures("places")
async def test_another_text_instead(house: House) -> None:
    await asked(house)
    preview = await house.says(house.sanne, "Hello Bo")
    await house.taps(house.sanne, preview, "Rewrite it")
    assert "Write the message" in preview.text
    preview = await house.says(house.sanne, "Hello all")
    again = await house.says(house.sanne, "Hello everybody")
    assert "Hello everybody" in again.text
    await house.taps(house.sanne, again, "Send it")
    assert {notice.fact("text") for notice in await messages(house)} == {"Hello everybody"}


@pytest.mark.usefixtures("places")
async def test_not_after_all(house: House) -> None:
    await asked(house)
    preview = await house.says(house.sanne, "Hello")
    data = preview.button("Send it").callback_data or ""
    await house.taps(house.sanne, preview, "No, leave it")
    assert "out of date" in ((await house.forges(house.sanne, preview, data)).text or "")
    assert await messages(house) == []


@pytest.mark.usefixtures("places")
async def test_nothing_is_sent_before_it_was_read_through(house: House) -> None:
    post = await asked(house)
    token = (post.button("No, leave it").callback_data or "").split(":")[1]
    assert "out of date" in ((await house.forges(house.sanne, post, f"ws:{token}")).text or "")
    assert "out of date" in ((await house.forges(house.sanne, post, f"rs:{token}")).text or "")
    assert await messages(house) == []


@pytest.mark.usefixtures("places")
async def test_as_long_as_can_be(house: House) -> None:
    await asked(house)
    assert "longer than 1500 characters" in (await house.says(house.sanne, "x" * 1501)).text
    preview = await house.says(house.sanne, "🎉" * 1500)
    await house.taps(house.sanne, preview, "Send it")
    assert "🎉" * 1500 in (await house.bo.chat.next_message()).text


async def test_when_nobody_can_be_reached(house: House) -> None:
    places = Places(house)
    await places.open()
    await places.enters("Fatima")
    await places.enters("Hodan")
    await asked(house)
    preview = await house.says(house.sanne, "Hello")
    assert "It reaches nobody: no one on the list has Telegram." in preview.text
    assert preview.text.endswith("I cannot reach 2: please call them.\nFatima\nHodan")
    assert "Nothing is sent yet." not in preview.text
    assert preview.rows == [["Rewrite it", "No, leave it"]]


async def test_whoever_is_not_reached_is_listed_to_be_called(places: Places, house: House) -> None:
    """No Telegram, the bot is blocked, or it was never written to: all of them wait for news."""
    await places.enters("Hodan", phone="12 34 56 78")
    house.olga.blocks_bot()
    await places.joins(mai := house.tg.person("Mai", language="en"))
    await house.idle()
    await asked(house)
    preview = await house.says(house.sanne, "Hello")
    listed = "I cannot reach 4: please call them.\nOlga Ohm\nFatima\nHodan 12 34 56 78\nMai"
    assert f"It reaches 1 person.\n{listed}\nNothing is sent yet." in preview.text
    await house.taps(house.sanne, preview, "Send it to 1 person")
    assert "✅ The message is on its way to 1 person." in preview.text
    assert listed in preview.text
    assert "Hello" in (await house.bo.chat.next_message()).text
    await house.idle()
    for who in (house.olga, mai):
        assert who.chat.read_all() == []


@pytest.mark.usefixtures("places")
async def test_whoever_writes_to_me_again_is_reached_again(house: House) -> None:
    house.olga.blocks_bot()
    await house.idle()
    house.olga.unblocks_bot()
    await house.says(house.olga, "/start")
    await asked(house)
    preview = await house.says(house.sanne, "Hello")
    assert "It reaches 2 people.\nI cannot reach 1: please call them.\nFatima" in preview.text


async def test_whoever_lost_the_right_meanwhile_sends_nothing(places: Places, house: House) -> None:
    activity = await places.activity()
    people, bo = People(places.desk), str(house.bo.id)
    await people.set_coordinating(places.sanne, bo, activity, on=True)
    await places.change(activity_id=activity)
    await asked(house, house.bo)
    preview = await house.says(house.bo, "Hello")
    await people.set_coordinating(places.sanne, bo, activity, on=False)
    answer = await house.taps(house.bo, preview, "Send it")
    assert "look after places" in (answer.text or "")
    assert await messages(house) == []
