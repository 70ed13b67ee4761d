"""`/plan` and `/next`: what the plan holds, a few months at a time, and what comes first."""

from datetime import UTC, date, datetime, timedelta

import pytest

from council.records import Activity, Kind, PlanEntry, Status
from council.when import When
from playground import Post
from tests.handlers.kit import House

AT = datetime(2027, 1, 1, tzinfo=UTC)


async def put(house: House, *entries: PlanEntry | Activity) -> None:
    async with house.store.transaction(house.council.id) as tx:
        for entry in entries:
            tx.put(entry)


def entry(number: int, title: str, edtf: str, **fields: object) -> PlanEntry:
    return PlanEntry(f"e{number:04}", title, When(edtf), AT, AT, **fields)  # type: ignore[arg-type]  # the record's own


async def many(house: House, count: int, title: str = "Entry {n}") -> None:
    first = date(2027, 3, 1)
    days = (first + timedelta(days=n % 90) for n in range(count))
    await put(
        house,
        *(entry(n, title.format(n=n), day.isoformat()) for n, day in zip(range(count), days, strict=True)),
    )


async def through(house: House, post: Post, button: str = "More ↓") -> list[str]:
    """Every line, turning pages to the last one."""
    lines = post.text.splitlines()
    while any(button in row for row in post.rows):
        await house.taps(house.bo, post, button)
        lines += post.text.splitlines()
    return lines


async def test_this_month_and_the_next_two(house: House) -> None:
    await house.with_plan()
    post = await house.says(house.bo, "/plan")
    assert "March–May 2027" in post.text
    for told in ("Kulturdag - Arbejdsgruppen samles", "Mon 12 at 16:30", "❓ Sprogcafé - Udflugt"):
        assert told in post.text
    for not_told in ("Opstart", "Sommerferie"):
        assert not_told not in post.text


async def test_earlier_and_later(house: House) -> None:
    await house.with_plan()
    post = await house.says(house.bo, "/plan")
    await house.taps(house.bo, post, "Later ▸")
    assert "June–August 2027" in post.text
    assert "Sommerferie" in post.text
    await house.taps(house.bo, post, "◂ Earlier", "◂ Earlier")
    assert "Opstart" in post.text
    await house.taps(house.bo, post, "◂ Earlier")
    assert "Nothing is on the plan in" in post.text
    assert ["◂ Earlier", "Later ▸"] in post.rows


async def test_the_whole_year_and_back_to_now(house: House) -> None:
    await house.with_plan()
    post = await house.says(house.bo, "/plan")
    await house.taps(house.bo, post, "Whole year")
    lines = await through(house, post)
    assert sum("Rådsmøde" in line for line in lines) == 3
    assert any("Opstart" in line for line in lines)
    await house.taps(house.bo, post, "Now")
    assert "March–May 2027" in post.text


async def test_one_activity(house: House) -> None:
    await house.with_plan()
    post = await house.says(house.bo, "/plan")
    await house.taps(house.bo, post, "One activity", "Kulturdag")
    assert "Kulturdag - Afholdes" in post.text
    assert "Rådsmøde" not in post.text
    await house.taps(house.bo, post, "All activities")
    assert "Rådsmøde" in (await house.says(house.bo, "/plan 2027")).text


@pytest.mark.parametrize("words", ["kulturdag", "Kultur", "/plan Kulturdag"])
async def test_an_activity_behind_the_command(house: House, words: str) -> None:
    await house.with_plan()
    post = await house.says(house.bo, f"/plan {words.removeprefix('/plan ')}")
    assert "Kulturdag - Afholdes" in post.text
    assert "Opstart" not in post.text


async def test_another_year_behind_the_command(house: House) -> None:
    await house.with_plan()
    assert "Opstart" in (await house.says(house.bo, "/plan 2027")).text
    post = await house.says(house.bo, "/plan 2031")
    assert "Nothing is on the plan in 2031" in post.text
    assert post.rows


