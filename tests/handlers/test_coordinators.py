"""Who coordinates an activity: chosen on the activity's page, in private, by who looks after people."""

import pytest

from council.records import Activity, Membership, Role
from playground import Person, Post
from tests.handlers.kit import House

CHOOSE = "Choose coordinators"


@pytest.fixture
async def planned(house: House) -> House:
    await house.with_plan()
    return house


async def opened(house: House, who: Person, name: str = "Kulturdag") -> Post:
    post = await house.says(who, "/activities")
    await house.taps(who, post, name)
    return post


async def chosen(house: House, name: str = "Kulturdag") -> list[str]:
    """The names of those who coordinate an activity."""
    async with house.store.transaction(house.council.id) as tx:
        [activity] = [activity for activity in await tx.find(Activity) if activity.name == name]
        return [member.name for member in await tx.find(Membership) if activity.id in member.coordinates]


async def becomes(house: House, who: Person, role: str) -> None:
    people = await house.says(house.sanne, "/people")
    await house.taps(house.sanne, people, who.user.first_name, role)


def labels(post: Post) -> list[str]:
    return [text for row in post.rows for text in row]


async def test_a_name_is_added_and_taken_away(planned: House) -> None:
    post = await opened(planned, planned.sanne)
    assert "The secretary or the chair chooses one" in post.text
    await planned.taps(planned.sanne, post, CHOOSE)
    assert post.text.startswith("Kulturdag\nWho coordinates it?")
    assert post.rows == [["Sanne Sand", "Bo Bak"], ["◂ Back"]]
    await planned.taps(planned.sanne, post, "Bo Bak", "Sanne Sand")
    assert post.rows[0] == ["● Sanne Sand", "● Bo Bak"]
    await planned.taps(planned.sanne, post, "Sanne Sand")
    assert post.rows[0] == ["Sanne Sand", "● Bo Bak"]
    assert await chosen(planned) == ["Bo Bak"]
    await planned.taps(planned.sanne, post, "◂ Back")
    assert "Coordinator: Bo Bak" in post.text


async def test_other_activities_are_untouched(planned: House) -> None:
    post = await opened(planned, planned.sanne)
    await planned.taps(planned.sanne, post, CHOOSE, "Bo Bak")
    post = await opened(planned, planned.sanne, "Sprogcafé")
    await planned.taps(planned.sanne, post, CHOOSE)
    assert post.rows[0] == ["Sanne Sand", "Bo Bak"]
    await planned.taps(planned.sanne, post, "Bo Bak", "Bo Bak")
    assert (await chosen(planned), await chosen(planned, "Sprogcafé")) == (["Bo Bak"], [])


async def test_the_new_coordinator_has_a_menu_for_it(planned: House) -> None:
    def may_add() -> bool:
        return "new" in {command.command for command in planned.tg.menu("chat", "", planned.bo.id)}

    post = await opened(planned, planned.sanne)
    await planned.taps(planned.sanne, post, CHOOSE)
    assert not may_add()
    await planned.taps(planned.sanne, post, "Bo Bak")
    assert may_add()
    await planned.taps(planned.sanne, post, "Bo Bak")
    assert not may_add()


async def test_a_double_tap_does_not_take_it_back(planned: House) -> None:
    post = await opened(planned, planned.sanne)
    await planned.taps(planned.sanne, post, CHOOSE)
    for _ in range(2):
        await planned.sanne.taps(post, "Bo Bak")
    await planned.idle()
    assert await chosen(planned) == ["Bo Bak"]
    assert "● Bo Bak" in labels(post)
    async with planned.store.transaction(planned.council.id) as tx:
        member = await tx.get(Membership, str(planned.bo.id))
    assert member is not None
    assert len(member.coordinates) == 1


@pytest.mark.parametrize("role", [None, "Deputy chair", "Deputy member", "Coordinator of …"])
async def test_others_do_not_choose(planned: House, role: str | None) -> None:
    ours, council = await activity_id(planned), planned.council.id
    if role:
        await becomes(planned, planned.bo, role)
    if role == "Coordinator of …":
        await planned.taps(planned.sanne, planned.sanne.chat.last_message, "Kulturdag")
    before = await planned.everything()
    for room in (planned.bo.chat, planned.group):
        post = await planned.says(planned.bo, "/activities", room)
        await planned.taps(planned.bo, post, "Kulturdag")
        assert CHOOSE not in labels(post)
        for data in (f"ac:{council}:{ours}::1", f"ac:{council}:{ours}:{planned.bo.id}:1"):
            answer = await planned.forges(planned.bo, post, data)
            assert answer.is_alert
            told = "in our private chat" if room is planned.group else "is for the secretary and the chair"
            assert told in answer.text
        assert "Sanne" not in "".join(labels(post))
    assert await planned.everything() == before


