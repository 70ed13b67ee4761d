"""`/people`: who is on the council as what; changing roles, coordinators, removing somebody."""

import pytest

from council.records import Activity, Membership, Role
from playground import Person, Post
from playground.state import Answer
from tests.handlers.kit import House


async def page_of(house: House, who: Person, by: Person | None = None) -> Post:
    post = await house.says(by or house.sanne, "/people")
    await house.taps(by or house.sanne, post, who.user.first_name)
    return post


async def give(house: House, who: Person, role: str) -> Answer:
    return await house.taps(house.sanne, await page_of(house, who), role)


async def test_it_shows_everybody_with_their_role(house: House) -> None:
    post = await house.says(house.sanne, "/people")
    assert "2 people" in post.text
    assert "Sanne Sand – secretary" in post.text
    assert "Bo Bak – member" in post.text


async def test_the_chair_sees_it_too(house: House) -> None:
    await give(house, house.bo, "Chair")
    assert "Bo Bak – chair" in (await house.says(house.bo, "/people")).text


@pytest.mark.parametrize("role", [None, "Deputy chair", "Deputy member"])
async def test_others_cannot_open_it(house: House, role: str | None) -> None:
    if role:
        await give(house, house.bo, role)
    for room in (house.bo.chat, house.group):
        no = await house.says(house.bo, "/people", room)
        assert "Sanne" not in no.text
        assert "is for the secretary and the chair" in no.text
        assert no.rows == [["See the plan"]]


@pytest.mark.parametrize(
    ("label", "role"),
    [
        ("Chair", Role.CHAIR),
        ("Deputy chair", Role.DEPUTY_CHAIR),
        ("Secretary", Role.SECRETARY),
        ("Deputy member", Role.DEPUTY),
    ],
)
async def test_roles_by_buttons(house: House, label: str, role: Role) -> None:
    post = await page_of(house, house.bo)
    assert [row for row in post.rows if "● Member" in row]
    assert post.text.splitlines()[:2] == ["Bo Bak", "Member"]
    await house.taps(house.sanne, post, label)
    assert await house.role(house.council, house.bo) is role
    assert f"● {label}" in [text for row in post.rows for text in row]
    assert post.text.splitlines()[1] == label


async def test_there_is_one_chair(house: House) -> None:
    await house.taps(house.olga, await house.says(house.sanne, "/start", house.group), 0)
    await give(house, house.bo, "Chair")
    answer = await give(house, house.olga, "Chair")
    assert "Bo Bak" in answer.text
    assert await house.role(house.council, house.bo) is Role.MEMBER
    assert await house.role(house.council, house.olga) is Role.CHAIR


async def test_a_coordinator_of_an_activity(house: House) -> None:
    await house.with_plan()
    post = await page_of(house, house.bo)
    await house.taps(house.sanne, post, "Coordinator of …", "Kulturdag")
    assert "● Kulturdag" in [text for row in post.rows for text in row]
    assert "coordinator of Kulturdag" in (await house.says(house.sanne, "/people")).text
    await house.taps(house.sanne, post, "Kulturdag")
    assert "coordinator" not in (await house.says(house.sanne, "/people")).text


async def test_without_activities_there_is_nothing_to_coordinate(house: House) -> None:
    post = await page_of(house, house.bo)
    await house.taps(house.sanne, post, "Coordinator of …")
    assert "no activities yet" in post.text
    assert post.rows == [["◂ Back"]]


async def test_removing_asks_first(house: House) -> None:
    post = await page_of(house, house.bo)
    await house.taps(house.sanne, post, "Remove")
    assert await house.role(house.council, house.bo) is Role.MEMBER
    assert post.text.startswith("Take Bo Bak off the council?")
    assert "Whoever is in the group can come back" in post.text
    assert post.rows[0] == ["No, keep Bo Bak"]
    await house.taps(house.sanne, post, "No, keep")
    assert await house.role(house.council, house.bo) is Role.MEMBER
    await house.taps(house.sanne, post, "Remove", "Yes, remove")
    assert await house.role(house.council, house.bo) is None
    assert "Bo Bak" not in post.text


async def test_who_was_removed_sees_nothing_any_more(house: House) -> None:
    await house.with_plan()
    plan = await house.says(house.bo, "/plan")
    await house.taps(house.sanne, await page_of(house, house.bo), "Remove", "Yes, remove")
    assert "not on a council" in (await house.says(house.bo, "/plan")).text
    before = plan.html
    for button in range(len(plan.buttons)):
        assert (await house.taps(house.bo, plan, button)).is_alert
    assert plan.html == before


async def test_the_last_secretary_stays(house: House) -> None:
    post = await page_of(house, house.sanne)
    before = await house.everything()
    for buttons in (["Chair"], ["Member"], ["Remove", "Yes, leave"]):
        fresh = await page_of(house, house.sanne)
        answer = await house.taps(house.sanne, fresh, *buttons)
        assert answer.is_alert
        assert "needs a secretary" in answer.text
    assert await house.everything() == before
    assert post.rows


async def test_one_of_two_secretaries_may_go(house: House) -> None:
    await give(house, house.bo, "Secretary")
    post = await page_of(house, house.sanne)
    await house.taps(house.sanne, post, "Remove")
    assert post.text.startswith("Leave the council?")
    await house.taps(house.sanne, post, "Yes, leave")
    assert "no longer on the council" in post.text
    assert await house.role(house.council, house.sanne) is None
    assert await house.role(house.council, house.bo) is Role.SECRETARY