async def test_words_that_mean_nothing_are_not_passed_over(house: House) -> None:
    await house.with_plan()
    post = await house.says(house.bo, "/plan xyzzy")
    assert post.rows
    assert "xyzzy" in post.text


async def test_an_empty_plan(house: House) -> None:
    for command in ("/plan", "/plan 2031", "/plan xyzzy", "/next"):
        for room in (house.bo.chat, house.group):
            post = await house.says(house.bo, command, room)
            assert post.text.startswith("Integration Council\nThe plan is empty so far.")
            assert "The secretary sends me the plan you publish" in post.text
            assert post.rows == []


async def test_a_plan_that_is_empty_meanwhile(house: House) -> None:
    page = await house.add("Fest 3. juni")
    plan = await house.says(house.bo, "/plan 2027")
    choice = await house.says(house.bo, "/plan xyzzy")
    await house.taps(house.sanne, page, "Change it", "Take it off the plan", "Yes, take it off")
    for post, button in ((plan, "Later ▸"), (choice, "All activities")):
        await house.taps(house.bo, post, button)
        assert "The plan is empty so far" in post.text
        assert post.rows == []


async def test_months_without_anything_on_a_plan_that_has_something(house: House) -> None:
    await put(house, entry(1, "Far ahead", "2027-11-03"))
    post = await house.says(house.bo, "/plan")
    assert "Far ahead" in post.text
    await house.forges(house.bo, post, f"p:{house.council.id}:2027-03:3::0")
    assert "Nothing is on the plan in March–May 2027" in post.text
    assert ["◂ Earlier", "Later ▸"] in post.rows


async def test_a_plan_of_another_year_is_found(house: House) -> None:
    await put(house, entry(1, "Long ago", "2024-05-03"))
    post = await house.says(house.bo, "/plan")
    assert "Long ago" in post.text
    assert "nearest" in post.text
    await put(house, entry(2, "Far ahead", "2029-05-03"))
    post = await house.says(house.bo, "/plan")
    assert "Far ahead" in post.text


async def test_states_at_a_glance(house: House) -> None:
    await put(
        house,
        entry(1, "Done thing", "2027-03-01", status=Status.DONE),
        entry(2, "Waiting thing", "2027-03-02", status=Status.WAITING, waiting_for="the library"),
        entry(3, "Cancelled thing", "2027-03-03", status=Status.CANCELLED),
        entry(4, "Tentative thing", "2027-03-04?"),
        entry(5, "Moved thing", "2027-03-05", was=When("2027-03-04")),
        entry(6, "Summer break", "2027-04", kind=Kind.RECESS),
        entry(7, "Undated thing", "XXXX"),
        entry(8, "Taken off", "2027-03-09", removed=True),
    )
    post = await house.says(house.bo, "/plan")
    for told in (
        "✅ Done thing",
        "⏳ Waiting thing (waiting for the library)",
        "Cancelled thing (cancelled)",
        "❓ Tentative thing",
        "Moved thing (moved)",
        "<i>Summer break</i>",
        "No date yet",
        "Undated thing",
    ):
        assert told in post.text or told in post.html
    assert "<s>Cancelled thing</s>" in post.html
    assert "Taken off" not in post.text


async def test_every_number_opens_its_entry(house: House) -> None:
    await many(house, 30)
    post = await house.says(house.bo, "/plan")
    await house.taps(house.bo, post, "More ↓")
    numbered = {
        line.split(". ")[0]: line.split("· ")[1]
        for line in post.text.splitlines()
        if " · " in line and ". " in line
    }
    numbers = [text for row in post.rows for text in row if text.isdecimal()]
    assert set(numbers) == set(numbered)
    await house.taps(house.bo, post, numbers[3])
    assert numbered[numbers[3]] in post.text


