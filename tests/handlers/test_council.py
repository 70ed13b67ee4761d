"""`/council`, and that nothing of one council is visible in another."""

import pytest

from council.records import Activity, Council, PlanEntry
from playground import Group, Person
from tests.handlers.kit import PLAN, House


@pytest.fixture
async def other(house: House) -> Council:
    """A second council: Olga is its secretary, Bo is on both, its plan has one secret entry."""
    group = other_group(house)
    card = await house.says(house.olga, "/setup", group)
    await house.taps(house.olga, card, "English")
    await house.taps(house.bo, card, "I'm on the council")
    found = await house.council_of(group)
    assert found is not None
    post = await house.says(house.olga, "/new Secret affair: Hidden dinner 3 May at 18 at the manor")
    await house.taps(house.olga, post, "Yes, save it")
    return found


def other_group(house: House) -> Group:
    return house.tg.group("Youth Council", admins=[house.olga], members=[house.bo])


async def test_with_one_nothing_is_asked(house: House) -> None:
    assert "Integration Council" in (await house.says(house.bo, "/plan")).text
    assert "Integration Council" in (await house.says(house.bo, "/council")).text


async def test_with_several_one_is_chosen_and_remembered(house: House, other: Council) -> None:
    await house.with_plan()
    choice = await house.says(house.bo, "/council")
    assert choice.rows == [["Integration Council"], ["Youth Council"]]
    await house.taps(house.bo, choice, "Youth Council")
    assert other.name in choice.text
    plan = await house.says(house.bo, "/plan")
    assert "Hidden dinner" in (await house.says(house.bo, "/entry dinner")).text
    assert "Kulturdag" not in plan.text
    choice = await house.says(house.bo, "/raad")
    assert ["● Youth Council"] in choice.rows
    await house.taps(house.bo, choice, "Integration Council")
    assert "Integration Council" in (await house.says(house.bo, "/plan")).text


@pytest.mark.usefixtures("other")
@pytest.mark.parametrize("text", ["/plan", "hello", "/next", "/calendar", "/new Fest 3. juni"])
async def test_whatever_comes_first_asks_which_one_with_buttons(house: House, text: str) -> None:
    asked = await house.says(house.bo, text)
    assert "Which council do you mean?" in asked.text
    assert asked.rows == [["Integration Council"], ["Youth Council"]]
    await house.taps(house.bo, asked, "Youth Council", "See the plan")
    assert "Youth Council ·" in asked.text


@pytest.mark.usefixtures("other")
async def test_a_document_asks_which_one_with_buttons_and_is_not_read(house: House) -> None:
    asked = await house.sends(house.bo, PLAN)
    assert asked.rows == [["Integration Council"], ["Youth Council"]]
    assert house.tg.calls("file") == 0


async def test_nobody_is_asked_about_a_council_they_are_not_on(house: House, other: Council) -> None:
    assert other.name not in (await house.says(house.sanne, "/plan")).text
    assert "not on a council" in (await house.says(house.rikke, "/plan")).text


async def test_it_survives_a_restart(house: House, other: Council) -> None:
    await house.taps(house.bo, await house.says(house.bo, "/council"), "Youth Council")
    await house.stop()
    await house.start()
    assert other.name in (await house.says(house.bo, "/plan")).text


async def test_in_a_group_it_is_the_groups(house: House, other: Council) -> None:
    await house.taps(house.bo, await house.says(house.bo, "/council"), "Youth Council")
    assert "Integration Council" in (await house.says(house.bo, "/council", house.group)).text
    assert other.name not in (await house.says(house.bo, "/plan", house.group)).text


async def test_somebody_on_none(house: House) -> None:
    assert "not on a council" in (await house.says(house.rikke, "/council")).text


async def test_a_council_one_is_not_on_cannot_be_chosen(house: House, other: Council) -> None:
    post = await house.says(house.sanne, "/council")
    answer = await house.forges(house.sanne, post, f"k:{other.id}")
    assert answer.is_alert
    assert "Youth" not in answer.text + post.text


async def contents(house: House, council: Council) -> tuple[PlanEntry, Activity]:
    async with house.store.transaction(council.id) as tx:
        [entry] = await tx.find(PlanEntry)
        [activity] = await tx.find(Activity)
    return entry, activity


