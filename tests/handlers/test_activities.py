"""`/activities`: the undertakings of the council; renaming, merging and describing them."""

import pytest

from council.records import Activity
from playground import Person, Post
from tests.handlers.kit import PLAN, House


@pytest.fixture
async def planned(house: House) -> House:
    await house.with_plan()
    return house


async def opened(house: House, name: str, who: Person | None = None) -> Post:
    who = who or house.sanne
    post = await house.says(who, "/activities")
    await house.taps(who, post, name)
    return post


async def activities(house: House) -> dict[str, Activity]:
    async with house.store.transaction(house.council.id) as tx:
        return {activity.name: activity for activity in await tx.find(Activity)}


async def coordinates(house: House, who: Person, activity: str) -> None:
    people = await house.says(house.sanne, "/people")
    await house.taps(house.sanne, people, who.user.first_name, "Coordinator of …", activity)


async def test_all_of_them_with_what_they_hold(planned: House) -> None:
    post = await planned.says(planned.bo, "/aktiviteter")
    assert "Kulturdag – 2 entries" in post.text
    assert "Sprogcafé – 2 entries" in post.text


async def test_there_are_none_yet(house: House) -> None:
    post = await house.says(house.bo, "/activities")
    assert "no activities yet" in post.text
    assert post.rows


async def test_one_of_them(planned: House) -> None:
    await coordinates(planned, planned.bo, "Kulturdag")
    post = await opened(planned, "Kulturdag", planned.bo)
    assert "Coordinator: Bo Bak" in post.text
    assert "2 entries on the plan" in post.text
    await planned.taps(planned.bo, post, "See its plan")
    assert "Kulturdag - Afholdes" in post.text
    assert "Rådsmøde" not in post.text


async def test_rename(planned: House) -> None:
    post = await opened(planned, "Kulturdag")
    await planned.taps(planned.sanne, post, "Rename")
    post = await planned.says(planned.sanne, "  Mangfoldigheds<dag>  & mere ")
    assert "Mangfoldigheds<dag> & mere" in post.text
    assert "Also known as Kulturdag" in post.text
    assert "Nothing new" in (await planned.sends(planned.sanne, PLAN)).text


async def test_renaming_to_another_ones_name_merges(planned: House) -> None:
    post = await opened(planned, "Kulturdag")
    await planned.taps(planned.sanne, post, "Rename")
    await planned.says(planned.sanne, "Sprogcafé")
    assert list(await activities(planned)) == ["Sprogcafé"]
    assert "Sprogcafé – 4 entries" in (await planned.says(planned.bo, "/activities")).text


async def test_merging_asks_first(planned: House) -> None:
    post = await opened(planned, "Kulturdag")
    await planned.taps(planned.sanne, post, "Merge", "Sprogcafé")
    assert "cannot be undone" in post.text
    assert post.rows[0] == ["No, leave them"]
    assert len(await activities(planned)) == 2
    await planned.taps(planned.sanne, post, "No, leave them", "Merge", "Sprogcafé", "Yes, merge them")
    assert list(await activities(planned)) == ["Kulturdag"]
    assert "4 entries on the plan" in post.text
    assert "Also known as Sprogcafé" in post.text
    assert "Nothing new" in (await planned.sends(planned.sanne, PLAN)).text


async def test_merging_twice(planned: House) -> None:
    post = await opened(planned, "Kulturdag")
    await planned.taps(planned.sanne, post, "Merge", "Sprogcafé")
    data = post.button("Yes, merge them").callback_data
    assert data is not None
    await planned.taps(planned.sanne, post, "Yes, merge them")
    assert (await planned.forges(planned.sanne, post, data)).is_alert
    assert list(await activities(planned)) == ["Kulturdag"]


async def test_describe(planned: House) -> None:
    post = await opened(planned, "Kulturdag")
    await planned.taps(planned.sanne, post, "Describe")
    post = await planned.says(planned.sanne, "A day of <music> & food")
    assert "A day of <music> & food" in post.text


@pytest.mark.parametrize(("button", "length"), [("Rename", 301), ("Rename", 4096), ("Describe", 1001)])
async def test_texts_that_are_too_long(planned: House, button: str, length: int) -> None:
    before = await activities(planned)
    post = await opened(planned, "Kulturdag")
    await planned.taps(planned.sanne, post, button)
    assert "characters" in (await planned.says(planned.sanne, "x" * length)).text
    assert await activities(planned) == before


