"""Who may change an entry, and that made-up buttons change nothing."""

import pytest

from council.records import Activity, PlanEntry
from playground import Post
from tests.handlers.kit import House

FEST = "Kulturdag: Fest 3. juni kl. 17-19 på VUC"


@pytest.fixture
async def page(house: House) -> Post:
    """The page of one entry in the secretary's chat."""
    return await house.add(FEST)


async def only(house: House) -> PlanEntry:
    [entry] = await house.entries(house.council)
    return entry


async def forgeries(house: House) -> list[str]:
    council, entry = house.council.id, (await only(house)).id
    async with house.store.transaction(council) as tx:
        activity = (await tx.find(Activity))[0].id
    return [
        f"en:{council}:{entry}:",
        f"en:{council}:{entry}:title",
        f"es:{council}:{entry}:cancelled",
        f"es:{council}:{entry}:waiting",
        f"ek:{council}:{entry}:meeting",
        f"ea:{council}:{entry}:{activity}",
        f"ed:{council}:{entry}:1",
        f"eu:{council}:{entry}:x",
    ]


async def test_members_cannot(house: House, page: Post) -> None:
    before, was = await house.everything(), page.html
    post = await house.says(house.bo, "/entry fest")
    for data in await forgeries(house):
        answer = await house.forges(house.bo, post, data)
        assert answer.is_alert, data
        assert answer.text, data
    await house.says(house.bo, "Bo's title")
    assert await house.everything() == before
    assert page.html == was


async def test_a_coordinator_changes_the_own_activity_only(house: House) -> None:
    await house.with_plan()
    people = await house.says(house.sanne, "/people")
    await house.taps(house.sanne, people, "Bo Bak", "Coordinator of …", "Kulturdag")
    post = await house.says(house.bo, "/entry afholdes")
    await house.taps(house.bo, post, "Change it", "Title")
    await house.says(house.bo, "Kulturdag: den store dag")
    assert (await house.entry(house.council, "Kulturdag: den store dag")).when.edtf.startswith("2027-09-25")
    other = await house.says(house.bo, "/entry opstart")
    assert "Change it" not in [text for row in other.rows for text in row]
    opstart = (await house.entry(house.council, "Opstart")).id
    before = await house.everything()
    for data in (f"es:{house.council.id}:{opstart}:done", f"ed:{house.council.id}:{opstart}:1"):
        assert (await house.forges(house.bo, other, data)).is_alert
    assert await house.everything() == before


@pytest.mark.usefixtures("page")
async def test_in_the_group_it_goes_on_in_private(house: House) -> None:
    post = await house.says(house.sanne, "/start", house.group)
    before = await house.everything()
    for data in await forgeries(house):
        answer = await house.forges(house.sanne, post, data)
        assert answer.is_alert
        assert "private" in answer.text
    assert await house.everything() == before


async def test_fields_and_states_that_there_are_not(house: House, page: Post) -> None:
    council, entry = house.council.id, (await only(house)).id
    before = await house.everything()
    for data in (
        f"en:{council}:{entry}:colour",
        f"en:{council}:{entry}:waiting_for",
        f"en:{council}:nosuch:title",
        f"es:{council}:{entry}:exploded",
        f"es:{council}:nosuch:done",
        f"ek:{council}:{entry}:party",
        f"ea:{council}:{entry}:nosuch",
        f"ed:{council}:nosuch:1",
        f"ed:{council}:{entry}:2",
        f"eu:{council}:{entry}:nosuch",
        f"em:{'x' * 8}",
        f"ec:{'x' * 8}",
        "em:",
        "ec",
        f"en:{council}:{entry}",
        f"en:{council}:{entry}:title:more",
    ):
        answer = await house.forges(house.sanne, page, data)
        assert answer.is_alert, data
        assert answer.text, data
    assert await house.everything() == before


async def test_clear_and_move_of_another_question(house: House, page: Post) -> None:
    # The token is right, the question another: "no title any more" and "move it to nothing" are refused.
    await house.taps(house.sanne, page, "Change it", "Title")
    token = (page.button("No, leave it").callback_data or "").removeprefix("x:")
    before = await house.everything()
    for data in (f"ec:{token}", f"em:{token}", f"ns:{token}", f"nk:{token}:when"):
        answer = await house.forges(house.sanne, page, data)
        assert answer.is_alert, data
    assert await house.everything() == before


async def test_tokens_of_one_form_are_no_good_for_another(house: House) -> None:
    post = await house.says(house.sanne, f"/new {FEST}")
    token = (post.button("No, leave it").callback_data or "").removeprefix("x:")
    for data in (f"ec:{token}", f"em:{token}"):
        answer = await house.forges(house.sanne, post, data)
        assert answer.is_alert, data
    assert await house.entries(house.council) == []


async def test_the_entry_taken_off_while_it_is_changed(house: House, page: Post) -> None:
    await house.taps(house.sanne, page, "Change it", "Title")
    other = await house.says(house.sanne, "/entry fest")
    await house.taps(house.sanne, other, "Change it", "Take it off the plan", "Yes, take it off")
    told = await house.says(house.sanne, "A title for what is gone")
    assert told.text