async def test_a_secretary_who_steps_down_loses_the_screen(house: House) -> None:
    await give(house, house.bo, "Secretary")
    post = await page_of(house, house.sanne)
    answer = await house.taps(house.sanne, post, "Member")
    assert await house.role(house.council, house.sanne) is Role.MEMBER
    assert not answer.is_alert
    assert post.text == "You are here as member."
    assert post.rows == []


async def test_in_the_group_it_says_how_many_and_where_to_see_them(house: House) -> None:
    post = await house.says(house.sanne, "/people", house.group)
    assert post.text == "Integration Council: 2 people"
    assert post.rows == [["See them in private"]]
    url = post.button("See them in private").url
    assert url == f"https://t.me/samspil_bot?start=f_{house.council.id}"
    await house.sanne.starts(f"f_{house.council.id}")
    listed = await house.last(house.sanne.chat)
    assert "Bo Bak – member" in listed.text
    await house.taps(house.sanne, listed, "Bo Bak", "Deputy member")
    assert await house.role(house.council, house.bo) is Role.DEPUTY


async def test_the_link_shows_the_list_to_nobody_else(house: House) -> None:
    for who in (house.bo, house.olga, house.rikke):
        no = await house.says(who, f"/start f_{house.council.id}")
        assert not any(name in no.text for name in ("Sanne", "Bak", "Olga"))
        assert no.rows in ([], [["See the plan"]])


async def test_in_the_group_forged_taps_show_no_names_either(house: House) -> None:
    post = await house.says(house.sanne, "/people", house.group)
    shown, before = post.html, await house.everything()
    council, bo = house.council.id, house.bo.id
    for data in (f"f:{council}:0", f"fp:{council}:{bo}", f"fr:{council}:{bo}:chair", f"fx:{council}:{bo}:0"):
        answer = await house.forges(house.sanne, post, data)
        assert answer.is_alert, data
        assert "in our private chat" in answer.text
    assert post.html == shown
    assert await house.everything() == before


@pytest.mark.parametrize("payload", ["f", "f_", "f_nosuchid", "f_../../x", "f_commons"])
async def test_links_that_name_no_council(house: House, payload: str) -> None:
    for who in (house.sanne, house.rikke):
        said = len(who.chat.spoken)
        post = await house.says(who, f"/start {payload}")
        assert len(who.chat.spoken) == said + 1
        assert "Bo Bak" not in post.text or payload == "f"


async def test_the_link_names_its_council_whichever_is_meant(house: House) -> None:
    other = house.tg.group("Youth Council", admins=[house.sanne])
    await house.says(house.sanne, "/setup", other)
    await house.taps(house.sanne, await house.says(house.sanne, "/council"), "Youth Council")
    await house.sanne.starts(f"f_{house.council.id}")
    assert "Integration Council: 2 people" in (await house.last(house.sanne.chat)).text


async def forgeries(house: House) -> list[str]:
    council, bo, sanne = house.council.id, house.bo.id, house.sanne.id
    async with house.store.transaction(council) as tx:
        [activity, *_] = await tx.find(Activity)
    return [
        f"f:{council}:0",
        f"fp:{council}:{sanne}",
        f"fr:{council}:{bo}:secretary",
        f"fr:{council}:{sanne}:member",
        f"fc:{council}:{bo}:{activity.id}:1",
        f"fx:{council}:{sanne}:1",
        f"fx:{council}:{bo}:0",
    ]


async def test_forged_taps_of_members_and_strangers_change_nothing(house: House) -> None:
    await house.with_plan()
    before = await house.everything()
    for who in (house.bo, house.olga):
        for room in (who.chat, house.group):
            post = await house.says(who, "/start", room)
            for data in await forgeries(house):
                answer = await house.forges(who, post, data)
                assert answer.is_alert
                assert answer.text
                assert "Sanne" not in post.text
    assert await house.everything() == before


async def test_forged_roles_and_people(house: House) -> None:
    await house.with_plan()
    post = await house.says(house.sanne, "/people")
    before = await house.everything()
    council, bo = house.council.id, house.bo.id
    for data in (
        f"fr:{council}:{bo}:emperor",
        f"fr:{council}:12345:chair",
        f"fr:{council}:{house.olga.id}:chair",
        f"fc:{council}:{bo}:nosuch:1",
        f"fc:{council}:12345::1",
        f"fp:{council}:0",
        f"fx:{council}:12345:1",
        f"fr:{council}:{bo}",
        f"fr:{council}:{bo}:chair:again",
    ):
        answer = await house.forges(house.sanne, post, data)
        assert answer.is_alert, data
        assert answer.text, data
    assert await house.everything() == before


async def test_three_hundred_people_are_paged(house: House) -> None:
    async with house.store.transaction(house.council.id) as tx:
        for number in range(300):
            tx.put(Membership(str(number), f"<b>Person</b> & {number:03} عمر", Role.MEMBER))
    post = await house.says(house.sanne, "/people")
    assert "302 people" in post.text
    seen = 0
    for _ in range(20):
        seen += sum("Person" in line for line in post.text.splitlines())
        if not any("More ↓" in row for row in post.rows):
            break
        await house.taps(house.sanne, post, "More ↓")
    assert seen == 300
    await house.forges(house.sanne, post, f"f:{house.council.id}:9999")
    await house.forges(house.sanne, post, f"f:{house.council.id}:-5")
    assert "302 people" in post.text