async def test_leaving_the_question(planned: House) -> None:
    post = await opened(planned, "Kulturdag")
    await planned.taps(planned.sanne, post, "Rename", "No, leave it")
    await planned.says(planned.sanne, "Not a name")
    assert sorted(await activities(planned)) == ["Kulturdag", "Sprogcafé"]


async def test_in_the_group_one_answers_the_message(planned: House) -> None:
    post = await planned.says(planned.sanne, "/activities", planned.group)
    await planned.taps(planned.sanne, post, "Kulturdag", "Rename")
    assert "Answer this message" in post.text
    await planned.says(planned.bo, "Bo's name", planned.group, reply_to=post)
    await planned.says(planned.sanne, "Kulturnat", planned.group, reply_to=post)
    assert sorted(await activities(planned)) == ["Kulturnat", "Sprogcafé"]


async def test_a_coordinator_changes_the_own_one_only(planned: House) -> None:
    await coordinates(planned, planned.bo, "Kulturdag")
    post = await opened(planned, "Sprogcafé", planned.bo)
    assert "Rename" not in [text for row in post.rows for text in row]
    post = await opened(planned, "Kulturdag", planned.bo)
    await planned.taps(planned.bo, post, "Rename")
    await planned.says(planned.bo, "Kulturnat")
    assert sorted(await activities(planned)) == ["Kulturnat", "Sprogcafé"]


async def test_a_coordinator_takes_over_no_other_one(planned: House) -> None:
    await coordinates(planned, planned.bo, "Kulturdag")
    post = await opened(planned, "Kulturdag", planned.bo)
    await planned.taps(planned.bo, post, "Rename")
    await planned.says(planned.bo, "Sprogcafé")
    await planned.says(planned.bo, "/cancel")
    await planned.taps(planned.bo, post := await opened(planned, "Kulturdag", planned.bo), "Merge")
    if "Sprogcafé" in [text for row in post.rows for text in row]:
        await planned.taps(planned.bo, post, "Sprogcafé")
        assert (await planned.taps(planned.bo, post, "Yes, merge them")).is_alert
    assert sorted(await activities(planned)) == ["Kulturdag", "Sprogcafé"]


async def test_members_cannot(planned: House) -> None:
    post = await opened(planned, "Kulturdag", planned.bo)
    assert "Rename" not in [text for row in post.rows for text in row]
    found, council = await activities(planned), planned.council.id
    ours, theirs = found["Kulturdag"].id, found["Sprogcafé"].id
    for data in (
        f"aq:{council}:{ours}:name",
        f"aq:{council}:{ours}:description",
        f"am:{council}:{ours}::0",
        f"am:{council}:{ours}:{theirs}:1",
    ):
        answer = await planned.forges(planned.bo, post, data)
        assert answer.is_alert
        assert "secretary" in answer.text
    assert await activities(planned) == found


async def test_what_there_is_not(planned: House) -> None:
    post, council = await opened(planned, "Kulturdag"), planned.council.id
    found = await activities(planned)
    ours = found["Kulturdag"].id
    for data in (
        f"ao:{council}:nosuch",
        f"aq:{council}:{ours}:aliases",
        f"am:{council}:{ours}:nosuch:1",
        f"am:{council}:{ours}:{ours}:1",
        f"c:{council}::nosuch",
        f"p:{council}::12:nosuch:0",
    ):
        answer = await planned.forges(planned.sanne, post, data)
        assert answer.is_alert, data
        assert answer.text, data
    assert await activities(planned) == found


@pytest.mark.parametrize("name", ["<b>{n}</b> & x", "🎉" * 64, "مجلس {n} " * 15, "x" * 300])
async def test_two_hundred_activities(house: House, name: str) -> None:
    async with house.store.transaction(house.council.id) as tx:
        for number in range(200):
            tx.put(Activity(f"a{number:03}", f"{name[:290]}{number}", ("Also <this>",) * 20, "y" * 1000))
    post = await house.says(house.sanne, "/activities")
    await house.taps(house.sanne, post, 3, "Merge", 5, 0)
    await house.says(house.sanne, "/calendar")
    await house.add("Fest 3. juni")
    post = await house.says(house.sanne, "/plan")
    await house.taps(house.sanne, post, "One activity", 7)
    assert post.text