async def test_the_chair_chooses_too(planned: House) -> None:
    await becomes(planned, planned.bo, "Chair")
    post = await opened(planned, planned.bo)
    await planned.taps(planned.bo, post, CHOOSE, "Bo Bak")
    assert await chosen(planned) == ["Bo Bak"]


async def test_in_the_group_it_is_not_offered(planned: House) -> None:
    post = await planned.says(planned.sanne, "/activities", planned.group)
    await planned.taps(planned.sanne, post, "Kulturdag")
    assert "Rename" in labels(post)
    assert CHOOSE not in labels(post)
    await planned.taps(planned.sanne, post, "Rename")
    await planned.says(planned.sanne, "Kulturnat", planned.group, reply_to=post)
    assert CHOOSE not in labels(planned.group.last_message)


async def test_in_the_group_nobodys_name_is_shown_to_a_forged_tap(planned: House) -> None:
    post = await planned.says(planned.sanne, "/activities", planned.group)
    before = post.html
    data = f"ac:{planned.council.id}:{await activity_id(planned)}::1"
    assert (await planned.forges(planned.sanne, post, data)).is_alert
    assert post.html == before


async def activity_id(house: House, name: str = "Kulturdag") -> str:
    async with house.store.transaction(house.council.id) as tx:
        [activity] = [activity for activity in await tx.find(Activity) if activity.name == name]
    return activity.id


async def test_what_there_is_not(planned: House) -> None:
    post = await opened(planned, planned.sanne)
    shown, before = post.html, await planned.everything()
    council, ours = planned.council.id, await activity_id(planned)
    for data in (
        f"ac:{council}:nosuch::1",
        f"ac:{council}:nosuch:{planned.bo.id}:1",
        f"ac:{council}:{ours}:12345:1",
        f"ac:{council}:{ours}:{planned.olga.id}:1",
        f"ac:{council}:::1",
        f"ac:{council}:{ours}:{planned.bo.id}:2",
        f"ac:{council}:{ours}:{planned.bo.id}",
        f"ac:nosuch:{ours}:{planned.bo.id}:1",
    ):
        answer = await planned.forges(planned.sanne, post, data)
        assert answer.is_alert, data
        assert answer.text, data
    assert post.html == shown
    assert await planned.everything() == before


async def test_an_activity_that_was_merged_meanwhile(planned: House) -> None:
    page = await opened(planned, planned.sanne, "Sprogcafé")
    choice = await opened(planned, planned.sanne, "Sprogcafé")
    await planned.taps(planned.sanne, choice, CHOOSE)
    other = await opened(planned, planned.sanne)
    await planned.taps(planned.sanne, other, "Merge", "Sprogcafé", "Yes, merge them")
    for post, button in ((page, CHOOSE), (choice, "Bo Bak")):
        answer = await planned.taps(planned.sanne, post, button)
        assert "not there any more" in answer.text
    assert await chosen(planned) == []


async def test_somebody_removed_meanwhile(planned: House) -> None:
    post = await opened(planned, planned.sanne)
    await planned.taps(planned.sanne, post, CHOOSE)
    people = await planned.says(planned.sanne, "/people")
    await planned.taps(planned.sanne, people, "Bo Bak", "Remove", "Yes, remove")
    answer = await planned.taps(planned.sanne, post, "Bo Bak")
    assert "not on the council any more" in answer.text


@pytest.mark.parametrize("name", ["<b>Person</b> & {n:03} عمر", "🎉" * 64, "x" * 300])
async def test_three_hundred_people(planned: House, name: str) -> None:
    async with planned.store.transaction(planned.council.id) as tx:
        for number in range(300):
            tx.put(Membership(str(number), name.format(n=number)[:300], Role.MEMBER))
    post = await opened(planned, planned.sanne)
    await planned.taps(planned.sanne, post, CHOOSE, 3)
    assert labels(post)[3].startswith("●")
    assert 50 <= len(post.buttons) <= 100
