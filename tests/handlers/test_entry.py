"""`/entry`: one entry of the plan, found by words of its title or tapped in a list."""

import pytest

from tests.handlers.kit import House


async def test_one_match_is_shown(house: House) -> None:
    await house.with_plan()
    post = await house.says(house.bo, "/entry afholdes")
    assert "Saturday 25 September at 11:00–16:00" in post.text
    assert "📍 Torvet" in post.text
    assert "Part of: Kulturdag" in post.text
    assert "From plan.txt, line" in post.text


@pytest.mark.parametrize("words", ["RÅDSMØDE", "råds", "/punkt rådsmøde"])
async def test_several_are_offered(house: House, words: str) -> None:
    await house.with_plan()
    text = words if words.startswith("/") else f"/entry {words}"
    post = await house.says(house.bo, text)
    assert "Which one do you mean?" in post.text
    assert post.rows[0] == ["1", "2", "3"]
    await house.taps(house.bo, post, "2")
    assert "Monday 12 April" in post.text


async def test_none(house: House) -> None:
    await house.with_plan()
    post = await house.says(house.bo, "/entry <b>x</b> & y")
    assert "Nothing on the plan is called “<b>x</b> & y”" in post.text
    assert post.rows == [["See the plan"]]


async def test_4096_characters(house: House) -> None:
    await house.with_plan()
    post = await house.says(house.bo, "/entry " + "x" * 4089)
    assert "Nothing on the plan is called" in post.text


async def test_without_words_it_offers_what_is_next(house: House) -> None:
    await house.with_plan()
    post = await house.says(house.bo, "/entry")
    assert "Kulturdag - Arbejdsgruppen samles" in post.text
    assert "Opstart" not in post.text


async def test_on_an_empty_plan(house: House) -> None:
    for text in ("/entry", "/entry fest"):
        post = await house.says(house.bo, text)
        assert "The plan is empty so far" in post.text
        assert post.rows == []


async def test_a_very_common_word(house: House) -> None:
    for _ in range(12):
        await house.add("Møde 3. juni")
    post = await house.says(house.bo, "/entry møde")
    assert "2 more" in post.text
    assert [text for row in post.rows for text in row if text.isdecimal()] == [str(n) for n in range(1, 11)]


async def test_history_by_role_and_first_name(house: House) -> None:
    page = await house.add("Kulturdag: informationsmøde 3. juni kl. 17-19")
    await house.taps(house.sanne, page, "Change it", "Time")
    post = await house.says(house.sanne, "4. juni kl. 17-19")
    await house.taps(house.sanne, post, "Yes, that is the time", "History")
    assert "Sanne (secretary) changed the time: Thursday 3 June at 17:00–19:00" in post.text
    assert "Sanne (secretary) put it on the plan" in post.text
    assert "Sand" not in post.text
    assert post.text.index("changed the time") < post.text.index("put it on")
    await house.taps(house.sanne, post, "◂ Back")
    assert "Before:" in post.text


async def test_members_see_the_history_and_no_button_to_change(house: House) -> None:
    await house.with_plan()
    post = await house.says(house.bo, "/entry afholdes")
    assert "Change it" not in [text for row in post.rows for text in row]
    await house.taps(house.bo, post, "History")
    assert "Sanne (secretary) took it over from plan.txt" in post.text


async def test_the_history_says_what_it_became(house: House) -> None:
    page = await house.add("Fest 3. juni")
    for buttons in (
        ["Cancel the event"],
        ["It takes place after all"],
        ["State", "✅ Done"],
        ["State", "⏳ Waiting for somebody"],
    ):
        await house.taps(house.sanne, page, "Change it", *buttons)
    page = await house.says(house.sanne, "the <library>")
    await house.taps(house.sanne, page, "Change it", "Take it off the plan", "Yes, take it off")
    await house.taps(house.sanne, page, "Put it back on the plan", "History")
    did = [line.partition("(secretary) ")[2] for line in page.text.splitlines() if "(secretary)" in line]
    assert did == [
        "put it back on the plan",
        "took it off the plan",
        "noted that it waits for the <library>",
        "noted that it is done",
        "noted that it takes place",
        "cancelled it",
        "put it on the plan",
    ]


async def test_from_the_group_into_private(house: House) -> None:
    await house.with_plan()
    post = await house.says(house.sanne, "/entry afholdes", house.group)
    assert "Change it" not in [text for row in post.rows for text in row]
    url = post.button("More in private").url
    assert url is not None
    await house.sanne.starts(url.partition("start=")[2])
    page = await house.last(house.sanne.chat)
    assert "Kulturdag - Afholdes" in page.text
    page.button("Change it")


async def test_an_outsider_with_the_link(house: House) -> None:
    await house.with_plan()
    post = await house.says(house.sanne, "/entry afholdes", house.group)
    url = post.button("More in private").url
    assert url is not None
    await house.rikke.starts(url.partition("start=")[2])
    page = await house.last(house.rikke.chat)
    assert "Afholdes" not in page.text
    assert "not on a council" in page.text


async def test_back_to_the_plan_shows_its_month(house: House) -> None:
    await house.with_plan()
    post = await house.says(house.bo, "/entry afholdes")
    await house.taps(house.bo, post, "◂ The plan")
    assert "Kulturdag - Afholdes" in post.text
    assert "September" in post.text


async def test_what_was_taken_off_is_not_found(house: House) -> None:
    await house.with_plan()
    post = await house.says(house.bo, "/entry opstart")
    mine = await house.says(house.sanne, "/entry opstart")
    await house.taps(house.sanne, mine, "Change it", "Take it off the plan", "Yes, take it off")
    assert "Nothing on the plan" in (await house.says(house.bo, "/entry opstart")).text
    await house.taps(house.bo, post, "History")
    assert "took it off the plan" in post.text
    answer = await house.taps(house.bo, post, "◂ Back", "Calendar")
    assert answer.is_alert
    assert "not on the plan any more" in answer.text


async def test_what_was_taken_off_is_no_business_of_outsiders(house: House) -> None:
    page = await house.add("Fest 3. juni")
    entry = await house.entry(house.council, "Fest")
    await house.taps(house.sanne, page, "Change it", "Take it off the plan", "Yes, take it off")
    post = await house.says(house.olga, "/plan", house.group)
    for data in (f"e:{house.council.id}:{entry.id}", f"eh:{house.council.id}:{entry.id}"):
        assert (await house.forges(house.olga, post, data)).is_alert
        assert not (await house.forges(house.bo, post, data)).is_alert


async def test_today_and_tomorrow_are_said_with_their_date(house: House) -> None:
    await house.add("Fest 2. marts kl. 18")
    assert "tomorrow, Tuesday 2 March at 18:00" in (await house.says(house.bo, "/entry fest")).text