async def foreign(house: House, council: Council) -> list[str]:
    """Button data about another council, of every kind that there is."""
    entry, activity = await contents(house, council)
    c, e, a = council.id, entry.id, activity.id
    return [
        f"p:{c}:2027-05:3::0",
        f"p:{c}::12:{a}:0",
        f"pa:{c}",
        f"e:{c}:{e}",
        f"eh:{c}:{e}",
        f"c:{c}::",
        f"c:{c}:{e}:",
        f"c:{c}::{a}",
        f"en:{c}:{e}:",
        f"en:{c}:{e}:title",
        f"es:{c}:{e}:cancelled",
        f"ek:{c}:{e}:meeting",
        f"ea:{c}:{e}:",
        f"ed:{c}:{e}:1",
        f"eu:{c}:{e}:x",
        f"a:{c}",
        f"ao:{c}:{a}",
        f"aq:{c}:{a}:name",
        f"am:{c}:{a}::0",
        f"am:{c}:{a}:{a}:1",
        f"ac:{c}:{a}::1",
        f"ac:{c}:{a}:{house.bo.id}:1",
        f"f:{c}:0",
        f"fp:{c}:{house.bo.id}",
        f"fr:{c}:{house.bo.id}:chair",
        f"fx:{c}:{house.bo.id}:1",
        f"sl:{c}:da",
        f"sn:{c}",
        f"sz:{c}:1",
        f"ss:{c}",
        f"it:{c}:x",
        f"io:{c}:x:0",
        f"i1:{c}:x",
        f"is:{c}:x:n0:1",
        f"ix:{c}:x",
    ]


async def test_buttons_about_another_council_are_refused(house: House, other: Council) -> None:
    before = await house.everything()
    for room in (house.sanne.chat, house.group):
        post = await house.says(house.sanne, "/start", room)
        for data in await foreign(house, other):
            answer = await house.forges(house.sanne, post, data)
            assert answer.is_alert, data
            assert answer.text, data
            assert not mentions(post.text + answer.text), data
    assert await house.everything() == before
    assert all(not mentions(post.text) for post in house.sanne.chat.spoken + house.group.spoken)
    assert all(post.document is None for post in house.sanne.chat.spoken)


async def test_in_the_wrong_group_even_its_own_people_are_refused(house: House, other: Council) -> None:
    # Bo is on both: what he opens in one group would be seen by people of the wrong council.
    post = await house.says(house.bo, "/start", house.group)
    for data in await foreign(house, other):
        answer = await house.forges(house.bo, post, data)
        assert answer.is_alert, data
        assert not mentions(post.text), data


async def test_links_to_another_councils_entries(house: House, other: Council) -> None:
    entry, _ = await contents(house, other)
    for payload in (
        f"e_{other.id}_{entry.id}",
        f"c_{other.id}",
        f"f_{other.id}",
        f"e_{house.council.id}_{entry.id}",
    ):
        await house.sanne.starts(payload)
        assert not mentions((await house.last(house.sanne.chat)).text)


async def test_an_entry_of_the_other_under_ones_own_council(house: House, other: Council) -> None:
    entry, activity = await contents(house, other)
    post = await house.says(house.sanne, "/start")
    mine = house.council.id
    for data in (
        f"e:{mine}:{entry.id}",
        f"c:{mine}:{entry.id}:",
        f"es:{mine}:{entry.id}:done",
        f"ao:{mine}:{activity.id}",
        f"p:{mine}::12:{activity.id}:0",
        f"c:{mine}::{activity.id}",
    ):
        answer = await house.forges(house.sanne, post, data)
        assert answer.is_alert, data
        assert not mentions(post.text + answer.text), data


async def test_search_and_import_stay_inside(house: House, other: Council) -> None:
    await house.with_plan()
    assert other.id != house.council.id
    assert not mentions((await house.says(house.sanne, "/entry hidden")).text.replace("“hidden”", ""))
    assert len(await house.entries(house.council)) == 10
    assert len(await house.entries(other)) == 1


async def test_choosing_in_private_while_a_plan_waits(house: House, other: Council) -> None:
    # Bo becomes chair of both; the offer belongs to the council it was made for.
    for who in (house.sanne, house.olga):
        await make_chair(house, who)
    await house.taps(house.bo, await house.says(house.bo, "/council"), "Integration Council")
    offer = await house.sends(house.bo, PLAN)
    await house.taps(house.bo, await house.says(house.bo, "/council"), "Youth Council")
    await house.taps(house.bo, offer, "Take over")
    assert len(await house.entries(house.council)) == 10
    assert len(await house.entries(other)) == 1


async def make_chair(house: House, by: Person) -> None:
    post = await house.says(by, "/people")
    await house.taps(by, post, "Bo", "Chair")


def mentions(text: str) -> bool:
    return any(secret in text for secret in ("Hidden", "Secret", "Youth", "manor"))
