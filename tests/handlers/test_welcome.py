"""`/start` and "I'm on the council": how people meet the bot, and leaving a form."""

import pytest

from council.records import Person as Known
from council.records import Role
from playground import Person, Post
from tests.handlers.kit import House


async def card_of(house: House) -> Post:
    return await house.says(house.sanne, "/start", house.group)


async def test_whoever_is_in_the_group_becomes_a_member(house: House) -> None:
    answer = await house.taps(house.olga, await card_of(house), "I'm on the council")
    assert "Welcome" in answer.text
    assert "Integration Council" in answer.text
    assert await house.role(house.council, house.olga) is Role.MEMBER


async def test_a_tap_without_a_chat_in_private_opened_before(house: House) -> None:
    # Olga has never written to the bot: nothing may be sent to her, and nothing else goes wrong.
    await house.taps(house.olga, await card_of(house), "I'm on the council")
    assert house.olga.chat.spoken == []


async def test_again_changes_nothing(house: House) -> None:
    card = await card_of(house)
    answer = await house.taps(house.sanne, card, 0, 0)
    assert "secretary" in answer.text
    assert await house.role(house.council, house.sanne) is Role.SECRETARY


async def test_an_outsider_with_a_forged_tap_is_refused(house: House) -> None:
    private = await house.says(house.rikke, "/start")
    answer = await house.forges(house.rikke, private, f"j:{house.council.id}")
    assert answer.is_alert
    assert "group" in answer.text
    assert await house.role(house.council, house.rikke) is None


async def test_who_left_the_group_is_an_outsider(house: House) -> None:
    private = await house.says(house.olga, "/start")
    house.group.remove(house.olga)
    answer = await house.forges(house.olga, private, f"j:{house.council.id}")
    assert answer.is_alert
    assert await house.role(house.council, house.olga) is None


async def test_a_forged_tap_in_another_group_is_refused(house: House) -> None:
    other = house.tg.group("Other council", admins=[house.olga], members=[house.rikke])
    card = await house.says(house.olga, "/setup", other)
    for who in (house.rikke, house.olga):
        answer = await house.forges(who, card, f"j:{house.council.id}")
        assert answer.is_alert
        assert await house.role(house.council, who) is None


@pytest.mark.parametrize("data", ["j:nosuchid", "j:", "j:commons", "j:../x", "j:%s:x"])
async def test_councils_that_there_are_not(house: House, data: str) -> None:
    answer = await house.forges(house.rikke, await house.says(house.rikke, "/start"), data)
    assert answer.is_alert
    assert answer.text


async def test_the_link_opens_the_private_chat(house: House) -> None:
    card = await card_of(house)
    url = card.button("Open the private chat").url
    assert url == f"https://t.me/samspil_bot?start=c_{house.council.id}"
    await house.bo.starts(f"c_{house.council.id}")
    hello = await house.last(house.bo.chat)
    assert "Integration Council" in hello.text
    assert "member" in hello.text
    assert hello.rows


@pytest.mark.parametrize("payload", ["c", "c_", "c_nosuchid", "zz_1", "e_1", "e_x_y_z", "æ", "c_../../x"])
async def test_links_that_lead_nowhere_are_answered_all_the_same(house: House, payload: str) -> None:
    for who in (house.bo, house.rikke):
        said = len(who.chat.spoken)
        await house.says(who, f"/start {payload}")
        assert len(who.chat.spoken) == said + 1


async def test_another_councils_link_tells_an_outsider_nothing(house: House) -> None:
    await house.rikke.starts(f"c_{house.council.id}")
    hello = await house.last(house.rikke.chat)
    assert "Integration Council" not in hello.text
    assert "I'm on the council" in hello.text


async def test_a_stranger_learns_how_to_begin(house: House) -> None:
    for text in ("/start", "hello?"):
        assert "/setup" in (await house.says(house.rikke, text)).text


async def test_a_member_is_greeted_with_the_council(house: House) -> None:
    hello = await house.says(house.bo, "/start")
    assert "Integration Council" in hello.text
    assert hello.rows == [["See the plan"]]


async def test_start_in_a_group_that_is_no_council(town: House) -> None:
    anna = town.tg.person("Anna", language="en")
    group = town.tg.group("Rådet", admins=[anna])
    assert "/setup" in (await town.says(anna, "/start", group)).text


async def test_loose_text_gets_a_helpful_answer_in_private_only(house: House) -> None:
    answer = await house.says(house.bo, "Hello there")
    assert "/help" in answer.text
    assert answer.rows == [["See the plan"]]
    said = len(house.group.spoken)
    await house.bo.says("@samspil_bot hello", house.group)
    await house.idle()
    assert len(house.group.spoken) == said


async def test_loose_text_is_led_to_new_by_those_who_may_only(house: House) -> None:
    assert "/new" in (await house.says(house.sanne, "Summer party")).text
    assert "/new" not in (await house.says(house.bo, "Summer party")).text
    await house.with_plan()
    people = await house.says(house.sanne, "/people")
    await house.taps(house.sanne, people, "Bo", "Coordinator of …", "Kulturdag")
    assert "/new" in (await house.says(house.bo, "Summer party")).text


async def test_a_strangers_loose_text_gets_the_strangers_hello(house: House) -> None:
    hello = await house.says(house.rikke, "/start")
    loose = await house.says(house.rikke, "Summer party")
    assert (loose.text, loose.rows) == (hello.text, hello.rows)


async def test_nothing_to_cancel(house: House) -> None:
    assert "nothing" in (await house.says(house.bo, "/cancel")).text


async def test_cancel_leaves_the_form(house: House) -> None:
    await house.says(house.sanne, "/new")
    assert "nothing was changed" in (await house.says(house.sanne, "/afbryd")).text
    assert "/new" in (await house.says(house.sanne, "Summer party")).text


@pytest.mark.parametrize("kind", ["photo", "sticker-like"])
async def test_a_picture_is_not_met_with_silence(house: House, kind: str) -> None:
    said = len(house.sanne.chat.spoken)
    answer = await house.sends(house.sanne, b"\xff\xd8\xff\xe0 jpeg", f"{kind}.jpg", as_photo=True)
    assert len(house.sanne.chat.spoken) == said + 1
    assert "PDF" in answer.text


async def test_a_name_that_changes_in_telegram_is_followed(house: House) -> None:
    house.bo.user.first_name = "Bodil"
    await house.says(house.bo, "/start")
    async with house.store.transaction("commons") as tx:
        known = await tx.get(Known, str(house.bo.id))
    assert known is not None
    assert known.name == house.bo.user.first_name == "Bodil"


async def test_anybody_may_write_at_once_in_one_group(house: House) -> None:
    people: list[Person] = [house.tg.person(f"P{n}", language="en") for n in range(30)]
    house.group.add(*people)
    card = await card_of(house)
    for person in people:
        await person.taps(card, 0)
    await house.idle()
    assert [await house.role(house.council, person) for person in people] == [Role.MEMBER] * 30
