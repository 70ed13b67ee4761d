"""`/new`: who may, and texts of every kind and length."""

import pytest

from council.records import Draft
from playground import Post
from tests.handlers.kit import House

LINE = "Kulturdag: informationsmøde 3. juni kl. 17-19 på VUC?"


async def drafts(house: House) -> list[Draft]:
    async with house.store.transaction("commons") as tx:
        return await tx.find(Draft)


@pytest.mark.parametrize("text", ["/new", f"/new {LINE}"])
async def test_members_cannot(house: House, text: str) -> None:
    for room in (house.bo.chat, house.group):
        no = await house.says(house.bo, text, room)
        assert "Tell one of them what you would change" in no.text
        assert no.rows == [["See the plan"]]
    assert await drafts(house) == []


async def coordinator(house: House) -> None:
    await house.with_plan()
    post = await house.says(house.sanne, "/people")
    await house.taps(house.sanne, post, "Bo Bak", "Coordinator of …", "Kulturdag")


async def test_a_coordinator_adds_to_the_own_activity(house: House) -> None:
    await coordinator(house)
    post = await house.says(house.bo, "/new Kulturdag: Oprydning 26. september kl. 10")
    await house.taps(house.bo, post, "Yes, save it")
    assert (await house.entry(house.council, "Kulturdag: Oprydning")).when.edtf == "2027-09-26T10:00"


@pytest.mark.parametrize("line", ["Sprogcafé: Fest 3. maj", "Fest 3. maj", "Noget nyt: Fest 3. maj"])
async def test_a_coordinator_adds_nothing_elsewhere(house: House, line: str) -> None:
    await coordinator(house)
    before = await house.everything()
    post = await house.says(house.bo, f"/new {line}")
    if post.rows:
        answer = await house.taps(house.bo, post, "Yes, save it")
        assert answer.is_alert
        assert answer.text
    assert await house.everything() == before


async def test_rights_lost_meanwhile(house: House) -> None:
    await coordinator(house)
    post = await house.says(house.bo, "/new Kulturdag: Oprydning 26. september kl. 10")
    people = await house.says(house.sanne, "/people")
    await house.taps(house.sanne, people, "Bo Bak", "Coordinator of …", "Kulturdag")
    assert (await house.taps(house.bo, post, "Yes, save it")).is_alert
    assert len(await house.entries(house.council)) == 10


@pytest.mark.parametrize(
    "text",
    [
        "x" * 4000,
        "🎉" * 64,
        "👩‍👩‍👧‍👦" * 64,
        "<b>&amp;</b> <script>",
        "اجتماع المجلس " * 20,
        "&" * 4000,
        "ø" * 301,
    ],
)
async def test_titles_of_every_kind(house: House, text: str) -> None:
    post = await house.says(house.sanne, f"/new {text} 3 June at 18")
    assert post.text
    if any("Yes, save it" in row for row in post.rows):
        answer = await house.taps(house.sanne, post, "Yes, save it")
        entries = await house.entries(house.council)
        assert len(entries) == 1 or "characters" in answer.text
    for command in ("/plan", "/next", "/entry", "/calendar"):
        assert (await house.says(house.bo, command)).text


async def test_4096_characters_step_by_step(house: House) -> None:
    await house.says(house.sanne, "/new")
    for text in ("x" * 4096, "Party", "y" * 4096, "5 June"):
        assert (await house.says(house.sanne, text)).text
    post = await house.says(house.sanne, "z" * 4096)
    assert "characters" in post.text or await long_place_refused(house, post)
    assert await house.entries(house.council) == []


async def long_place_refused(house: House, post: Post) -> bool:
    answer = await house.taps(house.sanne, post, "Yes, save it")
    return answer.is_alert and "characters" in answer.text


async def test_only_white_space_or_a_date_is_no_title(house: House) -> None:
    post = await house.says(house.sanne, "/new 3. juni kl. 17")
    assert post.text
    assert "Something went wrong" not in post.text