async def test_500_entries_are_paged(house: House) -> None:
    await many(house, 500)
    post = await house.says(house.bo, "/plan")
    lines = await through(house, post)
    assert sum("Entry" in line for line in lines) == 500
    await house.taps(house.bo, post, "↑ Previous page")
    assert "More ↓" in [text for row in post.rows for text in row]


@pytest.mark.parametrize(
    "title",
    ["<b>{n}</b> & <script>" * 20, "🎉👩‍👩‍👧‍👦" * 64, "اجتماع المجلس المحلي {n} " * 12, "x" * 300, "&" * 300],
)
async def test_500_entries_of_the_worst_titles(house: House, title: str) -> None:
    await many(house, 500, title[:300].replace("{", "{{").replace("}", "}}"))
    for command in ("/plan", "/plan 2027", "/next", "/entry", "/entry a"):
        assert (await house.says(house.bo, command)).text
    post = await house.says(house.bo, "/plan")
    for button in ("More ↓", "Whole year", "1", "◂ The plan"):
        await house.taps(house.bo, post, button)


async def test_pages_that_there_are_not(house: House) -> None:
    await many(house, 30)
    post = await house.says(house.bo, "/plan")
    council = house.council.id
    for data in (f"p:{council}:2027-03:3::999", f"p:{council}:2027-03:3::-9", f"p:{council}:2027-03:-5::0"):
        await house.forges(house.bo, post, data)
        assert "Entry" in post.text
    for data in (f"p:{council}:9999-12:3::0", f"p:{council}:0001-01:12::0", f"p:{council}:2027-13:3::0"):
        answer = await house.forges(house.bo, post, data)
        assert answer.is_alert, data


async def test_paging_to_the_ends_of_time(house: House) -> None:
    await put(house, entry(1, "Fest", "2027-06-03"))
    post = await house.says(house.bo, "/plan")
    council = house.council.id
    for month in ("1900-01", "2200-12"):
        await house.forges(house.bo, post, f"p:{council}:{month}:12::0")
        for button in ("◂ Earlier", "Later ▸"):
            await house.taps(house.bo, post, button)


async def test_anybody_in_the_group_sees_it(house: House) -> None:
    await house.with_plan()
    post = await house.says(house.olga, "/plan", house.group)
    assert "Kulturdag" in post.text
    assert not (await house.taps(house.olga, post, "Later ▸")).is_alert
    assert "not on a council" in (await house.says(house.olga, "/plan")).text


async def test_the_same_button_twice_is_no_error(house: House) -> None:
    await house.with_plan()
    post = await house.says(house.bo, "/plan")
    await house.taps(house.bo, post, "Now") if "Now" in post.rows[-1] else None
    data = f"p:{house.council.id}:2027-03:3::0"
    for _ in range(3):
        assert not (await house.forges(house.bo, post, data)).is_alert
    assert "March–May 2027" in post.text


async def test_a_message_that_is_gone_is_said_anew(house: House) -> None:
    await house.with_plan()
    post = await house.says(house.bo, "/plan", house.group)
    del house.group.place.messages[post.id]
    said = len(house.group.spoken)
    await house.forges(house.bo, post, f"p:{house.council.id}:2027-06:3::0")
    assert len(house.group.spoken) == said + 1
    assert "Sommerferie" in house.group.last_message.text


async def test_next(house: House) -> None:
    await house.with_plan()
    post = await house.says(house.bo, "/next")
    assert "Kulturdag - Arbejdsgruppen samles" in post.text
    assert "Opstart" not in post.text
    assert "Sommerferie" not in post.text
    assert post.text.index("12 April") < post.text.index("14 June") < post.text.index("25 September")
    house.clock.turn(timedelta(days=150))
    post = await house.says(house.bo, "/naeste")
    assert "25 September" in post.text
    assert "14 June" not in post.text


async def test_nothing_is_next(house: House) -> None:
    await put(house, entry(1, "Long ago", "2024-05-03"))
    post = await house.says(house.bo, "/next")
    assert "Nothing is coming up" in post.text
    assert post.rows == [["See the plan"]]
